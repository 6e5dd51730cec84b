"""Composing: boxes, lines and labels at the pixels of their cells, tracks and slots."""

from daoyin.diagram.geometry import Arrow, Box, Caption, Line, Point, Shape
from daoyin.diagram.graph import Graph
from daoyin.diagram.label import Lettering, Slot
from daoyin.diagram.lattice import Placement, Way
from daoyin.diagram.measure import Content, shaped
from daoyin.diagram.outline import dock
from daoyin.diagram.size import ABOVE_LABEL, BESIDE_LABEL, FROM_BOX, TO_BOX
from daoyin.diagram.space import Space
from daoyin.diagram.track import Tracks
from daoyin.diagram.trunk import Axis, Run


def compose(
    graph: Graph,
    contents: tuple[Content, ...],
    placement: Placement,
    back: tuple[bool, ...],
    ways: tuple[Way, ...],
    tracks: Tracks,
    slots: tuple[Slot, ...],
    labels: dict[int, Lettering],
    space: Space,
) -> tuple[tuple[Shape, ...], tuple[Arrow, ...]]:
    """Draw nodes and flows at the pixels that the space pass found.

    Post: shapes and arrows stand in the graph's order; each arrow begins and ends on an outline.
    """
    shapes = tuple(
        shaped(content, _box(space.x.middle[column], space.y.middle[row], *size))
        for content, (row, column), size in zip(contents, placement.cells, space.sizes, strict=True)
    )
    slot_of = {slot.edge: slot for slot in slots}
    index = {node.id: n for n, node in enumerate(graph.nodes)}
    arrows = []
    for number, flow in enumerate(graph.flows):
        ends = shapes[index[flow.source]], shapes[index[flow.target]]
        line = _line(number, ways[number], tracks, space, ends)
        label = None
        if number in slot_of:
            slot = slot_of[number]
            vertex = index[flow.source if slot.at_source else flow.target]
            label = _label(slot, line, labels[number], shapes[vertex].box, space.reach[vertex])
        arrows.append(Arrow(flow, line, label, back[number]))
    return shapes, tuple(arrows)


def _box(x: int, y: int, width: int, height: int) -> Box:
    return Box(x - width // 2, y - height // 2, width, height)


def _line(edge: int, way: Way, tracks: Tracks, space: Space, ends: tuple[Shape, Shape]) -> Line:
    """The corners of a flow: where its successive trunks meet, and the outlines at its ends."""
    at = [_pixel(tracks, Run(edge, step), space) for step in range(len(way) - 1)]
    uprights = [way[step][0] == way[step + 1][0] for step in range(len(way) - 1)]
    corners = [
        Point(one, other) if upright else Point(other, one)
        for one, other, upright in zip(at, at[1:], uprights, strict=False)
    ]
    first = dock(ends[0], at[0], uprights[0], towards=1 if way[1] > way[0] else -1)
    last = dock(ends[1], at[-1], uprights[-1], towards=1 if way[-2] > way[-1] else -1)
    return (first, *corners, last)


def _pixel(tracks: Tracks, run: Run, space: Space) -> int:
    """The x of an upright run or the y of a level one."""
    number = tracks.of[run]
    track = tracks.all[number]
    axis: Axis = track.axis
    spacing = space.x if axis.upright else space.y
    if axis.at % 2:
        return spacing.middle[axis.at >> 1] + space.offset[number]
    return spacing.track[axis.at >> 1][track.level]


def _label(slot: Slot, line: Line, label: Lettering, box: Box, reach: tuple[int, int]) -> Caption:
    """The label of a flow at its slot, close to the box."""
    end, near = (line[0], line[1]) if slot.at_source else (line[-1], line[-2])
    if end.x == near.x:
        left = end.x + BESIDE_LABEL if slot.side > 0 else end.x - BESIDE_LABEL - label.width
        middle = box.top + box.height // 2
        below = near.y > end.y
        top = middle + reach[1] + FROM_BOX if below else middle - reach[0] - FROM_BOX - label.height
    else:
        top = end.y + ABOVE_LABEL if slot.side > 0 else end.y - ABOVE_LABEL - label.height
        gap = FROM_BOX if slot.at_source else TO_BOX
        left = box.right + gap if near.x > end.x else box.left - gap - label.width
    return Caption(Box(left, top, label.width, label.height), label.lines, label.full)
