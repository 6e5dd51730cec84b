"""The lattice that charts are arranged on: cells for nodes, channels between them for flows.

Cell (row r, column c) has its centre at the lattice point (2c + 1, 2r + 1). Even numbers are the channels: x = 2c runs
down beside column c, y = 2r runs across above row r. A flow is a way over lattice points; it may pass through the
centre of an empty cell. This is the global-routing grid of circuit layout (A. Hashimoto and J. Stevens, "Wire Routing
by Optimizing Channel Assignment within Large Apertures", DAC 1971; C. Batini, E. Nardelli and R. Tamassia, "A Layout
Algorithm for Data Flow Diagrams", IEEE Trans. Softw. Eng. 12 (1986)).
"""

from dataclasses import dataclass
from itertools import pairwise

Cell = tuple[int, int]
"""Row, column."""

Spot = tuple[int, int]
"""A lattice point: x, y."""

Way = tuple[Spot, ...]
"""The corners of a flow, from the centre of its source's cell to the centre of its target's; steps are upright."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a way: on the line x = at (upright) or y = at, from `low` to `high`.

    `low_tap` and `high_tap` tell to which side the way goes on there: -1 left or up, 1 right or down, 0 it ends.
    """

    upright: bool
    at: int
    low: int
    high: int
    low_tap: int
    high_tap: int
    forward: bool
    """Whether the way goes from low to high."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A cell for every vertex. Every row and every column holds at least one; `lane_of` names each column's lane."""

    cells: tuple[Cell, ...]
    rows: int
    lane_of: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.lane_of)


def centre(cell: Cell) -> Spot:
    """The lattice point in the middle of a cell."""
    return 2 * cell[1] + 1, 2 * cell[0] + 1


def steps(way: Way) -> tuple[Step, ...]:
    """The stretches of a way, in order."""
    found = []
    for number, (start, end) in enumerate(pairwise(way)):
        upright = start[0] == end[0]
        across, along = (0, 1) if upright else (1, 0)
        at = start[across]
        before = _sign(way[number - 1][across] - at) if number else 0
        after = _sign(way[number + 2][across] - at) if number < len(way) - 2 else 0
        if start[along] < end[along]:
            found.append(Step(upright, at, start[along], end[along], before, after, True))
        else:
            found.append(Step(upright, at, end[along], start[along], after, before, False))
    return tuple(found)


def towards(here: Spot, there: Spot) -> Spot:
    """The lattice point next to one on the straight line to another."""
    return here[0] + _sign(there[0] - here[0]), here[1] + _sign(there[1] - here[1])


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
