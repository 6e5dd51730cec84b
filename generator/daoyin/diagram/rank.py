"""Layering: how late in the story each node comes.

The longest-path layering of K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical
System Structures", IEEE Trans. Syst. Man Cybern. 11 (1981). Ranks are the order in which the place pass sets the nodes;
it then gives rows of its own, because a step in another lane may stand beside its predecessor.
"""

from daoyin.diagram.topology import Topology


def ranks(topology: Topology, back: tuple[bool, ...]) -> tuple[int, ...]:
    """Rank every vertex.

    Pre: without the `back` edges the graph has no cycle.
    Post: every other edge leads to a higher rank; what nothing leads to stands just above what it leads to; a vertex
    without edges has the rank of the vertex declared before it.
    """
    count = len(topology.vertices)
    leaving: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for number, edge in enumerate(topology.edges):
        if not back[number]:
            leaving[edge.source].append(edge.target)
            waiting[edge.target] += 1
    rank = [0] * count
    entered = [bool(n) for n in waiting]
    ready = [v for v in range(count) if not waiting[v]]
    order: list[int] = []
    while ready:
        vertex = ready.pop(0)
        order.append(vertex)
        for target in leaving[vertex]:
            rank[target] = max(rank[target], rank[vertex] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for vertex in reversed(order):
        if not entered[vertex] and leaving[vertex] and topology.vertices[vertex].kind != "start":
            rank[vertex] = min(rank[target] for target in leaving[vertex]) - 1
    for vertex in range(1, count):
        if not entered[vertex] and not leaving[vertex]:
            rank[vertex] = rank[vertex - 1]
    return tuple(rank)
