"""A form as DOCX, to fill in with a word processor: a table whose blanks are cells to type in."""

from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as word
from docx.document import Document as Paper
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.table import _Row as Line
from docx.text.paragraph import Paragraph

from daoyin.model import Catalogue, Document
from daoyin.render.form.sheet import ADVISED, PUBLISHER, SAMPLE, Form, Row, form

_HERE = Path(__file__).parent
_NAME, _BLANK = Mm(50), Mm(120)
HEIGHT = {None: 0, "line": 9, "box": 27, "page": 54, "date": 9, "signature": 18}
"""How high an empty blank is, in millimetres: less than on paper, because a cell grows with what is typed."""
_CHOICES_ON_A_LINE = 20
"""Choices with more characters than this stand one below the other."""
_DAY = "　　　　年　　月　　日"
_KEPT = {RELATION.STYLES, RELATION.SETTINGS, RELATION.FONT_TABLE, RELATION.CORE_PROPERTIES, RELATION.OFFICE_DOCUMENT}
"""What a form needs of the library's own template, which also brings a picture, a theme and lists."""


def docx(catalogue: Catalogue, document: Document) -> bytes:
    """A document -> its form on A4. Equal forms give equal bytes: its dates are the data's."""
    sheet = form(catalogue, document)
    paper = word.Document(BytesIO(_stationery()))
    _head(paper, sheet)
    _table(paper, sheet)
    paper.add_paragraph(style="Basis")
    for notice in sheet.notices:
        paper.add_paragraph(notice, "Notice")
    _foot(paper, sheet)
    for run in paper.element.body.iter(qn("w:r")):  # marks that both scripts have (□, “”) are Chinese here
        run.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    _properties(paper, sheet)
    return _packed(paper, sheet.date)


def _head(paper: Paper, sheet: Form) -> None:
    paper.add_paragraph(SAMPLE, "Sample")
    paper.add_paragraph(sheet.title, "Heading 1")
    paper.add_paragraph(sheet.says, "Hint")
    for label, name in (("谁来写", sheet.by), ("交给谁", sheet.to)):
        if name:
            line = paper.add_paragraph()
            line.add_run(f"{label}　", "Name")
            line.add_run(name)
    if sheet.addressee:
        paper.add_paragraph(f"致（{sheet.addressee}）：\t", "Addressee")
    if sheet.cautions:
        paper.add_paragraph("填写前请注意", "Heading 2")
        for caution in sheet.cautions:
            paper.add_paragraph(f"· {caution}", "Caution")
    paper.add_paragraph(style="Basis")


def _table(paper: Paper, sheet: Form) -> None:
    table = paper.add_table(len(sheet.rows), 2, "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (_NAME, _BLANK), strict=True):
        column.width = width
    for row, line in zip(sheet.rows, table.rows, strict=True):
        _row(line, row)


def _row(line: Line, row: Row) -> None:
    """A name beside its blank, or above it where the blank is wide; only a wide one runs on overleaf."""
    name, blank = line.cells
    name.width, blank.width = _NAME, _BLANK
    if row.wide:
        name = blank = name.merge(blank)
    else:
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    name.paragraphs[0].add_run(row.name, "Name")
    below = "　".join(text for text in (f"〔{ADVISED}〕" if row.advised else "", row.basis) if text)
    if below:
        name.add_paragraph(below, "Basis")
    _fill(blank, row)
    line.height = Mm(HEIGHT[row.blank] + 8 * (bool(row.hint) + bool(row.choices)))
    line.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _fill(cell: _Cell, row: Row) -> None:
    """What a blank shows before anything is written in it, and at least a paragraph to type in."""
    if row.hint:
        _line(cell, row.hint, "Hint")
    if row.choices:
        apart = "　" if sum(map(len, row.choices)) < _CHOICES_ON_A_LINE else "\n"
        _line(cell, apart.join(f"□ {choice}" for choice in row.choices), "Choices")
    for part in row.parts or ("",):
        if row.blank == "date":
            _line(cell, (f"{part}：" if part else "") + _DAY, "Blank")
        elif row.blank == "signature":
            _line(cell, f"{part}签名（盖章）：\t", "Blank")
            _line(cell, f"日期：{_DAY}", "Blank")
        elif part:
            _line(cell, f"{part}：\t", "Blank")
        elif row.blank:
            _line(cell, "", "Normal")


def _line(cell: _Cell, text: str, style: str) -> None:
    """Text in the cell's own first paragraph while that is empty, else in a new one."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 or first.runs:
        cell.add_paragraph(text, style)
    else:
        first.add_run(text)
        first.style = style


def _foot(paper: Paper, sheet: Form) -> None:
    line = paper.sections[0].footer.paragraphs[0]
    line.add_run(f"{SAMPLE} · {sheet.title}\t第 ")
    _number(line, "PAGE")
    line.add_run(" 页，共 ")
    _number(line, "NUMPAGES")
    line.add_run(" 页")


def _number(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor counts."""
    run = paragraph.add_run("1")
    field = OxmlElement("w:fldSimple", {qn("w:instr"): code})
    run._r.addprevious(field)
    field.append(run._r)


def _properties(paper: Paper, sheet: Form) -> None:
    """Title and dates as the data say; the clock has no part in them."""
    day = datetime.combine(sheet.date, time())
    core = paper.core_properties
    core.title, core.subject, core.author, core.last_modified_by = sheet.title, SAMPLE, PUBLISHER, PUBLISHER
    core.created, core.modified, core.language, core.revision = day, day, "zh-CN", 1
    core.comments = core.keywords = ""


def _packed(paper: Paper, day: date) -> bytes:
    """The file, with every entry of its zip dated by the data."""
    saved, packed = BytesIO(), BytesIO()
    paper.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            target.writestr(info, source.read(entry))
    return packed.getvalue()


@cache
def _stationery() -> bytes:
    """An empty A4 sheet in our own styles: made once, and every form starts from it."""
    paper = word.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(18), Mm(20), Mm(10)
    for relations in (paper.part.package.rels, paper.part.rels):
        for id in [id for id, relation in relations.items() if relation.reltype not in _KEPT]:
            relations.pop(id)
    for element, name in ((paper.styles.element, "styles"), (paper.settings.element, "settings")):
        ours = parse_xml((_HERE / f"{name}.xml").read_bytes())
        element[:] = list(ours)
    fonts = paper.part.part_related_by(RELATION.FONT_TABLE)
    assert isinstance(fonts, Part)
    fonts._blob = (_HERE / "fonts.xml").read_bytes()
    saved = BytesIO()
    paper.save(saved)
    return saved.getvalue()
