"""Routing: each flow's way over the lattice, around all occupied cells.

Each flow takes the cheapest of its patterns, and after all are laid each is taken up and laid again, so that the first
ones, too, see the others (rip-up and reroute: C. Y. Lee, IRE Trans. Electron. Comput. 10 (1961), and every router
since).
"""

from daoyin.diagram.board import Board
from daoyin.diagram.lattice import Placement, Way
from daoyin.diagram.price import Weights
from daoyin.diagram.topology import Topology

_ROUNDS = 3


def route(topology: Topology, back: tuple[bool, ...], placement: Placement) -> tuple[Way, ...]:
    """Find a way for every edge.

    Pre: no two vertices share a cell.
    Post: way i leads from the cell of edge i's source to that of its target and passes no other occupied cell.
    """
    board = Board(topology, back, (placement.rows, placement.columns), 1, Weights())
    for vertex, cell in enumerate(placement.cells):
        board.settle(vertex, cell)
    edges = sorted(range(len(topology.edges)), key=lambda e: (back[e], e))
    for edge in edges:
        board.lay(edge)
    for _ in range(_ROUNDS):
        saved = sum(board.take(edge) + board.lay(edge) for edge in edges)
        if saved > -1e-6:
            break
    return tuple(laid.way for laid in board.ways if laid is not None)
