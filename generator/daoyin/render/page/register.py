"""Pages of the registers: other legal routes, the glossary, the reports that local practices rest on."""

from daoyin import address
from daoyin.model import Catalogue, Place, Remedy, Source, Term
from daoyin.render.page.home import top
from daoyin.render.page.sheet import Link, Sheet

REMEDIES = "除了信访，还有这些法律途径。每一条都有自己的期限，很多期限在信访的时候照样在走，过了就可能再也用不上。"
GLOSSARY = "办事中常见的词，用大白话说明。别的页面上带点线的词，点一下也会到这里。"
SOURCES = "地方做法和数字依据这些公开报道。报道只说明当时当地是这样说的，不等于现在的规定。"

CLOCKS = {
    "runs": "信访的时候，这个时间照样在走，不会停。",
    "unsaid": "法律没有说信访能让这个时间停下来。请当它照样在走，不要等。",
    "stops": "这个时间可能中断，但要留好凭证，不要干等。",
    "free": "下面这些办法也可以走：",
}


def clock(remedy: Remedy) -> str:
    """What petitioning does to a route's clock: it `runs`, the law is silent, it may be interrupted, or none is set."""
    if not remedy.within:
        return "free"
    if remedy.runs_on == "unsaid":
        return "unsaid"
    return "runs" if remedy.runs_on else "stops"


def remedies(catalogue: Catalogue) -> str:
    """All other legal routes, each with its clock."""
    sheet = Sheet(catalogue, address.REMEDIES)
    return sheet.write(
        "remedies.html",
        title="其他法律途径和它们的期限",
        kind="register",
        section="guides",
        description=REMEDIES,
        source="procedures/remedies.yaml",
        intro=sheet.prose(REMEDIES),
        remedies=[(remedy, sheet.prose(remedy.says), sheet.cites(remedy.law)) for remedy in catalogue.remedies],
        clocks={remedy.id: (clock(remedy), CLOCKS[clock(remedy)]) for remedy in catalogue.remedies},
        naming={remedy.id: _naming(sheet, remedy) for remedy in catalogue.remedies},
    )


def _naming(sheet: Sheet, remedy: Remedy) -> list[Link]:
    """The national procedures that name a route; local ones would make the page grow with the site."""
    country = top(sheet.catalogue)
    named = [found for found in sheet.catalogue.procedures if remedy.id in found.remedies]
    return [sheet.procedure(found.id) for found in named if found.place == country]


def glossary(catalogue: Catalogue) -> str:
    """All terms, explained."""
    sheet = Sheet(catalogue, address.GLOSSARY)
    return sheet.write(
        "glossary.html",
        title="术语：常见的词是什么意思",
        kind="register",
        section="glossary",
        description=GLOSSARY,
        source="procedures/glossary.yaml",
        intro=GLOSSARY,
        terms=[(term, sheet.cites(term.law), _confusions(sheet, term)) for term in catalogue.glossary],
    )


def _confusions(sheet: Sheet, term: Term) -> list[Link]:
    """The terms that this one is taken for, each with how they differ."""
    pairs = [(sheet.catalogue.term.get(other.term), other) for other in term.confused_with]
    return [
        Link(found.name if found else other.term, f"#{other.term}" if found else "", other.differs)
        for found, other in pairs
    ]


def sources(catalogue: Catalogue) -> str:
    """All reports, and the places whose facts rest on them."""
    sheet = Sheet(catalogue, address.SOURCES)
    return sheet.write(
        "sources.html",
        title="来源",
        kind="register",
        section="places",
        description=SOURCES,
        source="procedures/sources.yaml",
        intro=SOURCES,
        sources=[(source, _told(sheet, source)) for source in catalogue.sources],
    )


def _told(sheet: Sheet, source: Source) -> list[Link]:
    return [sheet.place(place.id) for place in sheet.catalogue.places if source.id in _sources(place)]


def _sources(place: Place) -> set[str]:
    """Every report that something of the place rests on."""
    named = (
        place.sources,
        *(body.sources for body in place.bodies),
        *(practice.sources for practice in place.practices),
        *(figure.sources for figure in place.figures),
    )
    return {id for ids in named for id in ids}
