"""A local file that says only what differs: what it names, what it rests on, what it takes from the public."""

import re
from collections.abc import Iterator

import yaml

from damage.document import Document, Item, Mutant, kind
from daoyin.model import Limit, Node


def _entries(document: Document) -> Iterator[Item]:
    """Every limit and node of an overlay, by its id."""
    for item in document.items if document.overlay else ():
        at = ("limits",) if len(item.at) == 2 else ("process", "nodes")
        if item.at[:-1] == at and item.word is None and isinstance(item.value, yaml.MappingNode):
            yield item


def _keys(document: Document, *keys: str) -> Iterator[Item]:
    """Those keys of every limit and node of an overlay."""
    for item in document.items if document.overlay else ():
        if item.name in keys and item.word in (Limit, Node):
            yield item


def _own(item: Item) -> set[str]:
    """The keys that stand beside an item."""
    return {key.value for key, _ in item.siblings}


@kind
def extends_nothing(document: Document) -> Iterator[Mutant]:
    """A procedure above that is not there: overlay."""
    for item in document.items if document.overlay else ():
        if item.at == ("extends",):
            yield document.mutant(item, document.replaced(item.value, item.value.value + "-zz"), "overlay")


@kind
def extends_unsaid(document: Document) -> Iterator[Mutant]:
    """`extends` taken away, so that the file must be whole: missing-key."""
    for item in document.items if document.overlay else ():
        if item.at == ("extends",):
            yield document.mutant(item, document.without(item), "missing-key")


@kind
def overlay_id_misspelt(document: Document) -> Iterator[Mutant]:
    """A letter too many in the id of what is changed or taken away: overlay.

    Equivalent for what is new, unless something names it: it may have any id.
    """
    for item in _entries(document):
        keys = {key.value for key, _ in item.value.value}
        new = "after" in keys or "holder" in keys
        named = len(re.findall(rf"(?<![\w-]){item.name}(?![\w-])", document.text)) > 1
        same = "what is new may have any id" if new and not named else ""
        text = document.replaced(item.key, item.name + "z")
        lines = (item.line, *(n for n, line in enumerate(document.text.split("\n"), 1) if item.name in line))
        yield Mutant(document.path, text, ("overlay", "unknown-node"), lines, item.name, same)


@kind
def after_nothing(document: Document) -> Iterator[Mutant]:
    """A new step behind what is not there: overlay."""
    for item in _keys(document, "after"):
        yield document.mutant(item, document.replaced(item.value, item.value.value + "-zz"), "overlay")


@kind
def after_unsaid(document: Document) -> Iterator[Mutant]:
    """A new step without its place in the story: overlay."""
    for item in _keys(document, "after"):
        yield document.mutant(item, document.without(item), "overlay")


@kind
def removed_and_changed(document: Document) -> Iterator[Mutant]:
    """What is taken away and changed at once: overlay."""
    for item in _keys(document, "remove"):
        yield document.mutant(item, document.below(item, "note: 照旧"), "overlay")


@kind
def remove_in_words(document: Document) -> Iterator[Mutant]:
    """`remove: 是`: overlay."""
    for item in _keys(document, "remove"):
        yield document.mutant(item, document.replaced(item.value, "是"), "overlay")


@kind
def needed_step_removed(document: Document) -> Iterator[Mutant]:
    """A step taken away from which a limit runs, by which one is kept, or which has several ways on: overlay."""
    if not document.overlay:
        return
    procedure = document.procedure
    assert procedure is not None, "an overlay is a procedure"
    base = document.loaded.catalogue.procedure[str(procedure.extends)]
    needed = {id for limit in procedure.limits for id in (limit.from_, *limit.until)}
    needed |= {node.id for node in base.process.nodes if len(node.next) > 1}
    written = {item.name for item in _entries(document)}
    last = [item for item in _entries(document) if item.at[0] == "process"][-1]
    for id in [node.id for node in base.process.nodes if node.id in needed - written]:
        text = document.below(last, f"{id}: {{remove: true, law: xfgztl-2022#34}}")
        end = last.value.end_mark.line + 1
        yield Mutant(document.path, text, ("overlay", "no-start"), (end, end + 1, last.line), id)


@kind
def local_basis_unsaid(document: Document) -> Iterator[Mutant]:
    """What differs, is new or is taken away, without its law: overlay-unfounded, overlay-looser; a new limit: too."""
    for item in _keys(document, "law"):
        if {"within", "after", "remove", "extend"} & _own(item):
            yield document.mutant(item, document.without(item), "overlay-unfounded", "overlay-looser")


@kind
def national_basis_for_local_limit(document: Document) -> Iterator[Mutant]:
    """A changed limit that rests on the article above, which says otherwise: overlay-unfounded, overlay-looser."""
    for item in _keys(document, "law"):
        if item.word is Limit and "holder" not in _own(item):
            text = document.replaced(item.value, "xfgztl-2022#34")
            yield document.mutant(item, text, "overlay-unfounded", "overlay-looser")


@kind
def local_limit_raised(document: Document) -> Iterator[Mutant]:
    """A local limit that is longer than the local law says: limit-differs; an extension: extension-differs."""
    for item in document.items if document.overlay else ():
        if item.name in ("within", "by") and item.word and isinstance(item.value, yaml.ScalarNode):
            count, _, unit = item.value.value.partition(" ")
            text = document.replaced(item.value, f"{int(count) + 90} {unit}")
            yield document.mutant(item, text, "limit-differs", "extension-differs")


@kind
def local_limit_unlawfully_long(document: Document) -> Iterator[Mutant]:
    """A local limit longer than the one above, on no law of its own: overlay-looser."""
    for item in _keys(document, "within"):
        law = next((one for one in document.items if one.at == (*item.at[:-1], "law")), None)
        if law and "holder" not in _own(item):
            text = document.without(law)
            start = document.offset(item.value.start_mark)
            text = text[:start] + "900 days" + text[start + len(document.written(item.value)) :]
            yield document.mutant(item, text, "overlay-looser")


@kind
def local_law_repealed(document: Document) -> Iterator[Mutant]:
    """The local law is repealed: law-not-in-force in the overlay."""
    yield from _law_becomes(document, "status: repealed\nreplaced_by: 另一部", "law-not-in-force")


@kind
def local_law_of_unknown_force(document: Document) -> Iterator[Mutant]:
    """The force of the local law is unknown: overlay-unverified in the overlay."""
    yield from _law_becomes(document, "status: unknown", "overlay-unverified")


def _law_becomes(document: Document, status: str, rule: str) -> Iterator[Mutant]:
    """The law on which an overlay rests, otherwise; each of its uses must be told."""
    id = document.path.rpartition("/")[2].removesuffix(".yaml")
    overlays = [one for one in document.loaded.catalogue.procedures if one.extends]
    for procedure in overlays if document.kind == "laws" else ():
        path = f"procedures/{procedure.id}.yaml"
        for limit in procedure.limits:
            for number, unit in enumerate(limit.law):
                if unit.law == id:
                    text = document.text.replace("status: in-force", status)
                    line = document.loaded.line(path, ("limits", limit.id, "law", number))
                    yield Mutant(document.path, text, (rule,), (line,), limit.id, elsewhere=path)
