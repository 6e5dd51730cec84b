"""Verbs that print for hands and counters: leaflet, booklet, card. What typesets is imported when it does."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from daoyin.cli.verbs import Verbs, fail, find_place, find_procedure, named, publishing, root, sound, tell_unaddressed

STAPLED = 64
"""Pages of a booklet beyond which staples through the fold do not hold well."""


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    verb = verbs.add_parser("leaflet", help="做给群众带走的三折页（A4 两面，PDF）")
    verb.add_argument("procedures", nargs="+", metavar="事项", help="文件或名字，如 cn/handling/review；可以写几个")
    verb.add_argument("--place", metavar="地方", help="在哪里发：印上当地的地址、电话，没有收录的留空白")
    _common(verb, _leaflet)

    verb = verbs.add_parser("booklet", help="做一个地方的办事手册（A5，PDF）")
    verb.add_argument("place", metavar="地方", help="如 cn/guangdong/guangzhou/nansha")
    verb.add_argument("--saddle-stitch", action="store_true", help="拼好版：A4 两面打印，对折，骑马订")
    _common(verb, _booklet)

    verb = verbs.add_parser("card", help="做窗口台卡：应当公布的八项（A5 或者 A6，PDF）")
    verb.add_argument("place", metavar="地方", help="如 cn/guangdong/guangzhou/nansha")
    verb.add_argument("--body", metavar="单位", help="哪个单位的窗口（默认：信访部门）")
    verb.add_argument("--paper", default="a5", metavar="纸", help="a5 或 a6（默认：a5）")
    _common(verb, _card)


def _common(verb: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    verb.add_argument("--print-shop", action="store_true", help="给印刷厂：加 3 毫米出血和裁切线")
    verb.add_argument("--url", metavar="网址", help="网站的网址，印成二维码（默认：mkdocs.yml 的 site_url）")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：handouts）")
    verb.set_defaults(run=run)


def _leaflet(options: argparse.Namespace) -> int:
    from daoyin.render import handout

    top, site = root(options), publishing(root(options), options.url)
    loaded, status = sound(top)
    if status:
        return status
    where = find_place(loaded.catalogue, options.place).id if options.place else ""
    wanted = [find_procedure(loaded.catalogue, top, written) for written in options.procedures]
    for found in wanted:
        if not handout.for_citizens(found):
            fail(f"“{found.name}”没有写给群众的话（do_now、citizen），做不成折页；可以用 daoyin poster")
    makes = {
        f"{found.id}-leaflet": partial(
            handout.leaflet, loaded.catalogue, found, site, where, print_shop=options.print_shop
        )
        for found in wanted
    }
    tell_unaddressed(site)
    done = [_written(options, name, make, "A4 两面，沿短边翻转，折成三折") for name, make in makes.items()]
    return 0 if all(done) else 2


def _booklet(options: argparse.Namespace) -> int:
    from daoyin.render import handout
    from daoyin.render.typeset import page_count

    top, site = root(options), publishing(root(options), options.url)
    if options.saddle_stitch and options.print_shop:
        fail("--saddle-stitch 是自己打印用的；印刷厂自己拼版，请只用 --print-shop")
    loaded, status = sound(top)
    if status:
        return status
    found = find_place(loaded.catalogue, options.place)
    made = handout.booklet(loaded.catalogue, found, site, print_shop=options.print_shop)
    pages = page_count(made)
    tell_unaddressed(site)
    if not options.saddle_stitch:
        return 0 if _written(options, f"{found.id}-booklet", lambda: made, f"A5，{pages} 页") else 2
    if pages > STAPLED:
        print(f"一共 {pages} 页，骑马订只宜到 {STAPLED} 页；建议不加 --saddle-stitch，交印刷厂胶装。", file=sys.stderr)
    sheets = partial(handout.imposed, made, f"{found.name}办事手册", found.checked)
    told = f"A4 两面，{-(-pages // 4)} 张，沿短边翻转，对折后骑马订"
    return 0 if _written(options, f"{found.id}-booklet-sheets", sheets, told) else 2


def _card(options: argparse.Namespace) -> int:
    from daoyin.render import handout, press

    top, site = root(options), publishing(root(options), options.url)
    paper = named("纸张", options.paper.lower(), {size: press.PAPERS[size] for size in handout.CARDS})
    loaded, status = sound(top)
    if status:
        return status
    found = find_place(loaded.catalogue, options.place)
    bodies = {name: body for body in found.bodies for name in (body.name, body.id)}
    if options.body and not bodies:
        fail(f"{found.name}没有收录单位；不写 --body，就留空白")
    body = named("单位", options.body, bodies) if options.body else None
    tell_unaddressed(site)
    make = partial(handout.counter_card, loaded.catalogue, found, site, body, paper, print_shop=options.print_shop)
    return 0 if _written(options, f"{found.id}-card-{paper.name}", make, paper.name.upper()) else 2


def _written(options: argparse.Namespace, name: str, make: Callable[[], bytes], told: str) -> bool:
    """Write a print and say how it is handled; where it has no room, say so."""
    from daoyin.render.typeset import NoRoom

    try:
        made = make()
    except NoRoom as full:
        print(full, file=sys.stderr)
        return False
    folder = options.out or options.root / "handouts"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name.replace('/', '-')}.pdf"
    file.write_bytes(made)
    print(f"{file}（{told}）")
    return True
