"""A key that the model does not know: which was meant, or where it would stand."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic_core import ErrorDetails

from daoyin.finding import NOTHING, At, Message, did_you_mean, nearest
from daoyin.model.word import Word


def misspelt(errors: Iterable[ErrorDetails]) -> dict[At, At]:
    """Unknown keys -> the key, missing beside them, that was meant: one fault, not two."""
    loose: dict[At, list[At]] = {}
    missing: dict[At, list[At]] = {}
    for error in errors:
        at: At = tuple(error["loc"])
        if error["type"] == "extra_forbidden":
            loose.setdefault(at[:-1], []).append(at)
        elif error["type"] == "missing":
            missing.setdefault(at[:-1], []).append(at)
    found: dict[At, At] = {}
    for above, keys in loose.items():
        for at in keys:
            left = {str(key[-1]): key for key in missing.get(above, ()) if key not in found.values()}
            name = nearest(unicodedata.normalize("NFKC", str(at[-1])).lower(), left)
            if name is None and len(keys) == len(left) == 1 and not str(at[-1]).isascii():
                name = next(iter(left))  # said in Chinese
            if name is not None:
                found[at] = left[name]
    return found


def hint(word: type[Word], value: Any, at: At) -> Message:
    """The end of a message about an unknown key: where it belongs, or what may stand there."""
    known = _keys(word, at[:-1])
    return _elsewhere(word, value, at) or did_you_mean(str(at[-1]), known) or _known(known)


def _elsewhere(word: type[Word], value: Any, at: At) -> Message:
    """That a key belongs to a level above, where it is not said, or below a key of this one: it is indented wrongly."""
    key = at[-1]
    if any(key not in mapping and key in _keys(word, place) for place, mapping in _above(value, at[:-1])):
        return Message("；它属于上一层，请检查缩进", "; it belongs to the level above; check the indentation")
    inner = next((name for name in _keys(word, at[:-1]) if key in _keys(word, (*at[:-1], name))), None)
    return Message("；它要写在“{inner}”下面", "; it stands below “{inner}”", inner=inner) if inner else NOTHING


def _above(value: Any, at: At) -> Iterator[tuple[At, dict[str, Any]]]:
    """The mappings on the way to a place, and where they stand, as far as the value is written so."""
    for depth, step in enumerate(at):
        if isinstance(value, dict):
            yield at[:depth], value
            entries = list(value.values())
            value = entries[step] if isinstance(step, int) and step < len(entries) else value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]


def _known(keys: list[str]) -> Message:
    return Message("；这里可以写 {keys}", "; here may stand {keys}", keys="、".join(keys)) if keys else NOTHING


def _keys(word: type[Word], at: At) -> list[str]:
    """The keys that may stand at a place: what `word` and the words in it call their fields."""
    here: type[Word] | None = word
    for step in at:
        if isinstance(step, str) and here:
            field = next((f for name, f in here.model_fields.items() if step in (name, f.alias)), None)
            here = _word_in(field.annotation) if field else None
    return [field.alias or name for name, field in here.model_fields.items() if name != "id"] if here else []


def _word_in(annotation: Any) -> type[Word] | None:
    """The word inside `Limit | None`, `tuple[Node, ...]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    return next((found for part in get_args(annotation) if (found := _word_in(part))), None)
