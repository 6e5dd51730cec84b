"""What the characters of a question speak for: naive Bayes, learned from examples of questions.

Each thing that can be found has examples of questions that it answers: its `asks`, the phrases that lead to it, and
the questions of `procedures/asked/` that name its address. What a character or a term votes for an entry is the
logarithm of how much more often it stands in the entry's examples than in those of all others (the complement of
J. Rennie, L. Shih, J. Teevan, D. Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003, §3.1). So
a question that nobody has asked in these words still finds its answer, if its pieces have been said in other questions
for the same thing. Only what speaks for an entry is kept: what is said of everything speaks for nothing.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import chain

from daoyin.search import folding, ranking
from daoyin.search.entry import Entry

Votes = dict[str, tuple[int, ...]]
"""By character or term: entry * 16 + vote, by entry; a vote counts steps of 1 / `ranking.STEPS`, 15 at most."""

MOST = 15


def votes(entries: Sequence[Entry]) -> Votes:
    """What every character and term of the examples votes for.

    What is usual is counted among what holds everywhere: a thousand local pages with the same examples change nothing.
    """
    pieces = cache(_pieces)
    usual = Counter(chain.from_iterable(pieces(ask) for entry in entries if not entry.place for ask in entry.asks))
    total, smooth = usual.total(), ranking.SMOOTH
    floor = smooth * len(usual)
    alike: defaultdict[tuple[tuple[str, ...], bool], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        alike[entry.asks, not entry.place].append(number * 16)  # local pages that follow a national one ask alike
    found: defaultdict[str, list[int]] = defaultdict(list)
    for (asks, among), numbers in alike.items():
        count = Counter(chain.from_iterable(map(pieces, asks)))
        own = count.total()
        apart = (total - among * own + floor) / (own + floor)
        for piece, times in count.items():
            odds = apart * (times + smooth) / (usual[piece] - among * times + smooth)
            if odds > ranking.LEAST:
                steps = bisect_right(_EDGES, odds)
                found[piece] += [number + steps for number in numbers]
    return {piece: tuple(sorted(voted)) for piece, voted in found.items()}


def _pieces(text: str) -> list[str]:
    return folding.parts(folding.fold(text))


_EDGES = [math.exp((step + 0.5) / ranking.STEPS) for step in range(MOST)]
"""From which odds on a vote has one step more."""
