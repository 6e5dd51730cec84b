"""超期怎么办: for every limit of law, what the law says if it is missed, whom to turn to, and which letter."""

from dataclasses import dataclass

from daoyin import address, citation
from daoyin.model import Catalogue, LawReference, Remedy, Statement
from daoyin.overdue import Overdue, overdue
from daoyin.render.page.home import top
from daoyin.render.page.limits import LimitRow, row
from daoyin.render.page.register import CLOCKS, clock
from daoyin.render.page.sheet import Link, Sheet

INTRO = "单位到期没有登记、告知、办结或者答复，条文怎么说、找谁、写哪封信。"
GROUPS = {
    "citizen": ("单位没有按时办", "选一样，看您可以怎么做。"),
    "office": ("机关之间的期限", "这些是机关之间的事，看一看就知道卡在哪里。"),
    "own": ("您自己错过的", "这些是您的权利，过期可能失去。"),
}


@dataclass(frozen=True)
class Answer:
    """One limit that was missed, and what a reader needs then."""

    id: str
    group: str
    title: str
    start: str
    row: LimitRow
    guide: Link
    consequences: tuple[tuple[Link, tuple[str, ...]], ...]
    silence: tuple[str, ...]
    letters: tuple[Link, ...]
    channels: tuple[str, ...]
    evidence: tuple[str, ...]


def missed(catalogue: Catalogue) -> str:
    """The limits of the whole country's procedures -> the page."""
    sheet = Sheet(catalogue, address.MISSED)
    place = top(catalogue)
    found = overdue(catalogue, place)
    answers = [_answer(sheet, one) for one in found]
    groups = [(*told, [answer for answer in answers if answer.group == group]) for group, told in GROUPS.items()]
    checked = dict(catalogue.duties_checked).get(place)
    return sheet.write(
        "missed.html",
        title="超期怎么办",
        kind="missed",
        section="tools",
        description=INTRO,
        trail=(("工具", address.TOOLS),),
        scripts=("assets/choose.js",),
        source=f"procedures/{place}/duties.yaml",
        checked=checked.isoformat() if checked else "",
        intro=INTRO,
        groups=[group for group in groups if group[2]],
        answers=answers,
        cautions=[sheet.statement(caution) for caution in _cautions(found)],
        clocks=_clocks(catalogue, found),
        remedies_page=address.REMEDIES,
    )


def _answer(sheet: Sheet, one: Overdue) -> Answer:
    told = row(sheet, one.procedure, one.limit)
    onward = one.onward if one.letters else None
    return Answer(
        id=address.missed_anchor(one.procedure.id, one.limit.id),
        group="own" if told.right else "citizen" if one.citizen else "office",
        title=f"{'您' if told.right else told.holder.name}没有按时{told.act}",
        start=one.start,
        row=told,
        guide=sheet.procedure(one.procedure.id),
        consequences=tuple((sheet.cite(law), _says(sheet.catalogue, law)) for law in one.consequences),
        silence=one.silence,
        letters=tuple(
            Link(f"写《{letter.name}》", sheet.to(address.WRITE, f"kind={letter.id}")) for letter in one.letters
        ),
        channels=onward.channels if onward else (),
        evidence=onward.evidence if onward else (),
    )


def _says(catalogue: Catalogue, law: LawReference) -> tuple[str, ...]:
    """What the unit says; an item alone says only when, so its paragraph, which says what follows, stands before it."""
    whole = LawReference(law.law, law.article, law.paragraph)
    said = (citation.says(catalogue, whole) if law.item else "", citation.says(catalogue, law))
    return tuple(dict.fromkeys(text for text in said if text))


def _cautions(found: tuple[Overdue, ...]) -> tuple[Statement, ...]:
    """What is easily got wrong, of every procedure in which a letter is written."""
    onward = dict.fromkeys(one.onward.id for one in found if one.onward and one.letters)
    procedures = [one.onward for one in found if one.onward]
    return tuple(
        dict.fromkeys(
            caution
            for id in onward
            for caution in next(procedure for procedure in procedures if procedure.id == id).cautions
        )
    )


def _clocks(catalogue: Catalogue, found: tuple[Overdue, ...]) -> list[tuple[str, str, list[Remedy]]]:
    """The other legal routes that those procedures name, by what petitioning does to their clocks."""
    ids = dict.fromkeys(id for one in found if one.onward for id in one.onward.remedies)
    remedies = [catalogue.remedy[id] for id in ids if id in catalogue.remedy]
    kinds = dict.fromkeys(clock(remedy) for remedy in remedies)
    return [(CLOCKS[kind], kind, [remedy for remedy in remedies if clock(remedy) == kind]) for kind in kinds]
