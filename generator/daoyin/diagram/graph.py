"""What a chart shows, before it has a shape: lanes, nodes and flows in declaration order.

This is the border of the drawing engine: nothing but these words can influence a layout.
`daoyin.chart` makes a `Graph` from a procedure; the passes of this package turn it into a `Diagram`.
"""

from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["start", "task", "gateway", "event", "end", "handover"]
"""BPMN's flow nodes, and `handover`: where the story goes on in another procedure or legal route."""

FlowKind = Literal["sequence", "missed"]
"""`sequence` is the story; `missed` leaves a limited task when its time runs out (a timer)."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Who acts: a column of the chart."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `id` is unique in the graph; `lane` names a `Lane`."""

    id: str
    kind: NodeKind
    lane: str
    name: str
    number: int = 0
    """The number of the same step in the text beside the chart; 0: it has none (a hand-over)."""
    badges: tuple[str, ...] = ()
    """Limits as a reader says them, with the counting unit: `60 日`, `5 个工作日`."""
    documents: tuple[str, ...] = ()
    """Names of the documents that the step issues."""
    parallel: bool = False
    """A gateway that opens or joins all of its branches at once."""
    href: str = ""
    """Where a click leads: the step's text, or the page of a hand-over."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow. The order of flows is the order of the story; the first to leave a node is its spine."""

    source: str
    target: str
    label: str = ""
    """The answer that a branch stands for."""
    kind: FlowKind = "sequence"


@dataclass(frozen=True, slots=True)
class Graph:
    """A process to be drawn. Every flow joins two of the nodes; every node lies in one of the lanes."""

    title: str
    description: str
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
