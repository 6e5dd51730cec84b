"""A diagram as a picture in text, for terminals and golden files. Chinese characters take two columns.

Pixels become columns and rows by a map that keeps their order and gives every box and label the room of its words.
"""

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from daoyin.diagram.geometry import Arrow, Box, Diagram, Shape

_FRAMES = {
    "start": "╭─╮│╰─╯",
    "end": "╔═╗║╚═╝",
    "gateway": "╱─╲│╲─╱",
    "event": "╭╌╮╎╰╌╯",
    "handover": "┌─┐│╲─╱",
    "task": "┌─┐│└─┘",
}
_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_STROKES = {
    0: " ", _UP: "│", _DOWN: "│", _UP | _DOWN: "│", _LEFT: "─", _RIGHT: "─", _LEFT | _RIGHT: "─",
    _UP | _RIGHT: "└", _UP | _LEFT: "┘", _DOWN | _RIGHT: "┌", _DOWN | _LEFT: "┐",
    _UP | _DOWN | _RIGHT: "├", _UP | _DOWN | _LEFT: "┤", _LEFT | _RIGHT | _DOWN: "┬", _LEFT | _RIGHT | _UP: "┴",
    _UP | _RIGHT | _DOWN | _LEFT: "┼",
}  # fmt: skip
_HEADS = {_UP: "▲", _RIGHT: "▶", _DOWN: "▼", _LEFT: "◀"}
_BROKEN = str.maketrans("─│", "╌╎")
_GRAIN_X, _GRAIN_Y = 10, 10  # pixels that fall into one column or row, where nothing needs more


