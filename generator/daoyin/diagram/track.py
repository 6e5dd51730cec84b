"""Tracks: where several flows run in one lattice line, which runs beside which.

Each step of a way is a run on a line. Runs of flows that leave a node together, or arrive together, form one trunk. In
a channel, trunks that overlap get levels of their own, in the order with the fewest crossings; since a channel is made
as wide as its levels need, there is always room. In the middle of a row or column most runs stay on the axis; only
those that would cover a foreign one move beside it.

This is channel routing with the left-edge rule (A. Hashimoto and J. Stevens, DAC 1971), the order within a channel as
in the nudging of M. Wybrow, K. Marriott and P. Stuckey, "Orthogonal Connector Routing", GD 2009.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from daoyin.diagram.lattice import Way
from daoyin.diagram.topology import Topology

Position = tuple[int, int]
"""A place along a line: the crossing lattice line, and the level of the track that is met there."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A lattice line: x = at (upright) or y = at. An odd one is the middle of a column or row."""

    upright: bool
    at: int


@dataclass(frozen=True, slots=True)
class Run:
    """One step of one flow's way."""

    edge: int
    step: int


@dataclass(frozen=True, slots=True)
class Trunk:
    """Runs on one line that are drawn as one stroke. `level` counts across the line.

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
    """All trunks, and which one each run belongs to."""

    trunks: tuple[Trunk, ...]
    of: dict[Run, int]


def assign(topology: Topology, ways: tuple[Way, ...], apart: frozenset[int]) -> Tracks:
    """Give every run a trunk and every trunk a level.

    Pre: no way passes an occupied cell. `apart` names edges that leave their source by a stroke of their own.
    Post: two runs on one line at the same level that cover the same part of it belong to flows with a common source or
    a common target.
    """
    tracks = _Assignment(topology, ways, apart)
    for upright in (False, True, False, True):
        for axis in tracks.axes:
            if axis.upright == upright and axis.at % 2 == 0:
                tracks.order_channel(axis)
    for upright in (False, True):
        for axis in tracks.axes:
            if axis.upright == upright and axis.at % 2:
                tracks.order_middle(axis)
    return tracks.result()


class _Assignment:
    """The work in hand: trunks as lists of runs, and their levels so far."""

    def __init__(self, topology: Topology, ways: tuple[Way, ...], apart: frozenset[int]) -> None:
        self.topology, self.ways, self.apart = topology, ways, apart
        self.runs = [Run(edge, step) for edge, way in enumerate(ways) for step in range(len(way) - 1)]
        self.shared_head, self.shared_tail = self._shared()
        self.trunks = self._merge()
        self.of = {run: number for number, trunk in enumerate(self.trunks) for run in trunk}
        self.level = [0] * len(self.trunks)
        self.cluster = [0] * len(self.trunks)
        self.anchor = [0] * len(self.trunks)
        by_axis: defaultdict[Axis, list[int]] = defaultdict(list)
        for number, trunk in enumerate(self.trunks):
            by_axis[self.axis(trunk[0])].append(number)
        self.axes = {axis: by_axis[axis] for axis in sorted(by_axis, key=lambda a: (a.upright, a.at))}

    def result(self) -> Tracks:
        return Tracks(
            tuple(
                Trunk(self.axis(runs[0]), tuple(runs), self.level[n], self.cluster[n], self.anchor[n])
                for n, runs in enumerate(self.trunks)
            ),
            self.of,
        )

    def axis(self, run: Run) -> Axis:
        (ax, ay), (bx, _) = self.ways[run.edge][run.step : run.step + 2]
        return Axis(True, ax) if ax == bx else Axis(False, ay)

    def ends(self, run: Run, *, exact: bool = True) -> tuple[Position, Position]:
        """From where to where along its line a run goes, low end first; with the levels met there if exact."""
        way = self.ways[run.edge]
        along = 1 if self.axis(run).upright else 0
        first = (way[run.step][along], self._met(Run(run.edge, run.step - 1)) if exact and run.step else 0)
        last = (
            way[run.step + 1][along],
            self._met(Run(run.edge, run.step + 1)) if exact and run.step < len(way) - 2 else 0,
        )
        return (first, last) if first <= last else (last, first)

    def _met(self, run: Run) -> int:
        """The level of a neighbouring run, if that is known before the middle lines are ordered."""
        number = self.of[run]
        return self.level[number] if self.axis(run).at % 2 == 0 else 0

    def order_channel(self, axis: Axis) -> None:
        """Level the trunks of a channel: those that overlap even only in part, or meet, get different levels."""
        numbers = self.axes[axis]
        clash = {pair: self._clash(*pair, exact=False) for pair in combinations(numbers, 2)}
        self._level(self._ordered(numbers, clash), clash)

    def order_middle(self, axis: Axis) -> None:
        """Level the trunks of a row's or column's middle, where the levels of all channels are known."""
        numbers = self.axes[axis]
        clash = {pair: self._clash(*pair, exact=True) for pair in combinations(numbers, 2)}
        self._level(self._ordered(numbers, clash), clash)
        cluster = {number: {number} for number in numbers}
        for a, b in combinations(numbers, 2):
            if cluster[a] is not cluster[b] and (clash[a, b] or self._meet(a, b)):
                cluster[a] |= cluster[b]
                for member in cluster[b]:
                    cluster[member] = cluster[a]
        for members in {min(held): held for held in cluster.values()}.values():
            high = max(self.level[n] for n in members)
            straight = [n for n in sorted(members) if any(len(self.ways[r.edge]) == 2 for r in self.trunks[n])]
            for number in members:
                self.cluster[number] = min(members)
                self.anchor[number] = 2 * self.level[straight[0]] if straight else high

    def _meet(self, a: int, b: int) -> bool:
        """Whether two trunks cover the same part of their line, allowed or not."""
        return any(_overlap(self.ends(r), self.ends(s)) for r in self.trunks[a] for s in self.trunks[b])

    def _clash(self, a: int, b: int, *, exact: bool) -> bool:
        """Whether two trunks of a line may not lie on the same level."""
        middle = self.axis(self.trunks[a][0]).at % 2 == 1
        for r in self.trunks[a]:
            for s in self.trunks[b]:
                if self._related(r, s):
                    continue
                if _overlap(self.ends(r, exact=exact), self.ends(s, exact=exact)):
                    return True
                if self._touch(r, s, exact=exact and middle):
                    return True
        return False

    def _touch(self, r: Run, s: Run, *, exact: bool) -> bool:
        """Whether two runs meet end to end somewhere else than at a node that both have in common."""
        (a, b), (c, d) = self.ends(r, exact=exact), self.ends(s, exact=exact)
        if not (b == c or d == a):
            return False
        spot = b if b == c else a
        return not (self._at_node(r, spot) and self._at_node(s, spot))

    def _at_node(self, run: Run, spot: Position) -> bool:
        way = self.ways[run.edge]
        along = 1 if self.axis(run).upright else 0
        return (run.step == 0 and way[0][along] == spot[0]) or (run.step == len(way) - 2 and way[-1][along] == spot[0])

    def _related(self, r: Run, s: Run) -> bool:
        """Whether two runs may be one stroke."""
        if r.edge == s.edge:
            return True
        pair = (min(r.edge, s.edge), max(r.edge, s.edge))
        if r.step == s.step and r.step < self.shared_head.get(pair, 0):
            return True
        from_end = len(self.ways[r.edge]) - r.step, len(self.ways[s.edge]) - s.step
        return from_end[0] == from_end[1] and from_end[0] - 2 < self.shared_tail.get(pair, 0)

    def _shared(self) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
        """For pairs of edges: how many steps from the source, and to the target, they go together."""
        heads: dict[tuple[int, int], int] = {}
        tails: dict[tuple[int, int], int] = {}
        edges = self.topology.edges
        for a, b in combinations(range(len(edges)), 2):
            first, second = edges[a], edges[b]
            same_source, same_target = first.source == second.source, first.target == second.target
            if same_source == same_target or first.kind != second.kind:
                continue
            if same_source and a not in self.apart and b not in self.apart:
                heads[a, b] = _common(self.ways[a], self.ways[b])
            elif same_target:
                tails[a, b] = _common(self.ways[a][::-1], self.ways[b][::-1])
        return heads, tails

    def _merge(self) -> list[list[Run]]:
        """Join related runs into trunks, wherever that joins no foreign ones."""
        trunk = {run: [run] for run in self.runs}
        for shared, head in ((self.shared_head, True), (self.shared_tail, False)):
            for (a, b), steps in shared.items():
                for step in range(steps):
                    r = Run(a, step if head else len(self.ways[a]) - 2 - step)
                    s = Run(b, step if head else len(self.ways[b]) - 2 - step)
                    one, two = trunk[r], trunk[s]
                    if one is two:
                        continue
                    if any(not self._related(p, q) and _closed(self._span(p), self._span(q)) for p in one for q in two):
                        break
                    one.extend(two)
                    for run in two:
                        trunk[run] = one
        found: dict[int, list[Run]] = {id(runs): runs for runs in trunk.values()}
        return list(found.values())

    def _span(self, run: Run) -> tuple[int, int]:
        (ax, ay), (bx, by) = self.ways[run.edge][run.step : run.step + 2]
        return (min(ay, by), max(ay, by)) if ax == bx else (min(ax, bx), max(ax, bx))

    def _ordered(self, numbers: list[int], clash: dict[tuple[int, int], bool]) -> list[int]:
        """The order across the line with the fewest crossings that a search by neighbour swaps finds."""
        before = {}
        for a, b in combinations(numbers, 2):
            if clash[a, b]:
                before[a, b], before[b, a] = self._crossings(a, b), self._crossings(b, a)
        order = sorted(numbers, key=lambda n: (self._lean(n), n))
        if len(order) <= 4:
            return list(min(permutations(order), key=lambda o: sum(before.get(p, 0.0) for p in combinations(o, 2))))
        for _ in range(len(order)):
            changed = False
            for n in range(len(order)):
                rest = order[:n] + order[n + 1 :]
                costs = [
                    sum(before.get((other, order[n]), 0.0) for other in rest[:k])
                    + sum(before.get((order[n], other), 0.0) for other in rest[k:])
                    for k in range(len(order))
                ]
                k = min(range(len(order)), key=lambda k: (costs[k], abs(k - n)))
                if costs[k] < costs[n]:
                    order = [*rest[:k], order[n], *rest[k:]]
                    changed = True
            if not changed:
                break
        return order

    def _level(self, order: list[int], clash: dict[tuple[int, int], bool]) -> None:
        for n, number in enumerate(order):
            self.level[number] = max(
                (self.level[o] + 1 for o in order[:n] if clash[min(o, number), max(o, number)]), default=0
            )

    def _taps(self, number: int) -> dict[tuple[Position, int], None]:
        """Where the trunk's flows turn off its line, and to which side (-1 up or left, 1 down or right)."""
        taps: dict[tuple[Position, int], None] = {}
        for run in self.trunks[number]:
            way = self.ways[run.edge]
            along, across = (1, 0) if self.axis(run).upright else (0, 1)
            here = way[run.step][across]
            if run.step:
                side = 1 if way[run.step - 1][across] > here else -1
                taps[(way[run.step][along], self._met(Run(run.edge, run.step - 1))), side] = None
            if run.step < len(way) - 2:
                side = 1 if way[run.step + 2][across] > here else -1
                taps[(way[run.step + 1][along], self._met(Run(run.edge, run.step + 1))), side] = None
        return taps

    def _lean(self, number: int) -> float:
        sides = [side for _, side in self._taps(number)]
        return sum(sides) / len(sides) if sides else 0.0

    def _crossings(self, a: int, b: int) -> float:
        """How many crossings two trunks make if `a` lies before (above, left of) `b`."""
        hull_a, hull_b = self._hull(a), self._hull(b)
        taps_a, taps_b = self._taps(a), self._taps(b)
        total = 0.0
        for spot, side in taps_a:
            total += side > 0 and hull_b[0] < spot < hull_b[1]
        for spot, side in taps_b:
            total += side < 0 and hull_a[0] < spot < hull_a[1]
        down = {spot for spot, side in taps_a if side > 0}
        up = {spot for spot, side in taps_b if side < 0}
        return total + 1.5 * len(down & up)

    def _hull(self, number: int) -> tuple[Position, Position]:
        ends = [self.ends(run) for run in self.trunks[number]]
        return min(low for low, _ in ends), max(high for _, high in ends)


def _common(one: Way, other: Way) -> int:
    """How many steps two ways share from their start, the last of them perhaps only in part."""
    steps = 0
    for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=False):
        same_way = a == c and _sign(b[0] - a[0]) == _sign(d[0] - c[0]) and _sign(b[1] - a[1]) == _sign(d[1] - c[1])
        if not same_way:
            break
        steps += 1
        if b != d:
            break
    return steps


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _overlap(one: Sequence[Position], other: Sequence[Position]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _closed(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
