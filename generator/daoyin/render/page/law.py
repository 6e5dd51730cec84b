"""Pages of the law: each instrument with its status, our summary of each article, and what rests on it."""

from dataclasses import dataclass

from daoyin import address
from daoyin.citation import STATUS
from daoyin.model import Article, Catalogue, Law, StatedLimit
from daoyin.render.page import uses
from daoyin.render.page.sheet import Link, Sheet

ORDER = ("in-force", "unknown", "repealed")
SHOWN = 8
"""So many pages are named that rest on an article."""
INTRO = "这里收录本站引用的法规。每一条都是我们写的通俗摘要，不是条文原文；办事时以官方公布的原文为准。"


@dataclass(frozen=True)
class UnitItem:
    """A paragraph or item: the address of its anchor, its name, and our summary (empty if the article's covers it)."""

    anchor: str
    name: str
    says: str


@dataclass(frozen=True)
class ArticleItem:
    """One article as the page shows it."""

    anchor: str
    name: str
    title: str
    says: str
    verified: bool
    units: tuple[UnitItem, ...]
    anchors: tuple[str, ...]
    """Anchors of units that have no summary of their own: links to them land on the article."""
    limits: tuple[tuple[str, str, str, str], ...]
    """(act, within, counts from, only) of each period that the article states."""
    uses: tuple[Link, ...]
    more: int
    """Pages that rest on it and are not named."""


def law(catalogue: Catalogue, law: Law) -> str:
    """An instrument -> its page."""
    sheet = Sheet(catalogue, address.law(law.id))
    return sheet.write(
        "law.html",
        title=law.name,
        kind="law",
        section="laws",
        description=f"{law.name}（{law.issuer}）：{STATUS[law.status]}。逐条通俗摘要，以及本站哪些步骤、期限和职责依据它。",
        trail=(("法规", address.LAWS),),
        source=f"procedures/laws/{law.id}.yaml",
        checked=law.checked.isoformat(),
        law=law,
        status=STATUS[law.status],
        successor=_successor(sheet, law),
        articles=[_article(sheet, law, article) for article in law.articles],
        whole=uses.groups(sheet, (use for _, use in uses.of_articles(catalogue).get((law.id, 0), ()))),
    )


def laws(catalogue: Catalogue) -> str:
    """All instruments by status, the most cited first -> the index page."""
    sheet = Sheet(catalogue, address.LAWS)
    cited = {law.id: _cited(catalogue, law) for law in catalogue.laws}
    ordered = sorted(catalogue.laws, key=lambda law: -cited[law.id])
    listed = [
        (
            STATUS[status],
            status,
            [(law, sheet.to(address.law(law.id))) for law in ordered if law.status == status],
        )
        for status in ORDER
    ]
    return sheet.write(
        "laws.html",
        title="法规",
        kind="index",
        section="laws",
        description=INTRO,
        source="procedures/laws/",
        intro=INTRO,
        listed=[group for group in listed if group[2]],
    )


def _cited(catalogue: Catalogue, law: Law) -> int:
    return sum(len(found) for (id, _), found in uses.of_articles(catalogue).items() if id == law.id)


def _successor(sheet: Sheet, law: Law) -> Link | None:
    if not law.replaced_by:
        return None
    found = sheet.catalogue.law.get(law.replaced_by)
    return Link(found.name, sheet.to(address.law(found.id))) if found else Link(law.replaced_by)


def _article(sheet: Sheet, law: Law, article: Article) -> ArticleItem:
    parts = dict(article.parts)
    units = [
        UnitItem(_anchor(article, unit), unit_name(unit), parts[unit]) for unit in _units(article) if unit in parts
    ]
    cited = uses.of_articles(sheet.catalogue).get((law.id, int(article.id)), ())
    named, more = uses.brief(sheet, (use for _, use in cited), SHOWN)
    return ArticleItem(
        anchor=address.article_anchor(article.id),
        name=f"第{article.id}条",
        title=article.title,
        says=article.says,
        verified=article.verified,
        units=tuple(units),
        anchors=tuple(_anchor(article, unit) for unit in _units(article) if unit not in parts),
        limits=tuple((limit.act, _period(limit), limit.counts_from, limit.only or "") for limit in article.limits),
        uses=named,
        more=more,
    )


def _period(limit: StatedLimit) -> str:
    return f"{limit.within}，可延 {limit.extend}" if limit.extend else str(limit.within)


def _units(article: Article) -> list[str]:
    """Every paragraph and item of an article, as `paragraph` or `paragraph.item`."""
    return [
        unit
        for paragraph, items in enumerate(article.paragraphs, 1)
        for unit in (str(paragraph), *(f"{paragraph}.{item}" for item in range(1, items + 1)))
    ]


def _anchor(article: Article, unit: str) -> str:
    return address.article_anchor(f"{article.id}.{unit}")


def unit_name(unit: str) -> str:
    """`1.6` -> 第1款第6项."""
    paragraph, _, item = unit.partition(".")
    return f"第{paragraph}款" + (f"第{item}项" if item else "")
