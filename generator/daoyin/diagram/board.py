"""The board that the place pass plays on: cells with vertices, pattern-routed ways, and the cost of it all.

Taking a way up or laying one down tells by how much the cost changes, in time that does not depend on the size of the
chart: crossings are sums over short slices of counts. This is what makes local search fast enough (compare the
incremental cost evaluation of U. Brandes, M. Eiglsperger, M. Kaufmann and D. Wagner, "Sketch-Driven Orthogonal Graph
Drawing", GD 2002, and of simulated-annealing placers such as TimberWolf).
"""

from dataclasses import dataclass

from daoyin.diagram.lattice import Cell, Way, centre
from daoyin.diagram.pattern import patterns
from daoyin.diagram.topology import Topology

# What a reader pays, in corners.
CORNER = 1.2
CROSSING = 5.0
ALONG_COLUMN = 0.3  # for half a row of length
ALONG_ROW = 0.45  # for half a column of length
UPWARDS = 14.0  # the story runs down
SIDEWARDS = 0.5  # within a lane it should, too
BESIDE = 2.5  # two ways in the middle of the same row or column, side by side
SPINE = 0.9  # a corner in the first way out of a node
TURNED = 2.5  # one way in and one way out at the same side of a node
SHARED = 0.5  # two ways out at the same side
ROW, COLUMN = 1.6, 6.0

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)


@dataclass(frozen=True, slots=True)
class Weights:
    """What a row and a column cost: the shape of the whole chart."""

    row: float = ROW
    column: float = COLUMN


