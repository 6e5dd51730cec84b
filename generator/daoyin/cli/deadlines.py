"""The verb that counts last days: deadlines."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from daoyin.cli.verbs import Verbs, fail, root, sound
from daoyin.clocks import Event, Used, arranged, events, remedies
from daoyin.model import Catalogue, Remedy
from daoyin.render import deadlines as render

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
"""Days that a reader can mean; what lies outside is a slip of the hand."""
MOST_HEARING_DAYS = 1000

_OTHER, _EVENT = "别的事件，可以写几个", "review:received=2026-10-20"
_ROUTE, _REMEDY = "别的法律途径，从它自己的起算日算", "reconsideration=2026-07-01"

Asked = TypeVar("Asked", Event, Remedy)


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    verb = verbs.add_parser("deadlines", help="算出每个期限的最后一天（不写日期，就列出能算的事件）")
    verb.add_argument("--accepted", metavar="日期", help="受理日期（以告知书上写的为准），如 2026-08-03")
    verb.add_argument("--event", action="append", default=[], metavar="事件=日期", help=f"{_OTHER}，如 {_EVENT}")
    verb.add_argument("--remedy", action="append", default=[], metavar="途径=日期", help=f"{_ROUTE}，如 {_REMEDY}")
    verb.add_argument("--extended", action="store_true", help="链条里把可以延长的期限算上延长")
    verb.add_argument(
        "--hearing-days", type=_hearing, default=0, metavar="天数", help="复核听证用了几天（只有复核扣除）"
    )
    verb.set_defaults(run=_deadlines)


def _deadlines(options: argparse.Namespace) -> int:
    loaded, status = sound(root(options))
    if status:
        return status
    asked = _asked(loaded.catalogue, options)
    if not asked.events and not asked.remedies:
        sys.stdout.write(render.known(loaded.catalogue))
    else:
        sys.stdout.write(render.text(loaded.catalogue, asked, arranged()))
    return 0


def _asked(catalogue: Catalogue, options: argparse.Namespace) -> render.Asked:
    starting = {event.id: event for event in events(catalogue)}
    routes = {remedy.id: remedy for remedy in remedies(catalogue)}
    written = ([f"accepted={options.accepted}"] if options.accepted else []) + options.event
    return render.Asked(
        tuple(_pair(one, "事件", starting) for one in written),
        tuple(_pair(one, "法律途径", routes) for one in options.remedy),
        Used(options.extended, options.hearing_days),
    )


def _pair(written: str, kind: str, known: Mapping[str, Asked]) -> tuple[Asked, date]:
    """`名字=日期` -> what it names, and the day."""
    name, equals, day = written.partition("=")
    if not equals:
        fail(f"“{written}”应写成 名字=日期，如 {next(iter(known), 'accepted')}=2026-08-03")
    return known[_named(name.strip(), kind, tuple(known))], _day(day.strip())


def _named(name: str, kind: str, known: tuple[str, ...]) -> str:
    """The full id that a name means: the id itself, or its end where only one ends so."""
    found = [id for id in known if id == name or id.endswith((f"/{name}", f":{name}"))]
    if len(found) > 1:
        fail(f"“{name}”不止一个{kind}，请写全：{'、'.join(found)}")
    if not found:
        ends = {end: id for id in known for end in (id, id.rpartition("/")[2], id.rpartition(":")[2])}
        near = dict.fromkeys(ends[end] for end in get_close_matches(name, ends, n=3, cutoff=0.5))
        hint = f"是不是 {'、'.join(near)}？" if near else "daoyin deadlines 列出所有能算的"
        fail(f"没有{kind}“{name}”；{hint}")
    return found[0]


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        fail(f"“{written}”不是日期；应写成 2026-08-03")
    if not FIRST <= day <= LAST:
        fail(f"“{written}”太早或者太晚；能算 {FIRST} 至 {LAST}")
    return day


def _hearing(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and int(written[:9]) <= MOST_HEARING_DAYS):
        raise argparse.ArgumentTypeError(f"“{written}”不是天数；应写成 0 到 {MOST_HEARING_DAYS} 的整数")
    return int(written)
