"""期限计算 in a real Chromium: last days from the site's own data, nothing sent, nothing stored."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT
from daoyin import address
from daoyin.clocks import events, remedies
from daoyin.load import Loaded

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}
TOOL = "tools/deadlines.html"
HANDLED = "#event=handling/appeal:accepted&day=2026-08-03"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, color_scheme="dark", accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def ask(page: Page, event: str, day: str) -> None:
    page.check(f"input[value='{event}']")
    page.fill("#day", day)
    page.click("text=算出最后一天")


def result(page: Page) -> str:
    return page.inner_text("[data-result]")


def test_an_event_and_its_day_give_each_last_day_strict_and_moved(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}")
    ask(phone, "handling/appeal:accepted", "2026-08-03")
    told = result(phone)
    for words in (
        "2026年10月2日 星期五",
        "放假",
        "类推顺延到 2026年10月8日 星期四",
        "条例第34条",
        "延长 30 日",
        "2026年11月1日",
    ):
        assert words in told, words
    assert "最长 180 日" in told
    assert "15 日（登记" in told
    ask(phone, "acceptance/organ-acceptance:transferred", "2026-09-28")
    assert "2026年10月10日 星期六调休上班" in result(phone)
    ask(phone, "acceptance/organ-acceptance:direct", "2026-09-18")
    assert "2026年10月3日" in result(phone)
    assert "2026年10月8日" in result(phone)


def test_the_address_s_fragment_carries_the_answers_and_no_request_does(phone: Page, served: str) -> None:
    asked: list[str] = []
    phone.goto(f"{served}/{TOOL}")
    phone.on("request", lambda request: asked.append(request.url))
    ask(phone, "handling/appeal:accepted", "2026-08-03")
    phone.check("[name=extended]")
    phone.fill("#day-reconsideration", "2026-07-01")
    phone.dispatch_event("#day-reconsideration", "change")
    assert [url for url in asked if not url.endswith("/assets/icon.svg")] == [], "the icon alone is looked at again"
    assert phone.url.endswith(f"{TOOL}{HANDLED}&extended=1&reconsideration=2026-07-01")
    told, shared = result(phone), phone.url
    phone.goto("about:blank")
    phone.goto(shared)
    assert result(phone) == told
    told = phone.inner_text("[data-remedy=reconsideration] .due-answer")
    assert "2026年8月30日" in told
    assert "条例" not in told, "another law counts here"
    assert phone.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_other_routes_run_from_their_own_days_and_never_from_the_petition_s(
    phone: Page, served: str, loaded: Loaded
) -> None:
    phone.goto(f"{served}/{TOOL}{HANDLED}")
    routes = [remedy.id for remedy in remedies(loaded.catalogue)]
    assert phone.locator("[data-remedy]").evaluate_all("all => all.map(one => one.dataset.remedy)") == routes
    assert phone.locator(".due-answer").all_inner_texts() == [""] * len(routes)
    phone.fill("#day-labour-arbitration", "2024-02-29")
    phone.dispatch_event("#day-labour-arbitration", "change")
    assert "2025年2月28日 星期五" in phone.inner_text("[data-remedy=labour-arbitration] .due-answer")


def test_extension_and_hearing_are_asked_only_where_the_law_has_them(phone: Page, served: str, loaded: Loaded) -> None:
    phone.goto(f"{served}/{TOOL}")
    for event in events(loaded.catalogue):
        phone.check(f"input[value='{event.id}']")
        assert phone.is_visible("[name=extended]") is (event.id == "handling/appeal:accepted")
        assert phone.is_visible("#excluded") is (event.id == "handling/reexamination:received")
    ask(phone, "handling/reexamination:received", "2026-09-01")
    assert "2026年10月1日" in result(phone)
    phone.fill("#excluded", "7")
    phone.click("text=算出最后一天")
    assert "2026年10月8日" in result(phone)
    assert "已经扣掉 7 天" in result(phone)
    ask(phone, "handling/appeal:accepted", "2026-08-03")
    phone.check("[name=extended]")
    assert "2026年11月1日 星期日" in result(phone)
    assert "最长 210 日" in result(phone)


def test_what_the_calendar_does_not_hold_is_said_and_not_guessed(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}")
    ask(phone, "acceptance/organ-acceptance:transferred", "2026-12-25")
    assert "2027年1月9日" in result(phone)
    assert result(phone).count("未收录") == 2


def test_a_missing_answer_is_asked_for_in_words(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}")
    phone.click("text=算出最后一天")
    assert "请先选一件事" in phone.inner_text("#day-wrong")
    phone.check("input[value='handling/appeal:accepted']")
    phone.click("text=算出最后一天")
    assert "请填一个日子" in phone.inner_text("#day-wrong")
    assert not phone.is_visible("[data-result]")


ODD = (
    "event=x&day=2026-08-03",
    "event=handling/appeal:accepted&day=2026-02-30",
    "event=handling/appeal:accepted&day=99999-01-01",
    "day=<b>x</b>&reconsideration=zz",
    "excluded=-1",
    "=&&=",
)


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_fragment_shows_the_empty_form(phone: Page, served: str, odd: str) -> None:
    phone.goto(f"{served}/{TOOL}#{odd}")
    assert phone.is_visible("text=哪一件事已经发生了？")
    assert not phone.is_visible("[data-result]")


def test_a_guide_leads_here_with_its_event_chosen(phone: Page, served: str) -> None:
    phone.goto(f"{served}/cn/handling/review.html")
    phone.click("text=填上日子，算出最后一天")
    phone.wait_for_url("**/tools/deadlines.html#event=handling/appeal:received-opinion")
    assert phone.is_checked("input[value='handling/appeal:received-opinion']")
    assert phone.evaluate("document.activeElement.id") == "day"
    assert not phone.is_visible("[data-result]")


def test_a_tap_on_clear_leaves_nothing(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}{HANDLED}&reconsideration=2026-07-01")
    phone.click("text=清空")
    assert phone.url.endswith(f"{TOOL}#")
    assert not phone.is_visible("[data-result]")
    assert phone.locator("input[type=date]").evaluate_all("all => all.map(one => one.value).join('')") == ""


def test_keys_alone_are_enough(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}")
    phone.focus("[name=event]")
    for _ in range(3):
        phone.keyboard.press("ArrowDown")
    assert phone.is_checked("input[value='handling/appeal:accepted']")
    phone.keyboard.press("Tab")
    phone.keyboard.type("08032026")
    phone.keyboard.press("Enter")
    assert "2026年10月2日" in result(phone)
    assert phone.evaluate("document.activeElement.textContent").startswith("办理单位受理")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_the_calendar_file_follows_rfc_5545(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}#event=acceptance/organ-acceptance:transferred&day=2026-09-28")
    with phone.expect_download() as download:
        phone.click("text=存到手机日历")
    assert download.value.suggested_filename == "期限.ics"
    raw = Path(download.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = unfolded(raw.decode("utf-8"))
    stack = []
    for line in filter(None, lines):
        assert re.match(r"[A-Z-]+(;[A-Z]+=[A-Z-]+)*:", line), line
        if line.startswith("BEGIN:"):
            stack.append(line[6:])
        if line.startswith("END:"):
            assert stack.pop() == line[4:]
    assert stack == []
    assert lines[1] == "VERSION:2.0"
    assert any(line.startswith("PRODID:") for line in lines)
    starts = [line for line in lines if line.startswith("DTSTART")]
    assert starts == ["DTSTART;VALUE=DATE:20261013", "DTSTART;VALUE=DATE:20261010"]
    assert "DTEND;VALUE=DATE:20261014" in lines
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2
    assert len([line for line in lines if re.match(r"DTSTAMP:\d{8}T\d{6}Z$", line)]) == 2
    assert "SUMMARY:最后一天：提出异议并详细说明理由" in lines


def test_the_picture_holds_its_days_in_order_and_inside_at_any_letter_size(phone: Page, served: str) -> None:
    phone.goto(f"{served}/{TOOL}{HANDLED}")
    for size in ("100%", "200%"):
        phone.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        phone.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
        assert "".join(phone.locator(".timeline .when").all_text_contents()).startswith("2026年8月3日")
        texts = phone.locator(".timeline text")
        boxes = texts.evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.top, box.right])"
        )
        assert [top for top, _ in boxes] == sorted(top for top, _ in boxes)
        assert max(right for _, right in boxes) <= PHONE["width"], size
        assert "2026年10月2日" in (phone.get_attribute(".timeline", "aria-label") or "")
        wide = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"the page scrolls sideways at {size}"


def test_the_result_is_accessible_and_large_enough(phone: Page, served: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    phone.goto(f"{served}/{TOOL}{HANDLED}&reconsideration=2026-07-01")
    found = Axe().run(phone, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    told = [f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert told == []
    small = phone.evaluate(
        """() => [...document.querySelectorAll('article *')]
          .filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .filter(e => parseFloat(getComputedStyle(e).fontSize) < 17).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
    low = phone.evaluate(
        """() => [...document.querySelectorAll('.tool button, .field input, label.choice, label.tick, summary')]
          .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert low == []


def test_it_works_from_a_folder(phone: Page, built: Path) -> None:
    phone.goto(f"{(built / TOOL).as_uri()}{HANDLED}")
    assert "2026年10月2日" in result(phone)


def test_without_script_every_limit_stands_in_words(browser: Browser, served: str, loaded: Loaded) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{TOOL}")
    told = page.inner_text("article")
    context.close()
    assert "自动计算要用到脚本" in told
    assert "算出最后一天" not in told
    for event in events(loaded.catalogue):
        for clock in event.clocks:
            assert clock.limit.act in told
            assert f"{clock.within}内" in told
    for remedy in remedies(loaded.catalogue):
        assert f"{remedy.name} {remedy.within}" in told
    assert "类推" in told


def links(value: object) -> Iterator[str]:
    """Every address that stands in data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ([inner] if key in ("href", "late") and inner else links(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from links(inner)


def test_every_link_of_the_data_arrives(built: Path) -> None:
    told = json.loads((built / address.CLOCKS).read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    found = set(links(told))
    assert len(found) > 30
    for link in found:
        page, _, anchor = link.partition("#")
        text = (built / "tools" / page).resolve().read_text("utf-8")
        wanted = f'data-kind="{anchor[5:]}"' if anchor.startswith("kind=") else f'id="{anchor}"'
        assert wanted in text, link


def test_the_tool_looks_at_no_clock() -> None:
    for name in ("count", "tool", "timeline", "ics", "deadlines"):
        text = (ROOT / "theme" / "assets" / f"{name}.js").read_text("utf-8")
        assert not re.search(r"Date\.now|new Date\(\)|performance\.", text), name
        assert not re.search(r"localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttpRequest|sendBeacon", text), (
            name
        )