def chart_text(diagram: Diagram) -> str:
    """The picture, lines without trailing blanks; `⏱` marks a limit or a missed one."""
    columns, rows = _scale(diagram, upright=False), _scale(diagram, upright=True)
    canvas = _Canvas(max(columns.values()) + 2, max(rows.values()) + 1)
    for band in diagram.bands:
        middle = (columns[band.box.left // _GRAIN_X] + columns[band.box.right // _GRAIN_X]) // 2
        for n, line in enumerate(band.head.lines):
            canvas.write(middle - columns_of(line) // 2, n, line)
        for row in range(rows[band.box.bottom // _GRAIN_Y] + 1):
            canvas.put(columns[band.box.right // _GRAIN_X], row, "┊")
    heads = max((len(band.head.lines) for band in diagram.bands), default=0)
    for column in range(canvas.wide):
        canvas.put(column, heads, "═")
    boxes = {shape.node.id: shape.box for shape in diagram.shapes}
    for arrow in diagram.arrows:
        _flow(canvas, arrow, boxes, columns, rows)
    for shape in diagram.shapes:
        _shape(canvas, shape, columns, rows)
    for arrow in diagram.arrows:
        if arrow.label:
            left, top = columns[-(-arrow.label.box.left // _GRAIN_X)], rows[-(-arrow.label.box.top // _GRAIN_Y)]
            for n, line in enumerate(arrow.label.lines):
                canvas.write(left, top + n, line)
    return canvas.text()


def columns_of(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _words(shape: Shape) -> list[str]:
    number = [f"{shape.number.lines[0]}."] if shape.number else []
    lines = [f"⏱ {''.join(badge.lines)}" for badge in shape.badges]
    lines += ["＋"] * (shape.node.parallel and shape.node.kind == "gateway")
    lines += shape.name.lines
    lines += [f"▤ {''.join(document.lines)}" for document in shape.documents]
    return [f"{number[0]}{lines[0]}", *lines[1:]] if number and lines else number + lines


def _scale(diagram: Diagram, *, upright: bool) -> dict[int, int]:
    """The row (column) of each pixel grain that something begins or ends at, in the same order, with enough between."""

    def ends(box: Box) -> tuple[int, int]:
        return (
            (box.top // _GRAIN_Y, box.bottom // _GRAIN_Y) if upright else (box.left // _GRAIN_X, box.right // _GRAIN_X)
        )

    needs: list[tuple[int, int, int]] = []
    for shape in diagram.shapes:
        words = _words(shape)
        inside = len(words) + 1 if upright else max(map(columns_of, words), default=0) + 3
        low, high = ends(shape.box)
        middle = shape.box.centre.y // _GRAIN_Y if upright else shape.box.centre.x // _GRAIN_X
        needs += [(low, middle, inside // 2), (low, high, inside)]
    for arrow in diagram.arrows:
        for a, b in pairwise(arrow.line):
            low, high = sorted((a.y // _GRAIN_Y, b.y // _GRAIN_Y) if upright else (a.x // _GRAIN_X, b.x // _GRAIN_X))
            needs.append((low, high, 2 if low < high else 0))
        if arrow.label:  # rounded up, so that it never falls on the border of the box beside it
            box, lines = arrow.label.box, arrow.label.lines
            low, high = (box.top, box.bottom) if upright else (box.left, box.right)
            room = len(lines) if upright else max(map(columns_of, lines))
            grain = _GRAIN_Y if upright else _GRAIN_X
            needs.append((-(-low // grain), -(-high // grain), room))
    for band in diagram.bands:
        lines = band.head.lines
        if upright:
            needs += [(*ends(band.head.box), len(lines) + 1), (*ends(band.box), 0)]
        else:
            needs.append((*ends(band.box), max(map(columns_of, lines)) + 2))
    grains = {grain for low, high, _ in needs for grain in (low, high)}
    place: dict[int, int] = {}
    before = -1
    for grain in sorted(grains):
        least = [place[low] + room for low, high, room in needs if high == grain and low < grain]
        before = place[grain] = max([before + 1, *least])
    return place


def _flow(
    canvas: "_Canvas", arrow: Arrow, boxes: dict[str, Box], columns: dict[int, int], rows: dict[int, int]
) -> None:
    spots = [(columns[p.x // _GRAIN_X], rows[p.y // _GRAIN_Y]) for p in arrow.line]
    broken = arrow.back or arrow.flow.kind == "missed"
    for (ax, ay), (bx, by) in pairwise(spots):
        if ax == bx:
            for y in range(min(ay, by), max(ay, by)):
                canvas.join(ax, y, _DOWN, broken)
                canvas.join(ax, y + 1, _UP, broken)
        else:
            for x in range(min(ax, bx), max(ax, bx)):
                canvas.join(x, ay, _RIGHT, broken)
                canvas.join(x + 1, ay, _LEFT, broken)
    box = boxes[arrow.flow.target]
    near, end = arrow.line[-2], arrow.line[-1]
    (x, y), left, right = spots[-1], columns[box.left // _GRAIN_X], columns[box.right // _GRAIN_X]
    if near.x == end.x:
        above = near.y < end.y
        canvas.head(
            x, rows[box.top // _GRAIN_Y] - 1 if above else rows[box.bottom // _GRAIN_Y] + 1, _DOWN if above else _UP
        )
    else:
        canvas.head(left - 1 if near.x < end.x else right + 1, y, _RIGHT if near.x < end.x else _LEFT)


def _shape(canvas: "_Canvas", shape: Shape, columns: dict[int, int], rows: dict[int, int]) -> None:
    left, right = columns[shape.box.left // _GRAIN_X], columns[shape.box.right // _GRAIN_X]
    top, bottom = rows[shape.box.top // _GRAIN_Y], rows[shape.box.bottom // _GRAIN_Y]
    frame = _FRAMES[shape.node.kind]
    for row in range(top, bottom + 1):
        edges = frame[0:3] if row == top else frame[4:7] if row == bottom else f"{frame[3]} {frame[3]}"
        canvas.write(left, row, edges[0] + edges[1] * (right - left - 1) + edges[2])
    words = _words(shape)
    first = top + (bottom - top + 1 - len(words)) // 2
    for n, line in enumerate(words):
        canvas.write(left + (right - left + 1 - columns_of(line)) // 2, first + n, line)


class _Canvas:
    """Characters by column and row; strokes that meet become the character that joins them."""

    def __init__(self, wide: int, high: int) -> None:
        self.wide = wide
        self._cells = [[" "] * wide for _ in range(high)]
        self._strokes: dict[tuple[int, int], int] = {}

    def put(self, x: int, y: int, character: str) -> None:
        self._cells[y][x] = character

    def join(self, x: int, y: int, side: int, broken: bool) -> None:
        strokes = self._strokes[x, y] = self._strokes.get((x, y), 0) | side
        stroke = _STROKES[strokes]
        self.put(x, y, stroke.translate(_BROKEN) if broken else stroke)

    def head(self, x: int, y: int, towards: int) -> None:
        self.put(x, y, _HEADS[towards])

    def write(self, x: int, y: int, text: str) -> None:
        """Write a text; a wide character also takes the column after it."""
        for character in text:
            wide = columns_of(character)
            self._cells[y][x] = character
            if wide == 2:
                self._cells[y][x + 1] = ""
            x += wide

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in map(_joined, self._cells)) + "\n"


def _joined(cells: Iterable[str]) -> str:
    return "".join(cells)
