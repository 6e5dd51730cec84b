"""Every case is drawn validly, as its committed picture shows, and no less polished than the baseline.

`--update-golden` writes new pictures and a new baseline; look at them (`bench/inspector.py`) before they are committed.
"""

import json
from dataclasses import asdict

import pytest

from daoyin.diagram.contract import violations
from daoyin.diagram.metrics import measured
from daoyin.render.chart_text import chart_text

from .cases import BASELINE, CASES, drawn


@pytest.mark.parametrize("case", CASES)
def test_a_case_keeps_every_hard_rule(case: str):
    assert violations(drawn(case)) == []


@pytest.mark.parametrize("case", CASES)
def test_a_case_looks_as_its_picture(case: str, update_golden: bool):
    picture = CASES[case].with_name("chart.txt")
    if update_golden:
        picture.write_text(chart_text(drawn(case)), encoding="utf-8")
    assert chart_text(drawn(case)) == picture.read_text(encoding="utf-8")


@pytest.mark.parametrize("measure", ["upwards", "crossings", "bends", "length", "width", "height"])
@pytest.mark.parametrize("case", CASES)
def test_a_case_is_no_less_polished_than_the_baseline(case: str, measure: str, update_golden: bool):
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if update_golden:
        baseline[case] = asdict(measured(drawn(case)))
        BASELINE.write_text(json.dumps(baseline, indent=1, sort_keys=True) + "\n")
    # A tenth of length or size may be paid for fewer crossings or bends; those two never get worse.
    allowed = baseline[case][measure] * (1.1 if measure in ("length", "width", "height") else 1)
    assert getattr(measured(drawn(case)), measure) <= allowed


def test_the_main_chart_is_better_than_the_trial():
    main = measured(drawn("petition-main"))
    assert main.crossings == 0
    assert main.bends <= 15
    assert main.width <= 1190
    assert main.height <= 1450


def test_the_real_procedures_bend_little():
    polish = [measured(drawn(case)) for case in CASES if case not in ("complete-bipartite", "twins-and-self-loops")]
    assert sum(m.bends for m in polish) / sum(m.flows for m in polish) <= 0.8
