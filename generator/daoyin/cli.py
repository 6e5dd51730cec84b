"""The verbs: check, build, serve, pages, chart, schema, new."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from daoyin import build, bundle, chart
from daoyin.check import check
from daoyin.diagram import draw
from daoyin.load import Loaded, load
from daoyin.render import chart_text, svg
from daoyin.schema import schemas


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0: done, 1: there is something to mend, 2: the call itself is wrong."""
    options = _parser().parse_args(arguments)
    run = {
        "check": _check,
        "build": _build,
        "serve": _serve,
        "pages": _pages,
        "chart": _chart,
        "schema": _schema,
        "new": _new,
    }[options.verb]
    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="daoyin", description="导引：把办事的事实（YAML）变成网站、流程图和责任清单。"
    )
    parser.add_argument(
        "-C", "--root", type=Path, default=Path(), metavar="目录", help="站点所在目录（默认：当前目录）"
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="命令")

    verb = verbs.add_parser("check", help="检查数据，列出所有要改正的地方")
    verb.add_argument("files", nargs="*", metavar="文件", help="只看这些文件的结果（默认：全部）")
    verb.add_argument("--strict", action="store_true", help="有提醒也算不通过")

    verb = verbs.add_parser("build", help="生成网站；有错就保留原来的网站")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：site）")

    verb = verbs.add_parser("serve", help="本机预览；改了文件会自动刷新")
    verb.add_argument("-a", "--address", default="127.0.0.1:8000", metavar="地址:端口", help="默认 127.0.0.1:8000")

    verb = verbs.add_parser("pages", help="写出普通的 Markdown 目录，供其他工具生成网站")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：build）")

    verb = verbs.add_parser("chart", help="画一件事项的流程图")
    verb.add_argument("procedure", metavar="事项", help="文件或名字，如 cn/handling/review")
    verb.add_argument("--svg", type=Path, metavar="文件", help="存成 SVG")
    verb.add_argument("--png", type=Path, metavar="文件", help="存成 PNG（需要 pip install daoyin[png]）")

    verb = verbs.add_parser("schema", help="写出 JSON Schema，编辑器用它补全和检查")
    verb.add_argument("--check", action="store_true", help="只看是否最新，不改文件")

    verb = verbs.add_parser("new", help="在空目录里放一个马上能生成的新站点")
    verb.add_argument("folder", type=Path, metavar="目录")
    return parser


def _check(options: argparse.Namespace) -> int:
    loaded = load(_root(options))
    findings = check(loaded)
    if options.files:
        wanted = {Path(file).resolve() for file in options.files}
        findings = [finding for finding in findings if (loaded.root / finding.path).resolve() in wanted]
    for finding in findings:
        print(finding if finding.level == "error" else f"{finding}（提醒）")
    errors = sum(finding.level == "error" for finding in findings)
    warnings = len(findings) - errors
    print(f"{errors} 处要改正，{warnings} 处提醒。" if findings else "没有问题。", file=sys.stderr)
    return 1 if errors or (options.strict and warnings) else 0


def _build(options: argparse.Namespace) -> int:
    root = _root(options)
    out = options.out or root / "site"
    status = build.build(root, out)
    if status == 0:
        print(f"网站在 {out}，打开 {out / 'index.html'} 就能看。")
    return 1 if status else 0


def _serve(options: argparse.Namespace) -> int:
    return build.host(_root(options), "serve", "--livereload", "--dev-addr", options.address)


def _pages(options: argparse.Namespace) -> int:
    root = _root(options)
    loaded, status = _sound(root)
    if status:
        return status
    out = options.out or root / "build"
    written = build.pages(loaded.catalogue, root, out)
    print(f"{len(written)} 页在 {out / 'docs'}，设置在 {out / 'mkdocs.yml'}。")
    return 0


def _chart(options: argparse.Namespace) -> int:
    root = _root(options)
    loaded, status = _sound(root)
    if status:
        return status
    path = Path(options.procedure)
    folder = (root / "procedures").resolve()
    inside = path.resolve().is_relative_to(folder) and path.suffix == ".yaml"
    id = path.resolve().relative_to(folder).with_suffix("").as_posix() if inside else options.procedure
    procedure = loaded.catalogue.procedure.get(id)
    if procedure is None:
        print(f"没有事项“{id}”；写法如 cn/handling/review", file=sys.stderr)
        return 2
    diagram = draw(chart.graph(loaded.catalogue, procedure))
    if options.svg:
        options.svg.write_text(svg.svg(diagram, standalone=True), "utf-8")
    if options.png:
        try:
            from resvg_py import svg_to_bytes
        except ImportError:
            print("画 PNG 需要先运行 pip install 'daoyin[png]'", file=sys.stderr)
            return 2
        fonts = [str(font) for font in sorted((bundle.theme() / "fonts").glob("*.ttf"))]
        options.png.write_bytes(bytes(svg_to_bytes(svg_string=svg.svg(diagram, standalone=True), font_files=fonts)))
    if not (options.svg or options.png):
        print(chart_text.chart_text(diagram))
    return 0


def _schema(options: argparse.Namespace) -> int:
    folder = _root(options) / "procedures" / "schema"
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


def _root(options: argparse.Namespace) -> Path:
    root: Path = options.root
    if not (root / "procedures").is_dir():
        print(f"{root.resolve()} 里没有 procedures 文件夹；请到站点目录里运行，或用 -C 指明", file=sys.stderr)
        raise SystemExit(2)
    return root


def _sound(root: Path) -> tuple[Loaded, int]:
    """The loaded data, and 1 after telling its findings if any is an error."""
    loaded = load(root)
    errors = [finding for finding in check(loaded) if finding.level == "error"]
    for finding in errors:
        print(finding, file=sys.stderr)
    return loaded, 1 if errors else 0
