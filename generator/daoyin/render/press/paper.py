"""Paper: the A sizes of GB/T 148 (ISO 216), upright or turned."""

from dataclasses import dataclass
from typing import Final

POINTS: Final = 72 / 25.4
"""Points in a millimetre, as PDF counts them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper as it hangs or lies: sizes in millimetres, after trimming."""

    name: str
    width: int
    height: int

    @property
    def turned(self) -> "Paper":
        """The same sheet, the other way round."""
        return Paper(self.name, self.height, self.width)

    @property
    def says(self) -> str:
        """As a reader is told it: `A3 横版`."""
        return f"{self.name.upper()} {'横版' if self.width > self.height else '竖版'}"


PAPERS: Final = {
    name: Paper(name, width, height)
    for name, width, height in (
        ("a1", 594, 841), ("a2", 420, 594), ("a3", 297, 420), ("a4", 210, 297), ("a5", 148, 210), ("a6", 105, 148),
    )
}  # fmt: skip
"""Upright sheets by name, the largest first."""
