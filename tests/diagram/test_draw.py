"""Every graph that the model admits becomes a valid drawing; most become a polished one."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import mean, median

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from daoyin import chart
from daoyin.diagram import BROAD, WALL, draw
from daoyin.diagram.contract import violations
from daoyin.diagram.graph import Graph
from daoyin.diagram.metrics import measured
from daoyin.load import load

from .cases import CASES
from .graphs import graphs, read
from .processes import process

MANY = int(os.environ.get("DAOYIN_EXAMPLES", "2000"))
# Shrinking draws hundreds of charts; who needs it adds Phase.shrink here for once.
QUIET = {
    "deadline": None,
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


@settings(max_examples=20, derandomize=True, **QUIET)
@given(graphs(most=14))
def test_a_generated_process_keeps_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []


@settings(max_examples=1, derandomize=True, **QUIET)
@given(graphs(least=30, most=50))
def test_a_large_generated_process_keeps_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []


def test_eighty_steps_keep_every_hard_rule():
    assert violations(draw(process(1, least=80, most=80))) == []


@pytest.mark.thousands
@settings(max_examples=MANY, **QUIET)
@given(graphs())
def test_thousands_of_generated_processes_keep_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []


def test_generated_processes_cross_and_bend_little():
    polish = [measured(draw(process(seed))) for seed in range(10)]
    crossings = sorted(m.crossings for m in polish)
    assert median(crossings) == 0
    assert crossings[int(0.9 * len(crossings))] <= 2
    assert mean(m.bends_per_flow for m in polish) <= 0.8


@pytest.mark.thousands
def test_many_generated_processes_cross_and_bend_little():
    polish = [measured(draw(process(seed))) for seed in range(300)]
    crossings = sorted(m.crossings for m in polish)
    assert median(crossings) == 0
    assert crossings[270] <= 2
    assert mean(m.bends_per_flow for m in polish) <= 0.8


def test_the_drawing_does_not_depend_on_the_hash_seed():
    script = (
        "import sys; from pathlib import Path; from diagram.graphs import read; from daoyin.diagram import WALL, draw;"
        "from daoyin.render.svg import svg; print(svg(draw(read(Path(sys.argv[1])))))"
    )
    tests = Path(__file__).parents[1]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(CASES["ladder-of-loops"])],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(tests), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def test_an_edit_to_a_word_does_not_move_the_chart(tmp_path: Path):
    graph = read(CASES["mediation-confirmation"])
    edited = replace(graph, nodes=tuple(replace(node, name=node.name + "（修订）") for node in graph.nodes))
    before, after = draw(graph, tmp_path), draw(edited, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1, "both share one arrangement"
    assert _corners(before) == _corners(after)
    assert _order(before) == _order(after)


def test_one_step_more_leaves_the_rest_in_its_lanes_and_order():
    graph = read(CASES["online-query"])
    shorter = replace(graph, nodes=graph.nodes[:-1], flows=graph.flows[:-1])
    kept = [shape.node.id for shape in draw(graph).shapes if shape.node.id != "e"]
    assert _order(draw(shorter)) == [node for node in _order(draw(graph)) if node in kept]


def test_a_chart_for_a_wall_is_neither_slim_nor_wide():
    aspects = [measured(draw(process(seed, least=20), form=WALL)).aspect for seed in range(3)]
    assert all(0.6 <= aspect <= 1.6 for aspect in aspects)


@pytest.mark.slow
def test_a_questionnaire_s_chart_takes_its_time_and_crosses_half_as_much():
    [words] = load(Path(__file__).parents[2]).catalogue.questionnaires
    graph = chart.questionnaire(words)
    hurried, careful = draw(graph), draw(graph, form=BROAD)
    assert violations(careful) == []
    assert measured(careful).crossings < measured(hurried).crossings / 2


def test_a_lane_without_nodes_is_left_out():
    assert [band.lane.id for band in draw(read(CASES["anytime-and-islands"])).bands] == ["p", "o", "s"]


def test_words_too_long_for_their_box_are_shortened_and_kept_in_full():
    shape = next(s for s in draw(read(CASES["long-words"])).shapes if s.node.id == "t")
    assert shape.name.lines[-1].endswith("…")
    assert shape.name.full == shape.node.name


def _corners(diagram):
    return [len(arrow.line) for arrow in diagram.arrows]


def _order(diagram):
    """The nodes column by column, from left to right and from top to bottom."""
    return [shape.node.id for shape in sorted(diagram.shapes, key=lambda s: (s.box.centre.x, s.box.top))]
