"""What the one font draws, and how a site adds rare characters to it."""

import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from conftest import daoyin
from daoyin import bundle, typeface
from daoyin.check import check
from daoyin.cli import main
from daoyin.load import Loaded, load
from daoyin.typeface import cut
from render.printed import text_of

BROUGHT = bundle.theme() / "fonts"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A variable font of three rare characters, a narrow one and a space: a source that is no download."""
    names = {"space": " ", "rare": "㐀", "other": "䢺", "third": "𬭎", "narrow": "Ѐ"}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(mark): name for name, mark in names.items()})
    builder.setupGlyf(dict.fromkeys((".notdef", *names), Glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Noto Sans SC", "styleName": "Thin"})
    builder.setupOS2()
    builder.setupPost()
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    builder.setupGvar({})
    builder.setupStat([{"tag": "wght", "name": "Weight", "values": [
        {"value": 400, "name": "Regular", "flags": 2}, {"value": 700, "name": "Bold"},
    ]}])  # fmt: skip
    file = tmp_path_factory.mktemp("source") / "NotoSansSC[wght].ttf"
    builder.save(file)
    return file


@pytest.mark.parametrize("style", typeface.STYLES)
def test_the_list_of_characters_is_what_the_font_draws(style: str) -> None:
    assert cut.drawn(BROUGHT / f"NotoSansSC-{style}.ttf") == typeface.brought()


def test_every_character_of_the_real_data_is_drawn(loaded: Loaded) -> None:
    assert [finding for finding in check(loaded) if finding.rule == "character-undrawn"] == []


def test_what_is_lacking_is_told_once_each_in_the_order_of_the_text() -> None:
    assert typeface.lacking("𬭎县䢺𬭎\n县") == "𬭎䢺"
    assert typeface.lacking("𬭎县䢺", added="䢺") == "𬭎"
    assert typeface.told("䢺\u200b") == "䢺（U+48BA）、U+200B"


def test_a_rare_name_is_a_finding_until_it_is_added(starter: Path, source: Path) -> None:
    place = starter / "procedures" / "cn" / "index.yaml"
    place.write_text(place.read_text("utf-8").replace("示例县", "䢺𬭎县"), "utf-8")
    [finding] = check(load(starter))
    assert (finding.rule, finding.path, finding.line) == ("character-undrawn", "procedures/cn/index.yaml", 2)
    assert "daoyin font --add 䢺𬭎" in finding.message
    run = daoyin("-C", starter, "font", "--add", "䢺", "--source", source)
    assert run.returncode == 0, run.stderr
    run = daoyin("-C", starter, "font", "--add", "𬭎", "--source", source)
    assert typeface.added(starter) == "䢺𬭎", "what was added before stays"
    assert check(load(starter)) == []
    for style, weight in typeface.STYLES.items():
        font = TTFont(starter / "fonts" / f"Added-{style}.ttf")
        assert "".join(map(chr, sorted(font.getBestCmap()))) == "䢺𬭎"
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == weight


def test_the_same_characters_give_the_same_fonts(starter: Path, source: Path) -> None:
    fonts = starter / "fonts"
    daoyin("-C", starter, "font", "--add", "𬭎㐀", "--source", source)
    before = {file.name: file.read_bytes() for file in sorted(fonts.iterdir())}
    run = daoyin("-C", starter, "font", "--source", source)
    assert "㐀𬭎" in run.stdout
    assert {file.name: file.read_bytes() for file in sorted(fonts.iterdir())} == before


def test_what_the_font_draws_already_is_not_added(starter: Path) -> None:
    run = daoyin("-C", starter, "font", "--add", "信访")
    assert (run.returncode, run.stdout) == (0, "这些字字体里都有，不用加。\n")
    assert not (starter / "fonts").exists()


@pytest.mark.parametrize(("characters", "says"), [("😀", "原字体里也没有 😀"), ("Ѐ", "Ѐ（U+0400） 不是全角的字")])
def test_a_character_that_cannot_be_added_is_told_and_nothing_is_written(
    starter: Path, source: Path, characters: str, says: str
) -> None:
    run = daoyin("-C", starter, "font", "--add", characters, "--source", source)
    assert run.returncode == 2
    assert says in run.stderr
    assert not (starter / "fonts").exists()


def test_where_the_source_is_missing_its_package_is_named(
    starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cut, "PACKAGE", "a_package_that_nobody_has")
    with pytest.raises(SystemExit) as ended:
        main(["-C", str(starter), "font", "--add", "䢺"])
    assert ended.value.code == 2
    assert "pip install 'daoyin[font]'" in capsys.readouterr().err
    assert not (starter / "fonts").exists()


def test_a_publisher_s_rare_name_stops_a_print_with_one_line_until_it_is_added(starter: Path, source: Path) -> None:
    settings = starter / "mkdocs.yml"
    settings.write_text(re.sub("publisher: .*", "publisher: 䢺县信访局", settings.read_text("utf-8")), "utf-8")
    run = daoyin("-C", starter, "card", "cn")
    assert run.returncode == 1
    assert (
        run.stderr.splitlines()[-1]
        == "字体里没有 䢺（U+48BA），印出来会是空白；请运行 daoyin font --add 䢺，或者换一种写法"
    )
    assert daoyin("-C", starter, "font", "--add", "䢺", "--source", source).returncode == 0
    run = daoyin("-C", starter, "card", "cn")
    assert run.returncode == 0, run.stderr
    made = (starter / "handouts" / "cn-card-a5.pdf").read_bytes()
    assert "䢺县信访局" in text_of(made)
