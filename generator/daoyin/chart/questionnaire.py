"""A questionnaire as the graph that is drawn: questions as gateways, outcomes as ends, answers as flows."""

from daoyin import address
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.model import Outcome, Questionnaire

ASKED, PETITION, ELSEWHERE = "asked", "petition", "elsewhere"
LANES = {ASKED: "问题", PETITION: "信访里的路", ELSEWHERE: "别的路"}
"""Columns of the chart, from left to right: what is asked, and the two kinds of ends."""


def questionnaire(of: Questionnaire) -> Graph:
    """The chart of a questionnaire, from the very words that its pages are made of; questions numbered in order."""
    here = address.questionnaire_chart(of.id)
    questions = [
        Node(
            id=question.id,
            kind="gateway",
            lane=ASKED,
            name=question.ask,
            number=number,
            href=address.relative(address.question(of.id, question.id), here),
        )
        for number, question in enumerate(of.questions, 1)
    ]
    ends = [
        Node(
            id=outcome.id,
            kind="end",
            lane=lane(outcome),
            name=outcome.name,
            href=address.relative(address.question(of.id, outcome.id), here),
        )
        for outcome in of.outcomes
    ]
    flows = [
        Flow(source=question.id, target=answer.to, label=answer.says)
        for question in of.questions
        for answer in question.answers
    ]
    used = dict.fromkeys(node.lane for node in (*questions, *ends))
    return Graph(
        title=of.name,
        description=of.summary,
        lanes=tuple(Lane(id=id, name=name) for id, name in LANES.items() if id in used),
        nodes=(*questions, *ends),
        flows=tuple(flows),
    )


def lane(outcome: Outcome) -> str:
    """The column of an outcome: whether its door lies within the petition system."""
    return PETITION if (outcome.to or "").startswith("procedure ") else ELSEWHERE
