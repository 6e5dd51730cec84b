"""Pages as text: what they tell, what they never let through, and that Markdown leaves them as they are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from markdown import markdown
from tests.conftest import CASES

from daoyin import address
from daoyin.load import load
from daoyin.model import Catalogue, Page
from daoyin.render import page

WRITTEN = Page(
    path="index.md", title="首页", meta=(("tasks", [{"says": "提请求", "to": "cn/handling/ask"}]),), markdown="一句话。"
)
CHART = '<svg class="dy-chart" viewBox="0 0 10 10"><title>图</title></svg>'


def read(case: Path) -> Catalogue:
    loaded = load(case)
    assert loaded.findings == []
    return loaded.catalogue


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every kind of page of a catalogue, with its address."""
    yield address.HOME, page.home(catalogue, WRITTEN)
    yield "about", page.written(catalogue, Page(path="about.md", title="关于", markdown="说明。"))
    for procedure in catalogue.procedures:
        yield address.procedure(procedure.id), page.guide(catalogue, procedure, CHART)
    for place in catalogue.places:
        yield address.place(place.id), page.place(catalogue, place)
        yield address.part(place.id, "handling"), page.part(catalogue, place.id, "handling")
        yield address.duties(place.id), page.duties(catalogue, place.id)
        yield address.duties_by_body(place.id), page.duties_by_body(catalogue, place.id)
        yield address.duties_by_step(place.id), page.duties_by_step(catalogue, place.id)
    for law in catalogue.laws:
        yield address.law(law.id), page.law(catalogue, law)
    for document in catalogue.documents:
        yield address.document(document.id), page.document(catalogue, document)
    for role in catalogue.roles:
        yield address.role(role.id), page.role(catalogue, role)
    yield address.LAWS, page.laws(catalogue)
    yield address.DOCUMENTS, page.documents(catalogue)
    yield address.ROLES, page.roles(catalogue)
    yield address.PLACES, page.places(catalogue)
    yield address.REMEDIES, page.remedies(catalogue)
    yield address.GLOSSARY, page.glossary(catalogue)
    yield address.SOURCES, page.sources(catalogue)


def split(text: str) -> tuple[dict[str, object], str]:
    """A page -> its front matter and its body."""
    _, meta, body = text.split("---\n", 2)
    return yaml.safe_load(meta), body


@pytest.fixture(params=["case", "starter"])
def catalogue(request: pytest.FixtureRequest, starter: Path) -> Catalogue:
    return read(CASES / "page.every-way-on-is-told" if request.param == "case" else starter)


@pytest.mark.parametrize("golden", sorted(CASES.glob("page.*/*.md")), ids=lambda file: file.parent.name)
def test_a_guide_tells_what_its_golden_page_tells(golden: Path, update_golden: bool) -> None:
    catalogue = read(golden.parent)
    told = page.guide(catalogue, catalogue.procedure[f"cn/handling/{golden.stem}"], CHART)
    if update_golden:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_every_page_says_its_title_kind_and_where_it_stands(catalogue: Catalogue) -> None:
    for name, text in pages(catalogue):
        meta, body = split(text)
        assert meta["title"], name
        assert meta["kind"], name
        assert all(isinstance(value, (str, list)) for value in meta.values()), name
        assert not re.search(r"^# ", body, re.MULTILINE), f"{name}: the theme writes the heading of the page"
        assert bool(meta.get("crumbs")) == (name != address.HOME), name


def test_markdown_leaves_the_blocks_of_a_page_as_they_are(catalogue: Catalogue) -> None:
    for name, text in pages(catalogue):
        _, body = split(text)
        html = markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"])
        assert "{#" not in html, name
        assert "## " not in html, name
        blocks = [line for line in body.splitlines() if line.startswith("<")]
        assert all(line in html for line in blocks), name
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), f"{name}: an id stands twice"


def test_what_data_says_is_text_and_never_markup(tmp_path: Path) -> None:
    source = CASES / "page.every-way-on-is-told"
    hostile = "<script>alert(1)</script>**x** [y](z) {#w} &amp;"
    for file in source.rglob("*.yaml"):
        value = yaml.safe_load(file.read_text("utf-8"))
        target = tmp_path / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(_spoilt(value, hostile), allow_unicode=True, sort_keys=False), "utf-8")
    for name, text in pages(read(tmp_path)):
        _, body = split(text)
        html = markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"])
        assert "<script" not in html, name
        assert 'href="z"' not in html, name
        assert 'id="w"' not in html, name


_SAID = """
    name says summary title do_now audience citizen office issuer short note must task gateway start end counts_from
    body cost what approval notice
"""


def _spoilt(value: object, by: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _spoilt(inner, by, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_spoilt(inner, by, key) for inner in value]
    return f"{value} {by}" if key in _SAID.split() and isinstance(value, str) else value
