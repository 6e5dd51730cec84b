"""The cases on disk: `tests/cases/chart.<behaviour>/graph.yaml` and the picture that is expected of each."""

from pathlib import Path

CASES = {
    path.parent.name.removeprefix("chart."): path
    for path in sorted(Path(__file__).parents[1].glob("cases/chart.*/graph.yaml"))
}
BASELINE = Path(__file__).with_name("baseline.json")
