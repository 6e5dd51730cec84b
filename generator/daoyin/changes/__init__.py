"""Two states of the data -> what changed between them, in law's words."""

from collections.abc import Iterator, Sequence
from typing import Any

from daoyin.changes.change import Change, File
from daoyin.changes.compare import entries, file
from daoyin.changes.flow import process
from daoyin.changes.label import NOUNS
from daoyin.changes.side import Side, quoted, title
from daoyin.model import Catalogue, Page, Procedure
from daoyin.model.register import REGISTERS

__all__ = ["Change", "changes"]


def changes(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    """Every change: laws, procedures, questionnaires, duties, places, registers, written pages, in the files' order.

    An entry whose id alone differs is told as renamed, for ids are addresses; if more differs, it is one removed, one
    added. What either side could not read is left out.
    """
    return (
        *_laws(before, after),
        *_procedures(before, after),
        *_questionnaires(before, after),
        *_duties(before, after),
        *_places(before, after),
        *_registers(before, after),
        *_pages(before.pages, after.pages),
    )


def _laws(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for id, old, new in _pairs(before, after, "laws", "laws/"):
        told = File(f"procedures/laws/{id}.yaml", title(Side(after), new or old), Side(before), Side(after))
        yield from file(told, old, new)


def _procedures(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for id, old, new in _pairs(before, after, "procedures"):
        one: Procedure = new or old
        sides = Side(before, one.place, one.part, old), Side(after, one.place, one.part, new)
        place = sides[bool(new)].catalogue.place.get(one.place)
        heading = title(sides[1], one) + (f"（{place.name}）" if place and place.above else "")
        told = File(f"procedures/{id}.yaml", heading, *sides)
        known = _taken_over(before, after, old, new)
        for change in (*file(told, old, new), *(process(told, old, new) if old and new else ())):
            if _said(change) not in known:
                yield change


def _questionnaires(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for id, old, new in _pairs(before, after, "questionnaires", "questionnaires/"):
        sides = (Side(catalogue, (new or old).place or catalogue.country) for catalogue in (before, after))
        yield from file(File(f"procedures/questionnaires/{id}.yaml", title(Side(after), new or old), *sides), old, new)


def differences(catalogue: Catalogue, local: Procedure) -> tuple[Change, ...]:
    """How a local procedure differs from the one that it extends, in the words of a change from that to this."""
    base = catalogue.procedure.get(local.extends or "")
    return tuple(_between(catalogue, catalogue, base, local)) if base else ()


def _between(before: Catalogue, after: Catalogue, old: Procedure, new: Procedure) -> Iterator[Change]:
    one = old.model_copy(update={"checked": new.checked, "extends": new.extends})
    sides = Side(before, old.place, old.part, one), Side(after, new.place, new.part, new)
    told = File(f"procedures/{new.id}.yaml", title(sides[1], new), *sides)
    yield from file(told, one, new)
    yield from process(told, one, new)


def _taken_over(
    before: Catalogue, after: Catalogue, old: Procedure | None, new: Procedure | None
) -> frozenset[tuple[str, ...]]:
    """What changed in the procedure that a local one extends: it is told there."""
    if not (old and new and old.extends and old.extends == new.extends):
        return frozenset()
    was, now = before.procedure.get(old.extends), after.procedure.get(new.extends)
    return frozenset(map(_said, _between(before, after, was, now))) if was and now else frozenset()


def _said(change: Change) -> tuple[str, ...]:
    return change.kind, change.what, change.before, change.after


def _duties(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    was, now = dict(before.duties), dict(after.duties)
    for id in dict.fromkeys((*now, *was)):
        if f"{id}/duties" not in before.unread | after.unread:
            place = after.place.get(id) or before.place.get(id)
            heading = f"责任清单（{place.name if place else id}）"
            told = File(f"procedures/{id}/duties.yaml", heading, Side(before, id), Side(after, id))
            yield from entries(told, "责任", was.get(id, ()), now.get(id, ()))


def _places(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for id, old, new in _pairs(before, after, "places"):
        told = File(f"procedures/{id}/index.yaml", title(Side(after), new or old), Side(before, id), Side(after, id))
        yield from file(told, old, new)


def _registers(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for register, kind in REGISTERS.items():
        if register not in before.unread | after.unread:
            told = File(f"procedures/{register}.yaml", NOUNS[kind], Side(before), Side(after))
            yield from entries(told, NOUNS[kind], getattr(before, register), getattr(after, register))


def _pairs(before: Catalogue, after: Catalogue, kind: str, folder: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Id, old and new of each file that both sides could read: the new ones in order, then those that are gone."""
    old, new = ({word.id: word for word in getattr(side, kind)} for side in (before, after))
    for id in dict.fromkeys((*new, *old)):
        if f"{folder}{id}" not in before.unread | after.unread:
            yield id, old.get(id), new.get(id)


def _pages(before: Sequence[Page], after: Sequence[Page]) -> Iterator[Change]:
    old, new = {page.path: page for page in before}, {page.path: page for page in after}
    for path in dict.fromkeys((*new, *old)):
        was, now = old.get(path), new.get(path)
        told = File(f"content/{path}", f"页面{quoted((now or old[path]).title)}", Side(Catalogue()), Side(Catalogue()))
        if was is None or now is None:
            yield told.change("页面", "" if was is None else was.title, "" if now is None else now.title)
            continue
        if was.title != now.title:
            yield told.change("标题", was.title, now.title)
        if was.markdown != now.markdown:
            yield told.change("正文")
        if was.meta != now.meta:
            yield told.change("页首的说明")
