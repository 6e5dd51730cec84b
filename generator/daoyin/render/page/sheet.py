"""The page that is being written: where it stands, and how everything that it names is said and linked from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markupsafe import Markup

from daoyin import address, citation
from daoyin.chart import lane_name
from daoyin.model import Catalogue, LawReference, Procedure, Source, Statement
from daoyin.render.page import terms
from daoyin.render.page.environment import body, front_matter
from daoyin.steps import Way, steps

NO_PRINTS: Mapping[str, str] = MappingProxyType({})
"""A page of which nothing is printed."""

LANE_COLOURS = 8
"""Lanes beyond the eighth take the colours again from the first."""


@dataclass(frozen=True)
class Link:
    """A name and where it leads; an empty `href` is text alone."""

    name: str
    href: str = ""
    note: str = ""
    """A word of warning or explanation beside it."""


@dataclass(frozen=True)
class Lane:
    """A role as a chip: its colour is that of its column in the chart."""

    name: str
    href: str
    colour: int
    citizen: bool


@dataclass(frozen=True)
class Sheet:
    """One page. `address` is its path without ending; `seen` collects the terms that it has explained."""

    catalogue: Catalogue
    address: str
    seen: set[str] = field(default_factory=set)

    def to(self, target: str, anchor: str = "") -> str:
        """The link to another page."""
        return address.relative(target, self.address, anchor)

    def prose(self, text: str) -> Markup:
        """Running text with its terms marked."""
        return terms.mark(self.catalogue, text, self.address, self.seen)

    def cite(self, reference: LawReference, full: bool = False) -> Link:
        """An article, in short (条例第34条) or in full (《信访工作条例》第34条), warned of if not in force."""
        say = citation.full if full else citation.short
        law, article = self.catalogue.law.get(reference.law), self.catalogue.article(reference)
        name = say(self.catalogue, reference)
        if law is None:
            return Link(name)
        known = article is not None and article.has(reference.paragraph, reference.item)
        unit = reference.unit if known else str(reference.article) if article else ""
        href = self.to(address.law(law.id), address.article_anchor(unit) if unit else "")
        return Link(name, href, citation.note(self.catalogue, reference))

    def cites(self, references: tuple[LawReference, ...], full: bool = False) -> tuple[Link, ...]:
        """Each article once, in the order of the data."""
        return tuple(self.cite(reference, full) for reference in dict.fromkeys(references))

    def role(self, id: str) -> Link:
        """Who acts, by the full name."""
        found = self.catalogue.role.get(id)
        return Link(found.name, self.to(address.role(id))) if found else Link(id)

    def roles(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Several who act."""
        return tuple(self.role(id) for id in ids)

    def lane(self, id: str, lanes: tuple[str, ...] = ()) -> Lane:
        """Who acts, by the short name, in the colour of the chart's column."""
        found = self.catalogue.role.get(id)
        colour = lanes.index(id) % LANE_COLOURS + 1 if id in lanes else 0
        href = self.to(address.role(id)) if found else ""
        return Lane(lane_name(self.catalogue, id), href, colour, found is not None and found.kind == "citizen")

    def document(self, id: str) -> Link:
        """A document."""
        found = self.catalogue.document.get(id)
        return Link(found.name, self.to(address.document(id))) if found else Link(id)

    def documents(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Several documents, each once."""
        return tuple(self.document(id) for id in dict.fromkeys(ids))

    def procedure(self, id: str) -> Link:
        """A procedure, with its summary as the note."""
        found = self.catalogue.procedure.get(id)
        return Link(found.name, self.to(address.procedure(id)), found.summary) if found else Link(id)

    def place(self, id: str) -> Link:
        """A place."""
        found = self.catalogue.place.get(id)
        return Link(found.short or found.name, self.to(address.place(id))) if found else Link(id)

    def way(self, way: Way) -> Link:
        """Where a step leads: the step with its number, the other procedure, or the legal route."""
        if way.kind == "unknown":
            return Link(way.name)
        number = f"第 {way.number} 步 " if way.number else ""
        return Link(number + way.name, self.to(way.page, way.anchor))

    def step(self, procedure: Procedure, node: str) -> Link:
        """A step of a procedure by its number and name."""
        found = next((step for step in steps(self.catalogue, procedure) if step.node.id == node), None)
        if found is None:
            return Link(node)
        href = self.to(address.procedure(procedure.id), address.step_anchor(node))
        return Link(f"第 {found.number} 步“{found.node.name}”", href)

    def sources(self, ids: tuple[str, ...]) -> tuple[Source, ...]:
        """The reports that something rests on."""
        return tuple(self.catalogue.source[id] for id in ids if id in self.catalogue.source)

    def statement(self, statement: Statement) -> dict[str, object]:
        """A plain sentence with its terms marked, and what it rests on."""
        return {
            "says": self.prose(statement.says),
            "law": self.cites(statement.law),
            "sources": self.sources(statement.sources),
        }

    def prints(self, files: Mapping[str, str]) -> list[Link]:
        """Files to print: path from the site's top -> what it is; as links from here."""
        return [Link(name, self.to(path)) for path, name in files.items()]

    def crumbs(self, *trail: tuple[str, str]) -> list[dict[str, str]]:
        """The way here from the home page: (title, address) of each page above this one."""
        return [{"title": title, "href": self.to(target)} for title, target in (("首页", address.HOME), *trail)]

    def write(
        self,
        template: str,
        *,
        title: str,
        kind: str,
        section: str,
        description: str = "",
        trail: tuple[tuple[str, str], ...] = (),
        source: str = "",
        checked: str = "",
        scripts: tuple[str, ...] = (),
        card: str = "",
        **values: object,
    ) -> str:
        """The page: its facts as front matter, and its body from a template.

        `scripts` are classic scripts of the site, by their paths from its top, run in this order; data that a script
        reads is a script before it, since `file://` knows no fetch. `card` is the picture that chats show, likewise.
        """
        meta: dict[str, object] = {
            "title": title,
            "description": " ".join((description or title).split()),
            "kind": kind,
            "section": section,
            "crumbs": self.crumbs(*trail),
            "source": source,
            "checked": checked,
            "scripts": list(scripts) or None,
            "card": card,
        }
        return front_matter(meta) + body(template, {"sheet": self, **values})


def trail(catalogue: Catalogue, place: str) -> tuple[tuple[str, str], ...]:
    """The places above a page of that place, the widest first and the place itself last."""
    parts = place.split("/")
    ids = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
    return tuple(
        (found.short or found.name, address.place(id)) for id in ids if (found := catalogue.place.get(id)) is not None
    )
