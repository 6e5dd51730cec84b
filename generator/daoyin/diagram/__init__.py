"""From a graph to a drawn chart: the passes, in order.

The contract, in this order: the drawing is valid (nothing overlaps, by construction: cells, tracks and label slots are
exclusive, and the space pass makes room for each); it tells the story (time runs down, each lane is a column, the spine
is straight, loops are set apart); it is polished (few crossings, few bends, short lines).
"""

from daoyin.diagram.compact import compact
from daoyin.diagram.compose import compose
from daoyin.diagram.cycle import back_edges
from daoyin.diagram.frame import frame
from daoyin.diagram.geometry import Diagram
from daoyin.diagram.graph import Graph
from daoyin.diagram.label import lettering, slots
from daoyin.diagram.measure import measure
from daoyin.diagram.place import place
from daoyin.diagram.rank import ranks
from daoyin.diagram.route import route
from daoyin.diagram.space import space
from daoyin.diagram.topology import topology

TOP = 18
"""Pixels between the heads of the lanes and what is drawn first."""


def draw(graph: Graph) -> Diagram:
    """Draw a graph: the same drawing for the same graph, whatever machine, hash seed or day."""
    contents = measure(graph)
    shape = topology(graph)
    back = back_edges(shape)
    placement = place(shape, back, ranks(shape, back))
    ways = route(shape, back, placement)
    tracks, places = slots(shape, ways)
    labels = lettering(graph)
    room = space(contents, placement, ways, tracks, places, labels)
    shapes, arrows = compose(graph, contents, placement, back, ways, tracks, places, labels, room)
    return frame(graph, *compact(shapes, arrows, TOP), room.x.border)
