"""A leaflet on A4, folded in three, to take home: what to do, where, by when, what if not, what else runs.

Printed on both sides and turned on the short edge. The outside holds, from the left: the flap that is folded in, the
back, the front; the flap is 3 mm narrower than the other two, so that it lies flat.
"""

from dataclasses import asdict
from pathlib import Path

from daoyin import address
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Procedure
from daoyin.render import press, share, typeset
from daoyin.render.handout.brief import brief

_TEMPLATE = Path(__file__).with_name("leaflet.typ")
_PAPER = press.PAPERS["a4"].turned
_CONTACT = ("address", "telephone", "reception", "online", "tracking")
"""What one needs to go there, to call, or to ask how it stands; the other items of art. 18 hang on the wall."""


def leaflet(
    catalogue: Catalogue,
    procedure: Procedure,
    site: Site,
    place: str = "",
    *,
    print_shop: bool = False,
    cache: Path | None = None,
) -> bytes:
    """A procedure, and the place whose citizens get it (unless said: the procedure's own) -> two sheets as PDF."""
    where = place or procedure.place
    role = (procedure.competent_authority,) if procedure.competent_authority else ()
    body = press.body(catalogue, where, (*role, "petition-department"))
    page = press.page(site, address.procedure(procedure.id))
    says = {
        **asdict(brief(catalogue, procedure)),
        "answer": asdict(share.card(catalogue, procedure, site)),
        "body": body.name if body else "",
        "contact": [asdict(item) for item in press.items(body, _CONTACT)],
        "page": page,
        "code": press.code(page) if page else (),
    }
    told = press.told(says, title=procedure.name, site=site, checked=procedure.checked, paper=_PAPER, shop=print_shop)
    return typeset.pdf(_TEMPLATE, told, procedure.checked, catalogue.typeface, cache)
