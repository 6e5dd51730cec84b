"""Processes that do not run."""

from collections.abc import Iterator

import yaml

from damage.document import Document, Mutant, at, kind
from damage.spots import (
    answers,
    line_of,
    lost,
    node_of,
    nodes,
    relinked,
    targets,
)
from daoyin.check.graph import closure, onward
from daoyin.model import Node, Process


@kind
def dropped_branch(document: Document) -> Iterator[Mutant]:
    """An answer taken away: gateway-branches where one is left, unreachable-node or dead-end where it was the only way.

    Equivalent where two answers are left and all nodes are reached: no machine knows which answers a question has.
    """
    for item in answers(document):
        node = node_of(document, item)
        left = [branch for branch in node.next if branch.answer != item.name]
        unreached = lost(document, node, item)
        rules = ("gateway-branches",) if len(left) < 2 else ("unreachable-node", "way-on-unsaid")
        lines = [line_of(document, id) for id in unreached]
        same = "" if len(left) < 2 or unreached else "two answers are left, and all nodes are reached"
        found = document.mutant(item, document.without(item), *rules, equivalent=same)
        yield Mutant(found.file, found.text, found.rules, (*found.lines, *lines), found.shown, found.equivalent)


@kind
def same_goal(document: Document) -> Iterator[Mutant]:
    """Two answers that lead to one place: gateway-branches."""
    for item in answers(document):
        other = next((value for key, value in item.siblings if key.value != item.name), None)
        if other is not None:
            yield document.mutant(item, document.replaced(item.value, document.written(other)), "gateway-branches")


@kind
def blank_answer(document: Document) -> Iterator[Mutant]:
    """An answer that differs from another in a space alone: gateway-branches."""
    for item in answers(document):
        other = next((key for key, _ in item.siblings if key.value != item.name), None)
        if other is not None:
            text = document.replaced(item.key, '"' + other.value[:1] + " " + other.value[1:] + '"')
            yield document.mutant(item, text, "gateway-branches", "repeated-key")


@kind
def loop_without_exit(document: Document) -> Iterator[Mutant]:
    """A step that leads to itself alone: dead-end (or join-missing, join-waits in a parallel branch)."""
    for item in nodes(document):
        node = node_of(document, item)
        if node.kind in ("task", "event", "start") and not (node.anytime and not node.next):
            yield relinked(document, item, node.id, "dead-end", "join-missing", "join-waits")


@kind
def end_goes_on(document: Document) -> Iterator[Mutant]:
    """Something after an end: end-goes-on."""
    for item in nodes(document):
        node = node_of(document, item)
        if node.kind == "end":
            yield relinked(document, item, node.id, "end-goes-on")


@kind
def task_branches(document: Document) -> Iterator[Mutant]:
    """A task that branches: gateway-branches."""
    for item in nodes(document):
        node = node_of(document, item)
        if node.kind == "task" and document.procedure:
            first = document.procedure.process.nodes[0].id
            yield relinked(document, item, f"{{是: {first}, 不是: {node.id}}}", "gateway-branches")


@kind
def orphan(document: Document) -> Iterator[Mutant]:
    """A step to which nothing leads, after the last end: unreachable-node (and dead-end, for it leads nowhere)."""
    if document.procedure:
        last = nodes(document)[-1]
        if node_of(document, last).kind == "end" or node_of(document, last).next or node_of(document, last).anytime:
            column = " " * last.key.start_mark.column
            extra = f"{column}orphan-step: {{task: 多出来的一步, lane: {node_of(document, last).lane}}}"
            text = document.text.rstrip() + "\n" + extra + "\n"
            yield Mutant(document.path, text, ("unreachable-node",), (text.count("\n"),))


