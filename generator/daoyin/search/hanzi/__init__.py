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


def level_1() -> str:
    """The common characters of GB 2312, in its order, which is that of their sound."""
    rows = range(0xB0, LEVEL_2[0])
    return "".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))


def spelling(characters: Container[str]) -> dict[str, str]:
    """The readings for the browser, which knows GB 2312 and its order itself.

    `runs` tells how many common characters follow each other with one syllable (`a2 ai13 …`), `misfits` which of
    them are not read so, `readings` what else is read how (`fu:佛脯… gong:…`). Of the rare characters only those
    given: hardly anybody mistypes one for another.
    """
    order = (files(__package__) / "order.txt").read_text(encoding="utf-8").split()
    runs = list(zip(order[::2], order[1::2], strict=True))
    sounds = (syllable for syllable, length in runs for _ in range(int(length)))
    told = dict(zip(level_1(), sounds, strict=True))
    known = readings()
    rows = (
        (syllable, "".join(one for one in row if told.get(one) != syllable and (one in characters or not rare(one))))
        for syllable, row in _table("readings").items()
    )
    return {
        "runs": " ".join(syllable + length for syllable, length in runs),
        "misfits": "".join(one for one, syllable in told.items() if syllable not in known.get(one, ())),
        "readings": " ".join(f"{syllable}:{row}" for syllable, row in rows if row),
    }
