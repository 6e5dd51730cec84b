"""Which days are worked: weekends, statutory holidays, and the days that the yearly arrangement moves.

Source: `chinesecalendar`, which holds the State Council's yearly arrangements. A year that it does not hold is not
guessed: an update of that one dependency fills it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from chinese_calendar.constants import holidays, workdays

SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The days from `first` to `last` of which it is known whether they are worked."""

    first: date
    last: date
    off: frozenset[date]
    """Mondays to Fridays that are not worked."""
    on: frozenset[date]
    """Saturdays and Sundays that are worked."""

    def working(self, day: date) -> bool | None:
        """Whether a day is worked; None where that is not known."""
        if not self.first <= day <= self.last:
            return None
        return day in self.on if day.weekday() >= SATURDAY else day not in self.off

    def next_working(self, day: date) -> date | None:
        """The day itself if it is worked, else the first worked day after it; None where that is not known."""
        while (working := self.working(day)) is False:
            day += timedelta(1)
        return day if working else None


@cache
def arranged() -> Calendar:
    """The calendar of all years whose arrangement is held."""
    off = frozenset(day for day in holidays if day.weekday() < SATURDAY)
    on = frozenset(day for day in workdays if day.weekday() >= SATURDAY)
    return Calendar(date(min(holidays).year, 1, 1), date(max(holidays).year, 12, 31), off, on)
