"""Persons, and words that a citizen cannot read."""

from collections.abc import Iterator

from damage.document import OPTIONAL, Document, Mutant, kind, lawful
from damage.spots import (
    node_of,
    prose,
)
from daoyin.model import Node, Procedure


def _personal(what: str, said: str, doc: str) -> None:
    def damage(document: Document) -> Iterator[Mutant]:
        for item in prose(document):
            yield document.mutant(item, document.replaced(item.value, item.value.value + said), "person-data")

    damage.__name__, damage.__doc__ = what, doc
    kind(damage)


_personal("identity_number", "，110101199003070011", "An identity number in a text: person-data.")
_personal("mobile_number", "，电话138-0013-8000", "A mobile number in a text: person-data.")
_personal("person_named", "，找王局长", "A name with a title in a text: person-data.")
_personal("person_watched", "，列为重点人员", "The vocabulary of watching in a text: person-data.")


@kind
def long_sentence(document: Document) -> Iterator[Mutant]:
    """Sixty characters more in a sentence: long-sentence."""
    for item in prose(document):
        text = document.replaced(item.value, item.value.value.rstrip("。") + "，还有许多别的话要说" * 7)
        yield document.mutant(item, text, "long-sentence")


@kind
def familiar_address(document: Document) -> Iterator[Mutant]:
    """你 for 您: reader-address. People's own words (asks) are free and not damaged."""
    for item in prose(document):
        if "您" in item.value.value and "asks" not in item.at:
            yield document.mutant(
                item, document.replaced(item.value, item.value.value.replace("您", "你")), "reader-address"
            )


@kind
def officialese(document: Document) -> Iterator[Mutant]:
    """予以 in a text to the citizen: officialese."""
    for item in document.items:
        if item.word is Node and item.name == "citizen":
            yield document.mutant(item, document.replaced(item.value, "予以办理。" + item.value.value), "officialese")


@kind
def citizen_unsaid(document: Document) -> Iterator[Mutant]:
    """The plain words of a citizen's own task taken away: citizen-unsaid. Elsewhere they may be left out."""
    for item in document.items:
        if item.word is Node and item.name == "citizen":
            node = node_of(document, item)
            own = (
                document.loaded.catalogue.role[node.lane].kind == "citizen" and node.kind == "task" and lawful(document)
            )
            yield document.mutant(item, document.without(item), "citizen-unsaid", equivalent="" if own else OPTIONAL)


@kind
def asks_removed(document: Document) -> Iterator[Mutant]:
    """How people ask taken away from a procedure: asks-missing."""
    for item in document.items:
        if item.word is Procedure and item.name == "asks":
            yield document.mutant(item, document.without(item), "asks-missing")


@kind
def word_avoided(document: Document) -> Iterator[Mutant]:
    """访民 for 信访人: term-avoided. People's own words (asks) are free and not damaged."""
    for item in prose(document):
        if "asks" not in item.at:
            yield document.mutant(item, document.replaced(item.value, item.value.value + "，访民"), "term-avoided")
