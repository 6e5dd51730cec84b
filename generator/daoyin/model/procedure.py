"""One procedure: one file, one guide, one chart, one poster (CPSV-AP: a public service and how it is carried out)."""

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from daoyin.model.law import LawReference
from daoyin.model.period import Period
from daoyin.model.process import Process
from daoyin.model.word import (
    DocumentId,
    Entry,
    ExtendedName,
    Keyed,
    NodeId,
    NodeName,
    ProcedureName,
    RemedyId,
    RoleId,
    Some,
    SourceId,
    TargetName,
    Text,
    Word,
)

Part = Literal["prevention", "acceptance", "handling", "supervision", "order"]
PARTS: dict[str, str] = {
    "prevention": "预防",
    "acceptance": "受理",
    "handling": "办理",
    "supervision": "监督追责",
    "order": "维护秩序",
}
"""The five parts that group procedures, and the folders that they lie in."""


class Statement(Word):
    """A plain sentence and what it rests on."""

    says: Text
    law: Some[LawReference] = ()
    sources: tuple[SourceId, ...] = ()


class Extension(Word):
    """By how much a limit may be prolonged, on whose approval, and who must be told what."""

    by: Period
    approval: Text
    notice: Text
    law: Some[LawReference] = ()


class Exclusion(Word):
    """Time that does not count. It must be written in the law: it is never generalised."""

    what: Text
    law: Some[LawReference]


class Missed(Word):
    """What one may do when the limit passes without the act."""

    says: Text
    then: TargetName | None = None
    """`procedure part/name:node` or `remedy id`: where that leads."""
    law: Some[LawReference] = ()


class Limit(Entry):
    """By when something must (or, for a citizen's own act, may) be done."""

    holder: RoleId
    must: Text | None = None
    may: Text | None = None
    within: Period | None = None
    set_by: RoleId | None = None
    """The role that sets the time case by case, where the law gives no number."""
    from_: NodeName = Field(alias="from")
    """The node, here or as `procedure:node`, whose happening starts the clock."""
    until: Some[NodeId] = ()
    """The nodes by which it is kept; the chart shows the limit on them."""
    law: Some[LawReference] = ()
    sources: tuple[SourceId, ...] = ()
    prefer: Text | None = None
    """What should be done sooner where that is possible, such as 当场."""
    unless: Text | None = None
    extend: Extension | None = None
    excludes: Some[Exclusion] = ()
    missed: Missed | None = None
    note: Text | None = None

    @property
    def act(self) -> str:
        """What is due."""
        return self.must or self.may or ""

    @property
    def basis(self) -> tuple[LawReference, ...]:
        """All that its number rests on: its own articles, those of its extension and of the time that is left out."""
        extension = self.extend.law if self.extend else ()
        return (*self.law, *extension, *(unit for exclusion in self.excludes for unit in exclusion.law))


class Removal(Entry):
    """A step or limit of the procedure above that does not hold here, and what says so."""

    id: str
    """Where it stood there: `limits/reply`, `process/nodes/hearing`."""
    law: Some[LawReference] = ()
    sources: tuple[SourceId, ...] = ()


class Procedure(Entry):
    """A procedure file. Its id is its path: `cn/handling/review`; its folder says place and part.

    A local one that `extends` another was written as what differs, and is whole once read.
    """

    id: str
    name: Text
    summary: Text
    checked: date
    """When someone last held it against its sources."""
    basis: Literal["law", "practice"]
    law: Some[LawReference] = ()
    sources: tuple[SourceId, ...] = ()
    asks: tuple[Text, ...] = ()
    """How people ask for it, in their own words."""
    competent_authority: RoleId | None = None
    audience: Text | None = None
    """For whom it is."""
    channels: Some[Text] = ()
    """Where and how one does it."""
    evidence: Some[Text] = ()
    """What to bring, in plain words."""
    produces: Some[Text] = ()
    """What you get, in plain words."""
    documents: tuple[DocumentId, ...] = ()
    """Further documents of the register that belong here though no step names them."""
    cost: Statement | None = None
    do_now: Text | None = None
    """The one next action of the reader who has this matter."""
    cautions: tuple[Statement, ...] = ()
    """What is commonly got wrong, or may be lost."""
    rights: tuple[Statement, ...] = ()
    remedies: tuple[RemedyId, ...] = ()
    """Other legal routes whose clocks a reader should know here."""
    related: tuple[ProcedureName, ...] = ()
    limits: Keyed[Limit] = ()
    process: Process
    extends: ExtendedName | None = None
    """The procedure of a place above that holds here but for what the file tells: `cn/handling/review`."""
    removed: tuple[Removal, ...] = ()
    """What of that procedure does not hold here; an editor writes `remove: true` where it stood."""

    @cached_property
    def place(self) -> str:
        """The jurisdiction's folder: `cn`, `cn/zhejiang/ningbo/zhenhai`."""
        return self.id.rsplit("/", 2)[0]

    @cached_property
    def part(self) -> str:
        """The part's folder, one of `PARTS`."""
        return self.id.rsplit("/", 2)[-2] if "/" in self.id else ""

    def limits_on(self, node: str) -> tuple[Limit, ...]:
        """The limits that are kept by that node."""
        return tuple(limit for limit in self.limits if node in limit.until)
