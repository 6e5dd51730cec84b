"""Cards for chats: one a procedure, 1200 × 630, with the answer that most readers want."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from conftest import daoyin
from daoyin.load import Loaded
from daoyin.load.settings import Site
from daoyin.model import Procedure
from daoyin.render import share

SITE = Site(name="导引", publisher="导引项目组")
BETWEEN = ((114, 130), (299, 316), (510, 540))
"""Rows between place, title, answer and foot: a text that outgrew its room would stand there."""


def test_the_card_tells_the_first_limit_with_who_must_and_from_when(loaded: Loaded) -> None:
    told = share.card(loaded.catalogue, loaded.catalogue.procedure["cn/handling/appeal"], SITE)
    assert (told.title, told.place, told.note) == ("申诉求决事项的办理", "全国 · 办理", "")
    assert (told.period, told.answer) == ("60 日内", "办理单位应当办结信访事项")
    assert told.counted == "从第 1 步“受理（告知书所载日期）”起算；经批准可以延长 30 日"


def test_without_a_limit_the_card_tells_what_to_do_now(loaded: Loaded) -> None:
    procedure = loaded.catalogue.procedure["cn/acceptance/file-letter"]
    told = share.card(loaded.catalogue, procedure, SITE)
    assert (told.period, told.counted) == ("", "")
    assert procedure.do_now
    assert procedure.do_now.startswith(told.answer)


def test_what_a_place_does_is_never_told_as_law(loaded: Loaded) -> None:
    practices = [procedure for procedure in loaded.catalogue.procedures if procedure.basis == "practice"]
    assert any(procedure.limits for procedure in practices)
    for procedure in practices:
        told = share.card(loaded.catalogue, procedure, SITE)
        assert told.note == "当地做法，不是全国规定"
        assert not re.search("应当|必须", told.answer), told.answer


def test_a_body_that_publishes_for_itself_is_not_called_unofficial(loaded: Loaded) -> None:
    procedure = loaded.catalogue.procedures[0]
    assert share.card(loaded.catalogue, procedure, SITE).unofficial == "非官方"
    assert share.card(loaded.catalogue, procedure, Site(unofficial=False)).unofficial == ""


@pytest.fixture(scope="module")
def pictures(loaded: Loaded) -> list[tuple[Procedure, bytes]]:
    procedures = loaded.catalogue.procedures
    return [(procedure, share.drawn(loaded.catalogue, procedure, SITE, "png")) for procedure in procedures]


def test_every_card_has_the_size_that_chats_cut(pictures: list[tuple[Procedure, bytes]]) -> None:
    assert {Image.open(BytesIO(picture)).size for _, picture in pictures} == {(share.WIDTH, share.HEIGHT)}


def test_no_word_of_a_card_leaves_its_room(pictures: list[tuple[Procedure, bytes]]) -> None:
    for procedure, picture in pictures:
        image = Image.open(BytesIO(picture)).convert("RGB")
        rooms = [image.crop((0, top, share.WIDTH, bottom)) for top, bottom in BETWEEN]
        rooms += [image.crop((0, 20, 64, share.HEIGHT)), image.crop((1130, 20, share.WIDTH, share.HEIGHT))]
        assert {colour for room in rooms for _, colour in room.getcolors() or ()} == {(255, 255, 255)}, procedure.id


def test_the_drawing_needs_no_font_and_equal_cards_give_equal_bytes(loaded: Loaded) -> None:
    procedure = loaded.catalogue.procedures[0]
    drawing = share.drawn(loaded.catalogue, procedure, SITE, "svg")
    assert b'viewBox="0 0 1200 630"' in drawing
    assert b"<text" not in drawing
    assert drawing == share.drawn(loaded.catalogue, procedure, SITE, "svg")
    pictures = {share.drawn(loaded.catalogue, procedure, SITE, "png") for _ in range(2)}
    assert len(pictures) == 1


@pytest.mark.slow
@pytest.mark.parametrize("url", ["https://example.org/daoyin/", ""])
def test_a_page_names_its_card_where_the_site_s_address_is_known(starter: Path, tmp_path: Path, url: str) -> None:
    settings = starter / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + f"\nsite_url: {url}\n" if url else settings.read_text("utf-8"))
    run = daoyin("-C", starter, "build", "--out", tmp_path / "site")
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "site/cn/handling/information-request.html").read_text("utf-8")
    assert '<meta property="og:title" content="申请政府信息公开">' in page
    named = re.findall(r'property="og:image" content="([^"]*)"', page)
    assert named == ([f"{url}cn/handling/information-request.card.png"] if url else [])
    assert (tmp_path / "site/cn/handling/information-request.card.png").is_file()
    assert "og:image" not in (tmp_path / "site/index.html").read_text("utf-8")
