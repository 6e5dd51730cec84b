"""A form as PDF, to print and fill in by hand: tagged, with the one font embedded."""

from dataclasses import asdict
from pathlib import Path

from daoyin.model import Catalogue, Document
from daoyin.render import typeset
from daoyin.render.form.sheet import ADVISED, PUBLISHER, SAMPLE, Form, form

_TEMPLATE = Path(__file__).with_name("form.typ")


def pdf(catalogue: Catalogue, document: Document, cache: Path | None = None) -> bytes:
    """A document -> its form on A4. Equal forms give equal bytes: its dates are the data's.

    `cache` is a folder that remembers what was set before.
    """
    sheet = form(catalogue, document)
    return typeset.pdf(_TEMPLATE, _told(sheet), sheet.date, catalogue.typeface, cache)


def _told(sheet: Form) -> dict[str, object]:
    """The form as the template reads it: which rows are wide, and the date as three numbers."""
    told = {key: value for key, value in asdict(sheet).items() if key != "date"}
    rows = [asdict(row) | {"wide": row.wide} for row in sheet.rows]
    day = (sheet.date.year, sheet.date.month, sheet.date.day)
    return told | {"rows": rows, "day": day, "sample": SAMPLE, "advised": ADVISED, "publisher": PUBLISHER}
