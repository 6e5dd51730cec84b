"""One real YAML file, typed by the model, and its texts with something changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

import yaml

from daoyin.check.walk import _fields
from daoyin.load import Loaded
from daoyin.load.file import kind_of
from daoyin.model import Branch, DutyList, Law, Place, Procedure, Process, Question, Questionnaire, Road
from daoyin.model.register import REGISTERS
from daoyin.model.word import Word

KEYED = {
    (Procedure, "limits"), (Process, "nodes"), (Law, "articles"), (Place, "bodies"), (Place, "practices"),
    (Place, "figures"), (DutyList, "duties"),
    (Questionnaire, "questions"), (Questionnaire, "outcomes"), (Question, "answers"), (Road, "stages"),
}  # fmt: skip
WHOLE: dict[str, type[Word]] = {
    "laws": Law,
    "questionnaires": Questionnaire,
    "places": Place,
    "procedures": Procedure,
    "duties": DutyList,
}
"""What a file holds that is one word."""
APART = 100
"""Of thousands of questions, all alike, so many lie between two that are damaged."""


@dataclass(frozen=True)
class Mutant:
    """One damaged text, which rules must answer, and near which lines (1-based) of which file."""

    file: str
    text: str
    rules: tuple[str, ...]
    lines: tuple[int, ...]
    shown: str = ""
    equivalent: str = ""
    elsewhere: str = ""

    @property
    def path(self) -> str:
        """The file in which the answer must stand."""
        return self.elsewhere or self.file


@dataclass
class Item:
    """One `key: value` of a file. `word` is the model's word that the key belongs to; None below ids and free keys."""

    at: tuple[str, ...]
    word: type[Word] | None
    key: yaml.ScalarNode
    value: yaml.Node
    above: int
    """The line (1-based) of the entry that holds it; 1 at the top."""
    flow: bool
    siblings: list[tuple[yaml.Node, yaml.Node]]

    @property
    def name(self) -> str:
        """The key."""
        return str(self.key.value)

    @property
    def line(self) -> int:
        """Its line, from 1."""
        return int(self.key.start_mark.line) + 1


