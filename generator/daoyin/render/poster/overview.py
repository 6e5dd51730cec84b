"""The overview: a whole road on one sheet, phase by phase, who is responsible and by when; read from two metres."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from daoyin import address, chart
from daoyin.diagram import PAGE, WALL, draw
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Limit, Procedure, Road, Stage
from daoyin.render import press, typeset
from daoyin.render.memory import remembered
from daoyin.render.page import limits
from daoyin.render.page.sheet import Sheet
from daoyin.render.poster import chart as drawing
from daoyin.render.poster.setting import Poster, hanging
from daoyin.render.poster.split import Part
from daoyin.road import found, links

STAGE: Final = {"a1": 24, "a2": 17, "a3": 12, "a4": 8.5}
"""Points: the name of a stage is never smaller on that paper."""

_MEANINGS = {"task": "环节", "document": "谁负责"}
"""What symbols mean here and not in the chart of a procedure."""
_TEMPLATE = Path(__file__).with_name("overview.typ")


def overview(
    catalogue: Catalogue,
    road: Road,
    site: Site,
    papers: Sequence[press.Paper],
    *,
    shop: bool = False,
    cache: Path | None = None,
) -> Poster:
    """A road as PDF, on whichever of the papers (of one size) lets it be largest.

    Raises `typeset.NoRoom` where the names of its stages would be too small.
    """
    procedures = [catalogue.procedure[id] for stage in road.stages for id in found(catalogue, stage)]
    checked = max(procedure.checked for procedure in procedures)
    says = _says(catalogue, road, site)
    told = press.told(says, title=road.name, site=site, checked=checked, paper=papers[0], shop=shop) | hanging(papers)
    told |= {"stage": STAGE[papers[0].name]}
    graph = chart.road(catalogue, road)

    def make() -> bytes:
        diagrams = [draw(graph, cache and cache / "charts", form) for form in (WALL, PAGE)]
        drawings = {"drawings": [drawing.told(Part(diagram), _MEANINGS) for diagram in diagrams]}
        with suppress(typeset.NoRoom):
            return typeset.pdf(_TEMPLATE, told | drawings, checked, catalogue.typeface)
        size = papers[0].name
        raise typeset.NoRoom(f"《{road.name}》放不进 {size.upper()}：环节的字会小于 {STAGE[size]} 磅。")

    key = {"told": told, "graph": asdict(graph), "font": catalogue.typeface.characters}
    return Poster(remembered(cache and cache / "posters", key, make))


def _says(catalogue: Catalogue, road: Road, site: Site) -> dict[str, object]:
    """What the overview says beside its chart: every limit of the road with its articles, and the chart in words."""
    page = press.page(site, address.place(catalogue.country))
    stages = [(stage, [catalogue.procedure[id] for id in found(catalogue, stage)]) for stage in road.stages]
    rows = [row for stage, procedures in stages for row in _rows(catalogue, stage, procedures)]
    return {
        "kicker": "路线总图 · 谁负责 · 多久办好",
        "says": road.says,
        "rows": rows,
        "missed": list(dict.fromkeys(row["missed"] for row in rows if row["missed"])),
        "story": " ".join(_story(catalogue, road)),
        "code": press.code(page) if page else (),
        "address": page,
    }


def _rows(catalogue: Catalogue, stage: Stage, procedures: Sequence[Procedure]) -> Iterator[dict[str, str]]:
    for procedure in procedures:
        sheet = Sheet(catalogue, address.procedure(procedure.id))
        for limit, row in zip(procedure.limits, limits.rows(sheet, procedure), strict=True):
            yield {
                "stage": stage.name or procedure.name,
                "holder": row.holder.name,
                "act": row.act,
                "long": row.within if limit.within else "期限另定",
                "extension": f"可延 {limit.extend.by}" if limit.extend and not row.doubt else "",
                "start": _start(catalogue, procedure, limit),
                "law": "、".join(cite.name for cite in row.law),
                "missed": row.remedy.name if row.remedy else "",
            }


def _start(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    """The name of the step that starts a clock: the numbers of the sheet are those of stages."""
    path, _, name = limit.from_.rpartition(":")
    found = catalogue.resolve(procedure.place, procedure.part, path) if path else procedure.id
    node = catalogue.procedure[found].process.node(name) if found else None
    return node.name if node else limit.from_


def _story(catalogue: Catalogue, road: Road) -> Iterator[str]:
    """The road in words: each stage, who leads it, and where it leads."""
    names = {node.id: node for node in chart.road(catalogue, road).nodes}
    ways = list(links(catalogue, road))
    for stage in road.stages:
        node = names[stage.id]
        onward = [
            f"{'或'.join(way.answers)}{'，' if way.answers else ''}到第 {names[way.target.id].number} 个环节"
            for way in ways
            if way.source.id == stage.id
        ]
        leads = f"由{'、'.join(node.documents)}负责" if node.documents else ""
        told = (f"{stage.phase}：{node.name}", leads, *node.badges, *onward)
        yield f"第 {node.number} 个环节，{'，'.join(text for text in told if text)}。"
