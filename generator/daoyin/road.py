"""How the stages of a road are linked: by what their procedures hand over, and on which answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from daoyin.model import Catalogue, Road, Stage


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one stage to the next. `answers` are those on which all its procedures hand over; empty: none says."""

    source: Stage
    target: Stage
    answers: tuple[str, ...]


def links(catalogue: Catalogue, road: Road) -> Iterator[Link]:
    """The ways that the road shows, in the order of its stages; what is not handed over is left out."""
    stages = {stage.id: stage for stage in road.stages}
    for target in road.stages:
        for source in (stages[id] for id in target.follows if id in stages):
            if (answers := handed(catalogue, source, target)) is not None:
                yield Link(source, target, answers)


def handed(catalogue: Catalogue, source: Stage, target: Stage) -> tuple[str, ...] | None:
    """On which answers the procedures of one stage hand over to another's; None if they never do.

    Empty where one of them hands over without an answer: then no answer tells what leads there.
    """
    there = set(found(catalogue, target))
    answers: list[str | None] = []
    for id in found(catalogue, source):
        procedure = catalogue.procedure[id]
        for flow in procedure.process.flows:
            goal = flow.target
            if goal.kind == "procedure" and catalogue.resolve(procedure.place, procedure.part, goal.id) in there:
                answers.append(flow.answer)
    if not answers:
        return None
    return () if None in answers else tuple(answer for answer in dict.fromkeys(answers) if answer)


def found(catalogue: Catalogue, stage: Stage) -> tuple[str, ...]:
    """The ids of a stage's procedures; an unknown one is left to the rule that finds it."""
    ids = (catalogue.resolve("", "", written) for written in stage.procedures)
    return tuple(id for id in ids if id)
