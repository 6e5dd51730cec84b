"""Examples of questions, as people put them, at the things that answer."""

from collections.abc import Iterable
from dataclasses import replace

from daoyin.model import Catalogue
from daoyin.search.entry import Entry

ANSWERS = 2
"""So many addresses of a question, the first ones, take it for an example."""


def with_examples(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each with all examples that it answers: its own, and what leads to it."""
    told: dict[str, list[str]] = {}
    for synonym in catalogue.synonyms:
        for to in synonym.to[:1]:
            told.setdefault(to, []).extend(phrase.replace("*", " ") for phrase in synonym.say)
    for asked in catalogue.asked:
        for to in asked.to[:ANSWERS]:
            told.setdefault(to, []).append(asked.question)
    return tuple(
        replace(entry, asks=(*entry.asks, *told.pop(entry.to))) if entry.to in told else entry for entry in entries
    )
