"""A chart too large for one sheet, cut into parts that hang side by side: where a flow is cut, both ends say where.

A cut runs level where no box and no word stands, near the place that makes the parts equally high, and there where it
crosses the fewest flows: between two phases of the story.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from daoyin.diagram.compact import lowered
from daoyin.diagram.geometry import Arrow, Box, Diagram, Line, Point

_REACH = 0.2
"""How far from its ideal place a cut may lie, as a part of the height of a part."""
_CLEAR = 6
"""Pixels between a cut and whatever is not cut."""
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
class _Piece:
    """A flow between two cuts; a number tells the cut at its begin or end, 0 that its step is there."""

    arrow: Arrow
    enters: int
    leaves: int


def parts(diagram: Diagram, count: int, first: float = 1) -> tuple[Part, ...]:
    """Cut a diagram into so many parts; `first` is the height of the first in heights of each other one.

    Empty where there is no place to cut. Post: every shape stands in one part; every mark has its other end.
    """
    if count == 1:
        return (Part(diagram),)
    head = max(band.head.box.bottom for band in diagram.bands)
    foot = max(band.box.bottom for band in diagram.bands)
    each = (foot - head) / (count - 1 + first)
    cuts = [_cut(diagram, head + each * (first + number), each) for number in range(count - 1)]
    found = [cut for cut in cuts if cut is not None]
    borders = [head, *found, foot]
    if len(found) < len(cuts) or any(upper >= lower for upper, lower in pairwise(borders)):
        return ()
    pieces = tuple(_pieces(diagram.arrows, found))
    return tuple(_part(diagram, pieces, sheet, *border) for sheet, border in enumerate(pairwise(borders), 1))


def _cut(diagram: Diagram, ideal: float, each: float) -> int | None:
    """The level line near the ideal one that nothing stands on and the fewest flows cross; None if there is none."""
    boxes = [shape.box for shape in diagram.shapes]
    boxes += [arrow.label.box for arrow in diagram.arrows if arrow.label]
    levels = [a.y for arrow in diagram.arrows for a, b in pairwise(arrow.line) if a.y == b.y]
    free = [
        y
        for y in range(int(ideal - _REACH * each), int(ideal + _REACH * each) + 1)
        if not any(box.top - _CLEAR < y < box.bottom + _CLEAR for box in boxes)
        and not any(abs(level - y) < _CLEAR for level in levels)
    ]
    return min(free, key=lambda y: (_crossed(diagram, y), abs(y - ideal)), default=None)


def _crossed(diagram: Diagram, y: int) -> int:
    return sum(min(a.y, b.y) < y < max(a.y, b.y) for arrow in diagram.arrows for a, b in pairwise(arrow.line))


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


def _part(diagram: Diagram, pieces: Sequence[_Piece], sheet: int, top: int, bottom: int) -> Part:
    """What lies between two borders, moved up below the heads, with room for the marks above and below it."""
    head = max(band.head.box.bottom for band in diagram.bands)
    foot = max(band.box.bottom for band in diagram.bands)
    inside = [piece for piece in pieces if all(top <= point.y <= bottom for point in piece.arrow.line)]
    raised, sunk = _rows(inside, top), _rows(inside, bottom)
    body = head + _LEVEL * _count(raised)  # where what lay below the upper border begins
    floor = body + bottom - top
    height = floor + _LEVEL * _count(sunk)

    def marked(point: Point, number: int) -> Point:
        """Where the mark of a cut stands: beyond the border, on its row."""
        if number in raised:
            return Point(point.x, body - _LEVEL * raised[number] - _LEVEL // 2)
        return Point(point.x, floor + _LEVEL * sunk[number] + _LEVEL // 2)

    shapes = tuple(shape for shape in diagram.shapes if top <= shape.box.top and shape.box.bottom <= bottom)
    arrows = tuple(_labelled(piece, top, bottom) for piece in inside)
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
    here = label is not None and top <= label.box.top and label.box.bottom <= bottom
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
