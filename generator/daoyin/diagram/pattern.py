"""Ways that a flow may take between two cells, simplest first: straight, one corner, two, up to five.

The place pass needs the likely way of a flow ten thousand times; a search of the lattice would be too slow for that.
Almost every flow of a good drawing has one of these shapes (H. J. Soukup, "Fast Maze Router", DAC 1978, and "pattern
routing" since: R. Kastner, E. Bozorgzadeh and M. Sarrafzadeh, IEEE Trans. CAD 21 (2002)).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from daoyin.diagram.lattice import Cell, Spot, Step, Way, steps

TOP, RIGHT, BOTTOM, LEFT = range(4)
"""The sides of a node."""


@dataclass(frozen=True)
class Pattern:
    """A way from (0, 0). What the board asks of it is found when it first asks: most patterns are too dear to be laid.

    Seen from the centre of a cell, even numbers are the middles of rows and columns.
    """

    way: Way

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Its stretches, in order."""
        return steps(self.way)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that it passes on its way."""
        cells: dict[Cell, None] = {}
        for step in self.steps:
            if step.at % 2 == 0:
                for along in range(step.low + step.low % 2, step.high + 1, 2):
                    cells[(along >> 1, step.at >> 1) if step.upright else (step.at >> 1, along >> 1)] = None
        for x, y in (self.way[0], self.way[-1]):
            cells.pop((y >> 1, x >> 1), None)
        return tuple(cells)

    @cached_property
    def out(self) -> int:
        """The side of the node where it leaves."""
        return _side(self.way[0], self.way[1])

    @cached_property
    def into(self) -> int:
        """The side of the node where it arrives."""
        return _side(self.way[-1], self.way[-2])


@lru_cache(maxsize=1 << 14)
def patterns(across: int, down: int) -> tuple[Pattern, ...]:
    """All shapes from (0, 0) to (across, down), none twice, fewest corners first.

    Pre: both are even, as between the centres of cells.
    Post: for every pair at least one of them touches no cell but the two, whatever else is occupied.
    """
    ways = dict.fromkeys(way for way in _shapes(0, 0, across, down) if all(a != b for a, b in pairwise(way)))
    return tuple(Pattern(way) for way in sorted(ways, key=len))


def _side(end: Spot, towards: Spot) -> int:
    if end[0] == towards[0]:
        return BOTTOM if towards[1] > end[1] else TOP
    return RIGHT if towards[0] > end[0] else LEFT


def _shapes(sx: int, sy: int, tx: int, ty: int) -> Iterator[Way]:
    source, target = (sx, sy), (tx, ty)
    if source == target:
        for side in (1, -1):
            yield source, (sx + side, sy), (sx + side, sy - 1), (sx, sy - 1), target
    elif sx == tx or sy == ty:
        yield source, target
    if sx != tx and sy != ty:
        yield source, (tx, sy), target
        yield source, (sx, ty), target
    beside = dict.fromkeys((sx + 1, sx - 1, tx - 1, tx + 1))
    across = dict.fromkeys((sy + 1, ty - 1))
    if source == target:
        return
    for y in (*across, sy - 1) if sy >= ty else across:
        yield source, (sx, y), (tx, y), target
    for x in beside:
        yield source, (x, sy), (x, ty), target
        yield source, (x, sy), (x, ty - 1), (tx, ty - 1), target
        if ty > sy:
            yield source, (sx, sy + 1), (x, sy + 1), (x, ty), target
        yield source, (sx, sy + 1), (x, sy + 1), (x, ty - 1), (tx, ty - 1), target
