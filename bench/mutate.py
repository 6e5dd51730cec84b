"""Mutation testing of the rules: damage the real data in every place, and see which rule answers, and where.

    python bench/mutate.py [--every N] [KIND …]

Each kind of damage is a function in `damage/` whose docstring says which rules must answer and when a mutant is
equivalent, and why. A mutant counts as told if one of those rules answers within two lines of the damage: of the line
that was changed or, where something was taken away, of the entry that now lacks it. A kind whose fault can only show
elsewhere (a duty that nobody covers any more stands in the law's file) says where.

Only the damaged file is read again, and of the rules only those that must answer are run.
"""

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from damage import KINDS, Document, Mutant
from laid import laid

from daoyin import check
from daoyin.load import Loaded, load

ROOT = Path(__file__).parents[1]
NEAR = 2


@dataclass
class Score:
    """What became of the mutants of one kind."""

    mutants: int = 0
    told: int = 0
    equivalent: Counter[str] = field(default_factory=Counter)
    missed: list[Mutant] = field(default_factory=list)


def real() -> Loaded:
    """The real data, with an overlay of a county laid over them: they hold none of their own."""
    return laid(load(ROOT), "overlay.appeal-in-a-county")[0]


def documents(loaded: Loaded) -> list[Document]:
    """Every file."""
    return [Document(path, loaded.text(path), loaded) for path in loaded.files]


def applies(kind: str, document: Document) -> bool:
    """Whether a kind is meant for a file: an overlay lacks most of what the kinds for whole procedures damage."""
    home = KINDS[kind].__module__.rpartition(".")[2]
    return not document.overlay or home in ("overlay", "shape")


def told(loaded: Loaded, mutant: Mutant) -> bool:
    """Whether a rule that must answer does so, near the damage."""
    changed = loaded.replaced(mutant.file, mutant.text)

    def right(path: str, line: int, rule: str) -> bool:
        return path == mutant.path and rule in mutant.rules and any(abs(line - near) <= NEAR for near in mutant.lines)

    if any(right(finding.path, finding.line, finding.rule) for finding in changed.findings):
        return True
    faults = [
        (fault, check.name(rule), "error")
        for rule in (*check.ERRORS, *check.WARNINGS)
        if check.name(rule) in mutant.rules
        for fault in rule(changed.catalogue)
        if fault.path == mutant.path
    ]
    return any(right(finding.path, finding.line, finding.rule) for finding in check.located(changed, faults))


def score(loaded: Loaded, files: Iterable[Document], kind: str, every: int = 1) -> Score:
    """Damage files in one way wherever it applies; with `every`, only in each nth of these places."""
    found = Score()
    places = (mutant for file in files if applies(kind, file) for mutant in KINDS[kind](file))
    for mutant in itertools.islice(places, 0, None, every):
        found.mutants += 1
        if mutant.equivalent:
            found.equivalent[mutant.equivalent] += 1
        elif told(loaded, mutant):
            found.told += 1
        else:
            found.missed.append(mutant)
    return found


def table(scores: dict[str, Score]) -> str:
    """One line a kind: mutants, equivalents, told, missed."""
    lines = [f"{'kind':<26}{'mutants':>9}{'equivalent':>12}{'told':>8}{'missed':>8}"]
    for kind, found in scores.items():
        same = found.equivalent.total()
        lines.append(f"{kind:<26}{found.mutants:>9}{same:>12}{found.told:>8}{len(found.missed):>8}")
    all_, same = sum(s.mutants for s in scores.values()), sum(s.equivalent.total() for s in scores.values())
    good = sum(s.told for s in scores.values())
    share = 100 * good / max(1, all_ - same)
    lines.append(f"{len(scores)} kinds: {all_} mutants, {same} equivalent, {good} told = {share:.2f} % of the others")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="only each nth place of each kind")
    parser.add_argument("--missed", type=int, default=3, help="how many of the missed of each kind to show")
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    options = parser.parse_args()
    loaded = real()
    assert check.check(loaded) == [], "the undamaged data must be clean"
    since = time.process_time()
    files = documents(loaded)
    scores = {kind: score(loaded, files, kind, options.every) for kind in options.kinds or KINDS}
    print(table(scores))
    for kind, found in scores.items():
        for reason, count in found.equivalent.items():
            print(f"equivalent: {kind}: {count}: {reason}")
        for mutant in found.missed[: options.missed]:
            print(f"missed: {kind}: {mutant.path}:{','.join(map(str, mutant.lines))}: {mutant.shown}")
    print(f"{time.process_time() - since:.0f} s of CPU")
    others = sum(s.mutants - s.equivalent.total() for s in scores.values())
    return 0 if sum(s.told for s in scores.values()) >= 0.99 * others else 1


if __name__ == "__main__":
    sys.exit(main())
