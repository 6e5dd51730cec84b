"""Measures of a drawing: how polished it is, and how much of it a change of the process has moved.

The measures are those of graph drawing since H. C. Purchase, "Which Aesthetic Has the Greatest Effect on Human
Understanding?", GD 1997: crossings, bends, length, area; and the orthogonal ordering that a reader's mental map keeps
to (P. Eades, W. Lai, K. Misue and K. Sugiyama, "Preserving the Mental Map of a Diagram", 1991).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from daoyin.diagram.crossing import crossing
from daoyin.diagram.geometry import Arrow, Box, Diagram, Line, Point


@dataclass(frozen=True, slots=True)
class Metrics:
    """How well a drawing tells its story, and how polished it is. Less is better; `aspect` is width by height."""

    upwards: int
    """Flows to a later step that lead to a box wholly above the one that they leave."""
    turns: int
    """First ways on within a lane that do not run straight down: the story should."""
    crossings: int
    bends: int
    length: int
    width: int
    height: int
    flows: int

    @property
    def bends_per_flow(self) -> float:
        """Corners per flow."""
        return self.bends / self.flows if self.flows else 0.0

    @property
    def aspect(self) -> float:
        """Width by height."""
        return self.width / self.height


def measured(diagram: Diagram) -> Metrics:
    """Count crossings (pairs of flows by pairs of steps, common strokes not counted), bends and length."""
    lines = [arrow.line for arrow in diagram.arrows]
    spots = {
        (a, b, spot)
        for (a, one), (b, other) in combinations(enumerate(lines), 2)
        for step in pairwise(one)
        for cut in pairwise(other)
        if (spot := crossing(step, cut))
    }
    boxes = {shape.node.id: shape.box for shape in diagram.shapes}
    return Metrics(
        upwards=sum(
            boxes[arrow.flow.target].bottom <= boxes[arrow.flow.source].top
            for arrow in diagram.arrows
            if not arrow.back
        ),
        turns=sum(not _plumb(arrow.line) for arrow in _spine(diagram)),
        crossings=len(
            {(spot, *sorted((_stroke(diagram, a, spot), _stroke(diagram, b, spot)))) for a, b, spot in spots}
        ),
        bends=sum(len(line) - 2 for line in lines),
        length=sum(abs(a.x - b.x) + abs(a.y - b.y) for line in lines for a, b in pairwise(line)),
        width=diagram.width,
        height=diagram.height,
        flows=len(lines),
    )


def _spine(diagram: Diagram) -> Iterator[Arrow]:
    """The first way on from each step, where that leads onwards within the lane."""
    lane = {shape.node.id: shape.node.lane for shape in diagram.shapes}
    firsts = {arrow.flow.source: arrow for arrow in reversed(diagram.arrows)}
    return (a for a in firsts.values() if not a.back and lane[a.flow.source] == lane[a.flow.target])


def _plumb(line: Line) -> bool:
    return len(line) == 2 and line[0].x == line[1].x


def _stroke(diagram: Diagram, number: int, spot: Point) -> str:
    """What is drawn at this spot: strokes that flows share cross another one only once."""
    flow = diagram.arrows[number].flow
    for other in diagram.arrows:
        if other.flow is not flow and flow.target == other.flow.target and _on(other.line, spot):
            return f">{flow.target}"
        if other.flow is not flow and flow.source == other.flow.source and _on(other.line, spot):
            return f"{flow.source}>"
    return f"{number}"


def _on(line: Line, spot: Point) -> bool:
    return any(
        min(a.x, b.x) <= spot.x <= max(a.x, b.x) and min(a.y, b.y) <= spot.y <= max(a.y, b.y) for a, b in pairwise(line)
    )


def moved(before: Diagram, after: Diagram) -> float:
    """How much of a drawing a change has turned round: 0 nothing, 1 everything.

    Of all pairs of steps that both drawings show, the share that stand one above the other, or side by side, and do so
    the other way round afterwards.
    """
    old, new = ({shape.node.id: shape.box for shape in diagram.shapes} for diagram in (before, after))
    pairs = list(combinations([node for node in old if node in new], 2))
    turned = sum(
        any(was * now < 0 for was, now in zip(_beside(old[a], old[b]), _beside(new[a], new[b]), strict=True))
        for a, b in pairs
    )
    return turned / max(1, len(pairs))


def _beside(one: Box, other: Box) -> tuple[int, int]:
    """On which side of a box another lies, across and down: -1 before it, 1 beyond it, 0 neither."""
    return (
        (one.left >= other.right) - (other.left >= one.right),
        (one.top >= other.bottom) - (other.top >= one.bottom),
    )
