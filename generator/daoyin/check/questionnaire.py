"""A questionnaire must lead: every answer somewhere, every path to an outcome, every outcome to a door by law."""

from collections.abc import Iterator

from daoyin.check.graph import closure
from daoyin.check.walk import file
from daoyin.finding import At, Fault, Message, did_you_mean
from daoyin.model import Answer, Catalogue, Outcome, Question, Questionnaire

DEEPEST = 6
"""Questions on a path: whoever is asked more gives up, or has forgotten how it began."""

RESERVED = ("index", "chart")
"""The start page and the chart of a questionnaire lie beside its questions."""


def unknown_question(catalogue: Catalogue) -> Iterator[Fault]:
    """问卷里每个答案的 to，都要是同一份问卷里的问题或者结果。

    Every answer of a questionnaire leads to a question or an outcome of the same one.
    """
    for words in catalogue.questionnaires:
        known = (*words.question, *words.outcome)
        for at, answer in _answers(words):
            if answer.to not in known:
                message = Message(
                    "没有问题或者结果“{to}”{near}",
                    "no question or outcome “{to}”{near}",
                    to=answer.to,
                    near=did_you_mean(answer.to, known),
                )
                yield Fault(file(words), (*at, "to"), message)


def unreachable_question(catalogue: Catalogue) -> Iterator[Fault]:
    """从第一个问题出发，每个问题和结果都要走得到。

    Every question and outcome can be reached from the first question.
    """
    for words in catalogue.questionnaires:
        reached = closure(words.onward, [question.id for question in words.questions[:1]])
        for at, told in _named(words):
            if told.id not in reached:
                message = Message(
                    "从第一个问题走不到“{name}”；请让某个答案的 to 指向 {id}",
                    "“{name}” cannot be reached from the first question; let the to of an answer point to {id}",
                    name=_title(told),
                    id=told.id,
                )
                yield Fault(file(words), at, message)


def question_loop(catalogue: Catalogue) -> Iterator[Fault]:
    """问卷不能绕回来：同一个人不会被问同一个问题两次，每条路都走到一个结果。

    A questionnaire never comes back: nobody is asked the same twice, and every path ends at an outcome.
    """
    for words in catalogue.questionnaires:
        for at, answer in _loops(words):
            message = Message(
                "“{says}”会绕回这个问题；请把 to 改成后面的问题或者结果",
                "“{says}” comes back to this question; let its to point to a later question, or an outcome",
                says=answer.says,
            )
            yield Fault(file(words), (*at, "to"), message)


def question_deep(catalogue: Catalogue) -> Iterator[Fault]:
    """一条路上最多问六个问题。

    At most six questions are asked on a path.
    """
    for words in catalogue.questionnaires:
        endless = any(_loops(words))  # told already
        for question, count in _depths(words).items():
            if count == DEEPEST + 1 and not endless:
                message = Message(
                    "走到这里已经是第 {count} 个问题，最多 {most} 个；请并掉前面的一问",
                    "this is question {count} of its path, and {most} is the most; join two of the earlier ones",
                    count=count,
                    most=DEEPEST,
                )
                yield Fault(file(words), ("questions", question), message)


def question_answers(catalogue: Catalogue) -> Iterator[Fault]:
    """每个问题至少有两个说法不同的答案，并且不都走到同一处。

    Every question has two or more answers that differ in words, and do not all lead to the same place.
    """
    for words in catalogue.questionnaires:
        for question in words.questions:
            said = ["".join(answer.says.split()) for answer in question.answers]
            goals = words.onward[question.id]
            at: At = ("questions", question.id, "answers")
            if len(set(said)) < len(said):
                twice = next(answer for n, answer in enumerate(question.answers) if said[n] in said[:n])
                message = Message(
                    "答案“{says}”写了两次；请改成能分辨的说法",
                    "the answer “{says}” stands here twice; word one of them so that they can be told apart",
                    says=twice.says,
                )
                yield Fault(file(words), (*at, twice.id, "says"), message)
            elif len(said) < 2 or len(goals) < 2:
                message = Message(
                    "“{ask}”的答案只走到一处，不用问；请补上别的答案，或删去这个问题",
                    "the answers of “{ask}” lead to one place only; add another, or delete the question",
                    ask=question.ask,
                )
                yield Fault(file(words), at, message)


