"""What a search must know before it looks at a posting: the small file that is loaded first."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from daoyin.model import Catalogue
from daoyin.search import folding, hanzi, ranking
from daoyin.search.entry import KINDS, Entry
from daoyin.search.index import Index
from daoyin.search.phrase import Phrase, phrases, vocabulary
from daoyin.search.slip import words

SURE = 0.9
"""What is said for something with less weight than this is too loose to correct a longer word to."""

PAIR, WORD = 2, 3
"""Words have so many characters; phrases of more are made of words that stand here by themselves."""

_CODES = {kind: chr(ord("a") + number) for number, kind in enumerate(KINDS)}


def meta(catalogue: Catalogue, index: Index) -> dict[str, Any]:
    """Kinds, groups, places, synonyms, and every number that ranks."""
    starts = (*index.starts, len(index.entries))
    places = _places(catalogue)
    order = {id: number for number, (id, _) in enumerate(places)}
    numbers = {entry.to: number for number, entry in reversed(list(enumerate(index.entries)))}
    return {
        "size": index.size,
        "kinds": "".join(_CODES[entry.kind] for entry in index.entries),
        "sizes": [end - start for start, end in pairwise(starts)],
        "placeOf": [order.get(index.entries[start].place, -1) for start in index.starts],
        "places": places,
        "synonyms": [
            [
                [folding.fold(text) for text in synonym.mean],
                synonym.weight,
                synonym.intent or "",
                [numbers[to] for to in synonym.to if to in numbers],
            ]
            for synonym in vocabulary(catalogue)
        ],
        "phrases": flat(phrases(catalogue)[""]),
        "labels": {_CODES[kind]: label for kind, label in KINDS.items()},
        "prior": {_CODES[kind]: prior for kind, prior in ranking.PRIOR.items()},
        "intent": {intent: "".join(_CODES[kind] for kind in kinds) for intent, kinds in ranking.INTENT.items()},
        "asked": ranking.ASKED,
        "filler": ranking.FILLER,
        "question": ranking.QUESTION,
        "section": ranking.SECTION,
        "landing": ranking.LANDING,
        "more": ranking.MORE,
        "elsewhere": ranking.ELSEWHERE,
        "named": ranking.NAMED,
        "around": ranking.AROUND,
        "vote": ranking.VOTE,
        "lead": ranking.LEAD,
        "whole": ranking.WHOLE,
        "next": ranking.NEXT,
        "again": ranking.AGAIN,
        "surer": ranking.SURER,
        "shaded": ranking.SHADED,
        "weak": ranking.WEAK,
        "usual": ranking.USUAL,
        "tail": ranking.TAIL,
        "gap": ranking.GAP,
        "corrected": ranking.CORRECTED,
        "short": ranking.SHORT,
        "unknown": ranking.UNKNOWN,
        "sure": ranking.SURE,
        "plain": ranking.PLAIN,
    }


def flat(phrases: Sequence[Phrase]) -> list[str | int]:
    """Phrases and the numbers of their synonyms in turn: a synonym's number follows its phrases."""
    found: list[str | int] = []
    for phrase, synonym in phrases:
        if found and found[-1] == synonym:
            found.pop()
        found += [phrase, synonym]
    return found


def lexicon(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[str, ...]:
    """The words that a misspelt one may have meant, in the order of their characters: so they pack best."""
    names = [
        text
        for entry in entries
        if entry.head and entry.kind != "duty"
        for field, text in entry.texts
        if field == "name"
    ]
    aliases = [text for term in catalogue.glossary for text in term.aliases]
    aliases += [text for document in catalogue.documents for text in document.aliases]
    said = [text for synonym in catalogue.synonyms for text in synonym.mean]
    for synonym in catalogue.synonyms:
        if synonym.intent != "filler":
            longest = WORD if synonym.weight >= SURE or synonym.intent else PAIR
            said += [text for text in synonym.say if "*" not in text and len(text) <= longest]
    return tuple(sorted(words([*names, *aliases, *said])))


def _places(catalogue: Catalogue) -> list[tuple[str, list[str]]]:
    """Each place below the nation with the names that a reader may call it by."""
    return [
        (place.id, list(dict.fromkeys(folding.fold(name) for name in (place.short, place.name) if name)))
        for place in catalogue.places
        if "/" in place.id
    ]


def variants(terms: Iterable[str]) -> str:
    """Traditional and simplified characters in turn, for the simplified ones that occur."""
    used = {character for term in terms for character in term}
    return "".join(old + new for old, new in hanzi.variants().items() if new in used)


def shard(term: str, shards: int) -> int:
    """The shard that holds a term: CRC-32 of its UTF-8, which the browser reckons alike."""
    return zlib.crc32(term.encode()) % shards
