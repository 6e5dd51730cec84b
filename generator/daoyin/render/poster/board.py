"""The responsibility board: what a body must do, by when, on what basis, and what follows if it does not."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from daoyin import address, citation, duties
from daoyin.chart import badge
from daoyin.duties import Line
from daoyin.load.settings import Site
from daoyin.model import PARTS, Catalogue, LawReference, Role
from daoyin.render import press, typeset
from daoyin.render.memory import remembered
from daoyin.render.page.uses import runs
from daoyin.render.poster.setting import BOUND, Poster, hanging

_TEMPLATE = Path(__file__).with_name("board.typ")


def board(
    catalogue: Catalogue,
    role: Role,
    site: Site,
    papers: Sequence[press.Paper],
    *,
    place: str = "",
    shop: bool = False,
    cache: Path | None = None,
) -> Poster:
    """A role's responsibilities as PDF, on whichever of the papers (of one size) lets its text be largest.

    `place` is where it hangs: its title then names the body that fills the role there. Raises `typeset.NoRoom` where
    one sheet is too small at the bound of its paper.
    """
    listed = lister(catalogue, place or catalogue.country)
    lines = held(catalogue, listed, role)
    body = press.body(catalogue, place, (role.id,))
    page = press.page(site, address.role(role.id))
    says = {
        "kicker": " · ".join((catalogue.place[place or listed].name, "责任公示")),
        "says": role.says,
        "parts": list(_parts(catalogue, lines)),
        "code": press.code(page) if page else (),
        "address": page,
    }
    checked = dict(catalogue.duties_checked)[listed]
    title = f"{body.name if body else role.name}责任清单"
    told = press.told(says, title=title, site=site, checked=checked, paper=papers[0], shop=shop) | hanging(papers)

    def make() -> bytes:
        with suppress(typeset.NoRoom):
            return typeset.pdf(_TEMPLATE, told, checked, catalogue.typeface)
        raise typeset.NoRoom(f"“{title}”放不进 {papers[0].name.upper()}：字会小于 {BOUND[papers[0].name]} 磅。")

    return Poster(remembered(cache and cache / "posters", told | {"font": catalogue.typeface.characters}, make))


def lister(catalogue: Catalogue, place: str) -> str:
    """The place whose responsibility list holds here: the place's own, or that of the nearest place above it."""
    listed = dict(catalogue.duties)
    while place not in listed and "/" in place:
        place = place.rpartition("/")[0]
    return place


def held(catalogue: Catalogue, place: str, role: Role) -> tuple[Line, ...]:
    """The duties of a place's list that a role holds, alone or as one of several."""
    return tuple(
        line
        for line in duties.lines(catalogue, place)
        if line.duty.holder == role.id or role.id in duties.members(catalogue, line.duty.holder)
    )


def _parts(catalogue: Catalogue, lines: Sequence[Line]) -> Iterator[dict[str, object]]:
    """The duties by part, in the order of the parts."""
    for part, name in PARTS.items():
        if rows := [_row(catalogue, line) for line in lines if line.duty.part == part]:
            yield {"name": name, "rows": rows}


def _row(catalogue: Catalogue, line: Line) -> dict[str, str]:
    duty = line.duty
    document = catalogue.document.get(duty.document or "")
    numbers: dict[str, list[int]] = {}
    for procedure, step in line.steps:
        numbers.setdefault(procedure.name, []).append(step.number)
    steps = "；".join(f"《{name}》第 {runs(mine)} 步" for name, mine in numbers.items())
    return {
        "duty": duty.duty,
        "must": "不得" if duty.kind == "must-not" else "",
        "trigger": duty.trigger or "",
        "limit": badge(catalogue, line.limit[1]) if line.limit else "",
        "law": _law(catalogue, duty.law),
        "where": steps or (f"文书：{document.name}" if document else duty.not_applicable or ""),
        "missed": _law(catalogue, duty.consequence) or duty.no_consequence or "",
    }


def _law(catalogue: Catalogue, references: tuple[LawReference, ...]) -> str:
    return "、".join(citation.together(catalogue, references))
