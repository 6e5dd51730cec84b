"""Spacing: from cells, tracks and labels to pixels. Room is made for everything; nothing is looked for.

Along each axis, columns (rows) and channels follow one another, each as wide as what stands in it needs: a longest path
on a chain (as in M. Eiglsperger and M. Kaufmann, "Fast Compaction for Orthogonal
Drawings with Vertices of Prescribed Size", GD 2001).
"""

from dataclasses import dataclass

from daoyin.diagram.label import Lettering, Slot, track_of
from daoyin.diagram.lattice import Placement, Way
from daoyin.diagram.measure import Content
from daoyin.diagram.size import (
    ABOVE_LABEL,
    AIR,
    BESIDE_LABEL,
    FROM_BOX,
    TO_BOX,
    TRACK,
    offsets,
    reaches,
    sizes_of,
)
from daoyin.diagram.track import Tracks
from daoyin.diagram.trunk import Axis

_STUB = 12  # the least visible end of a flow, between a box and the first track
_ARROW = 16  # the same where an arrow head stands
_GAP_X, _GAP_Y = 26, 26  # an empty channel
_BORDER = 28  # an empty channel that holds the border of two lanes
_EDGE = 16  # an empty channel at the edge of the chart
_LEAST_HALF = 44


@dataclass(frozen=True, slots=True)
class Spacing:
    """Pixels along one axis: the middle of each column (row), the levels of each channel, and the borders of lanes."""

    middle: tuple[int, ...]
    track: tuple[tuple[int, ...], ...]
    border: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Space:
    """Where all lines are: columns and upright tracks in `x`, rows and level tracks in `y`; and the boxes' sizes."""

    x: Spacing
    y: Spacing
    offset: dict[int, int]
    sizes: tuple[tuple[int, int], ...]
    reach: tuple[tuple[int, int], ...]
    """How far each box, with the labels at its left and right sides, reaches above and below the middle of its row."""


def space(
    contents: tuple[Content, ...],
    placement: Placement,
    ways: tuple[Way, ...],
    tracks: Tracks,
    slots: tuple[Slot, ...],
    labels: dict[int, Lettering],
) -> Space:
    """Give every line its pixel.

    Pre: contents, cells and ways belong to the same graph; each labelled flow has a slot and a lettering.
    Post: boxes fit their contents and all flows that enter them; between the lines there is room for all labels.
    """
    offset = offsets(tracks, ways, slots, labels)
    sizes = sizes_of(contents, placement, ways, tracks, offset)
    reach = reaches(placement, ways, tracks, slots, labels, offset, sizes)
    work = _Work(placement, ways, tracks, slots, labels, offset, sizes, reach)
    return Space(_spaced(work, upright=True), _spaced(work, upright=False), offset, sizes, reach)


@dataclass(frozen=True, slots=True)
class _Work:
    """All that the spacing of one axis looks at."""

    placement: Placement
    ways: tuple[Way, ...]
    tracks: Tracks
    slots: tuple[Slot, ...]
    labels: dict[int, Lettering]
    offset: dict[int, int]
    sizes: tuple[tuple[int, int], ...]
    reach: tuple[tuple[int, int], ...]

    def half(self, vertex: int, *, upright: bool) -> int:
        """Half of a box's width (upright axis) or height."""
        return self.sizes[vertex][0 if upright else 1] // 2


