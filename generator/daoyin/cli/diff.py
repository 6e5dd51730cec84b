"""The verb that tells what changed: diff."""

import argparse
import sys
from pathlib import Path

from daoyin import revision
from daoyin.changes import changes
from daoyin.cli.verbs import Verbs, fail, root
from daoyin.load import Loaded, load
from daoyin.render.changes import markdown


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("diff", help="用法律的话说出两个版本之间改了什么（Markdown）")
    verb.add_argument(
        "revisions",
        metavar="版本",
        nargs="?",
        default="HEAD",
        help="旧..新；旧...新（从分叉处算起）；只写一个，就和现在的文件比（默认：HEAD）",
    )
    verb.set_defaults(run=_diff)


def _diff(options: argparse.Namespace) -> int:
    top = root(options)
    try:
        before, after = _sides(top, options.revisions)
    except revision.NoRevision as error:
        fail(str(error))
    for name, side in (("旧", before), ("新", after)):
        if unread := sorted(side.catalogue.unread):
            print(f"{name}版本里有 {len(unread)} 个文件读不出来，没有比较：{'、'.join(unread)}", file=sys.stderr)
    sys.stdout.write(markdown(changes(before.catalogue, after.catalogue)))
    return 0


def _sides(root: Path, written: str) -> tuple[Loaded, Loaded]:
    """`old..new`, `old...new`, or `old` alone: against the files as they are now."""
    if "..." in written:
        old, _, new = written.partition("...")
        old = revision.fork(root, old or "HEAD", new or "HEAD")
        return revision.read(root, old), revision.read(root, new or "HEAD")
    old, dots, new = written.partition("..")
    before = revision.read(root, old or "HEAD")
    return before, revision.read(root, new or "HEAD") if dots else load(root)
