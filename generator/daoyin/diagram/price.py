"""Prices: what a reader pays for a drawing, in corners (about), and what a way costs by itself.

What the reader pays most for comes first in the experiments of H. C. Purchase, "Which Aesthetic Has the Greatest Effect
on Human Understanding?", GD 1997: crossings, then corners. The sums are the board's.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from daoyin.diagram.pattern import BOTTOM, TOP, Pattern, patterns

CROSSING = 5.0
TWINS = 3.0  # two ways between the same two nodes, side by side
TURNED = 2.5  # one way in and one way out at the same side of a node
SHARED = 0.5  # two ways out at the same side
TOO_BROAD = 8.0  # a column more than the chart should have

_BESIDE, _ALONGSIDE = 2.5, 0.1  # two ways side by side: where boxes stand, in a channel
_CORNER = 1.2
_SPINE = 0.9  # a corner in the first way out of a node
_ALONG_COLUMN, _ALONG_ROW = 0.3, 0.45  # for half a row, half a column of length
_UPWARDS = 20.0  # the story runs down
_SIDEWARDS = 0.5
_RETURN = 3.0  # a way back that leads down
_BACK_BY_TOP, _BACK_TO_BOTTOM = 0.8, 1.5  # a way back that leaves or arrives where the story does not
_BY_TOP, _TO_BOTTOM = 3.0, 3.0  # the same of the others

Like = tuple[bool, bool, bool]
"""Edges alike in these cost the same over the same distance: goes back; first out of its node; within one lane."""

Stretch = tuple[int, int, int, int, int]
"""A step of a way in its place: edge, low, high, and to which side the way goes on at either end."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes the shape of the whole chart: what a row, a column and a turn of the story cost."""

    row: float = 1.6
    column: float = 6.0
    most: int = 99
    """So many columns cost no more than that."""
    aside: float = 3.0
    """The first way out of a node stays in its lane, and does not run straight down."""


@lru_cache(maxsize=1 << 15)
def priced(like: Like, cells: tuple[int, int], spread: int, aside: float) -> tuple[tuple[float, Pattern], ...]:
    """All patterns over so many columns and rows, with what each costs by itself, cheapest first.

    `spread`: how many board rows stand for one row of the chart.
    """
    columns, rows = cells
    ways = patterns(2 * columns, 2 * rows)
    return tuple(sorted(((alone(like, way, spread, aside), way) for way in ways), key=lambda choice: choice[0]))


def alone(like: Like, pattern: Pattern, spread: int, aside: float) -> float:
    """Length, corners and direction of a way; it does not depend on other ways."""
    goes_back, first, level = like
    way, down = pattern.way, pattern.way[-1][1]
    total = (len(way) - 2) * (_CORNER + (_SPINE if first else 0.0))
    for (x, y), (u, v) in pairwise(way):
        total += abs(u - x) * _ALONG_ROW + abs(v - y) * _ALONG_COLUMN / spread
    if goes_back:
        total += _RETURN if down > 0 else 0.0
        return (
            total + (_BACK_BY_TOP if pattern.out == TOP else 0.0) + (_BACK_TO_BOTTOM if pattern.into == BOTTOM else 0.0)
        )
    if first and level and (len(way) > 2 or down <= 0):
        total += aside
    total += _UPWARDS - down if down < 0 else _SIDEWARDS if down == 0 and level else 0.0
    return total + (_BY_TOP if pattern.out == TOP else 0.0) + (_TO_BOTTOM if pattern.into == BOTTOM else 0.0)


def beside(one: Stretch, other: Stretch, *, middle: bool) -> float:
    """What two foreign ways pay that go side by side: the crossings that no order of their tracks avoids.

    Pre: they overlap. `middle`: in the middle of a row or column, where boxes stand, and not in a channel.
    """
    _, low, high, low_tap, high_tap = one
    _, low_2, high_2, low_tap_2, high_tap_2 = other
    inside, inside_high = low_2 < low < high_2, low_2 < high < high_2
    within, within_high = low < low_2 < high, low < high_2 < high
    before = (low_tap > 0 and inside) + (high_tap > 0 and inside_high)
    before += (low_tap_2 < 0 and within) + (high_tap_2 < 0 and within_high)
    after = (low_tap < 0 and inside) + (high_tap < 0 and inside_high)
    after += (low_tap_2 > 0 and within) + (high_tap_2 > 0 and within_high)
    return CROSSING * min(before, after) + (_BESIDE if middle else _ALONGSIDE)
