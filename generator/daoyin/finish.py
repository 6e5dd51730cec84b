"""What is left once the host has written its pages: to see that every link leads somewhere."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from daoyin.finding import Finding

_LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SKIPPED = ("http:", "https:", "mailto:", "tel:", "data:", "javascript:")


def dead_links(site: Path) -> list[Finding]:
    """Every link within a built site that leads to no file, or to no anchor of its page."""
    pages = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    texts = {name: file.read_text("utf-8") for name, file in pages.items()}
    anchors = {name: {_first(found) for found in _ANCHOR.finditer(text)} for name, text in texts.items()}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    return sorted(
        {
            Finding(name, text.count("\n", 0, position) + 1, "dead-link", f"链接“{link}”没有通向任何页面或位置")
            for name, text in texts.items()
            if name != "404.html"  # its links start at the site's address, wherever it is shown
            for link, position in _links(text)
            if not _leads(name, link, files, anchors)
        }
    )


def _links(text: str) -> Iterator[tuple[str, int]]:
    for found in _LINK.finditer(text):
        link = unescape(_first(found))
        if link and not link.startswith(_SKIPPED) and not link.startswith("//"):
            yield link, found.start()


def _leads(page: str, link: str, files: set[str], anchors: dict[str, set[str]]) -> bool:
    parts = urlsplit(link)
    path = unquote(parts.path)
    target = page if not path else _join(page, path)
    if target is None or (target not in files and f"{target}/index.html".lstrip("/") not in files):
        return False
    fragment = unquote(parts.fragment)
    return not fragment or target not in anchors or fragment in anchors[target] or fragment == "top"


def _join(page: str, path: str) -> str | None:
    """A relative link from a page, as a path from the site's top; None when it leaves the site."""
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts) + ("/index.html" if path.endswith("/") and parts else "")


def _first(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)
