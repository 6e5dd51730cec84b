"""What an editor tells of each publication: `content/changes/<date>-<id>.md` -> the entries of 更新记录."""

import posixpath
import re
from dataclasses import dataclass
from datetime import date

from daoyin.model import Catalogue, Page

FOLDER = "changes/"
_NAME = re.compile(r"^changes/(\d{4}-\d{2}-\d{2})-[a-z0-9-]+\.md$")
_LINK = re.compile(r"\]\((?![a-z]+:|#|/)([^)\s]+)")
_HEADING = re.compile(r"^(#{1,4}) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Update:
    """One entry. `id` is the name of its file and the anchor on the page."""

    id: str
    day: date
    title: str
    markdown: str
    """Its text as it stands on the page of all entries: links from there, headings below the entry's own."""


def is_update(page: Page) -> bool:
    """Whether a written page is an entry, which has no page of its own."""
    return page.path.startswith(FOLDER)


def updates(catalogue: Catalogue) -> tuple[Update, ...]:
    """All entries, the newest first; of one day, by name."""
    found = [_update(page) for page in catalogue.pages if is_update(page) and day(page)]
    return tuple(sorted(found, key=lambda entry: entry.day, reverse=True))


def day(page: Page) -> date | None:
    """The day of an entry: the one of its file's name, which its `date:` repeats; None where they differ."""
    named = _NAME.match(page.path)
    said = dict(page.meta).get("date", named and named[1])
    if not named or said != named[1]:
        return None
    try:
        return date.fromisoformat(named[1])
    except ValueError:
        return None


def _update(page: Page) -> Update:
    when = day(page)
    assert when, "only entries with a day are told"
    text = _LINK.sub(_from_top, _HEADING.sub(r"\1# ", page.markdown))
    return Update(posixpath.basename(page.path).removesuffix(".md"), when, page.title, text)


def _from_top(link: re.Match[str]) -> str:
    return "](" + posixpath.normpath(posixpath.join(FOLDER, link[1]))
