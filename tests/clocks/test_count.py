"""A period ends on the day on which the law's reading says it ends, or on none that would be a guess."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daoyin.clocks import Due, add, arranged, due
from daoyin.model import Period

CALENDAR = arranged()
days = st.dates(CALENDAR.first, CALENDAR.last)


def last(start: str, period: str, extension: str = "", excluded: int = 0) -> tuple[str, str]:
    more = Period.parse(extension) if extension else None
    found = due(date.fromisoformat(start), Period.parse(period), CALENDAR, more, excluded)
    return str(found.strict), str(found.rolled)


WORKED = {  # worked apart from the code, with the arrangement for 2026
    "objection to a transfer, over the National Day": ("2026-09-28", "5 workdays", "2026-10-10", "2026-10-10"),
    "notice after a direct filing": ("2026-09-18", "15 days", "2026-10-03", "2026-10-08"),
    "handling": ("2026-08-03", "60 days", "2026-10-02", "2026-10-08"),
    "a month from its last day": ("2026-01-31", "1 months", "2026-02-28", "2026-02-28"),
    "six months to a shorter month": ("2025-08-31", "6 months", "2026-02-28", "2026-02-28"),
    "a year from 29 February": ("2024-02-29", "1 years", "2025-02-28", "2025-02-28"),
    "into the Spring Festival": ("2026-02-02", "15 days", "2026-02-17", "2026-02-24"),
}


@pytest.mark.parametrize("case", WORKED)
def test_worked_dates(case: str) -> None:
    start, period, strict, rolled = WORKED[case]
    assert last(start, period) == (strict, rolled)


def test_an_extension_goes_on_from_the_last_day_before_it_is_rolled() -> None:
    assert last("2026-08-03", "60 days") == ("2026-10-02", "2026-10-08")
    assert last("2026-08-03", "60 days", extension="30 days") == ("2026-11-01", "2026-11-02")


def test_days_left_out_prolong_the_period_by_as_many() -> None:
    assert last("2026-09-01", "30 days", excluded=7) == ("2026-10-08", "2026-10-08")


def test_where_the_arrangement_is_not_held_only_the_plain_calendar_answers() -> None:
    assert last("2026-12-01", "60 days") == ("2027-01-30", "None")
    assert last("2026-12-25", "5 workdays") == ("None", "None")
    assert last("2003-12-01", "15 days") == ("2003-12-16", "None")


def test_a_year_is_held_whole_or_not_at_all() -> None:
    held = max(chinese_calendar.holidays).year
    assert (CALENDAR.first, CALENDAR.last) == (date(min(chinese_calendar.holidays).year, 1, 1), date(held, 12, 31))
    assert CALENDAR.working(date(2018, 12, 29)) is True, "a Saturday that the arrangement for 2019 made a working day"
    assert CALENDAR.working(date(held + 1, 1, 4)) is None


def test_working_days_are_those_of_the_arrangement() -> None:
    span = [CALENDAR.first + timedelta(n) for n in range((CALENDAR.last - CALENDAR.first).days + 1)]
    assert [day for day in span if CALENDAR.working(day) is not chinese_calendar.is_workday(day)] == []


def test_hours_run_from_a_moment_and_have_no_last_day() -> None:
    assert last("2026-08-03", "24 hours") == ("None", "None")


@given(days)
def test_a_day_is_worked_as_the_source_says(day: date) -> None:
    assert CALENDAR.working(day) is chinese_calendar.is_workday(day)


@given(days, st.integers(1, 400))
def test_a_rolled_day_is_the_first_worked_day_from_the_strict_one(start: date, count: int) -> None:
    found = due(start, Period(count, "days"), CALENDAR)
    assert found.strict == start + timedelta(count)
    if found.rolled:
        between = [found.strict + timedelta(n) for n in range((found.rolled - found.strict).days)]
        assert CALENDAR.working(found.rolled)
        assert not any(CALENDAR.working(day) for day in between)


@given(days, st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    found = due(start, Period(count, "workdays"), CALENDAR)
    if found.strict:
        passed = [start + timedelta(n) for n in range(1, (found.strict - start).days + 1)]
        assert sum(bool(CALENDAR.working(day)) for day in passed) == count
    assert found == Due(found.strict, found.strict)


@given(days, st.integers(1, 240))
def test_months_end_on_the_same_number_or_at_the_end_of_the_month(start: date, count: int) -> None:
    end = add(start, Period(count, "months"), CALENDAR)
    assert end is not None
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    assert end.day == start.day or (end.day < start.day and (end + timedelta(1)).day == 1)
