"""Law that is not cited, not there or not in force."""

from collections.abc import Iterator

from damage.document import PRACTICE, Document, Mutant, at, kind, lawful
from damage.spots import (
    dated,
    laws,
    node_of,
)
from daoyin.model import DutyList, Law, Node, Place, Procedure
from daoyin.model.place import Duty
from daoyin.model.procedure import Limit


@kind
def article_removed(document: Document) -> Iterator[Mutant]:
    """`law` taken away from a procedure, limit, step or duty: law-missing (a duty's: missing-key).

    Equivalent on a plain end, in a local practice, and where the key is a courtesy (statements, roles, documents):
    the steps carry the law.
    """
    for item in document.items:
        if item.name != "law" or item.word not in (Procedure, Limit, Node, Duty):
            continue
        same = "" if item.word is Duty or lawful(document) else PRACTICE
        if item.word is Node and not same:
            node = node_of(document, item)
            if (
                node.kind == "end"
                and not node.outputs
                and document.procedure
                and not document.procedure.limits_on(node.id)
            ):
                same = "a plain end only says that it is over"
        lines = [one.line for one in document.items if one.word is Procedure and one.name == "basis"]
        found = document.mutant(item, document.without(item), "law-missing", "missing-key", equivalent=same)
        near = lines if item.word is Procedure else []
        yield Mutant(found.file, found.text, found.rules, (*found.lines, *near), found.shown, found.equivalent)


@kind
def sources_removed(document: Document) -> Iterator[Mutant]:
    """A local practice without its sources: law-missing. Equivalent in a procedure of law."""
    for item in document.items:
        if item.word is Procedure and item.name == "sources":
            basis = next(one.line for one in document.items if one.word is Procedure and one.name == "basis")
            same = "a procedure of law rests on its articles" if lawful(document) else ""
            found = document.mutant(item, document.without(item), "law-missing", equivalent=same)
            yield Mutant(found.file, found.text, found.rules, (*found.lines, basis), found.shown, found.equivalent)


def _citing(what: str, law: str) -> None:
    def damage(document: Document) -> Iterator[Mutant]:
        for item, node in laws(document):
            yield at(document.mutant(item, document.replaced(node, law), "law-not-in-force"), node)

    damage.__name__ = what
    damage.__doc__ = f"{law}, which is not in force, cited as live: law-not-in-force."
    kind(damage)


_citing("repealed_cited", "xftl-2005")
_citing("unverified_cited", "zjxf-2016")


@kind
def checked_too_early(document: Document) -> Iterator[Mutant]:
    """A file last checked before its law held: law-not-in-force at a citation. Equivalent without a dated one."""
    for item in document.items:
        if item.name == "checked" and item.word in (Procedure, Place, DutyList):
            bound = [node for _, node in laws(document) if dated(document, node.value)]
            same = "" if bound else "no law with a date is cited"
            found = document.mutant(
                item, document.replaced(item.value, "1999-01-01"), "law-not-in-force", equivalent=same
            )
            lines = tuple(node.start_mark.line + 1 for node in bound)
            yield Mutant(found.file, found.text, found.rules, lines, found.shown, found.equivalent)


@kind
def status_repealed(document: Document) -> Iterator[Mutant]:
    """A law in force made repealed, without a successor: law-status."""
    for item in document.items:
        if item.word is Law and item.name == "status" and item.value.value == "in-force":
            yield document.mutant(item, document.replaced(item.value, "repealed"), "law-status")


@kind
def successor_removed(document: Document) -> Iterator[Mutant]:
    """A repealed law that no longer names its successor: law-status."""
    for item in document.items:
        if item.word is Law and item.name == "replaced_by":
            status = next(one for one in document.items if one.name == "status" and one.word is Law)
            same = "" if status.value.value == "repealed" else "only a repealed law must name its successor"
            found = document.mutant(item, document.without(item), "law-status", equivalent=same)
            yield Mutant(found.file, found.text, found.rules, (*found.lines, status.line), found.shown, same)


@kind
def unit_that_is_not(document: Document) -> Iterator[Mutant]:
    """A paragraph that the article does not have, as key of a part or duty: law-part."""
    if document.kind == "laws":
        for item in document.items:
            if len(item.at) == 4 and item.at[2] in ("parts", "duties"):
                by = "99" if item.at[2] == "parts" else "99.1"
                yield document.mutant(item, document.replaced(item.key, f'"{by}"'), "law-part")
