"""Each pass keeps its post-conditions."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from daoyin.diagram.arrange import PAGE, arrange
from daoyin.diagram.cycle import back_edges
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.diagram.label import slots
from daoyin.diagram.lattice import Placement
from daoyin.diagram.measure import measure
from daoyin.diagram.pattern import patterns
from daoyin.diagram.place import place
from daoyin.diagram.price import Weights
from daoyin.diagram.rank import ranks
from daoyin.diagram.route import route
from daoyin.diagram.topology import Topology, topology

from .cases import CASES
from .graphs import read
from .processes import process


def bones(*flows: str, kinds: str = "") -> Topology:
    """`bones("ab", "ba")`: two tasks in one lane, and a flow each way."""
    names = sorted(set("".join(flows)))
    nodes = tuple(Node(n, "start" if n in kinds else "task", "l", n) for n in names)
    return topology(Graph("", "", (Lane("l", "l"),), nodes, tuple(Flow(f[0], f[1]) for f in flows)))


@cache
def placed(shape: Topology) -> Placement:
    back = back_edges(shape)
    return place(shape, back, ranks(shape, back), Weights(), 3000)[0]


ALL = [topology(read(path)) for path in CASES.values()] + [topology(process(seed)) for seed in range(3)]


def test_a_flow_to_an_earlier_step_goes_back():
    assert back_edges(bones("ab", "bc", "cb", kinds="a")) == (False, False, True)


def test_a_self_loop_goes_back():
    assert back_edges(bones("aa")) == (True,)


def test_the_story_of_the_start_decides_which_flow_of_a_loop_goes_back():
    assert back_edges(bones("ab", "bc", "ca", kinds="b")) == (True, False, False)


@pytest.mark.parametrize("shape", ALL)
def test_ranks_rise_along_all_flows_that_do_not_go_back(shape: Topology):
    back = back_edges(shape)
    rank = ranks(shape, back)
    assert all(rank[e.source] < rank[e.target] for e, goes_back in zip(shape.edges, back, strict=True) if not goes_back)


@pytest.mark.parametrize("shape", ALL)
def test_each_node_has_a_cell_of_its_own_in_its_lane(shape: Topology):
    placement = placed(shape)
    assert len(set(placement.cells)) == len(shape.vertices)
    assert list(placement.lane_of) == sorted(placement.lane_of)
    for vertex, (row, column) in zip(shape.vertices, placement.cells, strict=True):
        assert placement.lane_of[column] == vertex.lane
        assert 0 <= row < placement.rows


@pytest.mark.parametrize("shape", ALL)
def test_ways_pass_no_occupied_cell(shape: Topology):
    placement = placed(shape)
    for edge, way in zip(shape.edges, route(shape, back_edges(shape), placement), strict=True):
        foreign = {c for v, c in enumerate(placement.cells) if v not in (edge.source, edge.target)}
        for (ax, ay), (bx, by) in pairwise(way):
            spots = {(x, y) for x in range(min(ax, bx), max(ax, bx) + 1) for y in range(min(ay, by), max(ay, by) + 1)}
            assert not any((y // 2, x // 2) in foreign for x, y in spots if x % 2 and y % 2)


@pytest.mark.parametrize("shape", ALL)
def test_every_label_has_a_slot(shape: Topology):
    _, places = slots(shape, route(shape, back_edges(shape), placed(shape)))
    assert [slot.edge for slot in places] == [n for n, edge in enumerate(shape.edges) if edge.labelled]


@pytest.mark.parametrize("across", range(-6, 7, 2))
@pytest.mark.parametrize("down", range(-6, 7, 2))
def test_one_pattern_between_any_two_cells_passes_no_third(across: int, down: int):
    assert any(not pattern.cells for pattern in patterns(across, down))


def test_a_box_holds_its_words():
    for content in measure(read(CASES["long-words"])):
        assert content.width % 2 == content.height % 2 == 0
        assert len(content.name) <= 4


def test_an_arrangement_is_the_same_with_a_cache_and_without(tmp_path):
    shape = ALL[1]
    fresh = arrange(shape, None, PAGE)
    assert arrange(shape, tmp_path, PAGE) == fresh
    assert arrange(shape, tmp_path, PAGE) == fresh, "now read from the file"


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"placement": 1}',
        '{"placement": {"cells": [], "rows": 0, "lane_of": []}, "ways": [], "back": []}',
    ],
)
def test_a_damaged_cache_file_counts_as_none(tmp_path, damage: str):
    shape = ALL[1]
    fresh = arrange(shape, tmp_path, PAGE)
    (file,) = tmp_path.iterdir()
    good = file.read_bytes()
    file.write_text(damage)
    assert arrange(shape, tmp_path, PAGE) == fresh
    assert file.read_bytes() == good, "and is written anew"


def test_words_are_no_part_of_a_topology():
    graph = read(CASES["online-query"])
    edited = replace(graph, title="?", nodes=tuple(replace(n, name="?", badges=("1 日",)) for n in graph.nodes))
    assert topology(edited) == topology(graph)
