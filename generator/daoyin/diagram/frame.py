"""Framing: the lanes' bands with their heads around the drawing, and the legend below it."""

from itertools import pairwise

from daoyin.diagram.compact import Drawing, lowered
from daoyin.diagram.geometry import Band, Box, Caption, Diagram
from daoyin.diagram.graph import Graph
from daoyin.diagram.legend import legend
from daoyin.diagram.measure import HEAD, HEAD_LINE
from daoyin.diagram.text import shortened

_HEAD_PAD = 8
_HEAD_LINES = 3
_FOOT = 18


def frame(graph: Graph, drawing: Drawing, borders: tuple[int, ...]) -> Diagram:
    """Put bands between the lanes' borders, as long as the drawing, and the legend below.

    Pre: the drawing begins at y = 0. Post: it begins below the heads.
    """
    held = {node.lane for node in graph.nodes}
    lanes = [lane for lane in graph.lanes if lane.id in held]
    sides = [(left, right - left) for left, right in pairwise(borders)]
    heads = [
        shortened(lane.name, HEAD, wide - 2 * _HEAD_PAD, _HEAD_LINES, bold=True)
        for lane, (_, wide) in zip(lanes, sides, strict=True)
    ]
    head = max((len(lines) for lines in heads), default=1) * HEAD_LINE + 2 * _HEAD_PAD
    shapes, arrows = lowered(drawing, head)
    bottom = _FOOT + max(
        [head]
        + [shape.box.bottom for shape in shapes]
        + [point.y for arrow in arrows for point in arrow.line]
        + [arrow.label.box.bottom for arrow in arrows if arrow.label]
    )
    bands = tuple(
        Band(
            lane,
            Box(left, 0, wide, bottom),
            Caption(Box(left, 0, wide, head), lines, lane.name if lines[-1].endswith("…") else ""),
        )
        for lane, (left, wide), lines in zip(lanes, sides, heads, strict=True)
    )
    width = borders[-1]
    entries, height = legend(shapes, arrows, width, bottom)
    return Diagram(graph.title, graph.description, width, height, bands, shapes, arrows, entries)
