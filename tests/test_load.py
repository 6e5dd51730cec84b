"""Reading: what YAML may say, and what becomes of what it may not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daoyin.check import check
from daoyin.load import load, text, tree
from daoyin.model import LawReference, Period


def read(text: str) -> tree.Tree:
    found = tree.Tree("a.yaml")
    tree.parse(text, found)
    return found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12:30", "12:30"),
        ("01234", "01234"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("1.10", "1.10"),
        ("2026-11-22", "2026-11-22"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("60", 60),
        ("'60'", "60"),
        ("true", True),
        ("'true'", "true"),
        ("True", "True"),
        ("~", None),
        ("", None),
    ],
)
def test_a_scalar_is_what_an_editor_meant(written: str, value: object) -> None:
    assert read(f"a: {written}\n").value == {"a": value}


@pytest.mark.parametrize("written", ["甲，\n  乙", ">\n  甲，\n  乙\n", '"甲，\n  乙"'])
def test_a_wrapped_chinese_text_gets_no_space(written: str) -> None:
    assert str(read(f"a: {written}\n").value["a"]).strip() == "甲，乙"
    assert read("a: one\n  two 三\n").value == {"a": "one two 三"}


def test_an_item_that_is_indented_too_far_is_not_taken_into_the_one_above() -> None:
    found = read("a:\n  - 甲\n    - 乙\n").findings
    assert [(one.line, one.rule) for one in found] == [(2, "yaml-syntax")]


def test_findings_name_the_line_of_the_second_key() -> None:
    assert [(f.line, f.rule) for f in read("a: 1\nb: 2\na: 3\n").findings] == [(3, "repeated-key")]


def test_an_alias_bomb_is_refused_and_not_expanded() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    found = read(bomb)
    assert {finding.rule for finding in found.findings} == {"yaml-alias"}


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 5000, "a: " + "{" * 5000, "- " * 5000 + "x", "\n".join(" " * n + "a:" for n in range(2000))]
)
def test_deep_nesting_is_a_finding_and_not_a_crash(text: str) -> None:
    assert [finding.rule for finding in read(text).findings] == ["yaml-depth"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused_without_a_traceback(text: str) -> None:
    found = read(text)
    assert found.findings or found.value is not None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_procedure_give_findings(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "procedures" / "cn" / "handling" / "x.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        loaded = load(Path(folder))
        assert loaded.findings
        assert all(finding.path == "procedures/cn/handling/x.yaml" for finding in loaded.findings)


def test_a_file_too_large_is_refused_unread(starter: Path) -> None:
    (starter / "procedures" / "cn" / "handling" / "large.yaml").write_text("a: " + "x" * text.LARGEST, "utf-8")
    assert [finding.rule for finding in load(starter).findings] == ["file-size"]


def test_a_link_out_of_the_tree_is_not_followed(starter: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("name: 外面\n", "utf-8")
    (starter / "procedures" / "cn" / "handling" / "link.yaml").symlink_to(outside)
    assert [finding.rule for finding in load(starter).findings] == ["link-out"]


def test_bytes_that_are_no_text_are_a_finding(starter: Path) -> None:
    (starter / "procedures" / "cn" / "handling" / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    assert [finding.rule for finding in load(starter).findings] == ["encoding"]


def test_one_broken_file_does_not_blame_those_that_refer_to_it(starter: Path) -> None:
    (starter / "procedures" / "roles.yaml").write_text("applicant: [\n", "utf-8")
    assert {finding.path for finding in check(load(starter))} == {"procedures/roles.yaml"}


def test_all_faults_of_all_files_are_told_at_once(starter: Path) -> None:
    for name in ("one", "two"):
        (starter / "procedures" / "cn" / "handling" / f"{name}.yaml").write_text("name: x\nnam: y\n", "utf-8")
    found = load(starter).findings
    assert {finding.path[-8:] for finding in found} == {"one.yaml", "two.yaml"}
    assert found == sorted(found)


def test_loading_twice_gives_equal_catalogues(starter: Path) -> None:
    once, twice = load(starter).catalogue, load(starter).catalogue
    assert once.procedures == twice.procedures
    assert once.laws == twice.laws
    assert hash(once.procedures[0]) == hash(twice.procedures[0])


@pytest.mark.parametrize("text", ["60 days", "5 workdays", "6 months", "24 hours", "2 years"])
def test_a_period_reads_as_it_is_written(text: str) -> None:
    count, unit = text.split()
    assert Period.parse(text) == Period(int(count), unit)  # type: ignore[arg-type]


def test_days_and_working_days_are_never_equal() -> None:
    assert Period.parse("5 days") != Period.parse("5 workdays")


def test_a_reference_says_article_paragraph_and_item() -> None:
    found = LawReference.parse("xfgztl-2022#31.1.6")
    assert (found.law, found.article, found.paragraph, found.item) == ("xfgztl-2022", 31, 1, 6)
    assert found.within(LawReference.parse("xfgztl-2022#31"))
    assert not found.within(LawReference.parse("xfgztl-2022#3"))
    assert not LawReference.parse("xfgztl-2022#31").within(found)


PROCEDURE = "procedures/cn/handling/information-request.yaml"


@pytest.mark.parametrize(
    ("old", "new", "line", "rule", "word"),
    [
        ("      task: 提出申请", "\u3000\u3000\u3000task: 提出申请", 44, "yaml-syntax", "全角空格"),
        ("      task: 提出申请", "\u00a0" * 6 + "task: 提出申请", 44, "yaml-syntax", "全角空格"),
        ("    submit:\n", "\t# 说明\n    submit:\n", 43, "yaml-syntax", "Tab"),
        ("summary: ", "<<<<<<< HEAD\nsummary: ", 3, "merge-conflict", "没有合并完"),
        ("清楚: reply, 不", "清楚: reply，不", 57, "yaml-syntax", "英文逗号"),
        ("summary: ", "summary：", 3, "yaml-syntax", "中文冒号"),
        ("summary: ", "summary:", 3, "yaml-syntax", "不要漏掉空格"),
        ("summary: ", "summary:\u3000", 3, "yaml-syntax", "全角空格"),
        ("summary: ", "summary: \x07", 3, "yaml-syntax", "控制字符"),
        ("summary: ", "summary: *", 3, "yaml-syntax", "英文引号"),
        ("summary: ", "summary: - ", 3, "yaml-syntax", "英文引号"),
        ("summary: ", "summary: &", 3, "yaml-syntax", "英文引号"),
        ("summary: ", "sumary: ", 3, "unknown-key", "是不是“summary”？"),
        ("checked: 2026-11-22", "checked: 2026.11.22", 4, "wrong-date", "是不是“2026-11-22”？"),
        ("checked: 2026-11-22", "checked: 2026-02-30", 4, "wrong-date", "没有这一天"),
        ("law: zfxx-2019#33.2\n    prefer", "law: zfxx-2019 #33.2\n    prefer", 31, "law-reference", "注释"),
        ("law: zfxx-2019#33.2\n    prefer", "law: zfxx-2019#33.9\n    prefer", 31, "unknown-law", "33.9"),
        ("within: 20 workdays", "within: 20 个工作日", 28, "period", "是不是“20 workdays”？"),
        ("within: 20 workdays", "within: ２０ 天", 28, "period", "是不是“20 days”？"),
        ("next: submit", "next: sumbit", 77, "unknown-node", "是不是“submit”？"),
        ("remedies: [complaint-above]", "remedies: [complaint_above]", 15, "wrong-type", "小写英文字母"),
    ],
)
def test_a_slip_of_the_hand_is_one_finding_on_its_line(
    old: str, new: str, line: int, rule: str, word: str, starter: Path
) -> None:
    text = (starter / PROCEDURE).read_text("utf-8")
    assert old in text
    (starter / PROCEDURE).write_text(text.replace(old, new, 1), "utf-8")
    [finding] = check(load(starter))
    assert (finding.line, finding.rule) == (line, rule)
    assert word in finding.message


@pytest.mark.parametrize(
    ("there", "word"),
    [
        ("procedures/cn/information-request.yaml", "地方/部分/事项.yaml"),
        ("procedures/information-request.yaml", "登记册"),
        ("procedures/cn/handling/information-request.yml", "information-request.yaml"),
    ],
)
def test_a_file_in_the_wrong_place_is_one_finding_and_blames_none_that_name_it(
    there: str, word: str, starter: Path
) -> None:
    (starter / PROCEDURE).rename(starter / there)
    [finding] = check(load(starter))
    assert (finding.path, finding.rule) == (there, "file-place")
    assert word in finding.message


@pytest.mark.parametrize(
    ("named", "otherwise", "rule"),
    [
        ("procedures/cn/handling/information-request.yaml", "Information_Request.yaml", "wrong-name"),
        ("procedures/laws/zfxx-2019.yaml", "ZFXX-2019.yaml", "wrong-id"),
        ("procedures/roles.yaml", "Roles.yaml", "file-place"),
        ("procedures/cn/index.yaml", "Index.yaml", "file-place"),
        ("procedures/cn/handling", "Handling", "file-place"),
        ("procedures/cn", "CN", "wrong-name"),
    ],
)
def test_a_capital_in_a_name_is_one_finding_and_blames_none_that_name_it(
    named: str, otherwise: str, rule: str, starter: Path
) -> None:
    (starter / named).rename((starter / named).with_name(otherwise))
    [finding] = check(load(starter))
    assert f"/{otherwise}" in finding.path
    assert finding.rule == rule


def test_a_folder_without_a_place_is_one_finding_with_the_file_that_it_lacks(starter: Path) -> None:
    (starter / "procedures/cn/index.yaml").unlink()
    [finding] = check(load(starter))
    assert finding.rule == "place-missing"
    assert "procedures/cn/index.yaml" in finding.message


@pytest.mark.parametrize("text", ["", "# 待写\n"])
def test_an_empty_file_is_one_finding(text: str, starter: Path) -> None:
    (starter / PROCEDURE).write_text(text, "utf-8")
    assert [finding.rule for finding in check(load(starter))] == ["empty"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_marks_of_other_systems_are_read(ending: str, starter: Path) -> None:
    text = (starter / PROCEDURE).read_text("utf-8").replace("\n", ending)
    (starter / PROCEDURE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert check(load(starter)) == []
