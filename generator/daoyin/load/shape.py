"""Values -> a word of the model, or findings that say in an editor's words which key is wrong and how."""

from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from daoyin.finding import At, did_you_mean
from daoyin.model.word import Word

WordT = TypeVar("WordT", bound=Word)
Problem = tuple[At, str, str]
"""Where, which rule, and the message."""


def shape(word: type[WordT], value: Any) -> WordT | list[Problem]:
    """The value as that word, or every problem with it."""
    try:
        return word.model_validate(value)
    except ValidationError as error:
        return [_problem(word, details) for details in error.errors(include_url=False)]


def _problem(word: type[Word], error: ErrorDetails) -> Problem:
    at: At = tuple(error["loc"])
    key = str(at[-1]) if at else ""
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    if kind == "missing":
        return at[:-1], "missing-key", f"缺少“{key}”"
    if kind == "extra_forbidden":
        near = did_you_mean(key, _keys(word, at[:-1]))
        return at, "unknown-key", f"不认识的键“{key}”{near or _known(word, at[:-1])}"
    if key == "id" and kind == "string_pattern_mismatch":
        return at[:-1], "wrong-id", f"“{given}”应当由小写英文字母、数字和连字符组成，如 hearing-record"
    if given is None:
        return at, "empty", f"“{_name(at)}”后面没有内容；请填写，或删去这一行"
    if kind in ("literal_error", "enum"):
        expected = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        near = did_you_mean(str(given), expected)
        return at, "wrong-value", f"“{given}”不能用在“{_name(at)}”；应当是 {'、'.join(expected)} 之一{near}"
    if kind in ("model_type", "model_attributes_type") and isinstance(at[-1], int):
        return at, "wrong-type", f"这里应当是“键: 值”的列表（现在是“{_short(given)}”）"
    message = _MESSAGES.get(kind)
    if message:
        return at, "wrong-type", message.format(name=_name(at), given=_short(given))
    if kind.startswith("date"):
        return at, "wrong-date", f"“{_short(given)}”不是日期；应写成 2026-11-01"
    shown = "" if isinstance(given, dict) else f"（现在是“{_short(given)}”）"
    return at, kind.replace("_", "-"), f"“{_name(at)}”：{error['msg']}{shown}"


_MESSAGES = {
    "string_type": "“{name}”应当是一段文字（现在是“{given}”）",
    "string_too_short": "“{name}”不能为空",
    "bool_type": "“{name}”应当是 true 或 false（现在是“{given}”）",
    "bool_parsing": "“{name}”应当是 true 或 false（现在是“{given}”）",
    "int_type": "“{name}”应当是整数（现在是“{given}”）",
    "int_parsing": "“{name}”应当是整数（现在是“{given}”）",
    "tuple_type": "“{name}”应当是列表，每项前面加“- ”（现在是“{given}”）",
    "model_type": "“{name}”应当是“键: 值”的列表（现在是“{given}”）",
    "model_attributes_type": "“{name}”应当是“键: 值”的列表（现在是“{given}”）",
    "dict_type": "“{name}”应当是“键: 值”的列表（现在是“{given}”）",
    "string_pattern_mismatch": "“{name}”的写法不对（现在是“{given}”）",
}


def _name(at: At) -> str:
    """The last key that an editor wrote: numbers count lists."""
    return next((step for step in reversed(at) if isinstance(step, str)), "内容")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 30 else text[:29] + "…"


def _keys(word: type[Word], at: At) -> list[str]:
    """The keys that may stand at a place: what `word` and the words in it call their fields."""
    here: type[Word] | None = word
    for step in at:
        if isinstance(step, str) and here:
            field = next((f for name, f in here.model_fields.items() if step in (name, f.alias)), None)
            here = _word_in(field.annotation) if field else None
    return [field.alias or name for name, field in here.model_fields.items() if name != "id"] if here else []


def _known(word: type[Word], at: At) -> str:
    keys = _keys(word, at)
    return f"；这里可以写 {'、'.join(keys)}" if keys else ""


def _word_in(annotation: Any) -> type[Word] | None:
    """The word inside `Limit | None`, `tuple[Node, ...]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    return next((found for part in get_args(annotation) if (found := _word_in(part))), None)
