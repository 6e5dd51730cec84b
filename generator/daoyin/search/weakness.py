"""Which pages are hard to find: search knows too few questions that they answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from daoyin.model import Catalogue
from daoyin.search.entries import entries
from daoyin.search.entry import Kind

ASKED: tuple[Kind, ...] = ("guide", "remedy", "document", "page", "place", "term", "outcome")
"""Kinds that readers look for by themselves."""

ENOUGH = 8
"""So many questions are enough for a page not to be listed."""


@dataclass(frozen=True)
class Weakness:
    """A page, and how many questions search knows for it: `asks` of its own, synonyms, lines of `procedures/asked/`."""

    name: str
    page: str
    anchor: str
    asks: int


def weakest(catalogue: Catalogue) -> list[Weakness]:
    """The pages with too few questions, those with the fewest first, then in the order of the catalogue."""
    return sorted(_weak(catalogue), key=lambda weak: weak.asks)


def _weak(catalogue: Catalogue) -> Iterator[Weakness]:
    for entry in entries(catalogue):
        if entry.head and entry.kind in ASKED and len(entry.asks) < ENOUGH:
            yield Weakness(entry.name, entry.page, entry.anchor, len(entry.asks))
