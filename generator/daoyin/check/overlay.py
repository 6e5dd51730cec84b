"""Local procedures that extend another: what differs rests on something, and takes nothing from the public."""

from collections.abc import Iterator
from typing import Literal

from daoyin.check.walk import file, mentions
from daoyin.finding import At, Fault, Message
from daoyin.model import Catalogue, Law, LawReference, Limit, Node, Period, Procedure
from daoyin.model.procedure import Removal

Difference = Literal["same", "stricter", "looser"]
"""Of a limit against the one that it changes: what a body must do sooner is stricter, what it may do later is looser.
A citizen's own limit (`may`) is looser where it leaves less time: each word is meant from the public's side."""


def overlay_looser(catalogue: Catalogue) -> Iterator[Fault]:
    """本地的期限不能比上级地方的宽，也不能去掉，除非引了另一部现行有效的法规；群众自己的期限（may）不能更短。

    A local limit is not looser than the one above, nor taken away, unless another instrument in force is cited;
    a citizen's own limit (may) is not shorter.
    """
    for procedure, base in extended(catalogue):
        for limit in procedure.limits:
            was = _limit(base, limit.id)
            if was and difference(was, limit) == "looser" and not _lawful(catalogue, limit.law, was.law):
                message = Message(
                    "“{act}”原来是 {before}，这里是 {after}，比原来宽；要引一部现行有效的法规，没有就改回原来的",
                    "“{act}” is {before} above and {after} here, which is looser; cite an instrument in force, "
                    "or leave it as it is",
                    act=was.act,
                    before=_told(was, limit),
                    after=_told(limit, was),
                )
                yield Fault(file(procedure), _differs_at(was, limit), message)
        for removal in procedure.removed:
            kind, _, id = removal.id.partition("/")
            was = _limit(base, id) if kind == "limits" else None
            if was and not _lawful(catalogue, removal.law, was.law):
                message = Message(
                    "去掉期限“{act}”（{before}），要引一部现行有效的法规；没有就保留",
                    "to take the limit “{act}” ({before}) away, cite an instrument in force; else keep it",
                    act=was.act,
                    before=_told(was, None),
                )
                yield Fault(file(procedure), ("removed", removal.id), message)


def overlay_unfounded(catalogue: Catalogue) -> Iterator[Fault]:
    """与上级地方不同的期限、新加的步骤、去掉的步骤，都要写自己的依据：law（不是原来那一条）或者 sources。

    A limit that differs from the one above, a new step and one taken away each have a basis of their own:
    law, other than that of the one above, or a report.
    """
    for procedure, base in extended(catalogue):
        for limit in procedure.limits:
            was = _limit(base, limit.id)
            if was and difference(was, limit) == "stricter" and not _own(limit, was):
                message = Message(
                    "“{act}”原来是 {before}，这里是 {after}，没有自己的依据；请补 law（本地的法规）或 sources（报道）",
                    "“{act}” is {before} above and {after} here, on no basis of its own; add law or sources",
                    act=was.act,
                    before=_told(was, limit),
                    after=_told(limit, was),
                )
                yield Fault(file(procedure), _differs_at(was, limit), message)
            elif not was and not (limit.law or limit.sources):
                yield Fault(file(procedure), ("limits", limit.id), _nothing(limit.act))
        for node in procedure.process.nodes:
            if not (base.process.node(node.id) or node.law or node.sources):
                yield Fault(file(procedure), ("process", "nodes", node.id), _nothing(node.name))
        for removal in procedure.removed:
            gone = base.process.node(removal.id.removeprefix("process/nodes/"))
            if gone and not _own(removal, gone):
                message = Message(
                    "去掉“{name}”要写自己的依据：law（本地的法规）或 sources（报道）",
                    "to take “{name}” away, say on what basis: law or sources",
                    name=gone.name,
                )
                yield Fault(file(procedure), ("removed", removal.id), message)


def overlay_unverified(catalogue: Catalogue) -> Iterator[Fault]:
    """本地不同之处依据的法规效力待核：页面写明“待核”，也不进期限计算；查明以后请改法规文件的 status。

    What differs locally rests on an instrument of unknown force: the page says so, and no calculator counts with it.
    """
    local = {file(procedure) for procedure in catalogue.procedures if procedure.extends}
    for mention in mentions(catalogue, "law"):
        law = catalogue.law.get(mention.value.law)
        if mention.path in local and law and law.status == "unknown":
            message = Message(
                "《{law}》效力待核；查明以后，请改 laws/{id}.yaml 的 status",
                "《{law}》 is of unverified force; once it is known, mend the status in laws/{id}.yaml",
                law=law.name,
                id=law.id,
            )
            yield Fault(mention.path, mention.at, message)


