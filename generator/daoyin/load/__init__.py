"""YAML -> one frozen catalogue, and every finding with file and line.

procedures/laws/<law>.yaml                    an instrument
procedures/<register>.yaml                    what several procedures name
procedures/<place>/index.yaml                 a place: its folder is its id
procedures/<place>/duties.yaml                its responsibility list
procedures/<place>/<part>/<procedure>.yaml    a procedure
content/**/*.md                               pages that people write
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from daoyin.finding import At, Finding, did_you_mean
from daoyin.load import tree
from daoyin.load.shape import shape
from daoyin.load.written import written
from daoyin.model import PARTS, Catalogue, DutyList, Law, Place, Procedure
from daoyin.model.register import REGISTERS
from daoyin.model.word import Word

PROCEDURES = "procedures"


@dataclass
class Loaded:
    """What was read. Where `findings` are errors, the catalogue lacks the files that they name."""

    root: Path
    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: str, at: At) -> int:
        """The line of a place in a file; `path` as in findings."""
        return tree.line_of(self.root / path, at)


def load(root: Path) -> Loaded:
    """Read the facts and written pages below `root`, which holds `procedures/` and `content/`."""
    tree.forget()
    loaded = Loaded(root, Catalogue())
    found: dict[str, list[Any]] = {}
    unread: set[str] = set()
    for file in sorted((root / PROCEDURES).rglob("*.yaml"), key=lambda file: file.as_posix()):
        path = file.relative_to(root).as_posix()
        id = file.relative_to(root / PROCEDURES).with_suffix("").as_posix()
        before = len(loaded.findings)
        read = tree.read(file, path, root / PROCEDURES)
        loaded.findings += read.findings
        kind = _kind(id)
        if kind is None:
            loaded.findings.append(Finding(path, 1, "file-place", _misplaced(id)))
            continue
        words = list(_words(kind, id, read, loaded)) if read.value is not None else []
        found.setdefault(kind, []).extend(words)
        if len(loaded.findings) > before:
            unread.add(id.removesuffix("/index"))
    found["pages"] = list(written(root, loaded.findings))
    fields: dict[str, Any] = {kind: tuple(words) for kind, words in found.items()}
    fields["procedures"] = tuple(_in_order(fields.get("procedures", ()), fields.get("places", ())))
    loaded.catalogue = Catalogue.model_construct(None, **fields, unread=frozenset(unread))
    loaded.findings.sort()
    return loaded


def _in_order(procedures: Iterable[Procedure], places: Iterable[Place]) -> list[Procedure]:
    """Procedures by place and part, and within these as the place's `order` tells them."""
    told = {
        f"{place.id}/{name}": number for place in places for number, name in enumerate(place.order, -len(place.order))
    }
    parts = list(PARTS)
    return sorted(procedures, key=lambda word: (word.place, parts.index(word.part), told.get(word.id, 0), word.id))


def _kind(id: str) -> str | None:
    """Which field of the catalogue a file fills, by where it lies; None where nothing may lie."""
    folders = id.split("/")
    if len(folders) == 1:
        return id if id in REGISTERS else None
    if folders[0] == "laws":
        return "laws" if len(folders) == 2 else None
    if folders[-1] == "index":
        return "places"
    if folders[-1] == "duties":
        return "duties"
    return "procedures" if len(folders) > 2 and folders[-2] in PARTS else None


def _misplaced(id: str) -> str:
    folders = id.split("/")
    if len(folders) == 1:
        return f"顶层只放登记册（{'、'.join(REGISTERS)}）{did_you_mean(id, REGISTERS)}"
    near = did_you_mean(folders[-2], PARTS)
    return f"事项文件应放在“地方/部分/事项.yaml”，部分是 {'、'.join(PARTS)} 之一{near}"


_WORDS: dict[str, type[Word]] = {"laws": Law, "places": Place, "procedures": Procedure, "duties": DutyList}


def _words(kind: str, id: str, read: tree.Tree, loaded: Loaded) -> Iterator[Any]:
    """The words of one file: one, or a register's many."""
    if not isinstance(read.value, dict):
        loaded.findings.append(Finding(read.path, 1, "wrong-type", "文件应当是“键: 值”的列表"))
        return
    if kind in REGISTERS:
        for number, (key, value) in enumerate(read.value.items()):
            entry = {**value, "id": key} if isinstance(value, dict) else value
            yield from _word(REGISTERS[kind], entry, read.path, (number,), loaded)
        return
    own = {"laws": id.rpartition("/")[2], "places": id.removesuffix("/index"), "procedures": id}.get(kind)
    value = {**read.value, "id": own} if own else read.value
    for word in _word(_WORDS[kind], value, read.path, (), loaded):
        yield (id.removesuffix("/duties"), word.duties) if isinstance(word, DutyList) else word


def _word(kind: type[Word], value: Any, path: str, at: At, loaded: Loaded) -> Iterator[Any]:
    shaped = shape(kind, value)
    if not isinstance(shaped, list):
        yield shaped
        return
    for where, rule, message in shaped:
        loaded.findings.append(Finding(path, loaded.line(path, (*at, *where)), rule, message))
