"""A process must run: from a start, through every node, to an end (soundness of workflow nets, van der Aalst 1998)."""

from collections.abc import Iterator

from daoyin.finding import Fault
from daoyin.model import Catalogue, Process


def no_start(catalogue: Catalogue) -> Iterator[Fault]:
    """每个流程至少有一个 start。"""
    for path, process in _processes(catalogue):
        if not any(node.kind == "start" for node in process.nodes):
            yield Fault(path, ("process", "nodes"), "流程没有起点；请把第一个节点写成 start")


def unreachable_node(catalogue: Catalogue) -> Iterator[Fault]:
    """每个节点都要能从某个 start 走到；随时可能发生的，写 anytime: true。"""
    for path, process in _processes(catalogue):
        onward = _onward(process)
        starts = [node.id for node in process.nodes if node.kind == "start" or node.anytime]
        reached = _closure(onward, starts)
        for node in process.nodes:
            if starts and node.id not in reached:
                yield Fault(
                    path,
                    ("process", "nodes", node.id),
                    f"从起点走不到“{node.name}”；请让前面某个节点的 next 指向 {node.id}",
                )


def dead_end(catalogue: Catalogue) -> Iterator[Fault]:
    """从每个节点都要能走到一个 end，或者转到别的事项、别的救济途径。"""
    for path, process in _processes(catalogue):
        backward: dict[str, list[str]] = {}
        ends = [node.id for node in process.nodes if node.kind == "end"]
        for flow in process.flows:
            if flow.target.kind == "node":
                backward.setdefault(flow.target.id, []).append(flow.source)
            else:
                ends.append(flow.source)
        finishing = _closure(backward, ends)
        for node in process.nodes:
            if node.id not in finishing and not (node.anytime and not node.next):
                yield Fault(
                    path, ("process", "nodes", node.id), f"从“{node.name}”走不到结束；请补上 next，或在后面写一个 end"
                )


def end_goes_on(catalogue: Catalogue) -> Iterator[Fault]:
    """end 之后不再有 next。"""
    for path, process in _processes(catalogue):
        for node in process.nodes:
            if node.kind == "end" and node.next:
                yield Fault(
                    path, ("process", "nodes", node.id, "next"), "end 之后没有下一步；请删去 next，或把 end 改成 task"
                )


def gateway_branches(catalogue: Catalogue) -> Iterator[Fault]:
    """gateway 要有两个以上去向不同的答案；只有 gateway 可以分叉；join: all 只写在 gateway 上。"""
    for path, process in _processes(catalogue):
        for node in process.nodes:
            at = ("process", "nodes", node.id, *(["next"] if node.next else []))
            goals = [str(branch.target) for branch in node.next]
            if node.kind != "gateway":
                if len(goals) > 1 or any(branch.answer for branch in node.next):
                    yield Fault(path, at, "只有 gateway 可以分叉；请在这里加一个 gateway，问出选哪一边")
                if node.join:
                    yield Fault(path, ("process", "nodes", node.id, "join"), "join 只写在 gateway 上")
            elif len(goals) < 2 and not node.join:
                yield Fault(path, at, f"“{node.name}”只有 {len(goals)} 个去向；gateway 至少要有两个答案")
            elif len(set(goals)) < len(goals):
                yield Fault(path, at, f"“{node.name}”的两个答案通向同一处；请合并，或改正其中一个")


def unused_lane(catalogue: Catalogue) -> Iterator[Fault]:
    """lanes 里列出的角色，都要有节点。"""
    for path, process in _processes(catalogue):
        used = {node.lane for node in process.nodes}
        for number, lane in enumerate(process.lanes):
            if lane not in used:
                yield Fault(path, ("process", "lanes", number), f"泳道“{lane}”里没有节点；请删去，或把节点放进去")


def _processes(catalogue: Catalogue) -> Iterator[tuple[str, Process]]:
    for procedure in catalogue.procedures:
        yield f"procedures/{procedure.id}.yaml", procedure.process


def _onward(process: Process) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = {}
    for flow in process.flows:
        if flow.target.kind == "node":
            onward.setdefault(flow.source, []).append(flow.target.id)
    return onward


def _closure(edges: dict[str, list[str]], seeds: list[str]) -> set[str]:
    """Everything that the edges lead to from the seeds, the seeds included."""
    reached, waiting = set(seeds), list(seeds)
    while waiting:
        for goal in edges.get(waiting.pop(), ()):
            if goal not in reached:
                reached.add(goal)
                waiting.append(goal)
    return reached