@dataclass
class Document:
    """One real file: its text, its tree, and the model's word for each key."""

    path: str
    text: str
    loaded: Loaded
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    @cached_property
    def kind(self) -> str:
        """Which field of the catalogue it fills."""
        return kind_of(self.path.removeprefix("procedures/").removesuffix(".yaml")) or ""

    @property
    def overlay(self) -> bool:
        """Whether it says only how a local procedure differs from one above."""
        return self.procedure is not None and self.procedure.extends is not None

    @cached_property
    def procedure(self) -> Procedure | None:
        """The procedure that it holds."""
        return self.loaded.catalogue.procedure.get(self.path.removeprefix("procedures/").removesuffix(".yaml"))

    @cached_property
    def items(self) -> list[Item]:
        """Every key of the file, in order."""
        root = yaml.compose(self.text, yaml.CBaseLoader)
        if not isinstance(root, yaml.MappingNode):
            return []
        if self.kind in REGISTERS:
            return [
                item for key, value in root.value for item in self._entry((), key, value, root, 1, REGISTERS[self.kind])
            ]
        if self.kind == "asked":
            return [Item((key.value,), None, key, value, 1, False, root.value) for key, value in root.value[::APART]]
        return list(self._mapping((), root, 1, WHOLE[self.kind]))

    def _entry(self, at: Any, key: Any, value: Any, parent: Any, above: int, word: Any) -> Iterator[Item]:
        yield Item((*at, key.value), None, key, value, above, parent.flow_style, parent.value)
        if isinstance(value, yaml.MappingNode):
            yield from self._mapping((*at, key.value), value, key.start_mark.line + 1, word)

    def _mapping(self, at: Any, node: yaml.MappingNode, above: int, word: Any) -> Iterator[Item]:
        for key, value in node.value:
            yield Item((*at, key.value), word, key, value, above, node.flow_style, node.value)
            name = next((n for n, f in word.model_fields.items() if key.value in (n, f.alias)), None) if word else None
            inner = _word_in(word.model_fields[name].annotation) if name else None
            inner = None if inner is Branch else inner  # answers are free keys
            line = key.start_mark.line + 1
            for child in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                if not isinstance(child, yaml.MappingNode):
                    continue
                if (word, key.value) in KEYED and isinstance(value, yaml.MappingNode):
                    for one, entry in child.value:
                        yield from self._entry((*at, key.value), one, entry, child, line, inner)
                else:
                    head = line if child is value else child.start_mark.line + 1
                    yield from self._mapping((*at, key.value), child, head, inner)

    def offset(self, mark: yaml.Mark) -> int:
        """Where a mark stands in the text."""
        return self.starts[mark.line] + int(mark.column)

    def written(self, node: yaml.Node) -> str:
        """A node as it stands in the text."""
        return self.text[self.offset(node.start_mark) : self.offset(node.end_mark)].rstrip()

    def replaced(self, node: yaml.Node, by: str) -> str:
        """The text with another value in the place of a node's."""
        start = self.offset(node.start_mark)
        end = start + len(self.written(node))
        return self.text[:start] + by + self.text[end:]

    def without(self, item: Item) -> str:
        """The text without a key and its value."""
        start, end = (
            self.offset(item.key.start_mark),
            self.offset(item.value.start_mark) + len(self.written(item.value)),
        )
        if item.flow:
            rest = self.text[end:]
            if rest.startswith(","):
                end += 1 + (len(rest[1:]) - len(rest[1:].lstrip(" ")))
            else:
                before = self.text[:start].rstrip()
                start = len(before) - 1 if before.endswith(",") else start
            return self.text[:start] + self.text[end:]
        newline = self.text.find("\n", end)
        line = self.starts[item.key.start_mark.line]
        lead = self.text[line:start]
        if lead.strip():  # the first key behind “- ”: the next key takes its place
            following = len(self.text) if newline < 0 else newline + 1
            return self.text[:start] + self.text[following:].lstrip(" ")
        return self.text[:line] + self.text[len(self.text) if newline < 0 else newline + 1 :]

    def below(self, item: Item, text: str) -> str:
        """The text with a line below an item, indented as the item is; the item must stand in block style."""
        end = self.offset(item.value.start_mark) + len(self.written(item.value))
        newline = self.text.find("\n", end)
        at = len(self.text) if newline < 0 else newline + 1
        return self.text[:at] + " " * item.key.start_mark.column + text + "\n" + self.text[at:]

    def mutant(self, item: Item, text: str, *rules: str, shown: str = "", equivalent: str = "") -> Mutant:
        """A mutant whose damage stands on the item's line, or in the entry that holds it."""
        value = item.value.start_mark.line + 1
        return Mutant(self.path, text, rules, (item.line, item.above, value), shown or ".".join(item.at), equivalent)


def _word_in(annotation: Any) -> type[Word] | None:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    return next((found for part in get_args(annotation) if (found := _word_in(part))), None)


Kind = Callable[[Document], Iterator[Mutant]]
KINDS: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """Add a kind of damage to the list."""
    KINDS[function.__name__] = function
    return function


def names(item: Item) -> str:
    """What the item's texts name: role, document, …; `text` where they are prose, empty where they are neither."""
    if item.word is None:
        return ""
    found = next(((kind or "text") for _, key, kind in _fields(item.word) if key == item.name), "")
    fields = {field.alias or name: field for name, field in item.word.model_fields.items()}
    if found == "text" and "Annotated[str" not in str(fields[item.name].annotation) and not _is_text(fields[item.name]):
        return ""
    return found


def _is_text(field: Any) -> bool:
    return "str" in str(field.annotation) and "Literal" not in str(field.annotation)


def scalars(item: Item) -> Iterator[yaml.ScalarNode]:
    """The scalars that an item holds itself: its value, or the items of its list."""
    for node in item.value.value if isinstance(item.value, yaml.SequenceNode) else [item.value]:
        if isinstance(node, yaml.ScalarNode) and node.value:
            yield node


def named(document: Document, *kinds: str) -> Iterator[tuple[Item, yaml.ScalarNode]]:
    """Every text of the file that names something of these kinds."""
    for item in document.items:
        if names(item) in kinds:
            for node in scalars(item):
                yield item, node


def at(mutant: Mutant, node: yaml.Node) -> Mutant:
    """The mutant, its damage on the line of a list's item."""
    return Mutant(
        mutant.file,
        mutant.text,
        mutant.rules,
        (*mutant.lines, node.start_mark.line + 1),
        mutant.shown,
        mutant.equivalent,
    )


def lawful(document: Document) -> bool:
    """Whether the file is a procedure that rests on law."""
    return document.procedure is not None and document.procedure.basis == "law"


OPTIONAL = "the key may be left out"
PRACTICE = "a local practice has no article to be held against"
