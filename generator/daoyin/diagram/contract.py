"""The hard rules of the chart contract: what a valid drawing never does, whatever the process.

They look at the finished geometry alone, and so check the passes rather than repeat them.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from daoyin.diagram.geometry import Arrow, Box, Diagram, Point
from daoyin.diagram.measure import HEAD, NAME, SMALL
from daoyin.diagram.text import width


def violations(diagram: Diagram) -> list[str]:
    """Every broken hard rule, as `rule: who`; none for a valid drawing."""
    return [found for rule in RULES for found in rule(diagram)]


def boxes_overlap(diagram: Diagram) -> Iterator[str]:
    """No box overlaps another."""
    for one, other in combinations(diagram.shapes, 2):
        if one.box.overlaps(other.box):
            yield f"boxes-overlap: {one.node.id} {other.node.id}"


def flow_crosses_box(diagram: Diagram) -> Iterator[str]:
    """No flow crosses a box, not even its own ends'."""
    for arrow in diagram.arrows:
        for shape in diagram.shapes:
            if any(_cuts(step, shape.box, 1) for step in _outside(arrow, shape.node.id, shape.box)):
                yield f"flow-crosses-box: {_name(arrow)} {shape.node.id}"


def flows_run_along(diagram: Diagram) -> Iterator[str]:
    """No two flows run along each other unless they share their source or their target."""
    for one, other in combinations(diagram.arrows, 2):
        shared = one.flow.source == other.flow.source, one.flow.target == other.flow.target
        if any(shared) and not (all(shared) and one.line == other.line):
            continue
        if any(_along(step, cut) for step in pairwise(one.line) for cut in pairwise(other.line)):
            yield f"flows-run-along: {_name(one)} {_name(other)}"


def label_covers(diagram: Diagram) -> Iterator[str]:
    """No label overlaps a label, a box or a foreign flow."""
    labelled = [(arrow, arrow.label.box) for arrow in diagram.arrows if arrow.label]
    for (one, box), (other, second) in combinations(labelled, 2):
        if box.overlaps(second):
            yield f"label-covers-label: {_name(one)} {_name(other)}"
    for arrow, box in labelled:
        for shape in diagram.shapes:
            if box.overlaps(shape.box):
                yield f"label-covers-box: {_name(arrow)} {shape.node.id}"
        for foreign in diagram.arrows:
            if any(_cuts(step, box, 0) for step in pairwise(foreign.line)):
                yield f"label-covers-flow: {_name(arrow)} {_name(foreign)}"


def outside_lane(diagram: Diagram) -> Iterator[str]:
    """Every node lies in its lane's column, below the head; lanes stand side by side in order and fill the width."""
    bands = {band.lane.id: band for band in diagram.bands}
    for shape in diagram.shapes:
        band = bands[shape.node.lane]
        if not band.box.contains(shape.box) or shape.box.overlaps(band.head.box):
            yield f"outside-lane: {shape.node.id}"
    edges = [0, *(band.box.right for band in diagram.bands)]
    if edges != [*(band.box.left for band in diagram.bands), diagram.width]:
        yield "lanes-apart"


def text_sticks_out(diagram: Diagram) -> Iterator[str]:
    """All text lies inside its box, and no two texts of a box overlap."""
    for shape in diagram.shapes:
        bold = shape.node.kind in ("start", "end")
        name = shape.name.box
        for caption, size, strong in [
            (shape.name, NAME, bold),
            *((badge, SMALL, True) for badge in shape.badges),
            *((document, SMALL, False) for document in shape.documents),
        ]:
            wide = max((width(line, size, bold=strong) for line in caption.lines), default=0)
            if wide > caption.box.width or not shape.box.contains(caption.box):
                yield f"text-sticks-out: {shape.node.id}"
        if any(one.overlaps(other) for one, other in combinations([name, *(c.box for c in shape.badges)], 2)):
            yield f"text-covers-text: {shape.node.id}"
    for band in diagram.bands:
        if any(width(line, HEAD, bold=True) > band.head.box.width for line in band.head.lines):
            yield f"text-sticks-out: lane {band.lane.id}"


