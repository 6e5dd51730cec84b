"""What the one font draws: the subset that the theme brings, and the characters that a site adds to it.

A site's own folder `fonts/`, beside `procedures/`, holds small fonts that are read after the theme's. In both folders
`characters.txt` tells what the fonts beside it draw, because reading a font is a hundred times slower.
"""

from functools import cache
from pathlib import Path

from daoyin import bundle

FOLDER = "fonts"
CHARACTERS = "characters.txt"
STYLES = {"Regular": 400, "Bold": 700}
"""The weights that charts and prints use, by the names of their files."""


class Undrawn(ValueError):  # noqa: N818 - what it is, as `NoRevision` is
    """A text that is to be printed holds characters that no font draws; it says which, and how to mend it."""


@cache
def brought() -> frozenset[str]:
    """The characters of the theme's own font."""
    return frozenset(listed(bundle.theme() / "fonts"))


def added(root: Path) -> str:
    """The characters that a site adds, in the order of code points; none where it has no `fonts/`."""
    return listed(root / FOLDER)


def lacking(text: str, added: str = "") -> str:
    """The characters of a text that no font draws, each once, in the order of the text; breaks of lines need none."""
    return "".join(dict.fromkeys(mark for mark in text if mark not in brought() and mark not in added + "\n"))


def undrawn(text: str, added: str = "") -> None:
    """Refuse a text with characters that no font draws: raises `Undrawn`."""
    if found := lacking(text, added):
        raise Undrawn(f"字体里没有 {told(found)}，印出来会是空白；请运行 daoyin font --add {found}，或者换一种写法")


def told(characters: str) -> str:
    """Characters by themselves and their code points, for whoever's screen lacks them too: 𬭎（U+2CB4E）."""
    return "、".join(
        f"{mark}（U+{ord(mark):04X}）" if mark.isprintable() else f"U+{ord(mark):04X}" for mark in characters
    )


def listed(folder: Path) -> str:
    """The characters that the fonts of a folder draw, by its `characters.txt`; its lines end for the eye alone."""
    file = folder / CHARACTERS
    return file.read_text("utf-8").replace("\n", "") if file.is_file() else ""
