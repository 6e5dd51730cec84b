"""Tracks: where several trunks share a lattice line, which lies beside which.

In a channel, trunks that overlap get levels of their own, in the order with the fewest crossings; since a channel is
made as wide as its levels need, there is always room. In the middle of a row or column most trunks stay on the axis;
only those that would cover a foreign one move beside it.

This is channel routing with the left-edge rule (A. Hashimoto and J. Stevens, DAC 1971), the order within a channel as
in the nudging of M. Wybrow, K. Marriott and P. Stuckey, "Orthogonal Connector Routing", GD 2009.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from daoyin.diagram.lattice import Step, Way, steps
from daoyin.diagram.order import ordered
from daoyin.diagram.topology import Topology
from daoyin.diagram.trunk import Axis, Run, Trunks, merge

_CORNERS = 1.5  # two trunks that turn towards each other at one spot, in crossings

_Position = tuple[int, int]
"""A place along a line: the crossing lattice line, and the level of the track that is met there."""

_Clashes = dict[tuple[int, int], bool]
"""Whether two trunks (the lower number first) may not lie on the same level."""


@dataclass(frozen=True, slots=True)
class Track:
    """Where one trunk lies. `level` counts across the line.

    `cluster` numbers the trunks of a middle line that overlap one another, directly or by others; `anchor` is the level
    of the cluster that stays on the axis, in half levels.
    """

    axis: Axis
    runs: tuple[Run, ...]
    level: int
    cluster: int = 0
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class Tracks:
    """All tracks, and the number of that on which each run lies."""

    all: tuple[Track, ...]
    of: dict[Run, int]


def assign(topology: Topology, ways: tuple[Way, ...], apart: frozenset[int]) -> Tracks:
    """Give every run a trunk and every trunk a level.

    Pre: no way passes an occupied cell. `apart` names edges that leave their source by a stroke of their own.
    Post: two runs on one line at the same level that cover the same part of it belong to flows with a common source or
    a common target.
    """
    work = _Assignment(merge(topology, ways, apart), ways)
    for _ in range(2):  # the second time, channels know the levels of those that they meet
        for axis in work.axes(middle=False):
            work.level_line(axis)
    for axis in work.axes(middle=True):
        work.level_line(axis)
        work.gather(axis)
    return work.tracks()


class _Assignment:
    """The work in hand: the levels of the trunks so far."""

    def __init__(self, trunks: Trunks, ways: tuple[Way, ...]) -> None:
        self.trunks, self.steps = trunks, [steps(way) for way in ways]
        count = len(trunks.runs)
        self.level, self.cluster, self.anchor = [0] * count, [0] * count, [0] * count
        self.axis = [Axis(step.upright, step.at) for step in (self.step(runs[0]) for runs in trunks.runs)]
        self.on: defaultdict[Axis, list[int]] = defaultdict(list)
        for number, axis in enumerate(self.axis):
            self.on[axis].append(number)

    def axes(self, *, middle: bool) -> list[Axis]:
        """The channels, or the middles of rows and columns: level ones, then upright ones."""
        return sorted((axis for axis in self.on if axis.at % 2 == middle), key=lambda axis: (axis.upright, axis.at))

    def level_line(self, axis: Axis) -> None:
        """Level the trunks of a line: those that clash get different levels, the others lie as low as they can."""
        clash = {pair: self.clash(*pair) for pair in combinations(self.on[axis], 2)}
        before = {}
        for (a, b), parted in clash.items():
            if parted:
                before[a, b], before[b, a] = self.crossings(a, b), self.crossings(b, a)
        order = ordered(sorted(self.on[axis], key=lambda n: (self.lean(n), n)), before)
        for place, number in enumerate(order):
            others = (o for o in order[:place] if clash[min(o, number), max(o, number)])
            self.level[number] = max((self.level[other] + 1 for other in others), default=0)

    def gather(self, axis: Axis) -> None:
        """Cluster the trunks of a middle line: a straight flow of each stays on the axis, or else its middle does."""
        numbers = self.on[axis]
        cluster = {number: {number} for number in numbers}
        for a, b in combinations(numbers, 2):
            if cluster[a] is not cluster[b] and (self.clash(a, b) or self.overlap(a, b)):
                cluster[a] |= cluster[b]
                for member in cluster[b]:
                    cluster[member] = cluster[a]
        for members in {min(held): sorted(held) for held in cluster.values()}.values():
            straight = [n for n in members if any(len(self.steps[run.edge]) == 1 for run in self.trunks.runs[n])]
            for number in members:
                self.cluster[number] = members[0]
                self.anchor[number] = 2 * self.level[straight[0]] if straight else max(self.level[n] for n in members)

    def tracks(self) -> Tracks:
        """What was found."""
        found = zip(self.axis, self.trunks.runs, self.level, self.cluster, self.anchor, strict=True)
        return Tracks(tuple(Track(*each) for each in found), self.trunks.of)

    def step(self, run: Run) -> Step:
        """Where a run lies on the lattice."""
        return self.steps[run.edge][run.step]

    def spots(self, run: Run) -> tuple[_Position, _Position]:
        """Where along its line a run begins and ends, the low end first, with the levels met there as far as known."""
        step = self.step(run)
        return (step.low, self.met(run, low=True)), (step.high, self.met(run, low=False))

    def met(self, run: Run, *, low: bool) -> int:
        """The level that a run meets at an end, if its way goes on there in a channel; middles are levelled last."""
        step = self.step(run)
        if not (step.low_tap if low else step.high_tap):
            return 0
        number = self.trunks.of[Run(run.edge, run.step + (-1 if low == step.forward else 1))]
        return 0 if self.axis[number].at % 2 else self.level[number]

    def clash(self, a: int, b: int) -> bool:
        """Whether two trunks of a line may not lie on the same level."""
        together = self.trunks.company.together
        return any(
            not together(r, s) and (_overlap(self.reach(r), self.reach(s)) or self.touch(r, s))
            for r in self.trunks.runs[a]
            for s in self.trunks.runs[b]
        )

    def overlap(self, a: int, b: int) -> bool:
        """Whether two trunks of a middle line cover the same part of it, allowed or not."""
        return any(_overlap(self.reach(r), self.reach(s)) for r in self.trunks.runs[a] for s in self.trunks.runs[b])

    def reach(self, run: Run) -> tuple[_Position, _Position]:
        """From where to where a run needs its level for itself: in a channel, whole parts of the line."""
        step = self.step(run)
        return self.spots(run) if step.at % 2 else ((step.low, 0), (step.high, 0))

    def touch(self, r: Run, s: Run) -> bool:
        """Whether two runs meet end to end somewhere else than at a node that both have in common."""
        (low, high), (low_2, high_2) = self.reach(r), self.reach(s)
        if high != low_2 and high_2 != low:
            return False
        spot = high if high == low_2 else low
        return not (self.at_node(r, spot[0]) and self.at_node(s, spot[0]))

    def at_node(self, run: Run, spot: int) -> bool:
        """Whether a run's way ends there."""
        step = self.step(run)
        return (spot == step.low and not step.low_tap) or (spot == step.high and not step.high_tap)

    def crossings(self, a: int, b: int) -> float:
        """How many crossings two trunks make if `a` lies before (above, left of) `b`."""
        (low_a, high_a), (low_b, high_b) = self.hull(a), self.hull(b)
        taps_a, taps_b = self.taps(a), self.taps(b)
        total = sum(side > 0 and low_b < spot < high_b for spot, side in taps_a)
        total += sum(side < 0 and low_a < spot < high_a for spot, side in taps_b)
        corners = {spot for spot, side in taps_a if side > 0} & {spot for spot, side in taps_b if side < 0}
        return total + _CORNERS * len(corners)

    def hull(self, number: int) -> tuple[_Position, _Position]:
        """From where to where a trunk goes."""
        ends = [self.spots(run) for run in self.trunks.runs[number]]
        return min(low for low, _ in ends), max(high for _, high in ends)

    def taps(self, number: int) -> tuple[tuple[_Position, int], ...]:
        """Where a trunk's flows turn off its line, and to which side (-1 up or left, 1 down or right), none twice."""
        found: dict[tuple[_Position, int], None] = {}
        for run in self.trunks.runs[number]:
            step, (low, high) = self.step(run), self.spots(run)
            found |= {(spot, tap): None for spot, tap in ((low, step.low_tap), (high, step.high_tap)) if tap}
        return tuple(found)

    def lean(self, number: int) -> float:
        """To which side a trunk's flows turn off, on average."""
        sides = [side for _, side in self.taps(number)]
        return sum(sides) / len(sides) if sides else 0.0


def _overlap(one: tuple[_Position, _Position], other: tuple[_Position, _Position]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
