"""One thing that can be found: its kind, its name and address, its answer line, and the texts that lead to it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "guide", "limit", "step", "where", "bring", "get", "right", "caution", "cost", "term", "remedy", "document",
    "article", "law", "stale", "duty", "role", "place", "practice", "comparison", "page", "tool", "question", "outcome",
    "list",
]  # fmt: skip
KINDS: dict[Kind, str] = {
    "guide": "办事指南",
    "limit": "期限",
    "step": "步骤",
    "where": "去哪里",
    "bring": "带什么",
    "get": "得到什么",
    "right": "权利",
    "caution": "注意",
    "cost": "费用",
    "term": "名词",
    "remedy": "其他法律途径",
    "document": "文书",
    "article": "法条",
    "law": "法规",
    "stale": "已废止或效力待核的法规",
    "duty": "职责",
    "role": "谁在办",
    "place": "地方",
    "practice": "地方做法",
    "comparison": "各地比较",
    "page": "说明",
    "tool": "工具",
    "question": "一问一答",
    "outcome": "该走的路",
    "list": "目录",
}
"""The kinds in the order of their codes, and what a result of each is called."""

Field = Literal["name", "alias", "context", "body"]
"""Where a text stands: in the name, in what else it is called, in the name of the page around it, or in the rest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, and the line that answers."""

    kind: Kind
    name: str
    page: str
    anchor: str
    answer: str
    texts: tuple[tuple[Field, str], ...]
    place: str = ""
    """The jurisdiction that it belongs to; empty: all of them."""
    head: bool = False
    """Begins a group: the entries that follow are sections of it."""
    asks: tuple[str, ...] = ()
    """Questions that it answers, as people put them."""

    @property
    def to(self) -> str:
        """Its address as `to` of a synonym names it."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def fields(
    name: str = "", aliases: tuple[str, ...] = (), context: str = "", *body: str
) -> tuple[tuple[Field, str], ...]:
    """The fields that hold a text."""
    pairs: tuple[tuple[Field, str], ...] = (
        ("name", name),
        ("alias", "\n".join(aliases)),
        ("context", context),
        ("body", "\n".join(body)),
    )
    return tuple((field, text) for field, text in pairs if text)
