"""What leads where: the ways of a process, and what can be reached by them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from daoyin.model import Process

SpotT = TypeVar("SpotT", bound=Hashable)


def onward(process: Process) -> dict[str, list[str]]:
    """For each node, the nodes of the same process that come next."""
    found: dict[str, list[str]] = {}
    for flow in process.flows:
        if flow.target.kind == "node":
            found.setdefault(flow.source, []).append(flow.target.id)
    return found


def unjoined(process: Process) -> set[str]:
    """Gateways that neither choose nor join, at which branches of a fork first meet: `join: all` was forgotten."""
    gateways = [node for node in process.nodes if node.kind == "gateway"]
    bare = {node.id for node in gateways if len(node.next) < 2 and not node.join}
    if not bare:
        return set()
    ends = bare.union(node.id for node in gateways if node.join)
    edges = {source: goals for source, goals in onward(process).items() if source not in ends}
    found: set[str] = set()
    for fork in gateways:
        if fork.parallel:
            reached = [closure(edges, [way.target.id]) for way in fork.next if way.target.kind == "node"]
            found.update(id for id in bare if sum(id in one for one in reached) > 1)
    return found


def sources(spots: Sequence[str], edges: Mapping[str, Sequence[str]]) -> set[str]:
    """Of some nodes the fewest from which edges lead to all of them; of a loop, the first. One fault is told once."""
    left = dict.fromkeys(spots)
    reach = {spot: closure(edges, [spot]) & left.keys() for spot in spots}
    found: set[str] = set()
    covered: set[str] = set()
    for spot in spots:
        if spot not in covered and all(reach[other] <= reach[spot] for other in spots if spot in reach[other]):
            found.add(spot)
            covered |= reach[spot]
    return found


def closure(edges: Mapping[SpotT, Sequence[SpotT]], seeds: Iterable[SpotT]) -> set[SpotT]:
    """Everything that the edges lead to from the seeds, the seeds included."""
    waiting = list(seeds)
    reached = set(waiting)
    while waiting:
        for goal in edges.get(waiting.pop(), ()):
            if goal not in reached:
                reached.add(goal)
                waiting.append(goal)
    return reached
