"""Graphs for tests: every shape that the model admits, as Hypothesis draws them; and the YAML of cases."""

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from daoyin.diagram.graph import Flow, Graph, Lane, Node

NAMES = (
    "申请",
    "登记并录入信访信息系统",
    "属于本机关职权？",
    "出具信访处理意见书并送达信访人",
    "Submit by letter, visit, phone or online",
    "",
    "办结",
    "（《信访工作条例》第三十四条），告知",
    "审查A类material后3个工作日内转送有权处理的机关、单位并抄告下一级信访部门，说明理由并听取意见" * 2,
)
LABELS = ("是", "否", "", "申诉求决", "不服处理意见且在期限内", "超过六十日仍未作出处理决定又未说明任何理由的")
BADGES = ((), (), ("60 日",), ("15 日", "可延长 30 个工作日（经本机关负责人批准）"))
DOCUMENTS = ((), (), ("受理告知书",), ("处理意见书", "送达回证及信访事项办理情况一览表"))


def read(path: Path) -> Graph:
    """The graph of a case: `lanes: {id: name}`, `nodes: {id: {kind: name, lane: …}}`, `flows: [[from, to, label]]`."""
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    nodes = []
    for number, (identity, node) in enumerate(written["nodes"].items(), start=1):
        kind = next(k for k in ("start", "task", "gateway", "event", "end", "handover") if k in node)
        nodes.append(
            Node(
                identity,
                kind,
                node["lane"],
                node[kind] or "",
                0 if kind == "handover" else number,
                tuple(node.get("badges", ())),
                tuple(node.get("documents", ())),
                node.get("parallel", False),
                f"#{identity}",
            )
        )
    flows = [
        Flow(flow[0], flow[1], flow[2] if len(flow) > 2 else "", "missed" if len(flow) > 3 else "sequence")
        for flow in written["flows"]
    ]
    lanes = tuple(Lane(identity, name) for identity, name in written["lanes"].items())
    return Graph(written["title"], written.get("description", ""), lanes, tuple(nodes), tuple(flows))


@st.composite
def graphs(draw: st.DrawFn, least: int = 5, most: int = 80) -> Graph:
    """A process as an editor could write it, and some that none would: dense, looping, with twins and islands."""
    count = draw(st.integers(least, most))
    lanes = draw(st.integers(1, min(8, count)))
    wild = draw(st.sampled_from((0, 0, 0, 1, 2)))  # how much of it makes no sense
    lane_of = [draw(st.integers(0, lanes - 1)) for _ in range(count)]
    flows: list[Flow] = []
    kinds: list[str] = []
    number = 0
    while number < count:
        kind = (
            "start"
            if number == 0
            else draw(st.sampled_from(("task",) * 5 + ("gateway",) * 3 + ("event", "end", "handover")))
        )
        kinds.append(kind)
        onward = range(number + 1, count)
        if kind in ("end", "handover") or not onward:
            if draw(st.integers(0, 3)) and onward and number:
                flows.append(Flow(f"n{draw(st.integers(0, number - 1))}", f"n{number + 1}", "另行"))
        elif kind == "gateway":
            branches = draw(st.integers(2, 8 if wild else 4))
            goals = [number + 1]
            for _ in range(branches - 1):
                far = min(count - 1, number + draw(st.sampled_from((2, 2, 3, 4, 6, 9))))
                back = draw(st.integers(0, 9)) == 0
                goals.append(draw(st.integers(0, number)) if back else far)
            flows.extend(Flow(f"n{number}", f"n{goal}", draw(st.sampled_from(LABELS))) for goal in goals)
        elif draw(st.integers(0, 14)) or not wild:
            flows.append(Flow(f"n{number}", f"n{number + 1}"))
        number += 1
    for _ in range(draw(st.integers(0, count)) if wild == 2 else draw(st.integers(0, 2)) if wild else 0):
        one, other = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
        kind_of = draw(st.sampled_from(("sequence", "sequence", "missed")))
        flows.append(Flow(f"n{one}", f"n{other}", draw(st.sampled_from(LABELS)), kind_of))
    worded = draw(st.booleans())
    nodes = tuple(
        Node(
            f"n{n}",
            kind,  # type: ignore[arg-type]
            f"l{lane_of[n]}",
            draw(st.sampled_from(NAMES)) if worded else f"第{n}步",
            n + 1,
            draw(st.sampled_from(BADGES)) if worded and kind == "task" else (),
            draw(st.sampled_from(DOCUMENTS)) if worded and kind != "gateway" else (),
            parallel=kind == "gateway" and draw(st.booleans()),
            href=f"#n{n}",
        )
        for n, kind in enumerate(kinds)
    )
    names = tuple(
        Lane(f"l{n}", ("信访人", "有权处理机关、单位", "Letters and calls office", "x")[n % 4]) for n in range(lanes)
    )
    return Graph("一个程序", "", names, nodes, tuple(flows))
