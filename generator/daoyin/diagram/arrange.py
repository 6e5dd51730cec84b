"""Arranging: the placement and the ways of the best of several attempts, remembered between builds.

Each attempt places the nodes at other prices for rows and columns, so one comes out slim and another one low; the one
with the least crossings, bends and excess size wins. What is remembered depends on the topology alone: files are named
by the hash of it and of this package's own text, so that a better engine does not read what a worse one wrote.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from daoyin.diagram.crossing import crossings
from daoyin.diagram.cycle import back_edges
from daoyin.diagram.geometry import Line, Point
from daoyin.diagram.lattice import Placement, Way
from daoyin.diagram.place import place
from daoyin.diagram.price import Weights
from daoyin.diagram.rank import ranks
from daoyin.diagram.route import route
from daoyin.diagram.topology import Topology
from daoyin.diagram.track import Tracks, assign
from daoyin.diagram.trunk import Run


@dataclass(frozen=True, slots=True)
class Form:
    """What a chart is for: the width in pixels to keep to, the sheets that it should fill, what is tried."""

    widest: int
    sheets: tuple[float, ...]
    """Width by height; any of them will do, and without any all are the same."""
    attempts: tuple[Weights, ...]
    few: int
    """Up to so many flows all of the attempts are made."""
    effort: int = 1
    """How many times the usual budget they share."""


PAGE = Form(1190, (), (Weights(1.8, 6.0, 8), Weights(2.5, 4.0, 8, aside=0.5), Weights(2.5, 4.0, 8)), 24)
"""A chart that scrolls with its page."""
WALL = Form(
    2400,
    (2**0.5, 0.5**0.5),
    (Weights(5.0, 2.5), Weights(2.5, 4.0), Weights(1.8, 6.0, 5), Weights(2.5, 4.0, 6), Weights(4.0, 3.0, 8)),
    64,
)
"""A chart that hangs on a wall: it fills a sheet of the A series, lying or standing."""
BROAD = Form(
    1900, (), (Weights(2.5, 2.5, 8), Weights(2.5, 2.5), Weights(1.8, 2.5), Weights(1.8, 2.5, 8, aside=0.5)), 200, 20
)
"""A chart of many answers and few lanes, which goes aside more than down. A site has one or two of them, drawn once."""

_SOME = 64  # flows: up to so many, all attempts but the last are made; beyond, the first
_USUAL, _EFFORT, _FURTHER = 32, 40_000, 1_800  # ways weighed in all: for so many vertices, and for each one more
_COLUMN, _ROW = 142, 86  # about as many pixels, on average
_CROSSING, _BEND, _TURN, _AREA = 6.0, 1.0, 0.6, 8.0  # area: for a million pixels
_EXCESS, _WASTE = 0.03, 40.0  # excess: for a pixel; waste: for a whole sheet
_SLIM, _BROAD = 0.7, 1.45  # as far as can be told: what is slimmer or broader may turn out a strip
_DRAWN = 0.89  # drawn, a chart is so much slimmer than its lattice


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where all goes: cells and ways on the lattice, and which edges go back."""

    back: tuple[bool, ...]
    placement: Placement
    ways: tuple[Way, ...]


