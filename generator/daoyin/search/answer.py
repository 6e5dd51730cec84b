"""The answer line of a result: the fact itself, with its condition and its source, never a bare number."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from daoyin import address, citation
from daoyin.model import Catalogue, Law, LawReference, Limit, Procedure, Remedy, StatedLimit

LENGTH = 120
"""Longer texts are cut at the end of a sentence: a result is read at a glance."""

DOUBT = 0.15
"""How much more alike the wording of one act must be than that of the next."""


def cited(catalogue: Catalogue, references: Iterable[LawReference]) -> str:
    """`（条例第34条、第35条）` with a warning where an instrument is not in force; empty without references."""
    said = []
    law: str | None = None
    for reference in references:
        unit = citation.unit(catalogue, reference)
        text = unit if reference.law == law and unit else citation.short(catalogue, reference)
        warning = citation.note(catalogue, reference)
        said.append(f"{text}·{warning}" if warning else text)
        law = reference.law
    return f"（{'、'.join(dict.fromkeys(said))}）" if said else ""


def line(catalogue: Catalogue, text: str, references: Iterable[LawReference]) -> str:
    """A text and its source; what rests on an instrument of unknown force answers no question."""
    references = tuple(references)
    if pending := citation.pending(catalogue, references):
        return f"依据没有核实或者已经失效，不能当作答案{cited(catalogue, pending)}"
    return cut(text) + cited(catalogue, references)


def stated(catalogue: Catalogue, limit: Limit) -> StatedLimit | None:
    """The period of the law file that a procedure's limit repeats.

    An article may state the same number twice, for different acts (35: asking for review, and deciding it); then the
    one whose act is worded most alike is meant, and none if that leaves a doubt.
    """
    found = [
        period
        for reference in limit.law
        for place, period in _periods(catalogue, reference)
        if period.within == limit.within and (place.within(reference) or reference.within(place))
    ]
    if len(found) < 2:
        return found[0] if found else None
    likeness = sorted((SequenceMatcher(None, limit.act, period.act).ratio(), at) for at, period in enumerate(found))
    return found[likeness[-1][1]] if likeness[-1][0] > likeness[-2][0] + DOUBT else None


def _periods(catalogue: Catalogue, reference: LawReference) -> list[tuple[LawReference, StatedLimit]]:
    law = catalogue.law.get(reference.law)
    return [pair for pair in law.limits if pair[0].article == reference.article] if law else []


def limit(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    """By when, with what the number is confined to: the condition stands before the number."""
    if citation.pending(catalogue, limit.basis):
        return line(catalogue, limit.act, limit.basis)
    law = stated(catalogue, limit)
    only = law.only if law else None
    day = "" if law and law.counts_from.endswith(("日", "时")) else "之日"
    counts = f"自{law.counts_from}{day}" if law else _start(catalogue, procedure, limit)
    if limit.within:
        extension = f"，可延 {limit.extend.by}（{limit.extend.approval}批准）" if limit.extend else ""
        by_when = f"{counts}起 {limit.within}内{extension}"
    elif limit.set_by and (role := catalogue.role.get(limit.set_by)):
        by_when = f"期限由{role.name}定，法条没有规定天数"
    else:
        by_when = "法条没有规定天数"
    exclusions = "".join(f"，{item.what}不计算在内" for item in limit.excludes if item.what not in (only or ""))
    unless = f"；{limit.unless}的除外" if limit.unless and "除外" not in (only or "") else ""
    condition = f"只适用于{only}：" if only else f"{procedure.name}："
    source = cited(catalogue, dict.fromkeys(limit.law)) or "（当地做法，不是法律规定）"
    others = f"；{law.otherwise}" if law and law.otherwise else ""
    return f"{condition}{limit.act}，{by_when}{exclusions}{source}{unless}{others}"


def _start(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    path, _, name = limit.from_.rpartition(":")
    found = catalogue.resolve(procedure.place, procedure.part, path) if path else procedure.id
    node = catalogue.procedure[found].process.node(name) if found else None
    return f"自“{node.name}”" if node else "自开始"


def remedy(catalogue: Catalogue, remedy: Remedy) -> str:
    """A legal route: to whom, by when, what must come first."""
    if citation.pending(catalogue, remedy.law):
        return line(catalogue, remedy.says, remedy.law)
    period = f"，{remedy.within}内" if remedy.within else ""
    first = f"；{remedy.precondition}" if remedy.precondition else ""
    start = remedy.counts_from.removesuffix("起算")
    return f"找{remedy.body}；{start}起算{period}{first}{cited(catalogue, remedy.law)}"


def article(catalogue: Catalogue, law: Law, number: str, says: str) -> str:
    """What an article says, in our words, under its number."""
    reference = LawReference.parse(f"{law.id}#{number}")
    return line(catalogue, says, (reference,))


def cut(text: str) -> str:
    """At most `LENGTH` characters, ending with a sentence where one ends."""
    if len(text) <= LENGTH:
        return text
    end = max(text.rfind(mark, 0, LENGTH) for mark in "。；！？")
    return text[: end + 1] if end > LENGTH // 3 else text[: LENGTH - 1] + "…"


def law_page(reference: LawReference) -> tuple[str, str]:
    """Page and anchor of an article."""
    return address.law(reference.law), address.article_anchor(str(reference.article))
