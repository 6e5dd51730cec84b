"""What is named and does not exist, or stands in a register for nothing."""

import itertools
from collections.abc import Iterator

import yaml

from damage.document import Document, Mutant, at, kind, named, scalars
from damage.spots import (
    laws,
    targets,
)
from daoyin.model.register import REGISTERS


def _unknown(what: str, rule: str, *kinds: str) -> None:
    def damage(document: Document) -> Iterator[Mutant]:
        for item, node in named(document, *kinds):
            yield at(document.mutant(item, document.replaced(node, node.value + "-zz"), rule), node)

    damage.__name__, damage.__doc__ = f"unknown_{what}", f"A name that nothing has, for a {what}: {rule}."
    kind(damage)


for what in ("role", "document", "source", "remedy", "term", "practice", "procedure", "step", "limit", "place"):
    _unknown(what, "unknown-procedure" if what in ("step", "limit") else f"unknown-{what}", what)


@kind
def unknown_event(document: Document) -> Iterator[Mutant]:
    """A node that is not there, in `from` and `until`: unknown-node, in another procedure unknown-procedure."""
    for item, node in named(document, "node", "event"):
        rule = "unknown-procedure" if ":" in node.value else "unknown-node"
        yield at(document.mutant(item, document.replaced(node, node.value + "-zz"), rule), node)


@kind
def answered_nowhere(document: Document) -> Iterator[Mutant]:
    """A question that leads to a page that is not there: phrase-nowhere."""
    for item in document.items if document.kind == "asked" else ():
        for node in scalars(item):
            yield at(document.mutant(item, document.replaced(node, node.value + "-zz"), "phrase-nowhere"), node)


@kind
def asked_again(document: Document) -> Iterator[Mutant]:
    """A question put a second time with a space in it: asked-twice."""
    for item in document.items if document.kind == "asked" else ():
        if len(item.name) > 2 and not item.key.style and isinstance(item.value, yaml.ScalarNode):
            again = f"{item.name[:2].strip()} {item.name[2:].strip()}"
            if again != item.name:
                text = document.below(item, f"{again} : {document.written(item.value)}")
                yield document.mutant(item, text, "asked-twice")


@kind
def flow_to_nowhere(document: Document) -> Iterator[Mutant]:
    """A flow to what does not exist: unknown-node, unknown-procedure, unknown-remedy."""
    for item, node in targets(document):
        rule = {"procedure": "unknown-procedure", "remedy": "unknown-remedy"}.get(
            node.value.split(" ")[0], "unknown-node"
        )
        yield at(document.mutant(item, document.replaced(node, node.value + "-zz"), rule), node)


@kind
def flow_in_chinese(document: Document) -> Iterator[Mutant]:
    """A flow to a node's name in place of its id: target; of a missed limit: unknown-procedure."""
    for item, node in targets(document):
        yield at(document.mutant(item, document.replaced(node, "下一步"), "target", "unknown-procedure"), node)


@kind
def unknown_article(document: Document) -> Iterator[Mutant]:
    """An article that the law does not have: unknown-law."""
    for item, node in laws(document):
        text = document.replaced(node, node.value.split("#")[0] + "#999")
        yield at(document.mutant(item, text, "unknown-law"), node)


@kind
def unknown_instrument(document: Document) -> Iterator[Mutant]:
    """A law that we do not hold: unknown-law."""
    for item, node in laws(document):
        yield at(document.mutant(item, document.replaced(node, "xx-" + node.value), "unknown-law"), node)


@kind
def unused_register_entry(document: Document) -> Iterator[Mutant]:
    """An entry that nobody uses, in a register: unused-entry. Terms and synonyms are for readers directly."""
    says = {
        "roles": "{name: 没有人, says: 没有人用到。}",
        "sources": "{title: 没有人引用, publisher: 无, date: 2026-01-01}",
        "documents": "{name: 没有人用的文书, says: 没有人用到。, by: petitioner}",
        "remedies": "{name: 没有人走的路, says: 没有人走。, counts_from: 无, body: 无, law: xfgztl-2022}",
    }
    if document.kind in says:
        text = document.text.rstrip() + f"\n\nnobody-at-all: {says[document.kind]}\n"
        yield Mutant(document.path, text, ("unused-entry",), (text.count("\n"),))


@kind
def same_name(document: Document) -> Iterator[Mutant]:
    """The name of the entry above, in a register: repeated-name. Sources and comparisons may share titles."""
    if document.kind in ("roles", "documents", "glossary", "remedies"):
        found = [item for item in document.items if item.name == "name" and item.word is REGISTERS[document.kind]]
        for first, item in itertools.pairwise(found):
            text = document.replaced(item.value, document.written(first.value))
            yield document.mutant(item, text, "repeated-name")
