"""What somebody meant who wrote a value as on paper: `十五日`, `2025年3月1日`, `第三十五条第二款`, `［a、b］`."""

import re
import unicodedata
from datetime import date

from daoyin.finding import NOTHING, Message, perhaps

_UNITS = (
    ("workdays", ("工作日", "working day", "workday", "business day")),
    ("days", ("天", "日", "day")),
    ("months", ("月", "month")),
    ("hours", ("小时", "hour")),
    ("years", ("年", "year")),
)
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMERAL = r"[零一二两三四五六七八九十百]+|\d+"
_UNIT_OF_LAW = re.compile(rf"第({_NUMERAL})条(?:第({_NUMERAL})款)?(?:第?[（(]?({_NUMERAL})[）)]?项)?")
_PUNCTUATION = str.maketrans("，、；：＃【】［］｛｝（）", ",,;:#[][]{}()", "“”‘’\"' \u3000\u00a0")


def period(written: str) -> Message:
    """`；是不是“20 days”？` for `20 天` or `二十日`; nothing if that cannot be told."""
    count = re.search(_NUMERAL, unicodedata.normalize("NFKC", written))
    unit = next((unit for unit, words in _UNITS if any(word in written for word in words)), "")
    return perhaps(f"{_number(count[0])} {unit}") if count and _number(count[0]) and unit else NOTHING


def day(written: str) -> Message:
    """`；是不是“2025-03-01”？` for `2025.3.1`, `20250301` or `2025年3月1日`; that there is no such day; or nothing."""
    found = re.match(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?!\d)", unicodedata.normalize("NFKC", written))
    if not found:
        return NOTHING
    try:
        return perhaps(date(*map(int, found.groups())).isoformat())
    except ValueError:
        return Message("；没有这一天", "; there is no such day")


def law(written: str) -> Message:
    """`；第三十五条第二款写作“#35.2”`, or the same with plain punctuation; nothing where neither can be told."""
    if found := _UNIT_OF_LAW.search(unicodedata.normalize("NFKC", written)):
        unit = ".".join(str(_number(number)) for number in found.groups() if number)
        return Message("；{said}写作“#{unit}”", "; write “#{unit}” for {said}", said=found[0], unit=unit)
    return ids(written)


def ids(written: str) -> Message:
    """`；要用英文标点：[a, b]` for ids between which Chinese punctuation stands; nothing for all else."""
    plain = written.translate(_PUNCTUATION).replace(",", ", ")
    if plain == written or not plain.isascii():
        return NOTHING
    return Message("；要用英文标点：{plain}", "; with plain punctuation: {plain}", plain=plain)


def _number(written: str) -> int:
    """三十一 or 31 -> 31; up to 999."""
    if written.isdigit():
        return int(written)
    hundreds, _, below = written.rpartition("百")
    tens, ten, ones = below.rpartition("十")
    return (
        100 * (_DIGITS.get(hundreds, 1) if "百" in written else 0)
        + 10 * (_DIGITS.get(tens.lstrip("零"), 1) if ten else 0)
        + _DIGITS.get(ones[-1:], 0)
    )
