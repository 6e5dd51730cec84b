"""What of a graph decides where things go: kinds, lanes, flows and their order, but no words.

All passes up to the label pass see only this, so an edit to a word cannot move a chart, and one arrangement serves
all languages.
"""

from dataclasses import dataclass

from daoyin.diagram.graph import FlowKind, Graph, NodeKind


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node without words. `lane` counts the lanes that hold a node, from 0."""

    kind: NodeKind
    lane: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A flow without words, between vertices by their index."""

    source: int
    target: int
    kind: FlowKind
    labelled: bool


@dataclass(frozen=True, slots=True)
class Topology:
    """Vertices and edges by index: the graph's nodes and flows in their order."""

    lanes: int
    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]


def topology(graph: Graph) -> Topology:
    """Forget all words.

    Pre: every flow joins two of the nodes; every node lies in one of the lanes.
    Post: vertex i is node i, edge i is flow i; lanes that hold no node are left out, the others keep their order.
    """
    index = {node.id: number for number, node in enumerate(graph.nodes)}
    held = {node.lane for node in graph.nodes}
    lane = {name: number for number, name in enumerate(lane.id for lane in graph.lanes if lane.id in held)}
    return Topology(
        lanes=len(lane),
        vertices=tuple(Vertex(node.kind, lane[node.lane]) for node in graph.nodes),
        edges=tuple(Edge(index[f.source], index[f.target], f.kind, bool(f.label)) for f in graph.flows),
    )
