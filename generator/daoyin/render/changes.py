"""Changes -> Markdown for a merge request."""

import re
from collections.abc import Sequence

from daoyin.changes import Change

NOTHING = "数据没有变化。\n"
LONG = 40
"""Characters from which on the old and the new text stand on lines of their own."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|~]")
_VERBS = {"added": "增加", "removed": "删去", "changed": ""}


def markdown(changes: Sequence[Change]) -> str:
    """How many changes, then each file with what changed in it, in the order in which they are told."""
    if not changes:
        return NOTHING
    count = {kind: sum(change.kind == kind for change in changes) for kind in _VERBS}
    lines = [
        "## 数据的变化",
        "",
        f"共 {len(changes)} 处：增加 {count['added']} 处，删去 {count['removed']} 处，改动 {count['changed']} 处。",
    ]
    path = ""
    for change in changes:
        if change.path != path:
            path = change.path
            lines += ["", f"### {_plain(change.heading)}", "", f"`{path}`", ""]
        lines += _told(change)
    return "\n".join(lines) + "\n"


def _told(change: Change) -> list[str]:
    """`- 期限“提出复查意见”：30 日 → 45 日（条例第35条）`; long texts below it."""
    head = f"{_VERBS[change.kind]}{_plain(change.what)}"
    law = f"（{_plain(change.law)}）" if change.law else ""
    before, after = _plain(change.before), _plain(change.after)
    if change.kind != "changed":
        value = before or after
        return [f"- {head}：{value}{law}" if value else f"- {head}{law}"]
    if not (before or after):
        return [f"- {head}有改动{law}"]
    if len(before) + len(after) > LONG:
        return [f"- {head}有改动{law}", f"  - 原来：{before}", f"  - 现在：{after}"]
    return [f"- {head}：{before} → {after}{law}"]


def _plain(text: str) -> str:
    """Text from data as Markdown shows it, letter for letter and on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
