"""Posters: every step, limit and article on the sheet, no text below the bound of its paper, and equal bytes."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from pypdf import PageObject, PdfReader
from tests.diagram.cases import CASES as CHARTS
from tests.diagram.cases import drawn
from tests.render.printed import bookmarks, pictures, plain, promised, sizes, text_of, white

from conftest import ROOT, daoyin
from daoyin import address, chart, citation, duties
from daoyin.diagram import WALL, draw
from daoyin.load import load
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Place, Procedure
from daoyin.model.place import Publication
from daoyin.render import memory, poster, press, typeset
from daoyin.render.poster.overview import STAGE
from daoyin.render.poster.setting import Hung
from daoyin.render.poster.split import parts
from daoyin.render.press import PAPERS
from daoyin.road import found, handed, links
from daoyin.steps import steps

CATALOGUE = load(ROOT).catalogue
SITE = Site(name="导引", publisher="导引项目组", url="https://xinfang.example.org/daoyin/")
REVIEW, APPEAL = CATALOGUE.procedure["cn/handling/review"], CATALOGUE.procedure["cn/handling/appeal"]
PRACTICE = CATALOGUE.procedure["cn/zhejiang/quzhou/supervision/after-action"]
A3 = (PAPERS["a3"], PAPERS["a3"].turned)

every_procedure = pytest.mark.parametrize("procedure", CATALOGUE.procedures, ids=lambda procedure: procedure.id)


@cache
def offered(id: str) -> Hung:
    """The poster that the site offers of a procedure."""
    procedure = CATALOGUE.procedure[id]
    hung = poster.hung(lambda papers: poster.wall_guide(CATALOGUE, procedure, SITE, papers))
    assert hung
    return hung


def altered(**fields: object) -> Catalogue:
    """The real catalogue with other facts; a copy would remember the old ones by id."""
    return Catalogue.model_construct(
        None, **{name: getattr(CATALOGUE, name) for name in Catalogue.model_fields} | fields
    )


def papers(size: str) -> tuple[press.Paper, ...]:
    return (PAPERS[size], PAPERS[size].turned)


def promised_words(catalogue: Catalogue, procedure: Procedure) -> Iterator[str]:
    """Every word of the data that a wall guide must hold."""
    yield from (procedure.name, procedure.summary, procedure.do_now or "", procedure.checked.isoformat())
    for node in chart.procedure(catalogue, procedure).nodes:
        yield from (node.name, *node.badges, *node.documents)
    for flow in chart.procedure(catalogue, procedure).flows:
        yield flow.label
    for limit in procedure.limits:
        yield from (limit.act, limit.note or "", limit.prefer or "", limit.unless or "")
        yield from (citation.short(catalogue, law) for law in limit.law)
        if limit.within:
            yield f"{limit.within}内"
        if limit.missed:
            yield limit.missed.says
    for lane in procedure.process.lane_order:
        yield catalogue.role[lane].name
    for source in procedure.sources if procedure.basis == "practice" else ():
        yield f"《{catalogue.source[source].title}》"


@every_procedure
def test_a_wall_guide_says_every_step_limit_and_body(procedure: Procedure) -> None:
    said = text_of(offered(procedure.id).content)
    assert [word for word in promised_words(CATALOGUE, procedure) if plain(word) not in said] == []


@every_procedure
def test_a_wall_guide_cites_every_article_it_rests_on(procedure: Procedure) -> None:
    said = text_of(offered(procedure.id).content)
    cited = [*procedure.law, *(law for node in procedure.process.nodes for law in node.law)]
    assert [law for law in cited if f"第{law.article}条" not in said or CATALOGUE.law[law.law].name not in said] == []


@every_procedure
def test_a_wall_guide_is_tagged_small_and_never_below_the_bound_of_its_paper(procedure: Procedure) -> None:
    made = offered(procedure.id)
    promised(made.content)
    assert len(made.content) <= 300_000
    assert min(size for size, _ in sizes(made.content)) >= poster.BOUND[made.paper.lower()]
    assert bookmarks(made.content)[0] == procedure.name


@every_procedure
def test_no_text_of_a_wall_guide_leaves_its_sheet(procedure: Procedure) -> None:
    assert [place for page in PdfReader(BytesIO(offered(procedure.id).content)).pages for place in outside(page)] == []


def outside(page: PageObject) -> list[str]:
    """The runs of text that begin nearer to the edge of their page than a printer prints."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    found: list[str] = []

    def visit(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        x, y = cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]
        if text.strip() and not (10 < x < width - 10 - size / 2 and 10 < y < height - 10):
            found.append(f"{text} at {x:.0f}, {y:.0f}")

    page.extract_text(visitor_text=visit)
    return found


