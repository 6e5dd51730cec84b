"""A form as PDF, to print and fill in by hand: tagged (PDF/UA-1), with the one font embedded."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from daoyin import bundle
from daoyin.model import Catalogue, Document
from daoyin.render.form.sheet import ADVISED, PUBLISHER, SAMPLE, Form, form

_TEMPLATE = Path(__file__).with_name("form.typ")


def pdf(catalogue: Catalogue, document: Document) -> bytes:
    """A document -> its form on A4. Equal forms give equal bytes: its dates are the data's."""
    sheet = form(catalogue, document)
    made = _compiler().compile(
        format="pdf",
        sys_inputs={
            "form": json.dumps(_told(sheet), ensure_ascii=False),
            "sample": SAMPLE,
            "advised": ADVISED,
            "publisher": PUBLISHER,
        },
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(sheet.date, time(), UTC),
    )
    assert isinstance(made, bytes), "one PDF"
    return made


@cache
def _compiler() -> typst.Compiler:
    """One compiler for all forms: the fonts are read once, and what forms share is laid out once."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[bundle.theme() / "fonts"])
    return typst.Compiler(input=_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)


def _told(sheet: Form) -> dict[str, object]:
    """The form as the template reads it: which rows are wide, and the date as three numbers."""
    told = {key: value for key, value in asdict(sheet).items() if key != "date"}
    rows = [asdict(row) | {"wide": row.wide} for row in sheet.rows]
    return told | {"rows": rows, "day": (sheet.date.year, sheet.date.month, sheet.date.day)}
