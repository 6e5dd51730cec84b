"""Responsibility lists: by duty, by body, by step (RACI)."""

from collections.abc import Iterator

from daoyin.model import Catalogue, Duty, Limit, Procedure
from daoyin.model.law import LawReference
from daoyin.model.word import Word
from daoyin.steps import Step, steps


class Line(Word):
    """One duty with everything that it refers to looked up."""

    place: str
    duty: Duty
    limit: tuple[Procedure, Limit] | None
    steps: tuple[tuple[Procedure, Step], ...]

    __hash__ = object.__hash__


class Assignment(Word):
    """One task and who has which part in it. R and A are roles; C and I may be several or none."""

    procedure: Procedure
    step: Step
    responsible: str
    accountable: str
    consulted: tuple[str, ...]
    informed: tuple[str, ...]
    law: tuple[LawReference, ...]
    consequence: tuple[LawReference, ...]

    __hash__ = object.__hash__


def lines(catalogue: Catalogue, place: str) -> tuple[Line, ...]:
    """A place's responsibility list in the order of its file."""
    return tuple(
        Line(
            place=place,
            duty=duty,
            limit=_limit(catalogue, place, duty),
            steps=tuple(_steps(catalogue, place, duty)),
        )
        for listed, duties in catalogue.duties
        if listed == place
        for duty in duties
    )


def _limit(catalogue: Catalogue, place: str, duty: Duty) -> tuple[Procedure, Limit] | None:
    path, _, name = (duty.limit or "").partition(":")
    found = catalogue.resolve(place, duty.part, path) if name else None
    if not found:
        return None
    procedure = catalogue.procedure[found]
    return next(((procedure, limit) for limit in procedure.limits if limit.id == name), None)


def _steps(catalogue: Catalogue, place: str, duty: Duty) -> Iterator[tuple[Procedure, Step]]:
    for written in duty.step:
        path, _, node = written.partition(":")
        if found := catalogue.resolve(place, duty.part, path):
            procedure = catalogue.procedure[found]
            yield from ((procedure, step) for step in steps(catalogue, procedure) if step.node.id == node)


def assignments(catalogue: Catalogue, place: str) -> tuple[Assignment, ...]:
    """Who does what in each task of the place's own procedures (RACI), in the order of files and steps."""
    return tuple(
        Assignment(
            procedure=procedure,
            step=step,
            responsible=step.node.lane,
            accountable=step.accountable,
            consulted=step.node.consulted,
            informed=step.node.informed,
            law=tuple(dict.fromkeys((*step.node.law, *(law for limit in step.limits for law in limit.law)))),
            consequence=tuple(dict.fromkeys(law for limit in step.limits if limit.missed for law in limit.missed.law)),
        )
        for procedure in catalogue.procedures
        if procedure.place == place
        for step in steps(catalogue, procedure)
        if step.node.kind == "task"
    )


def members(catalogue: Catalogue, role: str) -> tuple[str, ...]:
    """The roles that a composite role is made of; a plain role is its own only member."""
    found = catalogue.role.get(role)
    return (found.any_of or found.jointly or (role,)) if found else (role,)
