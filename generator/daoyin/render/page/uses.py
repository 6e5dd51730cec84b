"""Where an article, a document or a role is used: the catalogue read backwards, once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from daoyin import address
from daoyin.duties import members
from daoyin.model import Catalogue, Duty, LawReference, Procedure
from daoyin.render.page.sheet import Link, Sheet

NAMED = 2
"""So many names are listed; more are only counted."""


@dataclass(frozen=True)
class Use:
    """One place on the site. `page` is an address; `within` names the page that it lies on."""

    page: str
    anchor: str
    within: str
    name: str
    step: int = 0
    """The number, where it is a step."""


@dataclass(frozen=True)
class Group:
    """The uses on one page: the page (the link leads to the first spot), and the spots on it."""

    page: Link
    spots: tuple[Link, ...]


def groups(sheet: Sheet, uses: Iterable[Use]) -> tuple[Group, ...]:
    """Uses -> by page, in the order in which the pages come first."""
    pages: dict[str, list[Use]] = {}
    for use in dict.fromkeys(uses):
        pages.setdefault(use.page, []).append(use)
    return tuple(
        Group(
            Link(found[0].within, sheet.to(page, found[0].anchor)),
            tuple(Link(use.name, sheet.to(page, use.anchor)) for use in found if use.anchor),
        )
        for page, found in pages.items()
    )


def brief(sheet: Sheet, uses: Iterable[Use], most: int) -> tuple[tuple[Link, ...], int]:
    """Uses -> a link for each page, which says in its note what is meant there; and how many pages are left out.

    The pages of wider places come first, so that what is left out is local: a page of the law cannot grow for ever.
    """
    pages: dict[str, list[Use]] = {}
    for use in sorted(dict.fromkeys(uses), key=lambda use: use.page.count("/")):
        pages.setdefault(use.page, []).append(use)
    links = [Link(found[0].within, sheet.to(page, found[0].anchor), spots(found)) for page, found in pages.items()]
    return tuple(links[:most]), max(0, len(links) - most)


def spots(uses: list[Use]) -> str:
    """What several uses on one page are: 第 1–4、7 步, then what has a name; many names are only counted."""
    numbers = sorted({use.step for use in uses if use.step})
    names = list(dict.fromkeys(use.name for use in uses if use.name and not use.step))
    told = [f"第 {runs(numbers)} 步"] if numbers else []
    return "；".join([*told, *([f"{len(names)} 项"] if len(names) > NAMED else names)])


def runs(numbers: list[int]) -> str:
    """Numbers in order, with neighbours drawn together: 1, 2, 3, 7 -> 1–3、7."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found)


@cache
def of_articles(catalogue: Catalogue) -> dict[tuple[str, int], tuple[tuple[LawReference, Use], ...]]:
    """For each article of each instrument: which unit of it is cited where."""
    found: dict[tuple[str, int], list[tuple[LawReference, Use]]] = {}
    for reference, use in _citing(catalogue):
        found.setdefault((reference.law, reference.article), []).append((reference, use))
    return {key: tuple(dict.fromkeys(cited)) for key, cited in found.items()}


def _citing(catalogue: Catalogue) -> Iterator[tuple[LawReference, Use]]:
    for procedure in catalogue.procedures:
        page = Use(address.procedure(procedure.id), "", procedure.name, "")
        yield from ((law, page) for law in procedure.law)
        for number, node in enumerate(procedure.process.nodes, 1):
            yield from ((law, _step(procedure, node.id, number)) for law in node.law)
        for limit in procedure.limits:
            spot = Use(page.page, address.limit_anchor(limit.id), procedure.name, f"期限：{limit.act}")
            yield from ((law, spot) for law in limit.law)
    for place, duties in catalogue.duties:
        for duty in duties:
            yield from ((law, _duty(catalogue, place, duty)) for law in (*duty.law, *duty.consequence))
    for document in catalogue.documents:
        yield from ((law, Use(address.document(document.id), "", document.name, "")) for law in document.law)
    for remedy in catalogue.remedies:
        yield from ((law, Use(address.REMEDIES, remedy.id, "其他法律途径", remedy.name)) for law in remedy.law)


def _step(procedure: Procedure, node: str, number: int) -> Use:
    return Use(address.procedure(procedure.id), address.step_anchor(node), procedure.name, f"第 {number} 步", number)


def _duty(catalogue: Catalogue, place: str, duty: Duty) -> Use:
    name = catalogue.place[place].name if place in catalogue.place else place
    return Use(address.duties(place), duty_anchor(duty), f"{name}责任清单", duty.duty)


def duty_anchor(duty: Duty) -> str:
    """A row of a responsibility list."""
    return f"duty-{duty.id}"


@cache
def of_documents(catalogue: Catalogue) -> dict[str, tuple[tuple[str, Use], ...]]:
    """For each document: the steps that issue it (`outputs`), need it (`inputs`), or name it (`named`)."""

    def uses() -> Iterator[tuple[str, tuple[str, Use]]]:
        for procedure in catalogue.procedures:
            for number, node in enumerate(procedure.process.nodes, 1):
                spot = _step(procedure, node.id, number)
                yield from ((id, ("outputs", spot)) for id in node.outputs)
                yield from ((id, ("inputs", spot)) for id in node.inputs)
            page = Use(address.procedure(procedure.id), "", procedure.name, "")
            yield from ((id, ("named", page)) for id in procedure.documents)
        for place, duties in catalogue.duties:
            yield from ((duty.document, ("named", _duty(catalogue, place, duty))) for duty in duties if duty.document)

    return _gathered(uses())


@cache
def of_roles(catalogue: Catalogue) -> dict[str, tuple[tuple[str, Use], ...]]:
    """For each role: the steps that it takes (`responsible`), answers for, is consulted on or told of; its duties.

    What a composite role holds, each of its members holds too.
    """

    def uses() -> Iterator[tuple[str, tuple[str, Use]]]:
        for procedure in catalogue.procedures:
            for number, node in enumerate(procedure.process.nodes, 1):
                spot = _step(procedure, node.id, number)
                yield from each((node.lane,), "responsible", spot)
                yield from each((node.accountable,) if node.accountable else (), "accountable", spot)
                yield from each(node.consulted, "consulted", spot)
                yield from each(node.informed, "informed", spot)
        for place, duties in catalogue.duties:
            for duty in duties:
                yield from each((duty.holder,), "duties", _duty(catalogue, place, duty))

    def each(roles: tuple[str, ...], part: str, use: Use) -> Iterator[tuple[str, tuple[str, Use]]]:
        for role in roles:
            yield from ((id, (part, use)) for id in dict.fromkeys((role, *members(catalogue, role))))

    return _gathered(uses())


def _gathered(pairs: Iterable[tuple[str, tuple[str, Use]]]) -> dict[str, tuple[tuple[str, Use], ...]]:
    found: dict[str, dict[tuple[str, Use], None]] = {}
    for id, use in pairs:
        found.setdefault(id, {})[use] = None
    return {id: tuple(uses) for id, uses in found.items()}


def part(uses: Iterable[tuple[str, Use]], name: str) -> tuple[Use, ...]:
    """The uses of one kind."""
    return tuple(use for kind, use in uses if kind == name)
