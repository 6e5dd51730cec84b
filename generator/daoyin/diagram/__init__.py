"""From a graph to a drawn chart: the passes, in order.

The contract, in this order: the drawing is valid (nothing overlaps, by construction: cells, tracks and label slots are
exclusive, and the space pass makes room for each); it tells the story (time runs down, each lane is a column, the spine
is straight, loops are set apart); it is polished (few crossings, few bends, short lines).
"""

from pathlib import Path

from daoyin.diagram.arrange import BROAD, PAGE, WALL, Form, arrange
from daoyin.diagram.compact import compact_left, compact_up
from daoyin.diagram.compose import compose
from daoyin.diagram.frame import frame
from daoyin.diagram.geometry import Diagram
from daoyin.diagram.graph import Graph
from daoyin.diagram.label import lettering, slots
from daoyin.diagram.measure import measure
from daoyin.diagram.space import space
from daoyin.diagram.topology import topology

__all__ = ["BROAD", "PAGE", "WALL", "Form", "draw"]

TOP = 18
"""Pixels between the heads of the lanes and what is drawn first."""


def draw(graph: Graph, cache: Path | None = None, form: Form = PAGE) -> Diagram:
    """Draw a graph: the same drawing for the same graph, whatever machine, hash seed or day.

    `cache` is a folder that may remember arrangements between builds (it changes the time, not the result); words do
    not count for it, so all languages share one. `form` says what the chart is for, and so how it is shaped.
    """
    bones = topology(graph)
    arrangement = arrange(bones, cache, form)
    placement, ways = arrangement.placement, arrangement.ways
    tracks, places = slots(bones, ways)
    contents, labels = measure(graph), lettering(graph)
    room = space(contents, placement, ways, tracks, places, labels)
    drawing = compose(graph, contents, placement, arrangement.back, ways, tracks, places, labels, room)
    drawing, borders = compact_left(drawing, room.x.border, [column for _, column in placement.cells])
    return frame(graph, compact_up(drawing, TOP), borders)