def test_every_wall_guide_that_the_site_offers_hangs_on_one_sheet() -> None:
    made = {procedure.id: offered(procedure.id) for procedure in CATALOGUE.procedures}
    assert {id: typeset.page_count(hung.content) for id, hung in made.items()} == dict.fromkeys(made, 1)
    assert {hung.paper for hung in made.values()} <= {"A3", "A2"}


@pytest.mark.parametrize("size", ["a1", "a2", "a3", "a4"])
@pytest.mark.parametrize("landscape", [False, True])
def test_each_paper_keeps_to_its_size_and_bound(size: str, landscape: bool) -> None:
    paper = PAPERS[size].turned if landscape else PAPERS[size]
    made = poster.wall_guide(CATALOGUE, REVIEW, SITE, (paper,))
    with pikepdf.open(BytesIO(made.content)) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].mediabox)
        assert (right - left, top - bottom) == pytest.approx((paper.width * press.POINTS, paper.height * press.POINTS))
        assert len(pdf.pages) == made.sheets == 1
    assert min(size for size, _ in sizes(made.content)) >= poster.BOUND[size]


@pytest.mark.parametrize("size", ["a1", "a2", "a3"])
def test_title_and_limits_are_read_from_three_metres(size: str) -> None:
    """A character of 10 mm is read from three metres; the title is twice as large."""
    made = poster.wall_guide(CATALOGUE, REVIEW, SITE, papers(size))
    found = {text: height for height, text in sizes(made.content)}
    assert found[REVIEW.name] >= 50
    assert max(height for text, height in found.items() if "30日内" in text) >= 10 * press.POINTS


def test_the_same_facts_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert daoyin("poster", "cn/handling/review", "--url", SITE.url, "-o", tmp_path / name).returncode == 0
    one, two = ((tmp_path / name / "cn-handling-review-a3.pdf").read_bytes() for name in ("one", "two"))
    assert one == two == poster.wall_guide(CATALOGUE, REVIEW, SITE, A3).content


def test_the_code_leads_to_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    [picture] = pictures(monkeypatch, lambda: poster.wall_guide(CATALOGUE, REVIEW, SITE, A3).content, dots=90)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [
        "https://xinfang.example.org/daoyin/cn/handling/review.html"
    ]


def test_where_the_site_has_no_address_a_blank_takes_the_place_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = Site(publisher="导引项目组")
    [picture] = pictures(monkeypatch, lambda: poster.wall_guide(CATALOGUE, REVIEW, nowhere, A3).content, dots=90)
    assert zxingcpp.read_barcodes(picture) == []
    for made in (
        poster.wall_guide(CATALOGUE, REVIEW, nowhere, A3),
        poster.overview(CATALOGUE, CATALOGUE.roads[0], nowhere, A3),
        poster.board(CATALOGUE, CATALOGUE.role["petition-department"], nowhere, A3),
    ):
        assert text_of(made.content).count("网址") == 1
        assert made.sheets == 1


def test_the_chart_is_heard_step_by_step() -> None:
    with pikepdf.open(BytesIO(offered(REVIEW.id).content)) as pdf:
        heard = [str(node.Alt) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node]
    [story] = [text for text in heard if text.startswith("第 1 步")]
    assert [
        step.number for step in steps(CATALOGUE, REVIEW) if f"第 {step.number} 步，{step.node.name}。" not in story
    ] == []
    assert "不服，转到复核" in story


def test_a_practice_reads_as_the_practice_of_its_place_and_never_as_law() -> None:
    said = text_of(offered(PRACTICE.id).content)
    assert "地方做法" in said
    assert "不是全国的规定" in said
    assert all(f"应当{limit.act}" not in said for limit in PRACTICE.limits)
    assert "地方做法" not in text_of(offered(REVIEW.id).content)
    assert "复查单位应当提出复查意见并书面答复" in text_of(offered(REVIEW.id).content)


