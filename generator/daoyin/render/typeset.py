"""Typst templates -> PDF or PNG, with the one font: what every printed thing shares.

A template reads `json(bytes(sys.inputs.told))` and decides nothing but looks. A character that no font draws is
refused (`typeface.Undrawn`), as PDF/UA-1 demands (ISO 14289-1, 7.21.4.1), so that no print ever holds a blank box.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

import typst

from daoyin import bundle
from daoyin.model.typeface import Typeface
from daoyin.render.memory import remembered
from daoyin.typeface import undrawn

STANDARDS: Final[tuple[Literal["ua-1"], Literal["a-2a"]]] = ("ua-1", "a-2a")
"""ISO 14289-1 for readers of screens, ISO 19005-2 for archives and print shops."""

PLAIN: Final = Typeface()
"""The theme's font alone; a catalogue's own `typeface` adds what the site adds."""

_ROOT: Final = Path(__file__).parent


class NoRoom(ValueError):  # noqa: N818 - what it is, as `NoRevision` is
    """There are more words than the paper holds at the size that its print promises; it says which print."""


def pdf(
    template: Path, told: Mapping[str, object], on: date, face: Typeface = PLAIN, cache: Path | None = None
) -> bytes:
    """A template and what it is told -> a tagged PDF, dated `on`. Equal input gives equal bytes.

    `cache` is a folder that remembers what was set before. Raises `NoRoom` where the template finds no room (`assert`
    with `overfull`), `Undrawn` for what no font draws.
    """
    inputs = _inputs(told, face)
    key = {"template": template.name, "told": inputs["told"], "on": on.isoformat(), "fonts": face.characters}

    def make() -> bytes:
        try:
            made = _compiler(template, face.folder).compile(
                format="pdf", sys_inputs=inputs, pdf_standards=[*STANDARDS], timestamp=datetime.combine(on, time(), UTC)
            )
        except typst.TypstError as error:
            if "overfull" in str(error):
                raise NoRoom(f"《{told.get('title')}》的字太多，这种纸放不下") from None
            raise
        assert isinstance(made, bytes), "one PDF"
        return made

    return remembered(cache, key, make)


def sheets(template: Path, told: Mapping[str, object], on: date, pages: bytes) -> bytes:
    """A template that places the pages of `/pages.pdf`, a PDF of ours -> sheets for a printer.

    This is PDF 1.7 and no more: neither standard lets one PDF stand within another. The letters stay letters.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "pages.pdf").write_bytes(pages)
        (root / template.name).write_bytes(template.read_bytes())
        made = typst.Compiler(input=root / template.name, root=root, ignore_system_fonts=True).compile(
            format="pdf", sys_inputs=_inputs(told, PLAIN), timestamp=datetime.combine(on, time(), UTC)
        )
    assert isinstance(made, bytes), "one PDF"
    return made


def page_count(pages: bytes) -> int:
    """How many pages a PDF of ours has, as its root of the page tree says."""
    found = re.search(rb"/Type/Pages/Count (\d+)", pages)
    assert found, "a PDF of typst's"
    return int(found[1])


def png(template: Path, told: Mapping[str, object], face: Typeface = PLAIN, cache: Path | None = None) -> bytes:
    """A template of one page -> its picture, where one point is one pixel; `cache` remembers."""
    return _picture(template, told, face, cache, "png")


def svg(template: Path, told: Mapping[str, object], face: Typeface = PLAIN, cache: Path | None = None) -> bytes:
    """A template of one page -> its vector drawing, with the shapes of its letters: no reader needs the font."""
    return _picture(template, told, face, cache, "svg")


def _picture(
    template: Path, told: Mapping[str, object], face: Typeface, cache: Path | None, form: Literal["png", "svg"]
) -> bytes:
    inputs = _inputs(told, face)
    key = {"template": template.name, "told": inputs["told"], "form": form, "fonts": face.characters}

    def make() -> bytes:
        made = _compiler(template, face.folder).compile(format=form, sys_inputs=inputs, ppi=72)
        assert isinstance(made, bytes), "one page"
        return made

    return remembered(cache, key, make)


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
