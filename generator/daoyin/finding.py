"""What is wrong, where, what must hold, and the nearest fix."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

Level = Literal["error", "warning"]
At = tuple[str | int, ...]
"""Where in a YAML file: keys from the top; a number counts a list's items, or a mapping's keys in order."""


class Message(str):
    """A sentence in two languages: it is its Chinese, and `english` says the same.

    Both are templates filled with the same values; a value that is itself a message speaks each language in turn.
    """

    english: str

    def __new__(cls, chinese: str, english: str, /, **values: object) -> "Message":
        """Fill both templates."""
        message = super().__new__(cls, chinese.format(**values))
        spoken = {key: value.english if isinstance(value, Message) else value for key, value in values.items()}
        message.english = english.format(**spoken)
        return message


NOTHING = Message("", "")


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

    @property
    def english(self) -> str:
        """The message in English, where it has one."""
        return self.message.english if isinstance(self.message, Message) else self.message


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault as a rule yields it: the place in the data, before it is turned into a line of the file."""

    path: str
    at: At
    message: Message


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """`；是不是“lane”？` when a known word is near, else nothing: the end of a message."""
    near = nearest(word, known)
    return perhaps(near) if near else NOTHING


def perhaps(meant: str) -> Message:
    """`；是不是“lane”？`: the end of a message that knows what was meant."""
    return Message("；是不是“{meant}”？", "; did you mean “{meant}”?", meant=meant)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to a word, None where none is near."""
    return _nearest(word, tuple(sorted(set(known))))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(word[:200], known, n=1, cutoff=0.6)), None)
