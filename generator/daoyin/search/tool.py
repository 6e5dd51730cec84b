"""The tools as results: small programs of the site, found by what they are for."""

from collections.abc import Iterator
from itertools import chain

from daoyin import address, clocks
from daoyin.model import Catalogue, Outcome, Questionnaire
from daoyin.overdue import overdue
from daoyin.search import answer
from daoyin.search.entry import Entry, fields

LETTER = "petition-letter"
"""The document whose letter the writing tool makes first."""


def tools(catalogue: Catalogue) -> Iterator[Entry]:
    """Every tool that the site has."""
    if clocks.events(catalogue):
        yield _tool(
            "期限计算", address.DEADLINES, "填一个日子，算出每个期限的最后一天。", "算日子", "算期限", "最后一天是哪天"
        )
        yield _tool(
            "我的办理进度", address.MY_PATH, "走到哪步填到哪步，看下一步该谁做、最晚哪天。", "我到哪一步了", "下一步"
        )
    if overdue(catalogue, catalogue.country):
        yield _tool("超期怎么办", address.MISSED, "选“谁没有按时做什么”，看条例怎么说、找谁、写哪封信。", "超期了找谁")
    if LETTER in catalogue.document:
        yield _tool("写信访信", address.WRITE, "一栏一栏填，得到能打印、能用 Word 打开的信。", "帮我写信", "生成信访信")
    yield from chain(*(_questionnaire(catalogue, words) for words in catalogue.questionnaires))


def _tool(name: str, page: str, says: str, *asks: str) -> Entry:
    return Entry("tool", f"工具：{name}", page, "", says, fields(name, (), "工具", says), head=True, asks=asks)


def _questionnaire(catalogue: Catalogue, words: Questionnaire) -> Iterator[Entry]:
    """Where a questionnaire begins, each of its questions, and each of its outcomes.

    An outcome is found by its own words and by the answers that lead there.
    """
    page = address.questionnaire(words.id)
    texts = fields(words.name, (), "工具", words.summary)
    yield Entry("tool", f"工具：{words.name}", page, "", answer.cut(words.summary), texts, head=True, asks=words.asks)
    for question in words.questions:
        page, given = address.question(words.id, question.id), (one.says for one in question.answers)
        texts = fields(question.ask, (), words.name, question.why, question.help or "", *given)
        yield Entry("question", f"{words.name}：{question.ask}", page, "", question.why, texts, head=True)
    for outcome in words.outcomes:
        page = address.question(words.id, outcome.id)
        line = answer.line(catalogue, outcome.says, outcome.law)
        texts = fields(
            outcome.name,
            (),
            words.name,
            outcome.says,
            *_answers(words, outcome),
            *dict(outcome.call).values(),
        )
        name = f"{words.name}：{outcome.name}"
        yield Entry("outcome", name, page, "", line, texts, head=True, asks=outcome.asks)


def _answers(words: Questionnaire, outcome: Outcome) -> Iterator[str]:
    """What readers answered who end there."""
    for question in words.questions:
        for given in question.answers:
            if given.to == outcome.id:
                yield from (question.ask, given.says)