@kind
def no_start(document: Document) -> Iterator[Mutant]:
    """The only start made a task: no-start; one of several: unreachable-node, unless another way leads there."""
    for item in document.items:
        if item.word is Node and item.name == "start" and document.procedure:
            process = document.procedure.process
            starts = [node.id for node in process.nodes if node.kind == "start" or node.anytime]
            id = item.at[-2]
            reached = closure(onward(process), [other for other in starts if other != id])
            alone = len([node for node in process.nodes if node.kind == "start"]) == 1
            same = "" if alone or id not in reached else "another start leads to it"
            text = document.replaced(item.key, "task")
            rule = "no-start" if alone else "unreachable-node"
            lines = next(i.line for i in document.items if i.name == "nodes" and i.word is Process)
            found = document.mutant(item, text, rule, equivalent=same)
            yield Mutant(found.file, found.text, found.rules, (*found.lines, lines), found.shown, found.equivalent)


@kind
def fork_without_join(document: Document) -> Iterator[Mutant]:
    """`join: all` taken away: gateway-branches, join-missing."""
    for item in document.items:
        if item.word is Node and item.name == "join":
            yield document.mutant(item, document.without(item), "gateway-branches", "join-missing")


@kind
def join_without_fork(document: Document) -> Iterator[Mutant]:
    """A gateway that branches by answer made to wait for all: join-waits."""
    for item in nodes(document):
        node = node_of(document, item)
        if node.kind == "gateway" and not node.join and not node.parallel:
            head = next(one for one in document.items if one.at == (*item.at, "gateway"))
            yield document.mutant(head, document.below(head, "join: all"), "join-waits")


@kind
def jump_into_the_middle(document: Document) -> Iterator[Mutant]:
    """A hand-over to a task or gateway of another procedure: handover-arrives."""
    for item, node in targets(document):
        kind_, _, rest = node.value.partition(" ")
        procedure = document.procedure
        if kind_ != "procedure" or not procedure:
            continue
        found = document.loaded.catalogue.resolve(procedure.place, procedure.part, rest.partition(":")[0])
        there = document.loaded.catalogue.procedure[found or ""].process.nodes
        inner = next((one.id for one in there if one.kind in ("task", "gateway")), None)
        if inner:
            text = document.replaced(node, f"procedure {rest.partition(':')[0]}:{inner}")
            yield at(document.mutant(item, text, "handover-arrives"), node)


@kind
def round_trip(document: Document) -> Iterator[Mutant]:
    """A procedure whose every way out leads back to its own start: no-way-out, at one of these ways."""
    procedure = document.procedure
    if not procedure or not all(
        n.next or n.kind == "end" for n in procedure.process.nodes if n is procedure.process.nodes[-1]
    ):
        return
    first = procedure.process.nodes[0].id
    name = f"procedure {procedure.part}/{procedure.id.rpartition('/')[2]}:{first}"
    if procedure.process.nodes[0].kind != "start":
        return
    edits: list[tuple[int, int, str]] = []
    for item in document.items:
        if item.word is Node and item.name == "end":
            edits.append((document.offset(item.key.start_mark), 3, "task"))
            column = " " * item.key.start_mark.column
            end = document.offset(item.value.end_mark)
            edits.append((end, 0, f"\n{column}next: {name}" if not item.flow else f", next: {name}"))
    for item, node in targets(document):
        if " " in node.value and "nodes" in item.at:
            edits.append((document.offset(node.start_mark), len(document.written(node)), name))
    text = document.text
    for start, length, by in sorted(edits, reverse=True):
        text = text[:start] + by + text[start + length :]
    lines = [number for number, line in enumerate(text.split("\n"), 1) if name in line]
    if edits and not any(node.anytime and not node.next for node in procedure.process.nodes):
        yield Mutant(document.path, text, ("no-way-out",), tuple(lines))


@kind
def unused_lane(document: Document) -> Iterator[Mutant]:
    """A lane in which nothing happens: unused-lane."""
    for item in document.items:
        if item.word is Process and item.name == "lanes" and isinstance(item.value, yaml.SequenceNode):
            text = document.replaced(item.value.value[-1], document.written(item.value.value[-1]) + ", party-school")
            yield document.mutant(item, text, "unused-lane")
