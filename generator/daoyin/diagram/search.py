"""Local search on the board: the moves of the place pass, each kept only if the drawing gets cheaper.

Every trial knows from the start what it must cost less than, and ends as soon as what is laid, and the least that the
rest can cost, reach that (branch and bound: A. H. Land and A. G. Doig, Econometrica 28 (1960)).
"""

from collections.abc import Iterator
from itertools import count, islice

from daoyin.diagram.board import Board, Laid
from daoyin.diagram.lattice import Cell

_SLACK = 1e-6
_EARLY = 0.02  # of two cells that cost the same, the upper one
_SIZES = (5, 5, 4, 4, 3, 3, 2, 2)  # of the neighbourhoods that are renewed, one after another
_STRIDE = 7  # from the middle of one to the middle of the next
_NEVER = float("inf")


class Search:
    """Moves on a board. `span` names the columns that each lane may use."""

    def __init__(self, board: Board, span: list[range]) -> None:
        self.board, self._span = board, span
        self._edges = board.topology.edges

    def load(self, cells: list[Cell]) -> None:
        """Start from a placement."""
        for vertex, cell in enumerate(cells):
            self.board.settle(vertex, cell)
        for edge in range(len(self._edges)):
            self.board.lay(edge)

    def settled(self) -> list[Cell]:
        """Where the vertices are. Pre: all have a cell."""
        return [self._cell(vertex) for vertex in range(len(self.board.cells))]

    def insert(self, vertex: int, most: float = _NEVER) -> float:
        """Give a vertex the cheapest free cell; return the change of cost.

        If that is not less than `most`, change nothing and return infinity.
        """
        board = self.board
        edges = [edge for edge in board.incident[vertex] if self._ready(edge, vertex)]
        best, price = None, most
        free = [cell for cell in self._nearby(vertex, edges) if cell not in board.at]
        options = sorted((self._least(vertex, cell, edges) + board.new_line(cell), cell) for cell in free)
        for least, cell in options:
            if least >= price:
                break
            change, before = self._try(vertex, cell, edges, price - _SLACK)
            if change < _NEVER:
                self._undo(vertex, before)
                best, price = cell, change
        return _NEVER if best is None else self._try(vertex, best, edges, _NEVER)[0]

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
            change = sum(self._lift(vertex) for vertex in some)
            for vertex in some:
                change += self.insert(vertex, -change)
                if change > -_SLACK:
                    self._restore(cells, ways)
                    break

    def _cell(self, vertex: int) -> Cell:
        cell = self.board.cells[vertex]
        assert cell is not None
        return cell

    def _early(self, cell: Cell) -> float:
        return _EARLY * cell[0] / self.board.spread

    def _ready(self, edge: int, vertex: int) -> bool:
        """Whether the other end has a cell."""
        ends = self._edges[edge]
        return all(v == vertex or self.board.cells[v] is not None for v in (ends.source, ends.target))

    def _least(self, vertex: int, cell: Cell, edges: list[int]) -> float:
        """What a vertex and its edges cost in a cell, if nothing else were in their way."""
        total = self._early(cell)
        for edge in edges:
            ends = self._edges[edge]
            source = cell if ends.source == vertex else self._cell(ends.source)
            target = cell if ends.target == vertex else self._cell(ends.target)
            total += self.board.bound(edge, source, target)
        return total

    def _nearby(self, vertex: int, edges: list[int]) -> list[Cell]:
        """Cells worth trying: in and after the rows of predecessors, in and before those of successors."""
        board = self.board
        rows: dict[int, None] = {}
        for edge in edges:
            ends = self._edges[edge]
            if ends.source != ends.target:
                row, _ = self._cell(ends.source if ends.target == vertex else ends.target)
                later = (ends.target == vertex) != board.back[edge]
                rows.update(dict.fromkeys(range(row, row + 5) if later else range(row, row - 4, -1)))
        if not rows:  # nothing leads here: near the vertices declared before and after
            near = [c[0] for v, c in enumerate(board.cells) if c is not None and abs(v - vertex) <= 1]
            rows.update(dict.fromkeys(range(min(near, default=0), min(near, default=0) + 8)))
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

    def _try(
        self, vertex: int, cell: Cell, edges: list[int], most: float
    ) -> tuple[float, list[tuple[int, Laid | None]]]:
        """Settle a vertex and lay its ways, moving aside the ways that pass there; return the change and what was.

        If the change is not less than `most`, all is as it was, and the change infinite.
        """
        board = self.board
        aside = list(dict.fromkeys(board.passing.get(cell, ())))
        before = [*((edge, board.ways[edge]) for edge in aside), *((edge, None) for edge in edges)]
        change = sum(map(board.take, aside)) + self._early(cell) + board.settle(vertex, cell)
        change = self._lay([*aside, *edges], change, most)
        if change == _NEVER:
            self._undo(vertex, before)
        return change, before

    def _lay(self, edges: list[int], change: float, most: float) -> float:
        """Lay ways, and add what they cost to a change; end with infinity when it cannot stay below `most`."""
        board = self.board
        floor = [self._floor(edge) for edge in edges]
        rest = sum(floor)
        for edge, least in zip(edges, floor, strict=True):
            rest -= least
            change += board.lay(edge, most - change - rest)
            if change == _NEVER:
                break
        return change

    def _floor(self, edge: int) -> float:
        ends = self._edges[edge]
        return self.board.bound(edge, self._cell(ends.source), self._cell(ends.target))

    def _undo(self, vertex: int, before: list[tuple[int, Laid | None]]) -> None:
        board = self.board
        for edge, _ in before:
            board.lift(edge)
        board.leave(vertex)
        for edge, way in before:
            if way is not None:
                board.put(edge, way)

    def _lift(self, vertex: int) -> float:
        """Take a vertex and its ways from the board; return what is saved, as a negative cost."""
        before = self._cell(vertex)
        change = sum(map(self.board.take, self.board.incident[vertex]))
        return change + self.board.leave(vertex) - self._early(before)

    def _move(self, vertex: int) -> bool:
        """Move a vertex to the cheapest free cell, if that is cheaper than where it is."""
        board = self.board
        here = self._cell(vertex)
        before = [(edge, board.ways[edge]) for edge in board.incident[vertex]]
        saved = -self._lift(vertex)
        if self.insert(vertex, saved - _SLACK) < _NEVER:
            return True
        board.settle(vertex, here)
        for edge, way in before:
            if way is not None:
                board.put(edge, way)
        return False

    def _swap(self, vertex: int) -> bool:
        """Let a vertex change places with one nearby, if that is cheaper."""
        board = self.board
        here = self._cell(vertex)
        edges = list(board.incident[vertex])
        taken = [cell for cell in self._nearby(vertex, edges) if board.at.get(cell, vertex) != vertex]
        for _, cell in sorted((self._least(vertex, cell, edges), cell) for cell in taken):
            other = board.at.get(cell, vertex)
            if other != vertex and self._change_places((vertex, here), (other, cell)):
                return True
        return False

    def _change_places(self, one: tuple[int, Cell], other: tuple[int, Cell]) -> bool:
        board = self.board
        (vertex, here), (second, there) = one, other
        edges = list(dict.fromkeys((*board.incident[vertex], *board.incident[second])))
        ways = [(edge, board.ways[edge]) for edge in edges]
        saved = sum(map(board.take, edges))
        self._reset([(vertex, there), (second, here)])
        if self._lay(edges, saved, -_SLACK) < _NEVER:
            return True
        for edge in edges:
            board.lift(edge)
        self._reset([one, other])
        for edge, way in ways:
            if way is not None:
                board.put(edge, way)
        return False

    def _reset(self, ends: list[tuple[int, Cell]]) -> None:
        for vertex, _ in ends:
            self.board.leave(vertex)
        for vertex, cell in ends:
            self.board.settle(vertex, cell)

    def _restore(self, cells: list[Cell | None], ways: list[Laid | None]) -> None:
        """Put everything back as it was."""
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
        for edge, way in enumerate(ways):
            if way is not None and board.ways[edge] is None:
                board.put(edge, way)

    def _around(self, middle: int, size: int) -> list[int]:
        """A vertex and those nearest to it along edges."""
        found = [middle]
        for vertex in found:
            for edge in self.board.incident[vertex]:
                ends = self._edges[edge]
                found += [v for v in (ends.source, ends.target) if v not in found and len(found) < size]
        return found[:size]
