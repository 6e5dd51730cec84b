"""The page of a whole questionnaire: its chart, and the same words as a numbered list."""

from markupsafe import Markup

from daoyin import address
from daoyin.model import Catalogue, Question, Questionnaire
from daoyin.render.page.questionnaire import KIND, SECTION, TOOLS, source
from daoyin.render.page.sheet import Link, Sheet


def questionnaire_chart(catalogue: Catalogue, words: Questionnaire, chart: str) -> str:
    """The whole questionnaire as a chart (inline SVG) and, from the same words, as a numbered list."""
    sheet = Sheet(catalogue, address.questionnaire_chart(words.id))
    numbers = {asked.id: number for number, asked in enumerate(words.questions, 1)}
    return sheet.write(
        "questions.html",
        title=f"{words.name}：所有问题和结果",
        kind=KIND,
        section=SECTION,
        description=words.summary,
        trail=(TOOLS, (words.name, address.questionnaire(words.id))),
        source=source(words),
        checked=words.checked.isoformat(),
        scripts=("assets/chart.js",),
        chart=Markup(chart),  # noqa: S704 - our own drawing, whose texts are escaped where it is written
        chart_file="chart.svg",
        questions=[(numbers[asked.id], asked, _ways(sheet, words, asked, numbers)) for asked in words.questions],
        begin=sheet.to(address.questionnaire(words.id)),
    )


def _ways(sheet: Sheet, words: Questionnaire, asked: Question, numbers: dict[str, int]) -> list[tuple[str, str, Link]]:
    """Each answer: its words, the number of the next question or "", and the link."""
    return [
        (
            answer.says,
            str(numbers.get(answer.to, "")),
            Link(_name(words, answer.to), sheet.to(address.question(words.id, answer.to))),
        )
        for answer in asked.answers
    ]


def _name(words: Questionnaire, id: str) -> str:
    return words.question[id].ask if id in words.question else words.outcome[id].name
