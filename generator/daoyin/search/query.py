"""A search, step by step as `theme/assets/search/query.js` does it: the reference that its results are held to."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from daoyin.model import Catalogue
from daoyin.search import folding
from daoyin.search import meta as metadata
from daoyin.search.entries import entries
from daoyin.search.entry import Entry
from daoyin.search.index import Index, index
from daoyin.search.phrase import phrases
from daoyin.search.question import Question, understand
from daoyin.search.slip import Lexicon

ALWAYS = 3
"""So many results are shown, however much the first is worth."""


@dataclass(frozen=True)
class Result:
    """A group that was found: where to land in it, its score, and which other sections fit."""

    entry: Entry
    score: float
    more: tuple[Entry, ...] = ()


class Search:
    """The index of a catalogue, ready to be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.index: Index = index(entries(catalogue))
        self.meta: dict[str, Any] = metadata.meta(catalogue, self.index)
        self.phrases = phrases(catalogue)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that sounds are matched with."""
        return Lexicon(metadata.lexicon(self.catalogue, self.index.entries))

    def __call__(self, query: str) -> list[Result]:
        """The groups that fit, best first."""
        return self._rank(self.understand(query))

    def understand(self, query: str) -> Question:
        """What is asked; where the reader's own words are unknown, with what they may have been meant to be."""
        folded = folding.fold(query)
        question = understand(self.meta, self.phrases, folded)
        own = [(term, at) for term, at in folding.terms(folded) if question.terms[term] > self.meta["question"]]
        unknown = [(term, at) for term, at in own if not self._known(term)]
        sure = max(question.leads.values(), default=0.0) > self.meta["sure"]
        plain = max(self._votes(question).values(), default=0.0) > self.meta["plain"]
        if sure or plain or not own or len(unknown) < self.meta["unknown"] * len(own):
            return question
        trust = self.meta["corrected"] * min(1.0, self.meta["short"] / len(own))
        return understand(self.meta, self.phrases, folded, self.lexicon.repaired(folded, unknown), trust)

    def _known(self, term: str) -> bool:
        postings = self.index.postings.get(term)
        named = postings is not None and any(posting & 15 > self.meta["weak"] for posting in postings.entries)
        return named or (term >= folding.HAN and len(self.index.votes.get(term, ())) >= self.meta["usual"])

    def _votes(self, question: Question) -> dict[int, float]:
        """Votes for each entry, in steps."""
        votes: dict[int, float] = {}
        for piece, weight in question.pieces.items():
            for vote in self.index.votes.get(piece, ()):
                votes[vote >> 4] = votes.get(vote >> 4, 0.0) + weight * (vote & 15)
        return votes

    def _scores(self, question: Question) -> dict[int, float]:
        scores: dict[int, float] = {}
        size = self.meta["size"]
        for term, weight in question.terms.items():
            if not (postings := self.index.postings.get(term)):
                continue
            rarity = weight * math.log(1 + max(0, size - postings.frequency + 0.5) / (postings.frequency + 0.5))
            for posting in postings.entries:
                scores[posting >> 4] = scores.get(posting >> 4, 0.0) + rarity * (posting & 15)
        for entry, votes in self._votes(question).items():
            scores[entry] = scores.get(entry, 0.0) + self.meta["vote"] * votes
        for entry, surely in question.leads.items():
            scores[entry] = scores.get(entry, 0.0) + self.meta["lead"] * surely
        return scores

    def _rank(self, question: Question) -> list[Result]:
        meta, scores = self.meta, self._scores(question)
        results = []
        start = 0
        for group, size in enumerate(meta["sizes"]):
            end = start + size
            best: list[tuple[float, int]] = []
            for entry in range(start, end):
                if score := scores.get(entry):
                    kind = meta["kinds"][entry]
                    score *= meta["prior"][kind] * (meta["asked"] if kind in question.kinds else 1)
                    best.append((score, entry))
            if best:
                results.append(self._result(group, start, best, question))
            start = end
        ordered = sorted(results, key=lambda found: (-round(found[0], 6), found[1]))
        least = self.meta["tail"] * ordered[0][0] if ordered else 0
        return _distinct([one for at, (score, _, one) in enumerate(ordered) if at < ALWAYS or score >= least])

    def _result(
        self, group: int, start: int, best: list[tuple[float, int]], question: Question
    ) -> tuple[float, int, Result]:
        meta = self.meta
        head = next((score for score, entry in best if entry == start), 0.0)
        sections = sorted((-score, entry) for score, entry in best if entry != start)
        top = -sections[0][0] if sections else 0.0
        score = max(head, top) + meta["section"] * min(head, top)
        number = meta["placeOf"][group]
        here = meta["places"][number][0] if number >= 0 else ""
        if question.places:
            inside = here and any(f"{here}/".startswith(f"{place}/") for place in question.places)
            score *= meta["named"] if inside else meta["elsewhere"] if here else meta["around"]
        elif here:
            score *= meta["elsewhere"]
        asked = [
            entry
            for worth, entry in sections
            if meta["kinds"][entry] in question.kinds and -worth > meta["landing"] * head
        ]
        landing = asked[0] if asked else sections[0][1] if top > head else start
        more = [entry for worth, entry in sections if -worth >= meta["more"] * top and entry != landing][:2]
        found = self.index.entries
        return score, group, Result(found[landing], score, tuple(found[entry] for entry in more))


def _distinct(results: list[Result]) -> list[Result]:
    """What is answered once is not answered again: several guides may state the same right."""
    seen: set[str] = set()
    distinct = []
    for result in results:
        if not result.entry.answer or result.entry.answer not in seen:
            distinct.append(result)
        seen.add(result.entry.answer)
    return distinct
