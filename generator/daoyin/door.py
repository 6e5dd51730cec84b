"""Where an outcome of a questionnaire leads: the procedure or route behind its button, with what these know already."""

from daoyin.model import Catalogue, Limit, Outcome, Procedure, Questionnaire, Remedy
from daoyin.model.word import Word
from daoyin.steps import target


class Door(Word):
    """An outcome resolved. What the procedure or remedy says of itself is taken from there, so that it stands once."""

    outcome: Outcome
    procedure: Procedure | None = None
    """The procedure that the button leads to, and"""
    node: str | None = None
    """the step in it; or"""
    remedy: Remedy | None = None
    """the other legal route."""
    role: str | None = None
    """Who it is for: a role; or, where a remedy says it in words,"""
    body: str = ""
    """the body."""
    limits: tuple[tuple[Procedure, Limit], ...] = ()
    others: tuple[Remedy, ...] = ()
    """Every other route."""


def door(catalogue: Catalogue, questionnaire: Questionnaire, outcome: Outcome) -> Door:
    """Resolve an outcome of a checked questionnaire; what is not known is left out."""
    goal = target(outcome.to) if outcome.to else None
    name = _procedure(catalogue, questionnaire, goal.id) if goal and goal.kind == "procedure" else None
    procedure = catalogue.procedure[name] if name else None
    remedy = catalogue.remedy.get(goal.id) if goal and goal.kind == "remedy" else None
    return Door(
        outcome=outcome,
        procedure=procedure,
        node=goal.node if goal and procedure else None,
        remedy=remedy,
        role=outcome.who or (procedure.competent_authority if procedure else None),
        body=remedy.body if remedy and not outcome.who else "",
        limits=limits(catalogue, questionnaire, outcome.limits),
        others=remedies(catalogue, outcome.remedies),
    )


def limits(
    catalogue: Catalogue, questionnaire: Questionnaire, names: tuple[str, ...]
) -> tuple[tuple[Procedure, Limit], ...]:
    """`handling/review:ask`, … -> each limit with its procedure."""
    found = []
    for written in names:
        path, _, name = written.rpartition(":")
        if id := _procedure(catalogue, questionnaire, path):
            procedure = catalogue.procedure[id]
            found += [(procedure, limit) for limit in procedure.limits if limit.id == name]
    return tuple(found)


def remedies(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[Remedy, ...]:
    """The routes of these ids."""
    return tuple(catalogue.remedy[id] for id in ids if id in catalogue.remedy)


def _procedure(catalogue: Catalogue, questionnaire: Questionnaire, written: str) -> str | None:
    return catalogue.resolve(questionnaire.place or catalogue.country, "", written)
