"""The really built site: whole, strict, without dead ends; the same from either host; and safe when data break."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, daoyin
from daoyin import address, build, site
from daoyin.finish import dead_links
from daoyin.load import Loaded, load

pytestmark = pytest.mark.slow

LINK = re.compile(r'<a\b[^>]*?\shref="([^"#?]*)')


def pages(built: Path) -> dict[str, str]:
    return {file.relative_to(built).as_posix(): file.read_text("utf-8") for file in sorted(built.rglob("*.html"))}


def test_every_artifact_is_on_the_site(built: Path, loaded: Loaded) -> None:
    wanted = {re.sub(r"\.md$", ".html", artifact.path) for artifact in site.artifacts(loaded.catalogue)}
    assert [path for path in sorted(wanted) if not (built / path).is_file()] == []


def test_no_link_and_no_anchor_is_dead(built: Path) -> None:
    assert dead_links(built) == []


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p id="x"></p>\n<a href="b.html">\n<a href="#y">\n<a href="#x"><a href="a.html">')
    assert [(finding.line, finding.rule) for finding in dead_links(tmp_path)] == [(2, "dead-link"), (3, "dead-link")]


def test_every_page_is_within_three_clicks_of_home(built: Path) -> None:
    texts = pages(built)
    clicks, waiting = {"index.html": 0}, deque(["index.html"])
    while waiting:
        here = waiting.popleft()
        for link in LINK.findall(texts[here]):
            if not link or link.startswith(("http:", "https:", "mailto:", "tel:")):
                continue
            there = (built / here).parent.joinpath(link).resolve()
            name = there.relative_to(built.resolve()).as_posix() if there.is_relative_to(built.resolve()) else ""
            if name in texts and name not in clicks:
                clicks[name] = clicks[here] + 1
                waiting.append(name)
    assert sorted(set(texts) - set(clicks) - {"404.html"}) == []
    assert {name: count for name, count in clicks.items() if count > 3} == {}


def test_no_page_asks_another_origin_for_anything(built: Path) -> None:
    foreign = r"""["']?(?:https?:)?//"""
    asking = re.compile(rf"(?:src|srcset|data)={foreign}|<link[^>]+href={foreign}|@import|url\({foreign}")
    for name, text in pages(built).items():
        head = re.sub(r'<link rel="canonical"[^>]*>', "", text)
        assert not asking.search(head), name
    for sheet in built.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", sheet.read_text("utf-8")), sheet.name


def test_the_fonts_for_print_stay_off_the_web(built: Path) -> None:
    assert list(built.rglob("*.ttf")) == []


def test_a_procedure_page_is_small(built: Path, loaded: Loaded) -> None:
    import gzip

    for procedure in loaded.catalogue.procedures:
        html = (built / f"{procedure.id}.html").read_bytes()
        wanted = re.findall(rb'<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css))', html)
        files = [(built / f"{procedure.id}.html").parent / path.decode() for path in wanted]
        first_view = sum(len(gzip.compress(data, 9)) for data in (html, *(file.read_bytes() for file in files)))
        assert first_view <= 100 * 1024, f"{procedure.id}: {first_view} bytes"


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    command = [sys.executable, "-m", "daoyin", "build", "--out", str(again)]
    alone = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=alone)
    assert run.returncode == 0, run.stderr
    files = sorted(file.relative_to(built) for file in built.rglob("*") if file.is_file())
    assert files == sorted(file.relative_to(again) for file in again.rglob("*") if file.is_file())
    differing = [file for file in files if (built / file).read_bytes() != (again / file).read_bytes()]
    assert differing == []


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_any_host_builds_the_plain_tree_to_the_same_pages(host: str, built: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    for name in ("procedures", "content"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert build.pages(load(root).catalogue, root, root / "build")
    assert build.host(root / "build", "build", "--strict", "--quiet", module=host) == 0
    made = root / "build" / "site"
    assert sorted(pages(made)) == sorted(pages(built))
    for name, text in pages(built).items():
        assert body(pages(made)[name] if host == "mkdocs" else (made / name).read_text("utf-8")) == body(text), name


def body(html: str) -> str:
    """What a reader sees of a page: everything but the head, where a host may name itself."""
    return re.sub(r"\s+", " ", html[html.index("<body") :])


def test_pages_rewrites_a_file_only_if_its_bytes_changed(starter: Path) -> None:
    catalogue = load(starter).catalogue
    out = starter / "build"
    build.pages(catalogue, starter, out)
    times = {file: file.stat().st_mtime_ns for file in out.rglob("*") if file.is_file()}
    (out / "docs" / "stale.md").write_text("left over", "utf-8")
    build.pages(catalogue, starter, out)
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*") if file.is_file()} == times


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("procedures/cn/handling/information-request.yaml", "name: [\n"),
        ("procedures/cn/handling/information-request.yaml", "name: x\nnmae: y\n"),
        ("procedures/cn/handling/information-request.yaml", "name: x\nname: y\n"),
        ("procedures/roles.yaml", "applicant: {name: 申请人, says: 谁, kind: citizen}\n"),
        ("procedures/cn/index.yaml", "name: {a: b}\nlevel: county\nsummary: x\nchecked: 2026-11-22\n"),
        ("procedures/cn/handling/huge.yaml", "a: " + "x" * 300_000),
        ("content/index.md", "no front matter"),
    ],
)
def test_broken_data_stop_the_build_and_lose_nothing(starter: Path, path: str, text: str) -> None:
    assert daoyin("build", cwd=starter).returncode == 0
    before = {file: file.read_bytes() for file in (starter / "site").rglob("*") if file.is_file()}
    (starter / path).write_text(text, "utf-8")
    run = daoyin("build", cwd=starter)
    assert run.returncode == 1
    # a role taken from the register is missed where it is named
    blamed = r"procedures/\S+\.yaml" if path.endswith("roles.yaml") else re.escape(path)
    assert re.search(rf"^{blamed}:\d+: [a-z-]+: ", run.stderr, re.M)
    assert "Traceback" not in run.stderr
    assert {file: file.read_bytes() for file in (starter / "site").rglob("*") if file.is_file()} == before
    assert not (starter / "site.new").exists()
    checked = daoyin("check", cwd=starter)
    assert checked.returncode == 1
    assert re.search(r":\d+: [a-z-]+: .*[一-龥]", checked.stdout)


