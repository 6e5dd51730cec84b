"""Files made to keep the check busy are answered soon."""

import time

import pytest

from daoyin.check import check
from daoyin.load import Loaded

HANGS = 60
"""CPU seconds: no measure of speed. What is meant is a rule that would run for hours."""
HEAD = "name: x\nsummary: x\nchecked: 2026-11-22\nbasis: practice\nprocess:\n  nodes:\n    n0: {start: x, lane: r}\n"


def fork(number: int, count: int) -> str:
    return f"    n{number}: {{gateway: x, lane: r, next: [n{(number * 7 + 1) % count}, n{(number * 3 + 2) % count}]}}\n"


HOSTILE = {
    "forks": HEAD + "".join(fork(number, 199) for number in range(1, 199)),
    "nested forks": HEAD
    + "".join(f"    n{n}: {{gateway: x, lane: r, next: [n{n + 1}, n198]}}\n" for n in range(1, 197))
    + "    n197: {task: x, lane: r}\n    n198: {gateway: x, lane: r, join: all}\n",
    "too many nodes": HEAD + "".join(fork(number, 4000) for number in range(1, 4000)),
    "answers to nowhere": HEAD
    + "    n1: {gateway: x, lane: petitioner, next: {"
    + ", ".join(f"a{number}: nowhere-{number}" for number in range(8000))
    + "}}\n",
    "unknown roles": HEAD
    + f"    n1: {{end: x, lane: petitioner, informed: [{', '.join(f'role-{n}' for n in range(15000))}]}}\n",
    "unknown keys": HEAD + "".join(f"key-{number}: x\n" for number in range(12000)),
    "one long word": HEAD + f"    n1: {{end: x, lane: {'petitione' * 20000}}}\n",
    "one long text": HEAD + f"    n1: {{end: {'找王' * 60000}, lane: petitioner}}\n",
    "digits": HEAD + f"    n1: {{end: x{'1' * 200000}, lane: petitioner}}\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_procedure_is_answered_soon(name: str, loaded: Loaded) -> None:
    since = time.process_time()
    findings = check(loaded.replaced("procedures/cn/handling/hostile.yaml", HOSTILE[name]))
    assert findings
    assert time.process_time() - since < HANGS


def test_roles_above_each_other_for_ever_are_answered_soon(loaded: Loaded) -> None:
    roles = "".join(f"r{n}: {{name: r{n}, says: x, above: r{n + 1}}}\n" for n in range(5000))
    since = time.process_time()
    assert check(loaded.replaced("procedures/roles.yaml", roles + "r5000: {name: x, says: x, above: r0}\n"))
    assert time.process_time() - since < HANGS
