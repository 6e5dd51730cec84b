"""Placement: a cell for every node, in its lane's columns; time runs down.

First each node, in the order of the story, takes the cell that costs least beside those already placed, the spine
straight down. Then single nodes move while that helps, and small neighbourhoods are taken up and set again (large
neighbourhood search: P. Shaw, CP 1998). The grid is that of I. Kitzmann, C. König, D. Lübke and L. Singer, "A Simple
Algorithm for Automatic Layout of BPMN Processes", CEC 2009.
"""

from random import Random

from daoyin.diagram.board import Board, Weights
from daoyin.diagram.lattice import Cell, Placement
from daoyin.diagram.search import Search
from daoyin.diagram.topology import Topology

_SWEEPS = 3
_NEIGHBOURHOODS = 60
_MOST_COLUMNS = 4  # of one lane


def place(topology: Topology, back: tuple[bool, ...], rank: tuple[int, ...], weights: Weights) -> Placement:
    """Place every vertex.

    Pre: ranks rise along all edges but those that go back.
    Post: no two vertices share a cell; each stands in a column of its lane; the lanes' columns stand in lane order.
    """
    span = _columns(topology)
    order = sorted(range(len(topology.vertices)), key=lambda v: (rank[v], v))
    high, wide = 2 * len(topology.vertices) + 2, span[-1].stop if span else 0
    search = Search(Board(topology, back, (high, wide), 1, weights), span)
    for vertex in order:
        search.insert(vertex)
    cells = _dense(search.settled())
    for _ in range(_SWEEPS):
        search = _spread(topology, back, weights, span, cells)
        improved = search.sweep(order)
        cells = _dense(search.settled())
        if not improved:
            break
    search = _spread(topology, back, weights, span, cells)
    search.renew(order, _NEIGHBOURHOODS, Random(len(order)))  # noqa: S311
    search.sweep(order)
    return _placement(span, _dense(search.settled()))


def _columns(topology: Topology) -> list[range]:
    """The columns that each lane may use, more than it needs."""
    held = [sum(1 for v in topology.vertices if v.lane == lane) for lane in range(topology.lanes)]
    wide = [min(n, _MOST_COLUMNS) for n in held]
    return [range(sum(wide[:lane]), sum(wide[: lane + 1])) for lane in range(topology.lanes)]


def _spread(
    topology: Topology, back: tuple[bool, ...], weights: Weights, span: list[range], cells: list[Cell]
) -> Search:
    """A search that starts from these cells, with an empty row above each row, so that nodes can move in between."""
    high = 2 * max((row for row, _ in cells), default=0) + 5
    search = Search(Board(topology, back, (high, span[-1].stop if span else 0), 2, weights), span)
    search.load([(2 * row + 1, column) for row, column in cells])
    return search


def _dense(cells: list[Cell]) -> list[Cell]:
    """The same cells without empty rows."""
    rows = {row: number for number, row in enumerate(sorted({row for row, _ in cells}))}
    return [(rows[row], column) for row, column in cells]


def _placement(span: list[range], cells: list[Cell]) -> Placement:
    columns = sorted({column for _, column in cells})
    number = {column: n for n, column in enumerate(columns)}
    lane_of = tuple(next(lane for lane, held in enumerate(span) if column in held) for column in columns)
    rows = 1 + max((row for row, _ in cells), default=-1)
    return Placement(tuple((row, number[column]) for row, column in cells), rows, lane_of)
