"""The search of the real catalogue, and a page in Chromium that carries the dialog, opened from a folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from daoyin.load import Loaded
from daoyin.search.query import Search

from .laid import laid


@pytest.fixture(scope="session")
def search(loaded: Loaded) -> Search:
    return Search(loaded.catalogue)


@pytest.fixture(scope="session")
def address(loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page lies."""
    return laid(loaded.catalogue, tmp_path_factory.mktemp("site")).as_uri()


@pytest.fixture
def page(browser, address: str) -> Iterator[Page]:
    """The page; whatever the console complains about, and any request that leaves the folder, fails the test."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith("file:") else complaints.append(request.url))
    opened.goto(address)
    yield opened
    opened.close()
    assert complaints == []


@pytest.fixture
def engine(page: Page) -> Page:
    """The page with every script of search there, as after the first opening of the dialog."""
    page.evaluate("daoyinSearch.arrived().then(() => null)")
    return page
