"""`daoyin deadlines` prints for editors what the tool shows to citizens, and answers every slip in one line."""

import pytest

from conftest import daoyin


def test_acceptance_gives_each_last_day_with_article_and_what_is_analogy() -> None:
    told = daoyin("deadlines", "--accepted", "2026-08-03").stdout
    for words in (
        "60 日（条例第34条）",
        "2026-10-02（星期五，放假）",
        "2026-10-08（星期四）",
        "类推",
        "2026-11-01",
        "180 日",
    ):
        assert words in told, words
    assert "最多还有 30 日" in told
    assert "210 日" in daoyin("deadlines", "--accepted", "2026-08-03", "--extended").stdout


def test_other_events_and_other_routes_are_counted_from_the_dates_that_start_them() -> None:
    told = daoyin(
        "deadlines", "--event", "organ-acceptance:transferred=2026-09-28", "--remedy", "reconsideration=2026-07-01"
    ).stdout
    assert "2026-10-10（星期六，调休上班）" in told
    assert "行政复议：60 日" in told
    assert "2026-08-30（星期日，休息）" in told


def test_what_the_calendar_does_not_hold_is_not_guessed() -> None:
    told = daoyin("deadlines", "--event", "transferred=2026-12-25").stdout
    assert "最后一天：2027-01-09" in told
    assert told.count("未收录") == 2


def test_hearing_days_count_at_re_examination_alone() -> None:
    told = daoyin("deadlines", "--event", "reexamination:received=2026-09-01", "--hearing-days", "7").stdout
    assert "2026-10-08" in told
    assert "已扣除 7 日" in told
    assert "扣除" not in daoyin("deadlines", "--event", "review:received=2026-09-01", "--hearing-days", "7").stdout


def test_without_a_date_it_lists_what_can_be_counted() -> None:
    told = daoyin("deadlines").stdout
    assert "handling/appeal:accepted" in told
    assert "labour-arbitration" in told


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--accepted", "2026-02-30"], "不是日期"),
        (["--accepted", "9999-12-31"], "太晚"),
        (["--event", "acepted=2026-08-03"], "是不是 handling/appeal:accepted"),
        (["--event", "received=2026-08-03"], "不止一个"),
        (["--event", "accepted"], "名字=日期"),
        (["--event", "=2026-08-03"], "没有事件"),
        (["--remedy", "reconsideratoin=2026-08-03"], "是不是 reconsideration"),
        (["--accepted", "2026-08-03", "--hearing-days", "七"], "不是天数"),
        (["--accepted", "2026-08-03", "--hearing-days", "-1"], "不是天数"),
    ],
)
def test_a_slip_is_answered_and_never_a_traceback(arguments: list[str], answer: str) -> None:
    told = daoyin("deadlines", *arguments)
    assert told.returncode == 2
    assert answer in told.stderr
    assert "Traceback" not in told.stderr
