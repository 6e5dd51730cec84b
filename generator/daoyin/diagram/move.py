"""Moves: changes of the board that tell what they cost, and that can be taken back.

Every move knows from the start what it must cost less than, and ends as soon as what is laid, and the least that the
rest can cost, reach that (branch and bound: A. H. Land and A. G. Doig, Econometrica 28 (1960)).
"""

from daoyin.diagram.board import Board, Laid
from daoyin.diagram.lattice import Cell

NEVER = float("inf")
"""The cost of a move that was not made."""

SLACK = 1e-6
"""What is not cheaper by more than this is no cheaper."""

Ways = list[tuple[int, Laid | None]]
"""Edges with the ways that they had, if they had any."""

_EARLY = 0.02  # of two cells that cost the same, the upper one


class Moves:
    """Moves on a board. Each returns by how much the cost changes."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._edges = board.topology.edges

    def cell(self, vertex: int) -> Cell:
        """Where a vertex is. Pre: it has a cell."""
        cell = self.board.cells[vertex]
        assert cell is not None
        return cell

    def ways(self, edges: tuple[int, ...]) -> Ways:
        """The ways that these edges have."""
        return [(edge, self.board.ways[edge]) for edge in edges]

    def least(self, vertex: int, cell: Cell, edges: list[int]) -> float:
        """What a vertex and its edges cost in a cell, if nothing else were in their way."""
        total = self._early(cell)
        for edge in edges:
            ends = self._edges[edge]
            source = cell if ends.source == vertex else self.cell(ends.source)
            target = cell if ends.target == vertex else self.cell(ends.target)
            total += self.board.bound(edge, source, target)
        return total

    def settle(self, vertex: int, cell: Cell, edges: list[int], most: float = NEVER) -> tuple[float, Ways]:
        """Settle a vertex and lay its ways, moving aside the ways that pass there; return the change and what was.

        If the change is not less than `most`, all is as it was, and the change `NEVER`.
        """
        board = self.board
        aside = list(dict.fromkeys(board.passing.get(cell, ())))
        before = [*((edge, board.ways[edge]) for edge in aside), *((edge, None) for edge in edges)]
        change = sum(map(board.take, aside)) + self._early(cell) + board.settle(vertex, cell)
        change = self._lay([*aside, *edges], change, most)
        if change == NEVER:
            self.unsettle(vertex, before)
        return change, before

    def unsettle(self, vertex: int, before: Ways) -> None:
        """Take back what `settle` did."""
        for edge, _ in before:
            self.board.lift(edge)
        self.board.leave(vertex)
        self._put(before)

    def take_up(self, vertex: int) -> float:
        """Take a vertex and its ways from the board."""
        before = self.cell(vertex)
        change = sum(map(self.board.take, self.board.incident[vertex]))
        return change + self.board.leave(vertex) - self._early(before)

    def put_back(self, vertex: int, cell: Cell, before: Ways) -> None:
        """Take back what `take_up` did."""
        self.board.settle(vertex, cell)
        self._put(before)

    def exchange(self, one: int, other: int) -> float:
        """Let two vertices change places, if that is cheaper; else leave all as it was and return `NEVER`."""
        board, here, there = self.board, self.cell(one), self.cell(other)
        edges = tuple(dict.fromkeys((*board.incident[one], *board.incident[other])))
        before = self.ways(edges)
        saved = sum(map(board.take, edges))
        self._reset([(one, there), (other, here)])
        change = self._lay(list(edges), saved, -SLACK)
        if change == NEVER:
            for edge in edges:
                board.lift(edge)
            self._reset([(one, here), (other, there)])
            self._put(before)
        return change

    def restore(self, cells: list[Cell | None], ways: list[Laid | None]) -> None:
        """Put everything back to where it was at some time before."""
        board = self.board
        for edge, way in enumerate(ways):
            if board.ways[edge] != way:
                board.lift(edge)
        moved = [v for v, cell in enumerate(cells) if board.cells[v] != cell]
        for v in moved:
            if board.cells[v] is not None:
                board.leave(v)
        for v in moved:
            if (cell := cells[v]) is not None:
                board.settle(v, cell)
        self._put([(edge, way) for edge, way in enumerate(ways) if board.ways[edge] is None])

    def _early(self, cell: Cell) -> float:
        return _EARLY * cell[0] / self.board.spread

    def _lay(self, edges: list[int], change: float, most: float) -> float:
        """Lay ways, and add what they cost to a change; end with `NEVER` when it cannot stay below `most`."""
        board = self.board
        floor = [self._floor(edge) for edge in edges]
        rest = sum(floor)
        for edge, least in zip(edges, floor, strict=True):
            rest -= least
            change += board.lay(edge, most - change - rest)
            if change == NEVER:
                break
        return change

    def _floor(self, edge: int) -> float:
        ends = self._edges[edge]
        return self.board.bound(edge, self.cell(ends.source), self.cell(ends.target))

    def _put(self, ways: Ways) -> None:
        for edge, way in ways:
            if way is not None:
                self.board.put(edge, way)

    def _reset(self, ends: list[tuple[int, Cell]]) -> None:
        for vertex, _ in ends:
            self.board.leave(vertex)
        for vertex, cell in ends:
            self.board.settle(vertex, cell)
