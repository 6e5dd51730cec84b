"""Pages of documents: what is handed in or issued, by whom, with which contents, and in which steps."""

from collections.abc import Mapping

from daoyin import address
from daoyin.model import Catalogue, Document
from daoyin.render.page import uses
from daoyin.render.page.sheet import Link, Sheet

INTRO = "办事过程中您要交的和会收到的文书。点进去看每一种写什么、谁来写、在哪一步用。"

FORMS = {"docx": "在 Word 里填写", "pdf": "打印出来填写"}
"""What each kind of file is for."""


def document(catalogue: Catalogue, document: Document, forms: Mapping[str, bytes] | None = None) -> str:
    """A document -> its page, with its forms (by the ending of their file) to take away."""
    sheet = Sheet(catalogue, address.document(document.id))
    found = uses.of_documents(catalogue).get(document.id, ())
    return sheet.write(
        "document.html",
        title=document.name,
        kind="document",
        section="documents",
        description=document.says,
        trail=(("文书", address.DOCUMENTS),),
        source="procedures/documents.yaml",
        document=document,
        says=sheet.prose(document.says),
        by=sheet.role(document.by),
        to=sheet.role(document.to) if document.to else None,
        law=sheet.cites(document.law),
        cautions=[sheet.statement(caution) for caution in document.cautions],
        fields=[
            (field, sheet.prose(field.hint) if field.hint else "", sheet.cites(field.law)) for field in document.fields
        ],
        forms=[(kind, FORMS[kind], _size(content)) for kind, content in (forms or {}).items()],
        fill=sheet.to(address.WRITE, f"kind={document.id}") if _written_by_citizen(catalogue, document) else "",
        issued=uses.groups(sheet, uses.part(found, "outputs")),
        needed=uses.groups(sheet, uses.part(found, "inputs")),
        named=uses.groups(sheet, uses.part(found, "named")),
    )


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1024))} KB"


def documents(catalogue: Catalogue) -> str:
    """All documents, those that a citizen writes first -> the index page."""
    sheet = Sheet(catalogue, address.DOCUMENTS)
    mine = [document for document in catalogue.documents if _written_by_citizen(catalogue, document)]
    theirs = [document for document in catalogue.documents if document not in mine]
    return sheet.write(
        "documents.html",
        title="文书",
        kind="index",
        section="documents",
        description=INTRO,
        source="procedures/documents.yaml",
        intro=INTRO,
        mine=_links(sheet, mine),
        theirs=_links(sheet, theirs),
    )


def _written_by_citizen(catalogue: Catalogue, document: Document) -> bool:
    role = catalogue.role.get(document.by)
    return role is not None and role.kind == "citizen"


def _links(sheet: Sheet, documents: list[Document]) -> list[Link]:
    return [Link(found.name, sheet.to(address.document(found.id)), found.says) for found in documents]
