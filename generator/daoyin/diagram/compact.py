"""Compaction: everything moves left, then up, until it rests on something.

So a label or a tall box costs room only where it stands. What must keep its place relative to another, a *body*, moves
as one: a box with its words and the labels at its ends, boxes joined by a straight flow, each stroke that runs across,
and sideways the boxes of a column. Between any two things one beyond the other the distance stays what it was, or
shrinks to the usual one: difference constraints, solved by longest paths (one-dimensional compaction: T. Lengauer,
"Combinatorial Algorithms for Integrated Circuit Layout" (1990), chapter 10).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from daoyin.diagram.geometry import Arrow, Box, Caption, Line, Point, Shape

_Kind = Literal["box", "line", "label", "border"]
_USUAL: dict[tuple[_Kind, _Kind], int] = {
    ("box", "box"): 24, ("box", "line"): 12, ("line", "box"): 16, ("line", "line"): 12,
    ("border", "box"): 10, ("box", "border"): 10, ("border", "line"): 9, ("line", "border"): 9,
    ("border", "border"): 112,
}  # fmt: skip
_LABEL = 5
_MARGIN = 4  # things that pass each other closer than this count as one beyond the other


@dataclass(frozen=True, slots=True)
class _Element:
    """A thing with its extent along the movement (low, high) and across it (left, right), and its body."""

    kind: _Kind
    low: int
    high: int
    left: int
    right: int
    body: int


Drawing = tuple[tuple[Shape, ...], tuple[Arrow, ...]]
"""Nodes and flows in their places."""


def compact_left(drawing: Drawing, borders: tuple[int, ...], columns: Sequence[int]) -> tuple[Drawing, tuple[int, ...]]:
    """Move everything to the left; `columns` tells which column each shape stands in.

    Pre: the drawing is valid. Post: it still is; nothing has moved up or down; of two things one beside the other, the
    same one still is on the left; shapes of one column have moved by the same amount.
    """
    bodies = _Bodies(*drawing, upright=True)
    first = {column: number for number, column in reversed(list(enumerate(columns)))}
    for number, column in enumerate(columns):
        bodies.join(number, first[column])
    edges = [(border, bodies.new()) for border in borders]
    high = max((point.y for arrow in drawing[1] for point in arrow.line), default=0)
    high = max([high, *(shape.box.bottom for shape in drawing[0])])
    walls = [_Element("border", border, border, 0, high, body) for border, body in edges]
    shift = _shifts([*bodies.elements(), *walls], 0)
    return bodies.moved(shift), tuple(border - shift[body] for border, body in edges)


def compact_up(drawing: Drawing, top: int) -> Drawing:
    """Move everything up, at most to `top`.

    Pre: the drawing is valid. Post: it still is; nothing has moved sideways; of two things one above the other, the
    same one still is above; no step that stood below the one before it has come to stand above it.
    """
    bodies = _Bodies(*drawing, upright=False)
    return bodies.moved(_shifts(list(bodies.elements()), top, list(bodies.story())))


def lowered(drawing: Drawing, by: int) -> Drawing:
    """Move the whole drawing down."""
    shapes, arrows = drawing
    return tuple(_moved(shape, 0, by) for shape in shapes), tuple(
        replace(
            arrow,
            line=tuple(Point(point.x, point.y + by) for point in arrow.line),
            label=arrow.label and _put(arrow.label, 0, by),
        )
        for arrow in arrows
    )


def _shifts(elements: list[_Element], start: int, story: Sequence[tuple[int, int, int]] = ()) -> dict[int, int]:
    """How far each body moves: as far as those before it, and the slack between them, allow.

    `story` adds to what lies before what: a body, one after it, and the slack between them.
    """
    elements = sorted(elements, key=lambda e: (e.low, e.left))
    slacks: dict[int, dict[int, int]] = {}  # by body: how much further it may move than each body before it
    for before_it, after_it, slack in story:
        known = slacks.setdefault(after_it, {})
        known[before_it] = min(known.get(before_it, slack), slack)
    for n, one in enumerate(elements):
        for before in elements[:n]:
            if before.body == one.body or before.high > one.low:
                continue
            if before.left - _MARGIN <= one.right and one.left - _MARGIN <= before.right:
                gap = one.low - before.high
                usual = _LABEL if "label" in (before.kind, one.kind) else _USUAL[before.kind, one.kind]
                known = slacks.setdefault(one.body, {})
                known[before.body] = min(known.get(before.body, gap), max(0, gap - usual))
    room: dict[int, int] = {}
    for element in elements:
        room[element.body] = min(room.get(element.body, element.low - start), element.low - start)
    changed = True
    while changed:
        changed = False
        for body, known in slacks.items():
            limit = min(room[other] + slack for other, slack in known.items())
            if limit < room[body]:
                room[body], changed = limit, True
    return room


class _Bodies:
    """Which things move together: union-find over shapes (0 … n-1), the steps across the movement, and others."""

    def __init__(self, shapes: tuple[Shape, ...], arrows: tuple[Arrow, ...], *, upright: bool) -> None:
        self._shapes, self._arrows, self._upright = shapes, arrows, upright
        self._index = {shape.node.id: number for number, shape in enumerate(shapes)}
        self._parent = list(range(len(shapes)))
        self._step: dict[tuple[int, int], int] = {}
        strokes: dict[int, list[tuple[int, int, int]]] = {}  # by place: from, to, body
        for number, arrow in enumerate(arrows):
            last = len(arrow.line) - 2
            for step, (a, b) in enumerate(pairwise(arrow.line)):
                if self._along(a) != self._along(b):
                    continue
                body = self._step[number, step] = self.new()
                if step == 0:
                    self.join(body, self._index[arrow.flow.source])
                if step == last:
                    self.join(body, self._index[arrow.flow.target])
                low, high = sorted((self._across(a), self._across(b)))
                for start, end, other in strokes.get(self._along(a), ()):
                    if start <= high and low <= end:
                        self.join(body, other)
                strokes.setdefault(self._along(a), []).append((low, high, body))

    def new(self) -> int:
        self._parent.append(len(self._parent))
        return len(self._parent) - 1

    def join(self, one: int, other: int) -> None:
        one, other = self._find(one), self._find(other)
        self._parent[max(one, other)] = min(one, other)

    def elements(self) -> Iterator[_Element]:
        for number, shape in enumerate(self._shapes):
            yield self._element("box", shape.box, number)
        for number, arrow in enumerate(self._arrows):
            for step, (a, b) in enumerate(pairwise(arrow.line)):
                if (number, step) in self._step:
                    box = Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
                    yield self._element("line", box, self._step[number, step])
            if arrow.label:
                yield self._element("label", arrow.label.box, self._host(number))

    def story(self) -> Iterator[tuple[int, int, int]]:
        """Steps and those after them, as bodies, and how far the second lies below the first."""
        for arrow in self._arrows:
            source, target = self._index[arrow.flow.source], self._index[arrow.flow.target]
            one, other = self._find(source), self._find(target)
            if one != other and not arrow.back:
                yield one, other, max(0, self._shapes[target].box.top - self._shapes[source].box.top)

    def moved(self, shift: dict[int, int]) -> Drawing:
        def by(body: int) -> tuple[int, int]:
            far = -shift[self._find(body)]
            return (far, 0) if self._upright else (0, far)

        shapes = tuple(_moved(shape, *by(number)) for number, shape in enumerate(self._shapes))
        arrows = []
        for number, arrow in enumerate(self._arrows):
            ends = {0: self._index[arrow.flow.source], len(arrow.line) - 1: self._index[arrow.flow.target]}
            line: Line = ()
            for n, point in enumerate(arrow.line):  # each corner moves with its step across, each end with its shape
                across, down = by(
                    ends[n] if n in ends else self._step[number, n if (number, n) in self._step else n - 1]
                )
                line += (Point(point.x + across, point.y + down),)
            label = arrow.label and _put(arrow.label, *by(self._host(number)))
            arrows.append(replace(arrow, line=line, label=label))
        return shapes, tuple(arrows)

    def _element(self, kind: _Kind, box: Box, body: int) -> _Element:
        if self._upright:
            return _Element(kind, box.left, box.right, box.top, box.bottom, self._find(body))
        return _Element(kind, box.top, box.bottom, box.left, box.right, self._find(body))

    def _along(self, point: Point) -> int:
        return point.x if self._upright else point.y

    def _across(self, point: Point) -> int:
        return point.y if self._upright else point.x

    def _host(self, number: int) -> int:
        """The shape that a label stands at."""
        arrow = self._arrows[number]
        assert arrow.label
        spot = arrow.label.box.centre
        ends = (arrow.line[0], self._index[arrow.flow.source]), (arrow.line[-1], self._index[arrow.flow.target])
        return min(ends, key=lambda end: abs(end[0].x - spot.x) + abs(end[0].y - spot.y))[1]

    def _find(self, body: int) -> int:
        while self._parent[body] != body:
            body = self._parent[body]
        return body


def _moved(shape: Shape, across: int, down: int) -> Shape:
    return replace(
        shape,
        box=_shifted(shape.box, across, down),
        name=_put(shape.name, across, down),
        badges=tuple(_put(badge, across, down) for badge in shape.badges),
        documents=tuple(_put(document, across, down) for document in shape.documents),
        number=shape.number and _put(shape.number, across, down),
    )


def _put(caption: Caption, across: int, down: int) -> Caption:
    return replace(caption, box=_shifted(caption.box, across, down))


def _shifted(box: Box, across: int, down: int) -> Box:
    return replace(box, left=box.left + across, top=box.top + down)
