"""The page of the tools, and the ways to it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from daoyin import address, site
from daoyin.load import Loaded
from daoyin.model import Catalogue
from daoyin.render import page
from daoyin.render.page.tools import TOOLS


def test_every_tool_whose_page_is_made_is_listed_with_one_sentence(loaded: Loaded) -> None:
    told = page.tools(loaded.catalogue, [tool.address for tool in TOOLS])
    for tool in TOOLS:
        assert address.relative(tool.address, address.TOOLS) in told
        assert f"<b>{tool.name}</b><span>{tool.says}</span>" in told
        assert tool.says.count("。") == 1


def test_a_tool_that_is_not_made_is_stood_in_for_by_the_written_guide(loaded: Loaded) -> None:
    told = page.tools(loaded.catalogue, ())
    assert all(address.relative(tool.written, address.TOOLS) in told for tool in TOOLS)


def test_a_tool_that_is_neither_made_nor_written_is_not_listed() -> None:
    assert "<li>" not in page.tools(Catalogue(), ())


def test_the_menu_leads_to_the_tools(loaded: Loaded) -> None:
    assert [entry for entry in site.navigation(loaded.catalogue) if entry["href"] == "tools/index.html"] == [
        {"title": "工具", "page": "tools/index", "href": "tools/index.html", "section": "tools"}
    ]


@pytest.mark.slow
def test_every_tool_is_made_and_the_home_page_leads_to_four(built: Path) -> None:
    assert [tool.name for tool in TOOLS if not (built / f"{tool.address}.html").is_file()] == []
    home = (built / "index.html").read_text(encoding="utf-8")
    tasks = home.split('class="tasks"')[1].split("</ul>")[0]
    for target in ("tools/which-door/index", address.MY_PATH, address.MISSED, address.WRITE):
        assert f'href="{target}.html"' in tasks


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_head_with_its_menu_fits_on_one_line(width: int, browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served}/tools/index.html")
    if width < 768:
        page.get_by_text("菜单", exact=True).click()
    tops = page.locator("header.site nav:visible li").evaluate_all("all => all.map(one => one.getBoundingClientRect())")
    assert max(box["right"] for box in tops) <= width
    if width >= 768:
        assert len({box["top"] for box in tops}) == 1
    page.close()
