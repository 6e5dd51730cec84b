"""The verb that writes JSON Schema: schema."""

import argparse

from daoyin.cli.verbs import Verbs, root
from daoyin.schema import schemas


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("schema", help="写出 JSON Schema，编辑器用它补全和检查")
    verb.add_argument("--check", action="store_true", help="只看是否最新，不改文件")
    verb.set_defaults(run=_schema)


def _schema(options: argparse.Namespace) -> int:
    folder = root(options) / "procedures" / "schema"
    stale = [
        name
        for name, text in schemas().items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]
    if options.check:
        print(f"不是最新：{'、'.join(stale)}；请运行 daoyin schema" if stale else "都是最新。")
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
    print(f"{len(schemas())} 份在 {folder}。")
    return 0
