"""What is not YAML, or not of the model's shape."""

from collections.abc import Iterator

import yaml

from damage.document import Document, Mutant, at, kind
from damage.spots import (
    entries,
    laws,
)
from daoyin.model import Node


@kind
def tab(document: Document) -> Iterator[Mutant]:
    """A tab for the indentation of a key: yaml-syntax. In a flow mapping it is only space between words."""
    for item in document.items:
        if item.key.start_mark.column and not item.flow:
            start = document.starts[item.key.start_mark.line]
            if document.text[start:].startswith(" "):
                text = document.text[:start] + "\t" + document.text[start:].lstrip(" ")
                yield document.mutant(item, text, "yaml-syntax")


@kind
def chinese_colon(document: Document) -> Iterator[Mutant]:
    """`：` for `: ` makes one word of key and value: yaml-syntax, or whatever the shape says of that word."""
    for item in document.items:
        if isinstance(item.value, yaml.ScalarNode) and not item.flow:
            end = document.offset(item.key.end_mark)
            if document.text[end : end + 2] == ": ":
                text = document.text[:end] + "：" + document.text[end + 2 :]
                yield document.mutant(item, text, "yaml-syntax", "wrong-type", "keyed", "missing-key", "law-reference")


@kind
def open_quote(document: Document) -> Iterator[Mutant]:
    """A quotation mark that nothing closes: yaml-syntax."""
    for item in document.items:
        if isinstance(item.value, yaml.ScalarNode) and not item.value.style and item.value.value and not item.flow:
            yield document.mutant(item, document.replaced(item.value, '"' + item.value.value), "yaml-syntax")


@kind
def repeated_key(document: Document) -> Iterator[Mutant]:
    """A line copied below itself: repeated-key."""
    for item in document.items:
        if isinstance(item.value, yaml.ScalarNode) and not item.flow and item.line == item.value.start_mark.line + 1:
            text = document.below(item, f"{document.written(item.key)}: {document.written(item.value)}")
            yield document.mutant(item, text, "repeated-key")


@kind
def misspelt_key(document: Document) -> Iterator[Mutant]:
    """A letter too many in a key of the model: unknown-key; overlay where a local file then does not say enough."""
    for item in document.items:
        if item.word:
            yield document.mutant(item, document.replaced(item.key, item.name + "x"), "unknown-key", *_local(document))


@kind
def no_content(document: Document) -> Iterator[Mutant]:
    """A key whose value was forgotten: empty."""
    for item in document.items:
        if isinstance(item.value, yaml.ScalarNode) and not item.flow:
            yield document.mutant(item, document.replaced(item.value, ""), "empty")


@kind
def required_key(document: Document) -> Iterator[Mutant]:
    """A required key taken away: missing-key (of a node's kind: node-kind; where the entry is then empty: empty).

    Where it was the first of a list's item, the others lose their dash with it: yaml-syntax. An overlay without
    `process` takes the whole of it over, and is equivalent.
    """
    for item in document.items:
        field = (
            next((f for n, f in item.word.model_fields.items() if item.name in (n, f.alias)), None)
            if item.word
            else None
        )
        kind_of_node = item.word is Node and item.name in ("start", "task", "gateway", "event", "end")
        if (field and field.is_required()) or kind_of_node:
            rules = ("missing-key", "node-kind", "empty", "wrong-type", "yaml-syntax")
            same = "an overlay takes over what it leaves out" if document.overlay and item.name == "process" else ""
            yield document.mutant(item, document.without(item), *rules, equivalent=same)


@kind
def wrong_enum(document: Document) -> Iterator[Mutant]:
    """A word that is none of the few that may stand: wrong-value."""
    for item in document.items:
        if item.name in ("basis", "status", "level", "kind", "part", "join", "intent") and item.word:
            yield document.mutant(item, document.replaced(item.value, "other"), "wrong-value")


@kind
def wrong_date(document: Document) -> Iterator[Mutant]:
    """A date that no calendar has: wrong-date."""
    for item in document.items:
        if item.name in ("checked", "issued", "in_force", "date") and item.word:
            yield document.mutant(item, document.replaced(item.value, "2026-02-30"), "wrong-date")


@kind
def chinese_period(document: Document) -> Iterator[Mutant]:
    """`60日` for `60 days`: period."""
    for item in document.items:
        timed = item.name in ("within", "by", "extend") and isinstance(item.value, yaml.ScalarNode) and item.word
        if timed and item.value.value.partition(" ")[0].isdigit():
            yield document.mutant(item, document.replaced(item.value, "60日"), "period")


@kind
def list_for_text(document: Document) -> Iterator[Mutant]:
    """A list where one value must stand (two lanes, two names): wrong-type."""
    for item in document.items:
        field = (
            next((f for n, f in item.word.model_fields.items() if item.name in (n, f.alias)), None)
            if item.word
            else None
        )
        text = str(field.annotation) if field else ""
        if isinstance(item.value, yaml.ScalarNode) and "str" in text and "tuple" not in text and "Literal" not in text:
            yield document.mutant(item, document.replaced(item.value, "[甲, 乙]"), "wrong-type")


@kind
def chinese_article(document: Document) -> Iterator[Mutant]:
    """`第三十四条` where a reference must stand: law-reference."""
    for item, node in laws(document):
        yield at(document.mutant(item, document.replaced(node, "第三十四条"), "law-reference"), node)


@kind
def capital_id(document: Document) -> Iterator[Mutant]:
    """An id in capitals: wrong-id; overlay where a local file then changes what is not there."""
    for item in entries(document):
        if item.name.isalpha() or "-" in item.name:
            yield document.mutant(
                item, document.replaced(item.key, item.name.upper() + "_1"), "wrong-id", *_local(document)
            )


def _local(document: Document) -> tuple[str, ...]:
    return ("overlay",) if document.overlay else ()
