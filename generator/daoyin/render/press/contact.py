"""How to reach a body: the items of art. 18 as lines of a print, with a blank to fill in where we hold nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from daoyin.model import Body, Catalogue
from daoyin.model.place import PUBLICATION


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its name in art. 18, and what the body published; empty is a ruled blank."""

    name: str
    says: str


def items(body: Body | None, only: Sequence[str] = ()) -> tuple[Item, ...]:
    """A body's items by their keys in art. 18, all eight unless told; without a body all are blank."""
    held = body.publication if body else None
    return tuple(
        Item(name, (getattr(held, key) if held else None) or "")
        for key, name in PUBLICATION.items()
        if not only or key in only
    )


def body(catalogue: Catalogue, place: str, roles: Sequence[str]) -> Body | None:
    """The place's body that fills the first of these roles; None where the place has none of them."""
    found = catalogue.place.get(place)
    filled = {role: body for body in reversed(found.bodies) for role in body.roles} if found else {}
    return next((filled[role] for role in roles if role in filled), None)
