"""我该找谁 in a real Chromium: every way to every end, with and without scripts, by keyboard; and what it leaves."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from daoyin.load import Loaded
from daoyin.model import Questionnaire

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START = "tools/which-door/index.html"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
LONGEST = "#/new/problem/office/decided/late"
"""The deepest question, after five answers."""
SHOWN = (
    "tools/which-door/index.html",
    "tools/which-door/index.html#/",
    "tools/which-door/index.html" + LONGEST,
    "tools/which-door/index.html#/danger",
    "tools/which-door/index.html#/new/problem/employer/wages-left",
    "tools/which-door/now.html",
    "tools/which-door/decision.html",
    "tools/which-door/appeal.html",
    "tools/which-door/accusation.html",
    "tools/which-door/chart.html",
)
TEXT = "document.querySelector('.door-page').innerText"

Way = tuple[str, ...]


@pytest.fixture(scope="session")
def words(loaded: Loaded) -> Questionnaire:
    return next(words for words in loaded.catalogue.questionnaires if words.id == "which-door")


def ways(words: Questionnaire) -> Iterator[tuple[Way, str]]:
    """Every path through the questionnaire: its answers, and the outcome."""
    waiting: list[tuple[Way, str]] = [((), words.questions[0].id)]
    while waiting:
        answers, at = waiting.pop()
        if at in words.outcome:
            yield answers, at
        else:
            waiting += [((*answers, answer.id), answer.to) for answer in words.question[at].answers]


def titled(words: Questionnaire, id: str) -> str:
    return words.question[id].ask if id in words.question else words.outcome[id].name


def links(html: str, page: str) -> set[str]:
    """The pages of the same folder that a page's answers lead to."""
    found = re.findall(r'<a class="door-answer" href="([^"]+)"', html)
    return {urljoin(page, unescape(href)).rpartition("/")[2].removesuffix(".html") for href in found}


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    yield context
    context.close()


def test_every_way_by_clicks_ends_where_the_data_says_and_as_the_static_page_tells(
    words: Questionnaire, browser: Browser, built: Path
) -> None:
    context = browser.new_context(viewport=PHONE)
    static, page, asked, complaints = context.new_page(), context.new_page(), [], []
    told = {}
    for id in (*words.question, *words.outcome):
        static.goto((built / f"tools/which-door/{id}.html").as_uri())
        told[id] = (static.locator("h1").inner_text(), static.evaluate(TEXT))
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((built / START).as_uri())
    ends = set()
    for answers, end in ways(words):
        page.evaluate("location.hash = '/'")
        at = words.questions[0].id
        for answer in answers:
            title = titled(words, at)
            page.wait_for_function("title => document.querySelector('h1').textContent === title", arg=title)
            page.evaluate("id => document.querySelector(`[data-answer='${id}']`).click()", answer)
            at = next(one.to for one in words.question[at].answers if one.id == answer)
        page.wait_for_function("hash => location.hash === hash", arg="#/" + "/".join(answers))
        page.wait_for_function("title => document.querySelector('h1').textContent === title", arg=titled(words, end))
        assert (page.locator("h1").inner_text(), page.evaluate(TEXT)) == told[end], answers
        assert page.locator(".door-trail dd a").count() == len(answers), answers
        ends.add(end)
    assert ends == set(words.outcome)
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_the_static_pages_lead_where_the_data_says(words: Questionnaire, built: Path) -> None:
    for asked in words.questions:
        path = built / f"tools/which-door/{asked.id}.html"
        assert links(path.read_text("utf-8"), str(path)) == {answer.to for answer in asked.answers}
    for found in words.outcomes:
        assert links((built / f"tools/which-door/{found.id}.html").read_text("utf-8"), "/x/y.html") == set()


