"""The one list of what the site holds: each artifact, its path and its source. It reads like a table of contents."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from daoyin import address, chart, clocks, search
from daoyin.diagram import BROAD, draw
from daoyin.load.settings import Site
from daoyin.model import PARTS, Catalogue, Document, Place, Procedure, Questionnaire
from daoyin.overdue import overdue
from daoyin.render import data, feed, form, handout, page, poster, share, svg, table
from daoyin.render.page.home import top
from daoyin.render.typeset import NoRoom
from daoyin.updates import is_update, updates


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the docs tree. `path` is relative to it; `source` is the file that an editor changes."""

    path: str
    content: str | bytes
    source: str = ""


def artifacts(catalogue: Catalogue, cache: Path | None = None, of: Site | None = None) -> Iterator[Artifact]:
    """Everything that the site is made of, in a fixed order.

    `cache` is the folder that remembers charts and prints between builds; `of` says for the feed and for prints whose
    site it is.
    """
    yield from _written(catalogue)
    of = of or Site()
    yield from _updates(catalogue, of)
    for procedure in catalogue.procedures:
        yield from _procedure(catalogue, procedure, of, cache)
        yield from _card(catalogue, procedure, of, _prints(cache))
    yield from _places(catalogue, of, cache)
    yield from _comparisons(catalogue)
    yield from _responsibilities(catalogue)
    yield from _laws(catalogue)
    yield from _registers(catalogue, _prints(cache))
    yield from _roles(catalogue, of, cache)
    yield from _tools(catalogue)
    for words in catalogue.questionnaires:
        yield from _questionnaire(catalogue, words, cache)
    yield from _search(catalogue)


def navigation(catalogue: Catalogue) -> list[dict[str, str]]:
    """The main menu: title, page (`address`), and the section of the pages behind it. It never grows with the site."""
    menu = [("首页", address.HOME, "home")]
    country = top(catalogue)
    if country in catalogue.place:
        menu.append(("办事指南", address.place(country), "guides"))
    if country in dict(catalogue.duties):
        menu.append(("责任清单", address.duties(country), "duties"))
    menu.append(("工具", address.TOOLS, "tools"))
    menu += [("法规", address.LAWS, "laws"), ("文书", address.DOCUMENTS, "documents")]
    if len(catalogue.places) > 1:
        menu.append(("地方", address.PLACES, "places"))
    menu.append(("术语", address.GLOSSARY, "glossary"))
    return [{"title": title, "page": page, "href": f"{page}.html", "section": section} for title, page, section in menu]


def questionnaires(catalogue: Catalogue) -> list[dict[str, str]]:
    """The questionnaires, title and page, for whoever finds nothing by searching."""
    found = [(words.name, address.questionnaire(words.id)) for words in catalogue.questionnaires]
    return [{"title": title, "href": f"{page}.html"} for title, page in found]


def data_date(catalogue: Catalogue) -> str:
    """The latest day on which any fact was held against its source: the date of the site."""
    dates: list[date] = [word.checked for word in catalogue.procedures]
    dates += [word.checked for word in catalogue.places]
    dates += [word.checked for word in catalogue.laws]
    return max(dates).isoformat() if dates else ""


def _written(catalogue: Catalogue) -> Iterator[Artifact]:
    for written in catalogue.pages:
        if is_update(written):
            continue
        render = page.home if written.path == f"{address.HOME}.md" else page.written
        yield Artifact(written.path, render(catalogue, written), f"content/{written.path}")


def _updates(catalogue: Catalogue, of: Site) -> Iterator[Artifact]:
    yield Artifact(f"{address.UPDATES}.md", page.updates(catalogue))
    told = feed.feed(updates(catalogue), of, f"{address.UPDATES}.html", data_date(catalogue))
    yield Artifact(feed.PATH, told)


def _procedure(catalogue: Catalogue, procedure: Procedure, of: Site, cache: Path | None) -> Iterator[Artifact]:
    here, source = address.procedure(procedure.id), f"procedures/{procedure.id}.yaml"
    diagram = draw(chart.procedure(catalogue, procedure), _charts(cache))
    inline = svg.svg(diagram, prefix="chart-")
    hung = poster.hung(partial(poster.wall_guide, catalogue, procedure, of, cache=cache))
    taken = _taken_home(catalogue, procedure, of, cache)
    prints = {f"{here}.pdf": f"上墙的导引图（PDF，{hung.paper}）"} if hung else {}
    prints |= {leaflet.path: "带走看的折页（PDF，A4 两面打印，折成三折）" for leaflet in taken}
    yield Artifact(f"{here}.md", page.guide(catalogue, procedure, inline, prints), source)
    yield from taken
    if hung:
        yield Artifact(f"{here}.pdf", hung.content, source)
    yield Artifact(f"{here}.svg", svg.svg(diagram, standalone=True), source)
    yield Artifact(f"{here}.json", data.procedure(procedure), source)


