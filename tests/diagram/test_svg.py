"""The SVG says what the diagram says: well-formed, small, every step a link with its own id."""

import re
import xml.etree.ElementTree as ET

import pytest

from daoyin.diagram import draw
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.diagram.text import width
from daoyin.render.svg import svg

from .cases import CASES, drawn

SVG = "{http://www.w3.org/2000/svg}"
MAIN = drawn("petition-main")
CLOCKS = drawn("labour-arbitration")


@pytest.mark.parametrize("standalone", [True, False])
@pytest.mark.parametrize("case", CASES)
def test_the_text_is_well_formed(case: str, standalone: bool):
    ET.fromstring(svg(drawn(case), standalone=standalone))


@pytest.mark.parametrize("standalone", [True, False])
def test_thirty_two_nodes_take_at_most_25_kilobytes(standalone: bool):
    assert len(svg(MAIN, standalone=standalone).encode()) <= 25 * 1024


def test_every_step_is_a_link_with_the_id_of_its_node():
    links = {a.get("id"): a.get("href") for a in ET.fromstring(svg(MAIN, prefix="c-")).iter(f"{SVG}a")}
    assert links == {f"c-{shape.node.id}": f"#{shape.node.id}" for shape in MAIN.shapes}


def test_all_ids_of_a_page_with_two_charts_differ():
    ids = re.findall(r' id="([^"]*)"', svg(MAIN, prefix="a-") + svg(MAIN, prefix="b-"))
    assert len(ids) == len(set(ids))


def test_the_chart_has_a_name_and_a_description():
    diagram = draw(Graph("标题 <1>", "说明 & 依据", (Lane("l", "甲"),), (Node("n", "task", "l", "做"),), ()))
    root = ET.fromstring(svg(diagram))
    assert root.findtext(f"{SVG}title") == "标题 <1>"
    assert root.findtext(f"{SVG}desc") == "说明 & 依据"
    assert root.get("role") == "img", "nothing in it is a link"
    assert root.get("aria-labelledby", "").split() == [root[0].get("id"), root[1].get("id")]


def test_a_title_wider_than_its_chart_takes_more_lines():
    title = "前端关注、过程督促、末端闭环的全程跟踪办理机制"
    diagram = draw(Graph(title, "", (Lane("l", "甲"),), (Node("n", "task", "l", "做"),), ()))
    root = ET.fromstring(svg(diagram, standalone=True))
    lines = [text for text in root.iter(f"{SVG}text") if text.get("class") == "ti"]
    assert "".join(text.text or "" for text in lines) == title
    assert all(width(text.text or "", 22, bold=True) <= diagram.width - 32 for text in lines)
    tops = [int(text.get("y", "")) - 22 for text in lines]
    assert tops == sorted(tops)
    assert min(tops) >= int(root.get("viewBox", "").split()[1])


def test_words_are_text_and_none_is_missing():
    root = ET.fromstring(svg(CLOCKS))
    words = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for shape in CLOCKS.shapes:
        assert "".join(shape.name.lines) in words
        for caption in (*shape.badges, *shape.documents):
            assert "".join(caption.lines) in words
    for arrow in CLOCKS.arrows:
        assert not arrow.label or "".join(arrow.label.lines) in words


def test_the_legend_shows_only_the_symbols_used():
    assert {entry.symbol for entry in CLOCKS.legend} >= {"missed", "badge", "handover", "document"}
    assert "back" not in {entry.symbol for entry in CLOCKS.legend}
    bare = draw(
        Graph(
            "", "", (Lane("l", "甲"),), (Node("a", "start", "l", "甲"), Node("b", "end", "l", "乙")), (Flow("a", "b"),)
        )
    )
    assert [entry.symbol for entry in bare.legend] == ["start", "end", "sequence"]


def test_a_missed_limit_has_a_timer_and_a_loop_its_own_line():
    text = svg(CLOCKS)
    missed = sum(arrow.flow.kind == "missed" for arrow in CLOCKS.arrows)
    assert text.count('class="tm"') == missed + 1, "and one in the legend"
    assert 'class="f b"' in svg(drawn("ladder-of-loops"))


def test_an_inline_chart_takes_its_colours_from_the_page_and_a_file_brings_its_own():
    assert "var(--dy-box,#ffffff)" in svg(MAIN)
    assert "var(" not in svg(MAIN, standalone=True)
    assert "prefers-color-scheme:dark" in svg(MAIN, standalone=True)
    assert "<style>" not in svg(MAIN, styled=False)
