"""YAML -> one frozen catalogue, and every finding with file and line.

procedures/laws/<law>.yaml                    an instrument
procedures/<register>.yaml                    what several procedures name
procedures/questionnaires/<name>.yaml         questions that lead to the right door
procedures/asked/<theme>.yaml                 questions as people put them, and where each is answered
procedures/<place>/index.yaml                 a place: its folder is its id
procedures/<place>/duties.yaml                its responsibility list
procedures/<place>/<part>/<procedure>.yaml    a procedure
content/**/*.md                               pages that people write
fonts/                                        characters that the site adds to the one font
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from daoyin import typeface
from daoyin.finding import At, Finding
from daoyin.load import local, settings, tree
from daoyin.load.context import context
from daoyin.load.file import PROCEDURES, File, otherwise_named, read
from daoyin.load.written import written
from daoyin.model import PARTS, Catalogue, Page, Place, Procedure
from daoyin.model.typeface import Typeface

__all__ = ["PROCEDURES", "Loaded", "load"]


@dataclass
class Loaded:
    """What was read. Where `findings` are errors, the catalogue lacks the files that they name."""

    root: Path
    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)
    files: dict[str, File] = field(default_factory=dict)
    """What each YAML file gave, by path as in findings, in the order of reading."""
    pages: tuple[tuple[Page, ...], tuple[Finding, ...]] = ((), ())
    """Written pages, and the findings of all that are no facts: these and the settings."""
    max_age_days: int = settings.MAX_AGE_DAYS
    """How long a file's `checked` holds: `extra: max_age_days` in mkdocs.yml."""
    texts: dict[str, str] = field(default_factory=dict)
    """Texts that stand in for what a file holds on disk."""
    _composed: dict[str, yaml.Node | None] = field(default_factory=dict)
    """Files with the lines of their places, as they were needed; shared by all that `replaced` gives."""
    _laid: dict[str, yaml.Node | None] = field(default_factory=dict)
    """The same for texts that stand in."""

    def line(self, path: str, at: At) -> int:
        """The line of a place in a file; `path` as in findings. Only files with findings are read twice."""
        if path.endswith(".md"):
            return int(at[0]) if at else 1
        kept = self._laid if path in self.texts else self._composed
        if path not in kept:
            kept[path] = tree.composed(self.root / path, self.texts.get(path))
        file, at = self.files.get(path), local.written_at(at)
        if file and file.extends is not None and at[:1] and at[0] not in file.value:
            at = ("extends",)  # all that such a file does not say
        return tree.line_of(kept[path], at)

    def inherited_from(self, path: str, at: At) -> str | None:
        """For a place that a local procedure takes over: the file that it extends; else None."""
        file = self.files.get(path)
        return f"{PROCEDURES}/{file.extends}.yaml" if file and local.inherited(file, at) else None

    def text(self, path: str) -> str:
        """What a file holds, or what stands in for it."""
        return self.texts.get(path) or (self.root / path).read_text("utf-8-sig")

    def replaced(self, path: str, text: str) -> "Loaded":
        """The same facts, but that one file holds `text`: no other is read again."""
        changed = Loaded(self.root, Catalogue(), pages=self.pages, texts={**self.texts, path: text})
        changed.max_age_days, changed._composed = self.max_age_days, self._composed
        files = {**self.files, path: read(self.root, self.root / path, text, changed.line)}
        changed.files = dict(sorted(files.items()))
        return _assembled(changed)


def load(root: Path, only: Collection[Path] = ()) -> Loaded:
    """Read the facts and written pages below `root`, which holds `procedures/` and `content/`.

    With `only`, read those files and what they refer to: enough to find every fault in them.
    """
    loaded = Loaded(root, Catalogue(), max_age_days=settings.max_age_days(root))
    found = list(settings.findings(root))
    loaded.pages = (tuple(written(root, found)), tuple(found))
    for file in context(root, only):
        one = read(root, file, None, loaded.line)
        loaded.files[one.path] = one
    asked = {file.absolute() for file in only}
    for one in otherwise_named(root):
        if not asked or (root / one.path).absolute() in asked:
            loaded.files[one.path] = one
    return _assembled(loaded)


def _assembled(loaded: Loaded) -> Loaded:
    """Fill `catalogue` and `findings` from `files` and `pages`."""
    found: dict[str, list[Any]] = {}
    files = local.whole(loaded.files.values(), loaded.line)
    for file in files:
        if file.kind:
            found.setdefault(file.kind, []).extend(file.words)
    fields: dict[str, Any] = {kind: tuple(words) for kind, words in found.items()}
    fields["procedures"] = tuple(_in_order(fields.get("procedures", ()), fields.get("places", ())))
    fields["duties_checked"] = tuple(pair for file in files for pair in file.checked)
    fields["pages"], of_others = loaded.pages
    fields["typeface"] = _typeface(loaded.root)
    unread = frozenset(id for file in files for id in (*_unread(file), *_meant(file)))
    loaded.catalogue = Catalogue.model_construct(None, **fields, unread=unread)
    of_files = (finding for file in files for finding in file.findings)
    loaded.findings = sorted({*of_others, *of_files})
    return loaded


def _unread(file: File) -> list[str]:
    """Ids that a file would have filled: its own, or where it lies wrong those that it may have meant."""
    if file.kind is None:
        *folders, name = file.id.split("/")
        return [file.id, f"laws/{name}", *("/".join((*folders, part, name)) for part in PARTS)]
    lost = bool(file.findings) or (file.kind == "procedures" and not file.words)
    return [file.id.removesuffix("/index")] if lost else []


def _meant(file: File) -> list[str]:
    """The id that a file with capitals, underscores or spaces in its name would fill if it were named as it must be."""
    meant = re.sub("[ _]+", "-", file.id.lower())
    return [] if meant == file.id else [meant.removesuffix("/index")]


def _typeface(root: Path) -> Typeface:
    """What the site adds to the one font in its folder `fonts/`."""
    added = typeface.added(root)
    return Typeface(folder=str(root / typeface.FOLDER), characters=added) if added else Typeface()


def _in_order(procedures: Iterable[Procedure], places: Iterable[Place]) -> list[Procedure]:
    """Procedures by place and part, and within these as the place's `order` tells them."""
    told = {
        f"{place.id}/{name}": number for place in places for number, name in enumerate(place.order, -len(place.order))
    }
    parts = list(PARTS)
    return sorted(procedures, key=lambda word: (word.place, parts.index(word.part), told.get(word.id, 0), word.id))
