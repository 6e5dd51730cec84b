"""The board that the place pass plays on: cells with vertices, pattern-routed ways, and the cost of it all.

Taking a way up or laying one down tells by how much the cost changes, in time that does not depend on the size of the
chart: crossings are sums over short slices of counts. This is what makes local search fast enough (compare the
incremental cost evaluation of U. Brandes, M. Eiglsperger, M. Kaufmann and D. Wagner, "Sketch-Driven Orthogonal Graph
Drawing", GD 2002, and of simulated-annealing placers such as TimberWolf).
"""

from dataclasses import dataclass

from daoyin.diagram.lattice import Cell, Step, Way, centre
from daoyin.diagram.pattern import Pattern
from daoyin.diagram.price import (
    CROSSING,
    SHARED,
    TOO_BROAD,
    TURNED,
    TWINS,
    Like,
    Stretch,
    Weights,
    alone,
    beside,
    priced,
)
from daoyin.diagram.topology import Edge, Topology


@dataclass(frozen=True, slots=True)
class Laid:
    """A pattern in its place."""

    pattern: Pattern
    source: Cell

    @property
    def way(self) -> Way:
        """The corners on the lattice."""
        x, y = centre(self.source)
        return tuple((x + across, y + down) for across, down in self.pattern.way)


class Board:
    """Cells and ways, with their cost. `spread`: how many board rows stand for one row of the chart."""

    def __init__(
        self, topology: Topology, back: tuple[bool, ...], size: tuple[int, int], spread: int, weights: Weights
    ) -> None:
        self.topology, self.back, self.weights = topology, back, weights
        self.rows, self.columns = size
        self.spread = spread
        self.cells: list[Cell | None] = [None] * len(topology.vertices)
        self.at: dict[Cell, int] = {}
        self.ways: list[Laid | None] = [None] * len(topology.edges)
        self.passing: dict[Cell, list[int]] = {}
        self.incident: list[tuple[int, ...]] = [  # by vertex: the edges that enter or leave it
            tuple(e for e, edge in enumerate(topology.edges) if v in (edge.source, edge.target))
            for v in range(len(topology.vertices))
        ]
        self.weighed = 0
        self._in_row, self.in_column = [0] * self.rows, [0] * self.columns  # how many vertices
        self._columns = 0  # how many hold one
        wide, high = 2 * self.columns + 2, 2 * self.rows + 2
        # how many ways run down (across) through a lattice point, not ending there: by y and x (by x and y)
        self._down = [[0] * wide for _ in range(high)]
        self._across = [[0] * high for _ in range(wide)]
        self._runs: tuple[list[list[Stretch]], list[list[Stretch]]] = (
            [[] for _ in range(high)],
            [[] for _ in range(wide)],
        )
        self._ins = [[0, 0, 0, 0] for _ in topology.vertices]
        self._outs = [[0, 0, 0, 0] for _ in topology.vertices]
        firsts = {edge.source: number for number, edge in reversed(list(enumerate(topology.edges)))}
        lane = [vertex.lane for vertex in topology.vertices]
        self._like: list[Like] = [
            (back[n], firsts[edge.source] == n, lane[edge.source] == lane[edge.target])
            for n, edge in enumerate(topology.edges)
        ]

    def settle(self, vertex: int, cell: Cell) -> float:
        """Put a vertex into an empty cell that no way passes; return what a new row or column costs."""
        row, column = cell
        price = self.new_line(cell)
        self._in_row[row] += 1
        self.in_column[column] += 1
        self._columns += self.in_column[column] == 1
        self.cells[vertex] = cell
        self.at[cell] = vertex
        return price

    def leave(self, vertex: int) -> float:
        """Take a vertex from its cell; return what is saved, as a negative cost."""
        cell = self.cells[vertex]
        assert cell is not None
        row, column = cell
        self._in_row[row] -= 1
        self.in_column[column] -= 1
        self._columns -= self.in_column[column] == 0
        self.cells[vertex] = None
        del self.at[cell]
        return -self.new_line(cell)

    def lay(self, edge: int, most: float = float("inf")) -> float:
        """Lay the cheapest pattern between the cells of an edge's ends; return its cost.

        If none costs less than `most`, lay nothing and return infinity. Pre: both ends have a cell.
        """
        ends = self.topology.edges[edge]
        source, target = self.cells[ends.source], self.cells[ends.target]
        assert source is not None
        assert target is not None
        row, column = source
        best, least = None, most
        for price, shape in self._choices(edge, source, target):
            if price >= least:
                break
            for down, across in shape.cells:  # not any(…): this is the hottest loop of all
                if (row + down, column + across) in self.at:
                    break
            else:
                self.weighed += 1
                full = price + self._conflicts(edge, shape, source, least - price)
                if full < least:
                    best, least = shape, full
        if best is None:
            return float("inf")
        self.put(edge, Laid(best, source))
        return least

    def put(self, edge: int, way: Laid) -> None:
        """Lay a known way."""
        self.ways[edge] = way
        self._count(edge, way, 1)

    def lift(self, edge: int) -> None:
        """Take a way up, if there is one, and do not ask what that saves."""
        way = self.ways[edge]
        if way is not None:
            self._count(edge, way, -1)
            self.ways[edge] = None

    def take(self, edge: int) -> float:
        """Take a way up; return what is saved, as a negative cost."""
        way = self.ways[edge]
        if way is None:
            return 0.0
        self.lift(edge)
        by_itself = alone(self._like[edge], way.pattern, self.spread, self.weights.aside)
        return -by_itself - self._conflicts(edge, way.pattern, way.source)

    def new_line(self, cell: Cell) -> float:
        """What settling in this cell would cost for a new row or column."""
        row, column = cell
        price = 0.0 if self._in_row[row] else self.weights.row
        if not self.in_column[column]:
            price += self.weights.column + (TOO_BROAD if self._columns >= self.weights.most else 0.0)
        return price

    def bound(self, edge: int, source: Cell, target: Cell) -> float:
        """The least that a way between these cells costs, if nothing else were there."""
        return self._choices(edge, source, target)[0][0]

    def _choices(self, edge: int, source: Cell, target: Cell) -> tuple[tuple[float, Pattern], ...]:
        """The patterns between two cells with what they cost by themselves, cheapest first."""
        cells = target[1] - source[1], target[0] - source[0]
        return priced(self._like[edge], cells, self.spread, self.weights.aside)

    def _conflicts(self, edge: int, way: Pattern, source: Cell, most: float = float("inf")) -> float:
        """Crossings, ways side by side, and shared sides of nodes; counting ends at `most`."""
        ends = self.topology.edges[edge]
        price = SHARED * self._outs[ends.source][way.out] + TURNED * self._ins[ends.source][way.out]
        price += TURNED * self._outs[ends.target][way.into]
        x, y = centre(source)
        runs: list[tuple[list[Stretch], int, int, Step]] = []
        for step in way.steps:
            if price >= most:
                return price
            at, shift = (step.at + x, y) if step.upright else (step.at + y, x)
            low, high = step.low + shift, step.high + shift
            if high - low > 1:
                price += CROSSING * sum((self._across if step.upright else self._down)[at][low + 1 : high])
            if others := self._runs[step.upright][at]:
                runs.append((others, low, high, step))
        for others, low, high, step in runs:
            for other in others:
                if low < other[2] and other[1] < high:
                    if price >= most:
                        return price
                    price += self._beside(ends, (edge, low, high, step.low_tap, step.high_tap), other, step)
        return price

    def _beside(self, ends: Edge, run: Stretch, other: Stretch, step: Step) -> float:
        """What a way pays for one that goes beside it: nothing if both may share a stroke."""
        foreign = self.topology.edges[other[0]]
        if foreign.source == ends.source or foreign.target == ends.target:
            return TWINS if foreign.source == ends.source and foreign.target == ends.target else 0.0
        return beside(run, other, middle=step.at % 2 == 0)

    def _count(self, edge: int, way: Laid, by: int) -> None:
        """Count a way in (1) or out (-1)."""
        ends = self.topology.edges[edge]
        self._outs[ends.source][way.pattern.out] += by
        self._ins[ends.target][way.pattern.into] += by
        x, y = centre(way.source)
        for step in way.pattern.steps:
            at, shift = (step.at + x, y) if step.upright else (step.at + y, x)
            counts = self._down if step.upright else self._across
            low, high = step.low + shift, step.high + shift
            for along in range(low + 1, high):
                counts[along][at] += by
            run = edge, low, high, step.low_tap, step.high_tap
            if by > 0:
                self._runs[step.upright][at].append(run)
            else:
                self._runs[step.upright][at].remove(run)
        row, column = way.source
        for down, across in way.pattern.cells:
            held = self.passing.setdefault((row + down, column + across), [])
            if by > 0:
                held.append(edge)
            else:
                held.remove(edge)