def test_a_print_says_that_it_is_unofficial_unless_the_body_itself_publishes() -> None:
    ours = text_of(offered(REVIEW.id).content)
    assert "非官方" in ours
    assert "由导引项目组发布" in ours
    body = Site(publisher="某县信访局", url=SITE.url, unofficial=False)
    theirs = text_of(poster.wall_guide(CATALOGUE, REVIEW, body, A3).content)
    assert "非官方" not in theirs
    assert "由某县信访局发布" in theirs


def test_the_version_changes_with_the_words_and_not_with_the_paper() -> None:
    def version(catalogue: Catalogue, size: str) -> str:
        made = poster.wall_guide(catalogue, catalogue.procedure[REVIEW.id], SITE, papers(size))
        return re.findall("数据版本:([0-9a-f]{8})", text_of(made.content))[0]

    other = REVIEW.model_copy(update={"summary": "别的说法。"})
    changed = altered(procedures=(other,))
    assert version(CATALOGUE, "a3") == version(CATALOGUE, "a2")
    assert version(CATALOGUE, "a3") != version(changed, "a3")


def test_a_place_s_own_address_hours_and_telephone_stand_on_its_sheet_and_blanks_for_what_is_not_held() -> None:
    quzhou = CATALOGUE.place["cn/zhejiang/quzhou"]
    published = Publication(address="某路 1 号", telephone="0570-12345", reception="工作日上午")
    body = quzhou.bodies[0].model_copy(update={"roles": ("review-body",), "publication": published})
    place: Place = quzhou.model_copy(update={"bodies": (body,)})
    catalogue = altered(places=(*CATALOGUE.places[:1], place))
    said = text_of(poster.wall_guide(catalogue, REVIEW, SITE, A3, place=place.id).content)
    assert [
        word for word in (body.name, *published.model_dump(exclude_none=True).values()) if plain(word) not in said
    ] == []
    assert "查询处理进展以及结果的方式" in said
    assert body.name not in text_of(offered(REVIEW.id).content)


def test_the_print_shop_gets_bleed_and_marks_beyond_the_trimmed_sheet() -> None:
    made = poster.wall_guide(CATALOGUE, REVIEW, SITE, (PAPERS["a3"],), shop=True)
    promised(made.content)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        page = pdf.pages[0]
        trim, media = ([float(number) for number in page.obj[name]] for name in ("/TrimBox", "/MediaBox"))
    beyond = 10 * press.POINTS
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([297 * press.POINTS, 420 * press.POINTS], abs=0.01)
    assert trim[:2] == pytest.approx([beyond, beyond], abs=0.01)
    assert media[2:] == pytest.approx([trim[2] + beyond, trim[3] + beyond], abs=0.01)


@pytest.mark.parametrize("id", ["cn/order/conduct", "cn/acceptance/joint-petition", "cn/supervision/annual-report"])
@pytest.mark.parametrize("size", ["a1", "a2", "a4"])
def test_what_is_measured_is_what_is_set_no_line_runs_on_to_another_sheet(id: str, size: str) -> None:
    assert poster.wall_guide(CATALOGUE, CATALOGUE.procedure[id], SITE, papers(size)).sheets == 1


@pytest.mark.parametrize("id", ["cn/handling/review", "cn/handling/classify", "cn/acceptance/file-phone"])
def test_a_wall_guide_is_filled_to_its_foot(monkeypatch: pytest.MonkeyPatch, id: str) -> None:
    [picture] = pictures(
        monkeypatch, lambda: poster.wall_guide(CATALOGUE, CATALOGUE.procedure[id], SITE, (PAPERS["a3"],)).content
    )
    assert not white(picture, 0.05, 0.88, 0.95, 0.95)


# charts too large for one sheet


