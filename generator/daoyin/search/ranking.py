"""Every number that ranks results. The index carries them to the browser, so both rank alike.

BM25F: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), §3.6. The numbers were
tuned on the first half of `tests/search/questions.tsv` and on batches of questions that are examples since, in
`procedures/asked/`; the half that is set aside had to keep its bounds meanwhile, and so its total was watched.
"""

import math
from typing import Final

from daoyin.search.entry import KINDS, Field, Kind

FIELDS: Final[dict[Field, tuple[float, float]]] = {
    "name": (5.0, 0.6),
    "alias": (2.0, 0.0),
    "context": (1.0, 0.0),
    "body": (1.5, 0.8),
}
"""For each field: its weight, and how much its length counts against it (BM25's b)."""

VOTE: Final = 10.0
"""What a vote of one step adds, beside the sum of rarity times impact of the reader's words."""

STEPS: Final = 2
"""Steps of a vote to a factor of e: how finely votes are kept."""

LEAST: Final = math.e
"""Who is not so many times likelier gets no vote."""

SMOOTH: Final = 0.08
"""How often everything counts as said of everything (Laplace)."""

SATURATION: Final = 4.0
"""BM25's k1: how soon a repeated word stops to add."""

PRIOR: Final[dict[Kind, float]] = dict.fromkeys(KINDS, 1.0) | {"list": 0.6, "stale": 0.4}
"""What a kind is worth by itself: an answer more than a list, and than what may no longer hold."""

INTENT: Final[dict[str, tuple[Kind, ...]]] = {
    "limit": ("limit",),
    "where": ("where", "role", "place"),
    "remedy": ("remedy",),
    "bring": ("bring", "document"),
    "get": ("get", "document"),
    "right": ("right",),
    "cost": ("cost",),
    "meaning": ("term",),
    "duty": ("duty", "role"),
    "law": ("law", "article"),
    "filler": (),
}
"""Which kinds answer a question word of each intent."""

ASKED: Final = 1.25
"""How much more an entry is worth whose kind is asked for."""

FILLER: Final = 0.1
QUESTION: Final = 0.6
"""What the characters of a filler and of any other question word weigh, beside 1 for the rest."""

SECTION: Final = 0.5
"""How much the lesser of a group's two scores (head, best section) adds to the greater."""

LANDING: Final = 0.1
"""A hit lands on the section whose kind is asked for if it scores this share of the head, so that the fact itself is
shown; on any other section only if it beats the head.
"""

MORE: Final = 0.6
"""Further sections are shown that score this share of the best one."""

ELSEWHERE: Final = 0.6
"""What a local entry is worth while no place is named, and what other places are worth when one is."""

NAMED: Final = 2.2
"""What an entry of the named place is worth."""

AROUND: Final = 0.7
"""What an entry that holds everywhere is worth when a place is named."""

LEAD: Final = 90.0
"""What an entry gains that a synonym leads to, beside the sum of rarity times impact of the reader's words."""

CALLED: Final = 0.8
"""How surely the name of a law, document, route or term means that very thing,"""
FULL: Final = 3
"""if it has so many characters."""

WHOLE: Final = 3.0
"""How much surer it is if the reader says nothing else."""

NEXT: Final = 0.78
"""What the next address of a synonym gains, beside the one before it."""

AGAIN: Final = 0.5
"""What a second phrase of the same synonym adds, beside the surest; a third that share of the second; and so on."""

SURER: Final = (0.5, 1.0, 1.2, 1.4, 1.6)
"""How surely a phrase of one, two … characters means what its synonym says; longer ones as the last."""

SHADED: Final = 0.35
"""What a phrase counts that is part of a longer one of another synonym: 不服 in 复查不服."""

WEAK: Final = 5
"""A term whose impact is nowhere more than this stands in no name: it may be a slip."""

USUAL: Final = 10
"""Nor is a Chinese term a slip that votes for so many entries: many people have said it."""

CORRECTED: Final = 0.7
"""What a term counts that sounds like one of the reader's (工姿 -> 工资)."""

SHORT: Final = 6
"""Queries of more terms have other clues than a misspelt word: what is corrected counts less by as much."""

UNKNOWN: Final = 0.3
"""Slips are looked for where at least this share of the reader's terms is known to no entry,"""
SURE: Final = 1.5
"""where no phrase leads anywhere more surely than this,"""
PLAIN: Final = 28
"""and no entry has more votes than these steps."""

TAIL: Final = 0.3
"""Results that are worth less than this share of the best one are left out."""

GAP: Final = 5
"""How many characters the `*` of a synonym may stand for."""
