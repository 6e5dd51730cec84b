"""The project checks itself: what is generated is fresh, what is said is true."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, daoyin
from daoyin.schema import schemas

PACKAGE = ROOT / "generator" / "daoyin"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_committed_schema_is_the_model_s() -> None:
    folder = ROOT / "procedures" / "schema"
    assert {file.name: file.read_text("utf-8") for file in folder.glob("*.json")} == schemas()


@pytest.mark.parametrize(
    "file", sorted((ROOT / "procedures").rglob("*.yaml")), ids=lambda f: f.relative_to(ROOT).as_posix()
)
def test_every_fact_file_names_its_schema(file: Path) -> None:
    first = file.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert found, "the first line lets an editor's program complete and check"
    assert (file.parent / found[1]).resolve().is_file()


@pytest.mark.parametrize(
    "verb", ["check", "explain", "deadlines", "diff", "build", "serve", "pages", "chart", "schema", "new"]
)
def test_every_command_has_help_in_chinese(verb: str) -> None:
    told = daoyin(verb, "--help")
    assert told.returncode == 0
    assert verb in daoyin("--help").stdout
    assert re.search("[一-龥]", told.stdout)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["chekc"], "命令 没有“chekc”；是不是“check”？"),
        (["check", "--format", "jsn"], "--format 没有“jsn”；是不是“json”？"),
        (["check", "--format"], "--format 后面要写一个值"),
        (["check", "--today", "3.1"], "--today：“3.1”不是日期"),
        (["check", "--fast"], "不认识：--fast"),
        (["chart"], "还要写：事项"),
        (["check", "--strict=1"], "--strict 后面不写值"),
        (["poster", "--p", "a4"], "“--p”可以是"),
    ],
)
def test_a_wrong_call_is_told_in_chinese_with_what_was_meant(call: list[str], says: str) -> None:
    told = daoyin(*call)
    assert told.returncode == 2
    assert told.stderr.startswith(says)
    assert "用法：daoyin" in told.stderr


def test_only_the_plugin_imports_mkdocs() -> None:
    importing = [file.name for file in MODULES if re.search(r"^\s*(from|import) mkdocs", file.read_text("utf-8"), re.M)]
    assert importing == ["plugin.py"]


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [file for file in MODULES if re.search("util|helper|common|misc|manager|base", file.stem)] == []


def test_no_module_reads_the_clock_or_throws_dice() -> None:
    forbidden = {"time", "secrets", "uuid"}
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not forbidden & {name.split(".")[0] for name in names}, f"{file} imports {names}"
            if isinstance(node, ast.ImportFrom) and node.module == "random":
                assert [alias.name for alias in node.names] == ["Random"], f"{file}: only a generator with a seed"
            called = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            assert called not in ("now", "today", "utcnow"), f"{file}:{node.lineno} reads the clock"
            assert called != "Random" or node.args, f"{file}:{node.lineno}: a generator without a seed"


def test_the_readme_s_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for readme in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        text = (ROOT / readme).read_text("utf-8")
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets, readme
        for verb in re.findall(r"`(?:\.venv/bin/)?daoyin ([a-z]+)", text):
            assert daoyin(verb, "--help").returncode == 0, f"{readme}: daoyin {verb}"
        for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (ROOT / path).exists(), f"{readme}: {path}"


def test_ci_runs_the_readme_s_command() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")


def test_the_lock_pins_every_dependency_with_hashes() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text("utf-8")
        entries = re.split(r"\n(?=\S)", text.strip())
        assert all(re.match(r"[a-z0-9_.-]+(\[\w+\])?==\S+ ", entry) and "--hash=sha256:" in entry for entry in entries)
        assert "://" not in text, "a lock names no package host"
    assert "mkdocs==1.6.1" in text
    assert "mkdocs-material==9.8.1" in text


def test_the_starter_and_the_site_have_the_same_settings() -> None:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    starter = yaml.safe_load((PACKAGE / "starter" / "mkdocs.yml").read_text("utf-8"))
    for key in ("docs_dir", "site_dir", "use_directory_urls", "theme", "plugins", "markdown_extensions", "validation"):
        assert site[key] == starter[key], key


def test_no_committed_file_names_a_machine() -> None:
    texts = [*MODULES, *sorted((ROOT / "theme").rglob("*.html")), *sorted((ROOT / "bench").glob("*.py"))]
    texts += [ROOT / name for name in ("Makefile", "pyproject.toml", "mkdocs.yml", "README.md", "CONTRIBUTING.md")]
    for file in texts:
        assert not re.search(r"/(home|root|work|Users)/\w", file.read_text("utf-8")), file
