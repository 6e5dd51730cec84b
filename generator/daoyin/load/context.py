"""Which files to read: all, or a few and what they refer to."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from daoyin.load import tree
from daoyin.load.file import PROCEDURES, kind_of
from daoyin.model import PARTS


def context(root: Path, only: Iterable[Path] = ()) -> list[Path]:
    """Every YAML file below `procedures/` in the order of paths; with `only`, those that bear on these files.

    What a register or a law holds may be used anywhere, so these ask for all files. A procedure asks for those of
    its own place, since no two may have one name, and for all that these hand over to. A written page asks for none.
    """
    folder = root / PROCEDURES
    every = {
        file.relative_to(folder).with_suffix("").as_posix(): file
        for file in sorted(folder.rglob("*.yaml"), key=lambda file: file.as_posix())
    }
    wanted = [_id(file, folder) for file in only]
    if not wanted or any(id and kind_of(id) not in ("places", "duties", "procedures") for id in wanted):
        return list(every.values())
    near = {id for id in every if "/" not in id or id.startswith("laws/") or id.endswith("/index")}
    beside = {id.rsplit("/", 2)[0] for id in wanted if kind_of(id) == "procedures"}
    waiting = [id for id in every if id in wanted]
    waiting += [id for id in every if kind_of(id) == "procedures" and id.rsplit("/", 2)[0] in beside]
    followed: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in followed:
            followed.add(id)
            waiting += [other for other in _named(id, tree.read(every[id], id, folder).value) if other in every]
    return [file for id, file in every.items() if id in near or id in followed]


def _id(file: Path, folder: Path) -> str:
    try:
        return file.resolve().relative_to(folder.resolve()).with_suffix("").as_posix()
    except ValueError:
        return ""


def _named(id: str, value: Any) -> Iterator[str]:
    """Ids of procedures that the texts of a file may name, as seen from its place and the places above."""
    folders = id.split("/")
    place = folders[:-2] if folders[-2] in PARTS else folders[:-1]
    above = ["/".join(place[:count]) for count in range(len(place), 0, -1)]
    parts = [folders[-2]] if folders[-2] in PARTS else list(PARTS)
    for text in _texts(value):
        name = text.rpartition(" ")[2].partition(":")[0]
        yield name
        for written in [name] if "/" in name else [f"{part}/{name}" for part in parts]:
            yield from (f"{over}/{written}" for over in above)


def _texts(value: Any) -> Iterator[str]:
    """Every text that could be a name: ids are ASCII."""
    if isinstance(value, str):
        if value.isascii():
            yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
