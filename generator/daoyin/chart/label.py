"""What charts and pages say alike: the head of a lane, the badge of a limit."""

from collections.abc import Sequence

from daoyin import citation
from daoyin.model import Catalogue, Limit, Procedure

PENDING = "期限待核"
"""In place of a number that rests on nothing known to be in force."""


def lane_name(catalogue: Catalogue, role: str) -> str:
    """What the head of a lane says."""
    found = catalogue.role.get(role)
    return (found.short or found.name) if found else role


def badge(catalogue: Catalogue, limit: Limit) -> str:
    """A limit as its badge says it: `60 日`, `60 日（可延 30 日）`; `期限另定` where somebody sets it case by case."""
    if not limit.within:
        return "期限另定" if limit.set_by else ""
    return PENDING if citation.pending(catalogue, limit.basis) else written(limit)


def written(limit: Limit) -> str:
    """The number as its file says it, whatever that rests on; empty where there is none."""
    if not limit.within:
        return ""
    extension = f"（可延 {limit.extend.by}）" if limit.extend else ""
    return f"{limit.within}{'' if limit.must else '内'}{extension}"


def leaders(catalogue: Catalogue, procedures: Sequence[Procedure]) -> tuple[str, ...]:
    """The short names of those who lead procedures, each once."""
    roles = dict.fromkeys(procedure.competent_authority for procedure in procedures)
    return tuple(lane_name(catalogue, role) for role in roles if role)
