"""Setting a wall guide: on which paper, on how many sheets, and with no text below the bound of that paper."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from daoyin import address, chart
from daoyin.diagram import PAGE, WALL, draw
from daoyin.diagram.geometry import Diagram
from daoyin.diagram.graph import Graph
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Procedure
from daoyin.render import press, typeset
from daoyin.render.memory import remembered
from daoyin.render.poster import chart as drawing
from daoyin.render.poster import guide
from daoyin.render.poster.setting import BOUND, Poster, hanging
from daoyin.render.poster.split import Part, parts

MOST_SHEETS: Final = 4
"""Sheets that a chart is cut into at most: more of them nobody reads as one."""

_TEMPLATE = Path(__file__).with_name("guide.typ")
_FIRST = (0.8, 0.45)
"""How high the first part is, in heights of a further one: its sheet holds the tables too."""


def wall_guide(
    catalogue: Catalogue,
    procedure: Procedure,
    site: Site,
    papers: Sequence[press.Paper],
    *,
    place: str = "",
    shop: bool = False,
    cache: Path | None = None,
) -> Poster:
    """A procedure's wall guide as PDF, on whichever of the papers (of one size) lets its smallest text be largest.

    `place` is where it hangs, if not where the procedure belongs; `cache` is the folder that remembers. Where one
    sheet is too small the chart is cut; `typeset.NoRoom` is raised where even that leaves text below the paper's bound.
    """
    page = press.page(site, address.procedure(procedure.id))
    says = guide.says(catalogue, procedure, place or procedure.place, page)
    told = press.told(
        says, title=procedure.name, site=site, checked=procedure.checked, paper=papers[0], shop=shop
    ) | hanging(papers)
    graph = chart.procedure(catalogue, procedure)

    def make() -> bytes:
        for cut in _cuts(graph, cache):
            with suppress(typeset.NoRoom):
                return typeset.pdf(_TEMPLATE, told | cut, procedure.checked, catalogue.typeface)
        raise typeset.NoRoom(
            f"《{procedure.name}》放不进 {papers[0].name.upper()}：字会小于 {BOUND[papers[0].name]} 磅。"
        )

    key = {"told": told, "graph": asdict(graph), "font": catalogue.typeface.characters}
    return Poster(remembered(cache and cache / "posters", key, make))


def _cuts(graph: Graph, cache: Path | None) -> Iterator[dict[str, object]]:
    """Ways to show the chart, the fewest sheets first: for each the drawings that the template chooses from."""
    charts = cache and cache / "charts"
    diagrams = list(dict.fromkeys(draw(graph, charts, form) for form in (WALL, PAGE)))
    for count in range(1, MOST_SHEETS + 1):
        if found := list(_cut(diagrams, count)):
            yield {
                "count": count,
                "drawings": [[part and drawing.told(part) for part in parts] for parts in found],
                "shortened": drawing.shortened(diagrams[0]),
            }


def _cut(diagrams: Sequence[Diagram], count: int) -> Iterator[tuple[Part | None, ...]]:
    """What hangs on so many sheets: parts of the chart on all of them, or the tables alone (None) on the first."""
    for diagram in diagrams:
        for first in (1.0,) if count == 1 else _FIRST:
            if cut := parts(diagram, count, first):
                yield cut
        if count > 1 and (rest := parts(diagram, count - 1, sheet=2)):
            yield (None, *rest)
