"""期限计算: a form that asks for one event and its day, beneath it every limit in words for whoever has no script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daoyin import address
from daoyin.chart import lane_name
from daoyin.clocks import ANALOGY, Event, arranged, before, events, remedies
from daoyin.model import Catalogue, Remedy
from daoyin.overdue import overdue
from daoyin.render.page.home import top
from daoyin.render.page.limits import LimitRow, row
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import Link, Sheet

INTRO = "选一件已经发生的事，填上日子，就知道最后一天是哪天。在您自己的设备上算，不发送，不保存。"
SCRIPTS = (address.CLOCKS, *(f"assets/{name}.js" for name in ("count", "tool", "timeline", "ics", "deadlines")))


@dataclass(frozen=True)
class Choice:
    """An event that starts clocks, as a reader chooses it."""

    id: str
    name: str
    says: str
    guide: Link
    rows: tuple[LimitRow, ...]
    before: str
    """What may pass before it, in words; its day is never derived from that."""


@dataclass(frozen=True)
class Route:
    """Another legal route, with its own clock."""

    remedy: Remedy
    page: Link
    law: tuple[Link, ...]
    runs: str
    warning: str


def deadlines(catalogue: Catalogue) -> str:
    """The limits of the whole country's procedures and the other routes -> the page of the tool."""
    sheet = Sheet(catalogue, address.DEADLINES)
    calendar = arranged()
    return sheet.write(
        "deadlines.html",
        title="期限计算：最后一天是哪天",
        kind="deadlines",
        section="tools",
        description=INTRO,
        trail=(("工具", address.TOOLS),),
        scripts=SCRIPTS,
        source="procedures/remedies.yaml",
        intro=INTRO,
        groups=grouped(choices(sheet)),
        routes=[_route(sheet, remedy) for remedy in remedies(catalogue)],
        analogy=sheet.cites(tuple(law for law in ANALOGY if catalogue.article(law)), full=True),
        first=calendar.first.isoformat(),
        last=calendar.last.isoformat(),
        missed=sheet.to(address.MISSED) if overdue(catalogue, top(catalogue)) else "",
        path=sheet.to(address.MY_PATH),
    )


def choices(sheet: Sheet) -> list[Choice]:
    """The events, in the order of the story."""
    story = events(sheet.catalogue)
    return [_choice(sheet, story, event) for event in story]


def grouped(choices: Iterable[Choice]) -> list[tuple[str, list[Choice]]]:
    """Events by the procedure whose limits they start, in the order in which it is first met."""
    groups: dict[str, list[Choice]] = {}
    for choice in choices:
        groups.setdefault(choice.guide.name, []).append(choice)
    return list(groups.items())


def happens(catalogue: Catalogue, event: Event) -> str:
    """An event and to whom it happens, as one tells a petitioner: 复查单位收到复查请求, 您收到书面处理意见."""
    role = catalogue.role.get(event.at.node.lane)
    who = "您" if role and role.kind == "citizen" else lane_name(catalogue, event.at.node.lane)
    return who + event.name


def _choice(sheet: Sheet, story: Sequence[Event], event: Event) -> Choice:
    earlier = before(story, event)
    return Choice(
        id=event.id,
        name=happens(sheet.catalogue, event),
        says=event.at.node.citizen or "",
        guide=sheet.procedure(event.clocks[0].procedure.id),
        rows=tuple(row(sheet, found.procedure, found.limit) for found in event.clocks),
        before=" + ".join(f"{found.within}（{found.limit.act}）" for found in earlier),
    )


def _route(sheet: Sheet, remedy: Remedy) -> Route:
    return Route(
        remedy=remedy,
        page=Link(remedy.name, sheet.to(address.REMEDIES, remedy.id)),
        law=sheet.cites(remedy.law),
        runs=clock(remedy),
        warning=CLOCKS[clock(remedy)],
    )
