"""Theme templates are read by MiniJinja too: filters, no Python methods, nothing that only MkDocs knows."""

import re
from pathlib import Path

import pytest
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "theme").rglob("*.html"))
FORBIDDEN = {
    "a Python method": r"\.(?!t\()[a-z_]+\(",
    "truncate": r"\|\s*truncate",
    "page.file": r"page\.file",
    "page.parent": r"page\.parent",
    "self": r"\bself\.",
    "a fact that only MkDocs has": r"build_date_utc|mkdocs_version|script_tag|page\.abs_url",
    "another origin": r"""(?:src|href)=["'](?:https?:)?//""",
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT / "theme")))
def test_a_theme_template_keeps_to_what_both_template_engines_read(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    code = " ".join(re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL))
    for what, pattern in FORBIDDEN.items():
        found = re.search(pattern, text if what == "another origin" else code)
        assert found is None, f"{template.name} uses {what}: {found and found[0]}"


KEEPING_IF_ASKED = {"keep.js", "recent.js"}
"""Scripts that keep something on the device once the reader turns that on; tests of their tools hold them to it."""


@pytest.mark.parametrize("asset", sorted((ROOT / "theme" / "assets").rglob("*.*")), ids=lambda file: file.name)
def test_an_asset_asks_no_other_origin_and_keeps_nothing(asset: Path) -> None:
    names = r"http://(www\.w3\.org|schemas\.openxmlformats\.org|purl\.org/dc)/"  # of XML: nobody asks there
    text = re.sub(names, "", asset.read_text("utf-8"))
    assert not re.search(r"https?://|@import|sessionStorage|document\.cookie|\bfetch\(|\bimport\b", text)
    assert "localStorage" not in text or asset.name in KEEPING_IF_ASKED
