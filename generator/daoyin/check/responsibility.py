"""Every duty has one holder and one place where it is done; no 应当 of the law is without a line."""

from collections.abc import Iterator

from daoyin.finding import Fault
from daoyin.model import Catalogue


def duty_uncovered(catalogue: Catalogue) -> Iterator[Fault]:
    """法规文件里列出的每一项“应当”“不得”，责任清单里都要有一行承担它（covers）。"""
    for place, duties in catalogue.duties:
        if catalogue.place.get(place) is None or catalogue.place[place].above:
            continue
        covered = {key for duty in duties for key in duty.covers}
        answered = {reference.law for duty in duties if duty.covers for reference in duty.law}
        for law in catalogue.laws:
            for article in law.articles if law.id in answered else ():
                for key, says in article.duties:
                    if f"{article.id}.{key}" not in covered:
                        yield Fault(
                            f"procedures/laws/{law.id}.yaml",
                            ("articles", article.id, "duties", key),
                            f"责任清单没有承担“{says}”；请在 {place}/duties.yaml 的一行 covers 里写 {article.id}.{key}",
                        )


def duty_unknown(catalogue: Catalogue) -> Iterator[Fault]:
    """covers 里的每个键，都要是所引法规文件里列出的一项义务，并且只由一行承担。"""
    for place, duties in catalogue.duties:
        seen: dict[str, str] = {}
        for duty in duties:
            known = {
                f"{article.id}.{key}"
                for reference in duty.law
                if reference.law in catalogue.law
                for article in catalogue.law[reference.law].articles
                for key, _ in article.duties
            }
            for number, key in enumerate(duty.covers):
                at = ("duties", duty.id, "covers", number)
                if key not in known and not any(f"laws/{unit.law}" in catalogue.unread for unit in duty.law):
                    yield Fault(f"procedures/{place}/duties.yaml", at, f"所引法规没有列出义务“{key}”")
                elif key in seen:
                    yield Fault(f"procedures/{place}/duties.yaml", at, f"义务“{key}”已由“{seen[key]}”承担")
                seen[key] = duty.id


def duty_untied(catalogue: Catalogue) -> Iterator[Fault]:
    """每项责任都要落到一个步骤（step）、一份文书（document），或者写明为什么不适用（not_applicable）。"""
    for place, duties in catalogue.duties:
        for duty in duties:
            if not (duty.step or duty.document or duty.not_applicable):
                yield Fault(
                    f"procedures/{place}/duties.yaml",
                    ("duties", duty.id),
                    f"“{duty.duty}”没有落到步骤或文书；请写 step、document，或用 not_applicable 说明",
                )
            if not (duty.consequence or duty.no_consequence):
                yield Fault(
                    f"procedures/{place}/duties.yaml",
                    ("duties", duty.id),
                    f"“{duty.duty}”没有写不履行的后果；请写 consequence，或用 no_consequence 说明条例没有规定",
                )
