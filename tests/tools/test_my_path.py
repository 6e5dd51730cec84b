"""我的办理进度 in a real Chromium: what is due, what is late, the next lawful step; and what is kept where."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from daoyin.clocks import events
from daoyin.load import Loaded

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}
TOOL = "tools/my-path.html"
ACCEPTED, OPINION = "handling/appeal:accepted", "handling/appeal:received-opinion"
APPEAL = f"#kind=appeal&{ACCEPTED}=2026-08-03"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, color_scheme="dark", timezone_id="Asia/Shanghai")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def visit(page: Page, served: str, fragment: str = "", today: str = "2026-09-01") -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00+08:00")
    page.goto("about:blank")
    page.goto(f"{served}/{TOOL}{fragment}")


def card(page: Page, event: str) -> str:
    return page.inner_text(f"[data-event='{event}'] [data-cards]")


def fill(page: Page, event: str, day: str) -> None:
    box = page.locator(f"[data-event='{event}'] input[type=date]")
    box.fill(day)
    box.dispatch_event("change")


def stored(page: Page) -> list[object]:
    found: list[object] = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    return found


def test_days_show_what_is_due_and_what_to_do(phone: Page, served: str) -> None:
    visit(phone, served)
    assert not phone.is_visible("[data-event]")
    phone.check("[value=appeal]")
    fill(phone, ACCEPTED, "2026-08-03")
    told = card(phone, ACCEPTED)
    for words in (
        "还没有到期",
        "还有 31 天",
        "2026年10月2日 星期五",
        "条例第34条",
        "等有权处理的机关、单位来办",
        "类推顺延到 2026年10月8日",
    ):
        assert words in told, words
    assert "今天是 2026年9月1日" in phone.inner_text("[data-summary]")
    assert phone.url.endswith(f"{TOOL}{APPEAL}")


def test_a_body_is_late_only_after_the_later_day(phone: Page, served: str) -> None:
    for today, state in (
        ("2026-10-02", "今天到期"),
        ("2026-10-03", "要看清楚"),
        ("2026-10-08", "要看清楚"),
        ("2026-10-09", "期限已过"),
    ):
        visit(phone, served, APPEAL, today)
        assert state in card(phone, ACCEPTED), today
    assert "过了 1 天" in card(phone, ACCEPTED)


def test_late_leads_to_a_letter_and_never_to_review(phone: Page, served: str) -> None:
    visit(phone, served, APPEAL, "2026-12-01")
    told = card(phone, ACCEPTED)
    assert "这不是请求复查" in told
    links = phone.locator(f"[data-event='{ACCEPTED}'] [data-cards] a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    assert "missed.html#cn-handling-appeal-handle" in links
    assert not [href for href in links if "review" in href or "reexamination" in href]


def test_a_written_reply_opens_review_until_the_earlier_day(phone: Page, served: str) -> None:
    visit(phone, served, f"{APPEAL}&{OPINION}=2026-09-04", "2026-09-05")
    assert "已经办了" in card(phone, ACCEPTED)
    told = card(phone, OPINION)
    assert "2026年10月4日" in told
    assert "在这一天以前交" in told
    link = phone.locator(f"[data-event='{OPINION}'] a", has_text="写《复查申请书》").get_attribute("href")
    assert link == "write.html#kind=review-request"
    visit(phone, served, f"{APPEAL}&{OPINION}=2026-09-04", "2026-10-06")
    assert "要看清楚" in card(phone, OPINION)
    visit(phone, served, f"{APPEAL}&{OPINION}=2026-09-04", "2026-10-12")
    assert "期限已过" in card(phone, OPINION)


def test_a_later_stage_closes_every_earlier_one(phone: Page, served: str) -> None:
    visit(phone, served, f"{APPEAL}&acceptance/register-and-transfer:received=2026-06-01", "2026-09-01")
    assert "已经办了" in card(phone, "acceptance/register-and-transfer:received")
    assert "期限已过" not in phone.inner_text("[data-path]")


def test_days_that_cannot_be_are_pointed_out(phone: Page, served: str) -> None:
    visit(phone, served, f"{APPEAL}&{OPINION}=2026-07-01")
    assert "日子对不上" in card(phone, ACCEPTED)


def test_extension_and_hearing_move_only_their_own_limits(phone: Page, served: str) -> None:
    last = "handling/reexamination:received"
    visit(phone, served, f"#kind=appeal&{ACCEPTED}=2026-08-03&{last}=2026-09-01&extended=1&excluded=7")
    assert "2026年11月1日" in card(phone, ACCEPTED)
    assert "2026年10月8日" in card(phone, last)
    phone.locator(f"[data-event='{last}'] label", has_text="已经办完了").click()
    assert "已经办了" in card(phone, last)
    assert "done=handling/reexamination:decide" in phone.url


def test_limits_between_bodies_are_never_the_citizen_s_to_chase(phone: Page, served: str) -> None:
    event = "acceptance/organ-acceptance:transferred"
    visit(phone, served, f"#kind=appeal&{event}=2026-06-01", "2026-06-20")
    told = card(phone, event)
    assert "机关之间的期限" in told
    assert "期限已过" in told
    assert phone.locator("[data-list] li").count() == 1


def test_suggestions_have_no_days_of_handling(phone: Page, served: str) -> None:
    visit(phone, served)
    phone.check("[value=suggestion]")
    assert phone.locator("[data-part=acceptance]").first.is_visible()
    assert not phone.locator("[data-part=handling]").first.is_visible()


def test_nothing_is_stored_unless_asked_and_one_tap_erases(phone: Page, served: str) -> None:
    visit(phone, served, APPEAL)
    assert stored(phone) == [0, 0, ""]
    phone.check("[data-remember]")
    fill(phone, OPINION, "2026-09-04")
    assert stored(phone) == [1, 0, ""]
    visit(phone, served)
    assert phone.is_checked("[data-remember]")
    assert "2026年10月4日" in card(phone, OPINION)
    phone.click("[data-erase]")
    assert stored(phone) == [0, 0, ""]
    assert phone.url.endswith(f"{TOOL}#")
    assert not phone.is_visible("[data-event]")
    assert phone.locator("input[type=date]").evaluate_all("all => all.map(one => one.value).join('')") == ""


def test_turning_it_off_erases_what_was_stored(phone: Page, served: str) -> None:
    visit(phone, served, APPEAL)
    phone.check("[data-remember]")
    phone.uncheck("[data-remember]")
    assert stored(phone) == [0, 0, ""]
    assert "2026年10月2日" in card(phone, ACCEPTED)


def test_of_an_accusation_nothing_stays(phone: Page, served: str) -> None:
    visit(phone, served, APPEAL)
    phone.check("[data-remember]")
    phone.check("[value=accusation]")
    assert phone.is_visible("text=检举控告，这里什么都不记")
    assert stored(phone) == [0, 0, ""]
    assert phone.url.endswith(f"{TOOL}#")
    assert not phone.is_visible("[data-event]")
    assert phone.is_disabled("[data-remember]")
    assert phone.is_disabled("[data-export]")
    assert phone.locator("input[type=date]").evaluate_all("all => all.map(one => one.value).join('')") == ""
    phone.reload()
    assert not phone.is_checked("[value=accusation]")
    file = {"daoyin": "my-path", "kind": "accusation", "dates": {ACCEPTED: "2026-08-03"}}
    assert phone.evaluate("text => daoyinKeep.fromFile(text).dates", json.dumps(file)) == {}


def test_a_device_that_forbids_storing_is_told_and_all_else_works(phone: Page, served: str) -> None:
    phone.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });")
    visit(phone, served, APPEAL)
    assert "2026年10月2日" in card(phone, ACCEPTED)
    phone.click("[data-remember]")
    assert not phone.is_checked("[data-remember]")
    assert "没有记住" in phone.inner_text("[data-kept]")


def test_a_file_brings_everything_back(phone: Page, served: str, tmp_path: Path) -> None:
    visit(phone, served, f"{APPEAL}&{OPINION}=2026-09-04&extended=1")
    with phone.expect_download() as download:
        phone.click("[data-export]")
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["dates"] == {ACCEPTED: "2026-08-03", OPINION: "2026-09-04"}
    told = phone.inner_text("form")
    phone.click("[data-erase]")
    phone.set_input_files("[data-file]", file)
    phone.wait_for_selector("text=读进来了")
    assert phone.inner_text("form") == told
    for broken in ("{", "[]", '{"daoyin": "else"}', "\x00"):
        file.write_text(broken, "utf-8")
        phone.set_input_files("[data-file]", [])
        phone.set_input_files("[data-file]", file)
        phone.wait_for_selector("text=没有读进来")
        assert phone.inner_text("form") == told


@pytest.mark.parametrize(
    "odd", ["kind=x", f"kind=appeal&{ACCEPTED}=2026-02-30", "done=x,y&excluded=NaN", "kind=appeal&__proto__=1", "=&"]
)
def test_an_odd_fragment_does_no_harm(phone: Page, served: str, odd: str) -> None:
    visit(phone, served, f"#{odd}")
    assert phone.is_visible("text=您的事是哪一种？")
    assert not phone.is_visible("[data-now]")


def test_nothing_is_asked_of_anyone_and_it_works_from_a_folder(phone: Page, built: Path) -> None:
    asked: list[str] = []
    phone.clock.set_fixed_time("2026-09-01T12:00:00+08:00")
    phone.goto(f"{(built / TOOL).as_uri()}{APPEAL}")
    phone.on("request", lambda request: asked.append(request.url))
    fill(phone, OPINION, "2026-09-04")
    assert "2026年10月4日" in card(phone, OPINION)
    assert [url for url in asked if not url.endswith("/assets/icon.svg")] == [], "the icon alone is looked at again"


def test_it_is_accessible_and_fits_with_large_letters(phone: Page, served: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    visit(phone, served, f"{APPEAL}&acceptance/organ-acceptance:direct=2026-07-20", "2026-12-01")
    found = Axe().run(phone, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    told = [f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert told == []
    low = phone.evaluate(
        """() => [...document.querySelectorAll('.tool button, .tool a.button, .field input, label.choice, label.tick')]
          .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert low == []
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_the_line_at_the_top_leads_to_its_card_by_key(phone: Page, served: str) -> None:
    visit(phone, served, APPEAL, "2026-12-01")
    phone.focus("[data-list] button")
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "limit-handling/appeal:handle"


def test_without_script_the_page_says_it_in_words(browser: Browser, served: str, loaded: Loaded) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{TOOL}")
    told = page.inner_text("article")
    context.close()
    assert "自动算日子要用到脚本" in told
    assert "先问" in told
    assert "不是复查" in told
    for event in events(loaded.catalogue):
        assert event.name in told
        for clock in event.clocks:
            assert re.search(rf"{re.escape(clock.limit.act)}：\s*{clock.within}内", told), clock.id
