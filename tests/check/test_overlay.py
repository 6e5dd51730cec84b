"""A local file that says only what differs is a whole procedure once read, and every difference has its basis."""

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from conftest import CASES
from daoyin import chart, site
from daoyin.changes import changes, differences
from daoyin.check import check
from daoyin.check.overlay import difference
from daoyin.clocks import events
from daoyin.load import Loaded, load, splice
from daoyin.load.settings import Site
from daoyin.model import Catalogue, Limit, Period
from daoyin.render import page, share
from daoyin.search.entries import entries

BASE = "procedures/cn/handling/information-request.yaml"
LOCAL = "procedures/cn/county/handling/information-request.yaml"
ID = "cn/county/handling/information-request"


@pytest.fixture
def county(starter: Path) -> Path:
    """The starter site with a county whose law has the reply come sooner."""
    shutil.copytree(
        CASES / "overlay.a-county-answers-sooner" / "procedures", starter / "procedures", dirs_exist_ok=True
    )
    return starter


def edited(root: Path, path: str, old: str, new: str) -> Loaded:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, "an edit hits one place"
    (root / path).write_text(text.replace(old, new), "utf-8")
    return load(root)


def told(loaded: Loaded) -> list[str]:
    return [str(finding) for finding in check(loaded)]


def test_a_sound_overlay_has_no_finding_and_is_a_whole_procedure(county: Path) -> None:
    loaded = load(county)
    assert check(loaded) == []
    local, base = loaded.catalogue.procedure[ID], loaded.catalogue.procedure["cn/handling/information-request"]
    assert local.extends == base.id
    assert (local.name, local.basis, local.law) == (base.name, base.basis, base.law)
    assert [str(limit.within) for limit in local.limits] == ["10 个工作日"]
    assert [node.id for node in local.process.nodes] == [
        "request", "submit", "received", "counter", "reply", "satisfied", "done",
    ]  # fmt: skip
    assert [one.id for one in local.removed] == ["limits/correct", "process/nodes/clear", "process/nodes/correct"]
    assert ("counter", "reply") in [(flow.source, flow.target.id) for flow in local.process.flows]


def test_what_a_limit_rests_on_is_its_own_and_no_longer_that_of_the_one_above(county: Path) -> None:
    [limit] = load(county).catalogue.procedure[ID].limits
    assert [str(unit) for unit in limit.law] == ["county-2020#3.1"]
    assert limit.extend, "what is not told otherwise is taken over"


def test_hand_overs_stay_local_where_an_overlay_is(county: Path) -> None:
    catalogue = load(county).catalogue
    assert catalogue.resolve("cn/county", "handling", "handling/information-request") == ID
    assert catalogue.resolve("cn", "handling", "information-request") == "cn/handling/information-request"


def test_a_change_above_reaches_the_overlay_and_is_told_once(county: Path) -> None:
    before = load(county)
    after = edited(county, BASE, "citizen: 写明您是谁、要什么、要什么形式。", "citizen: 写明您要什么。")
    node = after.catalogue.procedure[ID].process.node("submit")
    assert node is not None
    assert node.citizen == "写明您要什么。"
    assert [change.path for change in changes(before.catalogue, after.catalogue)] == [BASE]


def test_a_change_of_the_overlay_is_told_there(county: Path) -> None:
    before = load(county)
    after = edited(county, LOCAL, "office: 当面能答复的，当面答复。", "office: 当面答复。")
    assert [change.path for change in changes(before.catalogue, after.catalogue)] == [LOCAL]


def test_a_file_replaced_above_is_replaced_in_what_extends_it(county: Path) -> None:
    loaded = load(county)
    text = (county / BASE).read_text("utf-8").replace("name: 申请政府信息公开", "name: 要一份政府信息")
    assert loaded.replaced(BASE, text).catalogue.procedure[ID].name == "要一份政府信息"
    broken = loaded.replaced(BASE, "name: [")
    assert {finding.path for finding in check(broken)} == {BASE}
    assert ID in broken.catalogue.unread


def test_a_fault_that_is_taken_over_is_told_where_it_stands_alone(county: Path) -> None:
    loaded = edited(county, BASE, "name: 申请政府信息公开", "name: 申请政府信息公开\nrelated: [handling/nowhere]")
    assert [line.split(": ")[0] for line in told(loaded)] == [f"{BASE}:3"]


