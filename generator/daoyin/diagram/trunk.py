"""Trunks: the steps of flows' ways, merged where they are drawn as one stroke.

Each step of a way is a run on a lattice line. Flows that leave a node together, or arrive together, share their strokes
until their ways part: the hyperedges of M. Wybrow, K. Marriott and P. Stuckey, "Orthogonal Hyperedge Routing",
Diagrams 2012.
"""

from dataclasses import dataclass
from itertools import combinations, pairwise

from daoyin.diagram.lattice import Way, steps, towards
from daoyin.diagram.topology import Topology


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
class Company:
    """How many steps the ways of two edges (the lower number first) go together: from their source, to their target."""

    heads: dict[tuple[int, int], int]
    tails: dict[tuple[int, int], int]
    lengths: tuple[int, ...]
    """How many steps each way has."""

    def together(self, one: Run, other: Run) -> bool:
        """Whether two runs may be one stroke."""
        if one.edge == other.edge:
            return True
        pair = (min(one.edge, other.edge), max(one.edge, other.edge))
        if one.step == other.step and one.step < self.heads.get(pair, 0):
            return True
        left = self.lengths[one.edge] - one.step
        return left == self.lengths[other.edge] - other.step and left <= self.tails.get(pair, 0)


@dataclass(frozen=True, slots=True)
class Trunks:
    """The runs of each trunk, all of them on one line; and which trunk each run belongs to."""

    runs: tuple[tuple[Run, ...], ...]
    of: dict[Run, int]
    company: Company


def merge(topology: Topology, ways: tuple[Way, ...], apart: frozenset[int]) -> Trunks:
    """Merge runs into trunks, wherever that joins no foreign ones.

    Pre: way i is that of edge i. `apart` names edges that leave their source by a stroke of their own.
    Post: every run belongs to one trunk; runs of a trunk lie on one line, and any two of them that meet may be one
    stroke: their flows have a common source or a common target, and are of one kind.
    """
    company = _company(topology, ways, apart)
    span = {
        Run(edge, number): (step.low, step.high)
        for edge, way in enumerate(ways)
        for number, step in enumerate(steps(way))
    }
    trunk = {run: [run] for run in span}
    for one, other in _pairs(company):
        for r, s in zip(one, other, strict=True):
            mine, yours = trunk[r], trunk[s]
            if mine is yours:
                continue
            if any(not company.together(p, q) and _meet(span[p], span[q]) for p in mine for q in yours):
                break
            mine.extend(yours)
            for run in yours:
                trunk[run] = mine
    found = list({id(runs): tuple(runs) for runs in trunk.values()}.values())
    return Trunks(tuple(found), {run: number for number, runs in enumerate(found) for run in runs}, company)


def _company(topology: Topology, ways: tuple[Way, ...], apart: frozenset[int]) -> Company:
    heads: dict[tuple[int, int], int] = {}
    tails: dict[tuple[int, int], int] = {}
    for (a, first), (b, second) in combinations(enumerate(topology.edges), 2):
        same_source, same_target = first.source == second.source, first.target == second.target
        if same_source == same_target or first.kind != second.kind:
            continue
        if same_target:
            tails[a, b] = _common(ways[a][::-1], ways[b][::-1])
        elif a not in apart and b not in apart:
            heads[a, b] = _common(ways[a], ways[b])
    return Company(heads, tails, tuple(len(way) - 1 for way in ways))


def _common(one: Way, other: Way) -> int:
    """How many steps two ways share from their start, the last of them perhaps only in part."""
    count = 0
    for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=False):
        if a != c or towards(a, b) != towards(c, d):
            break
        count += 1
        if b != d:
            break
    return count


def _pairs(company: Company) -> list[tuple[list[Run], list[Run]]]:
    """For each two edges in company: the runs that they share, beginning at the common node."""
    heads = [
        tuple([Run(edge, step) for step in range(shared)] for edge in pair) for pair, shared in company.heads.items()
    ]
    tails = [
        tuple([Run(edge, company.lengths[edge] - 1 - step) for step in range(shared)] for edge in pair)
        for pair, shared in company.tails.items()
    ]
    return [(one, other) for one, other in (*heads, *tails)]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