class Board:
    """Cells and ways, with their cost. `spread`: how many board rows stand for one row of the chart."""

    def __init__(
        self, topology: Topology, back: tuple[bool, ...], size: tuple[int, int], spread: int, weights: Weights
    ) -> None:
        self.topology, self.back, self.weights = topology, back, weights
        self.rows, self.columns = size
        self.cells: list[Cell | None] = [None] * len(topology.vertices)
        self.at: dict[Cell, int] = {}
        self.ways: list[Way | None] = [None] * len(topology.edges)
        self.passing: dict[Cell, list[int]] = {}
        self.incident: list[tuple[int, ...]] = [
            tuple(e for e, edge in enumerate(topology.edges) if v in (edge.source, edge.target))
            for v in range(len(topology.vertices))
        ]
        self._along_column = ALONG_COLUMN / spread
        self._in_row, self._in_column = [0] * self.rows, [0] * self.columns  # occupied cells as bits
        wide, high = 2 * self.columns + 1, 2 * self.rows + 1
        self._across = [[0] * (high + 1) for _ in range(wide + 1)]  # [x][y]: ways that run across this point
        self._down = [[0] * (wide + 1) for _ in range(high + 1)]  # [y][x]: ways that run down through this point
        self._down_in = [[0] * (high + 1) for _ in range(wide + 1)]  # the same as [x][y]
        self._across_in = [[0] * (wide + 1) for _ in range(high + 1)]
        self._ins = [[0, 0, 0, 0] for _ in topology.vertices]
        self._outs = [[0, 0, 0, 0] for _ in topology.vertices]
        seen: set[int] = set()
        self._first = [edge.source not in seen and not seen.add(edge.source) for edge in topology.edges]  # type: ignore[func-returns-value]

    def settle(self, vertex: int, cell: Cell) -> float:
        """Put a vertex into an empty cell that no way passes; return what a new row or column costs."""
        row, column = cell
        price = (0 if self._in_row[row] else self.weights.row) + (0 if self._in_column[column] else self.weights.column)
        self._in_row[row] |= 1 << column
        self._in_column[column] |= 1 << row
        self.cells[vertex] = cell
        self.at[cell] = vertex
        return price

    def leave(self, vertex: int) -> float:
        """Take a vertex from its cell; return what is saved, as a negative cost."""
        cell = self.cells[vertex]
        assert cell is not None
        row, column = cell
        self._in_row[row] ^= 1 << column
        self._in_column[column] ^= 1 << row
        self.cells[vertex] = None
        del self.at[cell]
        return -(0 if self._in_row[row] else self.weights.row) - (0 if self._in_column[column] else self.weights.column)

    def lay(self, edge: int) -> float:
        """Lay the cheapest pattern between the cells of an edge's ends; return its cost. Pre: both have a cell."""
        source, target = (self.cells[v] for v in (self.topology.edges[edge].source, self.topology.edges[edge].target))
        assert source is not None
        assert target is not None
        best, least = None, float("inf")
        for way in patterns(centre(source), centre(target)):
            price = self._plain(edge, way)
            if price < least and self._free(way):
                price += self._conflicts(edge, way)
                if price < least:
                    best, least = way, price
        assert best is not None, "one pattern is always free"
        self.put(edge, best)
        return least

    def put(self, edge: int, way: Way) -> None:
        """Lay a known way."""
        self.ways[edge] = way
        self._count(edge, way, 1)

    def take(self, edge: int) -> float:
        """Take a way up; return what is saved, as a negative cost."""
        way = self.ways[edge]
        if way is None:
            return 0.0
        self._count(edge, way, -1)
        self.ways[edge] = None
        return -self._plain(edge, way) - self._conflicts(edge, way)

    def new_line(self, cell: Cell) -> float:
        """What settling in this cell would cost for a new row or column."""
        row, column = cell
        return (0 if self._in_row[row] else self.weights.row) + (0 if self._in_column[column] else self.weights.column)

    def bound(self, edge: int, source: Cell, target: Cell) -> float:
        """The least that a way between these cells costs, if nothing else were there."""
        return min(self._plain(edge, way) for way in patterns(centre(source), centre(target))[:4])

    def _plain(self, edge: int, way: Way) -> float:
        """Length, corners and direction of a way; it does not depend on other ways."""
        (sx, sy), (tx, ty) = way[0], way[-1]
        corners = len(way) - 2
        price = corners * (CORNER + (SPINE if self._first[edge] else 0.0))
        x, y = sx, sy
        for nx, ny in way[1:]:
            price += abs(nx - x) * ALONG_ROW + abs(ny - y) * self._along_column
            x, y = nx, ny
        out, into = _side(way[0], way[1]), _side(way[-1], way[-2])
        if self.back[edge]:
            price += 3.0 if ty > sy else 0.0
            price += (0.8 if out == _TOP else 0.0) + (1.5 if into == _BOTTOM else 0.0)
        else:
            price += (UPWARDS + sy - ty) if ty < sy else 0.0
            price += (3.0 if out == _TOP else 0.0) + (3.0 if into == _BOTTOM else 0.0)
            edge_ = self.topology.edges[edge]
            vertices = self.topology.vertices
            if sy == ty and vertices[edge_.source].lane == vertices[edge_.target].lane:
                price += SIDEWARDS
        return price

    def _conflicts(self, edge: int, way: Way) -> float:
        """Crossings, ways side by side, and shared sides of nodes."""
        price = 0.0
        for (ax, ay), (bx, by) in zip(way, way[1:], strict=False):
            if ax == bx:
                low, high = (ay + 1, by) if ay < by else (by + 1, ay)
                price += CROSSING * sum(self._across[ax][low:high])
                if ax & 1 and any(self._down_in[ax][low:high]):
                    price += BESIDE
            else:
                low, high = (ax + 1, bx) if ax < bx else (bx + 1, ax)
                price += CROSSING * sum(self._down[ay][low:high])
                if ay & 1 and any(self._across_in[ay][low:high]):
                    price += BESIDE
        ends = self.topology.edges[edge]
        out, into = _side(way[0], way[1]), _side(way[-1], way[-2])
        price += SHARED * self._outs[ends.source][out] + TURNED * self._ins[ends.source][out]
        return price + TURNED * self._outs[ends.target][into]

    def _free(self, way: Way) -> bool:
        """Whether the way passes no occupied cell."""
        last = len(way) - 2
        for step, ((ax, ay), (bx, by)) in enumerate(zip(way, way[1:], strict=False)):
            if ax == bx:
                if not ax & 1:
                    continue
                low, high = (ay, by) if ay < by else (by, ay)
                low += (step == 0 and low == ay) or (step == last and low == by)
                high -= (step == 0 and high == ay) or (step == last and high == by)
                line = self._in_column[ax >> 1]
            else:
                if not ay & 1:
                    continue
                low, high = (ax, bx) if ax < bx else (bx, ax)
                low += (step == 0 and low == ax) or (step == last and low == bx)
                high -= (step == 0 and high == ax) or (step == last and high == bx)
                line = self._in_row[ay >> 1]
            first, past = low >> 1, ((high - 1) >> 1) + 1
            if past > first and line >> first & ((1 << (past - first)) - 1):
                return False
        return True

    def _count(self, edge: int, way: Way, by: int) -> None:
        """Count a way in (1) or out (-1)."""
        ends = self.topology.edges[edge]
        self._outs[ends.source][_side(way[0], way[1])] += by
        self._ins[ends.target][_side(way[-1], way[-2])] += by
        for (ax, ay), (bx, by_) in zip(way, way[1:], strict=False):
            if ax == bx:
                low, high = (ay + 1, by_) if ay < by_ else (by_ + 1, ay)
                inside = self._down_in[ax]
                for y in range(low, high):
                    self._down[y][ax] += by
                    inside[y] += by
            else:
                low, high = (ax + 1, bx) if ax < bx else (bx + 1, ax)
                inside = self._across_in[ay]
                for x in range(low, high):
                    self._across[x][ay] += by
                    inside[x] += by
        for cell in passed(way):
            held = self.passing.setdefault(cell, [])
            if by > 0:
                held.append(edge)
            else:
                held.remove(edge)


def passed(way: Way) -> list[Cell]:
    """The cells between the ends that a way passes through or turns in."""
    cells: dict[Cell, None] = {}
    for (ax, ay), (bx, by) in zip(way, way[1:], strict=False):
        if ax == bx:
            if ax & 1:
                for y in range(min(ay, by) | 1, max(ay, by) + 1, 2):
                    cells[y >> 1, ax >> 1] = None
        elif ay & 1:
            for x in range(min(ax, bx) | 1, max(ax, bx) + 1, 2):
                cells[ay >> 1, x >> 1] = None
    for x, y in (way[0], way[-1]):
        cells.pop((y >> 1, x >> 1), None)
    return list(cells)


def _side(end: tuple[int, int], towards: tuple[int, int]) -> int:
    if end[0] == towards[0]:
        return _BOTTOM if towards[1] > end[1] else _TOP
    return _RIGHT if towards[0] > end[0] else _LEFT