def test_what_only_the_overlay_breaks_is_told_in_it_with_its_origin(county: Path) -> None:
    loaded = edited(county, LOCAL, "      next: reply\n", "      next: {说清了: reply, 没说清: done}\n")
    assert [line.split(": ")[:2] for line in told(loaded)] == [[f"{LOCAL}:18", "gateway-branches"]]
    edited(county, LOCAL, "next: {说清了: reply, 没说清: done}", "next: reply")
    loaded = edited(county, LOCAL, "office: 当面能答复的，当面答复。", "next: done")
    [line] = [line for line in told(loaded) if ": unreachable-node: 从起点走不到“接受答复吗？”" in line]
    assert line.startswith(f"{LOCAL}:")
    assert f"从 {BASE}:" in line


def test_an_overlay_may_extend_an_overlay(county: Path) -> None:
    folder = county / "procedures" / "cn" / "county" / "town" / "handling"
    folder.mkdir(parents=True)
    text = f"extends: {ID}\nchecked: 2026-11-22\nprocess:\n  nodes:\n    counter: {{citizen: 在镇上也可以问。}}\n"
    (folder / "information-request.yaml").write_text(text, "utf-8")
    index = county / "procedures" / "cn" / "county" / "index.yaml"
    (folder.parent / "index.yaml").write_text(index.read_text("utf-8").replace("某县", "某镇"), "utf-8")
    loaded = load(county)
    assert check(loaded) == []
    town = loaded.catalogue.procedure["cn/county/town/handling/information-request"]
    assert [str(limit.within) for limit in town.limits] == ["10 个工作日"]
    node = town.process.node("counter")
    assert node is not None
    assert node.citizen == "在镇上也可以问。"
    edited(county, LOCAL, "task: 当面问清楚要什么", "task: 当面问清楚要什么\n      consulted: [nobody]")
    assert len([line for line in told(load(county)) if "unknown-role" in line]) == 1


def test_a_stricter_limit_by_law_in_force_is_no_fault_and_stands_on_the_page(county: Path) -> None:
    loaded = load(county)
    procedure = loaded.catalogue.procedure[ID]
    assert "期限“答复申请人”" in [change.what for change in differences(loaded.catalogue, procedure)]
    shown = page.guide(loaded.catalogue, procedure, "")
    assert "期限“答复申请人”：示例县 20 个工作日，这里 10 个工作日，<b>更快</b>（县规定第3条第1款）" in shown
    assert "这里没有判断“申请内容清楚吗？”（县规定第3条第2款）" in shown
    base = page.guide(loaded.catalogue, loaded.catalogue.procedure["cn/handling/information-request"], "")
    assert 'id="differs"' not in base


def test_a_basis_of_unknown_force_is_a_warning_and_is_shown(county: Path) -> None:
    law = "procedures/laws/county-2020.yaml"
    loaded = edited(county, law, "status: in-force", "status: unknown")
    found = check(loaded)
    assert {(finding.rule, finding.level) for finding in found if finding.line == 9} == {
        ("overlay-unverified", "warning")
    }
    assert {finding.rule for finding in found} == {"overlay-unverified", "overlay-looser"}, "a limit is gone by it"
    assert "（县规定第3条第1款·效力待核）" in page.guide(loaded.catalogue, loaded.catalogue.procedure[ID], "")


@pytest.fixture
def doubtful(county: Path) -> Catalogue:
    """The county whose own law nobody has verified; there a reply is due in 10 workdays, or in 20 more."""
    return edited(county, "procedures/laws/county-2020.yaml", "status: in-force", "status: unknown").catalogue


def test_no_print_chart_list_or_tool_says_a_number_of_unknown_force(doubtful: Catalogue) -> None:
    made = {one.path: words(one.content) for one in site.artifacts(doubtful)}
    guide, facts, law = f"{ID}.md", f"{ID}.json", "laws/county-2020.md"
    saying = [path for path, text in made.items() if "10个工作日" in text]
    assert saying == [guide, law], "the page, with a warning beside the number, and the law's own"
    assert "期限待核</b><small>写的是10个工作日（可延20个工作日），依据的效力没有核实" in made[guide]
    assert "效力待核" in made[law]
    silent = [path for path in made if path.startswith(ID) and path.endswith((".pdf", ".svg"))]
    assert f"{ID}.pdf" in silent
    assert f"{ID}.leaflet.pdf" in silent
    for path in silent:
        assert "20个工作日" not in made[path], "nor by how much it may be prolonged"
        assert "期限待核" in made[path] or path.endswith("card.svg")
    assert facts in made, "facts are for programs, and name the law, whose status they can ask for"


def test_no_answer_card_or_clock_says_a_number_of_unknown_force(doubtful: Catalogue) -> None:
    procedure = doubtful.procedure[ID]
    [limit] = procedure.limits
    assert str(limit.within) == "10 个工作日", "the file says one"
    card = share.card(doubtful, procedure, Site())
    assert (card.period, card.counted) == ("", "")
    assert "工作日" not in card.answer
    [answer] = [entry.answer for entry in entries(doubtful) if entry.kind == "limit" and entry.page == ID]
    assert answer == "依据没有核实或者已经失效，不能当作答案（县规定第3条第1款·效力待核）"
    assert ID not in {clock.procedure.id for event in events(doubtful) for clock in event.clocks}