def test_a_chart_too_large_for_its_paper_is_cut_and_both_ends_of_each_cut_say_where() -> None:
    made = poster.wall_guide(CATALOGUE, APPEAL, SITE, papers("a4"))
    assert made.sheets > 1
    pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(made.content)).pages]
    for number, (upper, lower) in enumerate(pairwise(pages), 1):
        assert ("接第" in upper and f"接第{number + 1}张" in upper) or "接第" not in upper
        assert f"第{number + 1}张,共{made.sheets}张" in lower
    assert [word for word in promised_words(CATALOGUE, APPEAL) if plain(word) not in "".join(pages)] == []
    assert min(size for size, _ in sizes(made.content)) >= poster.BOUND["a4"]
    promised(made.content)


@pytest.mark.parametrize("case", CHARTS)
@pytest.mark.parametrize("count", [2, 3])
def test_each_box_hangs_on_one_sheet_and_each_mark_has_its_other_end(case: str, count: int) -> None:
    diagram = drawn(case)
    cut = parts(diagram, count)
    if not cut:
        return
    assert sorted(shape.node.id for part in cut for shape in part.diagram.shapes) == sorted(
        shape.node.id for shape in diagram.shapes
    )
    ends: dict[int, list[tuple[int, int]]] = {}
    for sheet, part in enumerate(cut, 1):
        for jump in part.jumps:
            ends.setdefault(jump.number, []).append((sheet, jump.sheet))
    assert all(
        sorted(found) == sorted((other, own) for own, other in found) and len(found) == 2 for found in ends.values()
    )
    here = {shape.node.id: sheet for sheet, part in enumerate(cut, 1) for shape in part.diagram.shapes}
    apart = sum(abs(here[arrow.flow.source] - here[arrow.flow.target]) for arrow in diagram.arrows)
    assert len(ends) >= apart


@pytest.mark.parametrize("case", CHARTS)
def test_no_mark_of_a_cut_and_no_cut_line_meets_a_box(case: str) -> None:
    for part in parts(drawn(case), 2):
        boxes = [shape.box for shape in part.diagram.shapes]
        for jump in part.jumps:
            assert not any(
                box.left - 10 < jump.at.x < box.right + 10 and box.top - 10 < jump.at.y < box.bottom + 10
                for box in boxes
            )
        for arrow in part.diagram.arrows:
            ends = {arrow.flow.source, arrow.flow.target}
            foreign = [shape.box for shape in part.diagram.shapes if shape.node.id not in ends]
            for a, b in pairwise(arrow.line):
                left, right, top, bottom = min(a.x, b.x), max(a.x, b.x), min(a.y, b.y), max(a.y, b.y)
                crossed = [
                    box
                    for box in foreign
                    if left < box.right and box.left < right + 1 and top < box.bottom and box.top < bottom + 1
                ]
                assert crossed == []


