"""Text as search sees it: every way of writing the same thing becomes one.

NFKC and lower case; traditional characters become simplified ones, 咋 becomes 怎么; Chinese numerals before a counted
word become digits, so that 十五天, 15日 and 15 天 are equal. What is left is cut into terms: overlapping pairs of
characters (bigrams) for Chinese, because a reader's words need not be a dictionary's, and words for everything else.

`theme/assets/search/folding.js` does the same in the browser; `tests/search/folding.tsv` holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from operator import add

from daoyin.search import hanzi

_SPOKEN = str.maketrans({"咋": "怎么", "啥": "什么", "俺": "我", "咱": "我"})
"""Words of the north that stand for one word each: what is said with the one is said with the other."""

_DIGITS = {character: digit for digit, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_COUNTED = "个?工作日|个?月|个?小时|日|天|年|条|款|项|个?人|周|次|级|种|类"
_NUMERAL = re.compile(f"(第)?([零〇一二两三四五六七八九十百千]+)(?=({_COUNTED})?)")
_DIGIT = re.compile("[0-9]")
_GAP = re.compile(r"([0-9]) +(?=[\u3400-\u9fff])|([\u3400-\u9fff]) +(?=[0-9])")
_MEASURE = re.compile(r"([0-9])个(?=工作日|月|小时|人)")
_DAY = re.compile(r"([0-9])天")
_ENDINGS = (
    ("ies", 5, "y"), ("sses", 6, "ss"), ("ss", 2, "ss"), ("us", 2, "us"), ("is", 2, "is"), ("s", 4, ""),
    ("ied", 5, "y"), ("eed", 4, "eed"), ("ed", 5, ""), ("thing", 5, "thing"), ("ing", 6, ""),
)  # fmt: skip
"""Ending, least length of the word, what stands in its place; the first that fits."""

HAN = "\u3400"
"""The first Chinese character of Unicode; letters and digits come before it."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_ALL_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_TOKEN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")


def fold(text: str) -> str:
    """One spelling for all."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = _NUMERAL.sub(_digits, text.translate(_plain()))
    if not _DIGIT.search(text):
        return text
    text = _GAP.sub(lambda gap: gap[1] or gap[2], text)
    return _DAY.sub(r"\1日", _MEASURE.sub(r"\1", text))


@cache
def _plain() -> dict[int, str]:
    """Traditional characters as simplified ones, and words of the north as everybody's."""
    return {ord(old): simplified.translate(_SPOKEN) for old, simplified in hanzi.variants().items()} | _SPOKEN


def _digits(found: re.Match[str]) -> str:
    """The numeral as digits where it counts something; 一 alone is too often no number (统一, 一般)."""
    ordinal, numeral, counted = found[1] or "", found[2], found[3]
    if not ordinal and (not counted or numeral == "一"):
        return found[0]
    value = number(numeral)
    return found[0] if value is None else f"{ordinal}{value}"


def number(numeral: str) -> int | None:
    """三十一 -> 31, 一百二十 -> 120, 二〇二二 -> 2022; None for what is no number."""
    if not any(character in _TENS for character in numeral):
        if len(numeral) > 1 and len(numeral) != len("二〇二二"):
            return None
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, digit = 0, None
    for character in numeral:
        if character in _TENS:
            total += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            digit = _DIGITS[character]
    return total + (digit or 0)


def terms(folded: str) -> Iterator[tuple[str, int]]:
    """The terms of a folded text, each with where it begins: 复查期限 -> 复查, 查期, 期限.

    A number followed by Chinese also gives itself with the next character (60日), so that days and articles differ.
    """
    for token in _TOKEN.finditer(folded):
        han = token[0] >= HAN
        for offset, term in enumerate(_terms(token[0], folded[token.end() : token.end() + 1])):
            yield term, token.start() + (offset if han else 0)


def bag(folded: str) -> list[str]:
    """The same terms without their places, as fast as an index needs them."""
    found: list[str] = []
    for token in _TOKEN.finditer(folded):
        found += _terms(token[0], folded[token.end() : token.end() + 1])
    return found


def pieces(folded: str) -> Iterator[tuple[str, int]]:
    """The terms of a folded text and its single Chinese characters, with where each begins."""
    yield from terms(folded)
    for found in _HAN.finditer(folded):
        yield found[0], found.start()


def parts(folded: str) -> list[str]:
    """The same without their places, as fast as an index needs them."""
    if _ALL_HAN.fullmatch(folded):
        return [*map(add, folded, folded[1:]), *folded]
    return [*bag(folded), *_HAN.findall(folded)]


def _terms(token: str, following: str) -> list[str]:
    if token >= HAN:
        return list(map(add, token, token[1:])) if len(token) > 1 else [token]
    counts = token.isdigit() and "\u3400" <= following <= "\u9fff"
    return [stem(token), token + following] if counts else [stem(token)]


def stem(word: str) -> str:
    """An English word without plural, -ed, -ing and a last e: reviewed, reviews, reviewing -> review.

    After D. Harman, How effective is suffixing? (1991): light, so that words of different meaning stay apart.
    """
    for ending, least, kept in _ENDINGS:
        if word.endswith(ending) and len(word) >= least:
            word = word.removesuffix(ending) + kept
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt"
    return word[:-1] if doubled or (len(word) > 4 and word.endswith("e")) else word