def extended(catalogue: Catalogue) -> Iterator[tuple[Procedure, Procedure]]:
    """Each local procedure that extends another, and that one."""
    for procedure in catalogue.procedures:
        base = catalogue.procedure.get(procedure.extends or "")
        if base:
            yield procedure, base


def changed(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> Limit | None:
    """The limit above that a local one changes in what it means; None where it changes none."""
    was = _above(catalogue, procedure, limit)
    return was if was and difference(was, limit) != "same" else None


def taken_over(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> bool:
    """Whether a local limit means and cites what the one above does."""
    was = _above(catalogue, procedure, limit)
    return was is not None and (was.act, was.law) == (limit.act, limit.law) and difference(was, limit) == "same"


def _above(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> Limit | None:
    base = catalogue.procedure.get(procedure.extends or "")
    return _limit(base, limit.id) if base else None


def difference(was: Limit, now: Limit) -> Difference:
    """What a changed limit means for the public. Where units cannot be compared for certain, it counts as looser."""
    told = [
        _longer(was.within, now.within) if was.within and now.within else int(bool(was.within)) - int(bool(now.within)),
        _longer(was.extend.by if was.extend else None, now.extend.by if now.extend else None),
    ]
    told += [1 for exclusion in now.excludes if exclusion.what not in {one.what for one in was.excludes}]
    told += [-1 for exclusion in was.excludes if exclusion.what not in {one.what for one in now.excludes}]
    if was.from_ != now.from_ or was.until != now.until or was.unless != now.unless:
        told.append(1)
    if was.may and now.may:
        told = [-one for one in told]
    return "looser" if 1 in told else "stricter" if -1 in told else "same"


def _longer(was: Period | None, now: Period | None) -> int:
    """1 where the new period may be longer, -1 where it is surely no longer, 0 where they are the same."""
    if was == now:
        return 0
    if was and now and was.unit == now.unit:
        return 1 if now.count > was.count else -1
    return -1 if (now.span[1] if now else 0) <= (was.span[0] if was else 0) else 1


def _own(now: Limit | Node | Removal, was: Limit | Node) -> bool:
    """Whether something has a basis that what it changes has not."""
    before = getattr(was, "sources", ())
    return bool(set(now.law) - set(was.law) or set(now.sources) - set(before))


def _lawful(catalogue: Catalogue, now: tuple[LawReference, ...], was: tuple[LawReference, ...]) -> bool:
    """Whether another instrument is cited, and holds."""
    known: set[str] = {unit.law for unit in was}
    laws: list[Law | None] = [catalogue.law.get(unit.law) for unit in now if unit.law not in known]
    return any(law and law.status == "in-force" for law in laws)


def _limit(procedure: Procedure, id: str) -> Limit | None:
    return next((limit for limit in procedure.limits if limit.id == id), None)


def _differs_at(was: Limit, now: Limit) -> At:
    """The key of a limit that differs, as an editor would look for it."""
    for key in ("within", "set_by", "extend", "excludes", "until", "unless"):
        if getattr(was, key) != getattr(now, key) and getattr(now, key):
            return "limits", now.id, key
    return ("limits", now.id, "from") if was.from_ != now.from_ else ("limits", now.id)


def _told(limit: Limit, other: Limit | None) -> Message:
    """How long, in both languages; with what it may be extended by where the other limit says otherwise."""
    said, extend = spoken(limit.within), limit.extend.by if limit.extend else None
    if limit.within is None or extend is None or (other and other.extend and other.extend.by == extend):
        return said
    return Message("{said}（可以延长 {more}）", "{said} (and {more} more)", said=said, more=spoken(extend))


def spoken(period: Period | None) -> Message:
    """A period in both languages."""
    if period is None:
        return Message("没有写天数", "no number")
    return Message("{chinese}", "{english}", chinese=period, english=period.written)


def _nothing(name: str) -> Message:
    return Message(
        "“{name}”是本地加的，要写自己的依据：law（本地的法规）或 sources（报道）",
        "“{name}” is added here; say on what basis: law or sources",
        name=name,
    )
