"""Typst templates -> PDF or PNG, with the one font: what every printed thing shares.

A template reads `json(bytes(sys.inputs.told))` and decides nothing but looks. A character that no font draws is
refused (`typeface.Undrawn`), as PDF/UA-1 demands (ISO 14289-1, 7.21.4.1), so that no print ever holds a blank box.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

from daoyin import bundle
from daoyin.model.typeface import Typeface
from daoyin.typeface import undrawn

STANDARDS: Final[tuple[Literal["ua-1"], Literal["a-2a"]]] = ("ua-1", "a-2a")
"""ISO 14289-1 for readers of screens, ISO 19005-2 for archives and print shops."""

PLAIN: Final = Typeface()
"""The theme's font alone; a catalogue's own `typeface` adds what the site adds."""

_ROOT: Final = Path(__file__).parent


def pdf(template: Path, told: Mapping[str, object], on: date, face: Typeface = PLAIN) -> bytes:
    """A template and what it is told -> a tagged PDF, dated `on`. Equal input gives equal bytes."""
    made = _compiler(template, face.folder).compile(
        format="pdf",
        sys_inputs=_inputs(told, face),
        pdf_standards=[*STANDARDS],
        timestamp=datetime.combine(on, time(), UTC),
    )
    assert isinstance(made, bytes), "one PDF"
    return made


def png(template: Path, told: Mapping[str, object], face: Typeface = PLAIN, dots: float = 72) -> bytes:
    """A template of one page -> its picture, at `dots` per inch: unless said, one point is one pixel."""
    made = _compiler(template, face.folder).compile(format="png", sys_inputs=_inputs(told, face), ppi=dots)
    assert isinstance(made, bytes), "one page"
    return made


def svg(template: Path, told: Mapping[str, object], face: Typeface = PLAIN) -> bytes:
    """A template of one page -> its vector drawing, with the shapes of its letters: no reader needs the font."""
    made = _compiler(template, face.folder).compile(format="svg", sys_inputs=_inputs(told, face))
    assert isinstance(made, bytes), "one page"
    return made


def _inputs(told: Mapping[str, object], face: Typeface) -> dict[str, str]:
    text = json.dumps(told, ensure_ascii=False)
    undrawn(text, face.characters)
    return {"told": text}


@cache
def _compiler(template: Path, folder: str) -> typst.Compiler:
    """One compiler a template: the fonts are read once, and what its prints share is laid out once.

    Templates may import what lies beside them or below this folder (`/press/press.typ`), and nothing else.
    """
    return typst.Compiler(input=template, root=_ROOT, font_paths=_fonts(folder), ignore_system_fonts=True)


@cache
def _fonts(folder: str) -> typst.Fonts:
    """The theme's font, and a site's own after it: what the first lacks is taken from the second."""
    folders = [bundle.theme() / "fonts", *([Path(folder)] if folder else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
