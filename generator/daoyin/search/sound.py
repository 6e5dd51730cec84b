"""What words sound like: pinyin that a reader types, and homophones that an input method let slip.

The lexicon holds names and the words of synonyms, nothing else: it is what a misspelt word is corrected to.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from operator import add

from daoyin.search import folding, hanzi

LONGEST = 12
"""Names longer than this are sentences, not words."""

WAYS = 8
"""Of a word with several readings, how many are tried."""

LETTERS = 2
"""So few letters, or fewer, are initials and no beginning of a word."""

_HAN = re.compile(r"[\u3400-\u9fff]+")
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))
"""Initials that many speakers do not tell apart: zh/z, ch/c, sh/s, l/n; and -ng from -n."""


def blur(syllable: str) -> str:
    """The syllable without what southern speech does not distinguish: zhang -> zan, lin -> nin."""
    for initial, other in _ALIKE:
        if syllable.startswith(initial):
            syllable = other + syllable[len(initial) :]
            break
    return syllable[:-1] if syllable.endswith("ng") else syllable


def words(texts: Iterable[str]) -> tuple[str, ...]:
    """The lexicon: the Chinese words of the texts, folded, in order of first use."""
    found = (word for text in texts for word in _HAN.findall(folding.fold(text)))
    return tuple(dict.fromkeys(word for word in found if 2 <= len(word) <= LONGEST))


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a word, as tuples of syllables: 调解 -> (diao, jie), (tiao, jie)."""
    known = hanzi.readings()
    return tuple(islice(product(*(known.get(character, ("",)) for character in word)), WAYS))


@dataclass(frozen=True)
class Lexicon:
    """Words, and how each is read."""

    words: tuple[str, ...]

    @cached_property
    def homophones(self) -> dict[str, tuple[str, ...]]:
        """Blurred sound of two syllables -> the pairs of characters in the lexicon that sound so."""
        found: dict[str, dict[str, None]] = {}
        for word in self.words:
            for pair in map(add, word, word[1:]):
                for key in _keys(pair):
                    found.setdefault(key, {})[pair] = None
        return {key: tuple(pairs) for key, pairs in found.items()}

    def sounding(self, pair: str) -> tuple[str, ...]:
        """Pairs of characters that sound like this one, itself left out."""
        found = dict.fromkeys(other for key in _keys(pair) for other in self.homophones.get(key, ()))
        return tuple(other for other in found if other != pair)

    @cached_property
    def spelled(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Each word with its spellings: in full, and initials only."""
        return tuple(
            (word, tuple(("".join(way), "".join(syllable[:1] for syllable in way)) for way in readings(word)))
            for word in self.words
        )

    def typed(self, letters: str) -> list[str]:
        """Words whose pinyin or initials the letters are; if there are none, those whose pinyin begins so."""
        exact = [word for word, ways in self.spelled if any(letters in way for way in ways)]
        if exact or len(letters) <= LETTERS:
            return exact
        return [word for word, ways in self.spelled if any(whole.startswith(letters) for whole, _ in ways)]


def _keys(pair: str) -> list[str]:
    return [" ".join(map(blur, syllables)) for syllables in readings(pair) if all(syllables)]