def _spaced(work: _Work, *, upright: bool) -> Spacing:
    """Space the columns and upright channels (`upright`), or the rows and level channels."""
    before, after = _halves(work, upright=upright)
    low, high = _zones(work, before, after, upright=upright)
    middle: list[int] = []
    track: list[tuple[int, ...]] = []
    border = [0]
    position = 0
    lane_of = work.placement.lane_of
    for n in range(len(before) + 1):
        levels = 1 + max((t.level for t in work.tracks.all if t.axis == Axis(upright, 2 * n)), default=-1)
        parted = upright and 0 < n < len(before) and lane_of[n - 1] != lane_of[n]
        outer = (n == 0, n == len(before))
        if levels:
            start = position + max(low[n], _EDGE if outer[0] else _STUB)
            split = _split(work, n, levels) if parted else levels
            if parted:
                border.append(start + split * TRACK)
            track.append(tuple(start + (level + (level >= split)) * TRACK for level in range(levels)))
            position = start + (levels - 1 + parted) * TRACK
            position += max(high[n], _EDGE if outer[1] else _STUB if upright else _ARROW)
        else:
            least = _EDGE if any(outer) else _GAP_X if upright else _GAP_Y
            start, end = low[n], high[n]
            if parted:
                start, end = max(start, _BORDER // 2), max(end, _BORDER // 2)
                border.append(position + start)
            wide = max(start + end, least)
            track.append(())
            position += wide
        if n < len(before):
            middle.append(position + before[n])
            position += before[n] + after[n]
    return Spacing(tuple(middle), tuple(track), (*border, position), position)


def _halves(work: _Work, *, upright: bool) -> tuple[list[int], list[int]]:
    """What each column (row) needs on both sides of its middle: boxes, tracks, and labels that stand at its lines."""
    count = work.placement.columns if upright else work.placement.rows
    least = _LEAST_HALF if upright else _LEAST_HALF // 3
    before, after = [least] * count, [least] * count
    for vertex, cell in enumerate(work.placement.cells):
        n, half = cell[1 if upright else 0], work.half(vertex, upright=upright)
        before[n], after[n] = max(before[n], half), max(after[n], half)
    for number, track in enumerate(work.tracks.all):
        if track.axis.upright == upright and track.axis.at % 2:
            n, shift = track.axis.at >> 1, work.offset[number]
            before[n], after[n] = max(before[n], AIR - shift), max(after[n], AIR + shift)
    for slot in work.slots:
        number = track_of(work.tracks, work.ways, slot)
        axis, label, shift = work.tracks.all[number].axis, work.labels[slot.edge], work.offset[number]
        if axis.upright == upright:
            n = axis.at >> 1
            need = (label.width + BESIDE_LABEL if upright else label.height + ABOVE_LABEL) + AIR
            if slot.side > 0:
                after[n] = max(after[n], need + shift)
            else:
                before[n] = max(before[n], need - shift)
    return before, after


def _zones(work: _Work, before: list[int], after: list[int], *, upright: bool) -> tuple[list[int], list[int]]:
    """What labels need of each channel: at its low side, for flows at the boxes before it, and at its high side."""
    low, high = [0] * (len(before) + 1), [0] * (len(before) + 1)
    for slot in work.slots:
        axis = work.tracks.all[track_of(work.tracks, work.ways, slot)].axis
        if axis.upright == upright:
            continue  # an upright line and its label stretch along the rows, not along the columns
        way, label = work.ways[slot.edge], work.labels[slot.edge]
        end, towards = (way[0], way[1]) if slot.at_source else (way[-1], way[-2])
        n = end[0 if upright else 1] >> 1
        vertex = work.placement.cells.index((end[1] >> 1, end[0] >> 1))
        if upright:
            need = work.half(vertex, upright=True) + (FROM_BOX if slot.at_source else TO_BOX) + label.width + AIR
        else:
            need = work.reach[vertex][1 if towards > end else 0] + FROM_BOX + label.height + AIR
        if towards > end:
            low[n + 1] = max(low[n + 1], need - after[n])
        else:
            high[n] = max(high[n], need - before[n])
    return low, high


def _split(work: _Work, n: int, levels: int) -> int:
    """How many tracks of a channel between two lanes lie left of their border: those of flows within the left lane."""
    lane_of = work.placement.lane_of
    inside = [True] * levels
    for track in work.tracks.all:
        if track.axis == Axis(upright=True, at=2 * n):
            for run in track.runs:
                way = work.ways[run.edge]
                lanes = {lane_of[way[0][0] >> 1], lane_of[way[-1][0] >> 1]}
                inside[track.level] &= lanes == {lane_of[n - 1]}
    return next((level for level in range(levels) if not inside[level]), levels)
