"""A local file that says only what differs, laid over the procedure of a place above: the whole procedure.

extends: cn/handling/appeal       the procedure that holds here too, but for what follows
limits:
  handle: {within: 30 days, law: …}         a changed key, by the limit's id
process:
  nodes:
    opinion: {office: …}                    a changed key, by the node's id
    visit: {after: accepted, task: …}       a new step, behind that one
    hearing: {remove: true, law: …}         a step that does not hold here
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from daoyin.finding import At, Message, did_you_mean
from daoyin.load import splice
from daoyin.load.shape import Problem
from daoyin.model.process import KINDS

Value = dict[str, Any]

_EITHER = (("within", "set_by"), ("must", "may"), KINDS)
"""Keys of which an entry has one: who writes one takes the others away."""

_BASIS = ("law", "sources")


@dataclass
class Laid:
    """An overlay as it lies over its base: the whole value, and what is wrong with the overlay."""

    value: Value
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, at: At, message: Message) -> None:
        """Note what is wrong at a place of the overlay."""
        self.problems.append((at, "overlay", message))

    def removed(self, at: At, basis: Value) -> None:
        """Note what of the base does not hold, with its basis."""
        told = {key: basis[key] for key in _BASIS if key in basis}
        self.value.setdefault("removed", []).append({"id": "/".join(map(str, at)), **told})


def lay(base: Value, over: Value) -> Laid:
    """The values of an overlay over those of its base, which is whole and sound."""
    laid = Laid({key: value for key, value in base.items() if key not in ("extends", "removed", "checked")})
    for key in over:
        if key == "removed":
            laid.problems.append((("removed",), "unknown-key", Message(*_REMOVED)))
        elif key not in ("limits", "process"):
            laid.value[key] = over[key]
    limits, process = over.get("limits"), over.get("process")
    if "limits" in over:
        told = _limits(laid, base.get("limits", {}), limits) if isinstance(limits, dict) else limits
        laid.value["limits"] = told
    if isinstance(process, dict):
        nodes = process.get("nodes", {})
        told = _nodes(laid, base["process"]["nodes"], nodes) if isinstance(nodes, dict) else nodes
        laid.value["process"] = {**base["process"], **process, "nodes": told}
    elif "process" in over:
        laid.value["process"] = process
    return laid


_REMOVED = (
    "不认识的键“removed”；要去掉一步或一个期限，请在它下面写 remove: true",
    "unknown key “removed”; to take a step or a limit away, write remove: true below it",
)


def _limits(laid: Laid, base: Value, over: Value) -> Value:
    """The limits: changed, new, and without those that do not hold here."""
    found = dict(base)
    for id, change in over.items():
        at = ("limits", id)
        if not isinstance(change, dict):
            found[id] = change
        elif "remove" in change:
            if _removable(laid, at, change, base):
                laid.removed(at, change)
                del found[id]
        elif id in base:
            kept = base[id] if not set(_BASIS) & set(change) else _without(base[id], _BASIS)
            found[id] = _changed(kept, change)
        elif "from" in change or "holder" in change:
            found[id] = change
        else:
            message = Message(
                "原来的事项没有期限“{id}”，新的期限要写全（holder、must、within、from、until、law）{near}",
                "the procedure above has no limit “{id}”, and a new one must be whole (holder, must, within, …){near}",
                id=id,
                near=did_you_mean(id, base),
            )
            laid.refuse(at, message)
    return found


def _nodes(laid: Laid, base: Value, over: Value) -> Value:
    """The nodes: changed, then with the new ones, then without those that do not hold here."""
    found = {id: dict(node) for id, node in base.items()}
    changes = {id: change for id, change in over.items() if isinstance(change, dict)}
    for id, change in changes.items():
        if id in base and not {"after", "remove"} & set(change):
            found[id] = _changed(base[id], change)
    for id, change in changes.items():
        if "remove" not in change and ("after" in change or id not in base):
            _insert(laid, found, base, changes, id)
    for id, change in changes.items():
        if "remove" in change and _removable(laid, ("process", "nodes", id), change, base):
            _remove(laid, found, id, change)
    return found | {id: change for id, change in over.items() if id not in changes}


def _insert(laid: Laid, found: Value, base: Value, changes: Value, id: str) -> None:
    """A new node behind another; what led on from that one now leads to the new one, and on from there."""
    change, at = changes[id], ("process", "nodes", id)
    after = change.get("after")
    if id in base:
        message = Message(
            "原来的流程里已经有“{id}”，不用写 after；新加的一步请另起名字",
            "“{id}” is in the procedure above; leave out after, or give the new step a name of its own",
            id=id,
        )
        laid.refuse((*at, "after"), message)
    elif after is None:
        message = Message(
            "原来的流程里没有“{id}”，新加的一步要写 after（接在哪一步后面）{near}",
            "the procedure above has no node “{id}”, and a new step says after which one it stands{near}",
            id=id,
            near=did_you_mean(id, base),
        )
        laid.refuse(at, message)
    elif not isinstance(after, str) or after not in found:
        message = Message(
            "after 写的“{after}”不在流程里{near}",
            "after names “{after}”, which is no node{near}",
            after=after,
            near=did_you_mean(str(after), found),
        )
        laid.refuse((*at, "after"), message)
    else:
        new = {key: value for key, value in change.items() if key != "after"}
        splice.insert(found, after, id, new, keep="next" in changes.get(after, ()))


def _remove(laid: Laid, found: Value, id: str, change: Value) -> None:
    """A node that does not hold here: what led to it leads on to where it led."""
    at: At = ("process", "nodes", id)
    laid.removed(at, change)
    if lost := splice.remove(found, id):
        message = Message(
            "去掉“{id}”以后，{lost} 不知道接到哪里；请给它写 next",
            "without “{id}” it is not said where {lost} leads; give it a next",
            id=id,
            lost="、".join(lost),
        )
        laid.refuse((*at, "remove"), message)
    limits = laid.value.get("limits")
    for name, limit in limits.items() if isinstance(limits, dict) else ():
        for key in ("from", "until") if isinstance(limit, dict) else ():
            named = limit.get(key)
            if named == id or (isinstance(named, list) and id in named):
                message = Message(
                    "去掉“{id}”以后，期限“{limit}”的 {key} 落空；请在 limits 里改它，或者一并去掉",
                    "without “{id}” the limit “{limit}” has no {key}; change it below limits, or remove it too",
                    id=id,
                    limit=name,
                    key=key,
                )
                laid.refuse((*at, "remove"), message)


def _removable(laid: Laid, at: At, change: Value, base: Mapping[str, Any]) -> bool:
    """Whether `remove: true` stands alone with its basis, at what the base has."""
    id, others = str(at[-1]), [key for key in change if key not in ("remove", *_BASIS)]
    if id not in base:
        message = Message(
            "原来的事项没有“{id}”，不用去掉{near}",
            "the procedure above has no “{id}” to remove{near}",
            id=id,
            near=did_you_mean(id, base),
        )
        laid.refuse(at, message)
    elif change["remove"] is not True:
        laid.refuse((*at, "remove"), Message("去掉一项写 remove: true", "to take it away, write remove: true"))
    elif others:
        message = Message(
            "去掉的一项只写 remove: true 和依据（law 或 sources）；请删去 {others}",
            "what is removed has remove: true and its basis (law or sources) alone; delete {others}",
            others="、".join(others),
        )
        laid.refuse((*at, others[0]), message)
    else:
        return True
    return False


def _changed(entry: Value, change: Value) -> Value:
    """An entry with other values for some keys; of keys that exclude each other, the written one holds."""
    replaced = {key for either in _EITHER if set(either) & set(change) for key in either}
    return {**_without(entry, replaced), **change}


def _without(entry: Value, keys: Iterable[str]) -> Value:
    return {key: value for key, value in entry.items() if key not in keys}
