"""Sizes: how large each box becomes by its words and its ports, and how far strokes stand off the middle of a line.

A box grows until all flows that enter or leave it side by side meet its outline, as the port constraints of
C. D. Schulze, M. Spönemann and R. von Hanxleden, "Drawing Layered Graphs with Port Constraints" (2014), ask.
"""

from collections import defaultdict

from daoyin.diagram.label import Lettering, Slot, track_of
from daoyin.diagram.lattice import Placement, Way
from daoyin.diagram.measure import SLANT, Content
from daoyin.diagram.track import Tracks
from daoyin.diagram.trunk import Axis

TRACK = 12
"""From one track to the next in a channel, and in the middle of a row."""
PORT = 16
"""From one track to the next in the middle of a column: two arrow heads stand side by side."""
BESIDE_LABEL = 6
"""Between an upright line and its label."""
ABOVE_LABEL = 2
"""Between a level line and its label."""
FROM_BOX = 5
"""Between a box and the label of a flow that leaves it."""
TO_BOX = 12
"""Between a box and the label of a flow that enters it: the arrow head."""
AIR = 5
"""Between a label and whatever comes next."""


def offsets(
    tracks: Tracks, ways: tuple[Way, ...], slots: tuple[Slot, ...], labels: dict[int, Lettering]
) -> dict[int, int]:
    """How far each track on a middle line lies from it, by the track's number.

    Post: trunks of one cluster lie as far apart as their ports, and the labels between them, need.
    """
    pitch: defaultdict[tuple[Axis, int, int], int] = defaultdict(int)  # between level n and n + 1 of a cluster
    for slot in slots:
        if slot.squeezed:
            track = tracks.all[track_of(tracks, ways, slot)]
            gap = track.level if slot.side > 0 else track.level - 1
            label = labels[slot.edge]
            need = label.width + BESIDE_LABEL + AIR if track.axis.upright else label.height + ABOVE_LABEL + 3
            key = track.axis, track.cluster, gap
            pitch[key] = max(pitch[key], need)
    found = {}
    for number, track in enumerate(tracks.all):
        if track.axis.at % 2:
            usual = PORT if track.axis.upright else TRACK
            highest = max(track.level, -(-track.anchor // 2)) + 1
            gaps = [max(usual, pitch[track.axis, track.cluster, n]) for n in range(highest)]
            anchor = sum(gaps[: track.anchor // 2]) + (gaps[track.anchor // 2] // 2 if track.anchor % 2 else 0)
            found[number] = sum(gaps[: track.level]) - anchor
    return found


def sizes_of(
    contents: tuple[Content, ...],
    placement: Placement,
    ways: tuple[Way, ...],
    tracks: Tracks,
    offset: dict[int, int],
) -> tuple[tuple[int, int], ...]:
    """The size of every box: room for its content and its ports; the steps of one column are equally wide.

    Post: no size is less than its content's.
    """
    at = {cell: vertex for vertex, cell in enumerate(placement.cells)}
    reach_x, reach_y = [0] * len(contents), [0] * len(contents)
    for run, number in tracks.of.items():
        way = ways[run.edge]
        ends = [way[0]] * (run.step == 0) + [way[-1]] * (run.step == len(way) - 2)
        for x, y in ends:
            vertex = at[y >> 1, x >> 1]
            reach = reach_x if tracks.all[number].axis.upright else reach_y
            reach[vertex] = max(reach[vertex], abs(offset[number]))
    wide, high = [], []
    for vertex, content in enumerate(contents):
        margin = SLANT + 4 if content.node.kind == "gateway" else 22 if content.node.kind in ("start", "end") else 12
        wide.append(max(content.width, 2 * (reach_x[vertex] + margin) if reach_x[vertex] else 0))
        high.append(max(content.height, 2 * (reach_y[vertex] + 12) if reach_y[vertex] else 0))
    steps: defaultdict[int, int] = defaultdict(int)
    for vertex, content in enumerate(contents):
        if content.node.kind in ("task", "event", "handover"):
            column = placement.cells[vertex][1]
            steps[column] = max(steps[column], wide[vertex])
    for vertex, content in enumerate(contents):
        if content.node.kind in ("task", "event", "handover"):
            wide[vertex] = steps[placement.cells[vertex][1]]
    return tuple(zip(wide, high, strict=True))


def reaches(
    placement: Placement,
    ways: tuple[Way, ...],
    tracks: Tracks,
    slots: tuple[Slot, ...],
    labels: dict[int, Lettering],
    offset: dict[int, int],
    sizes: tuple[tuple[int, int], ...],
) -> tuple[tuple[int, int], ...]:
    """How far each box, with the labels at its left and right sides, reaches above and below the middle of its row."""
    above, below = [high // 2 for _, high in sizes], [high // 2 for _, high in sizes]
    for slot in slots:
        number = track_of(tracks, ways, slot)
        if not tracks.all[number].axis.upright:
            x, y = ways[slot.edge][0 if slot.at_source else -1]
            vertex = placement.cells.index((y >> 1, x >> 1))
            need = labels[slot.edge].height + ABOVE_LABEL + slot.side * offset[number]
            reach = below if slot.side > 0 else above
            reach[vertex] = max(reach[vertex], need)
    return tuple(zip(above, below, strict=True))
