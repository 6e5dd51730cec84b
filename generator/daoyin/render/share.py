"""The card that a chat shows for a procedure's page: its title and the one answer that most readers want."""

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

from daoyin import address, citation
from daoyin.load.settings import Site
from daoyin.model import PARTS, Catalogue, Limit, Procedure
from daoyin.render import typeset
from daoyin.render.page import limits
from daoyin.render.page.sheet import Sheet

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels of a card, as chats cut it (the Open Graph protocol's 1.91 : 1)."""

_TEMPLATE = Path(__file__).with_name("share.typ")
LONGEST: Final = 60
"""Characters of an answer in words."""
_PRACTICE = "当地做法，不是全国规定"


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says. `period` is the answer set large ("": the answer is words alone)."""

    title: str
    place: str
    note: str
    """That it is local practice; empty for law."""
    period: str
    answer: str
    counted: str
    """From when the period counts, and whether it may be prolonged; empty without a period."""
    site: str
    unofficial: str


def card(catalogue: Catalogue, procedure: Procedure, site: Site) -> Card:
    """A procedure and whose site it is -> its card."""
    place = catalogue.place.get(procedure.place)
    limit = next((limit for limit in procedure.limits if limit.within), None)
    if limit and citation.pending(catalogue, limit.basis):
        limit = None
    return Card(
        title=procedure.name,
        place=" · ".join((place.name if place else procedure.place, PARTS.get(procedure.part, procedure.part))),
        note=_PRACTICE if procedure.basis == "practice" else "",
        period=f"{limit.within}内" if limit else "",
        answer=_act(catalogue, procedure, limit) if limit else _short(procedure.do_now or procedure.summary),
        counted=_counted(catalogue, procedure, limit) if limit else "",
        site=site.name,
        unofficial="非官方" if site.unofficial else "",
    )


def drawn(
    catalogue: Catalogue, procedure: Procedure, site: Site, form: Literal["png", "svg"], cache: Path | None = None
) -> bytes:
    """The card as a picture. Equal cards give equal bytes; `cache` is a folder that remembers them."""
    told = asdict(card(catalogue, procedure, site)) | {"width": WIDTH, "height": HEIGHT}
    draw = typeset.png if form == "png" else typeset.svg
    return draw(_TEMPLATE, told, catalogue.typeface, cache)


def _act(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    """Who does what within the time; 应当 and 可以 are the law's words, and never a practice's."""
    if procedure.basis == "practice":
        return limit.act
    holder = catalogue.role.get(limit.holder)
    return f"{(holder.short or holder.name) if holder else limit.holder}{'应当' if limit.must else '可以'}{limit.act}"


def _counted(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    start = limits.start(Sheet(catalogue, address.procedure(procedure.id)), procedure, limit).name
    longer = f"；经批准可以延长 {limit.extend.by}" if limit.extend else ""
    return f"从{start}起算{longer}"


def _short(text: str) -> str:
    """As many whole sentences as can be read on a phone, but at least one."""
    sentences = re.findall(r"[^。！？]+[。！？]?", text)
    count = next((count for count in range(len(sentences), 1, -1) if len("".join(sentences[:count])) <= LONGEST), 1)
    return "".join(sentences[:count])
