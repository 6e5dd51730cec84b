"""Comparison pages: how places organise the same stage, side by side, below what the law has every place do.

They show no figures and no order of merit: the rows follow the catalogue, whatever the register's order.
"""

from dataclasses import dataclass

from daoyin import address
from daoyin.duties import Line, lines
from daoyin.model import Catalogue, Compared, Comparison, Place, Practice
from daoyin.render.page.home import top
from daoyin.render.page.sheet import Link, Sheet
from daoyin.render.page.uses import duty_anchor

INTRO = "同一个环节，各地怎么做。上面是全国都要做到的，下面是各地公开报道过的做法。只放在一起看，不比高低。"


@dataclass(frozen=True)
class Told:
    """A practice in a row, and its chart."""

    practice: Practice
    href: str
    chart: Link | None


@dataclass(frozen=True)
class Row:
    """One place and its practices; `sources` are numbers in the page's list of reports."""

    place: Link
    practices: tuple[Told, ...]
    chart: Link | None
    sources: tuple[int, ...]


def comparison(catalogue: Catalogue, comparison: Comparison) -> str:
    """A comparison -> its page."""
    sheet = Sheet(catalogue, address.comparison(comparison.id))
    order = list(catalogue.place)
    rows = sorted(comparison.rows, key=lambda row: order.index(row.place) if row.place in order else len(order))
    reports = _reports(catalogue, rows)
    return sheet.write(
        "comparison.html",
        title=comparison.name,
        kind="comparison",
        section="places",
        description=comparison.says,
        trail=(("地方", address.PLACES), ("各地做法对照", address.COMPARISONS)),
        source="procedures/comparisons.yaml",
        says=sheet.prose(comparison.says),
        duties=[_duty(sheet, line) for line in _duties(catalogue, comparison)],
        rows=[_row(sheet, row, place, reports) for row in rows if (place := catalogue.place.get(row.place))],
        related=[sheet.procedure(id) for id in comparison.related if id in catalogue.procedure],
        reports=[catalogue.source[id] for id in reports],
    )


def comparisons(catalogue: Catalogue) -> str:
    """All comparisons."""
    sheet = Sheet(catalogue, address.COMPARISONS)
    return sheet.write(
        "comparisons.html",
        title="各地做法对照",
        kind="index",
        section="places",
        description=INTRO,
        trail=(("地方", address.PLACES),),
        source="procedures/comparisons.yaml",
        intro=INTRO,
        comparisons=[
            Link(found.name, sheet.to(address.comparison(found.id)), found.says) for found in catalogue.comparisons
        ],
    )


def _duties(catalogue: Catalogue, comparison: Comparison) -> list[Line]:
    """The national duties that rest on the named units, in the order of the national list."""
    return [
        line
        for line in lines(catalogue, top(catalogue))
        if any(law.within(unit) for law in line.duty.law for unit in comparison.duties)
    ]


def _duty(sheet: Sheet, line: Line) -> dict[str, object]:
    """A duty: who, what, on which article; the link leads to its row in the national list."""
    href = sheet.to(address.duties(line.place), duty_anchor(line.duty))
    return {
        "what": Link(line.duty.duty, href),
        "who": sheet.role(line.duty.holder),
        "law": sheet.cites(line.duty.law),
    }


def _row(sheet: Sheet, row: Compared, place: Place, reports: tuple[str, ...]) -> Row:
    told = [practice for practice in place.practices if practice.id in row.practices]
    return Row(
        place=Link(place.name, sheet.to(address.place(place.id))),
        practices=tuple(_told(sheet, place, practice) for practice in told),
        chart=_chart(sheet, place, "", row.procedure),
        sources=tuple(reports.index(id) + 1 for id in dict.fromkeys(id for one in told for id in one.sources)),
    )


def _told(sheet: Sheet, place: Place, practice: Practice) -> Told:
    return Told(
        practice=practice,
        href=sheet.to(address.place(place.id), practice.id),
        chart=_chart(sheet, place, practice.part, practice.procedure),
    )


def _chart(sheet: Sheet, place: Place, part: str, written: str | None) -> Link | None:
    id = sheet.catalogue.resolve(place.id, part, written) if written else None
    return sheet.procedure(id) if id else None


def _reports(catalogue: Catalogue, rows: list[Compared]) -> tuple[str, ...]:
    """Ids of the reports that the shown practices rest on, in the order in which they are first named."""
    places = [(row, place) for row in rows if (place := catalogue.place.get(row.place))]
    shown = [one for row, place in places for one in place.practices if one.id in row.practices]
    return tuple(dict.fromkeys(id for practice in shown for id in practice.sources if id in catalogue.source))
