"""A procedure as numbered steps: the text that says what its chart shows, from the same nodes."""

from collections.abc import Iterator
from functools import lru_cache

from daoyin import address
from daoyin.model import Catalogue, Limit, Node, Procedure, Target
from daoyin.model.word import Word


class Way(Word):
    """One way on from a step: where an answer leads."""

    answer: str | None
    kind: str
    """`step`, `procedure`, `remedy`, or `unknown`."""
    name: str
    number: int
    """The step's number; 0 for what lies outside this procedure."""
    page: str
    anchor: str
    back: bool = False
    """Leads to an earlier step: a loop."""
    ends: bool = False
    """The step is an end: nothing follows."""


class Step(Word):
    """One numbered step: its node, its limits, and every way on."""

    number: int
    node: Node
    limits: tuple[Limit, ...]
    ways: tuple[Way, ...]
    follows: bool
    """Whether the only way on is the next step of the list, so that it need not be said."""
    enters: tuple[str, ...] = ()
    """Ids of the procedures that hand over to this step."""
    calls: str | None = None
    """Id of the procedure that runs within the step."""

    @property
    def accountable(self) -> str:
        """Who answers for the step (RACI): the lane's role unless the data names another."""
        return self.node.accountable or self.node.lane


def steps(catalogue: Catalogue, procedure: Procedure) -> tuple[Step, ...]:
    """The steps in the order of the file, numbered from 1."""
    return _numbered(catalogue, procedure.id)


@lru_cache(maxsize=8192)
def _numbered(catalogue: Catalogue, id: str) -> tuple[Step, ...]:
    """The same, remembered: a page, its chart, a list and the search index all ask for it."""
    return tuple(_steps(catalogue, catalogue.procedure[id]))


def _steps(catalogue: Catalogue, procedure: Procedure) -> Iterator[Step]:
    numbers = {node.id: number for number, node in enumerate(procedure.process.nodes, 1)}
    for node in procedure.process.nodes:
        flows = [flow for flow in procedure.process.flows if flow.source == node.id]
        ways = tuple(way(catalogue, procedure, flow.target, flow.answer, numbers, node.id) for flow in flows)
        yield Step(
            number=numbers[node.id],
            node=node,
            limits=procedure.limits_on(node.id),
            ways=ways,
            follows=len(ways) == 1 and ways[0].number == numbers[node.id] + 1,
            enters=entering(catalogue, procedure.id, node.id),
            calls=node.call and catalogue.resolve(procedure.place, procedure.part, node.call),
        )


def way(
    catalogue: Catalogue,
    procedure: Procedure,
    target: Target,
    answer: str | None = None,
    numbers: dict[str, int] | None = None,
    source: str = "",
) -> Way:
    """Where a target leads, as a reader is told it; an unknown one keeps its written id as name."""
    numbers = numbers or {}
    if target.kind == "node" and (node := procedure.process.node(target.id)):
        return Way(
            answer=answer,
            kind="step",
            name=node.name,
            number=numbers.get(node.id, 0),
            page=address.procedure(procedure.id),
            anchor=address.step_anchor(node.id),
            back=numbers.get(node.id, 0) <= numbers.get(source, 0),
            ends=node.kind == "end",
        )
    if target.kind == "remedy" and (remedy := catalogue.remedy.get(target.id)):
        return Way(answer=answer, kind="remedy", name=remedy.name, number=0, page=address.REMEDIES, anchor=remedy.id)
    found = target.kind == "procedure" and catalogue.resolve(procedure.place, procedure.part, target.id)
    if found:
        return Way(
            answer=answer,
            kind="procedure",
            name=catalogue.procedure[found].name,
            number=0,
            page=address.procedure(found),
            anchor=address.step_anchor(target.node) if target.node else "",
        )
    return Way(answer=answer, kind="unknown", name=str(target), number=0, page=address.HOME, anchor="")


def target(written: str) -> Target:
    """`procedure part/name:node` or `remedy id`, as `missed: {then: …}` writes it -> a target."""
    kind, _, rest = written.partition(" ")
    if kind == "procedure":
        name, _, node = rest.partition(":")
        return Target(kind="procedure", id=name, node=node or None)
    return Target(kind="remedy", id=rest) if kind == "remedy" else Target(kind="node", id=written)


def entering(catalogue: Catalogue, procedure: str, node: str) -> tuple[str, ...]:
    """Ids of the procedures that lead to a node of another procedure."""
    return _entering(catalogue).get((procedure, node), ())


@lru_cache(maxsize=4)
def _entering(catalogue: Catalogue) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each node that is entered from elsewhere, from which procedures; computed once a catalogue."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for procedure in catalogue.procedures:
        for flow in procedure.process.flows:
            if flow.target.kind != "procedure" or not flow.target.node:
                continue
            if there := catalogue.resolve(procedure.place, procedure.part, flow.target.id):
                found.setdefault((there, flow.target.node), {})[procedure.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
