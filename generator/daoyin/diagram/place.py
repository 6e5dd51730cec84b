"""Placement: a cell for every node, in its lane's columns; time runs down.

First each node, in the order of the story, takes the cell that costs least beside those already placed, the spine
straight down. Then single nodes move while that helps, and small neighbourhoods are taken up and set again (large
neighbourhood search: P. Shaw, CP 1998; for drawings of business processes, the grid placement of I. Kitzmann, C. König,
D. Lübke and L. Singer, "A Simple Algorithm for Automatic Layout of BPMN Processes", CEC 2009, has the same grid).
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from daoyin.diagram.board import Board, Laid, Weights
from daoyin.diagram.lattice import Cell, Placement
from daoyin.diagram.topology import Topology

_SLACK = 1e-6
_SWEEPS = 3
_NEIGHBOURHOODS = 60
_MOST_COLUMNS = 4


def place(topology: Topology, back: tuple[bool, ...], rank: tuple[int, ...], weights: Weights = Weights()) -> Placement:  # noqa: B008
    """Place every vertex.

    Pre: ranks rise along all edges but those that go back.
    Post: no two vertices share a cell; each stands in a column of its lane; the lanes' columns stand in lane order.
    """
    span = _columns(topology)
    order = sorted(range(len(topology.vertices)), key=lambda v: (rank[v], v))
    rows = 2 * len(topology.vertices) + 2
    search = _Search(topology, back, span, rows, 1, weights)
    for vertex in order:
        search.insert(vertex, rank)
    cells = _dense(search.settled())
    for _ in range(_SWEEPS):
        search = _Search(topology, back, span, 0, 2, weights)
        search.load([(2 * row + 1, column) for row, column in cells])
        improved = search.sweep(order)
        cells = _dense(search.settled())
        if not improved:
            break
    search = _Search(topology, back, span, 0, 2, weights)
    search.load([(2 * row + 1, column) for row, column in cells])
    search.renew(order, rank)
    search.sweep(order)
    return _placement(topology, span, _dense(search.settled()))


def _columns(topology: Topology) -> list[range]:
    """The columns that each lane may use, more than it needs."""
    held = [sum(1 for v in topology.vertices if v.lane == lane) for lane in range(topology.lanes)]
    wide = [min(n, _MOST_COLUMNS) for n in held]
    return [range(sum(wide[:lane]), sum(wide[: lane + 1])) for lane in range(topology.lanes)]


def _dense(cells: list[Cell]) -> list[Cell]:
    """The same cells without empty rows."""
    rows = {row: number for number, row in enumerate(sorted({row for row, _ in cells}))}
    return [(rows[row], column) for row, column in cells]


def _placement(topology: Topology, span: list[range], cells: list[Cell]) -> Placement:
    columns = sorted({column for _, column in cells})
    number = {column: n for n, column in enumerate(columns)}
    lane_of = tuple(next(lane for lane, held in enumerate(span) if column in held) for column in columns)
    return Placement(tuple((row, number[column]) for row, column in cells), 1 + max(row for row, _ in cells), lane_of)


class _Search:
    """Local search on a board."""

    def __init__(
        self, topology: Topology, back: tuple[bool, ...], span: list[range], rows: int, spread: int, weights: Weights
    ) -> None:
        self._make = lambda high: Board(topology, back, (high, span[-1].stop), spread, weights)
        self._span, self._spread = span, spread
        self._topology, self._back = topology, back
        self.board = self._make(rows) if rows else None

    def load(self, cells: list[Cell]) -> None:
        """Start from a placement."""
        self.board = self._make(max(row for row, _ in cells) + 4)
        for vertex, cell in enumerate(cells):
            self.board.settle(vertex, cell)
        for edge in range(len(self._topology.edges)):
            self.board.lay(edge)

    def settled(self) -> list[Cell]:
        """Where the vertices are. Pre: all have a cell."""
        assert self.board
        cells = [cell for cell in self.board.cells if cell is not None]
        assert len(cells) == len(self.board.cells)
        return cells

    def insert(self, vertex: int, rank: tuple[int, ...]) -> float:
        """Give a vertex the cheapest free cell; return the change of cost."""
        board = self.board
        assert board
        edges = [e for e in board.incident[vertex] if self._ready(e, vertex)]
        options = []
        for cell in self._nearby(vertex, edges, rank):
            if cell in board.at:
                continue
            least = board.new_line(cell)
            for edge in edges:
                ends = self._topology.edges[edge]
                source = cell if ends.source == vertex else board.cells[ends.source]
                target = cell if ends.target == vertex else board.cells[ends.target]
                assert source is not None
                assert target is not None
                least += board.bound(edge, source, target)
            options.append((least + 0.02 * cell[0] / self._spread, cell))
        best, price = None, float("inf")
        for least, cell in sorted(options):
            if least >= price:
                break
            change, undo = self._try(vertex, cell, edges)
            change += 0.02 * cell[0] / self._spread
            self._undo(vertex, undo)
            if change < price - _SLACK:
                best, price = cell, change
        assert best is not None
        return self._try(vertex, best, edges)[0]

    def sweep(self, order: list[int]) -> bool:
        """Move each vertex where it costs least; tell whether any moved."""
        moved = False
        for vertex in order:
            moved |= self._move(vertex)
        return moved

    def renew(self, order: list[int], rank: tuple[int, ...]) -> None:
        """Take small neighbourhoods up and set them again, keep what is better."""
        board = self.board
        assert board
        chance = Random(len(order))  # noqa: S311
        place_of = {vertex: n for n, vertex in enumerate(order)}
        for step in range(_NEIGHBOURHOODS):
            middle = order[step * 7 % len(order)]
            some = self._around(middle, 2 + chance.randrange(4))
            cells = list(board.cells)
            ways = list(board.ways)
            change = 0.0
            for vertex in some:
                for edge in board.incident[vertex]:
                    change += board.take(edge)
                change += board.leave(vertex)
            some.sort(key=place_of.__getitem__)
            if step % 2:
                some.reverse()
            for vertex in some:
                change += self.insert(vertex, rank)
            if change > -_SLACK:
                self._restore(cells, ways)

    def _restore(self, cells: list[Cell | None], ways: list[Laid | None]) -> None:
        board = self.board
        assert board
        for edge, way in enumerate(ways):
            if board.ways[edge] != way:
                board.take(edge)
        moved = [v for v, cell in enumerate(cells) if board.cells[v] != cell]
        for vertex in moved:
            board.leave(vertex)
        for vertex in moved:
            cell = cells[vertex]
            assert cell is not None
            board.settle(vertex, cell)
        for edge, way in enumerate(ways):
            if way is not None and board.ways[edge] is None:
                board.put(edge, way)

    def _around(self, middle: int, size: int) -> list[int]:
        board = self.board
        assert board
        found = [middle]
        for vertex in found:
            for edge in board.incident[vertex]:
                ends = self._topology.edges[edge]
                for other in (ends.source, ends.target):
                    if other not in found and len(found) < size:
                        found.append(other)
        return found

    def _ready(self, edge: int, vertex: int) -> bool:
        """Whether the other end has a cell."""
        board = self.board
        assert board
        ends = self._topology.edges[edge]
        return all(v == vertex or board.cells[v] is not None for v in (ends.source, ends.target))

    def _nearby(self, vertex: int, edges: list[int], rank: tuple[int, ...]) -> Iterator[Cell]:
        """Cells worth trying: near the rows of the neighbours, in all columns of the lane."""
        board = self.board
        assert board
        rows: dict[int, None] = {}
        step = self._spread
        for edge in edges:
            ends = self._topology.edges[edge]
            other = board.cells[ends.source if ends.target == vertex else ends.target]
            if other is None or ends.source == ends.target:
                continue
            signs = (0, 1, 2, 3, 4) if (ends.target == vertex) != self._back[edge] else (0, -1, -2, -3)
            for sign in signs:
                rows[other[0] + sign] = None
        if not rows:
            near = [c[0] for v, c in enumerate(board.cells) if c is not None and abs(v - vertex) <= 1]
            first = near[0] if near else 0
            rows.update(dict.fromkeys(range(first, first + 4 * step)))
        held = self._span[self._topology.vertices[vertex].lane]
        found = False
        for row in rows:
            if 0 <= row < board.rows:
                for column in held:
                    found = found or (row, column) not in board.at
                    yield row, column
        if not found:
            yield next((row, c) for row in count() for c in held if (row, c) not in board.at)

    def _move(self, vertex: int) -> bool:
        """Move a vertex to its best cell, changing places with whoever is there."""
        board = self.board
        assert board
        here = board.cells[vertex]
        assert here is not None
        edges = list(board.incident[vertex])
        current = -sum(self._weigh(edge) for edge in edges)
        options = []
        for cell in dict.fromkeys(self._nearby(vertex, edges, ())):
            if cell == here:
                continue
            least = 0.0
            for edge in edges:
                ends = self._topology.edges[edge]
                source = cell if ends.source == vertex else board.cells[ends.source]
                target = cell if ends.target == vertex else board.cells[ends.target]
                assert source is not None
                assert target is not None
                least += board.bound(edge, source, target)
            options.append((least + 0.02 * cell[0] / self._spread, cell))
        limit = current + board.weights.row + board.weights.column
        for least, cell in sorted(options):
            if least >= limit:
                break
            change = self._swap(vertex, cell)
            change += 0.02 * (cell[0] - here[0]) / self._spread
            if change < -_SLACK:
                return True
            self._rollback()
        return False

    def _weigh(self, edge: int) -> float:
        board = self.board
        assert board
        way = board.ways[edge]
        assert way is not None
        price = board.take(edge)
        board.put(edge, way)
        return price

    def _swap(self, vertex: int, cell: Cell) -> float:
        board = self.board
        assert board
        here = board.cells[vertex]
        assert here is not None
        other = board.at.get(cell)
        edges = dict.fromkeys(board.incident[vertex])
        if other is None:
            edges.update(dict.fromkeys(board.passing.get(cell, ())))
        else:
            edges.update(dict.fromkeys(board.incident[other]))
        self._saved = (
            [(v, board.cells[v]) for v in (vertex, other) if v is not None],
            [(e, board.ways[e]) for e in edges],
        )
        change = sum(board.take(edge) for edge in edges)
        change += board.leave(vertex)
        if other is not None:
            change += board.leave(other)
            change += board.settle(other, here)
        change += board.settle(vertex, cell)
        return change + sum(board.lay(edge) for edge in edges)

    def _rollback(self) -> None:
        board = self.board
        assert board
        cells, ways = self._saved
        for edge, _ in ways:
            board.take(edge)
        for vertex, _ in cells:
            board.leave(vertex)
        for vertex, cell in cells:
            assert cell is not None
            board.settle(vertex, cell)
        for edge, way in ways:
            if way is not None:
                board.put(edge, way)

    def _try(self, vertex: int, cell: Cell, edges: list[int]) -> tuple[float, list[tuple[int, Laid | None]]]:
        """Settle a vertex and lay its ways, moving aside the ways that pass there."""
        board = self.board
        assert board
        aside = [e for e in dict.fromkeys(board.passing.get(cell, ()))]
        undo: list[tuple[int, Laid | None]] = [(e, board.ways[e]) for e in aside]
        change = sum(board.take(edge) for edge in aside)
        change += board.settle(vertex, cell)
        change += sum(board.lay(edge) for edge in aside)
        change += sum(board.lay(edge) for edge in dict.fromkeys(edges))
        undo += [(e, None) for e in dict.fromkeys(edges) if e not in aside]
        return change, undo

    def _undo(self, vertex: int, undo: list[tuple[int, Laid | None]]) -> None:
        board = self.board
        assert board
        for edge, _ in undo:
            board.take(edge)
        board.leave(vertex)
        for edge, way in undo:
            if way is not None:
                board.put(edge, way)
