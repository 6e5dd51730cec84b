"""Which pages are hard to find: nobody wrote how people ask for them, or no phrase leads to them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from daoyin.model import Catalogue
from daoyin.search.entries import entries
from daoyin.search.entry import Kind

ASKED: tuple[Kind, ...] = ("guide", "remedy", "document", "page", "practice", "place")
"""Kinds whose files may carry `asks`, and that readers look for by themselves."""

ENOUGH = 3
"""So many ways to ask for a page, asks and phrases together, are enough not to list it."""


@dataclass(frozen=True)
class Weakness:
    """A page, and in how many ways it is led to: `asks` of its own, entries of synonyms.yaml that lead to it."""

    name: str
    page: str
    anchor: str
    asks: int
    phrases: int


def weakest(catalogue: Catalogue) -> list[Weakness]:
    """The pages with too few ways to them, those with the fewest first, then in the order of the catalogue."""
    return sorted(_weak(catalogue), key=lambda weak: weak.asks + weak.phrases)


def _weak(catalogue: Catalogue) -> Iterator[Weakness]:
    led = Counter(to for synonym in catalogue.synonyms for to in synonym.to)
    for entry in entries(catalogue):
        if entry.head and entry.kind in ASKED:
            asks = len(dict(entry.texts).get("asks", "").splitlines())
            phrases = led[entry.to]
            if asks + phrases < ENOUGH:
                yield Weakness(entry.name, entry.page, entry.anchor, asks, phrases)
