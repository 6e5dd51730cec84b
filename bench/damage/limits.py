"""Limits that are not what the law says, and opinions after which nothing is said."""

from collections.abc import Iterator

from damage.document import PRACTICE, Document, Mutant, kind, lawful
from damage.spots import (
    limits,
    node_of,
    nodes,
    targets,
)
from daoyin.check.graph import closure, onward
from daoyin.model.procedure import Extension


@kind
def number_raised(document: Document) -> Iterator[Mutant]:
    """60 days become 90: limit-differs. Equivalent in a local practice."""
    for item in limits(document, "within"):
        count, _, unit = item.value.value.partition(" ")
        text = document.replaced(item.value, f"{int(count) + 30} {unit}")
        yield document.mutant(item, text, "limit-differs", equivalent="" if lawful(document) else PRACTICE)


@kind
def days_for_workdays(document: Document) -> Iterator[Mutant]:
    """Days become working days or the other way round: limit-differs. Equivalent in a local practice."""
    for item in limits(document, "within"):
        count, _, unit = item.value.value.partition(" ")
        text = document.replaced(item.value, f"{count} {'days' if unit == 'workdays' else 'workdays'}")
        yield document.mutant(item, text, "limit-differs", equivalent="" if lawful(document) else PRACTICE)


@kind
def act_reworded(document: Document) -> Iterator[Mutant]:
    """What is due is not what the article says: limit-differs. Equivalent where the time is set case by case."""
    for item in [*limits(document, "must"), *limits(document, "may")]:
        timed = any(key.value == "within" for key, _ in item.siblings)
        same = PRACTICE if not lawful(document) else "" if timed else "no number of law belongs to it"
        yield document.mutant(item, document.replaced(item.value, "处理一下"), "limit-differs", equivalent=same)


@kind
def limit_without_time(document: Document) -> Iterator[Mutant]:
    """`within`, `set_by`, `must` or `may` taken away: limit-incomplete."""
    for key in ("within", "set_by", "must", "may"):
        for item in limits(document, key):
            yield document.mutant(item, document.without(item), "limit-incomplete")


@kind
def limit_without_until(document: Document) -> Iterator[Mutant]:
    """`until` taken away: limit-incomplete."""
    for item in limits(document, "until"):
        yield document.mutant(item, document.without(item), "limit-incomplete")


@kind
def clock_starts_at_the_end(document: Document) -> Iterator[Mutant]:
    """`from` an end of the procedure: limit-path."""
    for item in limits(document, "from"):
        ends = (
            [node.id for node in document.procedure.process.nodes if node.kind == "end"] if document.procedure else []
        )
        until = [line.start_mark.line + 1 for key, line in item.siblings if key.value == "until"]
        if ends:
            found = document.mutant(item, document.replaced(item.value, ends[0]), "limit-path")
            yield Mutant(found.file, found.text, found.rules, (*found.lines, *until), found.shown)


@kind
def wrong_holder(document: Document) -> Iterator[Mutant]:
    """A limit in the hands of one who has no part in it: limit-path."""
    for item in limits(document, "holder"):
        yield document.mutant(item, document.replaced(item.value, "party-school"), "limit-path")


@kind
def extension_removed(document: Document) -> Iterator[Mutant]:
    """An extension of law left out: extension-differs. Equivalent in a local practice."""
    for item in limits(document, "extend"):
        same = "" if lawful(document) else PRACTICE
        yield document.mutant(item, document.without(item), "extension-differs", equivalent=same)


@kind
def extension_lengthened(document: Document) -> Iterator[Mutant]:
    """30 days more become 60: extension-differs. Equivalent in a local practice."""
    for item in document.items:
        if item.word is Extension and item.name == "by":
            same = "" if lawful(document) else PRACTICE
            yield document.mutant(item, document.replaced(item.value, "60 days"), "extension-differs", equivalent=same)


@kind
def extension_invented(document: Document) -> Iterator[Mutant]:
    """An extension where no article has one: extension-differs. Equivalent in a local practice or without a number."""
    for item in limits(document, "holder"):
        keys = {key.value for key, _ in item.siblings}
        if "extend" not in keys and not item.flow:
            same = PRACTICE if not lawful(document) else "" if "within" in keys else "no number of law belongs to it"
            line = "extend: {by: 30 days, approval: 负责人, notice: 告知, law: xfgztl-2022#34}"
            yield document.mutant(item, document.below(item, line), "extension-differs", equivalent=same)


@kind
def hearing_excluded(document: Document) -> Iterator[Mutant]:
    """The hearing's time taken out of a limit for which no article says so: exclusion-differs. Not in a practice."""
    for item in limits(document, "from"):
        if not any(key.value == "excludes" for key, _ in item.siblings) and not item.flow:
            same = "" if lawful(document) else PRACTICE
            line = "excludes: {what: 听证所需时间, law: xfgztl-2022#36.2}"
            found = document.mutant(item, document.below(item, line), "exclusion-differs", equivalent=same)
            yield Mutant(found.file, found.text, found.rules, (item.line + 1, item.above), found.shown, same)


@kind
def exclusion_removed(document: Document) -> Iterator[Mutant]:
    """The hearing's time at re-examination left out: exclusion-differs."""
    for item in limits(document, "excludes"):
        yield document.mutant(item, document.without(item), "exclusion-differs")


@kind
def missed_unsaid(document: Document) -> Iterator[Mutant]:
    """Nothing about a limit that is missed: missed-unsaid. Equivalent in a local practice."""
    for item in limits(document, "missed"):
        same = "" if lawful(document) else PRACTICE
        yield document.mutant(item, document.without(item), "missed-unsaid", equivalent=same)


@kind
def remedy_cut(document: Document) -> Iterator[Mutant]:
    """Every way on after an opinion or refusal made an end: way-on-unsaid, where the opinion is issued.

    Equivalent where no_remedy says that none is left.
    """
    if not (document.procedure and lawful(document)):
        return
    process, catalogue = document.procedure.process, document.loaded.catalogue
    for item in nodes(document):
        node = node_of(document, item)
        if not any(catalogue.document[id].decides for id in node.outputs):
            continue
        after = closure(onward(process), [node.id])
        if any(one.no_remedy for one in process.nodes if one.id in after):
            for one in document.items:
                if one.name == "no_remedy":
                    yield document.mutant(one, document.without(one), "way-on-unsaid")
            continue
        text = document.text
        for one, goal in sorted(targets(document), key=lambda pair: -document.offset(pair[1].start_mark)):
            if " " in goal.value and "nodes" in one.at and one.at[one.at.index("nodes") + 1] in after:
                start = document.offset(goal.start_mark)
                text = text[:start] + "cut-off" + text[start + len(document.written(goal)) :]
        column = " " * item.key.start_mark.column
        text = text.rstrip() + f"\n{column}cut-off: {{end: 到此为止, lane: {node.lane}}}\n"
        yield Mutant(document.path, text, ("way-on-unsaid",), (item.line,))
