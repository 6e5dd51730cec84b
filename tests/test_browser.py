"""The really built site in a real Chromium, as its readers use it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from daoyin.load import Loaded
from render.printed import plain

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
KINDS = (
    "index.html",
    "about.html",
    "edit.html",
    "cn/index.html",
    "cn/handling/index.html",
    "cn/handling/appeal.html",
    "cn/handling/review.html",
    "cn/acceptance/organ-acceptance.html",
    "cn/duties/index.html",
    "cn/duties/bodies.html",
    "cn/duties/steps.html",
    "cn/duties/gaps.html",
    "laws/index.html",
    "laws/xfgztl-2022.html",
    "documents/index.html",
    "documents/handling-opinion.html",
    "roles/index.html",
    "roles/handling-body.html",
    "remedies.html",
    "glossary.html",
    "sources.html",
    "places.html",
    "comparisons/index.html",
    "comparisons/mediation.html",
    "guides/which-door.html",
    "tools/deadlines.html",
    "tools/my-path.html",
    "tools/index.html",
    "tools/missed.html",
    "tools/write.html",
    "guides/what-to-write.html",
    "cn/zhejiang/ningbo/zhenhai/index.html",
    "cn/zhejiang/ningbo/zhenhai/supervision/seven-steps.html",
)


class Visit:
    """A page with what it complained of and whom it asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture(params=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    phone = request.param == "phone"
    context = browser.new_context(
        viewport=PHONE if phone else DESK, has_touch=phone, color_scheme="dark" if phone else "light"
    )
    yield Visit(context.new_page())
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport=DESK)
    yield Visit(context.new_page())
    context.close()


@pytest.mark.parametrize("path", KINDS)
def test_a_page_fits_the_screen_and_asks_nobody_else(path: str, visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}/{path}")
    wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "the page scrolls sideways"
    assert visit.complaints == []
    assert [url for url in visit.asked if not url.startswith((served, "data:"))] == []


