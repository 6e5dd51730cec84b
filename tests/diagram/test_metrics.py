"""The hard rules find what breaks them: each is shown a drawing that does."""

from dataclasses import replace

import pytest

from daoyin.diagram.contract import violations
from daoyin.diagram.geometry import Box, Caption, Diagram, Point
from daoyin.diagram.metrics import measured

from .cases import drawn

GOOD = drawn("reconsideration")


def with_shape(which: int, /, **changes) -> Diagram:
    shapes = list(GOOD.shapes)
    shapes[which] = replace(shapes[which], **changes)
    return replace(GOOD, shapes=tuple(shapes))


def with_line(number: int, *points: tuple[int, int]) -> Diagram:
    arrows = list(GOOD.arrows)
    arrows[number] = replace(arrows[number], line=tuple(Point(*point) for point in points))
    return replace(GOOD, arrows=tuple(arrows))


def with_label(box: Box) -> Diagram:
    arrows = list(GOOD.arrows)
    number = next(n for n, arrow in enumerate(arrows) if arrow.label)
    arrows[number] = replace(arrows[number], label=Caption(box, ("是",)))
    return replace(GOOD, arrows=tuple(arrows))


def moved(box: Box, across: int, down: int) -> Box:
    return replace(box, left=box.left + across, top=box.top + down)


FIRST, SECOND = GOOD.shapes[0].box, GOOD.shapes[1].box
LABELS = [arrow.label.box for arrow in GOOD.arrows if arrow.label]
A, B = GOOD.arrows[0].line[0], GOOD.arrows[0].line[-1]


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (with_shape(0, box=moved(SECOND, 5, 5)), "boxes-overlap"),
        (with_line(3, (SECOND.left - 30, SECOND.top + 9), (SECOND.right + 30, SECOND.top + 9)), "flow-crosses-box"),
        (with_line(3, (A.x, A.y), (B.x, B.y)), "flows-run-along"),
        (with_label(moved(LABELS[1], 1, 1)), "label-covers-label"),
        (with_label(moved(SECOND, 1, 1)), "label-covers-box"),
        (with_label(Box(A.x - 9, A.y + 2, 18, 16)), "label-covers-flow"),
        (with_shape(0, box=moved(FIRST, 300, 0)), "outside-lane"),
        (with_shape(0, name=Caption(FIRST, ("一个远远超出框的非常非常非常长的名称",))), "text-sticks-out"),
        (with_shape(0, number=Caption(GOOD.shapes[0].name.box, ("1",))), "number-covers-text"),
        (with_shape(0, number=Caption(SECOND, ("1",))), "number-covers-box"),
        (with_shape(0, number=Caption(LABELS[0], ("1",))), "number-covers-label"),
        (with_shape(0, number=Caption(Box(A.x - 4, A.y + 4, 8, 8), ("1",))), "number-covers-flow"),
        (with_line(0, (A.x, A.y), (B.x + 9, B.y)), "flow-slants"),
        (with_line(0, (A.x, A.y), (B.x, B.y - 9)), "flow-hangs-loose"),
        (with_line(0, (A.x, A.y), (A.x, -20), (B.x - 9, -20), (B.x - 9, B.y)), "outside-chart"),
    ],
)
def test_a_rule_names_what_breaks_it(broken: Diagram, rule: str):
    assert rule in {found.split(":")[0] for found in violations(broken)}


def test_a_valid_drawing_breaks_no_rule():
    assert violations(GOOD) == []


def test_crossings_and_bends_are_counted():
    assert measured(with_line(0, (0, 0), (9, 0), (9, 9), (20, 9))).bends == measured(GOOD).bends + 2 - (
        len(GOOD.arrows[0].line) - 2
    )
    middle = GOOD.height // 2
    assert measured(with_line(0, (0, middle), (GOOD.width, middle))).crossings > measured(GOOD).crossings
