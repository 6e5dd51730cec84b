"""Placement: a cell for every node, in its lane's columns; time runs down.

First each node, in the order of the story, takes the cell that costs least beside those already placed, the spine
straight down. Then single nodes move while that helps, and small neighbourhoods are taken up and set again (large
neighbourhood search: P. Shaw, CP 1998). The grid is that of I. Kitzmann, C. König, D. Lübke and L. Singer, "A Simple
Algorithm for Automatic Layout of BPMN Processes", CEC 2009.
"""

from daoyin.diagram.board import Board
from daoyin.diagram.lattice import Cell, Placement
from daoyin.diagram.price import Weights
from daoyin.diagram.search import Search
from daoyin.diagram.topology import Topology

_SWEEPS = 3
_NEIGHBOURHOODS = 60
_MOST_COLUMNS = 4  # of one lane, at first


def place(
    topology: Topology, back: tuple[bool, ...], rank: tuple[int, ...], weights: Weights, effort: int
) -> tuple[Placement, int]:
    """Place every vertex; return the placement and how much effort it took.

    `effort` is how many ways may be weighed: it bounds the time, and is the same on every machine.
    Pre: ranks rise along all edges but those that go back.
    Post: no two vertices share a cell; each stands in a column of its lane; the lanes' columns stand in lane order.
    """
    order = sorted(range(len(topology.vertices)), key=lambda v: (rank[v], v))
    search = _empty(topology, back, weights)
    for vertex in order:
        search.insert(vertex)
    left = effort - search.board.weighed
    for _ in range(_SWEEPS):
        search = _spread(topology, back, weights, search.settled())
        moved = search.sweep(order, left)
        left -= search.board.weighed
        if not moved:
            break
    search = _spread(topology, back, weights, search.settled())
    search.renew(order, _NEIGHBOURHOODS, left)
    search.sweep(order, left)
    return _placement(topology, search.settled()), effort - left + search.board.weighed


def _empty(topology: Topology, back: tuple[bool, ...], weights: Weights) -> Search:
    """A search before any vertex is placed: more rows and columns than are needed."""
    held = [0] * topology.lanes
    for vertex in topology.vertices:
        held[vertex.lane] += 1
    span = _side_by_side([min(n, _MOST_COLUMNS) for n in held])
    high = 2 * len(topology.vertices) + 2
    return Search(Board(topology, back, (high, sum(map(len, span))), 1, weights), span)


def _spread(topology: Topology, back: tuple[bool, ...], weights: Weights, cells: list[Cell]) -> Search:
    """A search that starts from these cells, with free rows between their rows and free columns beside each lane's."""
    columns: list[dict[int, None]] = [{} for _ in range(topology.lanes)]
    for column, lane in sorted((column, topology.vertices[v].lane) for v, (_, column) in enumerate(cells)):
        columns[lane][column] = None
    span = _side_by_side([len(held) + 2 for held in columns])
    across = {c: free[n + 1] for held, free in zip(columns, span, strict=True) for n, c in enumerate(held)}
    down = {r: 2 * n + 1 for n, r in enumerate(sorted({r for r, _ in cells}))}
    size = 2 * len(down) + 3, sum(map(len, span))
    search = Search(Board(topology, back, size, 2, weights), span)
    search.load([(down[row], across[column]) for row, column in cells])
    return search


def _side_by_side(wide: list[int]) -> list[range]:
    return [range(sum(wide[:lane]), sum(wide[: lane + 1])) for lane in range(len(wide))]


def _placement(topology: Topology, cells: list[Cell]) -> Placement:
    """The same cells without empty rows and columns."""
    down = {row: n for n, row in enumerate(sorted({row for row, _ in cells}))}
    lane_of = {column: topology.vertices[v].lane for v, (_, column) in enumerate(cells)}
    across = {column: n for n, column in enumerate(sorted(lane_of))}
    return Placement(
        tuple((down[row], across[column]) for row, column in cells),
        len(down),
        tuple(lane_of[column] for column in across),
    )
