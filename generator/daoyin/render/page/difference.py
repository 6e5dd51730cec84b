"""What a local procedure does otherwise than the one that it extends, as a short list on its page."""

from dataclasses import dataclass

from daoyin.changes import Change, differences
from daoyin.changes.compare import cited
from daoyin.changes.label import FIELDS
from daoyin.changes.side import Side, quoted, title
from daoyin.check.overlay import changed, difference
from daoyin.model import Catalogue, Limit, Node, Procedure
from daoyin.render.page.sheet import Link, Sheet

MARKS = {
    ("must", "stricter"): "更快",
    ("must", "looser"): "更慢",
    ("may", "stricter"): "您的时间更多",
    ("may", "looser"): "您的时间更少",
}
WORDS = frozenset(
    FIELDS[name]
    for name in (
        "name",
        "summary",
        "asks",
        "audience",
        "channels",
        "evidence",
        "produces",
        "do_now",
        "citizen",
        "office",
        "note",
    )
)
"""What is only told in other words: the page itself tells it."""

SHORT = 20
"""Characters up to which two values stand in one sentence without quotation marks."""


@dataclass(frozen=True)
class Difference:
    """One thing that is otherwise here, in a sentence; what it means for the reader; what it rests on."""

    says: str
    mark: str
    law: str


@dataclass(frozen=True)
class Differences:
    """All of them, the place whose procedure holds otherwise, and that procedure."""

    place: str
    above: Link
    rows: tuple[Difference, ...]


def told(sheet: Sheet, procedure: Procedure) -> Differences | None:
    """The differences of a local procedure; None where it extends no other."""
    catalogue = sheet.catalogue
    base = catalogue.procedure.get(procedure.extends or "")
    if base is None:
        return None
    place = catalogue.place.get(base.place)
    name = (place.short or place.name) if place else base.place
    found = differences(catalogue, procedure)
    bases, marks = _bases(catalogue, procedure, base), _marks(catalogue, procedure)
    rows = tuple(
        Difference(_says(change, name), marks.get(change.what, ""), bases.get(change.what, change.law))
        for change in found
        if change.what.rpartition(" · ")[2] not in WORDS and not _basis_alone(change, found)
    )
    return Differences(name, sheet.procedure(base.id), rows)


def _says(change: Change, place: str) -> str:
    if change.kind == "removed":
        return f"这里没有{change.what}"
    if change.kind == "added":
        return f"这里增加{change.what}" + (f"：{change.after}" if change.after else "")
    if not (change.before and change.after):
        return f"{change.what}不一样"
    before, after = change.before, change.after
    if len(before) + len(after) > SHORT:
        before, after = quoted(before), quoted(after)
    return f"{change.what}：{place} {before}，这里 {after}"


def _basis_alone(change: Change, found: tuple[Change, ...]) -> bool:
    """Whether a change says only on what another rests, which is told there."""
    head, _, key = change.what.rpartition(" · ")
    others = (one.what for one in found if one is not change)
    return key in (FIELDS["law"], FIELDS["sources"]) and any(what.startswith(head) for what in others)


def _bases(catalogue: Catalogue, procedure: Procedure, base: Procedure) -> dict[str, str]:
    """By the title of what is gone: what says so here."""
    side = Side(catalogue, procedure.place, procedure.part, procedure)
    gone: dict[str, Limit | Node] = {f"limits/{limit.id}": limit for limit in base.limits}
    gone |= {f"process/nodes/{node.id}": node for node in base.process.nodes}
    return {title(side, gone[one.id]): cited(side, one) for one in procedure.removed if one.id in gone}


def _marks(catalogue: Catalogue, procedure: Procedure) -> dict[str, str]:
    """By the title under which a change of a limit is told: whether the reader gains or loses by it."""
    return {
        f"期限{quoted(limit.act)}": MARKS["must" if was.must else "may", difference(was, limit)]
        for limit in procedure.limits
        if (was := changed(catalogue, procedure, limit))
    }
