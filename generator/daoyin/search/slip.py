"""Slips of hand and ear: what a misspelt word, or one typed in pinyin, may have been meant to be.

The lexicon holds names and the words of synonyms, nothing else: it is what a word is corrected to.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from operator import add

from daoyin.search import folding, hanzi, sound

LONGEST = 6
"""Names longer than this are sentences, not words."""

EDITED = range(4, 8)
"""Words of so many characters are recognised with one of them wrong, missing, doubled or changed about: shorter ones
would be taken for others."""

AROUND = 3
"""So many characters on both sides of a mended pair are looked at again: 工姿不发 -> 工资不发."""

HEARD = 3
"""Words of so many characters and more are recognised by their sound alone."""

TYPED = 4
"""So many letters are looked for as words; fewer are initials, or the beginning of a word."""

_LETTERS = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def words(texts: Iterable[str]) -> tuple[str, ...]:
    """The lexicon: the Chinese words of the texts, folded, in order of first use."""
    found = (word for text in texts for word in _HAN.findall(folding.fold(text)))
    return tuple(dict.fromkeys(word for word in found if 2 <= len(word) <= LONGEST))


@dataclass(frozen=True)
class Lexicon:
    """Words, how each is read, and how it is mistaken."""

    words: tuple[str, ...]

    def repaired(self, folded: str, unknown: Sequence[tuple[str, int]]) -> list[str]:
        """Pieces of a folded query as they may have been meant, mended where its terms are unknown."""
        found: dict[str, None] = {}
        for term, at in unknown:
            if len(term) == 2 and term >= folding.HAN:
                before, after = folded[max(0, at - AROUND) : at], folded[at + 2 : at + 2 + AROUND]
                found |= dict.fromkeys(f"{before}{pair}{after}" for pair in self.mistaken(term))
                found |= dict.fromkeys(self._edited(folded, at))
                found |= dict.fromkeys(self._sounding(folded, at))
        typed = (_LETTERS.match(folded, at) for term, at in unknown if term.isascii() and term.isalpha())
        letters = "".join(token[0] for token in typed if token)
        return [*found, *(self.typed(letters) if len(letters) > 1 else ())]

    def mistaken(self, pair: str) -> list[str]:
        """Pairs of characters in the lexicon that sound like this one, look like it, or are it turned about."""
        turned = (pair[::-1], *_alike(pair))
        heard = sound.keys(pair) if self._read(pair) else []
        found = [other for key in heard for other in self.homophones.get(key, ())]
        found += [other for other in turned if other in self.pairs]
        return [other for other in dict.fromkeys(found) if other != pair]

    def _read(self, text: str) -> bool:
        """Whether the browser is told how to read every character."""
        return all(character in self.characters or not hanzi.rare(character) for character in text)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that stands in a word."""
        return frozenset("".join(self.words))

    @cached_property
    def pairs(self) -> dict[str, None]:
        """Every two characters that stand side by side in a word."""
        return dict.fromkeys(pair for word in self.words for pair in map(add, word, word[1:]))

    @cached_property
    def homophones(self) -> dict[str, tuple[str, ...]]:
        """Blurred sound of two syllables -> the pairs of characters that sound so."""
        found: dict[str, dict[str, None]] = {}
        for pair in self.pairs:
            for key in sound.keys(pair):
                found.setdefault(key, {})[pair] = None
        return {key: tuple(pairs) for key, pairs in found.items()}

    @cached_property
    def gapped(self) -> dict[str, tuple[str, ...]]:
        """Each word of some length with one character left open: 信访条? -> 信访条例; and whole."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) in EDITED:
                for key in (word, *_opened(word)):
                    found.setdefault(key, []).append(word)
        return {key: tuple(words) for key, words in found.items()}

    def _edited(self, folded: str, at: int) -> Iterator[str]:
        """Words that differ by one edit from a piece of the query that holds the pair there."""
        for start in range(max(0, at - EDITED[-1] + 1), at + 1):
            for length in range(max(EDITED[0] - 1, at + 2 - start), EDITED[-1] + 2):
                piece = folded[start : start + length]
                if len(piece) == length and _HAN.fullmatch(piece):
                    for key in _edits(piece):
                        yield from self.gapped.get(key, ())

    def _sounding(self, folded: str, at: int) -> Iterator[str]:
        """Words that sound like a piece of the query that holds the pair there: 行正复意 -> 行政复议."""
        for start in range(max(0, at - LONGEST + 2), at + 1):
            for length in range(max(HEARD, at + 2 - start), LONGEST + 1):
                piece = folded[start : start + length]
                if len(piece) == length and _HAN.fullmatch(piece) and self._read(piece):
                    for way in sound.readings(piece):
                        heard = self.spelled.get(sound.blurred("".join(way)), ())
                        yield from (word for word in heard if len(word) == length and word != piece)

    @cached_property
    def spelled(self) -> dict[str, tuple[str, ...]]:
        """Blurred pinyin -> the words that are read so."""
        found: dict[str, dict[str, None]] = {}
        for word in self.words:
            for way in sound.readings(word):
                found.setdefault(sound.blurred("".join(way)), {})[word] = None
        return {letters: tuple(words) for letters, words in found.items()}

    @cached_property
    def initials(self) -> dict[str, tuple[str, ...]]:
        """First letters of the syllables -> the words that they may stand for."""
        found: dict[str, dict[str, None]] = {}
        for word in self.words:
            for way in sound.readings(word):
                found.setdefault("".join(syllable[:1] for syllable in way), {})[word] = None
        return {letters: tuple(words) for letters, words in found.items()}

    def typed(self, letters: str) -> list[str]:
        """Words whose initials the letters are, or whose pinyin in a row, also joined; else those that begin so."""
        heard, found, at = sound.blurred(letters), list(self.initials.get(letters, ())), 0
        row: list[tuple[str, ...]] = []
        while at < len(heard):
            end = next((end for end in range(len(heard), at + TYPED - 1, -1) if heard[at:end] in self.spelled), at)
            row += [self.spelled[heard[at:end]]] if end > at else []
            at = max(end, at + 1)
        found += [word for words in row for word in words]
        found += ["".join(words) for words in islice(product(*row), sound.WAYS)] if len(row) > 1 else []
        if found or len(letters) < TYPED - 1:
            return list(dict.fromkeys(found))
        return [word for whole, words in self.spelled.items() if whole.startswith(heard) for word in words]


def _alike(pair: str) -> Iterator[str]:
    """The pair with one character that is written much alike: 申拆 -> 申诉."""
    first, second = pair[0], pair[1]
    for other in hanzi.shapes().get(first, ""):
        yield other + second
    for other in hanzi.shapes().get(second, ""):
        yield first + other


def _opened(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield f"{word[:at]}?{word[at + 1 :]}"


def _edits(piece: str) -> Iterator[str]:
    """Keys of the words that this may be: one character wrong, too many, turned about with the next, or missing."""
    if len(piece) in EDITED:
        yield from _opened(piece)
    for at in range(len(piece)):
        if len(piece) - 1 in EDITED:
            yield piece[:at] + piece[at + 1 :]
        if len(piece) in EDITED and at + 1 < len(piece):
            yield piece[:at] + piece[at + 1] + piece[at] + piece[at + 2 :]
        if len(piece) + 1 in EDITED:
            yield f"{piece[:at]}?{piece[at:]}"
