"""Responsibility lists as tables to take away: CSV and XLSX, from the same lines as the pages."""

import csv as writer
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter

from daoyin import citation, duties
from daoyin.chart import badge
from daoyin.model import PARTS, Catalogue, LawReference
from daoyin.model.place import Duty

Rows = list[tuple[str, ...]]
"""The head first, then a row a line."""

DUTY_HEAD = ("责任单位", "应当做什么", "部分", "何时触发", "期限", "依据", "在哪一步", "未履行的后果")
STEP_HEAD = (
    "事项",
    "步骤",
    "做什么",
    "负责（R）",
    "担责（A）",
    "征询（C）",
    "告知（I）",
    "期限",
    "依据",
    "未按时的依据",
)


def duty_rows(catalogue: Catalogue, place: str) -> Rows:
    """A place's responsibility list, one row a duty."""
    return [DUTY_HEAD, *(_duty_row(catalogue, line) for line in duties.lines(catalogue, place))]


def _duty_row(catalogue: Catalogue, line: duties.Line) -> tuple[str, ...]:
    duty = line.duty
    return (
        _role(catalogue, duty.holder),
        duty.duty + ("（禁止性规定）" if duty.kind == "must-not" else ""),
        PARTS[duty.part],
        duty.trigger or "",
        badge(catalogue, line.limit[1]) if line.limit else "",
        _law(catalogue, duty.law),
        "；".join(f"{procedure.name} 第 {step.number} 步" for procedure, step in line.steps)
        or _elsewhere(catalogue, duty),
        _law(catalogue, duty.consequence) or duty.no_consequence or "",
    )


def _elsewhere(catalogue: Catalogue, duty: Duty) -> str:
    document = catalogue.document.get(duty.document or "")
    return f"文书：{document.name}" if document else duty.not_applicable or ""


def step_rows(catalogue: Catalogue, place: str) -> Rows:
    """Who does what in each task of a place's procedures (RACI), one row a task."""
    return [
        STEP_HEAD,
        *(
            (
                line.procedure.name,
                str(line.step.number),
                line.step.node.name,
                _role(catalogue, line.responsible),
                _role(catalogue, line.accountable),
                "、".join(_role(catalogue, role) for role in line.consulted),
                "、".join(_role(catalogue, role) for role in line.informed),
                "；".join(text for limit in line.step.limits if (text := badge(catalogue, limit))),
                _law(catalogue, line.law),
                _law(catalogue, line.consequence),
            )
            for line in duties.assignments(catalogue, place)
        ),
    ]


def csv(rows: Rows) -> bytes:
    """CSV in UTF-8 with a byte-order mark, without which Excel does not see Chinese (RFC 4180)."""
    text = StringIO()
    writer.writer(text).writerows(tuple(map(_harmless, row)) for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def xlsx(rows: Rows, title: str, data_date: str) -> bytes:
    """One sheet with a frozen head and filters. The file's date is the data's, so that equal data give equal bytes."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime.fromisoformat(data_date)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E7EEF5", "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet(title[:31])
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, head if number == 0 else cell)
    sheet.set_column(0, len(rows[0]) - 1, 22)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def _role(catalogue: Catalogue, role: str) -> str:
    found = catalogue.role.get(role)
    return found.name if found else role


def _law(catalogue: Catalogue, references: tuple[LawReference, ...]) -> str:
    return "；".join(citation.short(catalogue, reference) for reference in references)
