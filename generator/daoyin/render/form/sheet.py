"""What a form says, as plain values, whatever it is written to: rows with their blanks, cautions, notices."""

from dataclasses import dataclass
from datetime import date

from daoyin import citation
from daoyin.model import Catalogue, Document, LawReference
from daoyin.model.register import Blank, Field

SAMPLE = "示范文本，非官方格式"
ADVISED = "建议载明"
PUBLISHER = "导引"
_UNDATED = date(1980, 1, 1)
"""The date of a form that cites no law that we hold: the first day that a zip file can name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what it is called, what it rests on, and its blank. A part is a blank of its own within it."""

    name: str
    advised: bool
    basis: str
    hint: str
    choices: tuple[str, ...]
    blank: Blank | None
    parts: tuple[str, ...]

    @property
    def wide(self) -> bool:
        """Whether the blank takes the whole width, below the name."""
        return self.blank == "page"


@dataclass(frozen=True, slots=True)
class Form:
    """A document's form. `addressee` is what is to be written after 致; empty where nobody is handed it."""

    title: str
    says: str
    by: str
    to: str
    addressee: str
    rows: tuple[Row, ...]
    cautions: tuple[str, ...]
    notices: tuple[str, ...]
    date: date


def form(catalogue: Catalogue, document: Document) -> Form:
    """A document -> its form. One without a field for signatures ends with one, as a letter does."""
    citizen, giver = _who(catalogue, document.by)
    reader, receiver = _who(catalogue, document.to or "")
    rows = [_row(catalogue, field) for field in document.fields]
    if not any(row.blank == "signature" for row in rows):
        name = "签名和日期（单位盖章）" if citizen else "单位盖章和日期"
        rows.append(Row(name, True, "", "", (), "signature", ()))
    cited = [law for reference in document.law if (law := catalogue.law.get(reference.law))]
    checked = max((law.checked for law in cited), default=_UNDATED)
    return Form(
        title=document.name,
        says=document.says,
        by=giver,
        to=receiver,
        addressee="" if not receiver else "姓名或者名称" if reader else "单位全称",
        rows=tuple(rows),
        cautions=tuple(
            caution.says + (f"（{_basis(catalogue, caution.law)}）" if caution.law else "")
            for caution in document.cautions
        ),
        notices=_notices(catalogue, document, checked, any(row.advised for row in rows)),
        date=checked,
    )


def _who(catalogue: Catalogue, id: str) -> tuple[bool, str]:
    """Whether a role is a citizen, and its name."""
    found = catalogue.role.get(id)
    return (found.kind == "citizen", found.name) if found else (False, id)


def _row(catalogue: Catalogue, field: Field) -> Row:
    return Row(
        name=field.name,
        advised=field.advised,
        basis=_basis(catalogue, field.law),
        hint=field.hint or "",
        choices=field.choices,
        blank=field.blank or (None if field.choices else "box"),
        parts=field.parts,
    )


def _basis(catalogue: Catalogue, references: tuple[LawReference, ...]) -> str:
    """The articles in short, each once; one that is not known to be in force carries its warning."""
    return "、".join(citation.together(catalogue, references))


def _notices(catalogue: Catalogue, document: Document, checked: date, advised: bool) -> tuple[str, ...]:
    basis = "；".join(citation.together(catalogue, document.law, citation.full))
    told = (
        f"依据：{basis}。" if basis else "",
        f"数据日期：{checked.isoformat()}。以后条款有修改的，按现行规定。" if checked != _UNDATED else "",
        f"{SAMPLE}：办事机关、单位有自己的格式的，用它的格式。",
        f"标“{ADVISED}”的，条款没有要求，是我们建议写上的。" if advised else "",
        "本表在您的设备上填写，本站不收集。",
    )
    return tuple(notice for notice in told if notice)
