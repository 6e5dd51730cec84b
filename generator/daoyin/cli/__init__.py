"""The verbs, a module for each group of them: `daoyin --help` lists them all."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from daoyin import typeface
from daoyin.cli import check, deadlines, diff, draw, explain, font, handout, poster, schema, site
from daoyin.cli.parser import Parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0: done, 1: there is something to mend, 2: the call itself is wrong."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except typeface.Undrawn as lacking:
        print(lacking, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader (`| head`) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> Parser:
    parser = Parser(prog="daoyin", description="导引：把办事的事实（YAML）变成网站、流程图和责任清单。")
    parser.add_argument(
        "-C", "--root", type=Path, default=Path(), metavar="目录", help="站点所在目录（默认：当前目录）"
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="命令")
    for group in (check, explain, deadlines, diff, site, draw, poster, handout, font, schema):
        group.add(verbs)
    return parser
