"""The verb that draws: chart. What draws is imported when it does (see `cli.site`)."""

import argparse
import sys
from pathlib import Path

from daoyin import bundle, typeface
from daoyin.cli.verbs import Verbs, root, sound


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("chart", help="画一件事项的流程图")
    verb.add_argument("procedure", metavar="事项", help="文件或名字，如 cn/handling/review")
    verb.add_argument("--svg", type=Path, metavar="文件", help="存成 SVG")
    verb.add_argument("--png", type=Path, metavar="文件", help="存成 PNG（需要 pip install daoyin[png]）")
    verb.set_defaults(run=_chart)


def _chart(options: argparse.Namespace) -> int:
    from daoyin import chart
    from daoyin.diagram import draw
    from daoyin.render import chart_text, svg

    top = root(options)
    loaded, status = sound(top)
    if status:
        return status
    path = Path(options.procedure)
    folder = (top / "procedures").resolve()
    inside = path.resolve().is_relative_to(folder) and path.suffix == ".yaml"
    id = path.resolve().relative_to(folder).with_suffix("").as_posix() if inside else options.procedure
    procedure = loaded.catalogue.procedure.get(id)
    if procedure is None:
        print(f"没有事项“{id}”；写法如 cn/handling/review", file=sys.stderr)
        return 2
    diagram = draw(chart.procedure(loaded.catalogue, procedure))
    if options.svg:
        options.svg.write_text(svg.svg(diagram, standalone=True), "utf-8")
    if options.png:
        try:
            from resvg_py import svg_to_bytes
        except ImportError:
            print("画 PNG 需要先运行 pip install 'daoyin[png]'", file=sys.stderr)
            return 2
        folders = (bundle.theme() / "fonts", top / typeface.FOLDER)
        fonts = [str(font) for folder in folders for font in sorted(folder.glob("*.ttf"))]
        options.png.write_bytes(bytes(svg_to_bytes(svg_string=svg.svg(diagram, standalone=True), font_files=fonts)))
    if not (options.svg or options.png):
        print(chart_text.chart_text(diagram))
    return 0
