"""A page that people write: a Markdown file under `content/`."""

from daoyin.model.word import Word


class Page(Word):
    """Front matter and Markdown of a written page. `path` is relative to `content/`."""

    path: str
    title: str
    meta: tuple[tuple[str, object], ...] = ()
    markdown: str
    line: int = 1
    """The line of the file on which the Markdown begins."""

    __hash__ = object.__hash__
