"""What the rules on parallel branches let pass really runs: held against a game of tokens on random processes."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from daoyin.check import check, flow, handover, parallel
from daoyin.load import Loaded
from daoyin.model import Catalogue, Procedure

NANSHA, ZHUJI = "procedures/cn/guangdong/guangzhou/nansha", "procedures/cn/zhejiang/shaoxing/zhuji"
JOINING = (
    f"{NANSHA}/prevention/one-net.yaml",
    f"{NANSHA}/handling/three-tasks.yaml",
    f"{ZHUJI}/prevention/three-ends.yaml",
)
"""Real procedures in which branches join."""

Marking = tuple[tuple[str, str], ...]
"""Where tokens are: on flows, as (source, target)."""


def procedure(nodes: dict[str, object]) -> Procedure:
    return Procedure.model_validate(
        {
            "id": "cn/handling/x",
            "name": "x",
            "summary": "x",
            "checked": "2026-11-22",
            "basis": "practice",
            "process": {"nodes": nodes},
        }
    )


BLOCKS = st.recursive(
    st.just("task"),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["row", "ask", "all", "loop", "apart"]), inner, inner),
    ),
    max_leaves=6,
)


class Built:
    """A process grown from nested blocks: what comes before is built after what it leads to."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, object]] = {}

    def add(self, kind: str, next_: object, **more: object) -> str:
        id = f"n{len(self.nodes)}"
        self.nodes[id] = {kind: id, "lane": "r", **({"next": next_} if next_ else {}), **more}
        return id

    def grow(self, block: object, after: str) -> str:
        """The first node of a block that goes on at `after`."""
        if not isinstance(block, tuple):
            return self.add("task", after)
        how, one, two = block
        if how == "row":
            return self.grow(one, self.grow(two, after))
        if how == "ask":
            return self.add("gateway", {"a": self.grow(one, after), "b": self.grow(two, after)})
        if how == "all":
            join = self.add("gateway", after, join="all")
            return self.add("gateway", [self.grow(one, join), self.grow(two, join)])
        if how == "apart":
            return self.add("gateway", [self.grow(one, after), self.grow(two, self.add("end", None))])
        again = self.add("gateway", {"on": after, "again": "later"})
        first = self.grow(one, again)
        self.nodes[again]["next"] = {"on": after, "again": self.grow(two, first)}
        return first


@st.composite
def processes(draw: st.DrawFn) -> Procedure:
    """Nested blocks, sound by themselves; now and then one or two links of them go elsewhere."""
    built = Built()
    first = built.grow(draw(BLOCKS), built.add("end", None))
    nodes = {"s": {"start": "s", "lane": "r", "next": first}, **built.nodes}
    ids = list(built.nodes)
    for _ in range(draw(st.integers(0, 2))):
        id, to = draw(st.sampled_from(["s", *ids])), draw(st.sampled_from(ids))
        ways = nodes[id].get("next")
        if isinstance(ways, dict):
            nodes[id]["next"] = {**ways, draw(st.sampled_from(list(ways))): to}
        elif isinstance(ways, list):
            nodes[id]["next"] = [to, *ways[1:]]
        elif ways:
            nodes[id]["next"] = to
    return procedure(dict(nodes))


def moves(found: Procedure, marking: Marking) -> Iterator[Marking]:
    """Every marking that one step leads to."""
    process = found.process
    for node in process.nodes:
        incoming = [(f.source, f.target.id) for f in process.flows if f.target.id == node.id]
        outgoing = [(f.source, f.target.id) for f in process.flows if f.source == node.id]
        here = [token for token in marking if token[1] == node.id]
        takes = [incoming] if node.join else [[token] for token in dict.fromkeys(here)]
        for taken in takes:
            if not here or any(token not in marking for token in taken):
                continue
            left = list(marking)
            for token in taken:
                left.remove(token)
            gives = [outgoing] if node.parallel or not outgoing else [[token] for token in outgoing]
            for given_ in gives:
                yield tuple(sorted([*left, *given_]))


