"""Labels: at which end of its flow each answer stands, and on which side of the line.

An answer stands at the source, where the reader decides, unless flows leave there as one stroke; then it stands at the
target. The space pass makes the room, so that a slot never has to be looked for (in contrast to label placement as a
search: K. G. Kakoulis and I. G. Tollis, "On the Complexity of the Edge Label Placement Problem", 2001).
"""

from dataclasses import dataclass

from daoyin.diagram.graph import Graph
from daoyin.diagram.lattice import Way, towards
from daoyin.diagram.measure import SMALL, SMALL_LINE
from daoyin.diagram.text import shortened, width
from daoyin.diagram.topology import Topology
from daoyin.diagram.track import Tracks, assign
from daoyin.diagram.trunk import Run

_ROOM = 6 * SMALL
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one label. `side`: -1 left of or above its line, 1 right or below.

    `squeezed`: another line runs on that side, so the two must stand further apart.
    """

    edge: int
    at_source: bool
    side: int
    squeezed: bool


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a label and their size."""

    lines: tuple[str, ...]
    width: int
    height: int
    full: str


def slots(topology: Topology, ways: tuple[Way, ...]) -> tuple[Tracks, tuple[Slot, ...]]:
    """Find a slot for every label; flows leave by strokes of their own where a label could not tell which is meant.

    Post: at its slot, a labelled flow shares its stroke with no other.
    """
    apart: frozenset[int] = frozenset()
    while True:
        tracks = assign(topology, ways, apart)
        placed = [_slot(topology, ways, tracks, e) for e, edge in enumerate(topology.edges) if edge.labelled]
        unclear = frozenset(edge for edge, slot in placed if slot is None)
        if not unclear - apart:
            return tracks, tuple(slot for _, slot in placed if slot is not None)
        apart |= unclear


def lettering(graph: Graph) -> dict[int, Lettering]:
    """Break the labels into lines and measure them."""
    found = {}
    for number, flow in enumerate(graph.flows):
        if flow.label:
            lines = shortened(flow.label, SMALL, _ROOM, _MOST_LINES)
            full = flow.label if lines[-1].endswith("…") else ""
            wide = max(width(line, SMALL) for line in lines)
            found[number] = Lettering(lines, wide + wide % 2, len(lines) * SMALL_LINE, full)
    return found


def _slot(topology: Topology, ways: tuple[Way, ...], tracks: Tracks, edge: int) -> tuple[int, Slot | None]:
    for at_source in (True, False):
        mine = Run(edge, 0 if at_source else len(ways[edge]) - 2)
        track = tracks.all[tracks.of[mine]]
        here, near = _port(ways, mine, at_source=at_source)
        others = [t for t in tracks.all if t.axis == track.axis and t.cluster == track.cluster]
        if any(
            _covers(ways, run, here, near) for t in others if t.level == track.level for run in t.runs if run != mine
        ):
            continue
        levels = {t.level for t in others for run in t.runs if run != mine and _covers(ways, run, here, near)}
        lower, higher = any(v < track.level for v in levels), any(v > track.level for v in levels)
        favourite = 1 if track.axis.upright else -1
        blocked = {1: higher, -1: lower}
        side = favourite if not blocked[favourite] or blocked[-favourite] else -favourite
        return edge, Slot(edge, at_source, side, blocked[side])
    return edge, None


def _port(ways: tuple[Way, ...], run: Run, *, at_source: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The lattice point of the node at this end of the flow, and the next one along the run."""
    way = ways[run.edge]
    here, there = (way[0], way[1]) if at_source else (way[-1], way[-2])
    return here, towards(here, there)


def _covers(ways: tuple[Way, ...], run: Run, here: tuple[int, int], near: tuple[int, int]) -> bool:
    """Whether a run on the same line lies beside the stretch from a node to the next lattice line."""
    (ax, ay), (bx, by) = ways[run.edge][run.step : run.step + 2]
    along = 1 if here[0] == near[0] else 0
    low, high = sorted(((ax, ay)[along], (bx, by)[along]))
    return low <= min(here[along], near[along]) and max(here[along], near[along]) <= high


def track_of(tracks: Tracks, ways: tuple[Way, ...], slot: Slot) -> int:
    """The number of the track whose stroke a label stands at."""
    return tracks.of[Run(slot.edge, 0 if slot.at_source else len(ways[slot.edge]) - 2)]
