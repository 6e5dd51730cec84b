"""The page of a procedure: what to do now, how it goes step by step, by when, and what one may do if it does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from daoyin import address, citation
from daoyin.clocks import events
from daoyin.model import PARTS, Catalogue, LawReference, Limit, Procedure, Remedy, Source
from daoyin.render.page import difference, limits
from daoyin.render.page.limits import LimitRow
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import NO_PRINTS, Lane, Link, Sheet, trail
from daoyin.steps import Step, Way, steps

RACI = ("负责办", "负总责", "听取意见", "告知")
Part = tuple[str, list[Link]]
KINDS = {"start": "开始", "task": "", "gateway": "看情况", "event": "等待", "end": "结束"}


@dataclass(frozen=True)
class Onward:
    """One way on from a step, in the words that stand before its link."""

    answer: str
    lead: str
    link: Link
    back: bool


@dataclass(frozen=True)
class StepItem:
    """One step of the numbered list."""

    number: int
    id: str
    kind: str
    label: str
    name: str
    lane: Lane
    limits: tuple[LimitRow, ...]
    citizen: Markup
    no_remedy: Markup
    office: str
    ways: tuple[Onward, ...]
    parallel: bool
    calls: Link | None
    enters: tuple[Link, ...]
    law: tuple[Link, ...]
    sources: tuple[Source, ...]
    inputs: tuple[Link, ...]
    outputs: tuple[Link, ...]
    accountable: Link | None
    consulted: tuple[Link, ...]
    informed: tuple[Link, ...]

    @property
    def folded(self) -> bool:
        """Whether there is anything for the office to unfold."""
        told = (self.office, self.law, self.sources, self.inputs, self.enters)
        return any(told) or any((self.accountable, self.consulted, self.informed))


def guide(catalogue: Catalogue, procedure: Procedure, chart: str, prints: Mapping[str, str] = NO_PRINTS) -> str:
    """A procedure, its chart as inline SVG ("" if there is none), and what to print of it -> its page."""
    sheet = Sheet(catalogue, address.procedure(procedure.id))
    told = limits.rows(sheet, procedure)
    story = steps(catalogue, procedure)
    main = procedure.law
    name = sheet.address.rsplit("/", 1)[-1]
    # Terms are explained where a reader meets them first, so running text is made in the order of the page.
    head = {
        "summary": sheet.prose(procedure.summary),
        "do_now": sheet.prose(procedure.do_now) if procedure.do_now else "",
        "audience": sheet.prose(procedure.audience) if procedure.audience else "",
        "channels": [sheet.prose(text) for text in procedure.channels],
        "evidence": [sheet.prose(text) for text in procedure.evidence],
        "produces": [sheet.prose(text) for text in procedure.produces],
        "cost": sheet.statement(procedure.cost) if procedure.cost else None,
        "cautions": [sheet.statement(caution) for caution in procedure.cautions],
    }
    items = [_item(sheet, procedure, step, told) for step in story]
    return sheet.write(
        "guide.html",
        title=procedure.name,
        kind="guide",
        scripts=("assets/chart.js",),
        section="guides",
        description=procedure.summary,
        trail=(*trail(catalogue, procedure.place), _part(procedure)),
        source=f"procedures/{procedure.id}.yaml",
        checked=procedure.checked.isoformat(),
        card=f"{address.card(procedure.id)}.png",
        **head,
        bar=_bar(procedure),
        reports=sheet.sources(procedure.sources) if procedure.basis == "practice" else (),
        practice=procedure.basis == "practice",
        differences=difference.told(sheet, procedure),
        authority=sheet.role(procedure.competent_authority) if procedure.competent_authority else None,
        chart=Markup(chart),  # noqa: S704 - our own drawing, whose texts are escaped where it is written
        chart_file=f"{name}.svg",
        prints=sheet.prints(prints),
        data_file=f"{name}.json",
        steps=items,
        limits=told,
        counting=_counting(sheet, procedure),
        missed=[row for row in told if row.missed],
        documents=_documents(sheet, procedure),
        rights=[sheet.statement(right) for right in procedure.rights],
        clocks=_clocks(catalogue, procedure),
        basis=[(sheet.cite(law, full=True), citation.says(catalogue, law)) for law in main],
        further=[(sheet.cite(law, full=True), citation.says(catalogue, law)) for law in _further(procedure, main)],
        actors=_actors(sheet, procedure, story),
        related=_related(sheet, procedure),
        checked_on=procedure.checked.isoformat(),
        remedies_page=address.REMEDIES,
    )


def _bar(procedure: Procedure) -> list[tuple[str, str]]:
    """What stays at hand at the bottom of a phone's screen: (title, anchor); nothing where there is only one."""
    missed = any(limit.missed for limit in procedure.limits)
    entries = [
        (procedure.do_now, "现在做什么", "now"),
        (True, "看步骤", "steps"),
        (procedure.limits, "多久办好", "limits"),
        (missed, "没办怎么办", "missed"),
    ]
    found = [(title, anchor) for present, title, anchor in entries if present]
    return found if len(found) > 1 else []


def _part(procedure: Procedure) -> tuple[str, str]:
    return (PARTS.get(procedure.part, procedure.part), address.part(procedure.place, procedure.part))


