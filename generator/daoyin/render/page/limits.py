"""Limits as a reader meets them: who must do what, by when, counted from where, and what follows if not."""

from dataclasses import dataclass

from markupsafe import Markup

from daoyin import address, citation
from daoyin.chart import PENDING, badge, written
from daoyin.model import Limit, Procedure, Source
from daoyin.render.page.home import top
from daoyin.render.page.sheet import Lane, Link, Sheet
from daoyin.steps import target, way


@dataclass(frozen=True)
class LimitRow:
    """One limit, said."""

    id: str
    act: str
    right: bool
    """The citizen may act within it, rather than an office having to."""
    holder: Lane
    badge: str
    within: str
    doubt: str
    """The number that `within` keeps back, since what it rests on is 待核; else empty. For pages alone."""
    start: Link
    prefer: str
    unless: str
    extension: str
    extension_law: tuple[Link, ...]
    exclusions: tuple[tuple[str, tuple[Link, ...]], ...]
    law: tuple[Link, ...]
    sources: tuple[Source, ...]
    missed: str | Markup
    missed_law: tuple[Link, ...]
    remedy: Link | None
    answer: str
    """Where the tool tells whom to turn to and what to write; "" where it does not tell of this limit."""
    note: str


def rows(sheet: Sheet, procedure: Procedure) -> tuple[LimitRow, ...]:
    """The limits of a procedure in the order of its file."""
    return tuple(row(sheet, procedure, limit) for limit in procedure.limits)


def row(sheet: Sheet, procedure: Procedure, limit: Limit) -> LimitRow:
    """One limit of a procedure."""
    extend, missed = limit.extend, limit.missed
    return LimitRow(
        id=address.limit_anchor(limit.id),
        act=limit.act,
        right=limit.may is not None,
        holder=sheet.lane(limit.holder, procedure.process.lane_order),
        badge=badge(sheet.catalogue, limit),
        within=within(sheet, limit),
        doubt=_doubt(sheet, limit),
        start=start(sheet, procedure, limit),
        prefer=limit.prefer or "",
        unless=limit.unless or "",
        extension=extension(sheet, procedure, limit),
        extension_law=sheet.cites(extend.law) if extend else (),
        exclusions=tuple((exclusion.what, sheet.cites(exclusion.law)) for exclusion in limit.excludes),
        law=sheet.cites(limit.law),
        sources=sheet.sources(limit.sources),
        missed=missed.says if missed else "",
        missed_law=sheet.cites(missed.law) if missed else (),
        remedy=remedy(sheet, procedure, limit),
        answer=_answer(sheet, procedure, limit),
        note=limit.note or "",
    )


def _answer(sheet: Sheet, procedure: Procedure, limit: Limit) -> str:
    """The tool tells of the limits of the whole country's law."""
    told = limit.missed and procedure.basis == "law" and procedure.place == top(sheet.catalogue)
    return sheet.to(address.MISSED, address.missed_anchor(procedure.id, limit.id)) if told else ""


def within(sheet: Sheet, limit: Limit) -> str:
    """How long: the law's number (待核 where that may not hold), or who sets the time, or that there is none."""
    if limit.within:
        return PENDING if citation.pending(sheet.catalogue, limit.basis) else f"{limit.within}内"
    return f"由{sheet.role(limit.set_by).name}指定" if limit.set_by else "没有写明天数"


def _doubt(sheet: Sheet, limit: Limit) -> str:
    if not citation.pending(sheet.catalogue, limit.basis):
        return ""
    return f"写的是 {written(limit)}，依据的效力没有核实，先不要按它算。" if limit.within else ""


def extension(sheet: Sheet, procedure: Procedure, limit: Limit) -> str:
    """Whether it may be prolonged: by how much, on whose approval; else what is silent about it."""
    if limit.extend and citation.pending(sheet.catalogue, limit.basis):
        return "能延多久待核"
    if limit.extend:
        return f"经{limit.extend.approval}批准，可以延长 {limit.extend.by}，并{limit.extend.notice}"
    return "条文没有写" if procedure.basis == "law" else "报道没有说"


def start(sheet: Sheet, procedure: Procedure, limit: Limit) -> Link:
    """What starts the clock: a step here, or one of another procedure."""
    path, _, node = limit.from_.rpartition(":")
    if not path:
        return sheet.step(procedure, node)
    found = sheet.catalogue.resolve(procedure.place, procedure.part, path.removeprefix("procedure "))
    if not found:
        return Link(limit.from_)
    there = sheet.catalogue.procedure[found]
    step = sheet.step(there, node)
    return Link(f"《{there.name}》{step.name}", step.href)


def remedy(sheet: Sheet, procedure: Procedure, limit: Limit) -> Link | None:
    """Where one goes when the limit was missed."""
    if not (limit.missed and limit.missed.then):
        return None
    return sheet.way(way(sheet.catalogue, procedure, target(limit.missed.then)))
