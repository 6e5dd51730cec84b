"""What Unicode knows of Chinese characters, as far as search needs it: variants and readings."""

from functools import cache
from importlib.resources import files


def _table(name: str) -> dict[str, str]:
    text = (files(__package__) / f"{name}.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@cache
def variants() -> dict[str, str]:
    """Traditional character -> simplified character."""
    return _table("variants")


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Character -> its toneless readings: 复 -> fu, 调 -> diao, tiao."""
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in _table("readings").items():
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found


def spelling() -> str:
    """The table of readings as one text, for the browser: `fu:佛夫… gong:工攻…`."""
    return " ".join(f"{syllable}:{characters}" for syllable, characters in _table("readings").items())
