"""What a reader asks for: words with their weights, pages that a phrase leads to, kinds, and places that are named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from daoyin.search import folding
from daoyin.search.phrase import Phrases, Span, inside, length, said


@dataclass(frozen=True)
class Question:
    """A query as it is understood."""

    terms: dict[str, float]
    """The reader's own words and the law's words for them, each with its weight."""
    pieces: dict[str, float]
    """The reader's own words and characters, each with its weight: they vote."""
    leads: dict[int, float]
    """Entries that answer what is said, each with how surely."""
    kinds: str
    """Codes of the kinds of entries that answer the question word."""
    places: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """A synonym that a query says: its number, each phrase of it that is said, and where."""

    synonym: int
    phrases: tuple[tuple[str, Span], ...]


def understand(
    meta: dict[str, Any], phrases: Phrases, folded: str, repaired: Sequence[str] = (), trust: float = 1.0
) -> Question:
    """Weigh the words of a folded query and widen it by synonyms.

    `repaired` holds pieces of the query as they may have been meant; they count `trust` of what was written.
    """
    text = "\n".join((folded, *repaired))
    weights = [1.0] * len(folded) + [trust] * (len(text) - len(folded))
    heard = list(_heard(phrases, text))
    terms: dict[str, float] = {}
    leads: dict[int, float] = {}
    kinds = ""
    for one in heard:
        means, weight, intent, to = meta["synonyms"][one.synonym]
        kinds += meta["intent"].get(intent, "")
        if intent:
            _lower(weights, text, one, meta["filler" if intent == "filler" else "question"])
        surely = sorted(
            (
                _surely(meta, heard, one, it)
                * (trust if it[1][0] > len(folded) else 1)
                * (meta["whole"] if it[1] == (0, len(folded)) else 1)
                for it in one.phrases
            ),
            reverse=True,
        )
        for term in (term for mean in means for term, _ in folding.terms(mean)):
            terms[term] = max(terms.get(term, 0.0), weight * min(1.0, surely[0]))
        strength = weight * sum(share * meta["again"] ** at for at, share in enumerate(surely))
        for at, entry in enumerate(to):
            leads[entry] = leads.get(entry, 0.0) + strength * meta["next"] ** at
    for term, at in folding.terms(text):
        terms[term] = max(terms.get(term, 0.0), min(weights[at : at + len(term)]))
    pieces: dict[str, float] = {}
    for piece, at in folding.pieces(text):
        pieces[piece] = max(pieces.get(piece, 0.0), 1.0 if at < len(folded) else trust)
    named = [id for id, names in meta["places"] if any(_named(name, folded, heard) for name in names)]
    return Question(terms, pieces, leads, kinds, tuple(named))


def _named(place: str, folded: str, heard: Sequence[Heard]) -> bool:
    """Whether a place is named, and not only as a part of what is said: 浙江 in 浙江省信访条例."""
    at = folded.find(place)
    return at >= 0 and not any(inside((at, at + len(place)), span) for one in heard for _, span in one.phrases)


def _heard(phrases: Phrases, text: str) -> Iterator[Heard]:
    """Every synonym that is said, in their order, without what is said inside another of its own phrases."""
    found: dict[int, dict[str, Span]] = {}
    for term in dict.fromkeys(("", *(term for term, _ in folding.terms(text)))):
        for phrase, synonym in phrases.get(term, ()):
            if span := said(phrase, text):
                found.setdefault(synonym, {})[phrase] = span
    for synonym in sorted(found):
        spans = found[synonym]
        kept = [(say, span) for say, span in spans.items() if not any(inside(span, o) for o in spans.values())]
        yield Heard(synonym, tuple(kept))


def _surely(meta: dict[str, Any], heard: Sequence[Heard], one: Heard, it: tuple[str, Span]) -> float:
    """How surely one of its phrases is meant: the longer the surer.

    Less, if it is part of a longer phrase of another synonym: 不服 in 复查不服.
    """
    phrase, span = it
    surely: float = meta["surer"][min(length(phrase), len(meta["surer"])) - 1]
    others = (other for another in heard if another is not one for _, other in another.phrases)
    return surely * (meta["shaded"] if any(inside(span, other) for other in others) else 1)


def _lower(weights: list[float], text: str, one: Heard, least: float) -> None:
    """Weigh down the characters of every occurrence of what was said."""
    for _, (start, end) in one.phrases:
        at = start
        while at >= 0:
            weights[at : at + end - start] = [min(least, weight) for weight in weights[at : at + end - start]]
            at = text.find(text[start:end], at + end - start)
