"""Documents that nobody would write: any of them is read or refused with findings, in bounded time and memory.

    python bench/fuzz.py [--documents 100000] [--seed 1]

Three ways to make them: values of every shape put where the model wants others (Hypothesis), real files with bytes
changed, cut, doubled and swapped, and plain noise of the characters that YAML cares about. Each is laid over a site in
the place of a real file or of an overlay, and the whole site is checked: nine in ten over the small starter site, which
is quick and holds an overlay, one in ten over the real data, where more can be referred to. A traceback, a second of
time for one document, or memory that grows is a failure.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from daoyin import check
from daoyin.load import Loaded, load

sys.path.insert(0, str(Path(__file__).parent))

from laid import laid

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator" / "daoyin" / "starter"
SLOWEST = 1.0
"""Seconds of CPU for one document, the whole check included."""
LARGEST = 200 * 1024
"""Kilobytes that the process may grow by, however many documents it has seen."""
ROUND = 1_000
"""Documents by structure in one run of Hypothesis, which remembers all of a run: its memory is not what is measured."""

_YAML = "abc:：-–&*!|>'\"%@`{}[],#?~ \t\n\r\0\x07\u2028\ufeff十九日您0123456789./"
_WORDS = ["", "60 days", "xfgztl-2022#34", "procedure handling/review:request", "信访人", "all"]
_TEXTS = st.one_of(st.sampled_from(_WORDS), st.text(max_size=20))


def structures(real: list[Any], keys: list[str]) -> st.SearchStrategy[Any]:
    """Values of every shape: with real keys in wrong places, and real values below wrong keys."""
    names = st.one_of(st.sampled_from(keys), st.text(max_size=8))
    leaves = st.one_of(st.none(), st.booleans(), st.integers(), _TEXTS, st.sampled_from(real))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=5)),
        max_leaves=9,
    )


def parts(value: Any) -> Iterator[Any]:
    """Every value inside a value."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def damaged(text: str, dice: random.Random) -> str:
    """A text with one to four pieces cut, doubled, swapped, or noise put in."""
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((1, 2, 10, 200)))
        piece = text[start:end]
        noise = "".join(dice.choices(_YAML, k=dice.randint(1, 6)))
        there = dice.randrange(len(text) + 1)
        text = dice.choice(
            (
                text[:start] + text[end:],
                text[:start] + piece + piece + text[end:],
                text[:start] + noise + text[start:],
                text[:start] + noise + text[end:],
                text[:there] + piece + text[there:],
                text[:start],
            )
        )
    return text


def noise(dice: random.Random) -> str:
    """Characters that YAML cares about, some of them many times over."""
    words = ["".join(dice.choices(_YAML, k=dice.randint(1, 12))) * dice.choice((1, 1, 1, 50)) for _ in range(8)]
    return dice.choice(("", "name: 例\n", "process:\n  nodes:\n")) + dice.choice(("", " ", "\n", "\n  ")).join(words)


class Fuzz:
    """Lays documents over the real data, one at a time, and keeps count."""

    def __init__(self, real: Loaded, starter: Loaded) -> None:
        self.real = real
        self.starter, overlays = laid(starter, "overlay.a-county-answers-sooner")
        self.texts = {path: real.text(path) for path in real.files} | overlays
        self.paths = [*real.files, *list(overlays) * (len(real.files) // 20)]
        """Each real file once; overlays as often as if one in eight were one, for they are read in their own way."""
        self.count: Counter[str] = Counter()
        self.slowest = 0.0

    def look(self, path: str, text: str, way: str) -> None:
        """Check the data with that text in the place of a file: findings or none, but never a traceback."""
        site = self.starter if self.count.total() % 20 else self.real  # two counts a document
        since = time.process_time()
        findings = check.check(site.replaced(path, text))
        spent = time.process_time() - since
        self.slowest = max(self.slowest, spent)
        assert spent < SLOWEST, f"{spent:.1f} s for {path}: {text[:200]!r}"
        for finding in findings:
            assert finding.line >= 1 and finding.message, finding  # noqa: PT018
        self.count[way] += 1
        self.count["with findings" if findings else "without"] += 1

    def texts_damaged(self, count: int, dice: random.Random) -> None:
        """Real files with pieces cut, doubled and swapped."""
        for _ in range(count):
            path = dice.choice(self.paths)
            self.look(path, damaged(self.texts[path], dice), "damaged text")

    def noises(self, count: int, dice: random.Random) -> None:
        """Plain noise."""
        for _ in range(count):
            self.look(dice.choice(self.paths), noise(dice), "noise")

    def shapes(self, count: int, number: int) -> None:
        """Any value in the place of any part of a real file."""
        trees = {path: yaml.load(text, yaml.CBaseLoader) for path, text in self.texts.items()}
        real = [part for path in list(trees)[::9] for part in parts(trees[path])][::7]
        keys = sorted(
            {key for tree in trees.values() for part in parts(tree) if isinstance(part, dict) for key in part}
        )

        @seed(number)
        @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck),
                  phases=[Phase.generate])  # fmt: skip
        @given(st.sampled_from(self.paths), st.integers(0, 10_000), structures(real, keys))
        def put(path: str, place: int, value: Any) -> None:
            whole = yaml.load(self.texts[path], yaml.CBaseLoader)
            holders = [part for part in parts(whole) if isinstance(part, dict | list) and part]
            if holders:
                holder = holders[place % len(holders)]
                index = list(holder)[place % len(holder)] if isinstance(holder, dict) else place % len(holder)
                holder[index] = value
            self.look(path, yaml.dump(whole, Dumper=yaml.CDumper, allow_unicode=True, sort_keys=False), "structure")

        put()


def memory() -> int:
    """Kilobytes that the process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def run(fuzz: Fuzz, documents: int, number: int) -> None:
    """So many documents: a quarter by structure, half real texts damaged, a quarter noise."""
    dice = random.Random(number)
    fuzz.texts_damaged(documents // 2, dice)
    fuzz.noises(documents // 4, dice)
    shapes = max(1, documents - documents // 2 - documents // 4)
    for done in range(0, shapes, ROUND):
        fuzz.shapes(min(ROUND, shapes - done), number + done)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    fuzz = Fuzz(load(ROOT), load(STARTER))
    run(fuzz, min(2_000, options.documents), options.seed)  # what is remembered has been filled by then
    before, since = memory(), time.process_time()
    run(fuzz, max(0, options.documents - 2_000), options.seed + 1)
    grown = memory() - before
    print(", ".join(f"{name}: {count}" for name, count in fuzz.count.items()))
    print(f"slowest {fuzz.slowest:.2f} s, grown by {grown // 1024} MB, {time.process_time() - since:.0f} s of CPU")
    assert grown < LARGEST, "memory grows"
    return 0


if __name__ == "__main__":
    sys.exit(main())
