"""A diagram as SVG: inline for a page, or a file that stands alone. All places come from the diagram.

Shapes follow GB/T 1526 (terminator, process, off-page connector, document) and BPMN (timer on a border, double outline
of an event). Colours are the CSS custom properties `--dy-…`, whose fall-backs are the light palette; what a colour
says, a shape, a dash or a border says as well.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from daoyin.diagram.geometry import Arrow, Band, Box, Caption, Diagram, LegendEntry, Line, Shape
from daoyin.diagram.measure import HEAD_LINE, NAME_LINE, NUMBER_LINE, PLUS, POINT, SLANT, SMALL_LINE
from daoyin.diagram.outline import radius
from daoyin.diagram.text import wrapped
from daoyin.render.chart_style import style

_CORNER = 6  # how far the corners of flows are rounded
_TITLE, _TITLE_LINE, _TITLE_SIZE, _TITLE_SIDE = 46, 28, 22, 16  # the strip above a chart that stands alone


def svg(diagram: Diagram, *, prefix: str = "", standalone: bool = False, styled: bool = True) -> str:
    """The SVG text of a diagram.

    Inline (the default), ids are `prefix` and the node's id, colours follow the page, and `styled=False` leaves the
    stylesheet to the page. `standalone` makes a file of its own: with the title above, and colours that any viewer
    understands, light or dark as the reader's system is, dark on white in print.
    """
    heading = wrapped(diagram.title, _TITLE_SIZE, max(diagram.width - 2 * _TITLE_SIDE, _TITLE_SIZE), bold=True)
    top = _TITLE + _TITLE_LINE * (len(heading) - 1) if standalone else 0
    group = "group" if any(shape.node.href for shape in diagram.shapes) else "img"  # links within an image are unheard
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dy-chart" viewBox="0 {-top} {diagram.width} '
        f'{diagram.height + top}" width="{diagram.width}" height="{diagram.height + top}" role="{group}" '
        f'aria-labelledby="{prefix}chart-title{f" {prefix}chart-desc" if diagram.description else ""}">',
        f'<title id="{prefix}chart-title">{_text(diagram.title)}</title>',
    ]
    if diagram.description:
        parts.append(f'<desc id="{prefix}chart-desc">{_text(diagram.description)}</desc>')
    if styled or standalone:
        parts.append(f"<style>{style(standalone=standalone)}</style>")
    parts.append(f"<defs>{''.join(_marker(prefix, kind) for kind in ('', 'b', 'm'))}</defs>")
    if standalone:
        parts.append(f'<path class="pg" d="M0 {-top}h{diagram.width}v{diagram.height + top}H0z"/>')
        parts.extend(
            f'<text class="ti" x="{_TITLE_SIDE}" y="{-16 - _TITLE_LINE * below}">{_text(line)}</text>'
            for below, line in reversed(list(enumerate(reversed(heading))))
        )
    parts.extend(_band(band, number % 8) for number, band in enumerate(diagram.bands))
    parts.extend(_arrow(arrow, prefix) for arrow in diagram.arrows)
    lane = {band.lane.id: number % 8 for number, band in enumerate(diagram.bands)}
    parts.extend(_shape(shape, prefix, lane[shape.node.lane]) for shape in diagram.shapes)
    parts.extend(_missed(arrow.line) for arrow in diagram.arrows if arrow.flow.kind == "missed")
    parts.extend(_label(arrow.label) for arrow in diagram.arrows if arrow.label)
    parts.append(f'<g class="lg">{"".join(_legend(entry, prefix) for entry in diagram.legend)}</g>')
    return "\n".join([*parts, "</svg>"]) + ("\n" if standalone else "")


def _text(words: str) -> str:
    return escape(words, quote=False)


def _lines(caption: Caption, line: int, kind: str, *, start: int | None = None) -> str:
    """The lines of a caption in the middle of its box, or beginning at x = `start`."""
    # The base line lies 0.36 em below the middle of a line.
    rise = {NAME_LINE: 5, SMALL_LINE: 4, HEAD_LINE: 5, NUMBER_LINE: 3}[line]
    x = caption.box.centre.x if start is None else start
    first = caption.box.top + (caption.box.height - len(caption.lines) * line) // 2 + line // 2 + rise
    return "".join(
        f'<text class="{kind}" x="{x}" y="{first + n * line}">{_text(words)}</text>'
        for n, words in enumerate(caption.lines)
        if words
    )


def _band(band: Band, number: int) -> str:
    box, head = band.box, band.head.box
    return (
        f'<g class="l{number}"><path class="ln" d="{_rectangle(box)}"/><path class="lh" d="{_rectangle(head)}"/>'
        f'<path class="lb" d="M{head.left} {head.top}h{head.width}v4H{head.left}z"/>'
        f"{_lines(band.head, HEAD_LINE, 'h')}</g>"
    )


def _rectangle(box: Box) -> str:
    return f"M{box.left} {box.top}h{box.width}v{box.height}H{box.left}z"


def _marker(prefix: str, kind: str) -> str:
    return (
        f'<marker id="{prefix}dy{kind}" class="a{kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" '
        'markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1L10 5L0 9z"/></marker>'
    )


def _arrow(arrow: Arrow, prefix: str) -> str:
    kind = "m" if arrow.flow.kind == "missed" else "b" if arrow.back else ""
    return f'<path class="{f"f {kind}".strip()}" d="{_rounded(arrow.line)}" marker-end="url(#{prefix}dy{kind})"/>'


def _missed(line: Line) -> str:
    """The timer where a limit's lapse leaves its step; below the step a little lower, off the name of a document."""
    start, after = line[:2]
    return _timer(start.x, start.y + (3 if after.y > start.y else 0))


