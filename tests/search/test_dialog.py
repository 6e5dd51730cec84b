"""The dialog in real Chromium, from a folder, by keyboard, mouse and paste."""

import pytest

from daoyin import bundle

pytestmark = pytest.mark.browser

SCRIPTS = "[...document.head.querySelectorAll('script')].map(script => script.src.split('/').pop())"
WATCH = """document.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (link) event.preventDefault();
  window.went = link?.getAttribute("href");
})"""


def ask(page, text):
    page.keyboard.insert_text(text)
    page.wait_for_selector("[role=option]")


def opened(page):
    return page.evaluate("document.querySelector('dialog').open")


def test_nothing_is_loaded_before_it_is_opened(page):
    assert page.evaluate(SCRIPTS) == []
    page.get_by_role("button", name="搜索").click()
    assert opened(page)
    page.wait_for_selector("select option:nth-child(2)", state="attached")
    there = {file.name for file in (bundle.theme() / "assets" / "search").iterdir()} - {"dialog.js"}
    assert set(page.evaluate(SCRIPTS)) == there | {"meta.js"}


def test_what_is_typed_before_the_scripts_are_there_is_searched_once_they_come(browser, address):
    page = browser.new_page()
    held = []
    page.route("**/query.js", lambda route: held.append(route))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.insert_text("复查")
    page.keyboard.press("Enter")
    page.wait_for_function("Boolean(daoyinSearch.fill)")
    assert opened(page), "Enter waits for results"
    held.pop().continue_()
    page.wait_for_selector("[role=option]")
    assert "复查" in page.locator("[role=option]").first.inner_text()
    page.close()


@pytest.mark.parametrize("lost", ["query.js", "meta.js"])
def test_a_script_that_does_not_come_is_said_and_asked_for_again(browser, address, lost):
    page = browser.new_page()
    page.route(f"**/{lost}", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.insert_text("复")
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('没有打开')")
    page.unroute(f"**/{lost}")
    page.keyboard.insert_text("查")
    page.wait_for_selector("[role=option]")
    assert "找到" in page.get_by_role("status").inner_text()
    page.close()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_opens_it_and_escape_closes_it(page, keys):
    page.keyboard.press(keys)
    assert opened(page)
    page.keyboard.insert_text("复查")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('dialog').open")


def test_a_slash_in_another_field_is_a_slash(page):
    page.get_by_label("other").press("/")
    assert not opened(page)


def test_text_that_comes_without_a_key_is_searched(page):
    page.keyboard.press("/")
    ask(page, "复查")
    assert "复查" in page.locator("[role=option]").first.inner_text()


def test_a_limit_is_answered_with_its_condition_and_source(page):
    page.keyboard.press("/")
    ask(page, "多久办结")
    text = page.locator("[role=option]").filter(has_text="60 日").first.inner_text()
    assert "第三十一条第六项" in text
    assert "条例第34条" in text
    assert "可延 30 日" in text


def test_arrows_move_and_enter_goes(page):
    page.keyboard.press("/")
    ask(page, "复查")
    options = page.locator("[role=option]")
    assert options.nth(0).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    assert page.get_by_role("combobox", name="搜索").get_attribute("aria-activedescendant") == options.nth(
        1
    ).get_attribute("id")
    page.keyboard.press("ArrowUp")
    href = options.nth(0).get_attribute("href")
    page.evaluate(WATCH)
    page.keyboard.press("Enter")
    assert page.evaluate("window.went") == href


def test_results_are_announced_and_marked(page):
    page.keyboard.press("/")
    ask(page, "复查")
    assert "找到" in page.get_by_role("status").inner_text()
    assert page.locator("[role=option] mark").count() > 0
    assert page.get_by_role("combobox", name="搜索").get_attribute("aria-expanded") == "true"


def test_no_result_is_no_dead_end(page):
    page.keyboard.press("/")
    page.keyboard.insert_text("qqqq")
    page.wait_for_selector("[data-search-none]:not([hidden])")
    assert page.locator("[data-search-none] a").count() >= 3
    assert "没有找到" in page.get_by_role("status").inner_text()
    assert page.get_by_role("combobox", name="搜索").get_attribute("aria-expanded") == "false"


def test_markup_in_a_query_stays_text(page):
    page.keyboard.press("/")
    page.keyboard.insert_text("<img src=x onerror=window.hit=1>")
    page.wait_for_selector("[data-search-none]:not([hidden]), [role=option]")
    assert page.evaluate("window.hit") is None


def test_a_rebuilt_site_is_searched_anew(page):
    """A page that was open while the site was rebuilt meets a shard of another version."""
    page.keyboard.press("/")
    ask(page, "复查")
    page.evaluate("daoyinSearch.put('rebuilt', 't/0', {})")
    page.wait_for_selector("script[src$='meta.js?v=rebuilt']", state="attached")
    page.wait_for_selector("[role=option]")
    assert page.evaluate("daoyinSearch.ask('复查').then(found => found.results.length)") > 0


def test_a_place_is_chosen_from_a_list(page):
    page.keyboard.press("/")
    page.wait_for_selector("select option:nth-child(2)", state="attached")
    ask(page, "复查")
    national = page.locator("[role=option]").first.inner_text()
    page.get_by_label("只问一个地方").select_option("cn/zhejiang/ningbo/zhenhai")
    page.wait_for_function("first => document.querySelector('[role=option]').innerText !== first", arg=national)
    assert "镇海" in page.locator("[role=option]").first.inner_text()


def test_nothing_is_kept_until_the_reader_asks(page):
    page.evaluate(WATCH)
    page.keyboard.press("/")
    ask(page, "复查")
    page.keyboard.press("Enter")
    assert page.evaluate("localStorage.length") == 0


def test_what_was_asked_is_kept_on_demand_and_erased(page):
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.get_by_label("记住我搜过的").check()
    page.get_by_role("combobox", name="搜索").focus()
    ask(page, "复查")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索").fill("")
    page.get_by_role("button", name="复查").click()
    page.wait_for_selector("[role=option]")
    page.get_by_role("combobox", name="搜索").fill("")
    page.get_by_role("button", name="全部清除").click()
    assert page.evaluate("localStorage.getItem('daoyin-searches')") == "[]"
    page.get_by_label("记住我搜过的").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_results_after_the_best_stand_under_what_they_are(page):
    page.keyboard.press("/")
    ask(page, "劳动仲裁")
    labels = page.locator("[role=group]").evaluate_all("groups => groups.map(group => group.ariaLabel)")
    assert labels[0] == "最相近的"
    assert len(labels) == len(set(labels)) > 1