def question_named(catalogue: Catalogue) -> Iterator[Fault]:
    """一份问卷里，问题和结果的名字（id）、标题各不相同，也不叫 index、chart：它们各有一页。

    Ids and titles of a questionnaire's questions and outcomes differ, and no id is index or chart: each is a page.
    """
    for words in catalogue.questionnaires:
        ids: set[str] = set(RESERVED)
        titles: set[str] = set()
        for at, told in _named(words):
            if told.id in ids:
                message = Message("“{id}”已经用了；请换一个名字", "“{id}” is taken; choose another id", id=told.id)
                yield Fault(file(words), at, message)
            elif _title(told) in titles:
                message = Message(
                    "标题“{title}”已经用了；请改成能分辨的标题",
                    "the title “{title}” is taken; choose one that can be told apart",
                    title=_title(told),
                )
                yield Fault(file(words), (*at, "name" if isinstance(told, Outcome) else "ask"), message)
            ids.add(told.id)
            titles.add(_title(told))


def door_uncited(catalogue: Catalogue) -> Iterator[Fault]:
    """问卷的每个答案、每个结果都写 law：为什么走这条路，依据哪一条。

    Every answer and every outcome of a questionnaire cites law: what it rests on that this is the way.
    """
    for words in catalogue.questionnaires:
        told: list[tuple[At, Answer | Outcome, str]] = [(at, answer, answer.says) for at, answer in _answers(words)]
        told += [(("outcomes", outcome.id), outcome, outcome.name) for outcome in words.outcomes]
        for at, word, says in told:
            if not word.law:
                message = Message("“{says}”应当写明依据哪一条（law）", "“{says}” must cite its law", says=says)
                yield Fault(file(words), at, message)


def door_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """问卷的每个结果都有一个下一步：写 do 和 to（事项或者救济途径），紧急的写 call（电话）。

    Every outcome of a questionnaire has one next action: do and to (a procedure or remedy), or call (whom to ring).
    """
    for words in catalogue.questionnaires:
        for outcome in words.outcomes:
            if not (outcome.do and outcome.to) and not outcome.call:
                message = Message(
                    "“{name}”没有写下一步；请写 do（做什么）和 to（到哪里），紧急的写 call",
                    "“{name}” names no next action; write do and to, or call where it is urgent",
                    name=outcome.name,
                )
                yield Fault(file(words), ("outcomes", outcome.id), message)


def _answers(words: Questionnaire) -> Iterator[tuple[At, Answer]]:
    for question in words.questions:
        for answer in question.answers:
            yield ("questions", question.id, "answers", answer.id), answer


def _loops(words: Questionnaire) -> Iterator[tuple[At, Answer]]:
    """The answers from which the question that they answer can be reached again."""
    for at, answer in _answers(words):
        if answer.to in words.question and at[1] in closure(words.onward, [answer.to]):
            yield at, answer


def _named(words: Questionnaire) -> Iterator[tuple[At, Question | Outcome]]:
    yield from ((("questions", question.id), question) for question in words.questions)
    yield from ((("outcomes", outcome.id), outcome) for outcome in words.outcomes)


def _title(told: Question | Outcome) -> str:
    return told.name if isinstance(told, Outcome) else told.ask


def _depths(words: Questionnaire) -> dict[str, int]:
    """For each question that is reached, how many are asked on the longest path to it, itself included.

    Paths are followed no farther than one question too many.
    """
    found: dict[str, int] = {}
    level = {question.id for question in words.questions[:1]}
    for count in range(1, DEEPEST + 2):
        found |= dict.fromkeys(sorted(level), count)
        level = {to for id in level for to in words.onward[id] if to in words.question}
    return found
