"""Overlaps and gaps of responsibility, as a table for staff: a report, not faults of the data."""

from collections.abc import Iterator

from daoyin.model import Catalogue, Place, Procedure
from daoyin.model.place import PUBLICATION
from daoyin.model.word import Word


class Lead(Word):
    """Who leads a matter in a place: no body is a gap (未收录), two are an overlap."""

    place: str
    procedure: str
    role: str
    bodies: tuple[str, ...]

    @property
    def kind(self) -> str:
        """`gap`, `overlap`, or `one`."""
        return {0: "gap", 1: "one"}.get(len(self.bodies), "overlap")


class Blank(Word):
    """Which of art. 18's eight items a body has no answer to here: 未收录."""

    place: str
    body: str
    items: tuple[str, ...]


def leads(catalogue: Catalogue) -> tuple[Lead, ...]:
    """For every place with bodies, and every matter of law that applies there, who leads it."""
    return tuple(
        Lead(place=place.id, procedure=procedure.id, role=role, bodies=_filling(catalogue, place, role))
        for place in catalogue.places
        if place.bodies
        for procedure in catalogue.procedures
        if (role := procedure.competent_authority) and _applies(procedure, place)
    )


def blanks(catalogue: Catalogue) -> tuple[Blank, ...]:
    """For every body, the items of art. 18 that are 未收录."""
    return tuple(
        Blank(place=place.id, body=body.id, items=items)
        for place in catalogue.places
        for body in place.bodies
        if (items := tuple(item for item in PUBLICATION if not getattr(body.publication, item)))
    )


def _applies(procedure: Procedure, place: Place) -> bool:
    """A procedure of the place itself, or of a place above it."""
    return place.id == procedure.place or place.id.startswith(f"{procedure.place}/")


def _filling(catalogue: Catalogue, place: Place, role: str) -> tuple[str, ...]:
    """The bodies of the place that fill a role or one of those that it is made of."""
    wanted = set(_members(catalogue, role))
    return tuple(body.id for body in place.bodies if wanted & set(body.roles))


def _members(catalogue: Catalogue, role: str) -> Iterator[str]:
    yield role
    if found := catalogue.role.get(role):
        yield from (*found.any_of, *found.jointly)
