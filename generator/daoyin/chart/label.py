"""What charts and pages say alike: the head of a lane, the badge of a limit."""

from collections.abc import Sequence

from daoyin.model import Catalogue, Limit, Procedure


def lane_name(catalogue: Catalogue, role: str) -> str:
    """What the head of a lane says."""
    found = catalogue.role.get(role)
    return (found.short or found.name) if found else role


def badge(limit: Limit) -> str:
    """A limit as its badge says it: `60 日`, `60 日（可延 30 日）`; where the law sets no number, who sets it."""
    if not limit.within:
        return "期限另定" if limit.set_by else ""
    extension = f"（可延 {limit.extend.by}）" if limit.extend else ""
    return f"{limit.within}{'' if limit.must else '内'}{extension}"


def leaders(catalogue: Catalogue, procedures: Sequence[Procedure]) -> tuple[str, ...]:
    """The short names of those who lead procedures, each once."""
    roles = dict.fromkeys(procedure.competent_authority for procedure in procedures)
    return tuple(lane_name(catalogue, role) for role in roles if role)
