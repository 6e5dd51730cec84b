"""Reading: what YAML may say, and what becomes of what it may not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daoyin.load import load, tree
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
    (starter / "procedures" / "cn" / "handling" / "large.yaml").write_text("a: " + "x" * tree.LARGEST, "utf-8")
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
    from daoyin.check import check

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
