"""Verbs that make a site: build, serve, pages, new.

What renders is imported by the verb that needs it: a check in a commit's hook has no second to spare.
"""

import argparse
import shutil
import sys
from pathlib import Path

from daoyin import bundle
from daoyin.cli.verbs import Verbs, fail, root, sound
from daoyin.load import settings
from daoyin.schema import schemas


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    verb = verbs.add_parser("build", help="生成网站；有错就保留原来的网站")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：site）")
    verb.set_defaults(run=_build)

    verb = verbs.add_parser("serve", help="本机预览；改了文件会自动刷新")
    verb.add_argument("-a", "--address", default="127.0.0.1:8000", metavar="地址:端口", help="默认 127.0.0.1:8000")
    verb.set_defaults(run=_serve)

    verb = verbs.add_parser("pages", help="写出普通的 Markdown 目录，供其他工具生成网站")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：build）")
    verb.set_defaults(run=_pages)

    verb = verbs.add_parser("new", help="在空目录里放一个马上能生成的新站点")
    verb.add_argument("folder", type=Path, metavar="目录")
    verb.set_defaults(run=_new)


def _hosted(options: argparse.Namespace) -> Path:
    """The site's folder, with settings that a host can read: it would tell an editor otherwise, and in English."""
    top = root(options)
    if not (top / settings.FILE).is_file():
        fail(f"{top.resolve()} 里没有 {settings.FILE}；“daoyin new 目录”放好的站点里有一个，可以照抄")
    if faults := settings.findings(top):
        fail("\n".join(map(str, faults)))
    return top


def _build(options: argparse.Namespace) -> int:
    from daoyin import build

    top = _hosted(options)
    out = options.out or top / "site"
    status = build.build(top, out)
    if status == 0:
        print(f"网站在 {out}，打开 {out / 'index.html'} 就能看。")
    return 1 if status else 0


def _serve(options: argparse.Namespace) -> int:
    from daoyin import build

    return build.host(_hosted(options), "serve", "--livereload", "--dev-addr", options.address)


def _pages(options: argparse.Namespace) -> int:
    from daoyin import build

    top = _hosted(options)
    loaded, status = sound(top)
    if status:
        return status
    out = options.out or top / "build"
    written = build.pages(loaded.catalogue, top, out)
    print(f"{len(written)} 页在 {out / 'docs'}，设置在 {out / 'mkdocs.yml'}。")
    return 0


def _new(options: argparse.Namespace) -> int:
    folder = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} 不是空目录；请换一个名字", file=sys.stderr)
        return 2
    shutil.copytree(bundle.starter(), folder, dirs_exist_ok=True)
    schema = folder / "procedures" / "schema"
    schema.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (schema / name).write_text(text, "utf-8")
    print(f"新站点在 {folder}。接下来：cd {folder}，再运行 daoyin build")
    return 0
