"""The pages of a questionnaire: where it begins, one page a question, and one an outcome.

The script of the same questionnaire shows the same bodies, so both ways say the same.
"""

from typing import Any

from daoyin import address, clocks
from daoyin.door import Door, door, limits, remedies
from daoyin.model import Catalogue, Document, Limit, Outcome, Procedure, Question, Questionnaire, Remedy
from daoyin.render import data
from daoyin.render.page.environment import body
from daoyin.render.page.letters import written
from daoyin.render.page.limits import LimitRow, row
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import Link, Sheet

KIND = "questionnaire"
SECTION = "tools"
TOOLS = ("工具", address.TOOLS)
SCRIPT = "assets/door.js"


def questionnaire(catalogue: Catalogue, words: Questionnaire) -> str:
    """The start page. With JavaScript all questions are asked on it; without, its button leads to the first."""
    sheet = Sheet(catalogue, address.questionnaire(words.id))
    return sheet.write(
        "questionnaire.html",
        title=words.name,
        kind=KIND,
        section=SECTION,
        description=words.summary,
        trail=(TOOLS,),
        source=source(words),
        checked=words.checked.isoformat(),
        scripts=(address.questionnaire_data(words.id), SCRIPT),
        summary=words.summary,
        first=sheet.to(address.question(words.id, words.questions[0].id)),
        chart=sheet.to(address.questionnaire_chart(words.id)),
        id=words.id,
    )


def question(catalogue: Catalogue, words: Questionnaire, asked: Question) -> str:
    """One question, with its answers as links."""
    sheet = _sheet(catalogue, words, asked)
    return _page(sheet, words, "question.html", asked.ask, asked.why, _question(sheet, words, asked))


def outcome(catalogue: Catalogue, words: Questionnaire, found: Outcome) -> str:
    """One end: the right door, and what else runs on."""
    sheet = _sheet(catalogue, words, found)
    return _page(sheet, words, "outcome.html", found.name, found.says, _outcome(sheet, words, found))


def questionnaire_data(catalogue: Catalogue, words: Questionnaire) -> str:
    """All of it as a script: each question and outcome by id, with its title, its answers, and the body of its page."""
    told: dict[str, dict[str, object]] = {}
    for asked in words.questions:
        answers = {answer.id: [answer.says, answer.to] for answer in asked.answers}
        sheet = _sheet(catalogue, words, asked)
        html = body("question.html", {"sheet": sheet, **_question(sheet, words, asked)})
        told[asked.id] = {"title": asked.ask, "answers": answers, "html": html}
    for found in words.outcomes:
        sheet = _sheet(catalogue, words, found)
        html = body("outcome.html", {"sheet": sheet, **_outcome(sheet, words, found)})
        told[found.id] = {"title": found.name, "html": html}
    return data.script("daoyinQuestionnaire", {"name": words.name, "first": words.questions[0].id, "pages": told})


def _sheet(catalogue: Catalogue, words: Questionnaire, told: Question | Outcome) -> Sheet:
    return Sheet(catalogue, address.question(words.id, told.id))


def _page(
    sheet: Sheet, words: Questionnaire, template: str, title: str, description: str, values: dict[str, Any]
) -> str:
    return sheet.write(
        template,
        title=title,
        kind=KIND,
        section=SECTION,
        description=description,
        trail=(TOOLS, (words.name, address.questionnaire(words.id))),
        source=source(words),
        checked=words.checked.isoformat(),
        **values,
    )


def source(words: Questionnaire) -> str:
    """The file that an editor changes."""
    return f"procedures/questionnaires/{words.id}.yaml"


def _question(sheet: Sheet, words: Questionnaire, asked: Question) -> dict[str, Any]:
    catalogue = sheet.catalogue
    known, routes = limits(catalogue, words, asked.limits), remedies(catalogue, asked.remedies)
    return {
        "question": asked,
        "why": sheet.prose(asked.why),
        "help": sheet.prose(asked.help) if asked.help else "",
        "limits": _limits(sheet, known),
        "remedies": [_remedy(sheet, remedy) for remedy in routes],
        "deadlines": _counting(sheet, known, routes),
        "answers": [
            (answer, sheet.to(address.question(words.id, answer.to)), sheet.cites(answer.law))
            for answer in asked.answers
        ],
        **_links(sheet, words),
    }


