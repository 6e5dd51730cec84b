"""Compaction: everything moves up until it rests on something, so that a tall box costs only its own column height.

What must keep its height relative to another, a *body*, moves as one: a box with its words and the labels at its ends,
boxes joined by a level flow, and each stroke that runs across. Between any two things one above the other the distance
stays what it was, or shrinks to the usual one: difference constraints, solved by longest paths (visibility-based
compaction in one dimension: T. Lengauer, "Combinatorial Algorithms for Integrated Circuit Layout" (1990), chapter 10).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from daoyin.diagram.geometry import Arrow, Box, Caption, Line, Point, Shape

_Kind = Literal["box", "line", "label"]
_USUAL: dict[tuple[_Kind, _Kind], int] = {
    ("box", "box"): 26, ("box", "line"): 14, ("line", "box"): 18, ("line", "line"): 12,
}  # fmt: skip
_LABEL = 5
_MARGIN = 4  # things that come closer than this from the side count as one above the other


@dataclass(frozen=True, slots=True)
class _Element:
    """A thing with its extent and the body that it moves with."""

    kind: _Kind
    box: Box
    body: int


def compact(
    shapes: tuple[Shape, ...], arrows: tuple[Arrow, ...], top: int
) -> tuple[tuple[Shape, ...], tuple[Arrow, ...]]:
    """Move everything up to `top` or to what lies above it.

    Pre: the drawing is valid.
    Post: it still is; nothing has moved sideways; of two things one above the other, the same one still is above.
    """
    bodies = _Bodies(shapes, arrows)
    elements = sorted(bodies.elements(), key=lambda e: (e.box.top, e.box.left))
    least: dict[int, dict[int, int]] = {}  # by lower body: how far it may move beyond each body above it
    for n, low in enumerate(elements):
        for high in elements[:n]:
            if high.body != low.body and _one_above_other(high.box, low.box):
                gap = low.box.top - high.box.bottom
                usual = _LABEL if "label" in (high.kind, low.kind) else _USUAL[high.kind, low.kind]
                slack = gap - min(gap, usual)
                above = least.setdefault(low.body, {})
                above[high.body] = min(above.get(high.body, slack), slack)
    rise = _rises(elements, least, top)
    return bodies.moved(rise)


def lowered(
    shapes: tuple[Shape, ...], arrows: tuple[Arrow, ...], by: int
) -> tuple[tuple[Shape, ...], tuple[Arrow, ...]]:
    """Move the whole drawing down."""
    return tuple(_raised(shape, -by) for shape in shapes), tuple(
        replace(
            arrow,
            line=tuple(Point(point.x, point.y + by) for point in arrow.line),
            label=arrow.label and _up(arrow.label, -by),
        )
        for arrow in arrows
    )


def _one_above_other(high: Box, low: Box) -> bool:
    return high.left - _MARGIN <= low.right and low.left - _MARGIN <= high.right and high.bottom <= low.top


def _rises(elements: list[_Element], least: dict[int, dict[int, int]], top: int) -> dict[int, int]:
    """How far each body moves up: as far as those above it, and the slack between them, allow."""
    room = {}
    for element in elements:
        room[element.body] = min(room.get(element.body, element.box.top - top), element.box.top - top)
    changed = True
    while changed:
        changed = False
        for body, above in least.items():
            limit = min(room[other] + slack for other, slack in above.items())
            if limit < room[body]:
                room[body], changed = limit, True
    return room


class _Bodies:
    """Which things move together: union-find over shapes (0 … n-1) and level steps."""

    def __init__(self, shapes: tuple[Shape, ...], arrows: tuple[Arrow, ...]) -> None:
        self._shapes, self._arrows = shapes, arrows
        self._index = {shape.node.id: number for number, shape in enumerate(shapes)}
        self._parent = list(range(len(shapes)))
        self._step: dict[tuple[int, int], int] = {}
        strokes: dict[int, list[tuple[int, int, int]]] = {}  # by y: from x, to x, body
        for number, arrow in enumerate(arrows):
            last = len(arrow.line) - 2
            for step, (a, b) in enumerate(pairwise(arrow.line)):
                if a.y != b.y:
                    continue
                body = len(self._parent)
                self._parent.append(body)
                self._step[number, step] = body
                if step == 0:
                    self._join(body, self._index[arrow.flow.source])
                if step == last:
                    self._join(body, self._index[arrow.flow.target])
                low, high = min(a.x, b.x), max(a.x, b.x)
                for start, end, other in strokes.get(a.y, ()):
                    if start <= high and low <= end:
                        self._join(body, other)
                strokes.setdefault(a.y, []).append((low, high, body))

    def elements(self) -> Iterator[_Element]:
        for number, shape in enumerate(self._shapes):
            yield _Element("box", shape.box, self._find(number))
        for number, arrow in enumerate(self._arrows):
            for step, (a, b) in enumerate(pairwise(arrow.line)):
                if a.y == b.y:
                    yield _Element(
                        "line", Box(min(a.x, b.x), a.y, abs(a.x - b.x), 0), self._find(self._step[number, step])
                    )
            if arrow.label:
                yield _Element("label", arrow.label.box, self._find(self._host(number)))

    def moved(self, rise: dict[int, int]) -> tuple[tuple[Shape, ...], tuple[Arrow, ...]]:
        shapes = tuple(_raised(shape, rise[self._find(number)]) for number, shape in enumerate(self._shapes))
        arrows = tuple(
            replace(
                arrow,
                line=self._line(number, arrow, rise),
                label=arrow.label and _up(arrow.label, rise[self._find(self._host(number))]),
            )
            for number, arrow in enumerate(self._arrows)
        )
        return shapes, arrows

    def _line(self, number: int, arrow: Arrow, rise: dict[int, int]) -> Line:
        """Each corner moves with its level step, each end with its shape."""
        ends = {0: self._index[arrow.flow.source], len(arrow.line) - 1: self._index[arrow.flow.target]}
        points = []
        for n, point in enumerate(arrow.line):
            body = ends[n] if n in ends else self._step[number, n if (number, n) in self._step else n - 1]
            points.append(Point(point.x, point.y - rise[self._find(body)]))
        return tuple(points)

    def _host(self, number: int) -> int:
        """The shape that a label stands at, or the level step."""
        arrow = self._arrows[number]
        assert arrow.label
        spot = arrow.label.box.centre
        ends = (arrow.line[0], self._index[arrow.flow.source]), (arrow.line[-1], self._index[arrow.flow.target])
        return min(ends, key=lambda end: abs(end[0].x - spot.x) + abs(end[0].y - spot.y))[1]

    def _find(self, body: int) -> int:
        while self._parent[body] != body:
            body = self._parent[body]
        return body

    def _join(self, one: int, other: int) -> None:
        one, other = self._find(one), self._find(other)
        self._parent[max(one, other)] = min(one, other)


def _raised(shape: Shape, by: int) -> Shape:
    return replace(
        shape,
        box=_lifted(shape.box, by),
        name=_up(shape.name, by),
        badges=tuple(_up(badge, by) for badge in shape.badges),
        documents=tuple(_up(document, by) for document in shape.documents),
        number=shape.number and _up(shape.number, by),
    )


def _up(caption: Caption, by: int) -> Caption:
    return replace(caption, box=_lifted(caption.box, by))


def _lifted(box: Box, by: int) -> Box:
    return replace(box, top=box.top - by)
