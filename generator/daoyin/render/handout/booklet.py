"""A booklet on A5: what a place does and what the places above it do for its citizens, step by step, with limits."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from daoyin import address
from daoyin.load.settings import Site
from daoyin.model import Body, Catalogue, Place, Procedure
from daoyin.render import press, typeset
from daoyin.render.handout.brief import brief, for_citizens
from daoyin.render.handout.imposition import sides

_TEMPLATE = Path(__file__).with_name("booklet.typ")
_SHEETS = Path(__file__).with_name("imposition.typ")
_PAPER = press.PAPERS["a5"]


def booklet(
    catalogue: Catalogue, place: Place, site: Site, *, print_shop: bool = False, cache: Path | None = None
) -> bytes:
    """A place -> its booklet, one page after the other, for a screen or for any binding."""
    procedures = told_in(catalogue, place)
    shown = _reached(catalogue, place)
    page = press.page(site, address.place(place.id))
    says = {
        "place": place.name,
        "summary": place.summary,
        "bodies": [_body(body) for body in shown] or [_body(None)],
        "others": [body.name for body in place.bodies if body not in shown],
        "guides": [
            {**asdict(brief(catalogue, procedure)), "id": procedure.id.replace("/", "-")} for procedure in procedures
        ],
        "page": page,
        "code": press.code(page) if page else (),
    }
    checked = max((place.checked, *(procedure.checked for procedure in procedures)))
    title = f"{place.name}办事手册"
    told = press.told(says, title=title, site=site, checked=checked, paper=_PAPER, shop=print_shop)
    return typeset.pdf(_TEMPLATE, told, checked, catalogue.typeface, cache)


def told_in(catalogue: Catalogue, place: Place) -> tuple[Procedure, ...]:
    """The procedures of a place's booklet: all that it does its own way; then those for citizens that hold everywhere.

    What a place tells itself, under the same part and name, stands for what is told above.
    """
    found: dict[str, Procedure] = {}
    at: str | None = place.id
    while at:
        for procedure in catalogue.procedures:
            if procedure.place == at and (at == place.id != catalogue.country or for_citizens(procedure)):
                found.setdefault(procedure.id.removeprefix(f"{at}/"), procedure)
        at = at.rsplit("/", 1)[0] if "/" in at else None
    return tuple(found.values())


def imposed(pages: bytes, title: str, on: date) -> bytes:
    """The pages of a booklet -> sheets of A4 in the printer's order, to fold and to staple through the fold.

    The sheets are for a printer alone: they are no accessible document, which the booklet itself is.
    """
    order = sides(typeset.page_count(pages))
    told = {"title": title, "sides": order, "day": (on.year, on.month, on.day)}
    return typeset.sheets(_SHEETS, told, on, pages)


def _reached(catalogue: Catalogue, place: Place) -> tuple[Body, ...]:
    """The bodies whose eight items have a page: the one for petitions, and every other that published any of them."""
    first = press.body(catalogue, place.id, ("petition-department",)) or next(iter(place.bodies), None)
    return tuple(body for body in place.bodies if body == first or any(item.says for item in press.items(body)))


def _body(body: Body | None) -> dict[str, object]:
    return {"name": body.name if body else "", "items": [asdict(item) for item in press.items(body)]}
