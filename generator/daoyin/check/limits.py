"""Limits: complete, told as the law states them, and never without a way on when they are missed."""

from collections.abc import Iterator

from daoyin import citation
from daoyin.check.graph import closure, onward
from daoyin.check.overlay import changed, spoken
from daoyin.check.stated import excluded, lawful, same
from daoyin.check.walk import file
from daoyin.finding import NOTHING, At, Fault, Message, did_you_mean
from daoyin.model import Catalogue


def limit_incomplete(catalogue: Catalogue) -> Iterator[Fault]:
    """每个期限写明做什么（must 或 may 之一）、多久（within 或 set_by 之一）、做到哪一步算按时（until）。

    Every limit says what (must or may), how long (within or set_by), and by which step it is kept (until).
    """
    for procedure in catalogue.procedures:
        for limit in procedure.limits:
            for one, other in (("must", "may"), ("within", "set_by")):
                if bool(getattr(limit, one)) == bool(getattr(limit, other)):
                    message = Message(
                        "期限要写 {one} 或 {other}，恰好一个",
                        "a limit must have {one} or {other}, exactly one",
                        one=one,
                        other=other,
                    )
                    yield Fault(file(procedure), ("limits", limit.id), message)
            if not limit.until:
                message = Message(
                    "期限“{act}”没有写做到哪一步算按时（until）",
                    "the limit “{act}” does not say until what",
                    act=limit.act,
                )
                yield Fault(file(procedure), ("limits", limit.id), message)


def limit_path(catalogue: Catalogue) -> Iterator[Fault]:
    """期限起算（from）以后，要走得到做完的那一步（until）；holder 要在那一步做事或者负责。

    From where a limit starts one must be able to come to where it is kept, and its holder must act or answer there.
    """
    for procedure in catalogue.procedures:
        process = procedure.process
        edges = onward(process) if procedure.limits else {}
        for limit in procedure.limits:
            start = process.node(limit.from_)
            after = closure(edges, edges.get(start.id, ())) if start else ()
            kept = [node for id in limit.until if (node := process.node(id))]
            for number, node in enumerate(kept):
                if start and node.id not in after:
                    message = Message(
                        "从起算的“{start}”走不到“{name}”；请核对 from 和 until",
                        "“{name}” cannot be reached from “{start}”, where the limit starts; look at from and until",
                        start=start.name,
                        name=node.name,
                    )
                    yield Fault(file(procedure), ("limits", limit.id, "until", number), message)
            doers = {role for node in kept for role in (node.lane, node.accountable) if role}
            if kept and limit.holder not in doers:
                message = Message(
                    "holder 是“{holder}”，但是到期要做的步骤由 {doers} 做；请改成一致",
                    "the holder is “{holder}”, but the step is done by {doers}; make them agree",
                    holder=limit.holder,
                    doers="、".join(sorted(doers)),
                )
                yield Fault(file(procedure), ("limits", limit.id, "holder"), message)


def limit_differs(catalogue: Catalogue) -> Iterator[Fault]:
    """期限要与法规文件的 limits 一致：must/may 与其中一个 act 一字不差，within 的数字和单位也一样。

    A limit is told as the law file states it: must/may is one of its acts word by word, within its number and unit.
    """
    for procedure, limit, stated in lawful(catalogue):
        if limit.set_by and not any(said.act == limit.act for _, said in stated):
            continue
        words = "、".join(f"{citation.short(catalogue, unit)}：{said.act} {said.within}" for unit, said in stated)
        shown = words or Message("所引的法条没有写明期限", "the cited article states no period")
        said = same(limit, stated)
        if said is None:
            message = Message(
                "所引法条没有写“{act}”的期限：{shown}{near}",
                "the cited article states no period for “{act}”: {shown}{near}",
                act=limit.act,
                shown=shown,
                near=did_you_mean(limit.act, [said.act for _, said in stated]),
            )
            yield Fault(file(procedure), ("limits", limit.id, "must" if limit.must else "may"), message)
        elif limit.within != said.within:
            message = Message(
                "{within} 与所引法条不一致；{shown}",
                "{within} is not what the cited article says; {shown}",
                within=spoken(limit.within),
                shown=shown,
            )
            yield Fault(file(procedure), ("limits", limit.id, "within"), message)


def extension_differs(catalogue: Catalogue) -> Iterator[Fault]:
    """法条写明可以延长的期限，要写 extend，天数一样，并写明依据；法条没有写的，不能延长。

    A limit that the article allows to be extended says so, with its number and article; no other may be extended.
    """
    for procedure, limit, stated in lawful(catalogue):
        said, was = same(limit, stated), changed(catalogue, procedure, limit)
        if said is None or (was and limit.extend == was.extend and not said.extend):
            continue  # what a local limit takes over is held against the law above
        at: At = ("limits", limit.id, "extend") if limit.extend else ("limits", limit.id)
        if said.extend and not limit.extend:
            message = Message(
                "法条写了可以延长 {by}；请补 extend（写明批准和告知）",
                "the article allows {by} more; add extend, with approval and notice",
                by=spoken(said.extend),
            )
            yield Fault(file(procedure), at, message)
        elif limit.extend and limit.extend.by != said.extend:
            message = Message(
                "所引法条没有写可以延长 {by}", "the cited article does not allow {by} more", by=spoken(limit.extend.by)
            )
            yield Fault(file(procedure), at, message)
        elif limit.extend and not any(unit.law in {one.law for one in limit.extend.law} for unit, _ in stated):
            message = Message("延长要写明依据哪一条（law）", "an extension must cite its law")
            yield Fault(file(procedure), at, message)


def exclusion_differs(catalogue: Catalogue) -> Iterator[Fault]:
    """不计入期限的时间（如听证），只能写法条写明的，并引到那一款：只有复核的听证时间可以扣除，办理和复查不可以。

    Time that does not count (such as a hearing) is told only where the article says it, and always there.
    """
    for procedure, limit, stated in lawful(catalogue):
        said, was = same(limit, stated), changed(catalogue, procedure, limit)
        units = {what: unit for unit, one in stated if one is said for what, unit in excluded(unit, one)}
        for number, time in enumerate(limit.excludes):
            unit = units.pop(time.what, None)
            if was and time in was.excludes:
                continue
            if unit is None or unit not in time.law:
                message = Message(
                    "法条没有写“{what}”可以从“{act}”的期限里扣除{where}",
                    "no article says that “{what}” does not count in the limit “{act}”{where}",
                    what=time.what,
                    act=limit.act,
                    where=Message("；应当引 {unit}", "; cite {unit}", unit=unit) if unit else NOTHING,
                )
                yield Fault(file(procedure), ("limits", limit.id, "excludes", number), message)
        for what, unit in units.items():
            message = Message(
                "法条写明“{what}”不计入期限（{unit}）；请补 excludes",
                "the article says that “{what}” does not count ({unit}); add excludes",
                what=what,
                unit=unit,
            )
            yield Fault(file(procedure), ("limits", limit.id), message)


def missed_unsaid(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的每个期限，都要写明超过以后怎么办（missed）。

    Every limit of a procedure of law says what to do when it is missed.
    """
    for procedure in catalogue.procedures:
        for limit in procedure.limits:
            if procedure.basis == "law" and not limit.missed:
                message = Message(
                    "期限“{act}”没有写超过以后怎么办；请补 missed: {{says: …, then: …}}",
                    "the limit “{act}” does not say what to do when it is missed; add missed: {{says: …, then: …}}",
                    act=limit.act,
                )
                yield Fault(file(procedure), ("limits", limit.id), message)