def number_covers(diagram: Diagram) -> Iterator[str]:
    """No step's number overlaps its words, a label, a flow or another box."""
    for shape in diagram.shapes:
        if not shape.number:
            continue
        box, node = shape.number.box, shape.node.id
        if any(box.overlaps(caption.box) for caption in (shape.name, *shape.badges, *shape.documents)):
            yield f"number-covers-text: {node}"
        if any(box.overlaps(other.box) for other in diagram.shapes if other is not shape):
            yield f"number-covers-box: {node}"
        for arrow in diagram.arrows:
            if arrow.label and box.overlaps(arrow.label.box):
                yield f"number-covers-label: {node} {_name(arrow)}"
            if any(_cuts(step, box, 0) for step in pairwise(arrow.line)):
                yield f"number-covers-flow: {node} {_name(arrow)}"


def flow_slants(diagram: Diagram) -> Iterator[str]:
    """Every step of a flow is upright or level, and has a length; it begins and ends at its boxes."""
    boxes = {shape.node.id: shape.box for shape in diagram.shapes}
    for arrow in diagram.arrows:
        for a, b in pairwise(arrow.line):
            if (a.x == b.x) == (a.y == b.y):
                yield f"flow-slants: {_name(arrow)}"
        for spot, end in ((arrow.line[0], arrow.flow.source), (arrow.line[-1], arrow.flow.target)):
            box = boxes[end]
            if not (box.left <= spot.x <= box.right and box.top <= spot.y <= box.bottom):
                yield f"flow-hangs-loose: {_name(arrow)} {end}"


def outside_chart(diagram: Diagram) -> Iterator[str]:
    """Everything lies on the chart, below the heads of the lanes."""
    chart = Box(0, 0, diagram.width, diagram.height)
    head = max((band.head.box.bottom for band in diagram.bands), default=0)
    for arrow in diagram.arrows:
        inside = all(0 <= p.x <= chart.width and head <= p.y <= chart.height for p in arrow.line)
        if not inside or (arrow.label and not (chart.contains(arrow.label.box) and arrow.label.box.top >= head)):
            yield f"outside-chart: {_name(arrow)}"


RULES = (
    boxes_overlap,
    flow_crosses_box,
    flows_run_along,
    label_covers,
    outside_lane,
    text_sticks_out,
    number_covers,
    flow_slants,
    outside_chart,
)
"""The hard rules."""


def _name(arrow: Arrow) -> str:
    return f"{arrow.flow.source}→{arrow.flow.target}"


def _outside(arrow: Arrow, node: str, box: Box) -> list[tuple[Point, Point]]:
    """The steps of a flow that may not cut this box.

    At its own ends, a step may run outwards from the outline, which may lie a little inside the box.
    """
    steps = list(pairwise(arrow.line))
    if arrow.flow.source == node:
        steps[0] = (_pushed(steps[0][0], steps[0][1], box), steps[0][1])
    if arrow.flow.target == node:
        steps[-1] = (steps[-1][0], _pushed(steps[-1][1], steps[-1][0], box))
    return steps


def _pushed(end: Point, near: Point, box: Box) -> Point:
    """The end of a step, moved outwards from a slanted or rounded outline to the side of the box."""
    if end.x == near.x:
        return Point(end.x, max(end.y, box.bottom) if near.y > end.y else min(end.y, box.top))
    return Point(max(end.x, box.right) if near.x > end.x else min(end.x, box.left), end.y)


def _cuts(step: tuple[Point, Point], box: Box, margin: int) -> bool:
    (a, b) = step
    return (
        min(a.x, b.x) < box.right - margin
        and max(a.x, b.x) > box.left + margin
        and min(a.y, b.y) < box.bottom - margin
        and max(a.y, b.y) > box.top + margin
    )


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two steps run on, or right beside, each other for a while."""
    (a, b), (c, d) = one, other
    if a.x == b.x and c.x == d.x and abs(a.x - c.x) < 4:
        return min(max(a.y, b.y), max(c.y, d.y)) > max(min(a.y, b.y), min(c.y, d.y))
    if a.y == b.y and c.y == d.y and abs(a.y - c.y) < 4:
        return min(max(a.x, b.x), max(c.x, d.x)) > max(min(a.x, b.x), min(c.x, d.x))
    return False
