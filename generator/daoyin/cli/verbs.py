"""What verbs share: the site that they work on, and data that is sound or told why not."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn, TypeAlias

from daoyin.check import check
from daoyin.load import Loaded, load

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
