"""What Unicode knows of Chinese characters, as far as search needs it: variants and readings."""

from collections.abc import Container
from functools import cache
from importlib.resources import files

LEVEL_2 = b"\xd8\xa1"
"""Where the rare characters of GB 2312 begin."""


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


@cache
def shapes() -> dict[str, str]:
    """Character -> those that it is mistaken for by the eye: 诉 -> 拆折."""
    found: dict[str, str] = {}
    for group in likenesses().split():
        for character in group:
            found[character] = found.get(character, "") + group.replace(character, "")
    return found


@cache
def likenesses() -> str:
    """Groups of characters that are written alike, one a line."""
    return (files(__package__) / "shapes.txt").read_text(encoding="utf-8")


def rare(character: str) -> bool:
    """Whether it stands in the second level of GB 2312."""
    return character.encode("gb2312", "replace") >= LEVEL_2


def spelling(characters: Container[str]) -> str:
    """The table of readings as one text, for the browser: `fu:佛夫… gong:工攻…`.

    Of the rare characters (GB 2312, level 2) only those given: hardly anybody mistypes one for another.
    """
    found = (
        (syllable, "".join(one for one in row if one in characters or not rare(one)))
        for syllable, row in _table("readings").items()
    )
    return " ".join(f"{syllable}:{row}" for syllable, row in found if row)
