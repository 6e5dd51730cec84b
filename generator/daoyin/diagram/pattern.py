"""Ways that a flow may take between two cells, simplest first: straight, one corner, two, up to five.

The place pass needs the likely way of a flow ten thousand times; a search of the lattice would be too slow for that.
Almost every flow of a good drawing has one of these shapes (H. J. Soukup, "Fast Maze Router", DAC 1978, and "pattern
routing" since: R. Kastner, E. Bozorgzadeh and M. Sarrafzadeh, IEEE Trans. CAD 21 (2002)).
"""

from collections.abc import Iterator
from functools import cache

from daoyin.diagram.lattice import Spot, Way


@cache
def patterns(source: Spot, target: Spot) -> tuple[Way, ...]:
    """All shapes between two centres, none twice, fewest corners first.

    Post: for every pair at least one of them touches no cell but the two, whatever else is occupied.
    """
    found: dict[Way, None] = {}
    for way in _shapes(*source, *target):
        if all(a != b for a, b in zip(way, way[1:], strict=False)):
            found[way] = None
    return tuple(sorted(found, key=len))


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
    beside = dict.fromkeys(x for x in (sx + 1, sx - 1, tx - 1, tx + 1) if x > 0 or sx == 1 or tx == 1)
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
