"""Every broken document in `failures/` is told all its faults, in the words of the golden beside it.

A file there starts with `# file: where it would lie`, then the broken document, then `---` and its findings. It is laid
over the starter site, so only what it breaks is broken. `\\t` in the document stands for a tab, which editors eat.
"""

from datetime import date
from pathlib import Path

import pytest

from daoyin.check import DATED, ERRORS, WARNINGS, check, name, says
from daoyin.load import load

FAILURES = sorted((Path(__file__).parent / "failures").glob("*.yaml"))


def parts(file: Path) -> tuple[str, str, str]:
    text = file.read_text("utf-8")
    head, _, rest = text.partition("\n")
    document, _, findings = rest.partition("\n---\n")
    return head.removeprefix("# file: ").strip(), document.replace("\\t", "\t") + "\n", findings


@pytest.mark.parametrize("file", FAILURES, ids=lambda file: file.stem)
def test_a_broken_document_is_told_all_its_faults(file: Path, starter: Path, update_golden: bool) -> None:
    path, document, expected = parts(file)
    (starter / path).parent.mkdir(parents=True, exist_ok=True)
    (starter / path).write_text(document, "utf-8")
    told = "\n".join(str(finding) for finding in check(load(starter))) + "\n"
    if update_golden:
        file.write_text(
            f"# file: {path}\n{document.rstrip(chr(10)).replace(chr(9), chr(92) + 't')}\n---\n{told}", "utf-8"
        )
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
    (starter / "mkdocs.yml").write_text("extra:\n  max_age_days: 30\n", "utf-8")
    told = check(load(starter), date(2026, 12, 24))
    assert {(finding.rule, finding.level) for finding in told} == {("stale", "warning")}
    assert "32 天" in told[0].message
    assert [finding.rule for finding in check(load(starter), date(2026, 11, 1))][:1] == ["stale"]


def test_every_finding_speaks_english_too(starter: Path) -> None:
    for file in FAILURES:
        path, document, _ = parts(file)
        before = (starter / path).read_text("utf-8") if (starter / path).exists() else None
        (starter / path).parent.mkdir(parents=True, exist_ok=True)
        (starter / path).write_text(document, "utf-8")
        for finding in check(load(starter)):
            assert finding.english, finding
            assert finding.english != finding.message, finding
        if before is None:
            (starter / path).unlink()
        else:
            (starter / path).write_text(before, "utf-8")
