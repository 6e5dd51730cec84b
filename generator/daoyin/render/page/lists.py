"""Responsibility lists: by duty, by body, by step (RACI). A filter in the page is an addition; all rows stand here."""

from dataclasses import dataclass
from typing import Any

from daoyin import address
from daoyin.chart import badge
from daoyin.duties import Assignment, Line, assignments, lines
from daoyin.model import PARTS, Catalogue, Procedure
from daoyin.render.page.sheet import Link, Sheet, trail
from daoyin.render.page.uses import duty_anchor, runs
from daoyin.steps import Step

INTRO = "谁该做什么、多久做完、依据哪一条、没做到会怎样。"


@dataclass(frozen=True)
class Row:
    """One duty as a row."""

    id: str
    line: Line
    part: str
    holder: Link
    limit: Link | None
    law: tuple[Link, ...]
    steps: tuple[Link, ...]
    document: Link | None
    consequence: tuple[Link, ...]


@dataclass(frozen=True)
class Task:
    """One step as a row of the matrix."""

    assignment: Assignment
    step: Link
    responsible: Link
    accountable: Link | None
    """None where it is the one who does it."""
    consulted: tuple[Link, ...]
    informed: tuple[Link, ...]
    limits: tuple[Link, ...]
    law: tuple[Link, ...]
    consequence: tuple[Link, ...]


def duties(catalogue: Catalogue, place: str) -> str:
    """A place's duties by part, in the order of its file."""
    sheet = Sheet(catalogue, address.duties(place))
    rows = _rows(sheet, place, anchored=True)
    groups = [(part, title, [row for row in rows if row.line.duty.part == part]) for part, title in PARTS.items()]
    return _write(sheet, "duties.html", place, "责任清单", groups=[group for group in groups if group[2]], by="part")


def duties_by_body(catalogue: Catalogue, place: str) -> str:
    """The same duties by who holds them."""
    sheet = Sheet(catalogue, address.duties_by_body(place))
    rows = _rows(sheet, place, anchored=False)
    holders = dict.fromkeys(row.line.duty.holder for row in rows)
    groups = [
        (holder, sheet.role(holder).name, [row for row in rows if row.line.duty.holder == holder]) for holder in holders
    ]
    return _write(sheet, "duties.html", place, "责任清单：按单位", groups=groups, by="body")


def duties_by_step(catalogue: Catalogue, place: str) -> str:
    """Who does what in each step of each procedure."""
    sheet = Sheet(catalogue, address.duties_by_step(place))
    found = assignments(catalogue, place)
    ids = dict.fromkeys(assignment.procedure.id for assignment in found)
    groups = [
        (sheet.procedure(id), [_task(sheet, assignment) for assignment in found if assignment.procedure.id == id])
        for id in ids
    ]
    return _write(sheet, "matrix.html", place, "责任清单：按步骤", groups=groups, by="step")


def _write(sheet: Sheet, template: str, place: str, title: str, **values: Any) -> str:
    return sheet.write(
        template,
        title=title,
        kind="duties",
        scripts=("assets/filter.js",),
        section="duties",
        description=INTRO,
        trail=trail(sheet.catalogue, place),
        source=f"procedures/{place}/duties.yaml",
        intro=INTRO,
        views=_views(sheet, place),
        file="steps" if values["by"] == "step" else "index",
        roles=sheet.to(address.ROLES),
        gaps=sheet.to(address.gaps(place)) if place in dict(sheet.catalogue.duties) else "",
        **values,
    )


def _views(sheet: Sheet, place: str) -> list[tuple[str, str, str]]:
    """The lists that the place has: id, name, link. The first two need its duties, the third its procedures."""
    found = []
    if place in dict(sheet.catalogue.duties):
        found.append(("part", "按职责", sheet.to(address.duties(place))))
        found.append(("body", "按单位", sheet.to(address.duties_by_body(place))))
    if any(procedure.place == place for procedure in sheet.catalogue.procedures):
        found.append(("step", "按步骤", sheet.to(address.duties_by_step(place))))
    return found


def _rows(sheet: Sheet, place: str, *, anchored: bool) -> list[Row]:
    return [_row(sheet, line, anchored) for line in lines(sheet.catalogue, place)]


def _row(sheet: Sheet, line: Line, anchored: bool) -> Row:
    duty = line.duty
    return Row(
        id=duty_anchor(duty) if anchored else "",
        line=line,
        part=PARTS[duty.part],
        holder=sheet.role(duty.holder),
        limit=_limit(sheet, line),
        law=sheet.cites(duty.law),
        steps=_steps(sheet, line),
        document=sheet.document(duty.document) if duty.document else None,
        consequence=sheet.cites(duty.consequence),
    )


def _steps(sheet: Sheet, line: Line) -> tuple[Link, ...]:
    """Where a duty is done: each procedure once, with the numbers of its steps; the link leads to the first."""
    found: dict[str, list[tuple[Procedure, Step]]] = {}
    for procedure, step in line.steps:
        found.setdefault(procedure.id, []).append((procedure, step))
    return tuple(
        Link(
            f"{pairs[0][0].name} 第 {runs([step.number for _, step in pairs])} 步",
            sheet.to(address.procedure(id), address.step_anchor(pairs[0][1].node.id)),
        )
        for id, pairs in found.items()
    )


def _limit(sheet: Sheet, line: Line) -> Link | None:
    if not line.limit:
        return None
    procedure, limit = line.limit
    said = badge(sheet.catalogue, limit) or limit.act
    return Link(said, sheet.to(address.procedure(procedure.id), address.limit_anchor(limit.id)))


def _task(sheet: Sheet, assignment: Assignment) -> Task:
    procedure, step = assignment.procedure, assignment.step
    page = address.procedure(procedure.id)
    return Task(
        assignment=assignment,
        step=Link(f"{step.number}. {step.node.name}", sheet.to(page, address.step_anchor(step.node.id))),
        responsible=_short(sheet, assignment.responsible),
        accountable=None if assignment.accountable == assignment.responsible else _short(sheet, assignment.accountable),
        consulted=tuple(_short(sheet, role) for role in assignment.consulted),
        informed=tuple(_short(sheet, role) for role in assignment.informed),
        limits=tuple(
            Link(said, sheet.to(page, address.limit_anchor(limit.id)))
            for limit in step.limits
            if (said := badge(sheet.catalogue, limit))
        ),
        law=sheet.cites(assignment.law),
        consequence=sheet.cites(assignment.consequence),
    )


def _short(sheet: Sheet, role: str) -> Link:
    lane = sheet.lane(role)
    return Link(lane.name, lane.href)
