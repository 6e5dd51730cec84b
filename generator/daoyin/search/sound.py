"""What words sound like: pinyin that a reader types, and homophones that an input method let slip."""

from itertools import islice, product

from daoyin.search import hanzi

WAYS = 8
"""Of a word with several readings, how many are tried."""

_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))
"""Initials that many speakers do not tell apart: zh/z, ch/c, sh/s, l/n; and -ng from -n."""


def blur(syllable: str) -> str:
    """The syllable without what southern speech does not distinguish: zhang -> zan, lin -> nin."""
    for initial, other in _ALIKE:
        if syllable.startswith(initial):
            syllable = other + syllable[len(initial) :]
            break
    return syllable[:-1] if syllable.endswith("ng") else syllable


def blurred(letters: str) -> str:
    """Letters that a reader typed, blurred alike; v is typed for ü, and u by who does not know that."""
    for initial, other in _ALIKE:
        letters = letters.replace(initial, other)
    return letters.replace("ng", "n").replace("v", "u")


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a word, as tuples of syllables: 调解 -> (diao, jie), (tiao, jie)."""
    known = hanzi.readings()
    return tuple(islice(product(*(known.get(character, ("",)) for character in word)), WAYS))


def keys(pair: str) -> list[str]:
    """How two characters may sound, blurred."""
    return [" ".join(map(blur, syllables)) for syllables in readings(pair) if all(syllables)]
