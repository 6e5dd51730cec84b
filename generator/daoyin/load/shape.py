"""Values -> a word of the model, or findings that say in an editor's words which key is wrong and how."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from daoyin.finding import NOTHING, At, Message, did_you_mean, perhaps
from daoyin.load import keys, meant
from daoyin.load.tree import EMPTY
from daoyin.model.process import KINDS
from daoyin.model.word import Word

WordT = TypeVar("WordT", bound=Word)
Problem = tuple[At, str, Message]
"""Where, which rule, and the message."""


MOST = 200
"""Problems told of one entry: who has so many has pasted something else."""


def shape(word: type[WordT], value: Any) -> WordT | list[Problem]:
    """The value as that word, or every problem with it."""
    try:
        return word.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST]
    misspelt = keys.misspelt(errors)
    return [_problem(word, value, one, misspelt) for one in errors if tuple(one["loc"]) not in misspelt.values()]


def _problem(word: type[Word], value: Any, error: ErrorDetails, misspelt: dict[At, At]) -> Problem:
    at: At = tuple(error["loc"])
    kind, given = error["type"], error["input"]
    names = {"name": _name(at), "given": _short(given), "key": str(at[-1]) if at else ""}
    if kind == "missing":
        return at[:-1], "missing-key", Message("缺少“{key}”", "“{key}” is missing", **names)
    if kind == "extra_forbidden":
        hint = perhaps(str(misspelt[at][-1])) if at in misspelt else keys.hint(word, value, at)
        return at, "unknown-key", Message("不认识的键“{key}”{hint}", "unknown key “{key}”{hint}", hint=hint, **names)
    if names["key"] == "id" and kind == "string_pattern_mismatch":
        return at[:-1], "wrong-id", Message(*_ID, **names)
    if given is None:
        return at, "empty", Message(*EMPTY, **names)
    if kind in ("literal_error", "enum"):
        return at, "wrong-value", _not_one_of(error, names)
    if kind in _MODEL and (not at or isinstance(at[-1], int)):
        return at, "wrong-type", Message(*_MAPPING_HERE, **names)
    if kind in _MESSAGES:
        hint = meant.ids(str(given)) if kind == "string_pattern_mismatch" else NOTHING
        says = Message(*_MESSAGES[kind], **names)
        return at, "wrong-type", Message("{says}{hint}", "{says}{hint}", says=says, hint=hint)
    if kind.startswith("date"):
        return at, "wrong-date", Message(*_DATE, near=meant.day(str(given)), **names)
    if kind in _OWN:
        return at, kind, _own(kind, error["msg"], given, names)
    return at, "wrong-value", Message(*_OTHERWISE, **names)


def _own(kind: str, says: str, given: object, names: dict[str, str]) -> Message:
    """What the model itself says of a value, with the value as it is and what may have been meant."""
    if kind == "node-kind" and isinstance(given, dict):
        kinds = "、".join(key for key in KINDS if key in given) or Message("没有", "none")
        return Message(says + "（现在是：{kinds}）", _OWN[kind] + " (now: {kinds})", kinds=kinds)
    told, english = "“{name}”：" + says, "“{name}”: " + _OWN[kind]
    if isinstance(given, (dict, list)):
        return Message(told, english, **names)
    hint = _MEANT[kind](str(given)) if kind in _MEANT else NOTHING
    return Message(told + _NOW[0] + "{hint}", english + _NOW[1] + "{hint}", hint=hint, **names)


_MEANT = {"period": meant.period, "law-reference": meant.law}


def _not_one_of(error: ErrorDetails, names: dict[str, str]) -> Message:
    expected = [one.strip("'") for one in str(error.get("ctx", {})["expected"]).replace(" or ", ", ").split(", ")]
    return Message(
        "“{given}”不能用在“{name}”；应当是 {expected} 之一{near}",
        "“{given}” cannot stand at “{name}”; it must be one of {expected}{near}",
        expected="、".join(expected),
        near=did_you_mean(str(error["input"]), expected),
        **names,
    )


_MODEL = ("model_type", "model_attributes_type")
_ID = (
    "“{given}”应当由小写英文字母、数字和连字符组成，如 hearing-record",
    "“{given}” must be small letters, digits and hyphens, such as hearing-record",
)
_MAPPING_HERE = (
    "这里应当是“键: 值”的列表（现在是“{given}”）；要是属于上一项，请检查缩进",
    "a list of “key: value” must stand here (now: “{given}”); if it belongs to the entry above, check the indentation",
)
_DATE = (
    "“{given}”不是日期；应写成 2026-11-01 的样子{near}",
    "“{given}” is no date; write it like 2026-11-01{near}",
)
_NOW = ("（现在是“{given}”）", " (now: “{given}”)")
_OTHERWISE = ("“{name}”不能是“{given}”", "“{name}” cannot be “{given}”")
_TEXT = ("“{name}”应当是一段文字（现在是“{given}”）", "“{name}” must be a text (now: “{given}”)")
_BOOLEAN = ("“{name}”应当是 true 或 false（现在是“{given}”）", "“{name}” must be true or false (now: “{given}”)")
_WHOLE = ("“{name}”应当是整数（现在是“{given}”）", "“{name}” must be a whole number (now: “{given}”)")
_NUMBER = ("“{name}”应当是数字（现在是“{given}”）", "“{name}” must be a number (now: “{given}”)")
_MAPPING = (
    "“{name}”应当是“键: 值”的列表（现在是“{given}”）",
    "“{name}” must be a list of “key: value” (now: “{given}”)",
)
_MESSAGES = {
    "string_type": _TEXT,
    "too_short": ("“{name}”至少要有一项", "“{name}” must have at least one item"),
    "greater_than_equal": ("“{name}”不能小于 0（现在是“{given}”）", "“{name}” must not be below 0 (now: “{given}”)"),
    "string_too_short": ("“{name}”不能为空", "“{name}” must not be empty"),
    "string_pattern_mismatch": (
        "“{name}”要写登记的名字，由小写英文字母、数字和连字符组成（现在是“{given}”）",
        "“{name}” must be an id of small letters, digits and hyphens (now: “{given}”)",
    ),
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "tuple_type": (
        "“{name}”应当是列表，每项前面加“- ”（现在是“{given}”）",
        "“{name}” must be a list, each item after “- ” (now: “{given}”)",
    ),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
}
_OWN = {
    "period": "a period must be “number unit”, unit one of days, workdays, months, hours, years, such as 60 days",
    "law-reference": "law must be cited as “law#article.paragraph.item”, such as xfgztl-2022#31.1.6",
    "target": "must be a node, “procedure part/name:node” or “remedy id”, such as procedure handling/review:request",
    "keyed": "one entry a line, as “name: content”, the name in small letters",
    "file-size": "a process has too many nodes; split it into several procedures",
    "node-kind": "a node must have exactly one of start, task, gateway, event, end",
}
"""The English of the model's own errors, which speak Chinese themselves."""


def _name(at: At) -> str:
    """The last key that an editor wrote: numbers count lists."""
    return next((step for step in reversed(at) if isinstance(step, str)), "内容")


def _short(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "键: 值" if isinstance(value, dict) else "- …"
    text = str(value)
    return text if len(text) <= 30 else text[:29] + "…"
