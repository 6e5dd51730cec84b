"""Cutting the one font out of its source, the variable Noto Sans SC: so many characters, at the weights that we use."""

from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from daoyin.typeface import CHARACTERS, STYLES

PACKAGE = "justmytype_intl_cjk"
"""Brings the source (SIL Open Font License 1.1): `pip install 'daoyin[font]'`."""
_IN_PACKAGE = Path("fonts", "ofl", "notosanssc", "NotoSansSC[wght].ttf")
_FEATURES = ["kern", "locl", "palt", "vert"]
_LINE = 60


def source() -> Path | None:
    """The variable font that all is cut from, where its package is installed."""
    found = find_spec(PACKAGE)
    folders = found.submodule_search_locations if found else None
    return Path(folders[0]) / _IN_PACKAGE if folders else None


def drawn(font: Path) -> frozenset[str]:
    """Every character that a font draws."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def cut(font: Path, characters: str, folder: Path, name: str = "NotoSansSC") -> None:
    """Write `NAME-Regular.ttf`, `NAME-Bold.ttf` and `characters.txt` into a folder. Equal input gives equal bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for style, weight in STYLES.items():
        _instance(font, characters, weight).save(folder / f"{name}-{style}.ttf")
    marks = "".join(sorted(drawn(folder / f"{name}-Regular.ttf")))
    lines = [marks[start : start + _LINE] for start in range(0, len(marks), _LINE)]
    (folder / CHARACTERS).write_text("\n".join(lines) + "\n", "utf-8")


def _instance(font: Path, characters: str, weight: int) -> TTFont:
    """The static font of one weight, with these characters alone."""
    opened = TTFont(font, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=_FEATURES, hinting=False, notdef_outline=True))
    cutter.populate(text=characters)
    cutter.subset(opened)
    return instancer.instantiateVariableFont(opened, {"wght": weight}, updateFontNames=True)
