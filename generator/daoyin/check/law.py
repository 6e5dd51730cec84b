"""Law is exact: what is law cites a unit in force, and the law files are sound themselves."""

from collections.abc import Iterator
from datetime import date

from daoyin import citation
from daoyin.check.walk import file, mentions
from daoyin.finding import NOTHING, At, Fault, Message
from daoyin.model import Article, Catalogue, Law, Node, Place, Procedure, Questionnaire


def law_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的事项、它的每个期限和步骤（只是收尾的 end 除外）、每项责任都要写 law；basis: practice 的写 sources。

    Where basis is law, the procedure, each limit, each step (a plain end aside) and each duty must cite law;
    where it is practice, its sources.
    """
    for place, duties in catalogue.duties:
        for duty in duties:
            if not duty.law:
                message = Message("“{duty}”应当写明依据哪一条（law）", "“{duty}” must cite its law", duty=duty.duty)
                yield Fault(f"procedures/{place}/duties.yaml", ("duties", duty.id), message)
    for procedure in catalogue.procedures:
        for at, message in _uncited(catalogue, procedure):
            yield Fault(file(procedure), at, message)


def _uncited(catalogue: Catalogue, procedure: Procedure) -> Iterator[tuple[At, Message]]:
    if procedure.basis == "practice":
        if not procedure.sources:
            yield (
                ("basis",),
                Message("地方做法应当写明 sources（依据哪一篇报道）", "a local practice must name its sources"),
            )
        return
    if not procedure.law:
        yield (
            ("basis",),
            Message(
                "basis 是 law，应当写明 law（依据哪一条）；地方做法请写 basis: practice",
                "where basis is law, law must be cited; a local practice says basis: practice",
            ),
        )
        if not any(node.law for node in procedure.process.nodes):
            return  # a practice that says it is law: what each step lacks is the same fault
    local = procedure.extends is not None  # what is its own may rest on a report: see overlay-unfounded
    for limit in procedure.limits:
        if not (limit.law or local):
            yield (
                ("limits", limit.id),
                Message("期限“{act}”应当写明依据哪一条（law）", "the limit “{act}” must cite its law", act=limit.act),
            )
    for node in procedure.process.nodes:
        if not (node.law or local or _plain_end(procedure, node)):
            yield (
                ("process", "nodes", node.id),
                Message("“{name}”应当写明依据哪一条（law）", "“{name}” must cite its law", name=node.name),
            )


def _plain_end(procedure: Procedure, node: Node) -> bool:
    return node.kind == "end" and not node.outputs and not procedure.limits_on(node.id)


def law_not_in_force(catalogue: Catalogue) -> Iterator[Fault]:
    """事项、责任和救济途径只能依据核对那天现行有效、已经施行的法规；已废止、效力待核的，要改用现行的。

    Only law in force on the day of checking may be cited; what is repealed or unverified gives way to its successor.
    """
    days = _checked(catalogue)
    local = {file(procedure) for procedure in catalogue.procedures if procedure.extends}
    for mention in mentions(catalogue, "law"):
        law = catalogue.law.get(mention.value.law)
        article = catalogue.article(mention.value)
        if law is None or mention.path.startswith("procedures/laws/"):
            continue
        if law.status == "unknown" and mention.path in local:
            continue  # told by overlay-unverified, and shown as such
        if law.status != "in-force":
            yield Fault(mention.path, mention.at, _dead(catalogue, law))
        elif law.in_force and (day := days.get(mention.path)) and law.in_force > day:
            message = Message(
                "《{law}》{since} 才施行，本文件 {day} 核对时还不能作为依据",
                "《{law}》 holds from {since} only; it cannot be cited in a file checked on {day}",
                law=law.name,
                since=law.in_force,
                day=day,
            )
            yield Fault(mention.path, mention.at, message)
        elif article and not article.verified:
            message = Message(
                "《{law}》第 {article} 条尚未核实，不能作为依据",
                "article {article} of 《{law}》 is not verified and cannot be cited",
                law=law.name,
                article=article.id,
            )
            yield Fault(mention.path, mention.at, message)


def _checked(catalogue: Catalogue) -> dict[str, date]:
    """When each file of a procedure, questionnaire, place or responsibility list was last held against its sources."""
    words: tuple[Place | Procedure | Questionnaire, ...]
    words = (*catalogue.procedures, *catalogue.questionnaires, *catalogue.places)
    lists = {f"procedures/{place}/duties.yaml": day for place, day in catalogue.duties_checked}
    return {file(word): word.checked for word in words} | lists


_STATUS = {"repealed": "is repealed", "unknown": "is of unverified force"}


def _dead(catalogue: Catalogue, law: Law) -> Message:
    successor = catalogue.law[law.replaced_by].name if law.replaced_by in catalogue.law else law.replaced_by
    return Message(
        "《{law}》{status}，不能作为依据{instead}",
        "《{law}》 {status} and cannot be cited{instead}",
        law=law.name,
        status=Message(citation.STATUS[law.status], _STATUS[law.status]),
        instead=Message("；请改引《{name}》", "; cite 《{name}》 instead", name=successor) if successor else NOTHING,
    )


def law_status(catalogue: Catalogue) -> Iterator[Fault]:
    """法规文件里，已废止的要写 replaced_by；现行有效的没有 replaced_by，施行日期不早于公布、不晚于核对。

    A repealed instrument names its successor; one in force has none, and is issued, in force and checked in that order.
    """
    for law in catalogue.laws:
        if law.status == "repealed" and not law.replaced_by:
            yield Fault(
                file(law),
                ("status",),
                Message("已废止的法规要写明由什么取代（replaced_by）", "a repealed instrument must name its successor"),
            )
        if law.status == "in-force":
            if law.replaced_by:
                yield Fault(
                    file(law),
                    ("replaced_by",),
                    Message("现行有效的法规没有 replaced_by；已被取代的请改 status", "law in force has no successor"),
                )
            if law.issued and law.in_force and law.issued > law.in_force:
                yield Fault(file(law), ("in_force",), Message("施行日期早于公布日期", "in force before it was issued"))
            if law.in_force and law.in_force > law.checked:
                yield Fault(
                    file(law),
                    ("in_force",),
                    Message(
                        "核对的那天还没有施行；日期和 status 有一个不对", "not yet in force on the day of checking"
                    ),
                )


def law_part(catalogue: Catalogue) -> Iterator[Fault]:
    """法规文件里 parts、duties、limits、excludes 的键，要是该条真有的款、项。

    The keys of parts, duties, limits and excludes in a law file must be paragraphs and items that the article has.
    """
    for law in catalogue.laws:
        for article in law.articles:
            if not article.id.isdigit():
                message = Message('条的键应当是数字，如 "34"', 'an article is keyed by its number, such as "34"')
                yield Fault(file(law), ("articles", article.id), message)
            for at, unit in _units(article):
                numbers = [int(number) if number.isdigit() else 0 for number in unit.split(".")]
                if not 1 <= len(numbers) <= 2 or 0 in numbers or not article.has(*[*numbers, 0][:2]):
                    message = Message(
                        "第 {article} 条没有“{unit}”；该条各款的项数是 {shape}",
                        "article {article} has no “{unit}”; the items of its paragraphs are {shape}",
                        article=article.id,
                        unit=unit,
                        shape=list(article.paragraphs),
                    )
                    yield Fault(file(law), ("articles", article.id, *at), message)


def _units(article: Article) -> Iterator[tuple[At, str]]:
    """Every key that names a unit, and the unit."""
    yield from ((("parts", key), key) for key, _ in article.parts)
    yield from ((("duties", key), key.rpartition(".")[0]) for key, _ in article.duties)
    for number, limit in enumerate(article.limits):
        if limit.unit:
            yield ("limits", number), limit.unit
        yield from ((("limits", number, "excludes", key), key) for key, _ in limit.excludes)
