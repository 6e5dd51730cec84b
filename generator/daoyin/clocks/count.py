"""Counting a period: from the day on which it starts to its last day. `theme/assets/count.js` does the same.

The Regulation says 日 and 工作日 and defines neither. We count as the Civil Code does, by analogy (`ANALOGY`): the
starting day is not counted; a period of months or years ends on the day of the same number, or at the month's end;
a last day that is a holiday moves to the next working day. Where that moves it, both days are told, and one acts by
the earlier.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from daoyin.clocks.calendar import Calendar
from daoyin.model import LawReference, Period

ANALOGY = (
    LawReference("mfd-2020", 201, 1),
    LawReference("mfd-2020", 202),
    LawReference("mfd-2020", 203, 1),
    LawReference("msss-2023", 85, 3),
)
"""What the counting is borrowed from. None of it says that it governs petitions."""

MONTHS = {"months": 1, "years": 12}


@dataclass(frozen=True)
class Due:
    """The last day of a period: `strict` by the plain calendar, `rolled` with holidays passed over.

    None: not known, since the yearly arrangement of that time is not held (未收录); and no period of hours has a
    last day, for it runs from a moment, which a date does not tell.
    """

    strict: date | None
    rolled: date | None

    @property
    def moved(self) -> bool:
        """Whether passing over holidays gives a later day."""
        return self.rolled is not None and self.rolled != self.strict


def due(start: date, period: Period, calendar: Calendar, extension: Period | None = None, excluded: int = 0) -> Due:
    """The last day of a period that starts on a day; the starting day is not counted.

    `excluded` days (as many as were used, of the period's own kind) do not count; an `extension` goes on from the
    last day before that day is rolled.
    """
    strict = add(start, period, calendar)
    if strict and excluded:
        strict = add(strict, Period(excluded, "workdays" if period.unit == "workdays" else "days"), calendar)
    if strict and extension:
        strict = add(strict, extension, calendar)
    return Due(strict, calendar.next_working(strict) if strict else None)


def add(day: date, period: Period, calendar: Calendar) -> date | None:
    """The day so much later; None where it is not known."""
    if period.unit == "days":
        return day + timedelta(period.count)
    if period.unit == "workdays":
        return _workdays_later(day, period.count, calendar)
    if period.unit in MONTHS:
        return _months_later(day, period.count * MONTHS[period.unit])
    return None


def _workdays_later(day: date, count: int, calendar: Calendar) -> date | None:
    """The last of so many working days; a day of which nothing is known ends the counting."""
    while count:
        day += timedelta(1)
        working = calendar.working(day)
        if working is None:
            return None
        count -= working
    return day


def _months_later(day: date, count: int) -> date:
    """The day of the same number so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
