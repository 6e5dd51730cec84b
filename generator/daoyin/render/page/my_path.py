"""我的办理进度: days as things happen, by stage; what is due, what is late, and the next lawful step."""

from dataclasses import dataclass

from daoyin import address
from daoyin.model import Catalogue, Procedure, Statement
from daoyin.overdue import overdue
from daoyin.render.page.deadlines import Choice, choices, grouped
from daoyin.render.page.home import top
from daoyin.render.page.letters import written
from daoyin.render.page.sheet import Link, Sheet

INTRO = "走到哪一步，就把那一步的日子填上。它告诉您在等谁、最晚哪天、过了怎么办。"
SCRIPTS = (address.CLOCKS, *(f"assets/{name}.js" for name in ("count", "tool", "keep", "steps", "my-path")))

STAGES = {"appeal": "all", "suggestion": "acceptance", "accusation": "none"}
"""Kinds of matters, each the name of the procedure in which it is handled: which stages have days to fill in.

Accusations have none, and nothing of them is ever kept: counters share computers.
"""


@dataclass(frozen=True)
class Matter:
    """A kind of matter."""

    id: str
    stages: str
    guide: Link


@dataclass(frozen=True)
class Stage:
    """A procedure whose limits run, and the events of it that have a day."""

    title: str
    part: str
    choices: tuple[Choice, ...]


def my_path(catalogue: Catalogue) -> str:
    """The events that start the limits of the whole country's procedures -> the page of the tool."""
    sheet, onward = Sheet(catalogue, address.MY_PATH), _onward(catalogue)
    return sheet.write(
        "my_path.html",
        title="我的办理进度",
        kind="path",
        section="tools",
        description=INTRO,
        trail=(("工具", address.TOOLS),),
        scripts=SCRIPTS,
        source=f"procedures/{onward[0].id}.yaml" if onward else "",
        intro=INTRO,
        matters=_matters(sheet),
        stages=[Stage(title, _part(found), tuple(found)) for title, found in grouped(choices(sheet))],
        onward=[sheet.procedure(procedure.id) for procedure in onward],
        cautions=[sheet.statement(caution) for caution in _cautions(onward)],
        write=sheet.to(address.WRITE) if written(catalogue) else "",
        missed=sheet.to(address.MISSED) if overdue(catalogue, top(catalogue)) else "",
        deadlines=sheet.to(address.DEADLINES, "remedies"),
        counting=sheet.to(address.DEADLINES, "counting"),
    )


def _matters(sheet: Sheet) -> list[Matter]:
    """The kinds of matters for which the country has a procedure."""
    place = top(sheet.catalogue)
    found = ((name, sheet.catalogue.resolve(place, "handling", name)) for name in STAGES)
    return [Matter(name, STAGES[name], sheet.procedure(id)) for name, id in found if id]


def _part(choices: list[Choice]) -> str:
    return choices[0].id.partition("/")[0]


def _onward(catalogue: Catalogue) -> list[Procedure]:
    """The procedures that a citizen may begin when a limit was missed, each once."""
    found = {one.onward.id: one.onward for one in overdue(catalogue, top(catalogue)) if one.onward and one.letters}
    return list(found.values())


def _cautions(procedures: list[Procedure]) -> tuple[Statement, ...]:
    return tuple(dict.fromkeys(caution for procedure in procedures for caution in procedure.cautions))