def arrange(topology: Topology, cache: Path | None, form: Form) -> Arrangement:
    """Arrange a topology, or read how it was arranged before.

    `cache` is a folder; what it holds is only ever a shortcut: the result is the same without it, and a damaged file
    counts as none.
    Post: as of the place and route passes.
    """
    file = cache / f"{_name(topology, form)}.json" if cache else None
    if file and (known := _read(file, topology)):
        return known
    back = back_edges(topology)
    rank = ranks(topology, back)
    flows = len(topology.edges)
    attempts = form.attempts[: None if flows <= form.few else -1 if flows <= _SOME else 1]
    left = form.effort * (_EFFORT + _FURTHER * max(0, len(topology.vertices) - _USUAL))
    made: list[Arrangement] = []
    for number, weights in enumerate(attempts):
        placement, took = place(topology, back, rank, weights, left // (len(attempts) - number))
        left -= took
        made.append(Arrangement(back, placement, route(topology, back, placement)))
    best = min(made, key=lambda arrangement: _cost(topology, arrangement, form))
    if file:
        _write(file, best)
    return best


def _cost(topology: Topology, arrangement: Arrangement, form: Form) -> float:
    """Crossings, bends and size, as far as they can be told without words."""
    ways, placement = arrangement.ways, arrangement.placement
    lines = _lines(ways, assign(topology, ways, frozenset()))
    cost = (
        _TURN * _turns(topology, arrangement) + _BEND * sum(len(way) - 2 for way in ways) + _CROSSING * crossings(lines)
    )
    wide, high = placement.columns * _COLUMN, placement.rows * _ROW
    cost += _AREA * wide * high / 1e6 + _EXCESS * max(0, wide - form.widest)
    return cost + _WASTE * _waste(_DRAWN * wide / max(high, 1), form.sheets)


def _waste(aspect: float, sheets: tuple[float, ...]) -> float:
    """The part of the best of the sheets that a chart of this aspect leaves empty; more if it is a strip."""
    if not sheets:
        return 0.0
    fills = max(min(aspect / sheet, sheet / aspect) for sheet in sheets)
    return 1 - fills + 2 * max(0.0, aspect - _BROAD, _SLIM - aspect)


def _turns(topology: Topology, arrangement: Arrangement) -> int:
    """How many first ways on within a lane do not run straight down."""
    lane = [vertex.lane for vertex in topology.vertices]
    firsts = {edge.source: number for number, edge in reversed(list(enumerate(topology.edges)))}
    return sum(
        len(arrangement.ways[number]) > 2 or arrangement.ways[number][0][1] == arrangement.ways[number][1][1]
        for number in firsts.values()
        if not arrangement.back[number] and lane[topology.edges[number].source] == lane[topology.edges[number].target]
    )


def _lines(ways: tuple[Way, ...], tracks: Tracks) -> list[Line]:
    """The ways as lines with a thousand pixels between lattice lines, and ten between tracks."""
    lines: list[Line] = []
    for edge, way in enumerate(ways):
        at = []
        for step in range(len(way) - 1):
            track = tracks.all[tracks.of[Run(edge, step)]]
            at.append(
                1000 * track.axis.at + (10 * track.level - 5 * track.anchor if track.axis.at % 2 else 10 * track.level)
            )
        uprights = [way[step][0] == way[step + 1][0] for step in range(len(way) - 1)]
        (x, y), (u, v) = way[0], way[-1]
        first = Point(at[0], 1000 * y) if uprights[0] else Point(1000 * x, at[0])
        last = Point(at[-1], 1000 * v) if uprights[-1] else Point(1000 * u, at[-1])
        corners = [Point(a, b) if up else Point(b, a) for a, b, up in zip(at, at[1:], uprights, strict=False)]
        lines.append((first, *corners, last))
    return lines


@cache
def _engine() -> str:
    """The hash of this package's modules."""
    text = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(text).hexdigest()


def _name(topology: Topology, form: Form) -> str:
    return sha256(f"{_engine()}{form}{topology}".encode()).hexdigest()[:32]


def _read(file: Path, topology: Topology) -> Arrangement | None:
    """What a file remembers, if it does and fits."""
    try:
        held = json.loads(file.read_text(encoding="ascii"))
        cells = tuple((int(row), int(column)) for row, column in held["placement"]["cells"])
        placement = Placement(cells, int(held["placement"]["rows"]), tuple(map(int, held["placement"]["lane_of"])))
        ways = tuple(tuple((int(x), int(y)) for x, y in way) for way in held["ways"])
        back = tuple(map(bool, held["back"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    fits = len(cells) == len(topology.vertices) and len(ways) == len(back) == len(topology.edges)
    return Arrangement(back, placement, ways) if fits else None


def _write(file: Path, arrangement: Arrangement) -> None:
    """Remember an arrangement: written aside, then renamed, so nobody reads half of it. A full disk is no error."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(asdict(arrangement), separators=(",", ":")) + "\n", encoding="ascii")
        aside.replace(file)
