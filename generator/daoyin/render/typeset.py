"""Typst templates -> PDF or PNG, with the one font: what every printed thing shares.

A template reads `json(bytes(sys.inputs.told))` and decides nothing but looks. A character that the font lacks is an
error of PDF/UA-1 (ISO 14289-1, 7.21.4.1), so that no print ever holds a blank box.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

from daoyin import bundle

STANDARDS: Final[tuple[Literal["ua-1"], Literal["a-2a"]]] = ("ua-1", "a-2a")
"""ISO 14289-1 for readers of screens, ISO 19005-2 for archives and print shops."""

_ROOT: Final = Path(__file__).parent


def pdf(template: Path, told: Mapping[str, object], on: date) -> bytes:
    """A template and what it is told -> a tagged PDF, dated `on`. Equal input gives equal bytes."""
    made = _compiler(template).compile(
        format="pdf", sys_inputs=_inputs(told), pdf_standards=[*STANDARDS], timestamp=datetime.combine(on, time(), UTC)
    )
    assert isinstance(made, bytes), "one PDF"
    return made


def png(template: Path, told: Mapping[str, object], dots: float) -> bytes:
    """A template of one page -> its picture, at `dots` per inch."""
    made = _compiler(template).compile(format="png", sys_inputs=_inputs(told), ppi=dots)
    assert isinstance(made, bytes), "one page"
    return made


def _inputs(told: Mapping[str, object]) -> dict[str, str]:
    return {"told": json.dumps(told, ensure_ascii=False)}


@cache
def _compiler(template: Path) -> typst.Compiler:
    """One compiler a template: the fonts are read once, and what its prints share is laid out once.

    Templates may import what lies beside them or below this folder (`/press/press.typ`), and nothing else.
    """
    return typst.Compiler(input=template, root=_ROOT, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[bundle.theme() / "fonts"])
