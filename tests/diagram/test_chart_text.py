"""The picture in text: what a terminal shows."""

from daoyin.diagram import draw
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.render.chart_text import chart_text, columns_of


def test_a_small_chart_is_legible():
    nodes = (
        Node("a", "start", "l", "提出", 1),
        Node("b", "task", "m", "办理", 2, ("60 日",)),
        Node("c", "end", "m", "办结", 3),
    )
    graph = Graph("", "", (Lane("l", "信访人"), Lane("m", "机关")), nodes, (Flow("a", "b"), Flow("b", "c")))
    assert chart_text(draw(graph)) == PICTURE


def test_chinese_characters_take_two_columns():
    assert columns_of("60 日") == 5


PICTURE = """\
  信访人   ┊    机关     ┊
═══════════════════════════
           ┊             ┊
           ┊┌───────────┐┊
 ╭────────╮┊│ 2.⏱ 60 日 │┊
 │ 1.提出 │▶│   办理    │┊
 ╰────────╯┊│           │┊
           ┊└───────────┘┊
           ┊      ▼      ┊
           ┊╔═══════════╗┊
           ┊║  3.办结   ║┊
           ┊╚═══════════╝┊
           ┊             ┊
"""
