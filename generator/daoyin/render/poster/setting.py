"""Setting a poster: the bound that its text keeps to, and the template's word that there is no room for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import typst

from daoyin.model.typeface import Typeface
from daoyin.render import typeset

BOUND: Final = {"a1": 14, "a2": 10, "a3": 8, "a4": 7}
"""Points: on that paper no text of a poster is smaller. A4 is held in the hand: 7 pt is near 六号."""

_NO_ROOM = "no room"
"""What a template panics with that finds none."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster as PDF, and on how many sheets it hangs."""

    content: bytes
    sheets: int


class NoRoom(Exception):  # noqa: N818 - what it is, as `NoRevision` is
    """The poster needs more room than its paper has: a sentence that says so."""


def setting(
    template: Path, told: Mapping[str, object], on: date, face: Typeface, cache: Path | None = None
) -> bytes | None:
    """The PDF that a template sets; None where it says that there is no room at the bound of the paper."""
    try:
        return typeset.pdf(template, told, on, face)
    except typst.TypstError as error:
        if f"panicked with: {_NO_ROOM}" not in str(error).replace('"', ""):
            raise
        return None
