"""Widths are the font's own; lines break where Chinese and Latin allow it."""

import json

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from daoyin import bundle
from daoyin.diagram.text import shortened, width, wrapped

FONTS = bundle.theme() / "fonts"


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_table_of_widths_is_as_fresh_as_the_fonts(style: str):
    with TTFont(FONTS / f"NotoSansSC-{style}.ttf", lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        fresh = {chr(code): advances[glyph][0] * 1000 // em for code, glyph in font.getBestCmap().items()}
    table = json.loads((FONTS / "widths.json").read_text(encoding="ascii"))[style]
    assert table == {character: wide for character, wide in fresh.items() if wide != 1000}


def test_the_fonts_hold_gb_2312():
    with TTFont(FONTS / "NotoSansSC-Regular.ttf", lazy=True) as font:
        characters = font.getBestCmap()
    assert all(ord(character) in characters for character in "信访复议鑫齄Aa0，。（）《》—…")


def test_a_chinese_character_is_one_em_wide():
    assert width("信访", 14) == 2 * 14


def test_a_character_that_the_font_lacks_is_as_wide_as_its_kind():
    assert width("𠮷", 14) == 14
    assert width("e\u0301", 14) == width("e", 14), "a combining mark takes no room"


def test_bold_latin_is_wider():
    assert width("Office", 14, bold=True) > width("Office", 14)


def test_lines_are_evenly_filled():
    assert wrapped("登记并录入信访信息系统", 14, 8 * 14) == ("登记并录入", "信访信息系统")


def test_a_closing_mark_never_begins_a_line_and_an_opening_mark_never_ends_one():
    for room in range(3, 12):
        lines = wrapped("依据《条例》（试行），告知、送达；终结。", 14, room * 14)
        assert not any(line[0] in "》），、；。" for line in lines)
        assert not any(line[-1] in "《（" for line in lines)


def test_latin_words_stay_whole_if_they_fit():
    assert wrapped("Submit by letter", 14, 60) == ("Submit", "by letter")


def test_a_word_too_long_for_any_line_is_cut():
    lines = wrapped("Donaudampfschifffahrt", 14, 70)
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert all(width(line, 14) <= 70 for line in lines)


def test_no_text_is_one_empty_line():
    assert wrapped("  ", 14, 70) == ("",)


def test_what_does_not_fit_gives_way_to_an_ellipsis():
    assert shortened("一二三四五六七八九十", 10, 30, 2) == ("一二三", "四五…")


@given(st.text(alphabet="信访条例，。（）《》 abcXYZ019-é\u3000", max_size=60), st.integers(4, 20))
def test_no_character_is_lost(text: str, ems: int):
    assert "".join("".join(wrapped(text, 10, ems * 10)).split()) == "".join(text.split())
