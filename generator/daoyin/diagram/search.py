"""Local search on the board: which moves the place pass tries, each kept only if the drawing gets cheaper.

Single vertices move or change places (hill climbing), and small neighbourhoods are taken up and set again (large
neighbourhood search: P. Shaw, CP 1998).
"""

from collections.abc import Iterator
from itertools import count, islice

from daoyin.diagram.board import Board
from daoyin.diagram.lattice import Cell
from daoyin.diagram.move import NEVER, SLACK, Moves

_SIZES = (5, 5, 4, 4, 3, 3, 2, 2)  # of the neighbourhoods that are renewed, one after another
_STRIDE = 7  # from the middle of one to the middle of the next
_LATER, _EARLIER = 5, 4  # rows tried below what leads to a vertex, and above what it leads to
_ALONE = 8  # rows tried for a vertex that nothing leads to


class Search:
    """A search on a board. `span` names the columns that each lane may use."""

    def __init__(self, board: Board, span: list[range]) -> None:
        self.board, self._span, self._moves = board, span, Moves(board)
        self._edges = board.topology.edges

    def load(self, cells: list[Cell]) -> None:
        """Start from a placement."""
        for vertex, cell in enumerate(cells):
            self.board.settle(vertex, cell)
        for edge in range(len(self._edges)):
            self.board.lay(edge)

    def settled(self) -> list[Cell]:
        """Where the vertices are. Pre: all have a cell."""
        return [self._moves.cell(vertex) for vertex in range(len(self.board.cells))]

    def insert(self, vertex: int, most: float = NEVER) -> float:
        """Give a vertex the cheapest free cell; return the change of cost.

        If that is not less than `most`, change nothing and return infinity.
        """
        board, moves = self.board, self._moves
        edges = [edge for edge in board.incident[vertex] if self._ready(edge, vertex)]
        best, price = None, most
        free = [cell for cell in self._nearby(vertex, edges) if cell not in board.at]
        options = sorted((moves.least(vertex, cell, edges) + board.new_line(cell), cell) for cell in free)
        for least, cell in options:
            if least >= price:
                break
            change, before = moves.settle(vertex, cell, edges, price - SLACK)
            if change < NEVER:
                moves.unsettle(vertex, before)
                best, price = cell, change
        return NEVER if best is None else moves.settle(vertex, best, edges)[0]

    def sweep(self, order: list[int], most: int) -> bool:
        """Move each vertex to the cheapest cell, or let it change places; tell whether any moved.

        Ends early when the board has weighed `most` ways.
        """
        moved = False
        for vertex in order:
            if self.board.weighed < most:
                moved |= self._move(vertex) or self._swap(vertex)
        return moved

    def renew(self, order: list[int], times: int, most: int) -> None:
        """Take small neighbourhoods up and set them again, forwards and backwards; keep what is better.

        Ends early when the board has weighed `most` ways.
        """
        board = self.board
        place_of = {vertex: n for n, vertex in enumerate(order)}
        for step in range(times if order else 0):
            if board.weighed >= most:
                break
            some = self._around(order[step * _STRIDE % len(order)], _SIZES[step % len(_SIZES)])
            some.sort(key=place_of.__getitem__, reverse=step % 2 == 1)
            cells, ways = list(board.cells), list(board.ways)
            change = sum(self._moves.take_up(vertex) for vertex in some)
            for vertex in some:
                change += self.insert(vertex, -change)
                if change > -SLACK:
                    self._moves.restore(cells, ways)
                    break

    def _move(self, vertex: int) -> bool:
        """Move a vertex to the cheapest free cell, if that is cheaper than where it is."""
        here, before = self._moves.cell(vertex), self._moves.ways(self.board.incident[vertex])
        saved = -self._moves.take_up(vertex)
        if self.insert(vertex, saved - SLACK) < NEVER:
            return True
        self._moves.put_back(vertex, here, before)
        return False

    def _swap(self, vertex: int) -> bool:
        """Let a vertex change places with one nearby, if that is cheaper."""
        board, edges = self.board, list(self.board.incident[vertex])
        taken = [cell for cell in self._nearby(vertex, edges) if board.at.get(cell, vertex) != vertex]
        nearest = sorted((self._moves.least(vertex, cell, edges), cell) for cell in taken)
        return any(self._moves.exchange(vertex, board.at[cell]) < NEVER for _, cell in nearest)

    def _ready(self, edge: int, vertex: int) -> bool:
        """Whether the other end has a cell."""
        ends = self._edges[edge]
        return all(v == vertex or self.board.cells[v] is not None for v in (ends.source, ends.target))

    def _nearby(self, vertex: int, edges: list[int]) -> list[Cell]:
        """Cells worth trying: in and after the rows of predecessors, in and before those of successors."""
        board = self.board
        rows: dict[int, None] = {}
        for edge in edges:
            ends = self._edges[edge]
            if ends.source != ends.target:
                row, _ = self._moves.cell(ends.source if ends.target == vertex else ends.target)
                later = (ends.target == vertex) != board.back[edge]
                rows.update(dict.fromkeys(range(row, row + _LATER) if later else range(row, row - _EARLIER, -1)))
        if not rows:  # nothing leads here: near the vertices declared before and after
            near = [c[0] for v, c in enumerate(board.cells) if c is not None and abs(v - vertex) <= 1]
            rows.update(dict.fromkeys(range(min(near, default=0), min(near, default=0) + _ALONE)))
        held = self._columns(board.topology.vertices[vertex].lane)
        cells = [(row, column) for row in rows if 0 <= row < board.rows for column in held]
        if any(cell not in board.at for cell in cells):
            return cells
        return [*cells, *islice(self._free(self._span[board.topology.vertices[vertex].lane]), 1)]

    def _columns(self, lane: int) -> list[int]:
        """The columns of a lane that hold a vertex, and those beside them."""
        held, used = self._span[lane], self.board.in_column
        return [c for c in held if any(used[n] for n in range(c - 1, c + 2) if n in held)] or [held[len(held) // 3]]

    def _free(self, held: range) -> Iterator[Cell]:
        return ((row, column) for row in count() for column in held if (row, column) not in self.board.at)

    def _around(self, middle: int, size: int) -> list[int]:
        """A vertex and those nearest to it along edges."""
        found = [middle]
        for vertex in found:
            for edge in self.board.incident[vertex]:
                ends = self._edges[edge]
                found += [v for v in (ends.source, ends.target) if v not in found and len(found) < size]
        return found[:size]