def _item(sheet: Sheet, procedure: Procedure, step: Step, told: tuple[LimitRow, ...]) -> StepItem:
    node = step.node
    mine = {address.limit_anchor(limit.id) for limit in step.limits}
    return StepItem(
        number=step.number,
        id=address.step_anchor(node.id),
        kind=node.kind,
        label="随时可以" if node.anytime else KINDS[node.kind],
        name=node.name,
        lane=sheet.lane(node.lane, procedure.process.lane_order),
        limits=tuple(row for row in told if row.id in mine),
        citizen=sheet.prose(node.citizen) if node.citizen else Markup(),
        no_remedy=sheet.prose(node.no_remedy) if node.no_remedy else Markup(),
        office=node.office or "",
        ways=() if step.follows and step.ways[0].answer is None else tuple(_way(sheet, way) for way in step.ways),
        parallel=node.parallel,
        calls=sheet.procedure(step.calls) if step.calls else None,
        enters=tuple(sheet.procedure(id) for id in step.enters),
        law=sheet.cites(node.law),
        sources=sheet.sources(node.sources),
        inputs=sheet.documents(node.inputs),
        outputs=sheet.documents(node.outputs),
        accountable=sheet.role(node.accountable) if node.accountable else None,
        consulted=sheet.roles(node.consulted),
        informed=sheet.roles(node.informed),
    )


def _way(sheet: Sheet, way: Way) -> Onward:
    leads = {"procedure": "转到", "remedy": "另一条路："}
    lead = "回到" if way.back else leads.get(way.kind, "")
    return Onward(way.answer or "", lead, sheet.way(way), way.back)


def _documents(sheet: Sheet, procedure: Procedure) -> list[tuple[Link, str, Link]]:
    """Each document of the procedure, what it is, and who writes it."""
    nodes = procedure.process.nodes
    named = [id for node in nodes for id in (*node.inputs, *node.outputs)]
    ids = dict.fromkeys((*named, *procedure.documents))
    found = [sheet.catalogue.document[id] for id in ids if id in sheet.catalogue.document]
    return [(sheet.document(document.id), document.says, sheet.role(document.by)) for document in found]


def _clocks(catalogue: Catalogue, procedure: Procedure) -> list[tuple[str, str, list[Remedy]]]:
    """The other legal routes of the page, by what petitioning does to their clocks."""
    found = [catalogue.remedy[id] for id in procedure.remedies if id in catalogue.remedy]
    groups = [(CLOCKS[clock(remedy)], clock(remedy)) for remedy in found]
    return [(says, runs, [remedy for remedy in found if clock(remedy) == runs]) for says, runs in dict.fromkeys(groups)]


def _counting(sheet: Sheet, procedure: Procedure) -> str:
    """The tool that counts the last days of its limits, with the first event chosen; "" where none can be counted."""
    for event in events(sheet.catalogue):
        if any(clock.procedure.id == procedure.id for clock in event.clocks):
            return sheet.to(address.DEADLINES, f"event={event.id}")
    return ""


def _further(procedure: Procedure, main: tuple[LawReference, ...]) -> list[LawReference]:
    """Every other article that the page rests on, each once, by instrument and number."""
    statements = (*procedure.cautions, *procedure.rights, *((procedure.cost,) if procedure.cost else ()))
    cited = (
        *main,
        *(law for limit in procedure.limits for law in _limit_law(limit)),
        *(law for node in procedure.process.nodes for law in node.law),
        *(law for statement in statements for law in statement.law),
    )
    laws = list(dict.fromkeys(law.law for law in cited))
    return sorted(dict.fromkeys(law for law in cited if law not in main), key=lambda law: (laws.index(law.law), law))


def _limit_law(limit: Limit) -> tuple[LawReference, ...]:
    """Every article that a limit rests on: its own, its extension's, its exclusions', and what follows if missed."""
    return (
        *limit.law,
        *(limit.extend.law if limit.extend else ()),
        *(law for exclusion in limit.excludes for law in exclusion.law),
        *(limit.missed.law if limit.missed else ()),
    )


def _actors(sheet: Sheet, procedure: Procedure, story: tuple[Step, ...]) -> list[tuple[Lane, Link, list[Part]]]:
    """Everyone who has a part in it, the lanes first: full name, and in which steps they have which part (RACI)."""
    lanes = procedure.process.lane_order
    found: dict[str, dict[str, list[Link]]] = {lane: {} for lane in lanes}
    for step in story:
        link = Link(str(step.number), "#" + address.step_anchor(step.node.id))
        answering = (step.accountable,) if step.accountable != step.node.lane else ()
        named = ((step.node.lane,), answering, step.node.consulted, step.node.informed)
        for part, roles in zip(RACI, named, strict=True):
            for role in roles:
                found.setdefault(role, {}).setdefault(part, []).append(link)
    return [(sheet.lane(role, lanes), sheet.role(role), list(parts.items())) for role, parts in found.items()]


def _related(sheet: Sheet, procedure: Procedure) -> list[Link]:
    """Other procedures that a reader of this one may want."""
    found = [sheet.catalogue.resolve(procedure.place, procedure.part, written) for written in procedure.related]
    return [sheet.procedure(id) for id in dict.fromkeys(found) if id]
