"""What readers say, by the term that it begins with: a query looks only at the phrases that its own terms begin.

So they lie in the shards that a query loads anyway, and thousands of them cost it nothing.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from daoyin import address
from daoyin.model import Catalogue, Synonym
from daoyin.search import folding, ranking

Phrase = tuple[str, int]
"""A phrase as it is folded, and the number of its synonym."""

Phrases = Mapping[str, Sequence[Phrase]]
"""Phrases by the term that they begin with; those that begin with one character, or end in a star after it, by `""`."""

Span = tuple[int, int]


def vocabulary(catalogue: Catalogue) -> tuple[Synonym, ...]:
    """What readers say: the synonyms, and the names of what lies in registers, each leading to what is so called."""
    named: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        *((address.law(law.id), law.name, (law.short,)) for law in catalogue.laws),
        *((address.document(document.id), document.name, document.aliases) for document in catalogue.documents),
        *((f"{address.REMEDIES}#{remedy.id}", remedy.name, remedy.aliases) for remedy in catalogue.remedies),
        *((f"{address.GLOSSARY}#{term.id}", term.name, term.aliases) for term in catalogue.glossary),
        *((address.role(role.id), role.name, (role.short,) if role.short else ()) for role in catalogue.roles),
    )
    names = (
        Synonym(id=re.sub("[/#]", "-", to), say=said, to=(to,), weight=ranking.CALLED)
        for to, name, aliases in named
        if (said := tuple(text for text in (name, *aliases) if len(text) >= ranking.FULL))
    )
    return (*catalogue.synonyms, *names)


@lru_cache(maxsize=1)
def phrases(catalogue: Catalogue) -> Phrases:
    """Every phrase of the vocabulary, in its order."""
    found: dict[str, list[Phrase]] = {"": []}
    for number, synonym in enumerate(vocabulary(catalogue)):
        for phrase in dict.fromkeys(map(folding.fold, synonym.say)):
            found.setdefault(_first(phrase), []).append((phrase, number))
    return found


def _first(phrase: str) -> str:
    """The term that a text must hold to say this; empty where that is less than a pair of characters."""
    beginning = "".join(takewhile(lambda character: character != "*", phrase))
    term = next((term for term, _ in folding.terms(beginning)), "")
    return term if len(term) > 1 else ""


def said(phrase: str, text: str) -> Span | None:
    """Where a folded text says it first.

    `*` stands for a few characters: 提*意见 is said by 提点小意见. English words are said with other endings too.
    """
    if "*" not in phrase and not phrase.isascii():
        at = text.find(phrase)
        return (at, at + len(phrase)) if at >= 0 else None
    found = _pattern(phrase).search(text)
    return found.span() if found else None


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    if phrase.isascii():
        words = (_ending(folding.stem(word)) for word in phrase.split())
        return re.compile(rf"\b{' '.join(words)}\b", re.ASCII)
    return re.compile(f".{{0,{ranking.GAP}}}".join(map(re.escape, phrase.split("*"))))


def _ending(stem: str) -> str:
    return re.escape(stem) + ("[a-z]{0,3}" if len(stem) > 2 else "")


def inside(span: Span, other: Span) -> bool:
    """Whether a span is a part of another, and not all of it."""
    return other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] > span[1] - span[0]


def length(phrase: str) -> int:
    """How much a phrase says, in characters; an English word says as much as two."""
    return 2 * len(phrase.split()) if phrase.isascii() else len(phrase.replace("*", ""))
