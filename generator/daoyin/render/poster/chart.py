"""A diagram as the numbers that `chart.typ` draws: every place in the diagram's pixels, every line as it breaks.

Texts are as large as in the diagram, but for the numbers of steps: on a wall they are as large as its small text.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from daoyin.diagram.geometry import Arrow, Band, Caption, Diagram, LegendEntry, Shape
from daoyin.diagram.measure import HEAD, HEAD_LINE, NAME, NAME_LINE, SMALL, SMALL_LINE
from daoyin.diagram.outline import radius
from daoyin.render.poster.split import Jump, Part

LEAST = SMALL
"""The em of the smallest text of a chart, in pixels: what it is drawn at says how small a poster's text becomes."""

_RISE = {NAME_LINE: 5, SMALL_LINE: 4, HEAD_LINE: 5}
"""How far the base line lies below the middle of a line."""
_EVENT_CORNER, _CORNER = 16, 5
_ARC = (0.5, 0.13)
"""A point of a round corner above the words, in radii from its left and upper sides: 1 - cos 60°, 1 - sin 60°."""
_SLANT = (6, 0.16)
"""Where the number of a gateway stands on its slanting side: pixels from the left, and a part of its height."""


def told(part: Part, meanings: Mapping[str, str] = MappingProxyType({})) -> dict[str, object]:
    """A diagram, or the part of one that a sheet shows -> what the template draws, in the diagram's own order.

    `meanings` are other words for symbols of the legend, by symbol.
    """
    diagram = part.diagram
    colour = {band.lane.id: number for number, band in enumerate(diagram.bands)}
    return {
        "width": diagram.width,
        "height": diagram.height,
        "bands": [_band(band) for band in diagram.bands],
        "shapes": [_shape(shape, colour[shape.node.lane]) for shape in diagram.shapes],
        "arrows": [_arrow(arrow, place not in part.open) for place, arrow in enumerate(diagram.arrows)],
        "jumps": [_jump(jump) for jump in part.jumps],
        "legend": [_legend(entry, meanings) for entry in diagram.legend],
    }


def shortened(diagram: Diagram) -> tuple[tuple[int, str], ...]:
    """Texts that their boxes do not hold whole, with the number of the step: a poster says them below its chart."""
    return tuple(
        (shape.node.number, caption.full)
        for shape in diagram.shapes
        for caption in (shape.name, *shape.badges, *shape.documents)
        if caption.full
    )


def _band(band: Band) -> dict[str, object]:
    box = band.box
    return {
        "box": (box.left, box.top, box.width, box.height),
        "head": band.head.box.height,
        "name": _text(band.head, HEAD, HEAD_LINE),
    }


def _shape(shape: Shape, colour: int) -> dict[str, object]:
    node, box = shape.node, shape.box
    kind = "parallel" if node.kind == "gateway" and node.parallel else node.kind
    corner = radius(box) if kind in ("start", "end") else _EVENT_CORNER if kind == "event" else _CORNER
    first = (shape.badges[0] if shape.badges else shape.name).box
    return {
        "kind": kind,
        "lane": colour,
        "box": (box.left, box.top, box.width, box.height),
        "corner": min(corner, box.height // 2),
        "plus": (box.centre.x, first.top - 9 if shape.name.lines else box.centre.y),
        "name": _text(shape.name, NAME, NAME_LINE),
        "bold": node.kind in ("start", "end"),
        "badges": [
            {
                "box": (badge.box.left, badge.box.top, badge.box.width, badge.box.height),
                **_text(badge, SMALL, SMALL_LINE),
            }
            for badge in shape.badges
        ],
        "documents": [
            {"top": document.box.top, "middle": document.box.centre.y, **_text(document, SMALL, SMALL_LINE)}
            for document in shape.documents
        ],
        "number": {**_corner(shape, corner), "says": str(node.number)} if node.number else None,
    }


def _corner(shape: Shape, radius: int) -> dict[str, float]:
    """Where the tag with a step's number stands: its middle is on the border, at the upper left, clear of the words."""
    box = shape.box
    if shape.node.kind == "gateway":
        return {"x": box.left + _SLANT[0], "y": box.top + round(_SLANT[1] * box.height)}
    across, down = _ARC
    arc = min(radius, box.height // 2)
    return {"x": box.left + round(across * arc), "y": box.top + round(down * arc)}


def _arrow(arrow: Arrow, headed: bool) -> dict[str, object]:
    return {
        "headed": headed,
        "kind": "missed" if arrow.flow.kind == "missed" else "back" if arrow.back else "sequence",
        "points": [(point.x, point.y) for point in arrow.line],
        "label": _text(arrow.label, SMALL, SMALL_LINE) if arrow.label else None,
    }


def _jump(jump: Jump) -> dict[str, object]:
    return {"number": jump.number, "says": f"接第 {jump.sheet} 张", "x": jump.at.x, "y": jump.at.y}


def _legend(entry: LegendEntry, meanings: Mapping[str, str]) -> dict[str, object]:
    box = entry.box
    lines = (meanings.get(entry.symbol, entry.meaning.lines[0]),)
    return {
        "symbol": entry.symbol,
        "box": (box.left, box.top, box.width, box.height),
        "meaning": {**_text(replace(entry.meaning, lines=lines), SMALL, SMALL_LINE), "x": entry.meaning.box.left},
    }


def _text(caption: Caption, em: int, line: int) -> dict[str, object]:
    """The lines of a caption: the middle of its box, the base line of the first, the size and the pitch."""
    lines = [words for words in caption.lines if words]
    first = caption.box.top + (caption.box.height - len(caption.lines) * line) // 2 + line // 2 + _RISE[line]
    return {"lines": lines, "x": caption.box.centre.x, "y": first, "em": em, "pitch": line}
