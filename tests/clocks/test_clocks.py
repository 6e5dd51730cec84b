"""Which limits can be counted, from which event, and how far a whole matter goes: all from the data."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from daoyin.clocks import Event, Used, arranged, before, chain, events, last_day, remedies
from daoyin.load import Loaded, load
from daoyin.model import Catalogue, Law
from daoyin.render import page

CALENDAR = arranged()
ACCEPTED = date(2026, 8, 3)


@pytest.fixture(scope="module")
def facts(loaded: Loaded) -> Catalogue:
    return loaded.catalogue


def event(facts: Catalogue, id: str) -> Event:
    return next(found for found in events(facts) if found.id == id)


def without(facts: Catalogue, id: str, **change: object) -> Catalogue:
    """The catalogue with one instrument changed, and nothing remembered of how it was."""
    laws = tuple(Law.model_construct(**(dict(law) | change)) if law.id == id else law for law in facts.laws)
    return Catalogue.model_construct(**(dict(facts) | {"laws": laws}))


def test_every_national_limit_of_law_with_a_number_starts_from_an_event(facts: Catalogue) -> None:
    counted = {clock.id for found in events(facts) for clock in found.clocks}
    limits = {
        f"{procedure.id.removeprefix('cn/')}:{limit.id}"
        for procedure in facts.procedures
        if procedure.place == "cn"
        for limit in procedure.limits
        if limit.within
    }
    assert counted == limits
    assert {remedy.id for remedy in remedies(facts)} == {remedy.id for remedy in facts.remedies if remedy.within}


def test_events_stand_in_the_order_of_the_story(facts: Catalogue) -> None:
    order = [found.id for found in events(facts)]
    story = [
        "register-and-transfer:received", "organ-acceptance:transferred", "appeal:accepted",
        "appeal:received-opinion", "review:received", "review:received-opinion", "reexamination:received",
    ]  # fmt: skip
    places = [next(n for n, id in enumerate(order) if id.endswith(name)) for name in story]
    assert places == sorted(places)


def test_local_practice_is_never_counted(facts: Catalogue) -> None:
    local = {procedure.id for procedure in facts.procedures if procedure.place != "cn" and procedure.limits}
    assert local
    assert not local & {clock.procedure.id for found in events(facts) for clock in found.clocks}


@pytest.mark.parametrize("status", ["unknown", "repealed"])
def test_what_rests_on_an_instrument_not_in_force_is_never_counted(facts: Catalogue, status: str) -> None:
    assert events(without(facts, "xfgztl-2022", status=status)) == ()
    left = {remedy.id for remedy in remedies(without(facts, "xzfy-2023", status=status))}
    assert "reconsideration" not in left
    assert "labour-arbitration" in left


def test_what_rests_on_an_article_not_verified_is_never_counted(facts: Catalogue) -> None:
    articles = tuple(
        article.model_copy(update={"verified": False}) if article.id == "34" else article
        for article in facts.law["xfgztl-2022"].articles
    )
    assert facts.law["xfgztl-2022"].articles != articles
    counted = {clock.id for found in events(without(facts, "xfgztl-2022", articles=articles)) for clock in found.clocks}
    assert "handling/appeal:handle" not in counted
    assert "handling/review:decide" in counted


def test_the_longest_chain_from_acceptance_is_180_days_and_210_with_the_extension(facts: Catalogue) -> None:
    story, accepted = events(facts), event(facts, "handling/appeal:accepted")
    for used, days in ((Used(), 180), (Used(extended=True), 210), (Used(extended=True, excluded=9), 219)):
        links = chain(story, accepted, ACCEPTED, CALENDAR, used)
        assert [link.clock.id for link in links] == [
            "handling/appeal:handle", "handling/review:ask", "handling/review:decide",
            "handling/reexamination:ask", "handling/reexamination:decide",
        ]  # fmt: skip
        assert links[-1].due.strict is not None
        assert (links[-1].due.strict - ACCEPTED).days == days
        assert all(one.due.strict == other.start for one, other in pairwise(links))


def test_before_acceptance_up_to_fifteen_and_fifteen_days_may_pass(facts: Catalogue) -> None:
    story = events(facts)
    earlier = before(story, event(facts, "handling/appeal:accepted"))
    assert [str(clock.within) for clock in earlier] == ["15 日", "15 日"]
    assert before(story, story[0]) == ()


def test_the_day_of_acceptance_is_asked_and_never_derived(facts: Catalogue) -> None:
    story = events(facts)
    for start in ("acceptance/register-and-transfer:received", "acceptance/organ-acceptance:transferred"):
        links = chain(story, event(facts, start), ACCEPTED, CALENDAR)
        assert "handling/appeal:handle" not in [link.clock.id for link in links]


def test_only_handling_is_extended_and_only_re_examination_leaves_hearings_out(facts: Catalogue) -> None:
    used = Used(extended=True, excluded=5)
    clocks = [clock for found in events(facts) for clock in found.clocks]
    plain = {clock.id: last_day(clock, ACCEPTED, CALENDAR) for clock in clocks}
    moved = {clock.id: last_day(clock, ACCEPTED, CALENDAR, used) for clock in clocks}
    assert {id for id in plain if plain[id] != moved[id]} == {"handling/appeal:handle", "handling/reexamination:decide"}


def test_pages_name_no_tool_that_is_not_made(facts: Catalogue) -> None:
    mild = tuple(
        procedure.model_copy(
            update={"limits": tuple(limit.model_copy(update={"missed": None}) for limit in procedure.limits)}
        )
        for procedure in facts.procedures
    )
    silent = Catalogue.model_construct(**(dict(facts) | {"procedures": mild, "documents": ()}))
    for told in (page.deadlines(silent), page.my_path(silent), page.clocks(silent, "2026-11-22")):
        assert "missed.html" not in told
        assert "write.html" not in told
    assert "missed.html" in page.clocks(facts, "2026-11-22")
    assert "write.html#kind=review-request" in page.clocks(facts, "2026-11-22")


def test_a_body_s_reply_to_a_citizen_is_not_between_bodies_though_no_letter_follows(starter: Path) -> None:
    told = page.clocks(load(starter).catalogue, "2026-11-22")
    assert '"id":"handling/information-request:reply"' in told
    assert '"between":true' not in told
    assert '"complaint":true' not in told


def test_only_the_objection_is_between_bodies(facts: Catalogue) -> None:
    told = json.loads(page.clocks(facts, "2026-11-22").partition(" = ")[2].rstrip(";\n"))
    clocks = [clock for event in told["events"] for clock in event["clocks"]]
    assert [clock["id"] for clock in clocks if clock["between"]] == ["acceptance/organ-acceptance:objection"]
    assert {clock["id"] for clock in clocks if clock["complaint"]} == {
        clock["id"] for clock in clocks if not clock["right"] and not clock["between"]
    }
