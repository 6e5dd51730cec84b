"""What a reader can write on the device: every form of a document that citizens write, as a script that holds data."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from daoyin import address, citation
from daoyin.model import Catalogue, Document
from daoyin.render import form
from daoyin.render.form.sheet import ADVISED, SAMPLE, Form, Row
from daoyin.render.page.sheet import Link, Sheet

LENGTHS = {"box": 300, "page": 800}
"""How many characters we advise at most for some lines, and for many: with them a letter stays within two pages."""
_FORM = Path(form.__file__).parent


@dataclass(frozen=True)
class Letter:
    """A document that a citizen writes, and its form."""

    document: Document
    form: Form


def written(catalogue: Catalogue) -> tuple[Letter, ...]:
    """The documents with fields that a citizen writes, in the order of the register."""
    return tuple(
        Letter(document, form.form(catalogue, document))
        for document in catalogue.documents
        if document.fields and (role := catalogue.role.get(document.by)) and role.kind == "citizen"
    )


def letters(catalogue: Catalogue) -> str:
    """All letters, and how their paper looks -> a script of `window.DAOYIN_LETTERS`; "" where there is none."""
    sheet = Sheet(catalogue, address.WRITE)
    found = [_letter(sheet, letter) for letter in written(catalogue)]
    if not found:
        return ""
    told = {
        "letters": found,
        "paper": {"sample": SAMPLE, "advised": ADVISED, **_paper()},
    }
    return f"window.DAOYIN_LETTERS = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"


def _letter(sheet: Sheet, letter: Letter) -> dict[str, object]:
    document, told = letter.document, letter.form
    return {
        "id": document.id,
        "title": told.title,
        "says": told.says,
        "to": told.to,
        "addressee": told.addressee,
        "cautions": [{"says": caution.says, "law": _cites(sheet.cites(caution.law))} for caution in document.cautions],
        "rows": [_row(sheet, document, number, row) for number, row in enumerate(told.rows)],
        "basis": _basis(sheet.catalogue, document),
    }


def _row(sheet: Sheet, document: Document, number: int, row: Row) -> dict[str, object]:
    """A field. Only what an article demands is `needed`; a signature is given by hand on the printed sheet."""
    law = document.fields[number].law if number < len(document.fields) else ()
    return {
        "name": row.name,
        "needed": bool(law) and not row.advised and row.blank != "signature",
        "law": _cites(sheet.cites(law)),
        "hint": row.hint,
        "choices": list(row.choices),
        "blank": row.blank or "",
        "parts": list(row.parts),
        "length": LENGTHS.get(row.blank or "", 0),
        "height": form.HEIGHT[row.blank],
    }


def _cites(links: tuple[Link, ...]) -> list[dict[str, str]]:
    return [{"name": link.name, "href": link.href, "note": link.note} for link in links]


def _basis(catalogue: Catalogue, document: Document) -> str:
    """The articles that the letter as a whole rests on, each with its warning where it is not known to be in force."""
    cited = [(citation.full(catalogue, law), citation.note(catalogue, law)) for law in dict.fromkeys(document.law)]
    return "；".join(name + (f"（{note}）" if note else "") for name, note in cited)


@cache
def _paper() -> dict[str, str]:
    """The parts of a DOCX that all letters share with the blank forms: how it looks, and in which fonts."""
    return {name: (_FORM / f"{name}.xml").read_text(encoding="utf-8") for name in ("styles", "settings", "fonts")}
