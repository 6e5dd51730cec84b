"""Setting a poster: the bound that its text keeps to, and the paper that it hangs on."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from daoyin.render import press, typeset

BOUND: Final = {"a1": 14, "a2": 10, "a3": 8, "a4": 7}
"""Points: on that paper no text of a poster is smaller. A4 is held in the hand: 7 pt is near 六号."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster as PDF."""

    content: bytes

    @property
    def sheets(self) -> int:
        """On how many sheets it hangs."""
        return typeset.page_count(self.content)


@dataclass(frozen=True, slots=True)
class Hung:
    """A poster for the site's downloads, and the paper that it was set for."""

    paper: str
    content: bytes


def hanging(papers: Sequence[press.Paper]) -> dict[str, object]:
    """The papers (of one size) that a template chooses from, and the bound that holds for them."""
    sizes = [{"width": paper.width, "height": paper.height} for paper in papers]
    return {"papers": sizes, "bound": BOUND[papers[0].name]}


def hung(make: Callable[[Sequence[press.Paper]], Poster]) -> Hung | None:
    """A poster for everyone: on A3, which offices print themselves and print shops enlarge to any A size.

    Where A3 does not hold it on one sheet, the next paper that does; None where even A1 is too small.
    """
    for size in ("a3", "a2", "a1"):
        upright = press.PAPERS[size]
        with suppress(typeset.NoRoom):
            made = make((upright, upright.turned))
            if made.sheets == 1 or size == "a1":
                return Hung(size.upper(), made.content)
    return None
