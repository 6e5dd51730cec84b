"""Every broken document in `failures/` is told all its faults, in the words of the golden beside it.

A file there starts with `# file: where it would lie`, then the broken document, then `---` and its findings. It is laid
over the starter site, so only what it breaks is broken. Where a document needs another (a local law), that follows it
under a `# file:` of its own. `\\t` in a document stands for a tab, which editors eat.
"""

from datetime import date
from pathlib import Path

import pytest

from daoyin.check import DATED, ERRORS, WARNINGS, check, name, says
from daoyin.explain import documents
from daoyin.load import load

FAILURES = sorted((Path(__file__).parent / "failures").glob("*.yaml"))


def lay(starter: Path, text: str) -> None:
    """Write the documents of a failure into a site."""
    for path, document in documents(text).items():
        (starter / path).parent.mkdir(parents=True, exist_ok=True)
        (starter / path).write_text(document, "utf-8")


@pytest.mark.parametrize("file", FAILURES, ids=lambda file: file.stem)
def test_a_broken_document_is_told_all_its_faults(file: Path, starter: Path, update_golden: bool) -> None:
    text = file.read_text("utf-8")
    kept, _, expected = text.rpartition("\n---\n")
    lay(starter, text)
    told = "\n".join(str(finding) for finding in check(load(starter))) + "\n"
    if update_golden:
        file.write_text(f"{kept}\n---\n{told}", "utf-8")
    assert told == expected or update_golden
    rule = file.stem.split(".")[0]
    assert f": {rule}: " in told, f"{file.name} is named after a rule that it does not break"


def test_every_rule_has_a_broken_document() -> None:
    shown = {file.stem.split(".")[0] for file in FAILURES}
    rules = {name(rule) for rule in (*ERRORS, *WARNINGS)}
    assert rules <= shown, f"no failure shows {sorted(rules - shown)}"


def test_every_rule_is_told_in_its_docstring() -> None:
    told = {name(rule): says(rule) for rule in (*ERRORS, *WARNINGS, *DATED)}
    assert [rule for rule, message in told.items() if not message.endswith("。")] == []
    assert [rule for rule, message in told.items() if not message.english.endswith(".")] == []


def test_the_starter_site_has_no_finding(starter: Path) -> None:
    assert check(load(starter)) == []


def test_what_was_checked_long_ago_is_told_when_the_day_is_given(starter: Path) -> None:
    loaded = load(starter)
    assert check(loaded, date(2027, 11, 22)) == []
    settings = starter / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "  max_age_days: 30\n", "utf-8")
    told = check(load(starter), date(2026, 12, 24))
    assert {(finding.rule, finding.level) for finding in told} == {("stale", "warning")}
    assert "32 天" in told[0].message
    assert [finding.rule for finding in check(load(starter), date(2026, 11, 1))][:1] == ["stale"]


@pytest.mark.parametrize("file", FAILURES, ids=lambda file: file.stem)
def test_every_finding_speaks_english_too(file: Path, starter: Path) -> None:
    lay(starter, file.read_text("utf-8"))
    for finding in check(load(starter)):
        assert finding.english, finding
        assert finding.english != finding.message, finding