def test_a_limit_whose_extension_is_of_unknown_force_is_in_doubt_as_a_whole(county: Path) -> None:
    edited(county, "procedures/laws/county-2020.yaml", "status: in-force", "status: unknown")
    base = (county / BASE).read_text("utf-8")
    assert base.count("law: zfxx-2019#33.2}") == 1
    extended = base.replace("law: zfxx-2019#33.2}", "law: county-2020#3}")
    catalogue = load(county).replaced(BASE, extended).catalogue
    [reply] = [limit for limit in catalogue.procedure["cn/handling/information-request"].limits if limit.extend]
    assert chart.badge(catalogue, reply) == "期限待核"
    assert reply not in [clock.limit for event in events(catalogue) for clock in event.clocks]


def words(content: str | bytes) -> str:
    """What a file says, without spaces: a PDF's text, a text itself, nothing for a picture."""
    if isinstance(content, bytes) and content.startswith(b"%PDF"):
        content = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    return "".join(text.split())


def test_a_repealed_basis_is_an_error(county: Path) -> None:
    loaded = edited(
        county, "procedures/laws/county-2020.yaml", "status: in-force", "status: repealed\nreplaced_by: 新规定"
    )
    assert {finding.rule for finding in check(loaded)} >= {"law-not-in-force"}


@pytest.mark.parametrize(
    ("was", "now", "means"),
    [
        ("60 days", "30 days", "stricter"),
        ("60 days", "90 days", "looser"),
        ("60 days", "60 days", "same"),
        ("15 days", "5 workdays", "looser"),  # a long holiday may lie between
        ("30 days", "5 workdays", "stricter"),
        ("5 workdays", "5 days", "stricter"),
        ("2 months", "60 days", "looser"),
        ("2 months", "56 days", "stricter"),
    ],
)
def test_a_limit_is_stricter_only_if_it_surely_ends_sooner(was: str, now: str, means: str) -> None:
    def limit(act: str, within: str) -> Limit:
        return Limit.model_validate({"id": "a", "holder": "b", act: "做", "within": within, "from": "c", "until": "d"})

    assert difference(limit("must", was), limit("must", now)) == means
    turned = {"stricter": "looser", "looser": "stricter", "same": "same"}[means]
    assert difference(limit("may", was), limit("may", now)) == turned, "less time for a citizen is a loss"


def test_a_period_lasts_at_least_and_at_most() -> None:
    assert Period.parse("5 workdays").span == (5, 19)
    assert Period.parse("60 days").span == (60, 60)


def nodes(**told: object) -> splice.Nodes:
    return {id: {"task": id} | ({"next": way} if way else {}) for id, way in told.items()}


def test_a_node_put_into_a_story_takes_its_way_on() -> None:
    flow = nodes(a=None, b="d", c=None, d=None)
    splice.insert(flow, "b", "x", {"task": "x"}, keep=False)
    assert list(flow) == ["a", "b", "x", "c", "d"]
    assert (flow["b"]["next"], flow["x"]["next"]) == ("x", "d")
    splice.insert(flow, "a", "y", {"task": "y", "anytime": True}, keep=False)
    assert flow["a"]["next"] == "b", "what may happen at any time stands beside the story"


def test_a_node_taken_out_of_a_story_leaves_no_way_to_nothing() -> None:
    flow = nodes(a=None, b="d", c={"甲": "b", "乙": "d"}, d=None)
    assert splice.remove(flow, "b") == []
    assert flow["a"]["next"] == "d"
    assert flow["c"]["next"] == {"甲": "d", "乙": "d"}
    flow = nodes(a=None, b={"甲": "c", "乙": "d"}, c=None, d=None)
    assert splice.remove(flow, "b") == ["a"], "which of its ways is not for us to say"
    flow = nodes(a=["b", "c"], b="d", c="d", d=None)
    splice.remove(flow, "b")
    assert flow["a"]["next"] == ["d", "c"]


def test_a_slip_in_either_file_is_told_there_alone(county: Path) -> None:
    loaded = load(county)
    for path in (BASE, LOCAL):
        twice = loaded.text(path).replace("checked: 2026-11-22\n", "checked: 2026-11-22\nchecked: 2026-11-22\n", 1)
        assert [(finding.path, finding.rule) for finding in check(loaded.replaced(path, twice))] == [
            (path, "repeated-key")
        ]
