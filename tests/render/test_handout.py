"""What is handed out on paper: leaflets, the booklet of a place, cards for the counter."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from conftest import daoyin
from daoyin.cli.handout import STAPLED
from daoyin.load import Loaded
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Place, Procedure
from daoyin.model.place import PUBLICATION, Body, Publication
from daoyin.render import handout, press
from daoyin.render.handout.booklet import told_in
from daoyin.render.handout.brief import Brief, brief
from daoyin.render.handout.imposition import sides
from daoyin.render.typeset import NoRoom, page_count
from render.printed import bookmarks, pictures, plain, promised, sizes, text_of, white

SITE = Site(name="导引", publisher="某县信访局", url="https://xf.example.cn/")
LEAST, SMALL = 10, 8.5
A4 = (297, 210)


def said(told: Brief, *, steps: bool = True) -> Iterator[str]:
    """Every sentence that a print of a procedure holds; of its steps those of the citizen, where not all need stand."""
    yield from (told.title, told.summary, told.now, told.practice)
    for title, found in told.glance:
        yield title
        yield from (word for one in found for word in (one.says, one.basis))
    for one in (*told.cautions, *told.rights):
        yield from (one.says, one.basis)
    for turn in told.turns:
        if steps or turn.yours:
            yield from (turn.name, turn.who, turn.says, *turn.badges)
    for term in told.terms:
        yield from (term.within, term.act.says, term.act.basis, term.start)
        yield from (word for note in term.notes for word in (note.says, note.basis))
    for missed in told.missed:
        yield from (missed.title, missed.says.says, missed.says.basis, missed.goes)
    for clock in told.clocks:
        yield clock.says
        yield from (word for name, route in clock.routes for word in (name, route.says, route.basis))
    yield from told.basis


def missing(content: bytes, words: Iterator[str]) -> list[str]:
    text = text_of(content)
    return [word for word in words if plain(word) not in text]


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    return loaded.catalogue


@pytest.fixture(scope="module")
def citizens(catalogue: Catalogue) -> list[Procedure]:
    return [procedure for procedure in catalogue.procedures if handout.for_citizens(procedure)]


@pytest.fixture(scope="module")
def leaflets(catalogue: Catalogue, citizens: list[Procedure]) -> list[tuple[Procedure, bytes]]:
    return [(procedure, handout.leaflet(catalogue, procedure, SITE)) for procedure in citizens]


def test_every_national_guide_for_citizens_has_a_leaflet(citizens: list[Procedure]) -> None:
    assert {"cn/handling/appeal", "cn/handling/review", "cn/supervision/overdue"} <= {found.id for found in citizens}
    assert "cn/supervision/annual-report" not in {found.id for found in citizens}, "nobody takes that home"


def test_a_leaflet_tells_what_its_data_tell(catalogue: Catalogue, leaflets: list[tuple[Procedure, bytes]]) -> None:
    for procedure, content in leaflets:
        assert missing(content, said(brief(catalogue, procedure), steps=False)) == [], procedure.id
        assert missing(content, iter(("非官方", "由某县信访局发布", procedure.checked.isoformat()))) == []


def test_a_leaflet_without_all_steps_says_how_many_there_are(
    catalogue: Catalogue, leaflets: list[tuple[Procedure, bytes]]
) -> None:
    for procedure, content in leaflets:
        told = brief(catalogue, procedure)
        lacking = missing(content, (turn.name for turn in told.turns if not turn.yours))
        assert not lacking or plain(f"一共 {len(told.turns)} 步，都在网页上") in text_of(content), procedure.id


def test_a_leaflet_has_two_sides_of_a4_and_keeps_the_promises_of_print(leaflets: list[tuple[Procedure, bytes]]) -> None:
    for procedure, content in leaflets:
        pages = PdfReader(BytesIO(content)).pages
        assert [tuple(round(float(side) / press.POINTS) for side in page.mediabox[2:]) for page in pages] == [A4, A4]
        promised(content)
        assert bookmarks(content)[0] == procedure.name
        assert len(content) < 300_000


def test_no_word_to_read_on_a_leaflet_is_smaller_than_ten_points(
    catalogue: Catalogue, leaflets: list[tuple[Procedure, bytes]]
) -> None:
    for procedure, content in leaflets:
        told = brief(catalogue, procedure)
        notes = [one.basis for one in (*told.cautions, *told.rights)] + [term.act.basis for term in told.terms]
        notes += [note.basis for term in told.terms for note in term.notes]
        notes += [missed.says.basis for missed in told.missed] + list(told.basis)
        notes += [one.basis for _, found in told.glance for one in found]
        notes += [route.basis for clock in told.clocks for _, route in clock.routes]
        imprint = press.told({}, title="", site=SITE, checked=procedure.checked, paper=press.PAPERS["a4"])["imprint"]
        allowed = plain(
            "".join(f"（{note}）" for note in notes) + "依据：；。网页：" + SITE.url + procedure.id + ".html"
        )
        allowed += plain("".join(str(value) for value in imprint.values()))
        small = "".join(text for size, text in sizes(content) if size < LEAST)
        assert min(size for size, _ in sizes(content)) >= SMALL
        assert set(small) <= set(allowed) | set("0123456789abcdef"), procedure.id
        assert len(small) < 2 * len(allowed)


@pytest.mark.slow
def test_no_panel_of_a_leaflet_grows_over_its_fold_or_its_edge(
    catalogue: Catalogue, citizens: list[Procedure], monkeypatch: pytest.MonkeyPatch
) -> None:
    for procedure in citizens:
        sheets = pictures(monkeypatch, lambda: handout.leaflet(catalogue, procedure, SITE))  # noqa: B023
        assert len(sheets) == 2
        for sheet, folds in zip(sheets, ((97, 197), (100, 200)), strict=True):
            for fold in folds:
                assert white(sheet, (fold - 5) / 297, 0.03, (fold + 5) / 297, 0.97), (procedure.id, fold)
            assert white(sheet, 0, 0.95, 0.3, 0.98), procedure.id
            assert white(sheet, 0.35, 0.95, 0.64, 0.98), procedure.id
            assert white(sheet, 0.7, 0.95, 1, 0.98), procedure.id


def test_a_short_leaflet_is_set_large_and_takes_all_three_panels(
    monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    hearing = catalogue.procedure["cn/handling/hearing"]
    _, inside = pictures(monkeypatch, lambda: handout.leaflet(catalogue, hearing, SITE))
    for panel in range(3):
        assert not white(inside, panel / 3 + 0.03, 0.3, panel / 3 + 0.3, 0.45), panel
    set_at = sizes(handout.leaflet(catalogue, hearing, SITE))
    assert max(size for size, text in set_at if "陈述事实和理由" in text) >= 16


def test_the_front_is_the_right_third_of_the_outside_and_its_code_leads_to_the_page(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    procedure = catalogue.procedure["cn/handling/review"]
    outside, _ = pictures(monkeypatch, lambda: handout.leaflet(catalogue, procedure, SITE), dots=110)
    front = outside.crop((outside.width * 2 // 3, 0, outside.width, outside.height))
    [code] = zxingcpp.read_barcodes(front)
    assert code.text == "https://xf.example.cn/cn/handling/review.html"
    assert not white(front, 0.1, 0.05, 0.9, 0.2), "its title stands there"


def test_where_no_address_is_known_there_is_no_code_but_a_blank(catalogue: Catalogue) -> None:
    made = handout.leaflet(catalogue, catalogue.procedure["cn/handling/review"], Site())
    assert "二维码" not in text_of(made)
    assert "网址" in text_of(made)


def test_a_leaflet_for_a_place_holds_that_place_s_own_address(catalogue: Catalogue) -> None:
    known = Body(
        id="office", name="某县信访局", roles=("petition-department",), publication=Publication(telephone="12345")
    )
    place = catalogue.place["cn/guangdong/guangzhou/nansha"].model_copy(update={"bodies": (known,)})
    places = tuple(place if found.id == place.id else found for found in catalogue.places)
    fields = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    there = Catalogue.model_construct(None, **{**fields, "places": places})
    procedure = catalogue.procedure["cn/acceptance/file-visit"]
    assert missing(handout.leaflet(there, procedure, SITE, place.id), iter(("某县信访局", "12345"))) == []
    assert "12345" not in text_of(handout.leaflet(there, procedure, SITE))


def test_equal_data_give_equal_prints(catalogue: Catalogue) -> None:
    place, procedure = catalogue.place["cn"], catalogue.procedure["cn/handling/appeal"]
    for make in (
        lambda: handout.leaflet(catalogue, procedure, SITE),
        lambda: handout.counter_card(catalogue, place, SITE),
        lambda: handout.imposed(handout.leaflet(catalogue, procedure, SITE), "折页", date(2026, 1, 1)),
    ):
        assert make() == make()


def test_what_was_set_before_is_remembered_word_for_word(catalogue: Catalogue, tmp_path: Path) -> None:
    place = catalogue.place["cn"]
    made = handout.counter_card(catalogue, place, SITE, cache=tmp_path)
    [kept] = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert handout.counter_card(catalogue, place, SITE, cache=tmp_path) == b"kept"
    assert handout.counter_card(catalogue, place, Site(publisher="别人"), cache=tmp_path) != b"kept"
    assert handout.counter_card(catalogue, place, SITE) == made


@pytest.fixture(scope="module")
def nansha(catalogue: Catalogue) -> Place:
    return catalogue.place["cn/guangdong/guangzhou/nansha"]


@pytest.fixture(scope="module")
def book(catalogue: Catalogue, nansha: Place) -> bytes:
    return handout.booklet(catalogue, nansha, SITE)


def test_a_booklet_tells_the_place_s_own_first_and_then_what_holds_for_its_citizens(
    catalogue: Catalogue, nansha: Place
) -> None:
    told = [procedure.id for procedure in told_in(catalogue, nansha)]
    own = [procedure.id for procedure in catalogue.procedures if procedure.place == nansha.id]
    assert told[: len(own)] == own
    assert "cn/handling/appeal" in told
    assert "cn/supervision/annual-report" not in told
    assert len(told) == len(set(told))


def test_a_booklet_tells_what_its_data_tell(catalogue: Catalogue, nansha: Place, book: bytes) -> None:
    for procedure in told_in(catalogue, nansha):
        assert missing(book, said(brief(catalogue, procedure))) == [], procedure.id
    for body in nansha.bodies:
        assert missing(book, iter((body.name, *PUBLICATION.values()))) == []


def test_a_booklet_tells_each_other_route_in_full_once_and_its_time_in_every_guide(
    catalogue: Catalogue, nansha: Place, book: bytes
) -> None:
    told = text_of(book)
    guides = [brief(catalogue, procedure) for procedure in told_in(catalogue, nansha)]
    routes = {name: said for guide in guides for clock in guide.clocks for name, said in clock.routes}
    review = routes["行政复议"]
    assert told.count(plain(review.says)) == 1
    assert told.count(plain("行政复议：60 日内")) == 1 + sum(
        name == "行政复议" for guide in guides for clock in guide.clocks for name, _ in clock.routes
    )


def test_the_country_s_booklet_can_be_stapled_and_has_one_page_of_blanks(catalogue: Catalogue) -> None:
    made = handout.booklet(catalogue, catalogue.place["cn"], SITE)
    assert page_count(made) <= STAPLED
    assert text_of(made).count(plain("查询处理进展以及结果的方式")) == 1
    assert "信访情况年度报告" not in text_of(made), "it tells a citizen nothing to do"


def test_a_booklet_is_a5_and_keeps_the_promises_of_print(catalogue: Catalogue, nansha: Place, book: bytes) -> None:
    promised(book)
    reader = PdfReader(BytesIO(book))
    assert page_count(book) == len(reader.pages)
    assert {tuple(round(float(side) / press.POINTS) for side in page.mediabox[2:]) for page in reader.pages} == {
        (148, 210)
    }
    names = [procedure.name for procedure in told_in(catalogue, nansha)]
    assert [title for title in bookmarks(book) if title in names] == names
    assert min(size for size, _ in sizes(book)) >= SMALL


@pytest.mark.slow
def test_the_contents_of_a_booklet_name_the_pages_where_things_stand(book: bytes) -> None:
    pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(book)).pages]
    contents = pages[1] + pages[2]
    number = next(number for number, text in enumerate(pages, 1) if number > 3 and "全国·办理复查您" in text)
    assert f"复查{'.' * 3}" in contents
    assert any(line.endswith(str(number)) for line in contents.replace("复核", "\n复核").split("\n") if "复查." in line)


@given(st.integers(min_value=1, max_value=400))
def test_folded_and_nested_the_sheets_read_from_the_first_page_to_the_last(pages: int) -> None:
    order = sides(pages)
    fronts, backs = order[::2], order[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    last = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    read = first + last[::-1]
    assert len(read) % 4 == 0
    assert read == [*range(1, pages + 1), *[0] * (len(read) - pages)]
    assert len(read) - pages < 4


@pytest.mark.slow
def test_each_side_of_a_sheet_holds_the_two_pages_that_it_should(book: bytes) -> None:
    sheets = handout.imposed(book, "手册", date(2026, 1, 1))
    pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(book)).pages]
    made = PdfReader(BytesIO(sheets)).pages
    order = sides(len(pages))
    assert len(made) == len(order) == 2 * -(-len(pages) // 4)
    for side, pair in zip(made, order, strict=True):
        assert tuple(round(float(edge) / press.POINTS) for edge in side.mediabox[2:]) == A4
        text = plain(side.extract_text())
        for page in pair:
            assert not page or pages[page - 1] in text


@pytest.mark.parametrize("paper", handout.CARDS)
def test_a_card_holds_the_eight_items_and_a_blank_for_each_that_is_not_known(
    catalogue: Catalogue, nansha: Place, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = press.PAPERS[paper]
    made = handout.counter_card(catalogue, nansha, SITE, paper=sheet)
    promised(made)
    assert missing(made, iter(("南沙区信访局", "非官方", *PUBLICATION.values()))) == []
    assert len(PdfReader(BytesIO(made)).pages) == 1
    assert min(size for size, _ in sizes(made)) >= 7.5
    [card] = pictures(monkeypatch, lambda: handout.counter_card(catalogue, nansha, SITE, paper=sheet), dots=150)
    [code] = zxingcpp.read_barcodes(card)
    assert code.text == "https://xf.example.cn/cn/guangdong/guangzhou/nansha/index.html"


def test_a_card_with_everything_known_still_fits_or_says_that_it_does_not(
    catalogue: Catalogue, nansha: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {key: f"{name}：" + "某某路一号二楼接待大厅，工作日上午九时到十二时。" for key, name in PUBLICATION.items()}
    body = Body(id="office", name="某县信访局", publication=Publication(**told))
    made = handout.counter_card(catalogue, nansha, SITE, body)
    assert missing(made, iter(told.values())) == []
    [card] = pictures(monkeypatch, lambda: handout.counter_card(catalogue, nansha, SITE, body))
    assert white(card, 0, 0.97, 1, 1)
    long = Body(
        id="office", name="某县信访局", publication=Publication(**{key: text * 6 for key, text in told.items()})
    )
    with pytest.raises(NoRoom, match="放不下"):
        handout.counter_card(catalogue, nansha, SITE, long, press.PAPERS["a6"])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("leaflet", "cn/handling/reveiw"), "没有事项“cn/handling/reveiw”；是不是 cn/handling/review"),
        (("leaflet", "cn/supervision/annual-report"), "没有写给群众的话"),
        (("booklet", "cn/guangdong/nansha"), "没有地方“cn/guangdong/nansha”；是不是 cn/guangdong/guangzhou/nansha"),
        (("booklet", "cn", "--saddle-stitch", "--print-shop"), "印刷厂自己拼版"),
        (("card", "南沙", "--paper", "a4"), "没有纸张“a4”；是不是 a6、a5"),
        (("card", "南沙", "--body", "南沙区信访科"), "没有单位“南沙区信访科”；是不是 南沙区信访局"),
    ],
)
def test_a_wrong_call_is_told_in_a_line_with_the_nearest(call: tuple[str, ...], says: str) -> None:
    run = daoyin(*call)
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_the_verbs_write_where_they_are_told(tmp_path: Path) -> None:
    for call, name in (
        (("leaflet", "复查", "--place", "南沙"), "cn-handling-review-leaflet.pdf"),
        (("booklet", "南沙", "--saddle-stitch"), "cn-guangdong-guangzhou-nansha-booklet-sheets.pdf"),
        (("card", "南沙", "--paper", "a6", "--print-shop"), "cn-guangdong-guangzhou-nansha-card-a6.pdf"),
    ):
        run = daoyin(*call, "-o", tmp_path)
        assert run.returncode == 0, run.stderr
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
        assert name in run.stdout
