"""The rules: each a small function whose docstring is the rule, in the editors' language and then in English.

A rule takes the catalogue and yields faults; its id is its name with hyphens. To add one, write the function, add it
to the list below, and put a broken document into `tests/failures/`.

Rules see whole procedures: what a local file (`extends:`) takes over was filled in while reading, and its faults are
told in the file above alone (`located`).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from inspect import cleandoc
from itertools import islice

from daoyin.check import (
    flow,
    font,
    freshness,
    handover,
    law,
    limits,
    overlay,
    parallel,
    persons,
    phrases,
    publication,
    questionnaire,
    references,
    registers,
    remedies,
    responsibility,
    roads,
    words,
)
from daoyin.finding import Fault, Finding, Level, Message
from daoyin.load import Loaded
from daoyin.model import Catalogue

Rule = Callable[[Catalogue], Iterator[Fault]]
DatedRule = Callable[[Catalogue, date, int], Iterator[Fault]]
Told = tuple[Fault, str, Level]
"""A fault, the rule that it breaks, and how grave that is."""

ERRORS: tuple[Rule, ...] = (
    references.unknown_role,
    references.unknown_document,
    references.unknown_source,
    references.unknown_remedy,
    references.unknown_term,
    references.unknown_place,
    references.place_missing,
    references.unknown_practice,
    references.unknown_node,
    references.unknown_procedure,
    references.unknown_law,
    registers.wrong_name,
    registers.repeated_name,
    flow.no_start,
    flow.unreachable_node,
    flow.dead_end,
    flow.end_goes_on,
    flow.gateway_branches,
    parallel.join_missing,
    parallel.join_waits,
    handover.handover_arrives,
    handover.no_way_out,
    law.law_missing,
    law.law_not_in_force,
    law.law_status,
    law.law_part,
    limits.limit_incomplete,
    limits.limit_path,
    limits.limit_differs,
    limits.extension_differs,
    limits.exclusion_differs,
    overlay.overlay_looser,
    overlay.overlay_unfounded,
    remedies.way_on_unsaid,
    responsibility.duty_uncovered,
    responsibility.duty_unknown,
    responsibility.duty_untied,
    responsibility.lead_missing,
    responsibility.task_roles,
    responsibility.role_composed,
    roads.stage_unlinked,
    roads.road_crowded,
    questionnaire.unknown_question,
    questionnaire.unreachable_question,
    questionnaire.question_loop,
    questionnaire.question_deep,
    questionnaire.question_answers,
    questionnaire.question_named,
    questionnaire.door_uncited,
    questionnaire.door_missing,
    persons.person_data,
    phrases.phrase_nowhere,
    publication.update_named,
    font.character_undrawn,
)

WARNINGS: tuple[Rule, ...] = (
    flow.unused_lane,
    limits.missed_unsaid,
    overlay.overlay_unverified,
    registers.unused_entry,
    responsibility.two_leads,
    words.long_sentence,
    words.officialese,
    words.reader_address,
    words.term_avoided,
    words.citizen_unsaid,
    words.asks_missing,
    phrases.asked_twice,
)

DATED: tuple[DatedRule, ...] = (freshness.stale,)
"""Warnings that need a date: a build reads no clock."""


MOST = 2_000
"""Findings of one rule that are told at once: a hostile file must not keep the check busy with hints."""

AnyRule = Rule | DatedRule
RULES: tuple[AnyRule, ...] = (*ERRORS, *WARNINGS, *DATED)


def name(rule: AnyRule) -> str:
    """A rule's id: `unknown_role` -> `unknown-role`."""
    return rule.__name__.replace("_", "-")


def says(rule: AnyRule) -> Message:
    """The rule itself, in both languages: the two paragraphs of its docstring."""
    chinese, _, english = cleandoc(rule.__doc__ or "").partition("\n\n")
    return Message("{told}", "{english}", told=chinese.replace("\n", ""), english=" ".join(english.split()))


def check(loaded: Loaded, today: date | None = None) -> list[Finding]:
    """Every finding: those of reading, then those of the rules; sorted by file, line and rule.

    With `today`, also which files were last checked too long ago.
    """
    faults: list[Told] = []
    for rule in ERRORS:
        faults += _told(rule, rule(loaded.catalogue), "error")
    for rule in WARNINGS:
        faults += _told(rule, rule(loaded.catalogue), "warning")
    for dated in DATED if today else ():
        assert today is not None, "the loop asks for it"
        faults += _told(dated, dated(loaded.catalogue, today, loaded.max_age_days), "warning")
    return sorted({*loaded.findings, *located(loaded, faults)})


def _told(rule: AnyRule, faults: Iterator[Fault], level: Level) -> Iterator[Told]:
    for fault in islice(faults, MOST):
        yield fault, name(rule), level


def located(loaded: Loaded, faults: Iterable[Told]) -> Iterator[Finding]:
    """Faults with their lines. What a local procedure takes over with its faults is told in the file above alone."""
    taken: list[tuple[Fault, str, Level, str]] = []
    told: dict[tuple[str, int, str], set[str]] = {}
    for fault, rule, level in faults:
        base = loaded.inherited_from(fault.path, fault.at)
        if base is not None:
            taken.append((fault, rule, level, base))
            continue
        line = loaded.line(fault.path, fault.at)
        told.setdefault((fault.path, line, rule), set()).add(fault.path)
        yield Finding(fault.path, line, rule, fault.message, level)
    for fault, rule, level, base in taken:
        above = [fault.path, base]
        while further := loaded.inherited_from(above[-1], fault.at):
            above.append(further)
        origin = above[-1], loaded.line(above[-1], fault.at)
        known = told.setdefault((*origin, rule), set())
        if known.isdisjoint(above):
            message = Message(
                "{message}（从 {path}:{line} 沿用来的）",
                "{message} (taken over from {path}:{line})",
                message=fault.message,
                path=origin[0],
                line=origin[1],
            )
            yield Finding(fault.path, loaded.line(fault.path, fault.at), rule, message, level)
        known.add(fault.path)
