"""The lattice that charts are arranged on: cells for nodes, channels between them for flows.

Cell (row r, column c) has its centre at the lattice point (2c + 1, 2r + 1). Even numbers are the channels: x = 2c runs
down beside column c, y = 2r runs across above row r. A flow is a way over lattice points; it may pass through the
centre of an empty cell. This is the global-routing grid of circuit layout (A. Hashimoto and J. Stevens, "Wire Routing
by Optimizing Channel Assignment within Large Apertures", DAC 1971; C. Batini, E. Nardelli and R. Tamassia, "A Layout
Algorithm for Data Flow Diagrams", IEEE Trans. Softw. Eng. 12 (1986)).
"""

from dataclasses import dataclass

Cell = tuple[int, int]
"""Row, column."""

Spot = tuple[int, int]
"""A lattice point: x, y."""

Way = tuple[Spot, ...]
"""The corners of a flow, from the centre of its source's cell to the centre of its target's; steps are upright."""


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
