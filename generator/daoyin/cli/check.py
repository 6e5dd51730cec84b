"""The verb that finds what is wrong: check."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from daoyin.check import check
from daoyin.cli.verbs import Verbs, fail, root
from daoyin.explain import rules
from daoyin.finding import Finding
from daoyin.load import load, settings
from daoyin.load.file import LIKE_YAML
from daoyin.render import findings as render

LONG = 300
"""Files from which on a check is worth a line that says so."""


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("check", help="检查数据，列出所有要改正的地方")
    verb.add_argument("files", nargs="*", type=Path, metavar="文件", help="只看这些文件或文件夹（默认：全部）")
    verb.add_argument("--strict", action="store_true", help="有提醒也算不通过")
    verb.add_argument("--format", choices=FORMATS, default="text", help="写成什么样（默认：text）")
    verb.add_argument("--lang", choices=["zh", "en"], default="zh", help="用中文还是英文说（默认：zh）")
    verb.add_argument("--today", type=_day, metavar="日期", help="按这一天提醒很久没有核对的文件，如 2026-11-22")
    verb.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    top, english = root(options), options.lang == "en"
    asked = [file for file in options.files if _named(file) != top.resolve()]
    files = [path for file in asked for path in _inside(top, file)]
    with _progress(top, english):
        findings = found(top, files, options.today) if asked else check(load(top), options.today)
    sys.stdout.write(FORMATS[options.format](findings, english))
    print(render.summary(findings, english=english), file=sys.stderr)
    errors = any(finding.level == "error" for finding in findings)
    return 1 if errors or (options.strict and findings) else 0


def found(root: Path, files: Sequence[str], today: date | None = None) -> list[Finding]:
    """The findings of a full check that stand in those files, from these and what they refer to alone.

    Only the nearest of all names needs all names, and only what is used nowhere needs all files: then all are read.
    """
    near = load(root, [root / file for file in files])
    findings = [finding for finding in check(near, today) if finding.path in files]
    if any(finding.rule in _ASK_ALL for finding in findings):
        findings = [finding for finding in check(load(root), today) if finding.path in files]
    return findings


_ASK_ALL = ("unknown-procedure", "overlay", "unused-entry", "phrase-nowhere")


def _text(findings: Sequence[Finding], english: bool) -> str:
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return render.text(findings, english=english, colour=colour)


def _sarif(findings: Sequence[Finding], english: bool) -> str:
    from importlib.metadata import version  # slow to import, and for this form alone

    told = {rule.id: rule.english if english else rule.says for rule in rules()}
    return render.sarif(findings, told, version("daoyin"), english=english)


def _plain(form: Callable[..., str]) -> Callable[[Sequence[Finding], bool], str]:
    return lambda findings, english: form(findings, english=english)


FORMATS: dict[str, Callable[[Sequence[Finding], bool], str]] = {
    "text": _text,
    "json": _plain(render.as_json),
    "sarif": _sarif,
    "github": _plain(render.github),
    "gitlab": _plain(render.gitlab),
}


def _inside(root: Path, file: Path) -> Iterator[str]:
    """The paths, as findings name them, that an argument means: a file's own, or those in a folder."""
    top, path = root.resolve(), _named(file)
    if not os.path.lexists(path):
        fail(f"没有文件“{file}”")
    if path == top / settings.FILE:
        yield settings.FILE
        return
    if not path.is_relative_to(top) or path.relative_to(top).parts[:1] not in (("procedures",), ("content",)):
        fail(f"“{file}”不在这个站点的 procedures 或 content 里")
    named = [found for found in sorted(path.rglob("*")) if path.is_dir()] or [path]
    facts = [found for found in named if found.suffix == ".md" or LIKE_YAML.search(found.name)]
    if not facts:
        fail(f"“{file}”里没有 .yaml 或 .md 文件，没有可检查的")
    yield from (found.relative_to(top).as_posix() for found in facts)


def _named(file: Path) -> Path:
    """The whole path of an argument; a link keeps its own name."""
    return Path(os.path.abspath(file))  # noqa: PTH100


@contextmanager
def _progress(root: Path, english: bool) -> Iterator[None]:
    """A line on the terminal while a large site is read; gone when it is done, and never in a file or a pipe."""
    count = sum(1 for _ in root.glob("procedures/**/*.yaml")) if sys.stderr.isatty() else 0
    if count >= LONG:
        said = f"Checking {count} files …" if english else f"正在检查 {count} 个文件……"
        print(said, end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if count >= LONG:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{written}”不是日期；应写成 2026-11-01") from None
