"""Nodes put into a flow and taken out of it, while it is still values: the story stays one story.

A node without `next` leads to the one written below it, so whoever moves a node moves flows too.
"""

from itertools import pairwise
from typing import Any

Nodes = dict[str, dict[str, Any]]


def insert(nodes: Nodes, after: str, id: str, node: dict[str, Any], *, keep: bool) -> None:
    """Put a node below another, in place. The one way on from that one passes through the new node from now on.

    Several ways on (answers, branches) stay as they are, and so does a way that an editor has just written (`keep`):
    then only a `next` that names the new node leads to it. What may happen at any time stands beside the flow.
    """
    before = nodes[after]
    aside, way = node.get("anytime") is True, before.get("next")
    if aside and runs_on(before) and (below := _below(nodes, after)):
        before["next"] = below
    elif isinstance(way, str) and not aside and not keep:
        before["next"] = id
        if runs_on(node):
            node["next"] = way
    order = [name for one in nodes for name in ((one, id) if one == after else (one,))]
    found = {**nodes, id: node}
    nodes.clear()
    nodes.update((name, found[name]) for name in order)


def remove(nodes: Nodes, id: str) -> list[str]:
    """Take a node out, in place; what led to it leads on to where it led.

    Gives the nodes for which that is not said, since the node had no way on or several.
    """
    node = nodes[id]
    onward = node.get("next", _below(nodes, id) if runs_on(node) else None)
    onward = onward if isinstance(onward, str) and onward != id else None
    above = next((one for one in nodes if _below(nodes, one) == id), None)
    lost = []
    if above and runs_on(nodes[above]):
        nodes[above]["next"] = id
    for name, other in nodes.items():
        if name != id and id in _ways(other):
            if onward is None:
                lost.append(name)
            else:
                other["next"] = _renamed(other["next"], id, onward)
    del nodes[id]
    if above and onward and nodes[above].get("next") == onward == _below(nodes, above):
        del nodes[above]["next"]
    return lost


def runs_on(node: dict[str, Any]) -> bool:
    """Whether a node leads to the one below because it does not say where."""
    return "next" not in node and "end" not in node and node.get("anytime") is not True


def _below(nodes: Nodes, id: str) -> str | None:
    return dict(pairwise(nodes)).get(id)


def _ways(node: dict[str, Any]) -> list[Any]:
    way = node.get("next")
    return list(way.values()) if isinstance(way, dict) else way if isinstance(way, list) else [way]


def _renamed(way: Any, old: str, new: str) -> Any:
    """A `next` in which one goal has become another; of two branches to one goal one is left."""
    if isinstance(way, dict):
        return {answer: new if goal == old else goal for answer, goal in way.items()}
    if isinstance(way, list):
        goals = [goal for goal in way if goal not in (old, new)]
        goals.insert(way.index(old), new)
        return goals if len(goals) > 1 else new
    return new if way == old else way
