"""The verb that prints for walls: poster. What typesets is imported when it does (see `cli.site`)."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from daoyin.cli.verbs import Verbs, fail, find_place, find_procedure, named, publishing, root, sound, tell_unaddressed
from daoyin.load.settings import Site
from daoyin.model import Catalogue

if TYPE_CHECKING:
    from daoyin.render.poster import Poster
    from daoyin.render.press import Paper

    Make: TypeAlias = Callable[[Sequence[Paper]], Poster]

SIZES = ("a4", "a3", "a2", "a1")
"""Papers that a poster may have, the smallest first."""


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("poster", help="做上墙的导引图、路线总图、责任公示（PDF）")
    verb.add_argument("procedures", nargs="*", metavar="事项", help="文件或名字，如 cn/handling/review；可以写几个")
    verb.add_argument("--overview", action="store_true", help="路线总图：一件信访从头到尾")
    verb.add_argument("--board", metavar="角色", help="这个角色的责任公示，如 petition-department")
    verb.add_argument("--paper", default="a3", metavar="纸", help="a1、a2、a3 或 a4（默认：a3）")
    verb.add_argument("--landscape", action="store_true", help="横着用（默认：哪样字大就用哪样）")
    verb.add_argument("--portrait", action="store_true", help="竖着用")
    verb.add_argument("--place", metavar="地方", help="挂在哪里：印上当地的地址、电话，没有收录的留空白")
    verb.add_argument("--print-shop", action="store_true", help="给印刷厂：加 3 毫米出血和裁切线")
    verb.add_argument("--url", metavar="网址", help="网站的网址，印成二维码（默认：mkdocs.yml 的 site_url）")
    verb.add_argument("-o", "--out", type=Path, metavar="目录", help="放在哪里（默认：posters）")
    verb.set_defaults(run=_poster)


def _poster(options: argparse.Namespace) -> int:
    top = root(options)
    if not (options.procedures or options.overview or options.board):
        fail("请写要印哪些事项，如 daoyin poster cn/handling/review；或者用 --overview、--board 角色")
    paper = named("纸张", options.paper.lower(), {size: size for size in SIZES})
    loaded, status = sound(top)
    if status:
        return status
    site = publishing(top, options.url)
    wanted = list(_wanted(options, top, loaded.catalogue, site))
    tell_unaddressed(site)
    out = options.out or top / "posters"
    out.mkdir(parents=True, exist_ok=True)
    made = [_made(out / f"{name}-{paper}.pdf", make, paper, options) for name, make in wanted]
    return 0 if all(made) else 2


def _wanted(options: argparse.Namespace, top: Path, catalogue: Catalogue, site: Site) -> Iterator[tuple[str, "Make"]]:
    """The names of the files to write, and what makes each of them for given papers."""
    from daoyin.render import poster

    place = find_place(catalogue, options.place).id if options.place else ""
    how = {"shop": options.print_shop, "cache": top / ".cache"}
    for written in options.procedures:
        procedure = find_procedure(catalogue, top, written)
        make = partial(poster.wall_guide, catalogue, procedure, site, place=place, **how)
        yield procedure.id.replace("/", "-"), make
    for road in catalogue.roads if options.overview else ():
        yield f"overview-{road.id}", partial(poster.overview, catalogue, road, site, **how)
    if options.board:
        role = named("角色", options.board, catalogue.role | {role.name: role for role in catalogue.roles})
        if not poster.held(catalogue, poster.lister(catalogue, place or catalogue.country), role):
            fail(f"责任清单里没有“{role.name}”的责任，做不出责任公示")
        yield f"board-{role.id}", partial(poster.board, catalogue, role, site, place=place, **how)


def _made(file: Path, make: "Make", size: str, options: argparse.Namespace) -> bool:
    """Write a poster and say how it hangs; where it needs more room, say on which paper it has it."""
    from daoyin.render.typeset import NoRoom

    try:
        made = make(_papers(size, options))
    except NoRoom as full:
        print(f"{full}{_needed(make, size, options)}", file=sys.stderr)
        return False
    file.write_bytes(made.content)
    print(f"{file}（{size.upper()}，{made.sheets} 张）")
    return True


def _needed(make: "Make", size: str, options: argparse.Namespace) -> str:
    from daoyin.render.typeset import NoRoom

    for larger in SIZES[SIZES.index(size) + 1 :]:
        try:
            made = make(_papers(larger, options))
        except NoRoom:
            continue
        return f"请用 --paper {larger}（{made.sheets} 张）。"
    return "最大的纸也放不下；请把流程拆成几件事项，或者不限定横竖。"


def _papers(size: str, options: argparse.Namespace) -> tuple["Paper", ...]:
    """The paper as it may hang: one way if the call says so, else both."""
    from daoyin.render.press import PAPERS

    upright = PAPERS[size]
    ways = (upright.turned,) * options.landscape + (upright,) * options.portrait
    return ways or (upright, upright.turned)