def _outcome(sheet: Sheet, words: Questionnaire, found: Outcome) -> dict[str, Any]:
    catalogue = sheet.catalogue
    there = door(catalogue, words, found)
    return {
        "outcome": found,
        "says": sheet.prose(found.says),
        "calls": found.call,
        "button": Link(found.do or "", _goal(sheet, there)),
        "who": sheet.role(there.role) if there.role else Link(there.body),
        "where": sheet.prose(found.where) if found.where else "",
        "place": Link("找当地公布的地址和电话", sheet.to(_places(words))) if there.procedure else None,
        "documents": [_document(sheet, document) for id in found.documents if (document := catalogue.document.get(id))],
        "own": _remedy(sheet, there.remedy) if there.remedy else None,
        "limits": _limits(sheet, there.limits),
        "deadlines": _counting(sheet, there.limits, (there.remedy,) if there.remedy else ()),
        "cautions": [sheet.statement(caution) for caution in found.cautions],
        "clocks": _clocks(sheet, there),
        "law": sheet.cites(found.law),
        **_links(sheet, words),
    }


def _links(sheet: Sheet, words: Questionnaire) -> dict[str, str]:
    return {
        "again": sheet.to(address.questionnaire(words.id)),
        "chart": sheet.to(address.questionnaire_chart(words.id)),
    }


def _places(words: Questionnaire) -> str:
    return address.place(words.place) if words.place else address.PLACES


def _goal(sheet: Sheet, there: Door) -> str:
    """Where the button leads: the step of the procedure, its page, or the entry of the route."""
    if there.procedure:
        anchor = address.step_anchor(there.node) if there.node else ""
        return sheet.to(address.procedure(there.procedure.id), anchor)
    return sheet.to(address.REMEDIES, there.remedy.id) if there.remedy else ""


def _document(sheet: Sheet, document: Document) -> tuple[Link, list[Link]]:
    """A document, where it can be filled in on the device, and its blank form where it has one."""
    here = address.document(document.id)
    forms = [Link(name, sheet.to(f"{here}.{ending}")) for ending, name in (("docx", "Word 表格"), ("pdf", "PDF 表格"))]
    mine = document in [letter.document for letter in written(sheet.catalogue)]
    fill = [Link("在这里填", sheet.to(address.WRITE, f"kind={document.id}"))] if mine else []
    return sheet.document(document.id), fill + (forms if document.fields else [])


def _limits(sheet: Sheet, found: tuple[tuple[Procedure, Limit], ...]) -> list[tuple[Link, LimitRow, str]]:
    """Each limit as its procedure's page says it, with a link to it there, and what starts its clock."""
    return [
        (
            Link(procedure.name, sheet.to(address.procedure(procedure.id), address.limit_anchor(limit.id))),
            row(sheet, procedure, limit),
            _start(sheet.catalogue, procedure, limit),
        )
        for procedure, limit in found
    ]


def _start(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    """The name of the step that starts a limit's clock."""
    path, _, node = limit.from_.rpartition(":")
    id = catalogue.resolve(procedure.place, procedure.part, path) if path else procedure.id
    step = catalogue.procedure[id].process.node(node) if id else None
    return step.name if step else ""


def _counting(sheet: Sheet, found: tuple[tuple[Procedure, Limit], ...], routes: tuple[Remedy, ...]) -> str:
    """Where the last days of these are counted, the event chosen that starts the first limit; "" where none can be."""
    for event in clocks.events(sheet.catalogue):
        counted = [(one.procedure, one.limit) for one in event.clocks]
        if found and found[0] in counted:
            return sheet.to(address.DEADLINES, f"event={event.id}")
    known = clocks.remedies(sheet.catalogue)
    tool = bool(clocks.events(sheet.catalogue))  # it is made where an event starts a clock
    return sheet.to(address.DEADLINES, "remedies") if tool and any(route in known for route in routes) else ""


def _remedy(sheet: Sheet, remedy: Remedy) -> dict[str, object]:
    """A route with its clock, every part of it as the register says it."""
    return {
        "link": Link(remedy.name, sheet.to(address.REMEDIES, remedy.id)),
        "within": f"{remedy.within}内" if remedy.within else "",
        "untimed": remedy.untimed or "",
        "counts_from": remedy.counts_from,
        "long_stop": remedy.long_stop or "",
        "precondition": remedy.precondition or "",
        "interrupted_by": remedy.interrupted_by or "",
        "cost": remedy.cost or "",
        "runs": clock(remedy),
        "says": CLOCKS[clock(remedy)],
    }


def _clocks(sheet: Sheet, there: Door) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Every other route, by what petitioning does to its clock."""
    told = [_remedy(sheet, remedy) for remedy in there.others]
    groups = dict.fromkeys((str(remedy["says"]), str(remedy["runs"])) for remedy in told)
    return [(says, runs, [remedy for remedy in told if remedy["runs"] == runs]) for says, runs in groups]
