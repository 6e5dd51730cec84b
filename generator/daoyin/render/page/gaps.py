"""Overlaps and gaps of responsibility, for staff: which matters no body leads here, or two; what is 未收录."""

from daoyin import address
from daoyin.check.gaps import Lead, blanks, leads
from daoyin.model import Catalogue
from daoyin.model.place import PUBLICATION
from daoyin.render.page.sheet import Link, Sheet, trail

INTRO = "给工作人员看：哪些事在当地没有写明由谁牵头，或者写了两个；每个单位应当公布的八项里，本站还缺哪几项。"


def gaps(catalogue: Catalogue, place: str) -> str:
    """The report over a place and all below it -> a page. A blank is an answer: 未收录 says nothing about the body."""
    sheet = Sheet(catalogue, address.gaps(place))
    within = [lead for lead in leads(catalogue) if lead.place == place or lead.place.startswith(f"{place}/")]
    return sheet.write(
        "gaps.html",
        title="责任的缺口和重叠",
        kind="report",
        section="duties",
        description=INTRO,
        trail=trail(catalogue, place),
        source=f"procedures/{place}/index.yaml",
        intro=INTRO,
        overlaps=_groups(sheet, [lead for lead in within if lead.kind == "overlap"]),
        gaps=_groups(sheet, [lead for lead in within if lead.kind == "gap"]),
        blanks=[
            (
                sheet.place(blank.place),
                next(body.name for body in catalogue.place[blank.place].bodies if body.id == blank.body),
                "八项都未收录"
                if len(blank.items) == len(PUBLICATION)
                else "、".join(PUBLICATION[i] for i in blank.items),
            )
            for blank in blanks(catalogue)
            if blank.place == place or blank.place.startswith(f"{place}/")
        ],
    )


def _groups(sheet: Sheet, found: list[Lead]) -> list[tuple[Link, list[tuple[Link, str, int]]]]:
    """By place: the role that should lead, the bodies that do, and how many matters that is."""
    groups: dict[str, dict[tuple[str, tuple[str, ...]], int]] = {}
    for lead in found:
        roles = groups.setdefault(lead.place, {})
        roles[lead.role, lead.bodies] = roles.get((lead.role, lead.bodies), 0) + 1
    return [
        (
            sheet.place(place),
            [(sheet.role(role), "、".join(_names(sheet, place, bodies)), n) for (role, bodies), n in roles.items()],
        )
        for place, roles in groups.items()
    ]


def _names(sheet: Sheet, place: str, bodies: tuple[str, ...]) -> list[str]:
    return [body.name for body in sheet.catalogue.place[place].bodies if body.id in bodies]
