"""The verb that adds rare characters to the font: font."""

import argparse
import unicodedata
from pathlib import Path

from daoyin import typeface
from daoyin.cli.verbs import Verbs, fail, root


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("font", help="给字体加少见的字，图上和打印件上就不会空白")
    verb.add_argument(
        "--add", default="", metavar="字", help="要加的字，可以连着写几个（不写：照 fonts/characters.txt 重做）"
    )
    verb.add_argument(
        "--source", type=Path, metavar="文件", help="原字体 NotoSansSC[wght].ttf（默认：daoyin[font] 带来的）"
    )
    verb.set_defaults(run=_font)


def _font(options: argparse.Namespace) -> int:
    top = root(options)
    had = typeface.added(top)
    wanted = typeface.lacking(had + "".join(options.add.split()))
    if not set(wanted) - set(had) and options.add:
        print("这些字字体里都有，不用加。")
        return 0
    if not wanted:
        print("这个站点没有加过字；要加，请写 daoyin font --add 字")
        return 0
    from daoyin.typeface import cut  # slow to import

    font = _source(options.source or cut.source())
    _all_drawn(wanted, cut.drawn(font))
    folder = top / typeface.FOLDER
    cut.cut(font, wanted, folder, "Added")
    print(f"加了 {len(wanted)} 个字：{typeface.listed(folder)}。字体在 {folder}，请和数据一起提交。")
    return 0


def _source(found: Path | None) -> Path:
    if found is None:
        fail(
            "加字要用原来的大字体：先运行 pip install 'daoyin[font]'，或者用 --source 指明 NotoSansSC[wght].ttf 在哪里"
        )
    if not found.is_file():
        fail(f"没有文件“{found}”")
    return found


def _all_drawn(wanted: str, drawn: frozenset[str]) -> None:
    """The call is wrong where the source lacks a character, or where charts could not measure it."""
    if absent := "".join(mark for mark in wanted if mark not in drawn):
        fail(f"原字体里也没有 {typeface.told(absent)}，没有加；请换一种写法")
    if narrow := "".join(mark for mark in wanted if unicodedata.east_asian_width(mark) not in "WF"):
        fail(f"{typeface.told(narrow)} 不是全角的字，图上量不准，没有加；请换一种写法")
