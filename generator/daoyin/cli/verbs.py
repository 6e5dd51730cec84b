"""What verbs share: the site that they work on, and data that is sound or told why not."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, TypeAlias, TypeVar

from daoyin.check import check
from daoyin.load import Loaded, load, settings, tree
from daoyin.model import Catalogue, Place, Procedure

T = TypeVar("T")
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def root(options: argparse.Namespace) -> Path:
    """The site's folder; the call is wrong where there is none."""
    found: Path = options.root
    if not (found / "procedures").is_dir():
        fail(f"{found.resolve()} 里没有 procedures 文件夹；请到站点目录里运行，或用 -C 指明")
    return found


def sound(root: Path) -> tuple[Loaded, int]:
    """The loaded data, and 1 after telling its findings if any is an error."""
    loaded = load(root)
    errors = [finding for finding in check(loaded) if finding.level == "error"]
    for finding in errors:
        print(finding, file=sys.stderr)
    return loaded, 1 if errors else 0


def fail(message: str) -> NoReturn:
    """Say what is wrong with the call, in one line, and end."""
    print(message, file=sys.stderr)
    raise SystemExit(2)


def publishing(root: Path, url: str | None) -> settings.Site:
    """Whose site it is by its settings, for prints; `url` is its address if the call gives another."""
    site = settings.site(tree.values(root / "mkdocs.yml"))
    return replace(site, url=url or site.url)


def tell_unaddressed(site: settings.Site) -> None:
    """Say why a print has no QR code, where the site's address is not known."""
    if not site.url:
        print("没有网址（mkdocs.yml 的 site_url，或者 --url）：没有印二维码，留了空白填网址。", file=sys.stderr)


def find_procedure(catalogue: Catalogue, root: Path, written: str) -> Procedure:
    """The procedure of a file, an id, or a name; the call is wrong where there is none."""
    path, folder = Path(written).resolve(), (root / "procedures").resolve()
    if path.suffix == ".yaml" and path.is_relative_to(folder):
        written = path.relative_to(folder).with_suffix("").as_posix()
    return named("事项", written, {word.name: word for word in catalogue.procedures} | catalogue.procedure)


def find_place(catalogue: Catalogue, written: str) -> Place:
    """The place of an id or a name; the call is wrong where there is none."""
    known = {name: place for place in catalogue.places for name in (place.name, place.short or place.name)}
    return named("地方", written.strip("/"), known | catalogue.place)


def named(kind: str, written: str, known: Mapping[str, T]) -> T:
    """What the call means by a name; it is wrong where nothing is called so, and is told the nearest."""
    if written not in known:
        near = [name for name in known if written and written in name][:3]
        near = near or get_close_matches(written, known, n=3, cutoff=0.4) or list(known)[:6]
        fail(f"没有{kind}“{written}”；是不是 {'、'.join(near)}？")
    return known[written]
