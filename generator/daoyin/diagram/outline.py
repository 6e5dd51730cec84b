"""Outlines: where a line at a given place meets the border of a shape."""

from math import isqrt

from daoyin.diagram.geometry import Box, Point, Shape
from daoyin.diagram.graph import NodeKind
from daoyin.diagram.measure import POINT, SLANT

CORNER = 20
"""The most that the corners of a start or an end are rounded."""


def dock(shape: Shape, at: int, upright: bool, *, towards: int) -> Point:
    """Where a flow leaves or enters a shape.

    `at` is the x of an upright line or the y of a level one; `towards` is 1 if it lies below or right of the shape.
    Post: the point lies on the drawn outline, up to rounding.
    """
    box = shape.box
    if upright:
        inset = _inset_top(shape.node.kind, box, abs(at - box.centre.x), below=towards > 0)
        return Point(at, box.bottom - inset if towards > 0 else box.top + inset)
    inset = _inset_side(shape.node.kind, box, abs(at - box.centre.y))
    return Point(box.right - inset if towards > 0 else box.left + inset, at)


def radius(box: Box) -> int:
    """The radius of the corners of a start or an end."""
    return min(CORNER, box.height // 2)


def _inset_side(kind: NodeKind, box: Box, off: int) -> int:
    """How far inside the box the left or right border lies, so far off the middle."""
    if kind == "gateway":
        return SLANT * 2 * off // box.height
    if kind in ("start", "end"):
        return _round(radius(box), off - (box.height // 2 - radius(box)))
    return 0


def _inset_top(kind: NodeKind, box: Box, off: int, *, below: bool) -> int:
    """How far inside the box the upper or lower border lies, so far off the middle."""
    half = box.width // 2
    if kind == "gateway":
        over = off - (half - SLANT)
        return over * box.height // (2 * SLANT) if over > 0 else 0
    if kind in ("start", "end"):
        return _round(radius(box), off - (half - radius(box)))
    if kind == "handover" and below:
        return POINT * off // half
    return 0


def _round(radius: int, over: int) -> int:
    return radius - isqrt(radius * radius - min(over, radius) ** 2) if over > 0 else 0
