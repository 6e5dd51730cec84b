"""One change, and the file that it is told of."""

from dataclasses import dataclass
from typing import Literal

from daoyin.changes.side import Side


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is there now, or no more, or otherwise than before."""

    path: str
    """The file in which it changed."""
    heading: str
    """What the file holds: `事项“复查”`."""
    kind: Literal["added", "removed", "changed"]
    what: str
    """`期限“提出复查意见”`; of a field, with the field's word: `期限“提出复查意见” · 延长`."""
    before: str = ""
    after: str = ""
    """How it was and how it is, as a reader says it; both empty where only that it changed is told."""
    law: str = ""
    """What it rests on: `条例第35条`."""


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """A file whose changes are told, and the two states in which its names are looked up."""

    path: str
    heading: str
    before: Side
    after: Side

    def change(self, what: str, before: str = "", after: str = "", law: str = "") -> Change:
        """A value that became another; that is new where it was empty, and gone where it is empty now."""
        kind: Literal["added", "removed", "changed"] = "changed"
        if bool(before) != bool(after):
            kind = "added" if after else "removed"
        return Change(self.path, self.heading, kind, what, before, after, law)

    def entry(self, kind: Literal["added", "removed"], what: str, about: str = "", law: str = "") -> Change:
        """A whole entry that is new or gone, with a word about it."""
        told = (about, "") if kind == "removed" else ("", about)
        return Change(self.path, self.heading, kind, what, *told, law)