def test_mkdocs_itself_builds_the_site_and_keeps_it_when_data_break(starter: Path) -> None:
    assert build.host(starter, "build", "--strict", "--quiet") == 0
    before = (starter / "site" / "index.html").read_bytes()
    (starter / "procedures" / "glossary.yaml").write_text("day: [", "utf-8")
    assert build.host(starter, "build", "--strict", "--quiet") == 1
    assert (starter / "site" / "index.html").read_bytes() == before


def test_a_swap_that_was_cut_off_is_healed_by_the_next_build(starter: Path) -> None:
    assert daoyin("build", cwd=starter).returncode == 0
    (starter / "site").rename(starter / "site.old")
    (starter / "procedures" / "glossary.yaml").write_text("day: [", "utf-8")
    assert daoyin("build", cwd=starter).returncode == 1
    assert (starter / "site" / "index.html").is_file()


def test_a_new_site_builds_at_once(tmp_path: Path) -> None:
    assert daoyin("new", tmp_path / "county").returncode == 0
    assert daoyin("build", cwd=tmp_path / "county").returncode == 0
    assert (tmp_path / "county" / "site" / f"{address.procedure('cn/handling/information-request')}.html").is_file()
    assert daoyin("new", tmp_path / "county").returncode == 2, "a folder with something in it is left alone"


def fetch(url: str) -> str:
    from urllib.request import urlopen

    with urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def until(condition: Callable[[], bool], seconds: float = 40) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


@pytest.mark.parametrize("command", [["daoyin", "serve", "--address"], ["mkdocs", "serve", "--dev-addr"]])
def test_serve_shows_changes_and_keeps_the_last_good_pages_while_data_are_broken(
    command: list[str], starter: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/cn/handling/information-request.html"
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    good, told = file.read_text("utf-8"), starter / "serve.log"
    with told.open("w") as log:
        serve = [sys.executable, "-m", *command, f"127.0.0.1:{port}"]
        server = subprocess.Popen(serve, cwd=starter, stdout=log, stderr=log, start_new_session=True)
    try:
        assert until(lambda: "申请政府信息公开" in fetch(url)), told.read_text("utf-8")
        file.write_text(good.replace("name: 申请政府信息公开", "name: 申请公开信息（改过）"), "utf-8")
        assert until(lambda: "申请公开信息（改过）" in fetch(url)), told.read_text("utf-8")
        file.write_text(good.replace("lane: applicant", "lane: aplicant"), "utf-8")
        assert until(lambda: "unknown-role" in told.read_text("utf-8")), told.read_text("utf-8")
        assert "申请公开信息（改过）" in fetch(url)
        file.write_text(good.replace("name: 申请政府信息公开", "name: 又改好了"), "utf-8")
        assert until(lambda: "又改好了" in fetch(url)), told.read_text("utf-8")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)
