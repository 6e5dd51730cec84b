"""What a printed file says and shows, for the tests: its text, how large it is set, its promises, its picture."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from daoyin.render import typeset

_RADICALS = str.maketrans(
    "⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳", "母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟"
)
"""Look-alikes that some fonts' glyphs are read back as, and that NFKC leaves as they are."""


def plain(text: str) -> str:
    """Text without what typesetting adds: white space and look-alikes."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_RADICALS)


@lru_cache(maxsize=64)
def text_of(content: bytes) -> str:
    """The text of all pages, plain."""
    return plain("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


@lru_cache(maxsize=64)
def sizes(content: bytes) -> tuple[tuple[float, str], ...]:
    """Each run of text with the size at which it is set, in points."""
    return tuple(_sizes(content))


def _sizes(content: bytes) -> Iterator[tuple[float, str]]:
    for page in PdfReader(BytesIO(content)).pages:
        found: list[tuple[float, str]] = []

        def visit(text: str, cm: list[float], tm: list[float], _: object, size: float, found=found) -> None:
            if text.strip():
                found.append((round(abs(size * tm[3] * cm[3]), 1), plain(text)))

        page.extract_text(visitor_text=visit)
        yield from found


def promised(content: bytes) -> None:
    """A tagged PDF in Chinese, with both standards, its fonts embedded in part, and a title that readers show."""
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert root.StructTreeRoot.K
        assert str(root.Lang).startswith("zh")
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
            assert xmp["dc:title"]
        fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            assert re.match(r"/[A-Z]{6}\+NotoSansSC", str(font.BaseFont))
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        figures = [node for node in _nodes(root.StructTreeRoot) if node.get("/S") == "/Figure"]
        assert all(str(node.get("/Alt", "")) for node in figures)


def _nodes(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from _nodes(kid)


def bookmarks(content: bytes) -> list[str]:
    """The titles of the outline, all levels, in order."""

    def titles(items: list[object]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield str(item.title)  # type: ignore[attr-defined]

    return list(titles(PdfReader(BytesIO(content)).outline))


def pictures(monkeypatch: pytest.MonkeyPatch, make: Callable[[], bytes], dots: float = 40) -> list[Image.Image]:
    """The pages of a print as pictures: the same template and words, drawn instead of written."""
    drawn: list[Image.Image] = []

    def draw(template, told, on, face=typeset.PLAIN, cache=None) -> bytes:
        made = typeset._compiler(template, face.folder).compile(
            format="png", sys_inputs=typeset._inputs(told, face), ppi=dots
        )
        drawn.extend(Image.open(BytesIO(page)).convert("RGB") for page in ([made] if isinstance(made, bytes) else made))
        return b""

    with monkeypatch.context() as patch:
        patch.setattr(typeset, "pdf", draw)
        make()
    return drawn


def white(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether nothing is drawn in a part of a page, whose edges are shares of its width and height."""
    width, height = picture.size
    part = picture.crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))
    return part.getcolors() == [(part.width * part.height, (255, 255, 255))]
