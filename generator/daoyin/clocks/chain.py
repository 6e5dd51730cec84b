"""The longest ordinary chain: how far a matter goes if each step takes its last day, and none is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daoyin.clocks.calendar import Calendar
from daoyin.clocks.clock import Clock, Event
from daoyin.clocks.count import Due, due


@dataclass(frozen=True)
class Used:
    """What happened on the way that moves a last day: an extension was told, some days do not count (a hearing)."""

    extended: bool = False
    excluded: int = 0


@dataclass(frozen=True)
class Link:
    """One clock of a chain, and the day from which it runs."""

    clock: Clock
    start: date
    due: Due


def last_day(clock: Clock, start: date, calendar: Calendar, used: Used = Used()) -> Due:
    """The last day of a limit that starts on a day.

    Only a limit whose own law lets it be prolonged is extended, and only one whose own law leaves time out is counted
    without it.
    """
    extension = clock.limit.extend.by if used.extended and clock.limit.extend else None
    return due(start, clock.within, calendar, extension, used.excluded if clock.limit.excludes else 0)


def chain(
    events: Sequence[Event],
    event: Event,
    day: date,
    calendar: Calendar,
    used: Used = Used(),
) -> tuple[Link, ...]:
    """The links that take longest from an event on a day; each starts on the strict last day of the one before.

    It goes on through events alone. Where a procedure starts anew the day must be asked: when a matter is accepted
    stands on the notice and is never derived. Flows that lead back to an earlier event of the story are not followed.
    """
    reached: dict[str, tuple[Link, ...]] = {event.id: ()}
    longest: tuple[Link, ...] = ()
    for here in events[events.index(event) :]:
        if here.id not in reached or (here.id != event.id and here.at.node.kind != "event"):
            continue
        so_far = reached[here.id]
        start = _end(so_far, day)
        for clock in here.clocks:
            link = Link(clock, start, last_day(clock, start, calendar, used))
            if link.due.strict is None:
                continue
            longer = (*so_far, link)
            longest = max(longest, longer, key=lambda links: _end(links, day))
            for lead in clock.leads:
                if lead not in reached or _end(longer, day) > _end(reached[lead], day):
                    reached[lead] = longer
    return longest


def before(events: Sequence[Event], event: Event) -> tuple[Clock, ...]:
    """The clocks that together take longest before an event can happen; in words, for their days are not known.

    Working days are left out: without a calendar they cannot be added to the others.
    """
    reached: dict[str, tuple[Clock, ...]] = {}
    for here in events[: events.index(event)]:
        for clock in here.clocks:
            if clock.within.unit == "days":
                longer = (*reached.get(here.id, ()), clock)
                for lead in clock.leads:
                    if _days(longer) > _days(reached.get(lead, ())):
                        reached[lead] = longer
    return reached.get(event.id, ())


def _end(links: tuple[Link, ...], day: date) -> date:
    return (links[-1].due.strict or day) if links else day


def _days(clocks: tuple[Clock, ...]) -> int:
    return sum(clock.within.count for clock in clocks)
