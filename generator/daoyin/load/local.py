"""Files that `extends` a procedure of a place above -> the whole procedures that they mean."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from daoyin.finding import At, Finding, Message, did_you_mean
from daoyin.load.file import File, Line
from daoyin.load.overlay import Laid, lay
from daoyin.load.shape import shape
from daoyin.model import Procedure


def whole(files: Iterable[File], line: Line) -> list[File]:
    """All files, those that extend another as if they held everything; `line` finds places in them.

    The widest places come first, so that an overlay may be laid over another.
    """
    found = {file.id: file for file in files}
    for file in sorted(found.values(), key=lambda file: file.id.count("/")):
        if file.extends is not None:
            found[file.id] = _whole(file, found, line)
    return list(found.values())


def inherited(file: File, at: At) -> bool:
    """Whether a place in the whole procedure comes from the file that this one extends."""
    if file.extends is None:
        return False
    here: Any = file.value
    for step in written_at(at):
        if isinstance(here, dict):
            if step not in here:
                return True
            here = here[step]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return False
    return False


def written_at(at: At) -> At:
    """A place in the whole procedure -> where an editor writes it: what is `removed` stands where it was."""
    return (*str(at[1]).split("/"), *at[2:]) if at[:1] == ("removed",) and len(at) > 1 else at


def _whole(file: File, files: dict[str, File], line: Line) -> File:
    if not isinstance(file.value["extends"], str):
        return _refused(file, [(("extends",), "wrong-type", Message(*_NAME))], line)
    base = files.get(file.extends or "")
    if message := _astray(file, files):
        return _refused(file, [(("extends",), "overlay", message)], line)
    if base is None or not base.words:
        return replace(file, words=())  # its fault is told where it stands
    laid = lay(base.value, file.value)
    word = shape(Procedure, {**laid.value, "extends": base.id, "id": file.id})
    problems = list(laid.problems)
    if isinstance(word, list):
        problems += [(_named(laid, at), rule, message) for at, rule, message in word]
    if problems:
        return _refused(file, problems, line)
    return replace(file, words=(word,), value=laid.value)


_NAME = (
    "extends 应当是一件事项的全名，如 cn/handling/review",
    "extends must name one procedure, as cn/handling/review",
)


def _astray(file: File, files: dict[str, File]) -> Message | None:
    """What is wrong with the procedure that a file names."""
    name, place = file.extends or "", file.id.rsplit("/", 2)[0]
    procedures = [id for id, other in files.items() if other.kind == "procedures"]
    above = [id for id in procedures if place.startswith(id.rsplit("/", 2)[0] + "/")]
    if name not in above:
        return Message(
            "extends 要写上级地方一件事项的全名，如 cn/handling/review；没有“{name}”{near}",
            "extends must be the whole name of a procedure of a place above, such as cn/handling/review; "
            "there is no “{name}”{near}",
            name=name,
            near=did_you_mean(name, above),
        )
    if name.split("/")[-2:] != file.id.split("/")[-2:]:
        return Message(
            "这个文件要放在“{place}/{name}.yaml”：部分和文件名与原来的事项相同，本地转来的才找得到它",
            "this file must lie at “{place}/{name}.yaml”: named like the one above, so that local hand-overs find it",
            place=place,
            name="/".join(name.split("/")[-2:]),
        )
    return None


def _named(laid: Laid, at: At) -> At:
    """A place as the shape tells it, where entries are numbered, by the ids under which they stand."""
    here: Any = laid.value
    found: list[str | int] = []
    for step in at:
        name = step
        if isinstance(here, dict) and isinstance(step, int) and step < len(here):
            name = list(here)[step]
        here = _inside(here, name)
        found.append(str(here["id"]) if found == ["removed"] else name)
    return tuple(found)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _refused(file: File, problems: Iterable[tuple[At, str, Message]], line: Line) -> File:
    findings = [Finding(file.path, line(file.path, at), rule, message) for at, rule, message in problems]
    return replace(file, words=(), findings=(*file.findings, *findings))
