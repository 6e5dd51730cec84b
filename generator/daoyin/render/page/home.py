"""The home page, which asks what the reader wants to do."""

from collections.abc import Mapping

from daoyin import address
from daoyin.model import PARTS, Catalogue, Page
from daoyin.render.page.environment import body, front_matter
from daoyin.render.page.part import SAYS
from daoyin.render.page.sheet import Link, Sheet

SHOWN = 12
"""Procedures of a part that the home page names; the part's page names all."""


def home(catalogue: Catalogue, page: Page) -> str:
    """`content/index.md`, whose front matter holds `tasks: [{says, to}]`, and the catalogue -> the home page."""
    sheet = Sheet(catalogue, address.HOME)
    country = top(catalogue)
    meta = {
        "title": page.title,
        "description": str(dict(page.meta).get("description") or page.title),
        "kind": "home",
        "section": "home",
        "source": f"content/{page.path}",
    }
    told = body(
        "home.html",
        {
            "sheet": sheet,
            "lead": str(dict(page.meta).get("lead") or ""),
            "tasks": tasks(sheet, page),
            "parts": _parts(sheet, country),
            "duties": sheet.to(address.duties(country)),
            "laws": sheet.to(address.LAWS),
            "places": sheet.to(address.PLACES),
            "documents": sheet.to(address.DOCUMENTS),
            "glossary": sheet.to(address.GLOSSARY),
            "remedies": sheet.to(address.REMEDIES),
        },
    )
    return front_matter(meta) + told + "\n" + page.markdown.strip() + "\n"


def top(catalogue: Catalogue) -> str:
    """The place that holds all others; its procedures are those of the whole country."""
    return catalogue.country


def tasks(sheet: Sheet, page: Page) -> list[Link]:
    """The cards: what a reader wants, and the page for it."""
    listed = dict(page.meta).get("tasks")
    entries = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, (list, tuple)) else []
    return [_task(sheet, entry) for entry in entries]


def _task(sheet: Sheet, entry: Mapping[object, object]) -> Link:
    target, _, anchor = str(entry.get("to", address.HOME)).partition("#")
    return Link(str(entry.get("says", "")), sheet.to(target, anchor), str(entry.get("note", "")))


def _parts(sheet: Sheet, country: str) -> list[tuple[str, str, str, list[Link], int]]:
    """Each part: title, what it is about, its page, its first procedures, and how many there are."""
    found = []
    for part, title in PARTS.items():
        ids = [p.id for p in sheet.catalogue.procedures if p.place == country and p.part == part]
        links = [sheet.procedure(id) for id in ids[:SHOWN]]
        if ids:
            found.append((title, SAYS[part], sheet.to(address.part(country, part)), links, len(ids)))
    return found