def _taken_home(catalogue: Catalogue, procedure: Procedure, of: Site, cache: Path | None) -> tuple[Artifact, ...]:
    """Its leaflet; none where a procedure has no words for citizens, or more than a leaflet holds."""
    with suppress(NoRoom):
        if handout.for_citizens(procedure):
            made = handout.leaflet(catalogue, procedure, of, cache=_prints(cache))
            return (Artifact(f"{address.leaflet(procedure.id)}.pdf", made, f"procedures/{procedure.id}.yaml"),)
    return ()


def _prints(cache: Path | None) -> Path | None:
    return cache and cache / "prints"


def _charts(cache: Path | None) -> Path | None:
    return cache and cache / "charts"


def _card(catalogue: Catalogue, procedure: Procedure, of: Site, cache: Path | None) -> Iterator[Artifact]:
    here, source = address.card(procedure.id), f"procedures/{procedure.id}.yaml"
    yield Artifact(f"{here}.png", share.drawn(catalogue, procedure, of, "png", cache), source)
    yield Artifact(f"{here}.svg", share.drawn(catalogue, procedure, of, "svg", cache), source)


def _places(catalogue: Catalogue, of: Site, cache: Path | None) -> Iterator[Artifact]:
    yield Artifact(f"{address.PLACES}.md", page.places(catalogue))
    for place in catalogue.places:
        source = f"procedures/{place.id}/index.yaml"
        given = [*_roads(catalogue, place, of, cache), *_handed_out(catalogue, place, of, _prints(cache))]
        prints = {path: name for path, name, _ in given}
        yield Artifact(f"{address.place(place.id)}.md", page.place(catalogue, place, prints), source)
        yield from (Artifact(path, content, source) for path, _, content in given)
        for part in PARTS:
            if any(procedure.place == place.id and procedure.part == part for procedure in catalogue.procedures):
                yield Artifact(f"{address.part(place.id, part)}.md", page.part(catalogue, place.id, part), source)


def _roads(catalogue: Catalogue, place: Place, of: Site, cache: Path | None) -> Iterator[tuple[str, str, bytes]]:
    """The overviews that the country's page offers: path, what it is called, and the print."""
    for road in catalogue.roads if not place.above else ():
        if hung := poster.hung(partial(poster.overview, catalogue, road, of, cache=cache)):
            yield f"{address.road(road.id)}.pdf", f"{road.name}（PDF，{hung.paper}，可以上墙）", hung.content


def _handed_out(catalogue: Catalogue, place: Place, of: Site, cache: Path | None) -> Iterator[tuple[str, str, bytes]]:
    """Path, name and content: the country's booklet, which any other would repeat; the card of each place that acts."""
    acts = any(procedure.place == place.id for procedure in catalogue.procedures)
    if acts and not place.above:
        made = handout.booklet(catalogue, place, of, cache=cache)
        yield f"{address.booklet(place.id)}.pdf", "办事手册（PDF，A5）", made
    with suppress(NoRoom):
        if acts or place.bodies:
            made = handout.counter_card(catalogue, place, of, cache=cache)
            yield f"{address.counter_card(place.id)}.pdf", "窗口台卡：应当公布的八项（PDF，A5）", made


def _comparisons(catalogue: Catalogue) -> Iterator[Artifact]:
    source = "procedures/comparisons.yaml"
    if catalogue.comparisons:
        yield Artifact(f"{address.COMPARISONS}.md", page.comparisons(catalogue), source)
    for comparison in catalogue.comparisons:
        yield Artifact(f"{address.comparison(comparison.id)}.md", page.comparison(catalogue, comparison), source)


def _responsibilities(catalogue: Catalogue) -> Iterator[Artifact]:
    listed = dict(catalogue.duties)
    for place in catalogue.places:
        source, date = f"procedures/{place.id}/duties.yaml", place.checked.isoformat()
        if place.id in listed:
            rows, here = table.duty_rows(catalogue, place.id), address.duties(place.id)
            yield Artifact(f"{here}.md", page.duties(catalogue, place.id), source)
            yield Artifact(f"{here}.csv", table.csv(rows), source)
            yield Artifact(f"{here}.xlsx", table.xlsx(rows, "责任清单", date), source)
            by_body = address.duties_by_body(place.id)
            yield Artifact(f"{by_body}.md", page.duties_by_body(catalogue, place.id), source)
            yield Artifact(f"{address.gaps(place.id)}.md", page.gaps(catalogue, place.id), source)
        if any(procedure.place == place.id for procedure in catalogue.procedures):
            rows, here = table.step_rows(catalogue, place.id), address.duties_by_step(place.id)
            yield Artifact(f"{here}.md", page.duties_by_step(catalogue, place.id), source)
            yield Artifact(f"{here}.csv", table.csv(rows), source)
            yield Artifact(f"{here}.xlsx", table.xlsx(rows, "步骤责任表", date), source)


