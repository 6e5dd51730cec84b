"""Local search on the board: the moves of the place pass, each kept only if the drawing gets cheaper."""

from collections.abc import Iterator
from itertools import count, islice
from random import Random

from daoyin.diagram.board import Board, Laid
from daoyin.diagram.lattice import Cell

_SLACK = 1e-6
_EARLY = 0.02  # of two cells that cost the same, the upper one


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

    def insert(self, vertex: int) -> float:
        """Give a vertex the cheapest free cell; return the change of cost."""
        board = self.board
        edges = [edge for edge in board.incident[vertex] if self._ready(edge, vertex)]
        best, price = None, float("inf")
        free = [cell for cell in self._nearby(vertex, edges) if cell not in board.at]
        options = sorted((self._least(vertex, cell, edges) + board.new_line(cell), cell) for cell in free)
        for least, cell in options:
            if least >= price:
                break
            change, before = self._try(vertex, cell, edges)
            self._undo(vertex, before)
            if change < price - _SLACK:
                best, price = cell, change
        assert best is not None, "some cell of the lane is free"
        return self._try(vertex, best, edges)[0]

    def sweep(self, order: list[int]) -> bool:
        """Move each vertex to the first cell that is cheaper, most promising first; tell whether any moved."""
        moved = [self._move(vertex) for vertex in order]
        return any(moved)

    def renew(self, order: list[int], times: int, chance: Random) -> None:
        """Take small neighbourhoods up and set them again, forwards and backwards; keep what is better."""
        board = self.board
        place_of = {vertex: n for n, vertex in enumerate(order)}
        for step in range(times if order else 0):
            some = self._around(order[step * 7 % len(order)], 2 + chance.randrange(4))
            cells, ways = list(board.cells), list(board.ways)
            change = 0.0
            for vertex in some:
                before = self._cell(vertex)
                change += sum(board.take(edge) for edge in board.incident[vertex])
                change += board.leave(vertex) - self._early(before)
            some.sort(key=place_of.__getitem__, reverse=step % 2 == 1)
            change += sum(self.insert(vertex) for vertex in some)
            if change > -_SLACK:
                self._restore(cells, ways)

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
        held = self._span[board.topology.vertices[vertex].lane]
        cells = [(row, column) for row in rows if 0 <= row < board.rows for column in held]
        if any(cell not in board.at for cell in cells):
            return cells
        return [*cells, *islice(self._free(held), 1)]

    def _free(self, held: range) -> Iterator[Cell]:
        return ((row, column) for row in count() for column in held if (row, column) not in self.board.at)

    def _try(self, vertex: int, cell: Cell, edges: list[int]) -> tuple[float, list[tuple[int, Laid | None]]]:
        """Settle a vertex and lay its ways, moving aside the ways that pass there; return the change and what was."""
        board = self.board
        aside = list(dict.fromkeys(board.passing.get(cell, ())))
        before = [(edge, board.ways[edge]) for edge in aside]
        change = sum(board.take(edge) for edge in aside) + self._early(cell)
        change += board.settle(vertex, cell)
        change += sum(board.lay(edge) for edge in aside)
        change += sum(board.lay(edge) for edge in edges)
        return change, before + [(edge, None) for edge in edges]

    def _undo(self, vertex: int, before: list[tuple[int, Laid | None]]) -> None:
        board = self.board
        for edge, _ in before:
            board.take(edge)
        board.leave(vertex)
        for edge, way in before:
            if way is not None:
                board.put(edge, way)

    def _move(self, vertex: int) -> bool:
        """Move a vertex to a cheaper cell, changing places with whoever is there."""
        board = self.board
        here, edges = self._cell(vertex), list(board.incident[vertex])
        cells = [cell for cell in self._nearby(vertex, edges) if cell != here]
        limit = sum(map(self._weight, edges)) + board.weights.row + board.weights.column
        for least, cell in sorted((self._least(vertex, cell, edges), cell) for cell in cells):
            if least >= limit:
                break
            ends, ways = self._touched(vertex, cell)
            if self._swap(vertex, cell) + self._early(cell) - self._early(here) < -_SLACK:
                return True
            for edge, _ in ways:
                board.take(edge)
            self._reset(ends)
            for edge, way in ways:
                if way is not None:
                    board.put(edge, way)
        return False

    def _weight(self, edge: int) -> float:
        """What an edge costs as it lies."""
        way = self.board.ways[edge]
        assert way is not None
        saved = self.board.take(edge)
        self.board.put(edge, way)
        return -saved

    def _touched(self, vertex: int, cell: Cell) -> tuple[list[tuple[int, Cell]], list[tuple[int, Laid | None]]]:
        """The vertices and the edges that a move touches, as they are before it."""
        board = self.board
        other = board.at.get(cell)
        edges = dict.fromkeys(board.incident[vertex])
        edges.update(dict.fromkeys(board.passing.get(cell, ()) if other is None else board.incident[other]))
        ends = [(v, self._cell(v)) for v in (vertex, other) if v is not None]
        return ends, [(edge, board.ways[edge]) for edge in edges]

    def _swap(self, vertex: int, cell: Cell) -> float:
        board = self.board
        ends, ways = self._touched(vertex, cell)
        change = sum(board.take(edge) for edge, _ in ways)
        change += sum(board.leave(v) for v, _ in ends)
        for (v, _), place in zip(ends, (cell, ends[0][1]), strict=False):
            change += board.settle(v, place)
        return change + sum(board.lay(edge) for edge, _ in ways)

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
                board.take(edge)
        self._reset([(v, cell) for v, cell in enumerate(cells) if cell is not None and board.cells[v] != cell])
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
