"""The cases on disk: `tests/cases/chart.<behaviour>/graph.yaml` and the picture that is expected of each."""

from functools import cache
from pathlib import Path

from daoyin.diagram import draw
from daoyin.diagram.geometry import Diagram

from .graphs import read

CASES = {
    path.parent.name.removeprefix("chart."): path
    for path in sorted(Path(__file__).parents[1].glob("cases/chart.*/graph.yaml"))
}
BASELINE = Path(__file__).with_name("baseline.json")


@cache
def drawn(case: str) -> Diagram:
    """The diagram of a case; drawn once for all tests."""
    return draw(read(CASES[case]))
