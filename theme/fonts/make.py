"""Make the two fonts of this folder: Noto Sans SC, cut down to GB 2312 and Latin, at the weights 400 and 700.

Run once, by hand, where Daoyin is installed with its source of the font (`pip install 'daoyin[font]'`):

    python theme/fonts/make.py

The result is committed; the source is not needed to build a site. `characters.txt` holds what the fonts draw, and
`widths.json` what charts need of their metrics, because reading these is a hundred times faster than reading a font;
tests compare both with the fonts. Rarer characters are a site's own: `daoyin font --add`.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from daoyin.typeface import STYLES
from daoyin.typeface.cut import cut, source

HERE = Path(__file__).parent


def repertoire() -> str:
    """GB 2312 (its symbols and both levels of characters), Latin letters, and the punctuation that pages use."""
    gb2312 = "".join(
        bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)
    )
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))
    return gb2312 + latin + "‐–—‘’“”…•→←↑↓↗·×÷≤≥✓✗〔〕「」〇"


def widths(font: TTFont) -> dict[str, int]:
    """Advance widths in thousandths of an em, by character; those that are left out are one em wide."""
    per_em = font["head"].unitsPerEm
    advance = {chr(code): font["hmtx"][glyph][0] * 1000 // per_em for code, glyph in font.getBestCmap().items()}
    return {character: width for character, width in sorted(advance.items()) if width != 1000}


if __name__ == "__main__":
    font = source()
    assert font, "pip install 'daoyin[font]' brings the source"
    (HERE / "OFL.txt").write_bytes((font.parent / "OFL.txt").read_bytes())
    cut(font, repertoire(), HERE)
    tables = {style: widths(TTFont(HERE / f"NotoSansSC-{style}.ttf")) for style in STYLES}
    (HERE / "widths.json").write_text(json.dumps(tables, indent=0) + "\n", encoding="ascii")
