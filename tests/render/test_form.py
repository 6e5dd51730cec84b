"""Forms to fill in: each says every field with its article, in DOCX and in PDF, and never anything but the data."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Paper
from pypdf import PdfReader

from conftest import ROOT
from daoyin import citation
from daoyin.load import Loaded, load
from daoyin.model import Catalogue, Document
from daoyin.render import form
from daoyin.render.form.sheet import ADVISED, SAMPLE

CATALOGUE = load(ROOT).catalogue
WITH_FIELDS = [document for document in CATALOGUE.documents if document.fields]

DESCRIBED_BY_LAW = {
    "petition-letter": "19", "oral-record": "19", "representatives-mandate": "20",
    "proposal-for-decision": "22", "transfer-letter": "22", "assignment-letter": "22", "completion-report": "22",
    "notice-of-handling": "23", "notice-of-transfer": "23", "notice-elsewhere": "23", "objection-letter": "23",
    "competence-decision": "24", "hearing-record": "31", "handling-opinion": "32", "mediation-agreement": "33",
    "extension-notice": "34", "review-request": "35", "review-opinion": "35", "reexamination-request": "36",
    "reexamination-opinion": "36", "improvement-suggestion": "40", "policy-suggestion": "40",
    "accountability-suggestion": "40",
}  # fmt: skip
"""What the Regulation has somebody write, and the article."""

every_form = pytest.mark.parametrize("document", WITH_FIELDS, ids=lambda document: document.id)


def plain(text: str) -> str:
    """Text as it is compared: without the breaks and spaces of its layout."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def text_of_docx(content: bytes) -> str:
    """All text of a DOCX, in the order in which it is read."""
    paper = Paper(BytesIO(content))
    return plain("".join(node.text or "" for node in paper.element.body.iter("{*}t")))


def text_of_pdf(content: bytes) -> str:
    """All text of a PDF."""
    return plain("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def expected(catalogue: Catalogue, document: Document) -> Iterator[str]:
    """Every text that a document's form must hold."""
    yield from (document.name, document.says, SAMPLE, "本表在您的设备上填写，本站不收集")
    for role in (document.by, document.to):
        yield catalogue.role[role].name if role else ""
    for field in document.fields:
        yield from (field.name, field.hint or "", *field.choices, *field.parts, ADVISED if field.advised else "")
        yield from citation.together(catalogue, field.law)
    for caution in document.cautions:
        yield caution.says
        yield from citation.together(catalogue, caution.law)
    yield from citation.together(catalogue, document.law, citation.full)


@every_form
def test_every_field_its_article_and_every_notice_stand_on_both_forms(document: Document) -> None:
    for text in (text_of_docx(form.docx(CATALOGUE, document)), text_of_pdf(form.pdf(CATALOGUE, document))):
        assert [said for said in expected(CATALOGUE, document) if plain(said) not in text] == []


@every_form
def test_no_form_names_an_article_that_its_data_do_not_name(document: Document) -> None:
    named = [document.law, *(word.law for word in (*document.fields, *document.cautions))]
    says = (citation.short, citation.full)
    cited = {plain(text) for law in named for say in says for text in citation.together(CATALOGUE, law, say)}
    for text in (text_of_docx(form.docx(CATALOGUE, document)), text_of_pdf(form.pdf(CATALOGUE, document))):
        for said in sorted(cited, key=len, reverse=True):
            text = text.replace(said, "")
        assert re.findall(r"第\d+条", text) == []


def test_the_forms_are_those_of_the_register() -> None:
    assert len(WITH_FIELDS) == len(CATALOGUE.documents), "every document says what belongs in it"


@pytest.mark.parametrize(("id", "article"), DESCRIBED_BY_LAW.items())
def test_every_document_that_the_regulation_describes_has_a_form_traced_to_its_article(id: str, article: str) -> None:
    document = CATALOGUE.document[id]
    assert document.fields
    assert any(str(reference.article) == article for field in document.fields for reference in field.law)


def test_the_opinion_s_list_of_contents_holds_no_right_of_review() -> None:
    opinion = CATALOGUE.document["handling-opinion"]
    review = [field for field in opinion.fields if "复查" in field.name or "不服" in field.name]
    assert review
    assert all(field.advised and not field.law for field in review)


def test_who_writes_a_petition_is_told_to_be_truthful_and_to_spare_others() -> None:
    for id in ("petition-letter", "review-request", "reexamination-request"):
        text = text_of_pdf(form.pdf(CATALOGUE, CATALOGUE.document[id]))
        assert "条例第19条第2款" in text
        assert "别人的隐私" in text


def digests(catalogue: Catalogue) -> str:
    whole = hashlib.sha256()
    for document in catalogue.documents:
        whole.update(form.docx(catalogue, document))
        whole.update(form.pdf(catalogue, document))
    return whole.hexdigest()


def test_equal_data_give_equal_bytes_in_any_process_time_zone_and_day(loaded: Loaded) -> None:
    program = (
        "from pathlib import Path; from daoyin.load import load; from render.test_form import digests; "
        "print(digests(load(Path('.')).catalogue))"
    )
    other = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "PYTHONPATH": str(ROOT / "tests")}
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=other, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == digests(loaded.catalogue)


@every_form
def test_a_form_s_only_date_is_that_of_the_data(document: Document) -> None:
    days = {law.checked for law in CATALOGUE.laws}
    word, print_ = form.docx(CATALOGUE, document), form.pdf(CATALOGUE, document)
    with ZipFile(BytesIO(word)) as packed:
        assert {date(*entry.date_time[:3]) for entry in packed.infolist()} <= days
    core, told = Paper(BytesIO(word)).core_properties, PdfReader(BytesIO(print_)).metadata
    assert told is not None
    assert {core.created.date(), core.modified.date(), told.creation_date.date()} <= days


@every_form
def test_a_form_is_titled_and_chinese_and_the_print_is_tagged(document: Document) -> None:
    core = Paper(BytesIO(form.docx(CATALOGUE, document))).core_properties
    assert (core.title, core.language) == (document.name, "zh-CN")
    print_ = PdfReader(BytesIO(form.pdf(CATALOGUE, document)))
    root = print_.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert print_.metadata.title == document.name
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_the_print_embeds_the_one_font_and_is_a4() -> None:
    for document in WITH_FIELDS:
        for page in PdfReader(BytesIO(form.pdf(CATALOGUE, document))).pages:
            fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
            assert all("NotoSansSC" in font["/BaseFont"] for font in fonts)
            assert all("/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts)
            assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_a_form_reads_well_where_a_font_is_missing() -> None:
    with ZipFile(BytesIO(form.docx(CATALOGUE, WITH_FIELDS[0]))) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    named = set(re.findall(r'w:eastAsia="([^"]+)"', parts["word/styles.xml"])) - {"zh-CN"}
    assert named == {"宋体", "黑体"}
    assert all(
        re.search(rf'w:name="{name}">\s*<w:altName w:val="[^"]*Noto', parts["word/fontTable.xml"]) for name in named
    )


def test_a_document_whose_law_is_unknown_still_has_a_form() -> None:
    document = WITH_FIELDS[0]
    nowhere = CATALOGUE.model_copy(update={"laws": (), "roles": ()})
    assert "姓名" in text_of_docx(form.docx(nowhere, document))
    assert "姓名" in text_of_pdf(form.pdf(nowhere, document))
