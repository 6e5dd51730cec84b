"""Processes as offices write them: steps in a row, questions whose branches end or meet again, some that go back."""

from random import Random

from daoyin.diagram.graph import Flow, Graph, Lane, Node, NodeKind

STEPS = (
    "登记并录入信访信息系统",
    "出具处理意见书",
    "书面告知受理",
    "听取陈述，调查核实",
    "转送有权处理机关",
    "举行听证",
    "申请复查",
    "补正材料",
)
LANES = ("信访人", "信访部门", "有权处理机关", "复查机关", "复核机关")


def process(seed: int, least: int = 8, most: int = 40) -> Graph:
    """A block-structured process; the same one for the same seed."""
    return _Writer(Random(seed), least, most).graph()


class _Writer:
    def __init__(self, chance: Random, least: int, most: int) -> None:
        self.chance, self.size, self.lanes = chance, chance.randint(least, most), chance.randint(2, 5)
        self.nodes: list[Node] = []
        self.flows: list[Flow] = []
        self.lane = 0

    def graph(self) -> Graph:
        loose = self.block([(self.node("start", "提出"), "")], self.size, 0)
        if loose:
            self.join(loose, self.node("end", "办结"))
        lanes = tuple(Lane(f"l{n}", LANES[n]) for n in range(self.lanes))
        return Graph("一个程序", "", lanes, tuple(self.nodes), tuple(self.flows))

    def node(self, kind: NodeKind, name: str) -> str:
        if self.chance.random() < 0.35:
            self.lane = self.chance.randrange(self.lanes)
        number = len(self.nodes)
        badges = (f"{self.chance.choice((5, 15, 30, 60))} 日",) if kind == "task" and self.chance.random() < 0.3 else ()
        documents = ("意见书",) if kind == "task" and self.chance.random() < 0.15 else ()
        self.nodes.append(
            Node(f"n{number}", kind, f"l{self.lane}", name, number + 1, badges, documents, href=f"#n{number}")
        )
        return f"n{number}"

    def join(self, loose: list[tuple[str, str]], target: str) -> None:
        self.flows.extend(Flow(source, target, label) for source, label in loose)

    def block(self, loose: list[tuple[str, str]], budget: int, depth: int) -> list[tuple[str, str]]:
        """Steps that follow the loose ends; return the ends that are loose then."""
        until = len(self.nodes) + budget
        while len(self.nodes) < until and loose:
            dice = self.chance.random()
            if dice < 0.55 or depth > 2 or until - len(self.nodes) < 4:
                step = self.node("task", self.chance.choice(STEPS))
                self.join(loose, step)
                loose = [(step, "")]
            elif dice < 0.92:
                loose = self.question(loose, until - len(self.nodes), depth)
            else:
                step = self.node("task", self.chance.choice(STEPS))
                self.join(loose, step)
                check = self.node("gateway", "是否合格？")
                self.flows += [Flow(step, check), Flow(check, step, "不合格")]
                loose = [(check, "合格")]
        return loose

    def question(self, loose: list[tuple[str, str]], budget: int, depth: int) -> list[tuple[str, str]]:
        gateway = self.node("gateway", "是否属于本机关职权？")
        self.join(loose, gateway)
        answers = self.chance.choice(
            (("是", "否"), ("是", "否"), ("申诉求决", "检举控告", "建议意见"), ("甲", "乙", "丙", "丁"))
        )
        ends = []
        for number, answer in enumerate(answers):
            length = max(0, min(budget, self.chance.randint(0 if number else 1, 4)))
            open_ends = self.block([(gateway, answer)], length, depth + 1)
            budget -= length
            if open_ends and number and self.chance.random() < 0.45:
                self.join(open_ends, self.node("end", "办结"))
                open_ends = []
            ends += open_ends
        return ends
