"""Questions that lead astray: nowhere, round and round, or to a door that nobody names."""

import itertools
from collections.abc import Iterator

from damage.document import Document, Item, Mutant, kind
from daoyin.model import Answer, Outcome, Question


def _answers(document: Document, *keys: str) -> Iterator[Item]:
    """Those keys of every answer."""
    for item in document.items if document.kind == "questionnaires" else ():
        if item.word is Answer and item.name in keys:
            yield item


@kind
def answer_to_nowhere(document: Document) -> Iterator[Mutant]:
    """An answer that leads to what is not there: unknown-question."""
    for item in _answers(document, "to"):
        yield document.mutant(item, document.replaced(item.value, item.value.value + "-zz"), "unknown-question")


@kind
def answer_leads_back(document: Document) -> Iterator[Mutant]:
    """An answer that leads to its own question: question-loop."""
    for item in _answers(document, "to"):
        yield document.mutant(item, document.replaced(item.value, item.at[1]), "question-loop")


@kind
def answers_alike(document: Document) -> Iterator[Mutant]:
    """An answer in the words of the one above it: question-answers."""
    found = list(_answers(document, "says"))
    for first, item in itertools.pairwise(found):
        if first.at[1] == item.at[1]:
            text = document.replaced(item.value, document.written(first.value))
            yield document.mutant(item, text, "question-answers")


@kind
def answer_uncited(document: Document) -> Iterator[Mutant]:
    """An answer or an outcome without its law: door-uncited."""
    for item in document.items if document.kind == "questionnaires" else ():
        if item.name == "law" and item.word in (Answer, Outcome):
            yield document.mutant(item, document.without(item), "door-uncited")


@kind
def door_untold(document: Document) -> Iterator[Mutant]:
    """An outcome without where its button leads or what it says: door-missing. Equivalent where there is a number."""
    for item in document.items if document.kind == "questionnaires" else ():
        if item.name in ("do", "to") and item.word is Outcome:
            rings = any(key.value == "call" for key, _ in item.siblings)
            same = "who must ring has a number" if rings else ""
            yield document.mutant(item, document.without(item), "door-missing", equivalent=same)


@kind
def question_lost(document: Document) -> Iterator[Mutant]:
    """A question or outcome that no answer leads to: unreachable-question."""
    for item in document.items if document.kind == "questionnaires" else ():
        if item.word is None and item.at[:1] == ("outcomes",) and len(item.at) == 2:
            copy = document.text[document.offset(item.value.start_mark) :][: len(document.written(item.value))]
            start = document.starts[item.key.start_mark.line]
            text = document.text[:start] + f"  nobody-comes:\n    {copy}\n".replace("    name: ", "    name: 没人到的")
            yield Mutant(
                document.path, text + document.text[start:], ("unreachable-question",), (item.line,), item.name
            )


@kind
def question_ids_alike(document: Document) -> Iterator[Mutant]:
    """A question asked in the words of the one above: question-named."""
    found = [item for item in document.items if item.word is Question and item.name == "ask"]
    for first, item in itertools.pairwise(found):
        text = document.replaced(item.value, document.written(first.value))
        yield document.mutant(item, text, "question-named")
