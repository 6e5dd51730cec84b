"""Jinja templates, and what every page is made of: front matter and a body that Markdown leaves as it is."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_HEADING = re.compile(r"^## (?P<title>.+) \{#(?P<id>[a-z0-9-]+)\}$", re.MULTILINE)
_CONTENTS = "<!-- contents -->"
_MARKDOWN = re.compile(r"[\\`*_\[\]{}]")
_ESCAPED = re.compile(r"\\(.)")
_CJK = r"[\u2e80-\u9fff\uff00-\uffef，。；：、（）《》“”]"
_BREAK = re.compile(rf"(?<={_CJK})\s*\n\s*(?={_CJK})")
FEWEST_CONTENTS = 3
"""A page with fewer sections needs no list of contents."""


@cache
def environment() -> Environment:
    """Our templates: everything that comes from data is escaped; `{#` is free for Markdown's heading ids."""
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        comment_start_string="<!--#",
        comment_end_string="#-->",
        finalize=_value,
    )
    jinja.filters["paragraphs"] = paragraphs
    jinja.filters["heading"] = heading
    return jinja


def _value(value: object) -> object:
    """What a template prints: nothing for None, and text on one line, so that no value opens a Markdown block."""
    if value is None:
        return ""
    return one_line(value) if type(value) is str else value


def one_line(text: str) -> str:
    """Text of several lines -> one line; between Chinese characters a line break leaves no space."""
    return re.sub(r"\s*\n\s*", " ", _BREAK.sub("", text.strip())) if "\n" in text else text


def paragraphs(text: str) -> Markup:
    """Text with blank lines between its paragraphs -> `<p>…</p>` for each."""
    found = [part for part in re.split(r"\n\s*\n", text.strip()) if part]
    return Markup("").join(Markup("<p>{}</p>").format(one_line(part)) for part in found)


def heading(text: str) -> Markup:
    """Text from data as a Markdown heading shows it, letter for letter."""
    return Markup(_MARKDOWN.sub(r"\\\g<0>", str(escape(one_line(text)))))  # noqa: S704 - escaped here


def body(template: str, values: Mapping[str, object]) -> str:
    """A template and its values -> Markdown: `## ` headings between raw HTML blocks that hold no blank line."""
    rendered = environment().get_template(template).render(values)
    lines = [line.strip() for line in rendered.splitlines()]
    text = "\n".join(f"\n{line}\n" if _HEADING.match(line) else line for line in lines if line)
    return text.replace(_CONTENTS, contents(_HEADING.findall(text))).strip() + "\n"


def _first(found: re.Match[str]) -> str:
    return found[1]


def contents(headings: Iterable[tuple[str, str]]) -> str:
    """(title, id) of each section -> the list of contents, as one HTML block; nothing for a short page."""
    headings = tuple(headings)
    if len(headings) < FEWEST_CONTENTS:
        return ""
    items = "".join(f'<li><a href="#{id}">{_ESCAPED.sub(_first, title)}</a></li>' for title, id in headings)
    return f'<nav class="contents" aria-label="本页内容"><p>本页内容</p><ul>{items}</ul></nav>'


def front_matter(meta: Mapping[str, object]) -> str:
    """Facts of a page -> YAML front matter. JSON is YAML, so values are written as JSON; empty ones are left out."""
    told = {key: value for key, value in meta.items() if value not in (None, "")}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()]
    return "\n".join(["---", *lines, "---", "", ""])
