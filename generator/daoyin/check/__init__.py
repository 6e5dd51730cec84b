"""The rules: each a small function whose docstring is the rule, in the editors' language.

A rule takes the catalogue and yields faults; its id is its name with hyphens. To add one, write the function, add it
to the list below, and put a broken document into `tests/failures/`.
"""

from collections.abc import Callable, Iterator

from daoyin.check import flow, law, persons, references, registers, responsibility
from daoyin.finding import Fault, Finding, Level
from daoyin.load import Loaded
from daoyin.model import Catalogue

Rule = Callable[[Catalogue], Iterator[Fault]]

ERRORS: tuple[Rule, ...] = (
    references.unknown_role,
    references.unknown_document,
    references.unknown_source,
    references.unknown_remedy,
    references.unknown_term,
    references.unknown_place,
    references.unknown_practice,
    references.unknown_node,
    references.unknown_procedure,
    references.unknown_law,
    registers.wrong_name,
    flow.no_start,
    flow.unreachable_node,
    flow.dead_end,
    flow.end_goes_on,
    flow.gateway_branches,
    law.law_missing,
    law.law_not_in_force,
    law.limit_differs,
    law.law_part,
    responsibility.duty_uncovered,
    responsibility.duty_unknown,
    responsibility.duty_untied,
    persons.person_data,
)

WARNINGS: tuple[Rule, ...] = (
    flow.unused_lane,
    law.missed_unsaid,
    registers.unused_entry,
)


def name(rule: Rule) -> str:
    """A rule's id: `unknown_role` -> `unknown-role`."""
    return rule.__name__.replace("_", "-")


def check(loaded: Loaded) -> list[Finding]:
    """Every finding: those of reading, then those of the rules; sorted by file, line and rule."""
    findings = list(loaded.findings)
    for level, rules in (("error", ERRORS), ("warning", WARNINGS)):
        for rule in rules:
            findings += _found(loaded, rule, level)  # type: ignore[arg-type]
    return sorted(set(findings))


def _found(loaded: Loaded, rule: Rule, level: Level) -> Iterator[Finding]:
    for fault in rule(loaded.catalogue):
        yield Finding(fault.path, loaded.line(fault.path, fault.at), name(rule), fault.message, level)
