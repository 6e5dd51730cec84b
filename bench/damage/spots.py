"""Where things stand in a file."""

from collections.abc import Iterator

import yaml

from damage.document import Document, Item, Mutant, names, scalars
from daoyin.check.graph import closure, onward
from daoyin.model import Node
from daoyin.model.place import Duty
from daoyin.model.procedure import Limit


def entries(document: Document) -> Iterator[Item]:
    """Every entry by its id."""
    for item in document.items:
        holder = item.at[-2] if len(item.at) > 1 else "nodes"
        named = holder in ("nodes", "limits", "bodies", "practices", "figures", "duties", "questions", "outcomes")
        if named and item.word is None and isinstance(item.value, yaml.MappingNode):
            yield item


def laws(document: Document) -> Iterator[tuple[Item, yaml.ScalarNode]]:
    """Every reference to law."""
    if document.kind == "laws":
        return
    for item in document.items:
        if (item.name in ("law", "consequence") and item.word) or (
            item.name == "duties" and document.kind == "comparisons"
        ):
            for node in scalars(item):
                yield item, node


def nodes(document: Document) -> list[Item]:
    """Every node's id, in order."""
    return [item for item in document.items if len(item.at) == 3 and item.at[:2] == ("process", "nodes")]


def node_of(document: Document, item: Item) -> Node:
    """The node in which an item stands."""
    assert document.procedure is not None, "only procedures have nodes"
    node = document.procedure.process.node(item.at[2])
    assert node is not None, "the catalogue was read from this file"
    return node


def line_of(document: Document, id: str) -> int:
    """The line of a node."""
    return next(item.line for item in nodes(document) if item.at[2] == id)


def lane(document: Document) -> Iterator[Item]:
    """The lane of every step, where it stands on a line of its own."""
    for item in document.items:
        if item.word is Node and item.name == "lane" and not item.flow:
            yield item


def answers(document: Document) -> Iterator[Item]:
    """Every answer of a gateway."""
    for item in document.items:
        if len(item.at) == 5 and item.at[:2] == ("process", "nodes") and item.at[3] == "next":
            yield item


def targets(document: Document) -> Iterator[tuple[Item, yaml.ScalarNode]]:
    """Every target of a flow, and of a missed limit."""
    for item in document.items:
        if (item.name == "next" and item.word is Node) or (item.name == "then" and item.word):
            for node in scalars(item):
                yield item, node
    for item in answers(document):
        yield item, item.value  # type: ignore[misc]


def limits(document: Document, key: str) -> list[Item]:
    """That key of every limit of a procedure."""
    return [item for item in document.items if item.word is Limit and item.name == key]


def covers(document: Document) -> Iterator[tuple[Item, yaml.ScalarNode]]:
    """Every key of the law that a duty covers."""
    for item in document.items:
        if item.word is Duty and item.name == "covers":
            for node in scalars(item):
                yield item, node


def relinked(document: Document, item: Item, to: str, *rules: str) -> Mutant:
    """A node that goes on elsewhere: its `next` changed, or added."""
    there = next((one for one in document.items if one.at == (*item.at, "next")), None)
    if there is not None:
        found = document.mutant(there, document.replaced(there.value, to), *rules)
    else:
        first = next(one for one in document.items if one.at[:3] == item.at and len(one.at) == 4)
        if first.flow:
            text = document.replaced(first.value, f"{document.written(first.value)}, next: {to}")
        else:
            text = document.below(first, f"next: {to}")
        found = document.mutant(first, text, *rules)
    return found


def lost(document: Document, node: Node, item: Item) -> list[str]:
    """The nodes that nothing reaches once that answer is gone."""
    assert document.procedure is not None, "only procedures have answers"
    process = document.procedure.process
    edges = onward(process)
    goal = str(next(branch.target for branch in node.next if branch.answer == item.name))
    edges = {**edges, node.id: [one for one in edges.get(node.id, []) if one != goal]}
    starts = [one.id for one in process.nodes if one.kind == "start" or one.anytime]
    reached = closure(edges, starts)
    return [one.id for one in process.nodes if one.id not in reached]


def values(value: yaml.Node) -> list[yaml.ScalarNode]:
    """A value, or the items of its list."""
    return list(value.value) if isinstance(value, yaml.SequenceNode) else [value]  # type: ignore[list-item]


def dated(document: Document, reference: str) -> bool:
    """Whether a reference is to a law in force of which we know since when."""
    law = document.loaded.catalogue.law.get(reference.split("#")[0])
    return bool(law and law.in_force and law.status == "in-force")


def prose(document: Document) -> Iterator[Item]:
    """Every text of a place, procedure or responsibility list."""
    if document.kind in ("places", "procedures", "duties"):
        for item in document.items:
            if names(item) == "text" and isinstance(item.value, yaml.ScalarNode) and not item.value.style:
                yield item
