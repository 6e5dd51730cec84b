"""Every graph that the model admits becomes a valid drawing."""

import os

import pytest
from hypothesis import HealthCheck, given, settings

from daoyin.diagram import draw
from daoyin.diagram.graph import Graph
from daoyin.diagram.metrics import violations

from .graphs import graphs

MANY = int(os.environ.get("DAOYIN_EXAMPLES", "2000"))
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


@settings(max_examples=25, derandomize=True, **QUIET)
@given(graphs(most=24))
def test_a_generated_process_keeps_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []


@settings(max_examples=6, derandomize=True, **QUIET)
@given(graphs(least=25, most=80))
def test_a_large_generated_process_keeps_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []


@pytest.mark.slow
@settings(max_examples=MANY, **QUIET)
@given(graphs())
def test_thousands_of_generated_processes_keep_every_hard_rule(graph: Graph):
    assert violations(draw(graph)) == []
