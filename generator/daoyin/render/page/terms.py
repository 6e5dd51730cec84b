"""Glossary terms in running text: the first use of each on a page becomes a link with its explanation."""

import re
from functools import cache

from markupsafe import Markup, escape

from daoyin import address
from daoyin.model import Catalogue, Term
from daoyin.render.page.environment import one_line

_TITLE = "《[^》]*》"
"""The title of a law is no use of the words in it."""


@cache
def _lexicon(catalogue: Catalogue) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    """Every form of every term, longest first, so that 复查意见书 is found before 复查."""
    forms: dict[str, Term] = {}
    for term in catalogue.glossary:
        for form in (term.name, *term.aliases):
            forms.setdefault(form, term)
    longest = sorted(forms, key=len, reverse=True)
    return (re.compile("|".join([_TITLE, *map(re.escape, longest)])) if longest else None), forms


def mark(catalogue: Catalogue, text: str, page: str, seen: set[str]) -> Markup:
    """Text -> HTML with the terms marked that `seen` does not hold yet; they are added to it.

    A longer term hides the shorter ones inside it, also where it was marked before; so does a title in 《》.
    """
    pattern, forms = _lexicon(catalogue)
    text = one_line(text)
    if pattern is None:
        return escape(text)
    parts: list[Markup] = []
    end = 0
    for found in pattern.finditer(text):
        term = forms.get(found[0])
        if term is None:
            continue
        parts.append(escape(text[end : found.start()]))
        end = found.end()
        parts.append(escape(found[0]) if term.id in seen else _link(term, found[0], page))
        seen.add(term.id)
    return Markup("").join([*parts, escape(text[end:])])


def _link(term: Term, form: str, page: str) -> Markup:
    href = address.relative(address.GLOSSARY, page, term.id)
    return Markup('<a class="term" href="{}" data-says="{}">{}</a>').format(href, one_line(term.says), form)
