"""The same pages under the search of Material for MkDocs (with jieba) and under Pagefind extended, asked in Chromium.

Both get the pages that the site is made of, as Material renders them, without the tools, which no question expects.
Material is asked through its own box, Pagefind through its own script. A result counts with its page and with every
section that it lists.
"""

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml
from playwright.sync_api import Page

from daoyin import site
from daoyin.model import Catalogue

Found = list[list[list[str]]]
"""For each question its first three results: the page and its sections, as `cn/handling/review#limit-ask`."""

BOX = "input.md-search__input"
READY = "text => document.querySelector('.md-search-result__meta')?.textContent.trim() !== text"
LINKS = """() => [...document.querySelectorAll('.md-search-result__item')].slice(0, 3).map(item =>
  [...item.querySelectorAll('a')].map(link => link.pathname.slice(1) + link.hash))"""
ASK = """async asked => {
  const pagefind = await import('/pagefind/pagefind.js');
  const found = [];
  for (const query of asked) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 3).map(result => result.data()));
    found.push(pages.map(page => [page.url, ...page.sub_results.map(section => section.url)]));
  }
  return found;
}"""


def build(catalogue: Catalogue, root: Path) -> Path:
    """The pages under plain Material with its search, and Pagefind's index beside them: the folder of the site."""
    for artifact in site.artifacts(catalogue):
        if artifact.path.endswith(".md") and not artifact.path.startswith("tools/"):
            file = root / "docs" / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(str(artifact.content), encoding="utf-8")
    settings = {
        "site_name": "peer",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "nav": [{"首页": "index.md"}],
        "plugins": [{"search": {"lang": ["zh", "en"]}}],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, check=True, capture_output=True)
    command = [sys.executable, "-m", "pagefind", "--site", "site", "--root-selector", "article"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root / "site"


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a server of the folder, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            asked.append(self.path.partition("?")[0])

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()


def material(page: Page, questions: Sequence[str]) -> Found:
    """Ask Material's box."""
    page.wait_for_function("document.querySelector('.md-search-result__meta')")
    page.click(BOX, force=True)
    found = []
    for question in questions:
        page.fill(BOX, "")
        page.press(BOX, "Backspace")
        page.wait_for_timeout(60)
        before = page.inner_text(".md-search-result__meta")
        page.fill(BOX, question)
        page.press(BOX, "End")  # it listens to keys, not to what is typed
        try:
            page.wait_for_function(READY, arg=before, timeout=4_000)
        except Exception:
            found.append([])
            continue
        page.wait_for_timeout(40)
        found.append(plain(page.evaluate(LINKS)))
    return found


def pagefind(page: Page, questions: Sequence[str]) -> Found:
    """Ask Pagefind's script."""
    return [plain(results) for results in page.evaluate(ASK, list(questions))]


def weight(folder: Path, asked: Sequence[str], *parts: str) -> int:
    """Bytes, each file gzipped, of the files asked for whose path holds one of the parts."""
    wanted = {path.lstrip("/") for path in asked if any(part in path for part in parts)}
    return sum(len(gzip.compress((folder / path).read_bytes())) for path in wanted if (folder / path).is_file())


def plain(results: list[list[str]]) -> list[list[str]]:
    """Paths as the questions have them: `/cn/index.html` and `/cn/` are `cn/index`."""
    return [[_path(link) for link in result] for result in results]


def _path(link: str) -> str:
    path, mark, anchor = link.lstrip("/").replace(".html", "").partition("#")
    return (f"{path}index" if not path or path.endswith("/") else path) + mark + anchor
