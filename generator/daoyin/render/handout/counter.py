"""A card for the counter: the eight items of art. 18 of a body, with blanks for what we do not hold."""

from dataclasses import asdict
from pathlib import Path

from daoyin import address
from daoyin.load.settings import Site
from daoyin.model import Body, Catalogue, Place
from daoyin.render import press, typeset
from daoyin.render.press import Paper

_TEMPLATE = Path(__file__).with_name("counter.typ")
PAPERS = ("a5", "a6")


def counter_card(
    catalogue: Catalogue, place: Place, site: Site, body: Body | None = None, paper: Paper = press.PAPERS["a5"],
    *, print_shop: bool = False, cache: Path | None = None,
) -> bytes:  # fmt: skip
    """A place, and the body at whose counter it stands (unless said: its petition department) -> the card."""
    whose = body or press.body(catalogue, place.id, ("petition-department",))
    page = press.page(site, address.place(place.id))
    says = {
        "place": place.name,
        "body": whose.name if whose else "",
        "items": [asdict(item) for item in press.items(whose)],
        "page": page,
        "code": press.code(page) if page else (),
    }
    title = f"{whose.name if whose else place.name}：来访、来信、来电看这里"
    told = press.told(says, title=title, site=site, checked=place.checked, paper=paper, shop=print_shop)
    return typeset.pdf(_TEMPLATE, told, place.checked, catalogue.typeface, cache)
