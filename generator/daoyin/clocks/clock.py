"""What starts which clock: the limits of the whole country's procedures by the event from which they run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from daoyin.model import Catalogue, LawReference, Limit, Node, Period, Procedure, Remedy, Target


@dataclass(frozen=True)
class Spot:
    """A node of a procedure."""

    procedure: Procedure
    node: Node

    @property
    def id(self) -> str:
        """As limits name it: `handling/appeal:accepted`."""
        return f"{self.procedure.id.removeprefix(self.procedure.place + '/')}:{self.node.id}"


@dataclass(frozen=True)
class Clock:
    """A limit that can be counted: its law sets a number and is in force."""

    procedure: Procedure
    limit: Limit
    within: Period
    leads: tuple[str, ...]
    """Ids of the events to which the flow leads, once the limit is kept."""

    @property
    def id(self) -> str:
        """As duties name it: `handling/appeal:handle`."""
        return f"{self.procedure.id.removeprefix(self.procedure.place + '/')}:{self.limit.id}"


@dataclass(frozen=True)
class Event:
    """Something that happens on a day and starts clocks."""

    at: Spot
    clocks: tuple[Clock, ...]

    @property
    def id(self) -> str:
        """As limits name it: `handling/appeal:accepted`."""
        return self.at.id

    @property
    def name(self) -> str:
        """What happens."""
        return self.at.node.name


@lru_cache(maxsize=4)
def events(catalogue: Catalogue) -> tuple[Event, ...]:
    """The events that start a clock, in the order of the story; those of the country alone. Computed once a catalogue.

    What a local report tells, and what rests on an instrument that is not in force or an article that was not
    verified, starts no clock.
    """
    place = next((place for place in catalogue.places if place.above is None), None)
    found: dict[str, tuple[Spot, list[tuple[Procedure, Limit, Period]]]] = {}
    procedures = [procedure for procedure in catalogue.procedures if place and procedure.place == place.id]
    for procedure in procedures:
        for limit in procedure.limits:
            spot = _start(catalogue, procedure, limit)
            if spot and limit.within and procedure.basis == "law" and limit.law and sound(catalogue, limit.basis):
                found.setdefault(spot.id, (spot, []))[1].append((procedure, limit, limit.within))
    order = [catalogue.resolve(place.id, "", written) for written in place.order] if place else []
    spots = sorted((spot for spot, _ in found.values()), key=lambda spot: _place_in(order, spot))
    return tuple(Event(spot, _clocks(catalogue, found[spot.id][1], found.keys())) for spot in spots)


def remedies(catalogue: Catalogue) -> tuple[Remedy, ...]:
    """The other legal routes with a clock of their own that can be counted."""
    return tuple(remedy for remedy in catalogue.remedies if remedy.within and sound(catalogue, remedy.law))


def sound(catalogue: Catalogue, law: Iterable[LawReference]) -> bool:
    """Whether something rests on law, and all of that is in force and verified."""
    references = tuple(law)
    return bool(references) and all(
        (found := catalogue.law.get(reference.law)) is not None
        and found.status == "in-force"
        and (article := catalogue.article(reference)) is not None
        and article.verified
        for reference in references
    )


def _place_in(order: list[str | None], spot: Spot) -> tuple[int, int]:
    """Where an event stands in the story: its procedure's place in the country's order, then its node's."""
    listed = order.index(spot.procedure.id) if spot.procedure.id in order else len(order)
    return listed, spot.procedure.process.nodes.index(spot.node)


def _start(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> Spot | None:
    path, _, node = limit.from_.removeprefix("procedure ").rpartition(":")
    found = catalogue.resolve(procedure.place, procedure.part, path) if path else procedure.id
    return _spot(catalogue.procedure.get(found or ""), node)


def _spot(procedure: Procedure | None, node: str | None) -> Spot | None:
    """A node by its id; where none is said, the procedure's first."""
    if procedure is None:
        return None
    found = procedure.process.node(node) if node else procedure.process.nodes[0]
    return Spot(procedure, found) if found else None


def _clocks(
    catalogue: Catalogue, limits: list[tuple[Procedure, Limit, Period]], events: Iterable[str]
) -> tuple[Clock, ...]:
    starting = frozenset(events)
    return tuple(
        Clock(procedure, limit, within, tuple(_leads(catalogue, procedure, limit, starting)))
        for procedure, limit, within in limits
    )


def _leads(catalogue: Catalogue, procedure: Procedure, limit: Limit, starting: frozenset[str]) -> Iterator[str]:
    """The events first met on the flows that go on from the nodes by which a limit is kept."""
    waiting = [spot for node in limit.until if (spot := _spot(procedure, node))]
    met = {spot.id for spot in waiting}
    while waiting:
        spot = waiting.pop(0)
        for flow in spot.procedure.process.flows:
            target = _target(catalogue, spot.procedure, flow.target) if flow.source == spot.node.id else None
            if target is None or target.id in met:
                continue
            met.add(target.id)
            if target.id in starting:
                yield target.id
            else:
                waiting.append(target)


def _target(catalogue: Catalogue, procedure: Procedure, target: Target) -> Spot | None:
    if target.kind == "remedy":
        return None
    if target.kind == "node":
        return _spot(procedure, target.id)
    found = catalogue.resolve(procedure.place, procedure.part, target.id)
    return _spot(catalogue.procedure.get(found or ""), target.node)
