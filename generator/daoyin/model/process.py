"""How a procedure runs, in BPMN's words: nodes, sequence flows, lanes."""

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Strict, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from daoyin.model.law import LawReference
from daoyin.model.word import ID, DocumentId, Entry, Keyed, ProcedureName, RoleId, Some, SourceId, Text, Word

Kind = Literal["start", "task", "gateway", "event", "end"]
KINDS: tuple[Kind, ...] = ("start", "task", "gateway", "event", "end")

MOST_NODES = 200
"""Nodes of a process. The longest real one has thirty; nobody reads a chart of more, and nothing need draw it."""

_PROCEDURE = rf"{ID}(?:/{ID})*"
_TARGET = re.compile(rf"^(?:procedure ({_PROCEDURE})(?::({ID}))?|remedy ({ID})|({ID}))$")


class Target(Word):
    """Where a flow leads: to a node here, into another procedure, or out to a remedy."""

    kind: Literal["node", "procedure", "remedy"]
    id: str
    """The node, the procedure as written (`part/name`, or `name` in the same part), or the remedy."""
    node: str | None = None
    """In another procedure: the node where it goes on."""

    def __str__(self) -> str:
        return self.id if self.kind == "node" else f"{self.kind} {self.id}" + (f":{self.node}" if self.node else "")


def _target(value: object) -> Target:
    found = _TARGET.match(value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError(
            "target",
            "去向应写成节点名、“procedure 部分/事项:节点”或“remedy 救济途径”，如 procedure handling/review:request",
        )
    procedure, node, remedy, here = found.groups()
    if procedure:
        return Target(kind="procedure", id=procedure, node=node)
    return Target(kind="remedy", id=remedy) if remedy else Target(kind="node", id=here)


class Branch(Word):
    """One way on. `answer` is what the gateway's question is answered with."""

    target: Target
    answer: str | None = None


def _branches(value: object) -> object:
    """The forms of `next:` -> branches: `id`, `{answer: id}`, `[id, id]`."""
    if isinstance(value, tuple) and all(isinstance(branch, Branch) for branch in value):
        return value
    if isinstance(value, dict):
        return tuple(Branch(target=_target(target), answer=str(answer)) for answer, target in value.items())
    if isinstance(value, list):
        return tuple(Branch(target=_target(target)) for target in value)
    return (Branch(target=_target(value)),)


_TARGET_SCHEMA = {"type": "string", "pattern": _TARGET.pattern}
Next = Annotated[
    tuple[Branch, ...],
    BeforeValidator(_branches),
    WithJsonSchema(
        {
            "description": "去向：不写＝下一个节点；节点名；{答案: 去向}＝按答案选一；[去向, 去向]＝同时进行",
            "anyOf": [
                _TARGET_SCHEMA,
                {"type": "object", "additionalProperties": _TARGET_SCHEMA, "minProperties": 1},
                {"type": "array", "items": _TARGET_SCHEMA, "minItems": 1},
            ],
        }
    ),
]


class Node(Entry):
    """One box of the chart and one step of the text. The key that names it is its kind."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [kind]} for kind in KINDS]})

    start: Text | None = None
    task: Text | None = None
    gateway: Text | None = None
    event: Text | None = None
    end: Text | None = None

    lane: RoleId
    """The role that acts: responsible, and accountable unless `accountable` says otherwise (RACI)."""
    next: Next = ()
    join: Literal["all"] | None = None
    """On a gateway: wait for all parallel branches."""
    anytime: Annotated[bool, Strict()] = False
    """May happen at any moment, outside the flow."""
    call: ProcedureName | None = None
    """Another procedure that runs here and returns."""
    law: Some[LawReference] = ()
    sources: tuple[SourceId, ...] = ()
    """The reports that a local step rests on."""
    inputs: tuple[DocumentId, ...] = ()
    outputs: tuple[DocumentId, ...] = ()
    """Documents that the step needs, and issues."""
    accountable: RoleId | None = None
    consulted: tuple[RoleId, ...] = ()
    informed: tuple[RoleId, ...] = ()
    citizen: Text | None = None
    """What it means for the citizen, in plain words."""
    office: Text | None = None
    """What the office must watch."""
    no_remedy: Text | None = None
    """Where nothing more can be asked for against it: what we say instead, never a silence."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Node":
        if len([kind for kind in KINDS if getattr(self, kind)]) != 1:
            raise PydanticCustomError("node-kind", "每个节点应当有且只有 start、task、gateway、event、end 之一")
        return self

    @property
    def kind(self) -> Kind:
        """The one of the five kinds that the node is."""
        return next(kind for kind in KINDS if getattr(self, kind))

    @property
    def name(self) -> str:
        """What the box says."""
        name: str = getattr(self, self.kind)
        return name

    @property
    def parallel(self) -> bool:
        """Whether all branches are taken at once."""
        return len(self.next) > 1 and all(branch.answer is None for branch in self.next)


class SequenceFlow(Word):
    """A flow as it runs, after `next:` absent has become the node below."""

    source: str
    target: Target
    answer: str | None = None


class Process(Word):
    """Nodes in the order of the story; lanes in order of first appearance unless `lanes` orders them."""

    lanes: tuple[RoleId, ...] = ()
    nodes: Keyed[Node]

    @model_validator(mode="after")
    def _readable(self) -> "Process":
        if len(self.nodes) > MOST_NODES:
            raise PydanticCustomError(
                "file-size",
                "流程有 {count} 个节点，超过 {most} 个；请拆成几件事项",
                {"count": len(self.nodes), "most": MOST_NODES},
            )
        return self

    def node(self, id: str) -> Node | None:
        """The node of that id, if there is one."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def lane_order(self) -> tuple[str, ...]:
        """Lanes as columns, from left to right."""
        return tuple(dict.fromkeys((*self.lanes, *(node.lane for node in self.nodes))))

    @cached_property
    def flows(self) -> tuple[SequenceFlow, ...]:
        """Every flow in the order of the story. An end has none; neither has an `anytime` node without `next`."""
        flows: list[SequenceFlow] = []
        below: dict[str, str] = {a.id: b.id for a, b in zip(self.nodes, self.nodes[1:], strict=False)}
        for node in self.nodes:
            if node.next:
                flows += [SequenceFlow(source=node.id, target=b.target, answer=b.answer) for b in node.next]
            elif node.kind != "end" and not node.anytime and node.id in below:
                flows.append(SequenceFlow(source=node.id, target=Target(kind="node", id=below[node.id])))
        return tuple(flows)
