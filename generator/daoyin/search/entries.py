"""What can be found: every guide, step, limit, duty, article, document, term, route, role, place, practice and page.

A page is a group of entries: its head, then its sections, so that a hit lands on the very step or limit. Registers on
one page (terms, routes, duties) are groups of one entry each, because each of them is an answer of its own.
"""

from collections.abc import Iterator
from itertools import chain

from daoyin import address
from daoyin.model import PARTS, Catalogue, Duty, Law, Place, Procedure, Statement
from daoyin.model.law import LawReference
from daoyin.search import answer
from daoyin.search.entry import Entry, Kind, fields
from daoyin.search.example import with_examples
from daoyin.search.listing import lists
from daoyin.search.tool import tools
from daoyin.search.written import written
from daoyin.updates import is_update

NATION = "cn"


def entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Everything that can be found, groups in the order of the catalogue, sections after their head."""
    return with_examples(
        catalogue,
        chain(
            *(_procedure(catalogue, procedure) for procedure in catalogue.procedures),
            _registers(catalogue),
            *(_law(catalogue, law) for law in catalogue.laws),
            *(_duty(catalogue, place, duty) for place, duties in catalogue.duties for duty in duties),
            *(_place(place) for place in catalogue.places),
            tools(catalogue),
            lists(catalogue),
            *(written(page) for page in catalogue.pages if not is_update(page)),
        ),
    )


def _procedure(catalogue: Catalogue, procedure: Procedure) -> Iterator[Entry]:
    page = address.procedure(procedure.id)
    place = "" if procedure.place == NATION else procedure.place
    where = catalogue.place.get(procedure.place)
    local = f"（{where.short or where.name}）" if where and place else ""

    def section(kind: Kind, name: str, anchor: str, line: str, *body: str) -> Entry:
        named = name if kind in ("step", "limit") else ""
        texts = fields(named, (), procedure.name, *body)
        return Entry(kind, f"{procedure.name}{local}：{name}", page, anchor, line, texts, place)

    yield Entry(
        "guide",
        f"{procedure.name}{local}",
        page,
        "",
        answer.cut(procedure.summary),
        fields(
            procedure.name,
            (),
            PARTS.get(procedure.part, "") + (where.name if where and place else ""),
            procedure.summary,
            procedure.audience or "",
            procedure.do_now or "",
        ),
        place,
        head=True,
        asks=procedure.asks,
    )
    for limit in procedure.limits:
        line = answer.limit(catalogue, procedure, limit)
        missed = limit.missed.says if limit.missed else ""
        yield section("limit", limit.act, address.limit_anchor(limit.id), line, missed, limit.note or "", line)
    for node in procedure.process.nodes:
        line = answer.line(catalogue, node.citizen or node.office or node.name, node.law)
        yield section("step", node.name, address.step_anchor(node.id), line, node.citizen or "", node.office or "")
    lists: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
        ("where", "去哪里办", procedure.channels),
        ("bring", "带什么", procedure.evidence),
        ("get", "会得到什么", procedure.produces),
    )
    for kind, name, lines in lists:
        if lines:
            yield section(kind, name, "glance", answer.cut("".join(lines)), *lines)
    statements: tuple[tuple[Kind, str, tuple[Statement, ...]], ...] = (
        ("cost", "费用", (procedure.cost,) if procedure.cost else ()),
        ("right", "您的权利", procedure.rights),
        ("caution", "注意", procedure.cautions),
    )
    for kind, name, said in statements:
        for statement in said:
            anchor = "rights" if kind == "right" else "glance"
            yield section(kind, name, anchor, says(catalogue, statement), statement.says)


def says(catalogue: Catalogue, statement: Statement) -> str:
    """A statement with its source."""
    return answer.line(catalogue, statement.says, statement.law)


def _registers(catalogue: Catalogue) -> Iterator[Entry]:
    for term in catalogue.glossary:
        texts = fields(term.name, term.aliases, "", term.says, *(c.differs for c in term.confused_with))
        line = answer.line(catalogue, term.says, term.law)
        yield Entry("term", term.name, address.GLOSSARY, term.id, line, texts, head=True, asks=term.asks)
    for remedy in catalogue.remedies:
        line = answer.remedy(catalogue, remedy)
        texts = fields(remedy.name, remedy.aliases, "", remedy.says, remedy.body, remedy.counts_from)
        yield Entry("remedy", remedy.name, address.REMEDIES, remedy.id, line, texts, head=True, asks=remedy.asks)
    for document in catalogue.documents:
        named = tuple(field.name for field in document.fields)
        minded = tuple(caution.says for caution in document.cautions)
        texts = fields(document.name, document.aliases, "", document.says, *named, *minded)
        line = answer.line(catalogue, document.says, document.law)
        page = address.document(document.id)
        yield Entry("document", document.name, page, "", line, texts, head=True, asks=document.asks)
    for comparison in catalogue.comparisons:
        texts = fields(comparison.name, (), "各地做法比较", comparison.says)
        page = address.comparison(comparison.id)
        yield Entry("comparison", f"各地比较：{comparison.name}", page, "", comparison.says, texts, head=True)
    for role in catalogue.roles:
        texts = fields(role.name, (role.short,) if role.short else (), "", role.says)
        line = answer.line(catalogue, role.says, role.law)
        yield Entry("role", role.name, address.role(role.id), "", line, texts, head=True)


def _law(catalogue: Catalogue, law: Law) -> Iterator[Entry]:
    """An instrument and its articles. One that is not known to be in force is found by name but answers nothing."""
    page = address.law(law.id)
    texts = fields(law.name, (law.short,), "", law.number or "", law.issuer, law.note or "")
    issued = f"，{law.in_force.isoformat()} 起施行" if law.in_force else ""
    line = f"{law.issuer}发布{issued}" + answer.cited(catalogue, (LawReference(law.id),))
    yield Entry("law" if law.status == "in-force" else "stale", f"《{law.name}》", page, "", line, texts, head=True)
    if law.status != "in-force":
        return
    for article in law.articles:
        unit = f"第{article.id}条"
        body = (article.says, *dict(article.parts).values(), *(limit.act for limit in article.limits))
        yield Entry(
            "article",
            f"{law.short}{unit} {article.title}",
            page,
            address.article_anchor(article.id),
            answer.article(catalogue, law, article.id, article.says),
            fields(f"{law.short}{unit} {article.title}", (), "", *body),
        )


def _duty(catalogue: Catalogue, place: str, duty: Duty) -> Iterator[Entry]:
    holder = catalogue.role.get(duty.holder)
    name = f"{holder.short or holder.name}：{duty.duty}" if holder else duty.duty
    texts = fields(duty.duty, (), holder.name if holder else "", duty.trigger or "", duty.to or "")
    missed = f"没做到的后果{answer.cited(catalogue, duty.consequence)}" if duty.consequence else ""
    line = answer.line(catalogue, duty.duty, duty.law) + missed
    local = "" if place == NATION else place
    yield Entry("duty", name, address.duties(place), duty.id, line, texts, local, head=True, asks=duty.asks)


def _place(place: Place) -> Iterator[Entry]:
    page, names = address.place(place.id), (place.short,) if place.short else ()
    own = "" if place.id == NATION else place.id
    texts = fields(place.name, names, "", place.summary)
    yield Entry("place", place.name, page, "", answer.cut(place.summary), texts, own, head=True, asks=place.asks)
    for body in place.bodies:
        told = fields(body.name, (), place.name, body.says or "")
        yield Entry(
            "role", f"{place.short or place.name}：{body.name}", page, f"body-{body.id}", body.says or "", told, own
        )
    for practice in place.practices:
        told = fields(practice.name, (), place.name, practice.says, *practice.items)
        yield Entry("practice", _within(place, practice.name), page, practice.id, answer.cut(practice.says), told, own)


def _within(place: Place, name: str) -> str:
    short = place.short or place.name
    return name if short in name else f"{short}：{name}"
