"""One YAML file -> the words that it holds, or what is wrong with it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from daoyin.finding import At, Finding, Message, did_you_mean
from daoyin.load import tree
from daoyin.load.shape import shape
from daoyin.model import PARTS, Asked, DutyList, Law, Place, Procedure, Questionnaire
from daoyin.model.register import REGISTERS
from daoyin.model.word import Word

PROCEDURES = "procedures"
Line = Callable[[str, At], int]


@dataclass(frozen=True, slots=True)
class File:
    """What one file gave. `kind` is the catalogue's field that its words fill, None where no file may lie."""

    path: str
    id: str
    kind: str | None
    words: tuple[Any, ...]
    findings: tuple[Finding, ...]
    checked: tuple[tuple[str, date], ...] = ()
    """For a responsibility list, which is no word of its own: its place, and when it was last checked."""
    value: Any = None
    """For a procedure: what the file holds, as plain values. Others may be laid over it."""

    @property
    def extends(self) -> str | None:
        """The procedure over which this file is laid, as an editor wrote it."""
        return str(self.value["extends"]) if isinstance(self.value, dict) and "extends" in self.value else None


def read(root: Path, file: Path, text: str | None, line: Line) -> File:
    """Read one file, or `text` as if the file held it; `line` finds places in it."""
    path = file.relative_to(root).as_posix()
    id = file.relative_to(root / PROCEDURES).with_suffix("").as_posix()
    if text is None:
        found = tree.read(file, path, root / PROCEDURES)
    else:
        found = tree.Tree(path)
        tree.parse(text, found)
    kind = kind_of(id)
    findings = list(found.findings)
    value = found.value if kind == "procedures" else None
    words: tuple[Any, ...] = ()
    if kind is None:
        findings = [Finding(path, 1, "file-place", _misplaced(id))]
    elif found.value is not None and not (isinstance(value, dict) and "extends" in value):
        words = tuple(_words(kind, id, found, findings, line))
    if found.findings:
        words = ()  # what could not be read as it stands is not judged further
    lists = [word for word in words if isinstance(word, DutyList)]
    checked = tuple((id.removesuffix("/duties"), word.checked) for word in lists)
    words = tuple((id.removesuffix("/duties"), word.duties) if isinstance(word, DutyList) else word for word in words)
    return File(path, id, kind, words, tuple(findings), checked, value)


def files(folder: Path, ending: str) -> Iterator[Path]:
    """The files below a folder that end so, in the order of paths, without those that programs keep for themselves."""
    for file in sorted(folder.rglob(f"*{ending}"), key=lambda file: file.as_posix()):
        if not file.name.startswith((".", "~$")):
            yield file


def otherwise_named(root: Path) -> Iterator[File]:
    """Files whose names end in `.yml`, `.YAML` or `.yaml.txt`: they are not read, and that is told."""
    for file in files(root / PROCEDURES, ""):
        ending = LIKE_YAML.search(file.name)
        if ending and ending[0] != ".yaml" and file.is_file():
            path, id = (file.relative_to(top).as_posix() for top in (root, root / PROCEDURES))
            message = Message(
                "文件名要以 .yaml 结尾，否则读不到；请改名为 {name}.yaml",
                "a file's name must end in .yaml to be read; rename it {name}.yaml",
                name=file.name.removesuffix(ending[0]),
            )
            yield File(path, id.removesuffix(ending[0]), None, (), (Finding(path, 1, "file-place", message),))


LIKE_YAML = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
"""What editors' programs make of `.yaml`; Windows hides the end of such a name."""


def kind_of(id: str) -> str | None:
    """Which field of the catalogue a file fills, by where it lies; None where nothing may lie."""
    folders = id.split("/")
    if len(folders) == 1:
        return id if id in REGISTERS else None
    if folders[0] in ("laws", "questionnaires", "asked"):
        return folders[0] if len(folders) == 2 else None
    if folders[-1] == "index":
        return "places"
    if folders[-1] == "duties":
        return "duties"
    return "procedures" if len(folders) > 2 and folders[-2] in PARTS else None


def _misplaced(id: str) -> Message:
    folders = id.split("/")
    if len(folders) == 1:
        return Message(
            "顶层只放登记册（{registers}）{near}",
            "the top holds registers alone ({registers}){near}",
            registers="、".join(REGISTERS),
            near=did_you_mean(id, REGISTERS) or Message(*_NOT_AT_TOP),
        )
    if folders[-1] in REGISTERS:
        return Message(
            "登记册 {name}.yaml 全站只有一份，在 procedures/ 顶层；请写到那里，删去这个文件",
            "there is one register {name}.yaml, at the top of procedures/; write there, and delete this file",
            name=folders[-1],
        )
    if folders[-1].lower() in ("index", "duties"):
        return Message(
            "文件名要小写；请改名为 {name}.yaml",
            "the file's name must be in small letters; rename it {name}.yaml",
            name=folders[-1].lower(),
        )
    return Message(
        "事项文件应放在“地方/部分/事项.yaml”，部分是 {parts} 之一{near}",
        "a procedure must lie at place/part/procedure.yaml, where part is one of {parts}{near}",
        parts="、".join(PARTS),
        near=did_you_mean(folders[-2], PARTS),
    )


_NOT_AT_TOP = ("；事项请放到“地方/部分/”里", "; a procedure lies in place/part/")


_WORDS: dict[str, type[Word]] = {
    "laws": Law,
    "questionnaires": Questionnaire,
    "places": Place,
    "procedures": Procedure,
    "duties": DutyList,
}


def _words(kind: str, id: str, read: tree.Tree, findings: list[Finding], line: Line) -> Iterator[Any]:
    """The words of one file: one, or a register's many."""

    def word(of: type[Word], value: Any, at: At) -> Iterator[Any]:
        shaped = shape(of, value)
        if not isinstance(shaped, list):
            yield shaped
            return
        for where, rule, message in shaped:
            number = line(read.path, (*at, *where))
            if number not in told:
                findings.append(Finding(read.path, number, rule, message))

    told = {finding.line for finding in read.findings}
    if not isinstance(read.value, dict):
        message = Message("文件应当是“键: 值”的列表", "a file must be a list of “key: value”")
        findings.append(Finding(read.path, 1, "wrong-type", message))
    elif kind in REGISTERS:
        for number, (key, value) in enumerate(read.value.items()):
            entry = {**value, "id": key} if isinstance(value, dict) else value
            yield from word(REGISTERS[kind], entry, (number,))
    elif kind == "asked":
        yield from _asked(id.rpartition("/")[2], read, findings, line)
    else:
        name = id.rpartition("/")[2]
        ids = {"laws": name, "questionnaires": name, "places": id.removesuffix("/index"), "procedures": id}
        own = ids.get(kind)
        yield from word(_WORDS[kind], {**read.value, "id": own} if own else read.value, ())


def _asked(theme: str, read: tree.Tree, findings: list[Finding], line: Line) -> Iterator[Asked]:
    """The questions of one file. Of one whose addresses are none, only that is told."""
    for number, (question, to) in enumerate(read.value.items()):
        shaped = shape(Asked, {"theme": theme, "question": question, "to": to})
        if isinstance(shaped, Asked):
            yield shaped
        else:
            message = Message(*_LED, question=question[:LONG])
            findings.append(Finding(read.path, line(read.path, (number,)), "wrong-type", message))


LONG = 20
"""So much of a question names it."""
_LED = (
    "“{question}”后面要写答得最准的地址，如 cn/handling/review；有几个的，写成 [地址, 地址]",
    "“{question}” must be followed by the address that answers best, such as cn/handling/review; several as [one, two]",
)
