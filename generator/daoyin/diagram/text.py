"""How wide a text is, and where it breaks into lines, by the metrics of the one font.

Widths come from `theme/fonts/widths.json` (see `make.py` there). Characters that the font lacks are as wide as their
East Asian Width property says (Unicode Standard Annex 11). Line breaks follow the rules of GB/T 15834 and UAX 14 as far
as short names need them: no closing mark begins a line, no opening mark ends one. Among the ways to break, the one with
the least raggedness wins, found as in D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981).
"""

import json
import re
import unicodedata
from functools import cache
from itertools import accumulate

from daoyin import bundle

_CLOSING = frozenset("，。、；：？！）》」』】〕”’…—·％℃%,.;:?!)]}/-")
_OPENING = frozenset("（《「『【〔“‘([{")
_WORD = re.compile(r"[A-Za-z0-9À-ſ'’_.,%+&#@:-]*[A-Za-z0-9À-ſ'’_%+&#@]|\s+|.", re.DOTALL)
_AFTER = frozenset("，、；：。）》的 ")  # a break after these disturbs no word
_BEFORE = frozenset("并或和与及向后前（《")  # nor one before these, most often
_TORN = 0.6  # ems of raggedness that a break is worth which may tear a word
ELLIPSIS = "…"


@cache
def _widths(bold: bool) -> dict[str, int]:
    """Thousandths of an em by character, for those that are not one em wide."""
    table = json.loads((bundle.theme() / "fonts" / "widths.json").read_text(encoding="ascii"))
    return dict(table["Bold" if bold else "Regular"])


@cache
def _advance(character: str, bold: bool) -> int:
    """Thousandths of an em."""
    if (known := _widths(bold).get(character)) is not None:
        return known
    if unicodedata.combining(character):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WFA" else 600


def width(text: str, size: int, *, bold: bool = False) -> int:
    """The width of a line in whole pixels, rounded up; `size` is the em in pixels."""
    return -(-_thousandths(text, bold) * size // 1000)


def _thousandths(text: str, bold: bool) -> int:
    return sum(_advance(character, bold) for character in text)


def wrapped(text: str, size: int, room: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into as few lines as fit into `room` pixels each, evenly filled.

    Pre: one em fits into `room`.
    Post: no line is wider than `room`, unless a closing mark that may not stand alone needs it; joined, the lines give
    the text again (but for white space at breaks). An empty text has one empty line.
    """
    words = [piece for word in _WORD.findall(" ".join(text.split())) for piece in _pieces(word, size, room, bold)]
    if not words:
        return ("",)
    reach = list(accumulate((_thousandths(word, bold) for word in words), initial=0))
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # up to word i: lines, raggedness, first word of the last line
    for end in range(1, len(words) + 1):
        options: list[tuple[int, float, int]] = []
        for start in range(end - 1, -1, -1):
            first = start + words[start].isspace()
            last = max(first, end - words[end - 1].isspace())
            wide = -(-(reach[last] - reach[first]) * size // 1000)
            if wide > room and start < end - 1 and not _clings(words[start + 1 : end]):
                break
            if start and not _may_break(words[start - 1], words[start]):
                continue
            lines, ragged, _ = best[start]
            tear = _TORN if start and not _harmless(words[start - 1], words[start]) else 0.0
            slack = max(0, room - wide) / size
            options.append((lines + 1, ragged + slack * slack + tear, start))
        best.append(min(options) if options else (*best[end - 1][:2], best[end - 1][2]))
    lines_reversed: list[str] = []
    end = len(words)
    while end:
        start = best[end][2]
        lines_reversed.append("".join(words[start:end]).strip())
        end = start
    return tuple(reversed(lines_reversed))


def shortened(text: str, size: int, room: int, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break like `wrapped`, into at most `most` lines; what does not fit gives way to an ellipsis."""
    lines = wrapped(text, size, room, bold=bold)
    if len(lines) <= most:
        return lines
    kept, cut = 0, len("".join(lines[: most + 1]))  # so much fits, so much does not
    while cut - kept > 1:
        middle = (kept + cut) // 2
        if len(wrapped(text[:middle].rstrip() + ELLIPSIS, size, room, bold=bold)) <= most:
            kept = middle
        else:
            cut = middle
    return wrapped(text[:kept].rstrip() + ELLIPSIS, size, room, bold=bold)


def _pieces(word: str, size: int, room: int, bold: bool) -> list[str]:
    """A word that fits into the room stays whole; a longer one is cut wherever the room ends."""
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _clings(words: list[str]) -> bool:
    """Whether these words may not begin a line, so that they stay even where there is no room."""
    return all(word[0] in _CLOSING for word in words)


def _may_break(before: str, after: str) -> bool:
    return after[0] not in _CLOSING and before[-1] not in _OPENING and not after.isspace()


def _harmless(before: str, after: str) -> bool:
    return before[-1] in _AFTER or after[0] in _BEFORE