def runs(found: Procedure) -> bool:
    """Whether no way of playing gets stuck with tokens left, or puts two tokens on one flow."""
    start: Marking = (("", "s"),)
    seen, waiting = {start}, [start]
    while waiting:
        marking = waiting.pop()
        if len(set(marking)) < len(marking):
            return False
        onward = list(moves(found, marking))
        if marking and not onward:
            return False
        for after in onward:
            if after not in seen:
                seen.add(after)
                waiting.append(after)
        if len(seen) > 3000:
            return False
    return True


def faults(found: Procedure) -> set[str]:
    catalogue = Catalogue(procedures=(found,))
    rules = (flow.unreachable_node, flow.dead_end, flow.gateway_branches, parallel.join_missing, parallel.join_waits)
    return {rule.__name__ for rule in rules if list(rule(catalogue))}


@settings(max_examples=600, deadline=None)
@given(processes())
def test_what_no_rule_blames_runs_to_its_ends(found: Procedure) -> None:
    assume(any(node.parallel for node in found.process.nodes))
    if not faults(found):
        assert runs(found)


def test_nested_forks_that_are_joined_in_turn_are_sound() -> None:
    g = {"lane": "r"}
    found = procedure(
        {
            "s": {"start": "s", **g},
            "f": {"gateway": "f", **g, "next": ["a", "g"]},
            "a": {"task": "a", **g, "next": "j"},
            "g": {"gateway": "g", **g, "next": ["b", "c"]},
            "b": {"task": "b", **g, "next": "k"},
            "c": {"gateway": "c?", **g, "next": {"是": "k", "不是": "d"}},
            "d": {"task": "d", **g, "next": "c"},
            "k": {"gateway": "k", **g, "join": "all", "next": "j"},
            "j": {"gateway": "j", **g, "join": "all"},
            "e": {"end": "e", **g},
        }
    )
    assert faults(found) == set()
    assert runs(found)


def test_the_law_s_own_round_trip_has_a_way_out(loaded: Loaded) -> None:
    """Arts. 22 → 23 ¶3 → 22: what is given back goes to the sender again, who may also keep it where it was."""
    path = "procedures/cn/acceptance/organ-acceptance.yaml"
    text = (loaded.root / path).read_text("utf-8")
    sent_back = "next: procedure acceptance/register-and-transfer:received\n      inputs: [objection-decision]"
    there = loaded.replaced(path, text.replace("inputs: [objection-decision]", sent_back, 1))
    assert list(handover.no_way_out(there.catalogue)) == []


@pytest.mark.parametrize("path", JOINING)
def test_a_forgotten_join_is_one_finding_where_it_belongs(path: str, loaded: Loaded) -> None:
    lines = loaded.text(path).splitlines()
    [written] = [number for number, line in enumerate(lines) if line.strip() == "join: all"]
    [found] = check(loaded.replaced(path, "\n".join(lines[:written] + lines[written + 1 :]) + "\n"))
    assert (found.path, found.rule) == (path, "gateway-branches")
    assert abs(found.line - written) <= 2
    assert "请写 join: all" in found.message


def test_a_choice_behind_a_join_that_lost_an_answer_is_no_forgotten_join() -> None:
    of = procedure(
        {
            "a": {"start": "a", "lane": "r"},
            "fork": {"gateway": "fork", "lane": "r", "next": ["one", "two"]},
            "one": {"task": "one", "lane": "r", "next": "both"},
            "two": {"task": "two", "lane": "r"},
            "both": {"gateway": "both", "lane": "r", "join": "all"},
            "ask": {"gateway": "ask", "lane": "r", "next": {"是": "done"}},
            "done": {"end": "done", "lane": "r"},
        }
    )
    assert flow.unjoined(of.process) == set()
    catalogue = Catalogue(procedures=(of,))
    assert list(parallel.join_missing(catalogue)) == list(parallel.join_waits(catalogue)) == []
