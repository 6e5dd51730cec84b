"""Every value of a kind in the catalogue, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args
from weakref import ReferenceType, ref

from daoyin.finding import At
from daoyin.model import Branch, Catalogue, Compared, Law, LawReference, Place, Procedure, Questionnaire
from daoyin.model.procedure import PARTS
from daoyin.model.word import Names, Word


@dataclass(frozen=True, slots=True)
class Mention:
    """One value and where it stands. `place` and `part` say from where a procedure's name is resolved."""

    path: str
    at: At
    value: Any
    place: str
    part: str


ByKind = dict[str, list[Mention]]


def file(word: Law | Place | Procedure | Questionnaire) -> str:
    """The file of a law, place, procedure or questionnaire, as findings name it."""
    if isinstance(word, (Law, Questionnaire)):
        return f"procedures/{'laws' if isinstance(word, Law) else 'questionnaires'}/{word.id}.yaml"
    return f"procedures/{word.id}/index.yaml" if isinstance(word, Place) else f"procedures/{word.id}.yaml"


@lru_cache(maxsize=64)
def mentions(catalogue: Catalogue, kind: str) -> tuple[Mention, ...]:
    """All texts that name a `kind` (see `model.word.Names`), or with `law` all references to law."""
    return tuple(mention for found in _all(catalogue) for mention in found.get(kind, ()))


def texts(catalogue: Catalogue) -> tuple[Mention, ...]:
    """All texts that a reader sees."""
    return mentions(catalogue, "text")


@lru_cache(maxsize=2)
def _all(catalogue: Catalogue) -> tuple[ByKind, ...]:
    return tuple(_walk(catalogue))


def _walk(catalogue: Catalogue) -> Iterator[ByKind]:
    for law in catalogue.laws:
        yield _in(law, file(law), (), "", "")
    for register in ("sources", "roles", "documents", "remedies", "glossary", "comparisons", "roads"):
        for entry in getattr(catalogue, register):
            yield _in(entry, f"procedures/{register}.yaml", (entry.id,), "", "")
    for words in catalogue.questionnaires:
        yield _in(words, file(words), (), words.place or catalogue.country, "")
    for place in catalogue.places:
        yield _in(place, file(place), (), place.id, "")
    for id, duties in catalogue.duties:
        for duty in duties:
            yield _in(duty, f"procedures/{id}/duties.yaml", ("duties", duty.id), id, duty.part)
    for procedure in catalogue.procedures:
        yield _in(procedure, file(procedure), (), procedure.place, procedure.part)


_walked: dict[int, tuple[ReferenceType[Word], str, ByKind]] = {}
"""What was found in a word, as long as that word lives: a catalogue that differs in one file is walked in it alone."""


def _in(word: Word, path: str, at: At, place: str, part: str) -> ByKind:
    key = id(word)
    known = _walked.get(key)
    if known and known[0]() is word and known[1] == path:
        return known[2]
    found: ByKind = {}
    for mention, kind in _within(word, path, at, place, part):
        found.setdefault(kind, []).append(mention)
    _walked[key] = (ref(word, lambda _: _walked.pop(key, None)), path, found)
    return found


def _within(word: Word, path: str, at: At, place: str, part: str) -> Iterator[tuple[Mention, str]]:
    place = word.place if isinstance(word, Compared) else place
    for name, key, names in _fields(type(word)):
        value = getattr(word, name)
        if value is None or value == ():
            continue
        here = part or str(getattr(word, "part", "")) if not isinstance(word, Procedure) else part
        for step, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            where: At = (*at, key) if step is None else (*at, key, getattr(item, "id", step))
            if isinstance(item, Branch):
                goal: At = (*at, key, item.answer) if item.answer else (*at, key)
                yield (
                    Mention(path, goal, str(item.target), place, here),
                    "node" if item.target.kind == "node" else "target",
                )
            elif isinstance(item, Word):
                yield from _within(item, path, where, place, here if here in PARTS else part)
            elif isinstance(item, LawReference):
                yield Mention(path, where, item, place, here), "law"
            elif isinstance(item, str):
                yield Mention(path, where, item, place, here), names or "text"


@cache
def _fields(word: type[Word]) -> tuple[tuple[str, str, str], ...]:
    """Name, key in YAML, and what the field's texts name, for each field of a word."""
    return tuple(
        (name, field.alias or name, _named(field.annotation, field.metadata))
        for name, field in word.model_fields.items()
        if name not in ("id", "markdown")
    )


def _named(annotation: Any, metadata: list[Any]) -> str:
    marked = [mark.kind for mark in metadata if isinstance(mark, Names)]
    marked += [mark.kind for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Names)]
    return marked[0] if marked else next((found for part in get_args(annotation) if (found := _named(part, []))), "")
