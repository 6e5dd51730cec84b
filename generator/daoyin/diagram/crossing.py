"""Where two steps of flows cross."""

from daoyin.diagram.geometry import Point


def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    """Where an upright and a level step cross; meeting at an end is no crossing."""
    (a, b), (c, d) = (one, other) if one[0].x == one[1].x else (other, one)
    if a.x != b.x or c.y != d.y or a.y == b.y or c.x == d.x:
        return None
    if min(c.x, d.x) < a.x < max(c.x, d.x) and min(a.y, b.y) < c.y < max(a.y, b.y):
        return Point(a.x, c.y)
    return None
