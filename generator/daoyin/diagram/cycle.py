"""Cycle breaking: which flows go back to an earlier step.

A depth-first search from the starts, in declaration order, as in E. R. Gansner et al., "A Technique for Drawing
Directed Graphs", IEEE Trans. Softw. Eng. 19 (1993), section 2.1: unlike a least feedback arc set, it finds the flows
that a reader, too, takes for the way back.
"""

from daoyin.diagram.topology import Topology


def back_edges(topology: Topology) -> tuple[bool, ...]:
    """Tell for each edge whether it goes back.

    Post: without these edges (self-loops are among them) the graph has no cycle; a graph without cycles has none.
    """
    leaving: list[list[int]] = [[] for _ in topology.vertices]
    entered = [False] * len(topology.vertices)
    for number, edge in enumerate(topology.edges):
        leaving[edge.source].append(number)
        entered[edge.target] |= edge.source != edge.target
    back = [False] * len(topology.edges)
    state = [0] * len(topology.vertices)  # 0 unseen, 1 on the path from the root, 2 done
    starts = [v for v, vertex in enumerate(topology.vertices) if vertex.kind == "start"]
    sources = [v for v in range(len(topology.vertices)) if not entered[v]]
    for root in (*starts, *sources, *range(len(topology.vertices))):
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(leaving[root]))]
        while path:
            vertex, rest = path[-1]
            for number in rest:
                target = topology.edges[number].target
                back[number] = state[target] == 1
                if state[target] == 0:
                    state[target] = 1
                    path.append((target, iter(leaving[target])))
                    break
            else:
                state[vertex] = 2
                path.pop()
    return tuple(back)
