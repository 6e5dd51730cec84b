"""Instruments of law, their articles in our own plain words, and references to them."""

import re
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, NonNegativeInt
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from daoyin.model.period import Period
from daoyin.model.word import ID, Entry, Keyed, Table, Text, Word

_REFERENCE = re.compile(rf"^({ID})(?:#([1-9][0-9]*)(?:\.([1-9][0-9]*))?(?:\.([1-9][0-9]*))?)?$")


class LawReference:
    """`xfgztl-2022#31.1.6`: an instrument, and in it an article, paragraph (款) and item (项); 0 where unsaid."""

    __slots__ = ("article", "item", "law", "paragraph")
    law: str
    article: int
    paragraph: int
    item: int

    def __init__(self, law: str, article: int = 0, paragraph: int = 0, item: int = 0) -> None:
        for name, value in (("law", law), ("article", article), ("paragraph", paragraph), ("item", item)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a reference does not change: {name}")

    def _key(self) -> tuple[str, int, int, int]:
        return (self.law, self.article, self.paragraph, self.item)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LawReference) and self._key() == other._key()

    def __lt__(self, other: "LawReference") -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        return f"{self.law}#{self.unit}" if self.article else self.law

    def __repr__(self) -> str:
        return f"LawReference({str(self)!r})"

    @property
    def unit(self) -> str:
        """Article, paragraph and item as far as they are said: `31.1.6`."""
        numbers = (self.article, self.paragraph, self.item)
        return ".".join(str(number) for number in numbers if number)

    def within(self, other: "LawReference") -> bool:
        """Whether this is the other unit or a part of it: 31.1.6 lies within 31."""
        return all(theirs in (0, ours) for ours, theirs in zip(self._key()[1:], other._key()[1:], strict=True)) and (
            self.law == other.law
        )

    @classmethod
    def parse(cls, value: object) -> "LawReference":
        """`law#article.paragraph.item` -> the reference; anything else is a finding."""
        if isinstance(value, LawReference):
            return value
        found = _REFERENCE.match(value) if isinstance(value, str) else None
        if not found:
            raise PydanticCustomError("law-reference", "法条应写成“法规#条.款.项”，如 xfgztl-2022#31.1.6")
        return cls(found[1], *(int(number or 0) for number in found.groups()[1:]))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": _REFERENCE.pattern, "examples": ["xfgztl-2022#31.1.6"]}


class StatedLimit(Word):
    """A period as an article states it. Numbers of law live here, so that procedures can be held against them."""

    act: Text
    unit: str = Field(default="", pattern=r"^([1-9][0-9]*(\.[1-9][0-9]*)?)?$")
    """Paragraph, or paragraph.item, of the article that states it; empty: the whole article."""
    within: Period
    extend: Period | None = None
    counts_from: Text
    only: Text | None = None
    """What it is confined to, such as 第三十一条第六项的事项."""
    otherwise: Text | None = None
    """What holds for everything else, so that nobody takes the number for theirs."""
    excludes: Table = ()
    """Time that does not count, as `paragraph: what`: said only where the article says it, and never generalised."""


class Article(Entry):
    """One article: what it says, in our own plain words, and what it demands. Its id is its number."""

    title: Text
    says: Text
    paragraphs: tuple[NonNegativeInt, ...] = Field(default=(0,), min_length=1)
    """How many numbered items (项) each paragraph (款) has: `[3, 0]` is two paragraphs, the first with three items."""
    parts: Table = ()
    """What single units say, by `paragraph` or `paragraph.item`."""
    limits: tuple[StatedLimit, ...] = ()
    duties: Table = ()
    """What must (应当) or must not (不得) be done, by `paragraph.nth` or `paragraph.item.nth`: the list that
    responsibility lists are held against."""
    verified: bool = True

    def has(self, paragraph: int, item: int) -> bool:
        """Whether the article has that paragraph and item (0: unsaid)."""
        return (
            paragraph <= len(self.paragraphs)
            and item <= (self.paragraphs[paragraph - 1] if paragraph else max(self.paragraphs))
            and (not item or paragraph > 0)
        )


class Law(Entry):
    """One instrument: a file under `laws/`."""

    name: Text
    short: Text
    """How a page cites it: 条例, 行政复议法."""
    number: Text | None = None
    issuer: Text
    issued: date | None = None
    in_force: date | None = None
    """The day from which it holds; unsaid where that could not be verified."""
    status: Literal["in-force", "repealed", "unknown"]
    replaced_by: Text | None = None
    """Id of the successor, or its title where the successor has no file."""
    official: Text | None = None
    note: Text | None = None
    checked: date
    articles: Keyed[Article] = ()

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by number."""
        return {article.id: article for article in self.articles}

    @cached_property
    def limits(self) -> tuple[tuple[LawReference, StatedLimit], ...]:
        """Every period that the instrument states, with the unit that states it."""
        return tuple(
            (
                LawReference(self.id, int(article.id), *(int(number) for number in limit.unit.split(".") if number)),
                limit,
            )
            for article in self.articles
            if article.id.isdigit()
            for limit in article.limits
        )