def test_without_scripts_a_reader_walks_to_an_end(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{served}/{START}")
    page.get_by_role("link", name="开始", exact=True).click()
    for answer in (
        "有件事，还没有向单位提过",
        "有一件具体的事，要解决",
        "和老板、上班的单位",
        "欠我工资，我已经离开了",
    ):
        page.get_by_role("link", name=answer, exact=True).click()
    assert page.url.endswith("/tools/which-door/wages-left.html")
    assert "劳动仲裁" in page.locator("h1").inner_text()
    context.close()


def test_an_address_with_answers_opens_where_it_was_shared_from(phone: BrowserContext, served: str) -> None:
    page = phone.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/{START}{LONGEST}")
    expect(page.locator("h1")).to_have_text("起诉的期限，也过了吗？")
    expect(page.locator(".door-trail dd a")).to_have_count(5)
    page.get_by_role("link", name="还没有过", exact=True).click()
    page.wait_for_url("**/*in-time")
    assert [url for url in asked if "new" in url.partition("#")[0].removeprefix(served)] == [], "an answer was sent"
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_going_back_loses_nothing_and_any_answer_can_be_changed(phone: BrowserContext, served: str) -> None:
    page = phone.new_page()
    page.goto(f"{served}/{START}#/new/problem/employer/wages-left")
    title, before = page.locator("h1"), page.locator(".door-answer[aria-current]")
    page.get_by_role("link", name="退回上一步").click()
    expect(title).to_have_text("是工作上的哪种事？")
    expect(before).to_contain_text("欠我工资，我已经离开了")
    page.go_back()
    expect(title).to_have_text("申请劳动仲裁，越早越好")
    page.get_by_role("link", name="改这个答案：您想做什么？").click()
    expect(title).to_have_text("您想做什么？")
    expect(before).to_contain_text("有一件具体的事")
    page.get_by_role("link", name="提建议、提意见", exact=True).click()
    expect(title).to_have_text("把建议交给管这件事的单位")
    page.get_by_role("link", name="改这个答案：您想做什么？").click()
    expect(before).to_contain_text("提建议、提意见")
    page.get_by_role("link", name=re.compile("^有一件具体的事")).click()
    expect(title).to_have_text("这件事，是您和谁之间的？")
    expect(before).to_contain_text("和老板")  # what was answered beyond the change is kept
    page.get_by_role("link", name="从头开始").click()
    expect(title).to_have_text("您现在是哪种情况？")
    expect(before).to_have_count(0)
    page.get_by_role("link", name="退回上一步").click()
    expect(title).to_have_text("我该找谁")
    expect(page.get_by_role("link", name="开始", exact=True)).to_be_visible()
    page.go_back()
    expect(title).to_have_text("您现在是哪种情况？")


@pytest.mark.parametrize(
    ("fragment", "title", "says"),
    [
        ("#/new/nothing/else", "您想做什么？", "认不出来"),
        ("#/constructor", "您现在是哪种情况？", "认不出来"),
        ("#/%E0%A4%A/x", "您现在是哪种情况？", "认不出来"),
        ("#/danger/more/and/more", "先打电话求救", "认不出来"),
        ("#//new//problem/", "这件事，是您和谁之间的？", "第 3 问"),
        ("#main", "我该找谁", ""),
    ],
)
def test_an_odd_address_stops_where_it_is_understood(
    fragment: str, title: str, says: str, phone: BrowserContext, served: str
) -> None:
    page = phone.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{served}/{START}{fragment}")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".door-status")).to_contain_text(says)
    assert complaints == []


def test_the_keyboard_alone_leads_to_an_end_and_back(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{served}/{START}")
    active = "document.activeElement.textContent.trim()"
    page.locator("h1").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(active) == "开始"
    page.keyboard.press("Enter")
    title = page.locator("h1")
    expect(title).to_have_text("您现在是哪种情况？")
    expect(title).to_be_focused()
    for answer, then in (("有件事，还没有向单位提过", "您想做什么？"), ("提建议、提意见", "把建议交给管这件事的单位")):
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate(active) == answer:
                break
        assert page.evaluate(active) == answer
        outline = page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle")
        assert outline != "none", "where the focus is can be seen"
        page.keyboard.press("Enter")
        expect(title).to_have_text(then)
        expect(title).to_be_focused()
    expect(page.locator("[role=status].door-status")).to_have_text("结果")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_title("您想做什么？ - 我该找谁")
    context.close()


def test_the_skip_link_leaves_the_answers_alone(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{served}/{START}#/new/problem")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    expect(page.locator("h1")).to_have_text("这件事，是您和谁之间的？")
    context.close()


@pytest.mark.parametrize("look", ["phone, dark", "desk, light"])
def test_every_kind_of_page_is_accessible_and_fits_with_large_text(look: str, browser: Browser, served: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size, scheme = (PHONE, "dark") if look.startswith("phone") else (DESK, "light")
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in SHOWN:
        page.goto("about:blank")
        page.goto(f"{served}/{path}")
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
        told = [
            f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]
        ]
        assert told == [], path
        assert _narrow(page), path
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert _narrow(page), f"{path} with text of twice the size"
    assert complaints == []
    context.close()


def _narrow(page: Page) -> bool:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return bool(wide <= 0)


def test_what_a_thumb_must_hit_is_large_enough(phone: BrowserContext, served: str) -> None:
    page = phone.new_page()
    for path in SHOWN:
        page.goto("about:blank")
        page.goto(f"{served}/{path}")
        small = page.evaluate(
            """() => [...document.querySelectorAll('.door-answers li, .door-back, .door-ways a, .door-count a,'
              + '.door-trail a, .door-calls a, .door a.button')].filter(e => e.offsetParent)
            .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == [], path


def test_an_end_prints_without_what_only_a_screen_needs(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{served}/{START}#/new/problem/employer/wages-left")
    expect(page.locator(".door-trail dd a")).to_have_count(4)
    page.emulate_media(media="print")
    assert (
        page.locator(".door-back:visible, .door-ways:visible, .door-trail a:visible, header nav:visible").count() == 0
    )
    assert page.locator(".door-trail dd:visible").first.inner_text() == "有件事，还没有向单位提过"
    assert len(page.pdf(format="A4")) > 10_000
    context.close()


def test_the_chart_holds_every_question_and_end_and_each_leads_to_its_page(words: Questionnaire, built: Path) -> None:
    html = (built / "tools/which-door/chart.html").read_text("utf-8")
    drawn = re.search(r'<svg[^>]* class="dy-chart".*?</svg>', html, re.DOTALL)
    assert drawn
    every = {*words.question, *words.outcome}
    assert set(re.findall(r'href="([a-z-]+)\.html"', drawn[0])) == every
    listed = html[drawn.end() :]
    assert {f"{id}.html" for id in words.outcome} <= set(re.findall(r'href="([a-z-]+\.html)"', listed))
    for asked in words.questions:
        assert f"<h3>{asked.ask}</h3>" in listed
        assert [answer.says for answer in asked.answers if f"<b>{answer.says}</b>" not in listed] == []


def test_home_and_an_empty_search_lead_here(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{served}/index.html")
    assert page.locator(f'a[href="{START}"]').first.is_visible()
    page.keyboard.press("/")
    page.locator("[data-search] input[type=search]").fill("qqqq zzzz 鑫鑫鑫")
    page.locator("[data-search-none]").wait_for()
    assert page.locator(f'[data-search-none] a[href="{START}"]').is_visible()
    context.close()


def test_the_data_of_the_script_is_one_statement(built: Path) -> None:
    text = (built / "assets/questionnaires/which-door.js").read_text("utf-8")
    assert json.loads(text.removeprefix("window.daoyinQuestionnaire = ").rstrip(";\n"))["first"] == "now"