@pytest.mark.parametrize("path", KINDS)
def test_a_page_works_from_a_folder(path: str, desk: Visit, built: Path) -> None:
    desk.page.goto((built / path).as_uri())
    assert desk.page.locator("h1").count() == 1
    assert desk.complaints == []
    assert [url for url in desk.asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_accessible(path: str, visit: Visit, served: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    visit.page.goto(f"{served}/{path}")
    found = Axe().run(visit.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    told = [f"{rule['id']}: {node['html'][:120]}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert told == []


@pytest.mark.parametrize("path", ["index.html", "cn/handling/review.html", "cn/duties/index.html"])
def test_what_a_thumb_must_hit_is_large_enough(path: str, browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(f"{served}/{path}")
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, select, summary, input, nav a, .next a, a.button, .task')]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5)
        .filter(e => getComputedStyle(e).position !== 'absolute')
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small == []
    context.close()


def test_no_word_is_smaller_than_17_px_on_a_phone(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    small = []
    for path in KINDS:
        page.goto(f"{served}/{path}")
        small += page.evaluate(
            """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getClientRects().length && !e.closest('svg'))
            .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
            .filter(e => parseFloat(getComputedStyle(e).fontSize) < 17)
            .map(e => location.pathname + ': ' + e.outerHTML.slice(0, 90))"""
        )
    context.close()
    assert small == []


@pytest.mark.parametrize("origin", ["served", "folder"])
@pytest.mark.parametrize(
    ("asked", "page", "says"),
    [
        ("复查", "cn/handling/review.html", "复查"),
        ("多久答复", "cn/", "日"),
        ("举报", "cn/handling/accusation.html", "检举"),
    ],
)
def test_search_finds_what_people_ask(
    asked: str, page: str, says: str, origin: str, visit: Visit, served: str, built: Path
) -> None:
    start = f"{served}/cn/index.html" if origin == "served" else (built / "cn/index.html").as_uri()
    visit.page.goto(start)
    visit.page.locator("[data-search-open]:visible").first.click()
    visit.page.locator("[data-search] input[type=search]").fill(asked)
    options = visit.page.locator("#search-results [role=option]")
    options.first.wait_for()
    links = [option.get_attribute("href") or "" for option in visit.page.locator("#search-results a").all()[:3]]
    assert any(page in link for link in links), links
    assert says in options.nth(0).inner_text() or says in options.nth(1).inner_text()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(lambda url: url.split("#")[0] != start)
    assert visit.page.locator("h1").count() == 1
    assert visit.complaints == []


def test_search_opens_with_a_slash_and_never_ends_dead(desk: Visit, served: str) -> None:
    desk.page.goto(f"{served}/index.html")
    desk.page.keyboard.press("/")
    field = desk.page.locator("[data-search] input[type=search]")
    field.wait_for()
    field.fill("qqqq zzzz 鑫鑫鑫")
    none = desk.page.locator("[data-search-none]")
    none.wait_for()
    assert none.locator("a").count() >= 2
    desk.page.keyboard.press("Escape")
    field.wait_for(state="hidden")


def test_the_page_for_what_is_missing_can_be_searched(desk: Visit, served: str) -> None:
    """Its addresses begin at the site's top, for nobody knows how deep the missing page would have lain."""
    desk.page.goto(f"{served}/404.html")
    desk.page.keyboard.press("/")
    desk.page.locator("[data-search] input[type=search]").fill("复查")
    desk.page.locator("#search-results [role=option]").first.click()
    desk.page.wait_for_url(f"{served}/cn/handling/**")


def test_a_list_is_filtered_in_the_page_and_whole_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cn/duties/index.html")
    rows = page.locator("table tbody tr")
    whole = rows.count()
    assert whole > 50
    context.close()

    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{served}/cn/duties/index.html")
    choice = page.locator("form.filter select").first
    option = choice.locator("option").nth(1)
    wanted = option.inner_text()
    choice.select_option(index=1)
    shown = [row.inner_text() for row in page.locator("table tbody tr:visible").all()]
    assert 0 < len(shown) < whole
    assert wanted
    choice.select_option(index=0)
    assert page.locator("table tbody tr:visible").count() == whole
    context.close()


def test_a_chart_opens_whole_and_closes_by_keyboard(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}/cn/handling/appeal.html")
    visit.page.locator("[data-chart-open]:visible, .chart-open:visible").first.click()
    dialog = visit.page.locator("dialog[open]")
    dialog.wait_for()
    box = dialog.locator("svg").first.bounding_box()
    assert box
    assert box["width"] > 200
    visit.page.keyboard.press("+")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert visit.complaints == []


def test_every_step_of_a_chart_leads_to_its_text(browser: Browser, served: str, loaded: Loaded) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    for procedure in loaded.catalogue.procedures:
        page.goto(f"{served}/{procedure.id}.html")
        links = page.eval_on_selector_all(".dy-chart a", "links => links.map(a => a.getAttribute('href'))")
        inside = {link[1:] for link in links if link.startswith("#")}
        assert {f"step-{node.id}" for node in procedure.process.nodes} <= inside, procedure.id
    context.close()


def test_print_has_no_navigation_and_tells_where_links_lead(desk: Visit, served: str) -> None:
    desk.page.goto(f"{served}/cn/handling/review.html")
    desk.page.emulate_media(media="print")
    assert desk.page.locator("header nav:visible, [data-search-open]:visible, form.filter:visible").count() == 0
    for path in KINDS:
        desk.page.goto(f"{served}/{path}")
        aids = "nav:visible, .pills:visible, button:visible, .button:visible, form.filter:visible"
        assert desk.page.locator(aids).count() == 0, path
        led = "links => links.every(link => getComputedStyle(link, '::after').content !== 'none')"
        assert desk.page.eval_on_selector_all(".prose a[data-address]", led), path


def test_the_chart_is_printed_on_a_page_of_its_own(desk: Visit, served: str) -> None:
    for path in ("cn/handling/appeal.html", "cn/handling/review.html", "tools/which-door/chart.html"):
        desk.page.goto(f"{served}/{path}")
        pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(desk.page.pdf(format="A4"))).pages]
        words = [plain(word) for word in desk.page.locator(".dy-chart text").all_text_contents()]
        long = [word for word in words if len(word) > 4]
        shares = [sum(word in page for word in long) / len(long) for page in pages]
        assert max(shares) > 0.9, "the whole chart stands on one page"
        alone = pages[shares.index(max(shares))]
        title = plain(desk.page.locator("h2#chart").text_content() or "")
        assert title in alone, "under its own heading"
        left = alone  # a word may stand within another, so that parts of some are left
        for word in sorted({*words, title}, key=len, reverse=True):
            left = left.replace(word, "")
        assert len(left) < len(alone) / 20, "and with nothing beside it"


def test_no_page_keeps_anything_on_the_reader_s_device(visit: Visit, served: str) -> None:
    for path in KINDS[:8]:
        visit.page.goto(f"{served}/{path}")
    visit.page.locator("[data-search-open]:visible").first.click()
    visit.page.locator("[data-search] input[type=search]").fill("工资")
    visit.page.locator("#search-results [role=option]").first.wait_for()
    assert visit.page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert not [url for url in visit.asked if re.search(r"%E5%B7%A5|工资", url)], "a question was sent"
