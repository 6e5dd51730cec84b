"""What the browser counts with: every clock of the catalogue and the calendar of working days, as one script.

It is the same data as on the pages. The tools that read it stand in one folder, so its links are those of
`address.DEADLINES`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from daoyin import address
from daoyin.clocks import Calendar, Clock, Event, arranged, before, events, remedies
from daoyin.model import Catalogue, Period, Remedy
from daoyin.overdue import Overdue, overdue
from daoyin.render.page.deadlines import happens
from daoyin.render.page.home import top
from daoyin.render.page.letters import written
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import Link, Sheet

Late: TypeAlias = Mapping[tuple[str, str], Overdue]
"""What follows when a limit is missed, by procedure and limit."""


def clocks(catalogue: Catalogue, dated: str) -> str:
    """The script that sets `daoyinClocks`. `dated` is the day of the data, which files made from it bear."""
    sheet, story = Sheet(catalogue, address.DEADLINES), events(catalogue)
    late = {(one.procedure.id, one.limit.id): one for one in overdue(catalogue, top(catalogue))}
    told = {
        "dated": dated,
        "calendar": _calendar(arranged()),
        "events": [_event(sheet, story, event, late) for event in story],
        "remedies": [_remedy(sheet, remedy) for remedy in remedies(catalogue)],
    }
    return f"var daoyinClocks = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"


def _calendar(calendar: Calendar) -> dict[str, object]:
    """The days that differ from the plain week, `MMDD` by year."""
    return {
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "off": _by_year(calendar.off),
        "on": _by_year(calendar.on),
    }


def _by_year(days: Iterable[date]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for day in sorted(days):
        found.setdefault(str(day.year), []).append(f"{day:%m%d}")
    return {year: " ".join(written) for year, written in found.items()}


def _event(sheet: Sheet, story: Sequence[Event], event: Event, late: Late) -> dict[str, object]:
    return {
        "id": event.id,
        "name": happens(sheet.catalogue, event),
        "kind": event.at.node.kind,
        "procedure": event.at.procedure.name,
        "href": sheet.to(address.procedure(event.at.procedure.id), address.step_anchor(event.at.node.id)),
        "says": event.at.node.citizen or "",
        "before": [{"act": earlier.limit.act, **_period(earlier.within)} for earlier in before(story, event)],
        "clocks": [_clock(sheet, running, late) for running in event.clocks],
    }


def _clock(sheet: Sheet, running: Clock, late: Late) -> dict[str, object]:
    """A limit; `between` bodies where a lapse is no citizen's business, a `complaint` where a letter follows it."""
    limit, procedure = running.limit, running.procedure
    passed = late.get((procedure.id, limit.id))
    extend, missed = limit.extend, limit.missed
    return {
        "id": running.id,
        "act": limit.act,
        "right": limit.may is not None,
        "holder": sheet.role(limit.holder).name,
        "within": _period(running.within),
        "law": _links(sheet.cites(limit.law)),
        "unless": limit.unless or "",
        "prefer": limit.prefer or "",
        "note": limit.note or "",
        "extend": extend and {"by": _period(extend.by), "approval": extend.approval, "notice": extend.notice},
        "excludes": [{"what": excluded.what, "law": _links(sheet.cites(excluded.law))} for excluded in limit.excludes],
        "missed": missed.says if missed else "",
        "late": sheet.to(address.MISSED, address.missed_anchor(procedure.id, limit.id)) if passed else "",
        "between": limit.may is None and passed is not None and passed.onward is not None and not passed.letters,
        "complaint": bool(passed and passed.letters),
        "letters": _links(_letters(sheet, running)),
        "leads": list(running.leads),
    }


def _letters(sheet: Sheet, running: Clock) -> tuple[Link, ...]:
    """The letters that the holder of a right writes to use it: each can be filled in on the device."""
    limit, nodes = running.limit, running.procedure.process.nodes
    issued = {id for node in nodes if limit.may and node.lane == limit.holder for id in node.outputs}
    found = [letter.document for letter in written(sheet.catalogue) if letter.document.id in issued] if issued else []
    return tuple(Link(document.name, sheet.to(address.WRITE, f"kind={document.id}")) for document in found)


def _remedy(sheet: Sheet, remedy: Remedy) -> dict[str, object]:
    assert remedy.within
    return {
        "id": remedy.id,
        "name": remedy.name,
        "from": remedy.counts_from,
        "within": _period(remedy.within),
        "law": _links(sheet.cites(remedy.law)),
        "href": sheet.to(address.REMEDIES, remedy.id),
        "long": remedy.long_stop or "",
        "first": remedy.precondition or "",
        "interrupted": remedy.interrupted_by or "",
        "runs": clock(remedy),
        "says": CLOCKS[clock(remedy)],
    }


def _period(period: Period) -> dict[str, object]:
    return {"count": period.count, "unit": period.unit, "said": str(period)}


def _links(links: Iterable[Link]) -> list[dict[str, str]]:
    return [{"name": link.name, "href": link.href} for link in links]
