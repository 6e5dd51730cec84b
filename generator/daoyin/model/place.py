"""A jurisdiction: a folder is a place, its parent folder the place above it."""

from datetime import date
from typing import Literal

from daoyin.model.law import LawReference
from daoyin.model.procedure import Part
from daoyin.model.word import (
    DocumentId,
    Entry,
    Keyed,
    LimitName,
    PracticeId,
    ProcedureName,
    RoleId,
    Some,
    SourceId,
    StepName,
    Text,
    Word,
)

Level = Literal["country", "province", "city", "county", "town"]

PUBLICATION: dict[str, str] = {
    "online": "网络信访渠道",
    "address": "通信地址",
    "telephone": "咨询投诉电话",
    "reception": "信访接待的时间和地点",
    "tracking": "查询处理进展以及结果的方式",
    "rules": "有关的党内法规和法律、法规、规章",
    "procedure": "信访事项的处理程序",
    "conveniences": "其他便利事项",
}
"""The eight items that art. 18 ¶1 of the 2022 Regulation has every body publish."""


class Publication(Word):
    """What a body publishes under art. 18. An item that we do not hold is 未收录: a blank, never a guess."""

    online: Text | None = None
    address: Text | None = None
    telephone: Text | None = None
    reception: Text | None = None
    tracking: Text | None = None
    rules: Text | None = None
    procedure: Text | None = None
    conveniences: Text | None = None


class Body(Entry):
    """A real body of the place, and the roles that it fills (`bind`)."""

    name: Text
    roles: tuple[RoleId, ...] = ()
    publication: Publication = Publication()
    says: Text | None = None
    sources: tuple[SourceId, ...] = ()


PracticeKind = Literal["procedure", "responsibility", "document", "channel", "mechanism", "organisation"]
PRACTICE_KINDS: dict[str, str] = {
    "procedure": "做法流程",
    "responsibility": "责任分工",
    "channel": "渠道",
    "organisation": "机构平台",
    "mechanism": "工作机制",
    "document": "文书材料",
}


class Practice(Entry):
    """What a place does, as a report tells it: practice, never law."""

    name: Text
    kind: PracticeKind
    part: Part
    says: Text
    items: tuple[Text, ...] = ()
    """The named elements, in the source's order."""
    unpublished: bool = False
    """The source names a list but not its items: shown as 内容未公布."""
    procedure: ProcedureName | None = None
    """The procedure file that tells it in full."""
    law: Some[LawReference] = ()
    """The article that it gives effect to, if one can be named."""
    sources: Some[SourceId]


class Figure(Entry):
    """A number that the place reports of itself. Never ranked, never without source and time."""

    says: Text
    value: Text
    window: Text
    """The time that it covers, as the source words it."""
    practice: PracticeId | None = None
    sources: Some[SourceId]


class Place(Entry):
    """A jurisdiction: `index.yaml` of its folder. Its id is the folder's path."""

    id: str
    name: Text
    short: Text | None = None
    level: Level
    summary: Text
    checked: date
    sources: tuple[SourceId, ...] = ()
    asks: tuple[Text, ...] = ()
    order: tuple[ProcedureName, ...] = ()
    """The place's procedures in the order in which a reader meets them; the rest follow by name."""
    bodies: Keyed[Body] = ()
    practices: Keyed[Practice] = ()
    figures: Keyed[Figure] = ()

    @property
    def above(self) -> str | None:
        """The place that this one belongs to."""
        return self.id.rsplit("/", 1)[0] if "/" in self.id else None


class Duty(Entry):
    """One line of a responsibility list: who must do what, by when, and what follows if not."""

    duty: Text
    holder: RoleId
    """The role that is accountable. A composite role counts as one."""
    part: Part
    kind: Literal["must", "must-not"] = "must"
    law: Some[LawReference]
    covers: tuple[Text, ...] = ()
    """Keys of the law file's duties that this line answers, as `article.paragraph.nth`."""
    trigger: Text | None = None
    limit: LimitName | None = None
    """A procedure's limit: `part/name:limit`."""
    step: Some[StepName] = ()
    """Where it is done: `part/name:node`."""
    document: DocumentId | None = None
    not_applicable: Text | None = None
    """Why no step or document belongs to it."""
    consequence: Some[LawReference] = ()
    no_consequence: Text | None = None
    """Where no article names a consequence: what we say instead."""
    to: Text | None = None
    """Towards whom."""
    asks: tuple[Text, ...] = ()


class DutyList(Word):
    """A place's responsibility list: `duties.yaml` of its folder."""

    checked: date
    duties: Keyed[Duty]
