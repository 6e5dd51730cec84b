"""What several procedures name: each once, in a register at the top of `procedures/`."""

from datetime import date
from typing import Literal

from pydantic import Field as Bounded

from daoyin.model.law import LawReference
from daoyin.model.period import Period
from daoyin.model.procedure import Statement
from daoyin.model.road import Road
from daoyin.model.word import Entry, PlaceId, PracticeId, ProcedureName, RoleId, Some, SourceId, TermId, Text, Word


class Role(Entry):
    """Who acts: a lane of a chart, a holder of duties.

    Plain; or relative (`above: handling-body`: the body one level up); or composite (`any_of`: one of them,
    `jointly`: all together), where a composite counts as one holder and must be the law's own.
    """

    name: Text
    says: Text
    kind: Literal["citizen", "body"] = "body"
    short: Text | None = None
    above: RoleId | None = None
    any_of: tuple[RoleId, ...] = ()
    jointly: tuple[RoleId, ...] = ()
    law: Some[LawReference] = ()
    sources: Some[SourceId] = ()
    """The reports that a role of local practice rests on."""


Blank = Literal["line", "box", "page", "date", "signature"]
"""How much room a field's answer takes on a form: a line, some lines, many lines, a day, or who signs and when."""


class Field(Word):
    """One thing that a document states or asks for."""

    name: Text
    law: Some[LawReference] = ()
    advised: bool = False
    """Advised by us, not demanded by an article: shown as 建议载明."""
    hint: Text | None = None
    blank: Blank | None = None
    """Unsaid: some lines; or only the choices, where there are any."""
    choices: tuple[Text, ...] = ()
    """Answers to tick."""
    parts: tuple[Text, ...] = ()
    """What the blank is divided into, each with a blank of its own: 姓名, 电话."""


class Document(Entry):
    """What is handed in or issued."""

    name: Text
    says: Text
    by: RoleId
    to: RoleId | None = None
    law: Some[LawReference] = ()
    decides: bool = False
    """An opinion, a decision or a refusal: whoever receives it must be told what can follow."""
    fields: tuple[Field, ...] = ()
    cautions: tuple[Statement, ...] = ()
    """What to mind when filling it in: said on its form, before the first field."""
    aliases: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()


class Remedy(Entry):
    """Another legal route, with its own clock: what a citizen may lose while petitioning."""

    name: Text
    says: Text
    counts_from: Text
    within: Period | None = None
    untimed: Text | None = None
    """Where `within` is not said: why, as a reader is told it (没有期限, or 待核)."""
    long_stop: Text | None = None
    precondition: Text | None = None
    interrupted_by: Text | None = None
    runs_on: bool | Literal["unsaid"] = True
    """Whether its clock goes on while one petitions; false: asking a competent body may interrupt it."""
    body: Text
    cost: Text | None = None
    law: Some[LawReference]
    asks: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()


class Confusion(Word):
    """Another term that this one is taken for, and how they differ."""

    term: TermId
    differs: Text


class Term(Entry):
    """One word of the trade, explained; shown as a tooltip where a page uses it first."""

    name: Text
    says: Text
    aliases: tuple[Text, ...] = ()
    """Other forms of the same word: found in pages and in search."""
    asks: tuple[Text, ...] = ()
    """How people say it, not always rightly (上访, 告状): for search alone."""
    avoid: tuple[Text, ...] = ()
    """Other words for it that our own texts do not use, so that one thing has one name."""
    confused_with: tuple[Confusion, ...] = ()
    law: Some[LawReference] = ()


class Source(Entry):
    """A report that a local practice or a figure rests on."""

    title: Text
    publisher: Text
    date: date
    inferred: Text | None = None
    """Why the date (or its year) is inferred and not printed; shown as 年份为推定."""
    note: Text | None = None


class Compared(Word):
    """What one place does at a stage: its practices, in its own words. They stand in its `index.yaml` alone."""

    place: PlaceId
    practices: Some[PracticeId]
    procedure: ProcedureName | None = None
    """Its chart, where no practice names one: `part/name`."""


class Comparison(Entry):
    """How places organise the same stage, side by side, below what the law demands of every place alike."""

    name: Text
    says: Text
    duties: Some[LawReference]
    """The units of law whose duties, as the national responsibility list has them, stand above the rows."""
    rows: tuple[Compared, ...]
    related: tuple[ProcedureName, ...] = ()
    """The national procedures of the stage: `cn/handling/mediation`."""


Intent = Literal["limit", "where", "remedy", "bring", "get", "right", "cost", "meaning", "duty", "law", "filler"]
"""What a question word asks for; `filler` carries no meaning of its own (怎么办, 请问)."""


class Synonym(Entry):
    """How people say something, and the words in which the law says it: for search alone.

    An entry leads to the pages that answer (`to`), widens a query (`mean`), tells what is asked for (`intent`), or
    several of these.
    """

    say: tuple[Text, ...]
    """Words of a query; `*` stands for a few characters: 提*意见."""
    to: tuple[Text, ...] = ()
    """Addresses of what answers, the best first: `cn/handling/review`, `remedies#legal-aid`."""
    mean: tuple[Text, ...] = ()
    weight: float = Bounded(default=0.7, gt=0, le=2)
    """How much this counts beside the reader's own words; the looser, the less."""
    intent: Intent | None = None


REGISTERS: dict[str, type[Entry]] = {
    "sources": Source,
    "roles": Role,
    "documents": Document,
    "remedies": Remedy,
    "glossary": Term,
    "synonyms": Synonym,
    "comparisons": Comparison,
    "roads": Road,
}
"""The registers at the top of `procedures/`: file name, equal to the catalogue's field, and what it holds."""
