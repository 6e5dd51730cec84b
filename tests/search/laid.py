"""A site of one page, two folders deep, that can be searched: as it would lie on a stick."""

import shutil
from pathlib import Path

import jinja2

from daoyin import bundle
from daoyin.model import Catalogue
from daoyin.search import files

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><title>test</title><body>
<button data-search-open hidden>搜索</button><input aria-label="other">{partial}
<script defer src="../../assets/search/dialog.js" data-base="../.."></script></body></html>"""


def laid(catalogue: Catalogue, folder: Path) -> Path:
    """Write the scripts of search, its index and the page that carries the dialog; gives the page's file."""
    scripts = folder / "assets" / "search"
    shutil.copytree(bundle.theme() / "assets" / "search", scripts)
    for name, text in files(catalogue):
        file = scripts / "index" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    environment = jinja2.Environment(autoescape=True)
    environment.filters["url"] = lambda path: f"../../{path}"
    partial = environment.from_string((bundle.theme() / "partials" / "search.html").read_text(encoding="utf-8"))
    page = folder / "cn" / "handling" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(partial=partial.render(config={"extra": {}})), encoding="utf-8")
    return page
