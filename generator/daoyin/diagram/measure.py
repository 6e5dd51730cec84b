"""Measuring: how much room each node needs for its words, and where they stand in the box that it gets.

All sizes are pixels. The em of a name is `NAME`; limits, documents and answers are set smaller.
"""

from dataclasses import dataclass

from daoyin.diagram.geometry import Box, Caption, Shape
from daoyin.diagram.graph import Graph, Node
from daoyin.diagram.text import shortened, width, wrapped

NAME, NAME_LINE = 14, 19
SMALL, SMALL_LINE = 12, 16
HEAD, HEAD_LINE = 15, 20
NUMBER, NUMBER_LINE = 9, 8

SLANT = 15
"""How far the left and right tips of a gateway stand out from its flat sides."""
POINT = 10
"""How far the tip of a hand-over hangs below its box."""
PLUS = 14
"""The side of the plus sign in a parallel gateway."""
DOCUMENT_MARK = 22
"""The room of the mark before a document's name."""

_PAD_X, _PAD_Y = 9, 10
_BADGE_PAD, _BADGE_GAP = 8, 5
_ROOMS = (7 * NAME + 7, 9 * NAME, 12 * NAME)  # a longer name gets a wider box
_MOST_LINES = 4
_LEAST_WIDTH, _LEAST_HEIGHT = 84, 38
_BARE = 44  # the side of a gateway without a name


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a node, broken into lines, and the least box that holds them."""

    node: Node
    width: int
    height: int
    name: tuple[str, ...]
    badges: tuple[tuple[str, ...], ...]
    documents: tuple[tuple[str, ...], ...]


def measure(graph: Graph) -> tuple[Content, ...]:
    """Break every node's words into lines and find its least size.

    Post: content i belongs to node i; its size is even and large enough for all of its lines.
    """
    return tuple(_content(node) for node in graph.nodes)


def _content(node: Node) -> Content:
    bold = node.kind in ("start", "end")
    room = next((r for r in _ROOMS if len(wrapped(node.name, NAME, r, bold=bold)) <= _MOST_LINES), _ROOMS[-1])
    if node.kind == "gateway" and room == _ROOMS[0]:
        room = 6 * NAME + 7
    name = shortened(node.name, NAME, room, _MOST_LINES, bold=bold) if node.name else ()
    badges = tuple(shortened(text, SMALL, room + 8, 2, bold=True) for text in node.badges if text)
    issued = () if node.kind == "gateway" else node.documents  # a question issues nothing, and its shape has no floor
    documents = tuple(shortened(text, SMALL, room + 8, 2) for text in issued if text)
    wide = max((width(line, NAME, bold=bold) for line in name), default=0)
    wide = max([wide, *(_widest(lines, bold=True) + 2 * _BADGE_PAD for lines in badges)])
    wide = max([wide, *(_widest(lines) + DOCUMENT_MARK for lines in documents)])
    high = len(name) * NAME_LINE + sum(_badge_height(lines) + _BADGE_GAP for lines in badges)
    if node.kind == "gateway":
        if not name and not badges:
            return Content(node, _BARE + SLANT, _BARE, (), (), ())
        wide, high = wide + 2 * SLANT + 6, high + 2 * _PAD_Y + 4 + (PLUS + 2 if node.parallel else 0)
    else:
        wide, high = wide + 2 * _PAD_X + (8 if bold else 0), high + 2 * _PAD_Y
    high = max(high, _LEAST_HEIGHT) + sum(_document_height(lines) for lines in documents)
    if node.kind == "handover":
        high += POINT
    return Content(node, _even(max(wide, _LEAST_WIDTH)), _even(high), name, badges, documents)


def shaped(content: Content, box: Box) -> Shape:
    """Set the words into a box.

    Pre: the box is at least as large as the content's least size.
    Post: all captions lie inside the box and none overlaps another; limits stand above the name, documents below.
    """
    node = content.node
    floor = box.bottom - (POINT if node.kind == "handover" else 0)
    documents: list[Caption] = []
    for lines in reversed(content.documents):
        high = _document_height(lines)
        floor -= high
        documents.append(
            Caption(Box(box.left, floor, box.width, high), lines, _full(node.documents[-1 - len(documents)], lines))
        )
    plus = PLUS + 2 if node.parallel and content.name else 0
    high = plus + len(content.name) * NAME_LINE + sum(_badge_height(lines) + _BADGE_GAP for lines in content.badges)
    top = box.top + (floor - box.top - high) // 2 + plus
    badges: list[Caption] = []
    shown = [text for text in node.badges if text]
    for text, lines in zip(shown, content.badges, strict=True):
        wide = _even(_widest(lines, bold=True) + 2 * _BADGE_PAD)
        badge = Box(box.left + (box.width - wide) // 2, top, wide, _badge_height(lines))
        badges.append(Caption(badge, lines, _full(text, lines)))
        top += badge.height + _BADGE_GAP
    tall = len(content.name) * NAME_LINE
    name = Caption(Box(box.left, top, box.width, tall), content.name, _full(node.name, content.name))
    return Shape(node, box, name, tuple(badges), tuple(reversed(documents)), _number(node, box))


def _number(node: Node, box: Box) -> Caption | None:
    """The step's number, at the upper left corner: inside a square one; outside one that is cut off or rounded.

    There it keeps within the few pixels around a box that labels and foreign flows leave free.
    """
    if not node.number:
        return None
    text = str(node.number)
    rounded = node.kind in ("start", "end", "event")
    across, down = (-2, -2) if node.kind == "gateway" else (-4, -5) if rounded else (5, 2)
    return Caption(Box(box.left + across, box.top + down, width(text, NUMBER), NUMBER_LINE), (text,))


def _widest(lines: tuple[str, ...], *, bold: bool = False) -> int:
    return max(width(line, SMALL, bold=bold) for line in lines)


def _badge_height(lines: tuple[str, ...]) -> int:
    return len(lines) * SMALL_LINE + 3


def _document_height(lines: tuple[str, ...]) -> int:
    return len(lines) * SMALL_LINE + 6


def _even(pixels: int) -> int:
    return pixels + pixels % 2


def _full(text: str, lines: tuple[str, ...]) -> str:
    """The whole text if the lines had to shorten it."""
    return text if lines and lines[-1].endswith("…") and not text.endswith("…") else ""
