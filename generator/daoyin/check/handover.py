"""Hand-overs between procedures: they arrive, and nobody is sent round for ever."""

from collections.abc import Iterator
from typing import NamedTuple

from daoyin.check.graph import closure
from daoyin.check.walk import file, mentions
from daoyin.finding import At, Fault, Message
from daoyin.model import Catalogue, Procedure


def handover_arrives(catalogue: Catalogue) -> Iterator[Fault]:
    """转到别的事项时，要落在它的 start 或 event 上；它有几个 start 的，要写明是哪一个。

    A hand-over must arrive at a start or event of the other procedure, and say which where it has several starts.
    """
    for mention in mentions(catalogue, "target"):
        kind, _, rest = mention.value.partition(" ")
        name, _, inner = rest.partition(":")
        found = catalogue.resolve(mention.place, mention.part, name) if kind == "procedure" else None
        if not found:
            continue
        there = catalogue.procedure[found]
        starts = [node.id for node in there.process.nodes if node.kind == "start"]
        node = there.process.node(inner)
        told = {"name": there.name, "starts": "、".join(starts)}
        if not inner and len(starts) > 1:
            message = Message(
                "“{name}”有几个起点，请写明到哪一个：{starts}",
                "“{name}” has several starts; say which: {starts}",
                **told,
            )
            yield Fault(mention.path, mention.at, message)
        elif node and node.kind not in ("start", "event"):
            message = Message(
                "不能从外面跳到“{name}”中间的“{node}”；请转到它的起点：{starts}",
                "one cannot jump into “{name}” at “{node}”; hand over to a start: {starts}",
                node=node.name,
                **told,
            )
            yield Fault(mention.path, mention.at, message)


class _Spot(NamedTuple):
    """A node of any procedure."""

    procedure: str
    node: str


def no_way_out(catalogue: Catalogue) -> Iterator[Fault]:
    """几个事项之间互相转来转去时，路上至少有一处能离开，走到 end 或者别的救济途径：不让人跑来跑去。

    Where procedures hand over to each other in a round, some branch on the way must leave it for an end or a remedy.
    """
    edges, ends, crossings = _graph(catalogue)
    backward: dict[_Spot, list[_Spot]] = {}
    for spot, goals in edges.items():
        for goal in goals:
            backward.setdefault(goal, []).append(spot)
    leaving = closure(backward, ends)
    stuck = {spot: goals for spot, goals in edges.items() if spot not in leaving}
    told: set[_Spot] = set()
    trips = sorted((trip for spot in stuck if (trip := _round(stuck, spot))), key=len)
    for trip in trips:
        leaps = [leap for leap in zip(trip, [*trip[1:], trip[0]], strict=True) if leap in crossings]
        if leaps and told.isdisjoint(trip):
            told.update(trip)
            first = trip.index(leaps[0][0])
            yield _told(catalogue, [*trip[first:], *trip[:first]], crossings[leaps[0]])


def _told(catalogue: Catalogue, trip: list[_Spot], at: At) -> Fault:
    steps = [(catalogue.procedure[spot.procedure], spot.node) for spot in (*trip, trip[0])]
    shown = " → ".join(f"{procedure.name}:{_name(procedure, node)}" for procedure, node in steps)
    message = Message(
        "转来转去没有出口：{trip}；请在其中一处加一个能离开的答案",
        "a round without a way out: {trip}; add an answer that leaves it",
        trip=shown,
    )
    return Fault(file(steps[0][0]), ("process", "nodes", steps[0][1], *at), message)


def _name(procedure: Procedure, node: str) -> str:
    found = procedure.process.node(node)
    return found.name if found else node


def _graph(catalogue: Catalogue) -> tuple[dict[_Spot, list[_Spot]], list[_Spot], dict[tuple[_Spot, _Spot], At]]:
    """All flows of all procedures, the spots where something ends, and where each hand-over is written in its node."""
    crossings: dict[tuple[_Spot, _Spot], At] = {}
    edges: dict[_Spot, list[_Spot]] = {}
    ends: list[_Spot] = []
    for procedure in catalogue.procedures:
        for node in procedure.process.nodes:
            edges[_Spot(procedure.id, node.id)] = []
        for flow in procedure.process.flows:
            source = _Spot(procedure.id, flow.source)
            goal = _goal(catalogue, procedure, flow.target.kind, flow.target.id, flow.target.node)
            if goal is None:
                ends.append(source)
            else:
                edges[source].append(goal)
                if flow.target.kind == "procedure":
                    crossings[source, goal] = ("next", flow.answer) if flow.answer else ("next",)
    return edges, ends + [spot for spot, goals in edges.items() if not goals], crossings


def _goal(catalogue: Catalogue, procedure: Procedure, kind: str, id: str, node: str | None) -> _Spot | None:
    """Where a flow arrives; None where it leaves for a remedy, or for what does not exist."""
    if kind == "node":
        return _Spot(procedure.id, id) if procedure.process.node(id) else None
    found = catalogue.resolve(procedure.place, procedure.part, id) if kind == "procedure" else None
    if not found:
        return None
    there = catalogue.procedure[found].process
    arrives = node or next((one.id for one in there.nodes if one.kind == "start"), "")
    return _Spot(found, arrives) if there.node(arrives) else None


def _round(edges: dict[_Spot, list[_Spot]], start: _Spot) -> list[_Spot]:
    """The shortest way from a spot back to itself, empty if there is none."""
    before: dict[_Spot, _Spot] = {}
    waiting = [start]
    while waiting:
        spot = waiting.pop(0)
        for goal in edges.get(spot, ()):
            if goal == start:
                trip = [spot]
                while trip[-1] != start:
                    trip.append(before[trip[-1]])
                return trip[::-1]
            if goal not in before:
                before[goal] = spot
                waiting.append(goal)
    return []
