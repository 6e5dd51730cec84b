"""A chart too large for one sheet, cut into parts that hang side by side: where a flow is cut, both ends say where.

A cut runs level near the place that makes the parts equally high, and there where it crosses the fewest flows: between
two phases of the story. A box on it hangs with the part that holds its middle; lines are cut only where they run
straight past all such boxes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from daoyin.diagram.compact import lowered
from daoyin.diagram.geometry import Arrow, Box, Diagram, Line, Point

_REACH = 0.2
"""How far from its ideal place a cut may lie, as a part of the height of a part."""
_CLEAR = 6
"""Pixels between a cut and the corners of the lines that it cuts."""
_LEVEL, _MARK = 26, 92
"""The height of a row of marks, and the width of a mark."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A mark at one end of a cut flow: the number that both ends share, on which sheet the other is, and its place."""

    number: int
    sheet: int
    at: Point


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet shows. An arrow that ends in a mark (`open`, by its place among the arrows) has no head."""

    diagram: Diagram
    jumps: tuple[Jump, ...] = ()
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Border:
    """Where lines are cut, how far down the part above it reaches, and how far up the part below it begins."""

    at: int
    floor: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A flow between two cuts; a number tells the cut at its begin or end, 0 that its step is there."""

    arrow: Arrow
    enters: int
    leaves: int


def parts(diagram: Diagram, count: int, first: float = 1, sheet: int = 1) -> tuple[Part, ...]:
    """Cut a diagram into so many parts.

    `first` is the height of the first in heights of each other one; `sheet` is the number of the sheet that it hangs
    on. Empty where there is no place to cut. Post: every shape stands in one part; every mark has its other end.
    """
    if count == 1:
        return (Part(diagram),)
    head = max(band.head.box.bottom for band in diagram.bands)
    foot = max(band.box.bottom for band in diagram.bands)
    each = (foot - head) / (count - 1 + first)
    cuts = [_cut(diagram, head + each * (first + number), each) for number in range(count - 1)]
    found = [cut for cut in cuts if cut is not None]
    borders = [_Border(head, head, head), *found, _Border(foot, foot, foot)]
    if len(found) < len(cuts) or any(upper.floor >= lower.ceiling for upper, lower in pairwise(borders)):
        return ()
    pieces = tuple(_pieces(diagram.arrows, [cut.at for cut in found]))
    return tuple(_part(diagram, pieces, sheet, *border) for sheet, border in enumerate(pairwise(borders), sheet))


def _cut(diagram: Diagram, ideal: float, each: float) -> _Border | None:
    """The level line near the ideal one that can be cut and that the fewest flows cross; None if there is none."""
    near = range(int(ideal - _REACH * each), int(ideal + _REACH * each) + 1)
    free = [border for y in near if (border := _border(diagram, y))]
    return min(free, key=lambda border: (len(_crossing(diagram, border.at)), abs(border.at - ideal)), default=None)


def _border(diagram: Diagram, y: int) -> _Border | None:
    """The border at a level line, if each flow has its ends on the sides of its boxes, and none bends beside them."""
    middle = {shape.node.id: shape.box.centre.y for shape in diagram.shapes}
    ends = [
        (box, point.y)
        for arrow in diagram.arrows
        for box, point in ((middle[arrow.flow.source], arrow.line[0]), (middle[arrow.flow.target], arrow.line[-1]))
    ]
    if any((box < y) != (end < y) or abs(end - y) < _CLEAR for box, end in ends):
        return None
    boxes = [shape.box for shape in diagram.shapes]
    boxes += [arrow.label.box for arrow in diagram.arrows if arrow.label]
    floor = max([y, *(box.bottom for box in boxes if box.centre.y < y)])
    ceiling = min([y, *(box.top for box in boxes if box.centre.y >= y)])
    levels = [a.y for arrow in diagram.arrows for a, b in pairwise(arrow.line) if a.y == b.y]
    straight = all(low < ceiling - _CLEAR and floor + _CLEAR < high for low, high in _crossing(diagram, y))
    return _Border(y, floor, ceiling) if straight and not any(abs(level - y) < _CLEAR for level in levels) else None


def _crossing(diagram: Diagram, y: int) -> list[tuple[int, int]]:
    """The upright runs of flows that a level line crosses: from where to where."""
    runs = [(min(a.y, b.y), max(a.y, b.y)) for arrow in diagram.arrows for a, b in pairwise(arrow.line)]
    return [(low, high) for low, high in runs if low < y < high]


