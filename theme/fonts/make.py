"""Make the two fonts of this folder: Noto Sans SC, cut down to GB 2312 and Latin, at the weights 400 and 700.

Run once, by hand, where `justmytype-intl-cjk` (the source of the variable font) and `fonttools` are installed:

    python theme/fonts/make.py

The result is committed; neither package is needed to build a site. `widths.json` holds what charts need of the fonts'
metrics, because reading it is a hundred times faster than reading a font; a test compares it with the fonts.
"""

import json
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
SOURCE = files("justmytype_intl_cjk") / "fonts" / "ofl" / "notosanssc"
WEIGHTS = {"Regular": 400, "Bold": 700}


def repertoire() -> str:
    """GB 2312 (its symbols and both levels of characters), Latin letters, and the punctuation that pages use."""
    gb2312 = "".join(
        bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)
    )
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))
    return gb2312 + latin + "‐–—‘’“”…•→←↑↓↗·×÷≤≥✓✗〔〕「」〇"


def cut(weight: int) -> TTFont:
    """The static instance of one weight, with only the characters of `repertoire`."""
    font = TTFont(SOURCE / "NotoSansSC[wght].ttf", recalcTimestamp=False)
    options = subset.Options(layout_features=["kern", "locl", "palt", "vert"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=repertoire())
    cutter.subset(font)
    return instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)


def widths(font: TTFont) -> dict[str, int]:
    """Advance widths in thousandths of an em, by character; those that are left out are one em wide."""
    per_em = font["head"].unitsPerEm
    advance = {chr(code): font["hmtx"][glyph][0] * 1000 // per_em for code, glyph in font.getBestCmap().items()}
    return {character: width for character, width in sorted(advance.items()) if width != 1000}


if __name__ == "__main__":
    (HERE / "OFL.txt").write_bytes((SOURCE / "OFL.txt").read_bytes())
    for style, weight in WEIGHTS.items():
        cut(weight).save(HERE / f"NotoSansSC-{style}.ttf")
    tables = {style: widths(TTFont(HERE / f"NotoSansSC-{style}.ttf")) for style in WEIGHTS}
    (HERE / "widths.json").write_text(json.dumps(tables, indent=0) + "\n", encoding="ascii")
