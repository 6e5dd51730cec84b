"""Parallel branches: those that meet again must all meet, at one `join: all`; others all end by themselves.

Each branch of a fork whose branches meet carries a mark (fork, number) until a join takes it off. A process is sound
if every node is reached with one and the same row of marks, a join takes off one mark of every branch, and no marked
branch stops on its way. This takes time in proportion to the flows, where playing through all markings would not.
"""

from collections.abc import Iterator

from daoyin.check.graph import closure, onward, unjoined
from daoyin.check.walk import file
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue, Node, Process, SequenceFlow

Marks = tuple[tuple[str, int], ...]


def join_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """同时进行的几路再走到一处时，要先用写了 join: all 的 gateway 合并，也不能中途跳到外面。

    Parallel branches that meet again must meet at a gateway with join: all, and none may jump out before it.
    """
    yield from _faults(catalogue, "join_missing")


def join_waits(catalogue: Catalogue) -> Iterator[Fault]:
    """join: all 要等的每一路都一定会到：前面要有同时进行的分叉，每一路都走到这里，没有一路中途结束。

    Every branch that a join: all waits for must arrive: there is a fork before it, and no branch ends on the way.
    """
    yield from _faults(catalogue, "join_waits")


def _faults(catalogue: Catalogue, rule: str) -> Iterator[Fault]:
    for procedure in catalogue.procedures:
        process = procedure.process
        if any(node.join or node.parallel for node in process.nodes):
            played = _Play(process)
            for node, message in (played.missing if rule == "join_missing" else played.waits).items():
                yield Fault(file(procedure), ("process", "nodes", node), message)


class _Play:
    """One walk through a process with the marks that its branches carry, and what went wrong, by node."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.missing: dict[str, Message] = {}
        self.waits: dict[str, Message] = {}
        self._edges = onward(process)
        self._meeting = _meeting_forks(process)
        self._joins = {node.id for node in process.nodes if node.join and node.kind == "gateway"} | unjoined(process)
        """Those at which a join was forgotten too: that is told by gateway-branches, and the play goes on."""
        self._marks: dict[str, Marks] = {n.id: () for n in process.nodes if n.kind == "start" or n.anytime}
        self._arrived: dict[str, list[Marks]] = {}
        self._waiting = list(self._marks)
        flows: dict[str, list[SequenceFlow]] = {}
        for flow in process.flows:
            flows.setdefault(flow.source, []).append(flow)
        while self._waiting:
            self._leave(self._waiting.pop(0), flows)
        for id, rows in self._arrived.items():
            if _taken_off(rows, process) is None:
                self.waits[id] = Message(
                    "“{name}”等的几路不会都到；join: all 前面要有同时进行的分叉，每一路各到一次",
                    "not all that “{name}” waits for arrives; before it a fork must stand, each branch of which comes",
                    name=self._name(id),
                )

    def _leave(self, id: str, flows: dict[str, list[SequenceFlow]]) -> None:
        row, ways = self._marks[id], flows.get(id, [])
        alone = self._apart(id, row, ways)
        stops = [number for number, flow in enumerate(ways) if flow.target.kind != "node" and number not in alone]
        if row and (stops or not ways):
            self.waits[id] = Message(
                "从“{fork}”分出的这一路在“{name}”就结束了，另外几路会在合并处一直等；请让它也走到 join: all",
                "this branch of “{fork}” ends at “{name}”, so the others wait for ever; lead it to the join: all too",
                fork=self._name(row[-1][0]),
                name=self._name(id),
            )
        for number, flow in enumerate(ways):
            goal = self.process.node(flow.target.id) if flow.target.kind == "node" else None
            if goal and id in self._meeting:
                self._arrive(goal, (*row, (id, number)))
            elif goal:
                self._arrive(goal, () if number in alone else row)

    def _apart(self, id: str, row: Marks, ways: list[SequenceFlow]) -> set[int]:
        """Of a fork within a branch, whose own branches never meet: those that are nobody's wait, as one goes on."""
        node = self.process.node(id)
        if not row or node is None or not node.parallel or id in self._meeting:
            return set()
        around = self.process.node(row[-1][0])
        others = [b.target.id for n, b in enumerate(around.next) if n != row[-1][1]] if around else []
        awaited = closure(self._edges, others)
        apart = {n for n, flow in enumerate(ways) if not closure(self._edges, [flow.target.id]) & awaited}
        return apart if len(apart) < len(ways) else set()

    def _arrive(self, goal: Node, row: Marks) -> None:
        if goal.id in self._joins:
            rows = self._arrived.setdefault(goal.id, [])
            rows.append(row)
            taken = _taken_off(rows, self.process)
            if taken is None:
                return
            row = taken
        if goal.id not in self._marks:
            self._marks[goal.id] = row
            self._waiting.append(goal.id)
        elif self._marks[goal.id] != row:
            self.missing[goal.id] = Message(
                "同时进行的几路走到了“{name}”，或者有一路跳了出去；请先用写 join: all 的 gateway 合并",
                "parallel branches meet at “{name}”, or one jumped out; join them first at a join: all",
                name=goal.name,
            )

    def _name(self, id: str) -> str:
        node = self.process.node(id)
        return node.name if node else id


def _meeting_forks(process: Process) -> set[str]:
    """Forks whose branches reach a common node; where none does, each branch is a story of its own."""
    edges = onward(process)
    found = set()
    for node in process.nodes:
        if node.parallel:
            reaches = [closure(edges, [b.target.id]) for b in node.next if b.target.kind == "node"]
            if any(one & other for number, one in enumerate(reaches) for other in reaches[number + 1 :]):
                found.add(node.id)
    return found


def _taken_off(rows: list[Marks], process: Process) -> Marks | None:
    """The marks after a join at which these rows arrived, once every branch of one fork has come once."""
    if any(not row for row in rows) or len({(row[:-1], row[-1][0]) for row in rows}) > 1:
        return None
    fork = process.node(rows[0][-1][0])
    came = [row[-1][1] for row in rows]
    if fork is None or sorted(came) != list(range(len(fork.next))):
        return None
    return rows[0][:-1]