def _pieces(arrows: Sequence[Arrow], cuts: Sequence[int]) -> Iterator[_Piece]:
    """Every flow in pieces, in its own direction; the cuts are numbered in the order of the flows."""
    number = 0
    for arrow in arrows:
        lines = _lines(arrow.line, cuts)
        for place, line in enumerate(lines):
            enters, leaves = number + place if place else 0, number + place + 1 if place < len(lines) - 1 else 0
            yield _Piece(replace(arrow, line=line), enters, leaves)
        number += len(lines) - 1


def _lines(line: Line, cuts: Sequence[int]) -> list[Line]:
    pieces: list[list[Point]] = [[line[0]]]
    for a, b in pairwise(line):
        crossed = [y for y in cuts if min(a.y, b.y) < y < max(a.y, b.y)]
        for y in crossed if b.y > a.y else reversed(crossed):
            pieces[-1].append(Point(a.x, y))
            pieces.append([Point(a.x, y)])
        pieces[-1].append(b)
    return [tuple(piece) for piece in pieces]


def _part(diagram: Diagram, pieces: Sequence[_Piece], sheet: int, above: _Border, below: _Border) -> Part:
    """What lies between two borders, moved up below the heads, with room for the marks above and below it."""
    head = max(band.head.box.bottom for band in diagram.bands)
    foot = max(band.box.bottom for band in diagram.bands)
    top, bottom = above.ceiling, below.floor
    inside = [piece for piece in pieces if all(above.at <= point.y <= below.at for point in piece.arrow.line)]
    raised, sunk = _rows(inside, above.at), _rows(inside, below.at)
    body = head + _LEVEL * _count(raised)  # where what lay below the upper border begins
    floor = body + bottom - top
    height = floor + _LEVEL * _count(sunk)

    def marked(point: Point, number: int) -> Point:
        """Where the mark of a cut stands: beyond the border, on its row."""
        if number in raised:
            return Point(point.x, body - _LEVEL * raised[number] - _LEVEL // 2)
        return Point(point.x, floor + _LEVEL * sunk[number] + _LEVEL // 2)

    shapes = tuple(shape for shape in diagram.shapes if above.at <= shape.box.centre.y < below.at)
    arrows = tuple(_labelled(piece, above.at, below.at) for piece in inside)
    shapes, arrows = lowered((shapes, arrows), body - top)
    jumps: list[Jump] = []
    for place, piece in enumerate(inside):
        line = list(arrows[place].line)
        for end, number in ((0, piece.enters), (-1, piece.leaves)):
            if number:
                line[end] = marked(line[end], number)
                jumps.append(Jump(number, sheet - 1 if number in raised else sheet + 1, line[end]))
        arrows = (*arrows[:place], replace(arrows[place], line=tuple(line)), *arrows[place + 1 :])
    width = max([diagram.width, *(jump.at.x + _MARK for jump in jumps)])
    return Part(
        replace(
            diagram,
            width=width,
            height=diagram.height + height - foot,
            bands=tuple(replace(band, box=replace(band.box, height=height)) for band in diagram.bands),
            shapes=shapes,
            arrows=arrows,
            legend=tuple(
                replace(
                    entry,
                    box=_moved(entry.box, height - foot),
                    meaning=replace(entry.meaning, box=_moved(entry.meaning.box, height - foot)),
                )
                for entry in diagram.legend
            ),
        ),
        tuple(jumps),
        frozenset(place for place, piece in enumerate(inside) if piece.leaves),
    )


def _labelled(piece: _Piece, top: int, bottom: int) -> Arrow:
    """The piece's arrow; its answer stands at one end of the flow alone."""
    label = piece.arrow.label
    here = label is not None and top <= label.box.centre.y < bottom
    return piece.arrow if here else replace(piece.arrow, label=None)


def _rows(pieces: Sequence[_Piece], border: int) -> dict[int, int]:
    """On which row beyond a border each mark stands, 0 nearest to it: no mark's words meet the line of another."""
    ends = [
        (point.x, number)
        for piece in pieces
        for point, number in ((piece.arrow.line[0], piece.enters), (piece.arrow.line[-1], piece.leaves))
        if number and point.y == border
    ]
    rows: dict[int, int] = {}
    placed: list[tuple[int, int]] = []
    for x, number in sorted(ends, reverse=True):
        rows[number] = max((rows[other] + 1 for there, other in placed if there - x < _MARK), default=0)
        placed.append((x, number))
    return rows


def _count(rows: dict[int, int]) -> int:
    return max(rows.values(), default=-1) + 1


def _moved(box: Box, by: int) -> Box:
    return replace(box, top=box.top + by)