def _timer(x: int, y: int) -> str:
    """BPMN's timer: a clock on the border of the step."""
    return f'<circle class="tm" cx="{x}" cy="{y}" r="7"/><path class="th" d="M{x} {y - 4}v4h3"/>'


def _rounded(line: Line) -> str:
    """The path of a flow, its corners rounded as far as the steps allow."""
    path = f"M{line[0].x} {line[0].y}"
    for (before, corner), (_, after) in pairwise(pairwise(line)):
        room = min(
            abs(before.x - corner.x) + abs(before.y - corner.y), abs(after.x - corner.x) + abs(after.y - corner.y)
        )
        reach = min(_CORNER, room // 2)
        dx, dy = _sign(corner.x - before.x) * reach, _sign(corner.y - before.y) * reach
        ex, ey = _sign(after.x - corner.x) * reach, _sign(after.y - corner.y) * reach
        path += f"L{corner.x - dx} {corner.y - dy}q{dx} {dy} {dx + ex} {dy + ey}"
    return f"{path}L{line[-1].x} {line[-1].y}"


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _shape(shape: Shape, prefix: str, lane: int) -> str:
    node = shape.node
    fulls = [caption.full for caption in (shape.name, *shape.badges, *shape.documents) if caption.full]
    inner = f"<title>{_text('; '.join(fulls))}</title>" if fulls else ""
    inner += "".join(_outline(shape.box, "parallel" if node.parallel else node.kind))
    if node.parallel and node.kind == "gateway":
        y = shape.box.centre.y if not shape.name.lines else _first(shape).top - PLUS // 2 - 2
        x = shape.box.centre.x
        inner += f'<path class="pl" d="M{x - 6} {y}h12M{x} {y - 6}v12"/>'
    for badge in shape.badges:
        box = badge.box
        inner += f'<rect class="bd" x="{box.left}" y="{box.top}" width="{box.width}" height="{box.height}" rx="9"/>'
        inner += _lines(badge, SMALL_LINE, "bt")
    inner += _lines(shape.name, NAME_LINE, "n e" if node.kind in ("start", "end") else "n")
    for document in shape.documents:
        box = document.box
        inner += f'<path class="dl" d="M{box.left} {box.top}h{box.width}"/>' + _page(box.left + 9, box.centre.y - 6)
        inner += _lines(document, SMALL_LINE, "d", start=box.left + 24)
    if shape.number:
        inner += _lines(shape.number, NUMBER_LINE, "no")
    name = f'id="{escape(prefix + node.id)}" class="s l{lane}"'
    return f'<a {name} href="{escape(node.href)}">{inner}</a>' if node.href else f"<g {name}>{inner}</g>"


def _first(shape: Shape) -> Box:
    return (shape.badges[0] if shape.badges else shape.name).box


def _outline(box: Box, kind: str) -> Iterator[str]:
    left, top, width, height = box.left, box.top, box.width, box.height
    if kind in ("gateway", "parallel"):
        slant, half = min(SLANT, width // 2), height // 2
        flat = width - 2 * slant
        points = f"M{left} {top + half}l{slant} {-half}h{flat}l{slant} {half}l{-slant} {height - half}h{-flat}z"
        yield f'<path class="gw" d="{points}"/>'
    elif kind == "handover":
        middle = width // 2
        tip = f"v{height - POINT}l{middle - width} {POINT}L{left} {top + height - POINT}z"
        yield f'<path class="ho" d="M{left} {top}h{width}{tip}"/>'
    else:
        corner = radius(box) if kind in ("start", "end") else 16 if kind == "event" else 5
        shown = {"start": "st", "end": "en", "event": "ev"}.get(kind, "tk")
        corner = min(corner, height // 2)
        yield f'<rect class="{shown}" x="{left}" y="{top}" width="{width}" height="{height}" rx="{corner}"/>'
        if kind == "event":
            yield (
                f'<rect class="ei" x="{left + 3}" y="{top + 3}" width="{width - 6}" height="{height - 6}" '
                f'rx="{min(13, height // 2 - 3)}"/>'
            )


def _page(x: int, y: int) -> str:
    """A sheet with a folded corner: something is issued."""
    return f'<path class="di" d="M{x} {y}h7l3 3v9h-10zm7 0v3h3"/>'


def _label(label: Caption) -> str:
    title = f"<title>{_text(label.full)}</title>" if label.full else ""
    lines = _lines(label, SMALL_LINE, "t")
    return f"<g>{title}{lines}</g>" if title else lines


def _legend(entry: LegendEntry, prefix: str) -> str:
    box, symbol = entry.box, entry.symbol
    x, y = box.left, box.centre.y
    if symbol in ("sequence", "back", "missed"):
        kind = {"sequence": "", "back": "b", "missed": "m"}[symbol]
        drawn = f'<path class="f {kind}" d="M{x} {y}h{box.width}" marker-end="url(#{prefix}dy{kind})"/>'
        drawn += _timer(x + 7, y) if symbol == "missed" else ""
    elif symbol == "badge":
        drawn = f'<rect class="bd" x="{x}" y="{box.top + 1}" width="{box.width}" height="{box.height - 2}" rx="7"/>'
    elif symbol == "document":
        drawn = _page(x + 10, y - 6)
    else:
        drawn = _small(box, symbol)
    return drawn + _lines(entry.meaning, SMALL_LINE, "k", start=entry.meaning.box.left)


def _small(box: Box, symbol: str) -> str:
    """A node's outline, small enough for the legend."""
    x, y, wide, high = box.left, box.top, box.width, box.height
    if symbol in ("gateway", "parallel"):
        half = high // 2
        plus = f'<path class="pl" d="M{x + wide // 2 - 4} {y + half}h8m-4 -4v8"/>' if symbol == "parallel" else ""
        return f'<path class="gw" d="M{x} {y + half}l8 {-half}h{wide - 16}l8 {half}l-8 {half}h{16 - wide}z"/>{plus}'
    if symbol == "handover":
        return f'<path class="ho" d="M{x} {y}h{wide}v{high - 5}l{-wide // 2} 5L{x} {y + high - 5}z"/>'
    return "".join(_outline(box, symbol))
