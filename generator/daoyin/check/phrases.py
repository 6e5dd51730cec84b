"""What search is told by hand must hold: a phrase leads to a page that there is."""

import re
from collections.abc import Iterator

from daoyin import address
from daoyin.finding import At, Fault, Message, did_you_mean
from daoyin.model import Asked, Catalogue

_ANCHOR = re.compile(r"\{#([a-z0-9-]+)\}")


def phrase_nowhere(catalogue: Catalogue) -> Iterator[Fault]:
    """说法（synonyms.yaml）、问法（asked/）引到的地址，本站要有：如 cn/handling/review、 laws/xfgztl-2022#art-35。

    An address that a phrase or a question leads to (`to` in synonyms.yaml, the values in asked/) must be one of this
    site.
    """
    if catalogue.unread:
        return
    known = set(_addresses(catalogue))
    for path, at, to in _led(catalogue):
        if to not in known:
            near = did_you_mean(to, known)
            message = Message("本站没有地址“{to}”{near}", "there is no address “{to}”{near}", to=to, near=near)
            yield Fault(path, at, message)


def _led(catalogue: Catalogue) -> Iterator[tuple[str, At, str]]:
    """Every address that something said leads to, with its file and place."""
    for synonym in catalogue.synonyms:
        for number, to in enumerate(synonym.to):
            yield "procedures/synonyms.yaml", (synonym.id, "to", number), to
    for asked in catalogue.asked:
        for number, to in enumerate(asked.to):
            yield f"procedures/asked/{asked.theme}.yaml", (asked.question, number), to


def asked_twice(catalogue: Catalogue) -> Iterator[Fault]:
    """同一个问题（不看空格和大小写）在 asked 里只写一处；几处都答得上，写在同一行的 [地址, 地址] 里。

    A question stands once in asked/, spaces and case aside; where several pages answer it, they stand on its line.
    """
    first: dict[str, Asked] = {}
    for asked in catalogue.asked:
        known = first.setdefault("".join(asked.question.split()).casefold(), asked)
        if known is not asked:
            message = Message(
                "“{question}”在 {theme}.yaml 里已经有了；请只留一处",
                "“{question}” stands in {theme}.yaml already; keep one of them",
                question=known.question,
                theme=known.theme,
            )
            yield Fault(f"procedures/asked/{asked.theme}.yaml", (asked.question,), message)


def _lists(country: str) -> Iterator[str]:
    yield from (address.LAWS, address.DOCUMENTS, address.ROLES, address.COMPARISONS, address.SOURCES, address.PLACES)
    yield from (address.TOOLS, address.duties(country), address.duties_by_body(country))
    yield from (address.duties_by_step(country), address.gaps(country))


def _addresses(catalogue: Catalogue) -> Iterator[str]:
    """Every page and anchor that search knows by name."""
    for procedure in catalogue.procedures:
        page = address.procedure(procedure.id)
        yield from (page, f"{page}#glance", f"{page}#rights")
        yield from (f"{page}#{address.limit_anchor(limit.id)}" for limit in procedure.limits)
        yield from (f"{page}#{address.step_anchor(node.id)}" for node in procedure.process.nodes)
    for law in catalogue.laws:
        yield address.law(law.id)
        yield from (f"{address.law(law.id)}#{address.article_anchor(article.id)}" for article in law.articles)
    yield from (f"{address.REMEDIES}#{remedy.id}" for remedy in catalogue.remedies)
    yield from (f"{address.GLOSSARY}#{term.id}" for term in catalogue.glossary)
    yield from (address.document(document.id) for document in catalogue.documents)
    yield from (address.role(role.id) for role in catalogue.roles)
    for place in catalogue.places:
        page = address.place(place.id)
        yield page
        yield from (f"{page}#{practice.id}" for practice in place.practices)
        yield from (f"{page}#body-{body.id}" for body in place.bodies)
    yield from (f"{address.duties(place)}#{duty.id}" for place, duties in catalogue.duties for duty in duties)
    yield from (address.comparison(comparison.id) for comparison in catalogue.comparisons)
    for words in catalogue.questionnaires:
        yield address.questionnaire(words.id)
        yield from (address.question(words.id, asked.id) for asked in (*words.questions, *words.outcomes))
    yield from (address.DEADLINES, address.MY_PATH, address.MISSED, address.WRITE)
    yield from _lists(catalogue.country)
    for written in catalogue.pages:
        path = written.path.removesuffix(".md")
        yield path
        yield from (f"{path}#{anchor}" for anchor in _ANCHOR.findall(written.markdown))
