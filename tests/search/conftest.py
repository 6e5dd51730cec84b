"""The search of the real catalogue, and a page in Chromium that carries the dialog, opened from a folder."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from playwright.sync_api import Page

from daoyin import bundle
from daoyin.load import Loaded
from daoyin.search import files
from daoyin.search.query import Search

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>test</title><body>
<button data-search-open hidden>搜索</button><input aria-label="other">{partial}
<script defer src="{base}/assets/search.js" data-base="{base}"></script></body></html>"""


@pytest.fixture(scope="session")
def search(loaded: Loaded) -> Search:
    return Search(loaded.catalogue)


@pytest.fixture(scope="session")
def folder(loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page, two folders deep, as it would lie on a stick."""
    site = tmp_path_factory.mktemp("site")
    for name, text in files(loaded.catalogue):
        file = site / "assets" / "search" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (site / "assets" / "search.js").write_bytes((bundle.theme() / "assets" / "search.js").read_bytes())
    environment = jinja2.Environment(autoescape=True)
    environment.filters["url"] = lambda path: f"../../{path}"
    partial = environment.from_string((bundle.theme() / "partials" / "search.html").read_text(encoding="utf-8"))
    page = site / "cn" / "handling" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(partial=partial.render(config={"extra": {}}), base="../.."), encoding="utf-8")
    return site


@pytest.fixture
def page(browser, folder: Path) -> Iterator[Page]:
    """The page; whatever the console complains about, and any request that leaves the folder, fails the test."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith("file:") else complaints.append(request.url))
    opened.goto((folder / "cn" / "handling" / "page.html").as_uri())
    yield opened
    opened.close()
    assert complaints == []
