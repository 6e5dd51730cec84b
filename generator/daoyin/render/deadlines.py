"""Last days as an editor reads them in a terminal: each limit from its event, other routes, and the longest chain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daoyin import citation
from daoyin.clocks import ANALOGY, Calendar, Clock, Due, Event, Used, before, chain, due, events, last_day, remedies
from daoyin.model import Catalogue, LawReference, Remedy

WEEKDAYS = "一二三四五六日"
SATURDAY = 5
KINDS = {(True, False): "，休息", (True, True): "，调休上班", (False, False): "，放假", (False, True): ""}
"""What a day is called, by whether it is a weekend and whether it is worked."""
NOT_HELD = "未收录（那时的放假安排还没有公布，或者本站没有收录）"
GOES_ON = "从没有顺延的最后一天接着算"
COUNTING = "开始那一天不算，从第二天算起；按月、年算的，到对应的那一天；最后一天放假的，顺延到上班的那一天。"


@dataclass(frozen=True)
class Asked:
    """What is to be counted: events and other routes, each with its day, and what happened on the way."""

    events: tuple[tuple[Event, date], ...]
    remedies: tuple[tuple[Remedy, date], ...]
    used: Used


def text(catalogue: Catalogue, asked: Asked, calendar: Calendar) -> str:
    """Every last day that follows from what was asked, and how it was counted."""
    story = events(catalogue)
    lines: list[str] = []
    for event, start in asked.events:
        lines += [f"{event.name}：{day(start, calendar)}  [{event.id}]", ""]
        for clock in event.clocks:
            lines += [*_clock(catalogue, clock, start, calendar, asked.used), ""]
        lines += [*_chain(story, event, start, calendar, asked.used), ""]
    for remedy, start in asked.remedies:
        lines += [*_remedy(catalogue, remedy, start, calendar), ""]
    return "\n".join([*lines, *_counting(catalogue, calendar), ""])


def known(catalogue: Catalogue) -> str:
    """What can be counted: each event and each other route, with the name by which it is asked for."""
    lines = ["事件（--event 名字=日期）："]
    lines += [
        f"  {event.id}  {event.name}：" + "；".join(f"{clock.limit.act}，{clock.within}" for clock in event.clocks)
        for event in events(catalogue)
    ]
    lines += ["别的法律途径（--remedy 名字=日期）："]
    lines += [
        f"  {remedy.id}  {remedy.name}：{remedy.within}，从“{remedy.counts_from}”起算" for remedy in remedies(catalogue)
    ]
    return "\n".join([*lines, ""])


def day(day: date, calendar: Calendar) -> str:
    """`2026-10-02（星期五，放假）`: the weekday, and what the yearly arrangement makes of the day."""
    told = f"星期{WEEKDAYS[day.weekday()]}"
    if (working := calendar.working(day)) is not None:
        told += KINDS[day.weekday() >= SATURDAY, working]
    return f"{day}（{told}）"


def _clock(catalogue: Catalogue, clock: Clock, start: date, calendar: Calendar, used: Used) -> Iterator[str]:
    limit, role = clock.limit, catalogue.role.get(clock.limit.holder)
    modal = "可以" if limit.may else "应当"
    yield f"{role.name if role else limit.holder}{modal}{limit.act}：{clock.within}（{_cited(catalogue, limit.law)}）"
    if limit.unless:
        yield f"  除外：{limit.unless}"
    if limit.prefer:
        yield f"  能早则早：{limit.prefer}"
    plain = Used(excluded=used.excluded)
    yield from _due(last_day(clock, start, calendar, plain), calendar, "最后一天")
    for excluded in limit.excludes:
        days = f"已扣除 {used.excluded} 日" if used.excluded else "用 --hearing-days 写明用了几天"
        yield f"  {excluded.what}不计算在内（{_cited(catalogue, excluded.law)}）：{days}"
    if limit.extend:
        longer = last_day(clock, start, calendar, Used(extended=True, excluded=used.excluded))
        yield f"  延期：经{limit.extend.approval}批准可以延长 {limit.extend.by}，并{limit.extend.notice}；{GOES_ON}"
        yield from _due(longer, calendar, "延期后的最后一天")


def _due(due: Due, calendar: Calendar, name: str, basis: str = "类推") -> Iterator[str]:
    if due.strict is None:
        yield f"  {name}：{NOT_HELD}"
        return
    yield f"  {name}：{day(due.strict, calendar)}"
    if due.rolled is None:
        yield f"  遇放假顺延到：{NOT_HELD}"
    elif due.moved:
        yield f"  遇放假顺延到（{basis}）：{day(due.rolled, calendar)}；请按早的一天办"


def _chain(story: Sequence[Event], event: Event, start: date, calendar: Calendar, used: Used) -> Iterator[str]:
    links = chain(story, event, start, calendar, used)
    if len(links) > 1 and links[-1].due.strict:
        yield f"最长的一般链条：{(links[-1].due.strict - start).days} 日（每一步都用到最后一天，没有超期，不算顺延）"
        for link in links:
            yield f"  {link.due.strict}  {link.clock.limit.act}（{link.clock.within}）"
    if earlier := before(story, event):
        days = sum(clock.within.count for clock in earlier)
        told = "，".join(f"{clock.limit.act} {clock.within}" for clock in earlier)
        yield f"在这以前，最多还有 {days} 日：{told}"


def _remedy(catalogue: Catalogue, remedy: Remedy, start: date, calendar: Calendar) -> Iterator[str]:
    assert remedy.within
    yield f"{remedy.name}：{remedy.within}（{_cited(catalogue, remedy.law)}）"
    yield f"  从“{remedy.counts_from}”起算：{day(start, calendar)}"
    yield from _due(due(start, remedy.within, calendar), calendar, "最后一天", "由受理的机关、法院定")
    for name, told in (("最长", remedy.long_stop), ("先要", remedy.precondition), ("中断", remedy.interrupted_by)):
        if told:
            yield f"  {name}：{told}"


def _counting(catalogue: Catalogue, calendar: Calendar) -> Iterator[str]:
    borrowed = _cited(catalogue, tuple(law for law in ANALOGY if catalogue.article(law)))
    yield f"数法：{COUNTING}"
    yield (
        "条例没有写怎样数天数"
        + (f"，这是类推{borrowed}" if borrowed else "")
        + "。两个日子不一样的，都请按早的一天办。"
    )
    yield f"放假安排收录：{calendar.first} 至 {calendar.last}。"


def _cited(catalogue: Catalogue, law: tuple[LawReference, ...]) -> str:
    return "、".join(citation.together(catalogue, law))
