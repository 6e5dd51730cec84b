"""A value as a reader says it, seen from a file: a role by its name, an article by its number, a step by what it is."""

from dataclasses import dataclass
from typing import Any

from daoyin import citation
from daoyin.changes.label import KINDS, NOUNS
from daoyin.model import PARTS, Article, Catalogue, LawReference, Node, Procedure
from daoyin.model.place import PRACTICE_KINDS
from daoyin.model.word import Word

_REGISTERS = {
    **dict.fromkeys(("lane", "holder", "accountable", "consulted", "informed", "set_by", "by", "above"), "role"),
    **dict.fromkeys(("any_of", "jointly", "competent_authority", "lanes", "roles"), "role"),
    **dict.fromkeys(("inputs", "outputs", "documents", "document"), "document"),
    "Document.to": "role",
    "remedies": "remedy",
    "sources": "source",
    "term": "term",
    "place": "place",
    "who": "role",
    "replaced_by": "law",
}
"""Fields whose values are ids, and the lookup of the catalogue that names them."""

_REFERENCES = (
    *("from_", "until", "then", "limit", "step", "call", "related", "procedure", "order", "extends"),
    *("Question.limits", "Outcome.limits", "Outcome.to"),
)
"""Fields whose values name a node, a limit or a procedure."""

_VALUES = {
    "Law.status": citation.STATUS,
    "part": PARTS,
    "Practice.kind": PRACTICE_KINDS,
    "Role.kind": {"citizen": "群众", "body": "机关、单位"},
    "Duty.kind": {"must": "应当", "must-not": "不得"},
    "basis": {"law": "法律规定", "practice": "地方做法"},
    "blank": {"line": "一行", "box": "几行", "page": "一大块", "date": "日期", "signature": "签名和日期"},
    "join": {"all": "等全部完成"},
    "level": {"country": "国家", "province": "省", "city": "市", "county": "县", "town": "乡镇"},
}


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of the two states, as seen from a file: where its names are looked up."""

    catalogue: Catalogue
    place: str = ""
    part: str = ""
    procedure: Procedure | None = None


def title(side: Side, word: Word) -> str:
    """What a reader calls an entry: `期限“提出复查意见”`, `第35条“复查”`, or what tells it from its neighbours."""
    if isinstance(word, Article):
        return f"第{word.id}条{quoted(word.title)}"
    if isinstance(word, Node):
        return f"{KINDS[word.kind]}{quoted(word.name)}"
    for name in ("act", "ask", "name", "title", "duty", "what", "says", "term", "place"):
        if text := getattr(word, name, None):
            return f"{NOUNS.get(type(word), '')}{quoted(said(side, type(word), name, text))}"
    return f"{NOUNS.get(type(word), '')}{quoted(str(getattr(word, 'id', word)))}"


def quoted(text: str) -> str:
    """In quotation marks; those within become single."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def said(side: Side, word: type[Word], name: str, value: Any) -> str:
    """A single value as a reader says it: a role by its name, an article by its number, a step by what it is."""
    if isinstance(value, LawReference):
        return citation.short(side.catalogue, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Word):
        return title(side, value)
    text = str(value)
    if words := _VALUES.get(f"{word.__name__}.{name}") or _VALUES.get(name):
        return words.get(text, text)
    if name in _REFERENCES or f"{word.__name__}.{name}" in _REFERENCES:
        return reference(side, text)
    if (word.__name__, name) == ("Answer", "to"):
        asked = (one for words in side.catalogue.questionnaires for one in (*words.questions, *words.outcomes))
        return next((title(side, one) for one in asked if one.id == text), text)
    if name in ("practice", "practices"):
        named = (entry.name for place in side.catalogue.places for entry in place.practices if entry.id == text)
        return next(named, text)
    register = _REGISTERS.get(f"{word.__name__}.{name}") or _REGISTERS.get(name)
    entry = getattr(side.catalogue, register).get(text) if register else None
    return text if entry is None else str(getattr(entry, "name", None) or getattr(entry, "title", text))


def reference(side: Side, written: str) -> str:
    """`node`, `part/name:node`, `part/name:limit`, `procedure …`, `remedy …` -> what a reader calls it."""
    kind, _, rest = written.rpartition(" ")
    if kind == "remedy":
        remedy = side.catalogue.remedy.get(rest)
        return f"救济途径{quoted(remedy.name if remedy else rest)}"
    name, _, inner = rest.partition(":")
    if not (kind or inner or "/" in rest):
        node = side.procedure.process.node(rest) if side.procedure else None
        return quoted(node.name) if node else rest
    found = side.catalogue.resolve(side.place, side.part, name)
    if not found:
        return rest
    there = side.catalogue.procedure[found]
    limit = next((limit.act for limit in there.limits if limit.id == inner), "")
    node = there.process.node(inner)
    text = node.name if node else limit
    return f"事项{quoted(there.name)}" + (f"的{quoted(text)}" if text else "")
