"""A procedure as paper tells a citizen: the words of its page, each statement of law with its article beside it."""

from dataclasses import dataclass

from daoyin import address, chart, citation
from daoyin.model import PARTS, Catalogue, Procedure, Source, Statement
from daoyin.render.page import limits
from daoyin.render.page.limits import LimitRow
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import Link, Sheet
from daoyin.steps import Step, steps

PRACTICE = "这是地方做法，依据报道，不是法律规定。以当地公布的为准。"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the articles or the report that it rests on, in short ("" where it needs none)."""

    says: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One numbered step. `yours` says that the citizen acts or is told something there."""

    number: int
    name: str
    who: str
    yours: bool
    says: str
    badges: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A limit: how long, for what, and what else is said of it."""

    within: str
    act: Said
    start: str
    notes: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """What one may do when a limit has passed, and where that is told."""

    title: str
    says: Said
    goes: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Other legal routes whose time runs in the same way: what petitioning does to it, and each with its time."""

    says: str
    routes: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All that paper tells of a procedure. Lists are empty and texts "" where the data say nothing."""

    title: str
    place: str
    part: str
    practice: str
    summary: str
    now: str
    glance: tuple[tuple[str, tuple[Said, ...]], ...]
    cautions: tuple[Said, ...]
    turns: tuple[Turn, ...]
    terms: tuple[Term, ...]
    missed: tuple[Missed, ...]
    clocks: tuple[Clock, ...]
    rights: tuple[Said, ...]
    basis: tuple[str, ...]


def brief(catalogue: Catalogue, procedure: Procedure) -> Brief:
    """A procedure -> what paper tells of it."""
    sheet = Sheet(catalogue, address.procedure(procedure.id))
    rows = limits.rows(sheet, procedure)
    place = catalogue.place.get(procedure.place)
    return Brief(
        title=procedure.name,
        place=place.name if place else procedure.place,
        part=PARTS.get(procedure.part, procedure.part),
        practice=PRACTICE if procedure.basis == "practice" else "",
        summary=procedure.summary,
        now=procedure.do_now or "",
        glance=_glance(sheet, procedure),
        cautions=tuple(_said(sheet, caution) for caution in procedure.cautions),
        turns=tuple(_turn(sheet, step) for step in steps(catalogue, procedure)),
        terms=tuple(_term(row) for row in rows),
        missed=tuple(_missed(row) for row in rows if row.missed),
        clocks=_clocks(sheet, procedure),
        rights=tuple(_said(sheet, right) for right in procedure.rights),
        basis=tuple(_basis(sheet, procedure)),
    )


def for_citizens(procedure: Procedure) -> bool:
    """Whether the procedure tells a citizen anything to do or to expect."""
    return bool(procedure.do_now) and any(node.citizen for node in procedure.process.nodes)


def _glance(sheet: Sheet, procedure: Procedure) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    authority = procedure.competent_authority
    told = (
        ("谁可以办", (procedure.audience,) if procedure.audience else ()),
        ("归谁办", (sheet.role(authority).name,) if authority else ()),
        ("在哪里、怎么提", procedure.channels),
        ("要带什么", procedure.evidence),
        ("会得到什么", procedure.produces),
    )
    cost = (("费用", (_said(sheet, procedure.cost),)),) if procedure.cost else ()
    return (*((title, tuple(Said(text) for text in texts)) for title, texts in told if texts), *cost)


def _said(sheet: Sheet, statement: Statement) -> Said:
    reports = (f"{source.publisher}报道" for source in sheet.sources(statement.sources))
    return Said(statement.says, "、".join((*_cites(sheet.cites(statement.law)), *reports)))


def _cites(links: tuple[Link, ...]) -> tuple[str, ...]:
    """Articles in short; one that is not known to be in force carries its warning."""
    return tuple(link.name + (f"（{link.note}）" if link.note else "") for link in links)


def _joined(links: tuple[Link, ...]) -> str:
    return "、".join(_cites(links))


def _turn(sheet: Sheet, step: Step) -> Turn:
    role = sheet.catalogue.role.get(step.node.lane)
    told = step.node.citizen or ""
    if step.node.no_remedy:
        told = f"{told}不服怎么办：{step.node.no_remedy}"
    ways = () if step.follows and step.ways[0].answer is None else step.ways
    leads = {"procedure": "转到", "remedy": "另一条路："}
    return Turn(
        number=step.number,
        name=step.node.name,
        who=(role.short or role.name) if role else step.node.lane,
        yours=bool(told) or (role is not None and role.kind == "citizen"),
        says=told,
        badges=tuple(badge for limit in step.limits if (badge := chart.badge(sheet.catalogue, limit))),
        ways=tuple(
            (f"{way.answer} → " if way.answer else "→ ")
            + ("回到" if way.back else leads.get(way.kind, ""))
            + (f"《{way.name}》" if way.kind == "procedure" else sheet.way(way).name)
            for way in ways
        ),
    )


def _term(row: LimitRow) -> Term:
    notes = (
        Said(row.prefer),
        Said(f"例外：{row.unless}" if row.unless else ""),
        Said(f"{row.extension}。" if row.extension_law else "", _joined(row.extension_law)),
        *(Said(f"不算在内：{what}。", _joined(law)) for what, law in row.exclusions),
        Said(row.note),
        Said("这是您的权利，过期可能失去。" if row.right else ""),
    )
    return Term(
        within=row.within,
        act=Said(f"{row.holder.name}{'可以' if row.right else ''}{row.act}", _joined(row.law)),
        start=f"从{row.start.name}起算",
        notes=tuple(note for note in notes if note.says),
    )


def _missed(row: LimitRow) -> Missed:
    title = f"您没有按时{row.act}" if row.right else f"{row.holder.name}没有按时{row.act}"
    return Missed(title, Said(str(row.missed), _joined(row.missed_law)), row.remedy.name if row.remedy else "")


def _clocks(sheet: Sheet, procedure: Procedure) -> tuple[Clock, ...]:
    found = [sheet.catalogue.remedy[id] for id in procedure.remedies if id in sheet.catalogue.remedy]
    return tuple(
        Clock(
            CLOCKS[runs],
            tuple(
                (
                    remedy.name,
                    Said(
                        f"{remedy.within}内。起算：{remedy.counts_from}。"
                        if remedy.within
                        else remedy.untimed or remedy.counts_from,
                        "；".join(citation.together(sheet.catalogue, remedy.law)),
                    ),
                )
                for remedy in found
                if clock(remedy) == runs
            ),
        )
        for runs in dict.fromkeys(clock(remedy) for remedy in found)
    )


def _basis(sheet: Sheet, procedure: Procedure) -> tuple[str, ...]:
    """What it rests on as a whole: instruments in full with their articles, or the reports."""
    if procedure.basis == "practice":
        return tuple(_report(source) for source in sheet.sources(procedure.sources))
    return citation.together(sheet.catalogue, procedure.law, citation.full)


def _report(source: Source) -> str:
    guessed = "，年份为推定" if source.inferred else ""
    return f"{source.publisher}《{source.title}》（{source.date.isoformat()}{guessed}）"
