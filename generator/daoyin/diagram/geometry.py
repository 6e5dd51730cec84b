"""A drawn chart: every box, line, label and band with its place in pixels. What renders it decides nothing.

The origin is the upper left corner, x runs to the right and y runs down. All coordinates are whole pixels.
"""

from dataclasses import dataclass
from typing import Literal

from daoyin.diagram.graph import Flow, Lane, Node

LegendSymbol = Literal[
    "start",
    "task",
    "gateway",
    "parallel",
    "event",
    "end",
    "handover",
    "badge",
    "document",
    "sequence",
    "back",
    "missed",
]
"""A thing that a chart may show and that its legend then explains."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int


Line = tuple[Point, ...]
"""A way from its first point to its last; each step of it is horizontal or vertical."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right side."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower side."""
        return self.top + self.height

    @property
    def centre(self) -> Point:
        """The middle, rounded to the upper left."""
        return Point(self.left + self.width // 2, self.top + self.height // 2)

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share an area (touching is not sharing)."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, other: "Box") -> bool:
        """Whether the other lies wholly inside this one (touching allowed)."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Caption:
    """Lines of text centred in a box. `full` is the whole text if the lines had to shorten it, else empty."""

    box: Box
    lines: tuple[str, ...]
    full: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A lane's column: the whole of it, and its head with the name."""

    lane: Lane
    box: Box
    head: Caption


@dataclass(frozen=True, slots=True)
class Shape:
    """A node in its place: the outline's box, and in it the name, the limits' badges and the documents."""

    node: Node
    box: Box
    name: Caption
    badges: tuple[Caption, ...] = ()
    documents: tuple[Caption, ...] = ()
    number: Caption | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow in its place, from the outline of its source to the outline of its target."""

    flow: Flow
    line: Line
    label: Caption | None = None
    back: bool = False
    """It returns to an earlier step: a loop."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: the box of the symbol, and its meaning beside it."""

    symbol: LegendSymbol
    box: Box
    meaning: Caption


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole chart. `bands`, `shapes` and `arrows` are in the graph's order (a lane without nodes has no band)."""

    title: str
    description: str
    width: int
    height: int
    bands: tuple[Band, ...]
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[LegendEntry, ...]
