"""What editors tell of a publication: one page of entries, and a feed that any reader takes."""

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import ROOT
from daoyin import site
from daoyin.load import Loaded, load
from daoyin.load.settings import Site
from daoyin.render.feed import feed
from daoyin.updates import updates

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = Site("导引 & 朋友", "县 <信息> 机构", "https://example.org/guide")


@pytest.fixture
def told(starter: Path) -> Path:
    """The starter site with three entries, two of one day."""
    folder = starter / "content" / "changes"
    folder.mkdir()
    for name, title, text in (
        (
            "2026-03-01-early",
            "期限 *改了* & 更短",
            "## 期限\n\n见[申请](../cn/handling/information-request.md#limits)。\n",
        ),
        ("2026-04-02-a", "甲", "看[国家站](https://example.net/a.md)。\n"),
        ("2026-04-02-b", "乙", "又一句。\n"),
    ):
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\ndate: {name[:10]}\n---\n{text}", "utf-8")
    return starter


def parsed(root: Path, of: Site) -> ElementTree.Element:
    text = feed(updates(load(root).catalogue), of, "changes.html", "2026-01-01")
    return ElementTree.fromstring(text)


def test_the_newest_entry_comes_first_and_has_an_anchor_of_its_own(told: Path) -> None:
    [page] = [artifact for artifact in site.artifacts(load(told).catalogue) if artifact.path == "changes.md"]
    headings = re.findall(r"^## (.+) \{#(.+)\}$", str(page.content), re.MULTILINE)
    assert headings == [
        ("2026-04-02 甲", "2026-04-02-a"),
        ("2026-04-02 乙", "2026-04-02-b"),
        ("2026-03-01 期限 \\*改了\\* &amp; 更短", "2026-03-01-early"),
    ]
    assert "\n### 期限\n" in str(page.content)
    assert "(cn/handling/information-request.md#limits)" in str(page.content)


def test_an_entry_has_no_page_of_its_own_and_no_hit_in_search(told: Path) -> None:
    artifacts = list(site.artifacts(load(told).catalogue))
    assert [artifact.path for artifact in artifacts if artifact.path.startswith("changes")] == ["changes.md"]
    assert not any("2026-04-02-a" in str(one.content) for one in artifacts if one.path.startswith("assets/search"))


def test_the_feed_has_what_atom_demands(told: Path) -> None:
    root = parsed(told, HERE)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert root.findtext(f"{ATOM}author/{ATOM}name") == HERE.publisher
    assert root.findtext(f"{ATOM}updated") == "2026-04-02T00:00:00+08:00"
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert ids == [
        f"tag:example.org,{name[:10]}:changes/{name}" for name in ("2026-04-02-a", "2026-04-02-b", "2026-03-01-early")
    ]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/guide/feed.xml",
        "alternate": "https://example.org/guide/changes.html",
    }


def test_links_are_whole_where_the_site_has_an_address(told: Path) -> None:
    early = [entry.findtext(f"{ATOM}content") or "" for entry in parsed(told, HERE).iter(f"{ATOM}entry")]
    assert '<a href="https://example.org/guide/cn/handling/information-request.html#limits">申请</a>' in early[-1]
    assert '<a href="https://example.net/a.md">国家站</a>' in early[0]


def test_a_site_without_an_address_has_a_feed_without_links_to_itself(told: Path) -> None:
    root = parsed(told, Site())
    assert root.findall(f".//{ATOM}link") == []
    assert all((one.text or "").startswith("tag:daoyin.invalid,2026") for one in root.iter(f"{ATOM}id"))
    contents = [entry.findtext(f"{ATOM}content") or "" for entry in root.iter(f"{ATOM}entry")]
    assert "<p>见申请。</p>" in contents[-1]
    assert "https://example.net/a.md" in contents[0]


def test_a_site_that_has_told_nothing_yet_has_the_page_and_a_feed(starter: Path) -> None:
    artifacts = {artifact.path: artifact.content for artifact in site.artifacts(load(starter).catalogue)}
    assert "还没有记录。" in str(artifacts["changes.md"])
    root = ElementTree.fromstring(str(artifacts["feed.xml"]))
    assert root.findtext(f"{ATOM}updated")


def test_every_real_entry_is_told(loaded: Loaded) -> None:
    files = sorted((ROOT / "content" / "changes").glob("*.md"), reverse=True)
    assert [f"{entry.id}.md" for entry in updates(loaded.catalogue)] == [file.name for file in files]
    assert files
