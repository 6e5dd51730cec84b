"""Pages that people write, as results: the page, and each of its headings that has an id."""

import re
from collections.abc import Iterator, Sequence

from daoyin.model import Page
from daoyin.search import answer
from daoyin.search.entry import Entry, fields

_HEADING = re.compile(r"^#{1,6} +(.*?) *\{#([a-z0-9-]+)\} *$", re.MULTILINE)
_MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}|!?\[([^\]]*)\]\([^)]*\)|[#*_`>|]|-{3,}")
_HEAD = re.compile(r"^\|.*\|\n\|[-:| ]+\|$", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
"""The head of a table, with the line below it; and a row."""
_ITEM = re.compile(r"^- (.*?)([。；：，？！]?)$", re.MULTILINE)
_MARKS = "#*_`"
"""What marks characters in the midst of a text: nothing takes its place."""
_AFTER = re.compile(r"(?<=[。；：，、？！）]) ")
"""A space where two lines met: Chinese has none after its punctuation."""

_CITATION = re.compile(r"（(?:\[[^\]]*\]\([^)]*\)、?)+）")
"""（[条例第34条](…)）: shown in the answer line; what an article says is found at the article."""


def written(page: Page) -> Iterator[Entry]:
    """The page with what stands before its first heading, then its sections."""
    meta = dict(page.meta)
    path = page.path.removesuffix(".md")
    asks = meta.get("asks")
    asked = tuple(str(ask) for ask in asks) if isinstance(asks, (list, tuple)) else ()
    before, *pieces = _HEADING.split(page.markdown)
    summary = str(meta.get("description") or plain(before))
    yield Entry(
        kind="page",
        name=page.title,
        page=path,
        anchor="",
        answer=answer.cut(summary),
        texts=fields(page.title, (), "", summary, plain(_CITATION.sub("", before))),
        head=True,
        asks=asked,
    )
    for title, anchor, text in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        said = plain(text)
        yield Entry(
            kind="page",
            name=f"{page.title}：{title}",
            page=path,
            anchor=anchor,
            answer=answer.cut(said),
            texts=fields(title, (), page.title, plain(_CITATION.sub("", text))),
        )


def plain(markdown: str) -> str:
    """The words of a text without its marks, on one line; a row of a table and an item of a list as sentences."""
    text = _HEAD.sub("", markdown)
    text = _ROW.sub(lambda row: _sentence([cell.strip() for cell in row[1].split("|")]), text)
    text = _ITEM.sub(lambda item: f"{item[1]}{item[2] or '；'}", text)
    text = _MARKUP.sub(lambda found: found[1] or " " * (found[0] not in _MARKS), text)
    return _AFTER.sub("", " ".join(text.split()))


def _sentence(cells: Sequence[str]) -> str:
    """A row as it would be said: what it is about, then what the other cells tell."""
    about, *told = [cell.rstrip("。；") for cell in cells if cell]
    return f"{about}：{'，'.join(told)}。" if told else f"{about}。"