def grown(count: int) -> Catalogue:
    """The real catalogue, in which the review has so many more steps, spread over its lanes."""
    lanes = ["petitioner", "review-body", "handling-body", "petition-department"]
    nodes = {"a": {"start": "开始", "lane": lanes[0]}}
    for number in range(count):
        name = f"n{number}"
        if number % 5 == 4:
            nodes[name] = {
                "gateway": f"第{number}问？",
                "lane": lanes[number % 4],
                "next": {"是": f"n{number + 1}", "否": f"n{max(0, number - 3)}"},
            }
        else:
            nodes[name] = {"task": f"办理第{number}件事情的步骤", "lane": lanes[number // 2 % 4]}
    nodes[f"n{count}"] = {"end": "结束", "lane": lanes[0]}
    told = REVIEW.model_dump(by_alias=True, exclude={"process", "limits"}) | {"process": {"nodes": nodes}, "limits": {}}
    procedure = Procedure.model_validate(told)
    return altered(procedures=(*(p for p in CATALOGUE.procedures if p.id != REVIEW.id), procedure))


def test_a_large_chart_is_cut_or_refused_and_never_set_smaller() -> None:
    catalogue = grown(120)
    with pytest.raises(typeset.NoRoom, match="放不进 A4：字会小于 7 磅"):
        poster.wall_guide(catalogue, catalogue.procedure[REVIEW.id], SITE, papers("a4"))
    catalogue = grown(80)
    made = poster.wall_guide(catalogue, catalogue.procedure[REVIEW.id], SITE, papers("a1"))
    assert made.sheets > 1
    assert min(size for size, _ in sizes(made.content)) >= poster.BOUND["a1"]


# the overview


@pytest.mark.parametrize("size", ["a1", "a2", "a3"])
def test_the_overview_shows_every_stage_of_the_road_large_enough_for_two_metres(size: str) -> None:
    [road] = CATALOGUE.roads
    made = poster.overview(CATALOGUE, road, SITE, papers(size))
    assert made.sheets == 1
    assert len(road.stages) <= 15
    promised(made.content)
    set_at = {text: height for height, text in sizes(made.content)}
    diagram = draw(chart.road(CATALOGUE, road), None, WALL)
    lines = [plain(line) for shape in diagram.shapes for line in shape.name.lines]
    heights = [height for text, height in set_at.items() if any(line in text for line in lines)]
    assert set(lines) <= set("".join(set_at)) or all(any(line in text for text in set_at) for line in lines)
    assert max(heights) >= STAGE[size]
    assert min(set_at.values()) >= poster.BOUND[size]


def test_the_overview_tells_who_is_responsible_and_every_limit_with_its_article() -> None:
    [road] = CATALOGUE.roads
    said = text_of(poster.overview(CATALOGUE, road, SITE, A3).content)
    for stage in road.stages:
        for id in found(CATALOGUE, stage):
            for limit in CATALOGUE.procedure[id].limits:
                words = (
                    limit.act,
                    *(citation.short(CATALOGUE, law) for law in limit.law),
                    f"{limit.within}内" if limit.within else "期限另定",
                )
                assert [word for word in words if plain(word) not in said] == []
        assert [
            name
            for name in chart.leaders(CATALOGUE, [CATALOGUE.procedure[id] for id in found(CATALOGUE, stage)])
            if name not in said
        ] == []


def test_the_ways_of_a_road_are_those_that_its_procedures_hand_over() -> None:
    [road] = CATALOGUE.roads
    shown = {(link.source.id, link.target.id): link.answers for link in links(CATALOGUE, road)}
    assert shown[("appeal", "review")] == ("不服",)
    assert shown[("register", "organ-acceptance")] == ()
    assert len(shown) == sum(len(stage.follows) for stage in road.stages)
    stages = {stage.id: stage for stage in road.stages}
    assert handed(CATALOGUE, stages["review"], stages["suggestion"]) is None


# the responsibility board


def test_a_board_says_every_duty_of_its_body_with_limit_article_and_consequence() -> None:
    role = CATALOGUE.role["petition-department"]
    made = poster.board(CATALOGUE, role, SITE, A3)
    promised(made.content)
    assert made.sheets == 1
    assert min(size for size, _ in sizes(made.content)) >= poster.BOUND["a3"]
    said = text_of(made.content)
    lines = [
        line
        for line in duties.lines(CATALOGUE, "cn")
        if role.id in (line.duty.holder, *duties.members(CATALOGUE, line.duty.holder))
    ]
    assert len(lines) > 10
    for line in lines:
        duty = line.duty
        words = [
            duty.duty,
            duty.trigger or "",
            chart.badge(CATALOGUE, line.limit[1]) if line.limit else "",
            duty.no_consequence or "",
        ]
        words += [*citation.together(CATALOGUE, duty.law), *citation.together(CATALOGUE, duty.consequence)]
        words += [procedure.name for procedure, _ in line.steps]
        assert [word for word in words if plain(word) not in said] == []


def test_a_board_that_hangs_in_a_place_names_the_body_there() -> None:
    role = CATALOGUE.role["petition-department"]
    said = text_of(poster.board(CATALOGUE, role, SITE, A3, place="cn/guangdong/guangzhou/nansha").content)
    assert "南沙区信访局责任清单" in said


# the command


def test_a_call_that_is_wrong_is_told_in_one_line_with_the_nearest_name(tmp_path: Path) -> None:
    for arguments, told in (
        (["cn/handling/revew"], "没有事项“cn/handling/revew”；是不是 cn/handling/review"),
        (["申诉"], "申诉求决事项的办理"),
        (["复查", "--paper", "a33"], "没有纸张“a33”；是不是 a3"),
        (["复查", "--place", "南沙区"], "没有地方“南沙区”；是不是 广州市南沙区"),
        (["--board", "petition-departmen"], "没有角色“petition-departmen”；是不是 petition-department"),
        (["--board", "petitioner-helper"], "没有角色"),
        ([], "请写要印哪些事项"),
    ):
        run = daoyin("poster", *arguments, "-o", tmp_path)
        assert (run.returncode, run.stdout) == (2, "")
        assert told in run.stderr
        assert run.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_what_is_asked_and_says_where_and_that_no_code_is_printed(tmp_path: Path) -> None:
    run = daoyin(
        "poster",
        "复查",
        "--overview",
        "--board",
        "staff",
        "--paper",
        "A2",
        "--landscape",
        "--print-shop",
        "-o",
        tmp_path,
    )
    assert run.returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "board-staff-a2.pdf",
        "cn-handling-review-a2.pdf",
        "overview-petition-a2.pdf",
    ]
    assert run.stdout.count("（A2，1 张）") == 3
    assert "没有印二维码" in run.stderr


def test_where_a_paper_is_too_small_the_command_names_the_one_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from daoyin.cli import poster as verb

    class Options:
        landscape = portrait = False

    def make(given: tuple[press.Paper, ...]) -> poster.Poster:
        if given[0].name != "a2":
            raise typeset.NoRoom("《某事》放不进。")
        return poster.Poster(offered(REVIEW.id).content)

    assert verb._needed(make, "a4", Options()) == "请用 --paper a2（1 张）。"
    assert "最大的纸也放不下" in verb._needed(make, "a2", Options())


# what is remembered


def test_a_poster_is_made_once_and_anew_only_for_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = poster.wall_guide(CATALOGUE, REVIEW, SITE, A3, cache=tmp_path)
    assert first.content == poster.wall_guide(CATALOGUE, REVIEW, SITE, A3).content

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("set again")

    monkeypatch.setattr(typeset, "pdf", never)
    assert poster.wall_guide(CATALOGUE, REVIEW, SITE, A3, cache=tmp_path) == first
    changed = altered(procedures=(REVIEW.model_copy(update={"summary": "别的说法。"}),))
    with pytest.raises(AssertionError, match="set again"):
        poster.wall_guide(changed, changed.procedures[0], SITE, A3, cache=tmp_path)


def test_what_an_older_maker_made_is_forgotten(tmp_path: Path) -> None:
    def remembered(words: str) -> bytes:
        memory._forget.cache_clear()  # as in the next run
        return memory.remembered(tmp_path, {"words": words}, words.encode)

    remembered("一")
    (tmp_path / "0123-of-an-older-maker").write_text("旧")
    assert remembered("一") == "一".encode()
    remembered("二")
    assert sorted(file.read_text() for file in tmp_path.iterdir()) == ["一", "二"]


def test_a_folder_that_cannot_remember_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "posters").write_text("not a folder")
    assert poster.wall_guide(CATALOGUE, REVIEW, SITE, A3, cache=tmp_path).content


def test_each_page_offers_its_prints() -> None:
    from daoyin.render import page

    link = '<a href="review.pdf" download>'
    assert link in page.guide(CATALOGUE, REVIEW, "", {f"{address.procedure(REVIEW.id)}.pdf": "上墙的导引图（PDF，A3）"})
    assert link not in page.guide(CATALOGUE, REVIEW, "")
    road = {f"{address.road('petition')}.pdf": "路线图（PDF，A3，可以上墙）"}
    assert '<a href="../roads/petition.pdf" download>' in page.place(CATALOGUE, CATALOGUE.place["cn"], road)


@pytest.mark.parametrize("id", ["inspection-department", "other-organs", "joint-conference", "petition-department"])
@pytest.mark.parametrize("size", ["a1", "a4"])
def test_a_board_is_filled_to_its_foot_and_stays_on_one_sheet(
    monkeypatch: pytest.MonkeyPatch, id: str, size: str
) -> None:
    made = pictures(
        monkeypatch,
        lambda: poster.board(CATALOGUE, CATALOGUE.role[id], SITE, papers(size)).content,
        dots=15 if size == "a1" else 40,
    )
    assert len(made) == 1
    assert not white(made[0], 0.05, 0.85, 0.95, 0.95)
