"""The browser counts as Python does: the same table, the same day."""

import json
from datetime import date, timedelta
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT
from daoyin.clocks import Event, Used, arranged, chain, due, events
from daoyin.load import Loaded
from daoyin.model import Period
from daoyin.render import page

pytestmark = pytest.mark.browser

CALENDAR = arranged()
UNITS = {"days": 400, "workdays": 60, "months": 40, "years": 20, "hours": 99}


@pytest.fixture(scope="module")
def counting(browser: Browser, loaded: Loaded) -> Page:
    """A page with the counting, and the data that the site carries."""
    opened = browser.new_page()
    opened.add_script_tag(content=page.clocks(loaded.catalogue, "2026-11-22"))
    opened.add_script_tag(path=ROOT / "theme" / "assets" / "count.js")
    opened.evaluate(
        """() => {
          window.table = daoyinCount.calendar(daoyinClocks.calendar);
          window.day = (day) => (day === null ? "None" : daoyinCount.write(day));
          window.last = (due) => [day(due.strict), day(due.rolled)];
        }"""
    )
    return opened


def randomly(count: int) -> list[tuple[str, Period, Period | None, int]]:
    """Starts from 2004 to past the last held day, with every unit, extension and days left out."""
    random, span = Random(2004), (CALENDAR.last - CALENDAR.first).days + 30
    found = []
    for _ in range(count):
        unit = random.choice(tuple(UNITS))
        start = CALENDAR.first + timedelta(random.randint(-10, span))
        extension = Period(random.randint(1, 90), random.choice(("days", "months"))) if random.random() < 0.3 else None
        excluded = random.randint(1, 40) if random.random() < 0.3 else 0
        found.append((start.isoformat(), Period(random.randint(1, UNITS[unit]), unit), extension, excluded))
    return found


def plain(period: Period | None) -> dict[str, object] | None:
    return {"count": period.count, "unit": period.unit} if period else None


def test_ten_thousand_random_periods_end_on_the_same_day(counting: Page) -> None:
    cases = randomly(10_000)
    told = counting.evaluate(
        """(cases) => cases.map(([start, period, extension, excluded]) =>
             last(daoyinCount.due(daoyinCount.parse(start), period, table, extension, excluded)))""",
        [[start, plain(period), plain(extension), excluded] for start, period, extension, excluded in cases],
    )
    found = [due(date.fromisoformat(start), period, CALENDAR, more, left) for start, period, more, left in cases]
    assert told == [[str(one.strict), str(one.rolled)] for one in found]
    known = sum(one.rolled is not None for one in found)
    moved = sum(one.moved for one in found)
    assert known > 5000
    assert moved > 1000


def test_every_day_from_2004_is_worked_or_not_alike(counting: Page) -> None:
    span = [CALENDAR.first + timedelta(n) for n in range(-3, (CALENDAR.last - CALENDAR.first).days + 10)]
    told = counting.evaluate(
        "(days) => days.map((day) => daoyinCount.working(daoyinCount.parse(day), table))", [str(day) for day in span]
    )
    assert told == [CALENDAR.working(day) for day in span]


RECEIVED = "acceptance/organ-acceptance"
WORKED = [
    (f"{RECEIVED}:transferred", f"{RECEIVED}:objection", "2026-09-28", "2026-10-10", "2026-10-10"),
    (f"{RECEIVED}:direct", f"{RECEIVED}:notice-direct", "2026-09-18", "2026-10-03", "2026-10-08"),
    ("handling/appeal:accepted", "handling/appeal:handle", "2026-08-03", "2026-10-02", "2026-10-08"),
]


@pytest.mark.parametrize(("event", "clock", "start", "strict", "rolled"), WORKED)
def test_worked_dates_from_the_site_s_own_data(
    counting: Page, event: str, clock: str, start: str, strict: str, rolled: str
) -> None:
    told = counting.evaluate(
        """([event, clock, start]) => {
             const running = daoyinClocks.events.find((e) => e.id === event).clocks.find((c) => c.id === clock);
             return last(daoyinCount.lastDay(running, daoyinCount.parse(start), table, {}));
           }""",
        [event, clock, start],
    )
    assert told == [strict, rolled]


def test_the_longest_chain_is_the_same_from_every_event(counting: Page, loaded: Loaded) -> None:
    story, random = events(loaded.catalogue), Random(180)
    for event in story:
        for used in (Used(), Used(extended=True), Used(extended=True, excluded=random.randint(1, 60))):
            start = CALENDAR.first + timedelta(random.randint(0, 8000))
            told = counting.evaluate(
                """([event, start, used]) =>
                     daoyinCount.chain(daoyinClocks.events, event, daoyinCount.parse(start), table, used)
                       .map((link) => [link.clock.id, day(link.start), ...last(link.due)])""",
                [event.id, start.isoformat(), {"extended": used.extended, "excluded": used.excluded}],
            )
            assert told == python(story, event, start, used)


def python(story: tuple[Event, ...], event: Event, start: date, used: Used) -> list[list[str]]:
    links = chain(story, event, start, CALENDAR, used)
    return [[one.clock.id, str(one.start), str(one.due.strict), str(one.due.rolled)] for one in links]


def test_the_chain_from_acceptance_is_180_days_and_210_with_the_extension(counting: Page) -> None:
    told = counting.evaluate(
        """() => [{}, {extended: true}].map((used) => {
             const start = daoyinCount.parse("2026-08-03");
             const links = daoyinCount.chain(daoyinClocks.events, "handling/appeal:accepted", start, table, used);
             return links[links.length - 1].due.strict - start;
           })"""
    )
    assert told == [180, 210]


@pytest.mark.parametrize("written", ["2026-02-30", "2026-2-3", "", "0001-1-1", "２０２６-01-01", "2026-13-01", "x"])
def test_what_is_no_day_is_none(counting: Page, written: str) -> None:
    assert counting.evaluate("(written) => daoyinCount.parse(written)", written) is None


def test_the_table_says_what_the_guides_say(loaded: Loaded) -> None:
    told = json.loads(page.clocks(loaded.catalogue, "2026-11-22").partition(" = ")[2].rstrip(";\n"))
    clocks = {clock["id"]: clock for event in told["events"] for clock in event["clocks"]}
    running = [clock for event in events(loaded.catalogue) for clock in event.clocks]
    assert list(clocks) == [clock.id for clock in running]
    for clock in running:
        guide = page.guide(loaded.catalogue, clock.procedure, "")
        row = guide.partition(f'<tr id="limit-{clock.limit.id}"')[2].partition("</tr>")[0]
        data = clocks[clock.id]
        said = [f"{data['within']['said']}内", data["act"], *(law["name"] for law in data["law"])]
        said += [data["extend"]["by"]["said"]] if data["extend"] else ["条文没有写"]
        said += [excluded["what"] for excluded in data["excludes"]]
        assert [words for words in said if words not in row] == []
