"""Which files to read: all, or a few and what they refer to."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from daoyin.load import tree
from daoyin.load.file import PROCEDURES, files, kind_of
from daoyin.model import PARTS

_USED = ("roles", "documents", "sources", "remedies")
"""Registers whose entries must be used somewhere."""

_NAMED_NOWHERE = "synonyms"
"""The register that names pages and is named by nothing: read where it is asked for alone. So are the files of
`asked/`.
"""

_LOOKS = 4
"""Files in which a name is looked for: in one alone it may be that of a node."""


def context(root: Path, only: Iterable[Path] = ()) -> list[Path]:
    """Every YAML file below `procedures/` in the order of paths; with `only`, those that bear on these files.

    A procedure asks for those of its own place, since no two may have one name, and for all that these hand over to;
    a register for files that use what it holds; a law for the country's responsibility list. A written page asks for
    none. What looks used may not be: who finds an entry unused asks again for all files.
    """
    folder = root / PROCEDURES
    every = {file.relative_to(folder).with_suffix("").as_posix(): file for file in files(folder, ".yaml")}
    wanted = [_id(file, folder) for file in only]
    if not wanted or any(id and kind_of(id) is None for id in wanted):
        return list(every.values())
    country = [id.removesuffix("/index") for id in every if id.endswith("/index") and id.count("/") == 1]
    near = {id for id in every if "/" not in id or id.startswith("laws/") or id.endswith("/index")} - {_NAMED_NOWHERE}
    near |= {f"{place}/duties" for place in country if any(kind_of(id) == "laws" for id in wanted)}
    near |= {id for id in every if id.startswith("questionnaires/") and _NAMED_NOWHERE in wanted}
    for id in wanted:
        if id in _USED and id in every:
            near |= _users(tree.read(every[id], id, folder).value, every)
    beside = {id.rsplit("/", 2)[0] for id in wanted if kind_of(id) == "procedures"}
    waiting = [id for id in every if id in wanted]
    waiting += [id for id in every if kind_of(id) == "procedures" and id.rsplit("/", 2)[0] in beside]
    followed: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in followed:
            followed.add(id)
            named = _named(id, tree.read(every[id], id, folder).value, country)
            waiting += [other for other in named if other in every]
    return [file for id, file in every.items() if id in near or id in followed]


def _users(register: Any, every: dict[str, Path]) -> set[str]:
    """Files that name the entries of a register, each in as many as `_LOOKS`; the widest places are asked first."""
    left = dict.fromkeys(map(str, register), _LOOKS) if isinstance(register, dict) else {}
    found: set[str] = set()
    for id in sorted(every, key=lambda id: (id.count("/"), id)):
        if left and id.count("/") and not id.startswith("laws/"):
            text = every[id].read_text("utf-8", "replace") if every[id].is_file() else ""
            named = [one for one in left if one in text and _value(one, text)]
            found |= {id} if named else set()
            left = {one: count - (one in named) for one, count in left.items() if count > (one in named)}
    return found


def _value(id: str, text: str) -> bool:
    """Whether an id stands in a text as a value: neither as a key nor in a path."""
    return re.search(rf"(?<![\w/-]){re.escape(id)}(?![\w/:-])", text) is not None


def _id(file: Path, folder: Path) -> str:
    try:
        return file.absolute().relative_to(folder.absolute()).with_suffix("").as_posix()
    except ValueError:
        return ""


def _named(id: str, value: Any, country: list[str]) -> Iterator[str]:
    """Ids of procedures that the texts of a file may name, as seen from its place and the places above."""
    folders = id.split("/")
    local = kind_of(id) in ("places", "duties", "procedures")
    place = folders[:-2] if local and folders[-2] in PARTS else folders[:-1]
    above = ["/".join(place[:count]) for count in range(len(place), 0, -1)] if local else country
    parts = [folders[-2]] if local and folders[-2] in PARTS else list(PARTS)
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
