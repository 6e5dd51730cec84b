"""Two states of one process -> what differs in its lanes, its steps and the ways between them."""

from collections.abc import Iterator

from daoyin.changes.change import Change, File
from daoyin.changes.compare import cited, entries, join
from daoyin.changes.side import Side, quoted, reference, said, title
from daoyin.model import Node, Procedure


def process(told: File, old: Procedure, new: Procedure) -> Iterator[Change]:
    """Lanes in another order, steps, and ways on."""
    yield from _lanes(told, old, new)
    yield from entries(told, "步骤", old.process.nodes, new.process.nodes)
    was, now = _ways(told.before, old), _ways(told.after, new)
    for node in new.process.nodes:
        before = old.process.node(node.id)
        if before is None or not (before.next or node.next):
            continue  # a new step says itself where it goes; a story that runs on needs no word
        law = cited(told.after, node)
        for answer in dict.fromkeys((*now.get(node.id, {}), *was.get(node.id, {}))):
            goals = was.get(node.id, {}).get(answer, ""), now.get(node.id, {}).get(answer, "")
            if goals[0] != goals[1]:
                way = f"答{quoted(answer)}" if answer else "去向"
                yield told.change(join(title(told.after, node), way), *goals, law)


def _lanes(told: File, old: Procedure, new: Procedure) -> Iterator[Change]:
    was, now = old.process.lane_order, new.process.lane_order
    if [lane for lane in was if lane in now] != [lane for lane in now if lane in was]:
        kept = [[lane for lane in lanes if lane in was and lane in now] for lanes in (was, now)]
        before, after = ("、".join(_role(told.after, lane) for lane in lanes) for lanes in kept)
        yield told.change("泳道的次序", before, after)
    for lane in now:
        if lane not in was:
            yield told.entry("added", f"泳道{quoted(_role(told.after, lane))}")
    for lane in was:
        if lane not in now:
            yield told.entry("removed", f"泳道{quoted(_role(told.before, lane))}")


def _role(side: Side, id: str) -> str:
    return said(side, Node, "lane", id)


def _ways(side: Side, procedure: Procedure) -> dict[str, dict[str, str]]:
    """For each node: by answer, where it leads; the ways without an answer together, in their order."""
    found: dict[str, dict[str, str]] = {}
    for flow in procedure.process.flows:
        there = found.setdefault(flow.source, {})
        answer, goal = flow.answer or "", reference(side, str(flow.target))
        there[answer] = f"{there[answer]}、{goal}" if answer in there else goal
    return found
