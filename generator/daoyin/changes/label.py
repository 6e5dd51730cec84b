"""How a change names what changed: a word for every field of the model, and for every kind of entry."""

from dataclasses import dataclass
from typing import Any

from daoyin import citation
from daoyin.model import (
    PARTS,
    Article,
    Body,
    Catalogue,
    Comparison,
    Document,
    Duty,
    Figure,
    Law,
    LawReference,
    Limit,
    Node,
    Place,
    Practice,
    Procedure,
    Remedy,
    Role,
    Source,
    Synonym,
    Term,
)
from daoyin.model.place import PRACTICE_KINDS, PUBLICATION
from daoyin.model.word import Word

NOUNS: dict[type[Word], str] = {
    Law: "法规",
    Article: "条文",
    Procedure: "事项",
    Limit: "期限",
    Place: "地方",
    Body: "单位",
    Practice: "做法",
    Figure: "数字",
    Duty: "责任",
    Role: "角色",
    Document: "文书",
    Remedy: "救济途径",
    Term: "术语",
    Source: "来源",
    Synonym: "同义说法",
    Comparison: "对照",
}

ITSELF: tuple[type[Word], ...] = (*NOUNS, Node)
"""Kinds whose title says what they are, so that the field in which they stand need not."""

KINDS = {"start": "起点", "task": "步骤", "gateway": "判断", "event": "事件", "end": "结束"}

FIELDS: dict[str, str] = {
    **{f"Publication.{key}": text for key, text in PUBLICATION.items()},
    "Law.number": "文号",
    "Law.short": "简称",
    "Place.short": "简称",
    "Role.short": "简称",
    "Node.next": "去向",
    "Node.call": "中间办理的事项",
    "Document.by": "出具人",
    "Document.to": "交给",
    "Document.fields": "应当载明",
    "Field.parts": "分栏",
    "Extension.by": "可以延长",
    "Article.parts": "",
    "Article.duties": "义务",
    "Article.limits": "写明的期限",
    "Comparison.duties": "比照的条文",
    "Confusion.term": "另一个词",
    "Compared.place": "地方",
    "above": "上一级",
    "accountable": "负责",
    "act": "要做的事",
    "advised": "只是建议",
    "aliases": "别名",
    "any_of": "其中之一",
    "answer": "答案",
    "anytime": "随时可以",
    "approval": "批准",
    "articles": "条文",
    "asks": "常见问法",
    "audience": "适用对象",
    "avoid": "不用的说法",
    "basis": "性质",
    "blank": "留空",
    "bodies": "单位",
    "body": "受理单位",
    "cautions": "注意",
    "channels": "渠道",
    "checked": "数据核对日期",
    "choices": "选项",
    "citizen": "对群众的说明",
    "competent_authority": "主管单位",
    "confused_with": "容易混淆",
    "consequence": "后果",
    "consulted": "征求意见",
    "cost": "费用",
    "counts_from": "起算",
    "covers": "承担的义务",
    "date": "日期",
    "decides": "作出决定",
    "differs": "区别",
    "do_now": "现在要做的",
    "document": "文书",
    "documents": "有关文书",
    "duty": "内容",
    "evidence": "要带的材料",
    "excludes": "不计入的时间",
    "extend": "延长",
    "figures": "数字",
    "from_": "起算",
    "hint": "提示",
    "holder": "承担者",
    "in_force": "施行日期",
    "inferred": "日期的推定",
    "informed": "告知",
    "inputs": "需要的文书",
    "intent": "问的是什么",
    "interrupted_by": "中断",
    "issued": "公布日期",
    "issuer": "发布者",
    "items": "内容",
    "join": "汇合",
    "jointly": "共同",
    "kind": "种类",
    "lane": "承担者",
    "lanes": "泳道的次序",
    "law": "依据",
    "level": "层级",
    "limit": "期限",
    "limits": "期限",
    "long_stop": "最长",
    "may": "可以做的事",
    "mean": "意思",
    "missed": "超过以后",
    "must": "要做的事",
    "name": "名称",
    "no_consequence": "没有写明后果",
    "no_remedy": "没有别的办法的说明",
    "not_applicable": "不落到步骤",
    "note": "说明",
    "notice": "告知",
    "office": "对经办人的说明",
    "official": "官方网址",
    "only": "限于",
    "order": "次序",
    "outputs": "出具的文书",
    "paragraphs": "各款的项数",
    "part": "部分",
    "practice": "做法",
    "practices": "做法",
    "precondition": "前提",
    "prefer": "宜更快",
    "procedure": "事项",
    "produces": "结果",
    "publication": "公开",
    "publisher": "发布者",
    "related": "有关事项",
    "remedies": "其他救济途径",
    "replaced_by": "代替它的",
    "rights": "权利",
    "roles": "担任的角色",
    "rows": "各地",
    "runs_on": "信访时继续计算",
    "say": "说法",
    "says": "说明",
    "set_by": "由谁定期限",
    "sources": "来源",
    "status": "效力",
    "step": "步骤",
    "summary": "概要",
    "then": "转到",
    "title": "标题",
    "to": "对象",
    "trigger": "启动",
    "unit": "款项",
    "unless": "除外",
    "unpublished": "内容未公布",
    "until": "截止的步骤",
    "untimed": "没有期限的说明",
    "value": "数值",
    "verified": "已经核实",
    "weight": "权重",
    "what": "内容",
    "window": "时间范围",
    "within": "",
}
"""By `Class.field`, or by field where it means the same everywhere. Periods (30 日 → 45 日)
and units of an article (第1款第3项) need no word."""

_REGISTERS = {
    **dict.fromkeys(("lane", "holder", "accountable", "consulted", "informed", "set_by", "by", "above"), "role"),
    **dict.fromkeys(("any_of", "jointly", "competent_authority", "lanes", "roles"), "role"),
    **dict.fromkeys(("inputs", "outputs", "documents", "document"), "document"),
    "Document.to": "role",
    "remedies": "remedy",
    "sources": "source",
    "term": "term",
    "place": "place",
    "replaced_by": "law",
}
"""Fields whose values are ids, and the lookup of the catalogue that names them."""

_REFERENCES = ("from_", "until", "then", "limit", "step", "call", "related", "procedure", "order")
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


def field(word: type[Word], name: str) -> str:
    """A field's word."""
    found = FIELDS.get(f"{word.__name__}.{name}")
    return FIELDS.get(name, name) if found is None else found


def title(side: Side, word: Word) -> str:
    """What a reader calls an entry: `期限“提出复查意见”`, `第35条“复查”`, or what tells it from its neighbours."""
    if isinstance(word, Article):
        return f"第{word.id}条{quoted(word.title)}"
    if isinstance(word, Node):
        return f"{KINDS[word.kind]}{quoted(word.name)}"
    for name in ("act", "name", "title", "duty", "what", "says", "term", "place"):
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
    if name in _REFERENCES:
        return reference(side, text)
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
