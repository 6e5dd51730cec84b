"""Where steps of flows cross."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from daoyin.diagram.geometry import Line, Point


def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    """Where an upright and a level step cross; meeting at an end is no crossing."""
    (a, b), (c, d) = (one, other) if one[0].x == one[1].x else (other, one)
    if a.x != b.x or c.y != d.y or a.y == b.y or c.x == d.x:
        return None
    if min(c.x, d.x) < a.x < max(c.x, d.x) and min(a.y, b.y) < c.y < max(a.y, b.y):
        return Point(a.x, c.y)
    return None


def crossings(lines: Sequence[Line]) -> int:
    """How often steps of different lines cross."""
    level: list[tuple[int, int, int, int]] = []  # y, left, right, line
    upright: list[tuple[int, int, int, int]] = []  # x, top, bottom, line
    for number, line in enumerate(lines):
        for a, b in pairwise(line):
            if a.x == b.x:
                upright.append((a.x, min(a.y, b.y), max(a.y, b.y), number))
            else:
                level.append((a.y, min(a.x, b.x), max(a.x, b.x), number))
    level.sort()
    heights = [y for y, *_ in level]
    return sum(
        left < x < right and number != other
        for x, top, bottom, number in upright
        for _, left, right, other in level[bisect_right(heights, top) : bisect_left(heights, bottom)]
    )
