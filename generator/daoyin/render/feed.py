"""更新记录 as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape, quoteattr

from markdown import markdown

from daoyin.load.settings import Site
from daoyin.updates import Update

PATH = "feed.xml"
_HREF = re.compile(r'<a href="(?!#|[a-z]+:)([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def feed(updates: Sequence[Update], site: Site, page: str, since: str) -> str:
    """Entries, newest first -> the feed; `page` is where they stand, `since` the day of a feed without entries.

    Ids are tag URIs (RFC 4151) and never change. Links are absolute, or left out where the site has no address.
    """
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *_feed(updates, site, page, since), ""])


def _feed(updates: Sequence[Update], site: Site, page: str, since: str) -> Iterator[str]:
    base = site.url.rstrip("/") + "/" if site.url else ""
    authority = urlsplit(base).hostname or "daoyin.invalid"
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">'
    yield f"  <id>tag:{authority},2026:{PATH}</id>"
    yield f"  <title>{escape(site.name)} 更新记录</title>"
    yield f"  <updated>{_moment(updates[0].day.isoformat() if updates else since)}</updated>"
    yield f"  <author><name>{escape(site.publisher or site.name)}</name></author>"
    if base:
        yield f'  <link rel="self" type="application/atom+xml" href={quoteattr(base + PATH)}/>'
        yield f'  <link rel="alternate" type="text/html" href={quoteattr(base + page)}/>'
    for entry in updates:
        yield "  <entry>"
        yield f"    <id>tag:{authority},{entry.day}:changes/{entry.id}</id>"
        yield f"    <title>{escape(entry.title)}</title>"
        yield f"    <updated>{_moment(entry.day.isoformat())}</updated>"
        if base:
            yield f'    <link rel="alternate" type="text/html" href={quoteattr(f"{base}{page}#{entry.id}")}/>'
        yield f'    <content type="html">{escape(_html(entry.markdown, base))}</content>'
        yield "  </entry>"
    yield "</feed>"


def _moment(day: str) -> str:
    """The beginning of a day in China."""
    return f"{date.fromisoformat(day)}T00:00:00+08:00"


def _html(text: str, base: str) -> str:
    """Markdown -> HTML that stands alone: links to pages are whole, or only their words."""

    def link(found: re.Match[str]) -> str:
        if not base:
            return found[2]
        target = re.sub(r"\.md(?=#|$)", ".html", found[1])
        return f'<a href="{urljoin(base, target)}">{found[2]}</a>'

    return _HREF.sub(link, markdown(text, extensions=["attr_list", "tables"]))
