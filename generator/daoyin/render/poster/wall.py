"""Setting a wall guide: on which paper, on how many sheets, and with no text below the bound of that paper."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from daoyin import address, chart
from daoyin.diagram import PAGE, WALL, draw
from daoyin.diagram.geometry import Diagram
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Procedure
from daoyin.render import press
from daoyin.render.poster import chart as drawing
from daoyin.render.poster import guide
from daoyin.render.poster.setting import BOUND, NoRoom, Poster, setting
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
    sheet is too small the chart is cut; NoRoom is raised where even that leaves text below the paper's bound.
    """
    graph = chart.graph(catalogue, procedure)
    diagrams = list(dict.fromkeys(draw(graph, cache and cache / "charts", form) for form in (WALL, PAGE)))
    page = press.page(site, address.procedure(procedure.id))
    told = press.told(
        guide.says(catalogue, procedure, place or procedure.place, page),
        title=procedure.name,
        site=site,
        checked=procedure.checked,
        paper=papers[0],
        shop=shop,
    )
    for drawings in _cuts(diagrams):
        layout = {
            "drawings": [[drawing.told(part) for part in parts] for parts in drawings],
            "shortened": drawing.shortened(diagrams[0]),
            "bound": BOUND[papers[0].name],
            "count": len(drawings[0]),
            "papers": [{"width": paper.width, "height": paper.height} for paper in papers],
        }
        if made := setting(_TEMPLATE, told | layout, procedure.checked, catalogue.typeface, cache):
            return Poster(made, len(drawings[0]))
    raise NoRoom(f"《{procedure.name}》放不进 {papers[0].name.upper()}：字会小于 {BOUND[papers[0].name]} 磅。")


def _cuts(diagrams: Sequence[Diagram]) -> Iterator[list[tuple[Part, ...]]]:
    """Ways to show the chart, the fewest sheets first: for each the drawings that the template chooses from."""
    for count in range(1, MOST_SHEETS + 1):
        firsts = (1.0,) if count == 1 else _FIRST
        found = [cut for first in firsts for diagram in diagrams if (cut := parts(diagram, count, first))]
        if found:
            yield found
