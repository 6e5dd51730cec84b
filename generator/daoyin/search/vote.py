"""What the characters of a question speak for: naive Bayes, learned from questions that people asked.

Each thing that can be found has examples of questions that it answers: its `asks`, the phrases that lead to it, and
the questions of `procedures/asked/` that name its address. What a character or a term votes for an entry is the
logarithm of how much more often it stands in the entry's examples than in those of all others (the complement of
J. Rennie, L. Shih, J. Teevan, D. Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003, §3.1). So
a question that nobody has asked in these words still finds its answer, if its pieces have been said in other questions
for the same thing. Only what speaks for an entry is kept: what is said of everything speaks for nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from daoyin.search import folding, ranking
from daoyin.search.entry import Entry

Votes = dict[str, tuple[tuple[int, int], ...]]
"""By character or term: entries in their order, each with its vote in steps of 1 / `ranking.STEPS`, at most 15."""

MOST = 15


def votes(entries: Sequence[Entry]) -> Votes:
    """What every character and term of the examples votes for.

    What is usual is counted among what holds everywhere: a thousand local pages with the same examples change nothing.
    """
    pieces = cache(_pieces)
    counts = {number: _counted(map(pieces, entry.asks)) for number, entry in enumerate(entries) if entry.asks}
    usual: Counter[str] = Counter()
    for number, count in counts.items():
        if not entries[number].place:
            usual.update(count)
    total, smooth = usual.total(), ranking.SMOOTH
    floor = smooth * len(usual)
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, count in counts.items():
        own = count.total()
        here = 0 if entries[number].place else 1
        apart = math.log((total - here * own + floor) / (own + floor))
        for piece, times in count.items():
            gain = apart + math.log((times + smooth) / (usual[piece] - here * times + smooth))
            if gain > ranking.LEAST:
                found[piece].append((number, min(MOST, round(ranking.STEPS * gain))))
    return {piece: tuple(voted) for piece, voted in found.items()}


def _counted(examples: Iterable[tuple[str, ...]]) -> Counter[str]:
    count: Counter[str] = Counter()
    for pieces in examples:
        count.update(pieces)
    return count


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece, _ in folding.pieces(folding.fold(text)))
