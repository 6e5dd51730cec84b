"""Duties and roles that nobody, or more than one, answers for."""

import itertools
from collections.abc import Iterator

import yaml

from damage.document import PRACTICE, Document, Mutant, at, kind, lawful
from damage.spots import (
    covers,
    lane,
    values,
)
from daoyin.model import Procedure
from daoyin.model.place import Duty
from daoyin.model.register import Role


@kind
def lead_removed(document: Document) -> Iterator[Mutant]:
    """Nobody leads: lead-missing. Equivalent in a local practice."""
    for item in document.items:
        if item.word is Procedure and item.name == "competent_authority":
            same = "" if lawful(document) else PRACTICE
            yield document.mutant(item, document.without(item), "lead-missing", equivalent=same)


@kind
def citizen_leads(document: Document) -> Iterator[Mutant]:
    """The citizen as competent authority: lead-missing."""
    for item in document.items:
        if item.word is Procedure and item.name == "competent_authority":
            yield document.mutant(item, document.replaced(item.value, "petitioner"), "lead-missing")


@kind
def two_accountable(document: Document) -> Iterator[Mutant]:
    """Two accountable roles for one step: wrong-type, for there is room for one."""
    for item in lane(document):
        yield document.mutant(item, document.below(item, "accountable: [leaders, staff]"), "wrong-type", "repeated-key")


@kind
def two_parts(document: Document) -> Iterator[Mutant]:
    """Who acts is also to be informed: task-roles."""
    for item in lane(document):
        if not any(key.value == "informed" for key, _ in item.siblings):
            yield document.mutant(item, document.below(item, f"informed: [{item.value.value}]"), "task-roles")


@kind
def accountable_twice(document: Document) -> Iterator[Mutant]:
    """Who acts named as accountable once more: task-roles."""
    for item in lane(document):
        if not any(key.value == "accountable" for key, _ in item.siblings):
            yield document.mutant(item, document.below(item, f"accountable: {item.value.value}"), "task-roles")


@kind
def two_leads(document: Document) -> Iterator[Mutant]:
    """A role of another body of the place given to a body too: two-leads. Equivalent with one body."""
    found = [item for item in document.items if item.name == "roles" and item.at[:1] == ("bodies",)]
    for first, item in itertools.pairwise(found):
        yield document.mutant(item, document.replaced(item.value, document.written(first.value)), "two-leads")


@kind
def composed_without_law(document: Document) -> Iterator[Mutant]:
    """A composite role that rests on nothing: role-composed."""
    for item in document.items:
        composed = any(key.value in ("any_of", "jointly") for key, _ in item.siblings)
        if item.word is Role and item.name == "law" and composed:
            yield document.mutant(item, document.without(item), "role-composed")


@kind
def composed_of_one(document: Document) -> Iterator[Mutant]:
    """A composite role with one member: role-composed."""
    for item in document.items:
        if item.word is Role and item.name in ("any_of", "jointly") and isinstance(item.value, yaml.SequenceNode):
            text = document.replaced(item.value, f"[{item.value.value[0].value}]")
            yield document.mutant(item, text, "role-composed")


@kind
def duty_without_tie(document: Document) -> Iterator[Mutant]:
    """The step, document or reason of a duty taken away: duty-untied. Equivalent where another of them is left."""
    for item in document.items:
        if item.word is Duty and item.name in ("step", "document", "not_applicable"):
            others = {key.value for key, _ in item.siblings} & {"step", "document", "not_applicable"} - {item.name}
            same = "another tie is left" if others else ""
            yield document.mutant(item, document.without(item), "duty-untied", equivalent=same)


@kind
def duty_without_consequence(document: Document) -> Iterator[Mutant]:
    """The consequence of a duty taken away: duty-untied. Equivalent where both are given."""
    for item in document.items:
        if item.word is Duty and item.name in ("consequence", "no_consequence"):
            others = {key.value for key, _ in item.siblings} & {"consequence", "no_consequence"} - {item.name}
            yield document.mutant(
                item, document.without(item), "duty-untied", equivalent="both are given" if others else ""
            )


@kind
def duty_disowned(document: Document) -> Iterator[Mutant]:
    """A must that no line covers any more: duty-uncovered, in the law's file."""
    for item, node in covers(document):
        article, _, key = node.value.partition(".")
        law = next(node.value.split("#")[0] for k, v in item.siblings if k.value == "law" for node in values(v))
        path = f"procedures/laws/{law}.yaml"
        line = document.loaded.line(path, ("articles", article, "duties", key))
        text = document.replaced(node, '"0.0.0"')
        yield Mutant(document.path, text, ("duty-uncovered",), (line,), ".".join(item.at), elsewhere=path)


@kind
def duty_unknown(document: Document) -> Iterator[Mutant]:
    """A must that the article does not hold: duty-unknown."""
    for item, node in covers(document):
        yield at(document.mutant(item, document.replaced(node, '"99.1.1"'), "duty-unknown"), node)
