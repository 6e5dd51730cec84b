"""A process must run: from a start, through every node, to an end (soundness of workflow nets, van der Aalst 1998)."""

from collections.abc import Iterator

from daoyin.check.graph import closure, onward, sources, unjoined
from daoyin.check.walk import file
from daoyin.finding import At, Fault, Message
from daoyin.model import Catalogue, Node, Process


def no_start(catalogue: Catalogue) -> Iterator[Fault]:
    """每个流程至少有一个 start。

    Every process must have a start.
    """
    for path, process in _processes(catalogue):
        if not any(node.kind == "start" for node in process.nodes):
            message = Message(
                "流程没有起点；请把第一个节点写成 start", "the process has no start; make its first node one"
            )
            yield Fault(path, ("process", "nodes"), message)


def unreachable_node(catalogue: Catalogue) -> Iterator[Fault]:
    """每个节点都要能从某个 start 走到；随时可能发生的，写 anytime: true。

    Every node must be reachable from a start; what may happen at any moment says anytime: true.
    """
    for path, process in _processes(catalogue):
        starts = [node.id for node in process.nodes if node.kind == "start" or node.anytime]
        if not any(node.kind == "start" for node in process.nodes):
            continue  # told by no-start
        edges = onward(process)
        reached = closure(edges, starts)
        first = sources([node.id for node in process.nodes if node.id not in reached], edges)
        for node in process.nodes:
            if node.id in first:
                message = Message(
                    "从起点走不到“{name}”；请让前面某个节点的 next 指向 {id}",
                    "“{name}” cannot be reached from a start; let the next of an earlier node point to {id}",
                    name=node.name,
                    id=node.id,
                )
                yield Fault(path, _at(node), message)


def dead_end(catalogue: Catalogue) -> Iterator[Fault]:
    """从每个节点都要能走到一个 end，或者转到别的事项、别的救济途径：循环也要有出口。

    From every node an end, a hand-over or a remedy must be reachable: a loop too must have an exit.
    """
    for path, process in _processes(catalogue):
        backward: dict[str, list[str]] = {}
        ends = [node.id for node in process.nodes if node.kind == "end"]
        for flow in process.flows:
            if flow.target.kind == "node" and process.node(flow.target.id):
                backward.setdefault(flow.target.id, []).append(flow.source)
            else:  # a way to no node is told by unknown-node
                ends.append(flow.source)
        finishing = closure(backward, ends)
        lost = [n.id for n in reversed(process.nodes) if n.id not in finishing and not (n.anytime and not n.next)]
        last = sources(lost, backward)
        for node in process.nodes:
            if node.id in last:
                message = Message(
                    "从“{name}”走不到结束；请补上 next，或在后面写一个 end",
                    "no end can be reached from “{name}”; add next, or an end below",
                    name=node.name,
                )
                yield Fault(path, _at(node), message)


def end_goes_on(catalogue: Catalogue) -> Iterator[Fault]:
    """end 之后不再有 next。

    Nothing follows an end.
    """
    for path, process in _processes(catalogue):
        for node in process.nodes:
            if node.kind == "end" and node.next:
                message = Message(
                    "end 之后没有下一步；请删去 next，或把 end 改成 task",
                    "nothing follows an end; delete next, or make the end a task",
                )
                yield Fault(path, (*_at(node), "next"), message)


def gateway_branches(catalogue: Catalogue) -> Iterator[Fault]:
    """gateway 要有两个以上去向不同的答案；只有 gateway 可以分叉；join: all 只写在 gateway 上。

    A gateway must have two or more answers that lead to different places; only gateways branch or join.
    """
    for path, process in _processes(catalogue):
        meeting = unjoined(process)
        for node in process.nodes:
            for at, message in _unjoined(node) if node.id in meeting else _branching(node):
                yield Fault(path, (*_at(node), *at), message)


def _unjoined(node: Node) -> Iterator[tuple[At, Message]]:
    message = Message(
        "同时进行的几路在“{name}”会合，请写 join: all；要是在这里选择，就写两个以上的答案",
        "parallel branches meet at “{name}”: write join: all; if it asks a question, give it two answers at least",
        name=node.name,
    )
    yield ("next",) if node.next else (), message


def _branching(node: Node) -> Iterator[tuple[At, Message]]:
    at: At = ("next",) if node.next else ()
    goals = [str(branch.target) for branch in node.next]
    answers = ["".join(branch.answer.split()) for branch in node.next if branch.answer is not None]
    if node.kind != "gateway":
        if len(goals) > 1 or answers:
            yield (
                at,
                Message(
                    "只有 gateway 可以分叉；请在这里加一个 gateway，问出选哪一边",
                    "only a gateway may branch; put one here that asks which way",
                ),
            )
        if node.join:
            yield ("join",), Message("join 只写在 gateway 上", "only a gateway may join")
    elif len(goals) < 2 and not node.join:
        yield (
            at,
            Message(
                "“{name}”只有 {count} 个去向；gateway 至少要有两个答案",
                "“{name}” leads {count} way; a gateway must have two answers at least",
                name=node.name,
                count=len(goals),
            ),
        )
    elif node.parallel and node.name.endswith(("？", "?")):
        yield (
            at,
            Message(
                "“{name}”是一个问题，next 要写“{{答案: 去向}}”；写成列表，就是几路同时走",
                "“{name}” is a question, and its next must be “{{answer: goal}}”: a list means all ways at once",
                name=node.name,
            ),
        )
    elif len(set(goals)) < len(goals):
        yield (
            at,
            Message(
                "“{name}”的两个答案通向同一处；请合并，或改正其中一个",
                "two answers of “{name}” lead to the same place; join them, or mend one",
                name=node.name,
            ),
        )
    elif len(set(answers)) < len(answers) or "" in answers:
        yield (
            at,
            Message(
                "“{name}”的答案要各不相同，也不能空着",
                "the answers of “{name}” must differ, and say something",
                name=node.name,
            ),
        )


def unused_lane(catalogue: Catalogue) -> Iterator[Fault]:
    """lanes 里列出的角色，都要有节点，并且只列一次。

    Every role in lanes must have a node, and stand there once.
    """
    for path, process in _processes(catalogue):
        used = {node.lane for node in process.nodes}
        for number, lane in enumerate(process.lanes):
            if (lane not in used and lane in catalogue.role) or lane in process.lanes[:number]:
                message = Message(
                    "泳道“{lane}”里没有节点，或者列了两次；请删去，或把节点放进去",
                    "lane “{lane}” has no node, or stands here twice; delete it, or put a node into it",
                    lane=lane,
                )
                yield Fault(path, ("process", "lanes", number), message)


def _processes(catalogue: Catalogue) -> Iterator[tuple[str, Process]]:
    for procedure in catalogue.procedures:
        yield file(procedure), procedure.process


def _at(node: Node) -> At:
    return ("process", "nodes", node.id)
