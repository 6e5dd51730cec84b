"""How an article is cited to a reader: 《信访工作条例》第三十一条第（六）项 in full, 条例第31条第6项 in short."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from daoyin.model import Catalogue, LawReference

STATUS = {"in-force": "现行有效", "repealed": "已废止", "unknown": "效力待核"}


def unit(catalogue: Catalogue, reference: LawReference) -> str:
    """第31条第6项: the paragraph (款) is left out where the article has only one, as the law itself cites."""
    if not reference.article:
        return ""
    article = catalogue.article(reference)
    text = f"第{reference.article}条"
    if reference.paragraph and (article is None or len(article.paragraphs) > 1):
        text += f"第{reference.paragraph}款"
    return text + (f"第{reference.item}项" if reference.item else "")


def short(catalogue: Catalogue, reference: LawReference) -> str:
    """条例第34条."""
    law = catalogue.law.get(reference.law)
    return (law.short if law else reference.law) + unit(catalogue, reference)


def full(catalogue: Catalogue, reference: LawReference) -> str:
    """《信访工作条例》第34条."""
    law = catalogue.law.get(reference.law)
    return f"《{law.name}》{unit(catalogue, reference)}" if law else str(reference)


def together(
    catalogue: Catalogue,
    references: Iterable[LawReference],
    name: Callable[[Catalogue, LawReference], str] = short,
) -> tuple[str, ...]:
    """Many units, one text an instrument; what a unit shares with the one before is not said again.

    条例第28条第1款、第3款、第35条. `name` is `short` or `full`. A warning that holds for all stands once, at the end.
    """
    by_law: dict[str, list[LawReference]] = {}
    for reference in dict.fromkeys(references):
        by_law.setdefault(reference.law, []).append(reference)
    return tuple(name(catalogue, LawReference(law)) + _units(catalogue, units) for law, units in by_law.items())


def _units(catalogue: Catalogue, references: list[LawReference]) -> str:
    """第28条第1款、第3款、第35条: the units of one instrument, with their warnings."""
    said = [unit(catalogue, references[0]), *(_further(catalogue, *pair) for pair in pairwise(references))]
    notes = [note(catalogue, reference) for reference in references]
    if len(set(notes)) == 1:
        return "、".join(said) + (f"（{notes[0]}）" if notes[0] else "")
    return "、".join(text + (f"（{warning}）" if warning else "") for text, warning in zip(said, notes, strict=True))


def _further(catalogue: Catalogue, last: LawReference, each: LawReference) -> str:
    """A unit without the article, or the paragraph, that it has in common with the one before."""
    whole = unit(catalogue, each)
    if last.article != each.article or not last.paragraph:
        return whole
    paragraph = last.paragraph if last.item and each.item and last.paragraph == each.paragraph else 0
    return whole.removeprefix(unit(catalogue, LawReference(each.law, each.article, paragraph))) or whole


def says(catalogue: Catalogue, reference: LawReference) -> str:
    """What the cited unit says, in our words: the narrowest summary that the law file holds."""
    article = catalogue.article(reference)
    if not article:
        return ""
    narrow = f"{reference.paragraph}.{reference.item}" if reference.item else str(reference.paragraph)
    parts = dict(article.parts)
    return parts.get(narrow) or parts.get(str(reference.paragraph)) or article.says


def note(catalogue: Catalogue, reference: LawReference) -> str:
    """A word of warning where the instrument is not in force or its article was not verified; else empty."""
    law, article = catalogue.law.get(reference.law), catalogue.article(reference)
    if law and law.status != "in-force":
        return STATUS[law.status]
    return "" if article is None or article.verified else "待核"


def pending(catalogue: Catalogue, basis: Iterable[LawReference]) -> tuple[LawReference, ...]:
    """Those of a basis that are not known to hold: the instrument is not in force, or the article was not verified.

    What rests on any is shown on its page with a word of warning; no chart, print, card or answer says its number.
    """
    return tuple(reference for reference in basis if note(catalogue, reference))
