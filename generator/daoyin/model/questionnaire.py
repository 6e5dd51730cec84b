"""Questions that lead to the right door (GOV.UK: a smart answer): one file is one questionnaire, words apart from code.

It is a graph, not a tree: an answer leads to a question or to an outcome, and several may lead to the same one.
"""

from datetime import date
from functools import cached_property

from pydantic import Field

from daoyin.model.law import LawReference
from daoyin.model.procedure import Statement
from daoyin.model.word import (
    DocumentId,
    Entry,
    Keyed,
    LimitName,
    PlaceId,
    QuestionId,
    RemedyId,
    RoleId,
    Some,
    Table,
    TargetName,
    Text,
)


class Answer(Entry):
    """One answer, in people's own words, with the reason why it leads where it leads."""

    says: Text
    because: Text
    law: Some[LawReference] = ()
    to: QuestionId
    """The next question, or the outcome."""


class Question(Entry):
    """One thing that is asked, on a page of its own."""

    ask: Text
    why: Text
    """Why we ask."""
    help: Text | None = None
    """How to find out, in plain words."""
    limits: Some[LimitName] = ()
    """Limits that the reader must know to answer: shown from where they are kept."""
    remedies: tuple[RemedyId, ...] = ()
    """Other routes whose clocks the reader must know to answer."""
    answers: Keyed[Answer]


class Outcome(Entry):
    """Where a path ends: the right door, and what else runs on meanwhile. Days are kept elsewhere and named here."""

    name: Text
    says: Text
    asks: tuple[Text, ...] = ()
    """How people ask for it, in their own words."""
    do: Text | None = None
    """The one next action: what its button says."""
    to: TargetName | None = None
    """Where the button leads: `procedure part/name:node` or `remedy id`."""
    call: Table = ()
    """Numbers to ring, and for what: where there is no time to read on."""
    who: RoleId | None = None
    """Unsaid: the competent authority of the procedure, or the body of the remedy, that the button leads to."""
    where: Text | None = None
    documents: tuple[DocumentId, ...] = ()
    limits: Some[LimitName] = ()
    """By when they must answer, or the reader must act."""
    remedies: tuple[RemedyId, ...] = ()
    """Every other route, each with its own clock."""
    cautions: tuple[Statement, ...] = ()
    law: Some[LawReference] = ()


class Questionnaire(Entry):
    """A file of `procedures/questionnaires/`. Its name is its id and its address; the first question begins."""

    name: Text
    summary: Text
    checked: date
    """When someone last held it against its sources."""
    place: PlaceId | None = None
    """Whose procedures it leads to; unsaid: those of the whole country."""
    asks: tuple[Text, ...] = ()
    """How people ask for it, in their own words."""
    questions: Keyed[Question] = Field(min_length=1)
    outcomes: Keyed[Outcome] = Field(min_length=1)

    @cached_property
    def question(self) -> dict[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def outcome(self) -> dict[str, Outcome]:
        """Outcomes by id."""
        return {outcome.id: outcome for outcome in self.outcomes}

    @cached_property
    def onward(self) -> dict[str, list[str]]:
        """For each question, where its answers lead, each once."""
        return {
            question.id: list(dict.fromkeys(answer.to for answer in question.answers)) for question in self.questions
        }
