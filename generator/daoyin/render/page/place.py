"""Pages of places: what a jurisdiction does, on whose report, and what its bodies publish."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from daoyin import address
from daoyin.model import PARTS, Body, Catalogue, Place, Practice, Procedure, Source
from daoyin.model.place import PRACTICE_KINDS, PUBLICATION
from daoyin.render.page.sheet import NO_PRINTS, Link, Sheet, trail

LEVELS = {"country": "全国", "province": "省级", "city": "市级", "county": "县区级", "town": "乡镇级"}
INTRO = "各地公开报道过的做法。它们是当地的做法，不是全国的规定；到了现场，以当地公布的为准。"


@dataclass(frozen=True)
class PracticeItem:
    """A local practice as it is shown."""

    practice: Practice
    kind: str
    says: Markup
    procedure: Link | None
    law: tuple[Link, ...]
    sources: tuple[int, ...]
    """Numbers of the reports in the page's list."""


@dataclass(frozen=True)
class Branch:
    """A place in the tree, with the places below it."""

    link: Link
    below: tuple["Branch", ...]


def place(catalogue: Catalogue, place: Place, prints: Mapping[str, str] = NO_PRINTS) -> str:
    """A jurisdiction, and what to print of it -> its page."""
    sheet = Sheet(catalogue, address.place(place.id))
    reports = _reports(catalogue, place)
    above = trail(catalogue, place.above) if place.above else ()
    return sheet.write(
        "place.html",
        prints=sheet.prints(prints),
        title=place.name if place.above else f"{place.name}办事指南",
        kind="place",
        section="places" if place.above else "guides",
        description=place.summary,
        trail=(("地方", address.PLACES), *above) if place.above else (),
        source=f"procedures/{place.id}/index.yaml",
        checked=place.checked.isoformat(),
        place=place,
        level=LEVELS[place.level],
        summary=sheet.prose(place.summary),
        reports=list(reports.values()),
        sources=numbers(reports, place.sources),
        procedures=_procedures(sheet, place),
        lists=_lists(sheet, place),
        practices=_practices(sheet, place, reports),
        figures=[(figure, numbers(reports, figure.sources)) for figure in place.figures],
        bodies=[
            (body, sheet.roles(body.roles), checklist(body), numbers(reports, body.sources)) for body in place.bodies
        ],
        below=[
            Link(found.name, sheet.to(address.place(found.id)), found.summary) for found in catalogue.below(place.id)
        ],
    )


def _reports(catalogue: Catalogue, place: Place) -> dict[str, Source]:
    """Every report that something on the page rests on, in the order in which it is first named."""
    named = (
        place.sources,
        *(practice.sources for practice in place.practices),
        *(figure.sources for figure in place.figures),
        *(body.sources for body in place.bodies),
    )
    ids = dict.fromkeys(id for sources in named for id in sources)
    return {id: catalogue.source[id] for id in ids if id in catalogue.source}


def numbers(reports: dict[str, Source], ids: tuple[str, ...]) -> tuple[int, ...]:
    """Ids of reports -> their numbers in the page's list."""
    listed = list(reports)
    return tuple(listed.index(id) + 1 for id in ids if id in reports)


def checklist(body: Body) -> list[tuple[str, str]]:
    """The eight items that a body has to publish, each with what we hold of it (empty: a blank to fill in)."""
    return [(name, getattr(body.publication, item) or "") for item, name in PUBLICATION.items()]


def _procedures(sheet: Sheet, place: Place) -> list[tuple[str, str, list[Link]]]:
    """The place's own procedures by part: title, the part's page, links."""
    own: dict[str, list[Procedure]] = {part: [] for part in PARTS}
    for procedure in sheet.catalogue.procedures:
        if procedure.place == place.id:
            own.setdefault(procedure.part, []).append(procedure)
    return [
        (
            PARTS.get(part, part),
            sheet.to(address.part(place.id, part)),
            [sheet.procedure(found.id) for found in procedures],
        )
        for part, procedures in own.items()
        if procedures
    ]


def _lists(sheet: Sheet, place: Place) -> list[Link]:
    """The responsibility lists that the place has."""
    found = []
    if place.id in dict(sheet.catalogue.duties):
        found.append(Link("责任清单", sheet.to(address.duties(place.id))))
        found.append(Link("按单位看", sheet.to(address.duties_by_body(place.id))))
    if any(procedure.place == place.id for procedure in sheet.catalogue.procedures):
        found.append(Link("按步骤看", sheet.to(address.duties_by_step(place.id))))
    return found


def _practices(sheet: Sheet, place: Place, reports: dict[str, Source]) -> list[tuple[str, list[PracticeItem]]]:
    """The place's practices by part."""
    found = [
        (title, [_practice(sheet, place, practice, reports) for practice in place.practices if practice.part == part])
        for part, title in PARTS.items()
    ]
    return [group for group in found if group[1]]


def _practice(sheet: Sheet, place: Place, practice: Practice, reports: dict[str, Source]) -> PracticeItem:
    written = practice.procedure
    id = sheet.catalogue.resolve(place.id, practice.part, written) if written else None
    return PracticeItem(
        practice=practice,
        kind=PRACTICE_KINDS[practice.kind],
        says=sheet.prose(practice.says),
        procedure=sheet.procedure(id) if id else None,
        law=sheet.cites(practice.law),
        sources=numbers(reports, practice.sources),
    )


def places(catalogue: Catalogue) -> str:
    """The tree of all places."""
    sheet = Sheet(catalogue, address.PLACES)
    tops = [found for found in catalogue.places if found.above is None or found.above not in catalogue.place]
    return sheet.write(
        "places.html",
        title="地方",
        kind="index",
        section="places",
        description=INTRO,
        source="procedures/cn/",
        intro=INTRO,
        tree=[_branch(sheet, top) for top in tops],
        sources_page=sheet.to(address.SOURCES),
        comparisons=[Link(found.name, sheet.to(address.comparison(found.id))) for found in catalogue.comparisons],
    )


def _branch(sheet: Sheet, place: Place) -> Branch:
    below = tuple(_branch(sheet, found) for found in sheet.catalogue.below(place.id))
    return Branch(Link(place.name, sheet.to(address.place(place.id)), LEVELS[place.level]), below)
