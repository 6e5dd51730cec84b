"""Pages of roles: who acts, what they must do, and in which steps."""

from collections.abc import Mapping

from daoyin import address
from daoyin.duties import members
from daoyin.model import Catalogue, Role
from daoyin.render.page import uses
from daoyin.render.page.sheet import NO_PRINTS, Link, Sheet

INTRO = "办事过程中会遇到的各个单位和人。点进去看它负责什么、在哪些步骤里出现。"
PARTS = {
    "responsible": "由它办的步骤",
    "accountable": "由它负总责的步骤",
    "consulted": "要听取它意见的步骤",
    "informed": "要告知它的步骤",
}


def role(catalogue: Catalogue, role: Role, prints: Mapping[str, str] = NO_PRINTS) -> str:
    """A role, and what to print of it -> its page."""
    sheet = Sheet(catalogue, address.role(role.id))
    found = uses.of_roles(catalogue).get(role.id, ())
    return sheet.write(
        "role.html",
        title=role.name,
        kind="role",
        section="duties",
        description=role.says,
        trail=(("谁在办事", address.ROLES),),
        source="procedures/roles.yaml",
        role=role,
        says=sheet.prose(role.says),
        law=sheet.cites(role.law),
        sources=sheet.sources(role.sources),
        above=sheet.role(role.above) if role.above else None,
        any_of=sheet.roles(role.any_of),
        jointly=sheet.roles(role.jointly),
        belongs=[
            sheet.role(other.id)
            for other in catalogue.roles
            if role.id in members(catalogue, other.id) and other != role
        ],
        below=[sheet.role(other.id) for other in catalogue.roles if other.above == role.id],
        bodies=_bodies(sheet, role),
        prints=sheet.prints(prints),
        duties=uses.groups(sheet, uses.part(found, "duties")),
        parts=[
            (title, part, uses.groups(sheet, steps))
            for part, title in PARTS.items()
            if (steps := uses.part(found, part))
        ],
    )


def _bodies(sheet: Sheet, role: Role) -> list[tuple[Link, list[str]]]:
    """The real bodies that fill the role, by place."""
    named = [(place, [body.name for body in place.bodies if role.id in body.roles]) for place in sheet.catalogue.places]
    return [(sheet.place(place.id), names) for place, names in named if names]


def roles(catalogue: Catalogue) -> str:
    """All roles, citizens first -> the index page."""
    sheet = Sheet(catalogue, address.ROLES)

    def links(kind: str) -> list[Link]:
        return [
            Link(role.name, sheet.to(address.role(role.id)), role.says) for role in catalogue.roles if role.kind == kind
        ]

    return sheet.write(
        "roles.html",
        title="谁在办事",
        kind="index",
        section="duties",
        description=INTRO,
        source="procedures/roles.yaml",
        intro=INTRO,
        citizens=links("citizen"),
        bodies=links("body"),
    )