def _laws(catalogue: Catalogue) -> Iterator[Artifact]:
    yield Artifact(f"{address.LAWS}.md", page.laws(catalogue))
    for law in catalogue.laws:
        yield Artifact(f"{address.law(law.id)}.md", page.law(catalogue, law), f"procedures/laws/{law.id}.yaml")


def _registers(catalogue: Catalogue, prints: Path | None) -> Iterator[Artifact]:
    yield Artifact(f"{address.DOCUMENTS}.md", page.documents(catalogue), "procedures/documents.yaml")
    for document in catalogue.documents:
        yield from _document(catalogue, document, prints)
    yield Artifact(f"{address.ROLES}.md", page.roles(catalogue), "procedures/roles.yaml")
    yield Artifact(f"{address.REMEDIES}.md", page.remedies(catalogue), "procedures/remedies.yaml")
    yield Artifact(f"{address.GLOSSARY}.md", page.glossary(catalogue), "procedures/glossary.yaml")
    yield Artifact(f"{address.SOURCES}.md", page.sources(catalogue), "procedures/sources.yaml")


def _roles(catalogue: Catalogue, of: Site, cache: Path | None) -> Iterator[Artifact]:
    for role in catalogue.roles:
        here, hung = address.role(role.id), None
        if role.kind == "body" and poster.held(catalogue, catalogue.country, role):
            hung = poster.hung(partial(poster.board, catalogue, role, of, cache=cache))
        prints = {f"{here}.pdf": f"上墙的责任清单（PDF，{hung.paper}）"} if hung else {}
        yield Artifact(f"{here}.md", page.role(catalogue, role, prints), "procedures/roles.yaml")
        if hung:
            yield Artifact(f"{here}.pdf", hung.content, "procedures/roles.yaml")


def _document(catalogue: Catalogue, document: Document, prints: Path | None) -> Iterator[Artifact]:
    here, source = address.document(document.id), "procedures/documents.yaml"
    forms = {}
    if document.fields:
        forms = {"docx": form.docx(catalogue, document), "pdf": form.pdf(catalogue, document, prints)}
    yield Artifact(f"{here}.md", page.document(catalogue, document, forms), source)
    for ending, content in forms.items():
        yield Artifact(f"{here}.{ending}", content, source)


def _tools(catalogue: Catalogue) -> Iterator[Artifact]:
    made = [*_dates(catalogue), *_missed(catalogue), *_write(catalogue)]
    pages = [artifact.path.removesuffix(".md") for artifact in made if artifact.path.endswith(".md")]
    pages += [address.questionnaire(words.id) for words in catalogue.questionnaires]
    yield Artifact(f"{address.TOOLS}.md", page.tools(catalogue, pages))
    yield from made


def _dates(catalogue: Catalogue) -> Iterator[Artifact]:
    if clocks.events(catalogue):
        yield Artifact(f"{address.DEADLINES}.md", page.deadlines(catalogue))
        yield Artifact(f"{address.MY_PATH}.md", page.my_path(catalogue))
        yield Artifact(address.CLOCKS, page.clocks(catalogue, data_date(catalogue)))


def _missed(catalogue: Catalogue) -> Iterator[Artifact]:
    if overdue(catalogue, top(catalogue)):
        yield Artifact(f"{address.MISSED}.md", page.missed(catalogue))


def _write(catalogue: Catalogue) -> Iterator[Artifact]:
    if letters := page.letters(catalogue):
        yield Artifact(f"{address.WRITE}.md", page.write(catalogue))
        yield Artifact(address.LETTERS, letters)


def _questionnaire(catalogue: Catalogue, words: Questionnaire, cache: Path | None) -> Iterator[Artifact]:
    source, whole = f"procedures/questionnaires/{words.id}.yaml", address.questionnaire_chart(words.id)
    yield Artifact(f"{address.questionnaire(words.id)}.md", page.questionnaire(catalogue, words), source)
    for asked in words.questions:
        yield Artifact(f"{address.question(words.id, asked.id)}.md", page.question(catalogue, words, asked), source)
    for found in words.outcomes:
        yield Artifact(f"{address.question(words.id, found.id)}.md", page.outcome(catalogue, words, found), source)
    diagram = draw(chart.questionnaire(words), _charts(cache), BROAD)
    inline = svg.svg(diagram, prefix="chart-")
    yield Artifact(f"{whole}.md", page.questionnaire_chart(catalogue, words, inline), source)
    yield Artifact(f"{whole}.svg", svg.svg(diagram, standalone=True), source)
    yield Artifact(address.questionnaire_data(words.id), page.questionnaire_data(catalogue, words), source)


def _search(catalogue: Catalogue) -> Iterator[Artifact]:
    yield Artifact(f"{address.ASKS}.md", page.asks(catalogue))
    for name, content in search.files(catalogue):
        yield Artifact(f"assets/search/index/{name}", content)
    yield Artifact("data/procedures.json", data.index(catalogue))
