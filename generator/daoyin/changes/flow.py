"""Two states of one process -> what differs in its lanes, its steps and the ways between them."""

from collections.abc import Iterator
from typing import NamedTuple

from daoyin.changes.change import Change, File
from daoyin.changes.compare import cited, entries, join
from daoyin.changes.side import Side, quoted, reference, said, title
from daoyin.model import Node, Procedure


class Way(NamedTuple):
    """Where one way on leads: as the file writes it, and as a reader says it."""

    written: tuple[str, ...] = ()
    said: str = ""


Ways = dict[str, Way]
"""By answer; that without an answer under no text."""


def process(told: File, old: Procedure, new: Procedure) -> Iterator[Change]:
    """Lanes in another order, steps, and ways on."""
    yield from _lanes(told, old, new)
    yield from entries(told, "步骤", old.process.nodes, new.process.nodes)
    was, now = _ways(told.before, old), _ways(told.after, new)
    for node in new.process.nodes:
        before = old.process.node(node.id)
        if before is None or not (before.next or node.next):
            continue  # a new step says itself where it goes; a story that runs on needs no word
        yield from _answers(told, node, was.get(node.id, {}), now.get(node.id, {}))


def _answers(told: File, node: Node, was: Ways, now: Ways) -> Iterator[Change]:
    """The ways on from one step. What they lead to may go by another name: that is told where it stands."""
    name, law = title(told.after, node), cited(told.after, node)
    reworded = {come: gone for gone, come in _reworded(was, now)}
    for answer in dict.fromkeys((*now, *was)):
        if answer in reworded:
            yield told.change(join(name, "答案"), reworded[answer], answer, law)
        elif answer not in reworded.values():
            goals = [side.get(answer, Way()) for side in (was, now)]
            if goals[0].written != goals[1].written:
                way = f"答{quoted(answer)}" if answer else "去向"
                yield told.change(join(name, way), *_apart(*goals), law)


def _apart(was: Way, now: Way) -> tuple[str, str]:
    """Both as a reader says them; where that is the same (a step under another id), as the file writes them."""
    return (was.said, now.said) if was.said != now.said else ("、".join(was.written), "、".join(now.written))


def _reworded(was: Ways, now: Ways) -> Iterator[tuple[str, str]]:
    """Answers that are gone, and those that now lead where they led: the same in other words."""
    gone, come = [answer for answer in was if answer not in now], [answer for answer in now if answer not in was]
    for old in gone:
        same = [new for new in come if now[new].written == was[old].written]
        if len(same) == 1 and [was[one].written for one in gone].count(was[old].written) == 1:
            yield old, same[0]


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


def _ways(side: Side, procedure: Procedure) -> dict[str, Ways]:
    """For each node: by answer, where it leads; the ways without an answer together, in their order."""
    found: dict[str, Ways] = {}
    for flow in procedure.process.flows:
        there = found.setdefault(flow.source, {})
        answer, before = flow.answer or "", there.get(flow.answer or "", Way())
        said = "、".join(filter(None, (before.said, reference(side, str(flow.target)))))
        there[answer] = Way((*before.written, str(flow.target)), said)
    return found
