"""What is wrong, where, what must hold, and the nearest fix."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning"]
At = tuple[str | int, ...]
"""Where in a YAML file: keys from the top; a number counts a list's items, or a mapping's keys in order."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, as it is shown: `path:line: rule: message`. Findings sort by file, line and rule."""

    path: str
    line: int
    rule: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault as a rule yields it: the place in the data, before it is turned into a line of the file."""

    path: str
    at: At
    message: str


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`；是不是“lane”？` when a known word is near, else nothing: the end of a message."""
    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f"；是不是“{near[0]}”？" if near else ""
