"""The inverted index: for each term the entries that hold it, each with its impact.

An impact is the term's BM25F weight in the entry, saturated and cut to 4 bits; what depends on the query (idf, intents,
place) is left to it. Lists of very common terms keep their strongest entries only, so that the longest list, and with
it the slowest query, does not grow with the site (champion lists: Manning, Raghavan, Schütze, Introduction to
Information Retrieval, §7.1.3). How rare a term is, and how long a text usually is, are counted over what holds
everywhere: a thousand local pages leave the order of the national answers as it was.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress

from daoyin.search import folding, ranking
from daoyin.search.entry import Entry, Field
from daoyin.search.vote import Votes, votes

LEVELS = 15
"""The strongest impact; a posting is entry * 16 + impact, one number, of which an index makes a million."""
CHAMPIONS = 800
"""How many entries that hold everywhere a term keeps, and"""
LOCAL = 300
"""how many local ones."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands: the strongest entries as entry * 16 + impact, by entry, and in how many it stands in all.

    Counted are those that hold everywhere; the local ones only for a term that stands in none of these.
    """

    frequency: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All entries, where each group of them begins, and the postings by term in order of their first use."""

    entries: tuple[Entry, ...]
    starts: tuple[int, ...]
    postings: dict[str, Postings]
    votes: Votes

    @property
    def size(self) -> int:
        """How many entries the frequencies are counted among."""
        return sum(not entry.place for entry in self.entries) or len(self.entries)


def index(entries: Sequence[Entry]) -> Index:
    """Index the entries. Equal entries give an equal index, term by term in the same order."""
    counted = cache(_count)
    bags = [[(field, *counted(text)) for field, text in entry.texts] for entry in entries]
    everywhere = [not entry.place for entry in entries]
    average = _averages([*compress(bags, everywhere)] or bags)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for term, weight in _weights(bag, average).items():
            found[term].append(number * 16 - int(-LEVELS * weight // (ranking.SATURATION + weight)))
    starts = tuple(number for number, entry in enumerate(entries) if entry.head)
    return Index(
        tuple(entries),
        starts,
        {term: _champions(postings, everywhere) for term, postings in found.items()},
        votes(entries),
    )


_Bag = list[tuple[Field, Counter[str], int]]


def _count(text: str) -> tuple[Counter[str], int]:
    counts = Counter(folding.bag(folding.fold(text)))
    return counts, counts.total()


def _averages(bags: Sequence[_Bag]) -> dict[Field, float]:
    """The average length of each field, over the entries that have it."""
    total: Counter[Field] = Counter()
    entries: Counter[Field] = Counter()
    for bag in bags:
        for field, _, length in bag:
            total[field] += length
            entries[field] += 1
    return {field: max(1.0, total[field] / entries[field]) for field in total}


def _weights(bag: _Bag, average: dict[Field, float]) -> dict[str, float]:
    """How much each term says of an entry, before it is saturated."""
    weights: dict[str, float] = {}
    for field, counts, length in bag:
        weight, slope = ranking.FIELDS[field]
        weight /= 1 - slope + slope * length / average.get(field, 1.0)
        for term, count in counts.items():
            weights[term] = weights.get(term, 0.0) + weight * count
    return weights


def _champions(postings: list[int], national: list[bool]) -> Postings:
    everywhere = [posting for posting in postings if national[posting >> 4]]
    if len(postings) <= min(CHAMPIONS, LOCAL):
        return Postings(len(everywhere) or len(postings), tuple(postings))
    local = [posting for posting in postings if not national[posting >> 4]]
    kept = sorted(_strongest(everywhere, CHAMPIONS) + _strongest(local, LOCAL))
    return Postings(len(everywhere) or len(local), tuple(kept))


def _strongest(postings: list[int], most: int) -> list[int]:
    if len(postings) <= most:
        return postings
    return sorted(postings, key=lambda posting: -(posting & 15))[:most]
