"""The page of a part: every procedure of one kind in a place."""

from daoyin import address
from daoyin.model import PARTS, Catalogue
from daoyin.render.page.sheet import Sheet, trail

SAYS = {
    "prevention": "事情闹大之前怎么办：在身边先说、先调、先办。",
    "acceptance": "把事情交上去：从哪里提、谁来收、多久告诉您归谁办。",
    "handling": "收下以后怎么办：分成哪几类、多久答复、不服怎么办。",
    "supervision": "没人管、拖着不办、推来推去怎么办：督办和追责。",
    "order": "一起去、当面说的规矩：大家都守，谁的权利也不少。",
}


def part(catalogue: Catalogue, place: str, part: str) -> str:
    """All procedures of one part in a place."""
    sheet = Sheet(catalogue, address.part(place, part))
    procedures = [found for found in catalogue.procedures if found.place == place and found.part == part]
    others = [
        (name, sheet.to(address.part(place, id)))
        for id, name in PARTS.items()
        if id != part and _any(catalogue, place, id)
    ]
    return sheet.write(
        "part.html",
        title=PARTS.get(part, part),
        kind="part",
        section="guides",
        description=SAYS.get(part, ""),
        trail=trail(catalogue, place),
        says=SAYS.get(part, ""),
        procedures=[sheet.procedure(found.id) for found in procedures],
        others=others,
    )


def _any(catalogue: Catalogue, place: str, part: str) -> bool:
    return any(found.place == place and found.part == part for found in catalogue.procedures)
