"""Law is exact: what is law cites a unit in force, and says the number that the unit says."""

from collections.abc import Iterator

from daoyin import citation
from daoyin.check.walk import mentions
from daoyin.finding import Fault
from daoyin.model import Catalogue


def law_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的事项，本身和它的每个期限都要写 law；basis: practice 的事项要写 sources。"""
    for procedure in catalogue.procedures:
        path = f"procedures/{procedure.id}.yaml"
        if procedure.basis == "practice":
            if not procedure.sources:
                yield Fault(path, ("basis",), "地方做法应当写明 sources（依据哪一篇报道）")
            continue
        if not procedure.law:
            yield Fault(path, ("basis",), "basis 是 law，应当写明 law（依据哪一条）；地方做法请写 basis: practice")
        for limit in procedure.limits:
            if not limit.law:
                yield Fault(path, ("limits", limit.id), f"期限“{limit.act}”应当写明依据哪一条（law）")


def law_not_in_force(catalogue: Catalogue) -> Iterator[Fault]:
    """事项、责任和救济途径只能依据现行有效的法规；已废止、效力待核的，要改用现行的。"""
    for mention in mentions(catalogue, "law"):
        law = catalogue.law.get(mention.value.law)
        article = catalogue.article(mention.value)
        if law is None or mention.path.startswith("procedures/laws/"):
            continue
        if law.status != "in-force":
            successor = catalogue.law[law.replaced_by].name if law.replaced_by in catalogue.law else law.replaced_by
            message = f"《{law.name}》{citation.STATUS[law.status]}，不能作为依据"
            yield Fault(mention.path, mention.at, message + (f"；请改引《{successor}》" if successor else ""))
        elif article and not article.verified:
            yield Fault(mention.path, mention.at, f"《{law.name}》第 {article.id} 条尚未核实，不能作为依据")


def limit_differs(catalogue: Catalogue) -> Iterator[Fault]:
    """期限的数字要与法规文件里同一条写明的一致：数字以 laws/ 里的 limits 为准。"""
    for procedure in catalogue.procedures:
        if procedure.basis != "law":
            continue
        for limit in procedure.limits:
            stated = [
                (reference, said)
                for cited in limit.law
                if (law := catalogue.law.get(cited.law))
                for reference, said in law.limits
                if cited.within(reference) or reference.within(cited)
            ]
            at = ("limits", limit.id, "within")
            if limit.within and limit.law and not any(said.within == limit.within for _, said in stated):
                words = "、".join(
                    f"{citation.short(catalogue, unit)}：{said.act} {said.within}" for unit, said in stated
                )
                yield Fault(
                    f"procedures/{procedure.id}.yaml",
                    at,
                    f"{limit.within} 与所引法条不一致；{words or '所引的法条没有写明期限'}",
                )
            elif limit.extend and not any(said.extend == limit.extend.by for _, said in stated):
                yield Fault(
                    f"procedures/{procedure.id}.yaml",
                    ("limits", limit.id, "extend"),
                    f"所引法条没有写可以延长 {limit.extend.by}",
                )


def missed_unsaid(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的每个期限，都要写明超过以后怎么办（missed）。"""
    for procedure in catalogue.procedures:
        for limit in procedure.limits:
            if procedure.basis == "law" and not limit.missed:
                yield Fault(
                    f"procedures/{procedure.id}.yaml",
                    ("limits", limit.id),
                    f"期限“{limit.act}”没有写超过以后怎么办；请补 missed: {{says: …, then: …}}",
                )


def law_part(catalogue: Catalogue) -> Iterator[Fault]:
    """法规文件里 parts、duties、limits 的键，要是该条真有的款、项。"""
    for law in catalogue.laws:
        path = f"procedures/laws/{law.id}.yaml"
        for article in law.articles:
            keys: list[tuple[str, str | int, str]] = [("parts", key, key) for key, _ in article.parts]
            keys += [("duties", key, key.rpartition(".")[0]) for key, _ in article.duties]
            keys += [("limits", number, limit.unit) for number, limit in enumerate(article.limits) if limit.unit]
            for field, key, unit in keys:
                numbers = [int(number) if number.isdigit() else 0 for number in unit.split(".")]
                if not 1 <= len(numbers) <= 2 or 0 in numbers or not article.has(*[*numbers, 0][:2]):
                    at = ("articles", article.id, field, key)
                    yield Fault(
                        path, at, f"第 {article.id} 条没有“{unit}”；该条各款的项数是 {list(article.paragraphs)}"
                    )
