"""The corpus holds what the law's reading settled: each number, holder and consequence, and what is commonly got wrong.

The tables stand here a second time on purpose: they were read from the statutes apart from the data, and so hold it.
"""

import re
from collections.abc import Iterator

import pytest

from conftest import ROOT
from daoyin import address, chart
from daoyin.check.walk import mentions
from daoyin.diagram import draw
from daoyin.diagram.contract import violations
from daoyin.load import Loaded, load
from daoyin.model import Catalogue, Duty, LawReference, Limit, Procedure
from daoyin.model.period import Period
from daoyin.model.place import PUBLICATION
from daoyin.render import page

REGULATION = "xfgztl-2022"


@pytest.fixture(scope="module")
def facts(loaded: Loaded) -> Catalogue:
    return loaded.catalogue


def unit(written: str) -> LawReference:
    """`34` or `xzfy-2023#20.1`; the Regulation is meant where no instrument is named."""
    return LawReference.parse(written if "#" in written else f"{REGULATION}#{written}")


def period(written: str) -> Period | None:
    return Period.parse(written) if written else None


def national(facts: Catalogue) -> Iterator[Procedure]:
    return (procedure for procedure in facts.procedures if procedure.place == "cn")


def limits(facts: Catalogue, written: str = "") -> list[tuple[Procedure, Limit]]:
    """Limits of all places that rest on a unit of the Regulation, or on the Regulation at all."""
    return [
        (procedure, limit)
        for procedure in facts.procedures
        for limit in procedure.limits
        if any(law.within(unit(written)) if written else law.law == REGULATION for law in limit.law)
    ]


def duties(facts: Catalogue, written: str) -> list[Duty]:
    return [
        duty
        for place, listed in facts.duties
        if place == "cn"
        for duty in listed
        if any(law.within(unit(written)) for law in duty.law)
    ]


# Every period of the Regulation: unit, holder, act, how long, where it starts.

PERIODS = {
    "department registers and passes on": ("22.1", "petition-department", "must", "登记", "15 days", "received"),
    "set time for an assigned matter": ("22.1.3", "receiving-organ", "must", "反馈结果", "", "assign"),
    "organ tells about a direct filing": ("23.2", "receiving-organ", "must", "书面告知", "15 days", "direct"),
    "organ tells about a passed filing": ("23.3", "receiving-organ", "must", "书面告知", "15 days", "transferred"),
    "organ objects": ("23.3", "receiving-organ", "must", "异议", "5 workdays", "transferred"),
    "handling body finishes": ("34", "handling-body", "must", "办结", "60 days", "accepted"),
    "petitioner asks for review": ("35", "petitioner", "may", "请求复查", "30 days", "received-opinion"),
    "review body answers": ("35", "review-body", "must", "书面答复", "30 days", "received"),
    "petitioner asks for re-examination": ("36.1", "petitioner", "may", "请求复核", "30 days", "received-opinion"),
    "re-examination body answers": ("36.1", "reexamination-body", "must", "复核意见", "30 days", "received"),
}


@pytest.mark.parametrize("name", PERIODS)
def test_every_period_of_the_regulation_is_one_limit_of_a_procedure(facts: Catalogue, name: str) -> None:
    written, holder, modal, act, within, start = PERIODS[name]
    found = [
        limit
        for _, limit in limits(facts)
        if unit(written) in limit.law
        and (limit.holder, limit.within) == (holder, period(within))
        and act in str(getattr(limit, modal))
        and limit.from_.rpartition(":")[2] == start
    ]
    assert len(found) == 1, f"{name}: {[limit.id for limit in found]}"
    assert bool(found[0].set_by) == (not within)


def test_no_limit_rests_on_the_regulation_beyond_its_periods(facts: Catalogue) -> None:
    told = [(str(limit.law[0]), limit.holder, limit.within) for _, limit in limits(facts)]
    known = [(str(unit(written)), holder, period(within)) for written, holder, _, _, within, _ in PERIODS.values()]
    assert sorted(told, key=str) == sorted(known, key=str)


def test_the_law_file_states_the_same_periods(facts: Catalogue) -> None:
    told = [(str(reference), said.within) for reference, said in facts.law[REGULATION].limits]
    known = [(str(unit(written)), period(within)) for written, _, _, _, within, _ in PERIODS.values() if within]
    assert sorted(told, key=str) == sorted(known, key=str)


def test_only_handling_may_be_extended_by_thirty_days_with_approval_and_reasons(facts: Catalogue) -> None:
    extended = [(procedure.id, limit.extend) for procedure, limit in limits(facts) if limit.extend]
    assert [id for id, _ in extended] == ["cn/handling/appeal"]
    extension = extended[0][1]
    assert extension is not None
    assert extension.by == Period(30, "days")
    assert "负责人" in extension.approval
    assert "理由" in extension.notice


def test_direct_notice_prefers_the_spot_and_needs_a_clear_name(facts: Catalogue) -> None:
    (limit,) = [limit for _, limit in limits(facts, "23.2")]
    assert "当场" in (limit.prefer or "")
    assert "不清" in (limit.unless or "")


def test_the_longest_ordinary_chain_is_180_days_and_210_with_the_extension(facts: Catalogue) -> None:
    steps = ("cn/handling/appeal", "cn/handling/review", "cn/handling/reexamination")
    chain = [limit for id in steps for limit in facts.procedure[id].limits]
    days = sum(limit.within.count for limit in chain if limit.within)
    more = sum(limit.extend.by.count for limit in chain if limit.extend)
    assert {limit.within.unit for limit in chain if limit.within} == {"days"}
    assert (days, days + more) == (180, 210)


def test_no_number_of_days_stands_for_written_feedback_on_suggestions(facts: Catalogue) -> None:
    assert limits(facts, "40") == []
    assert [duty.limit for duty in duties(facts, "40.4")] == [None]


# What is commonly got wrong.


def test_sixty_days_stand_only_where_article_34_puts_them(facts: Catalogue) -> None:
    assert {procedure.id for procedure, _ in limits(facts, "34")} == {"cn/handling/appeal"}
    appeal = facts.procedure["cn/handling/appeal"]
    assert unit("31.1.6") in appeal.law
    assert {law for duty in duties(facts, "34") for law in (duty.limit,)} == {"handling/appeal:handle"}
    (stated,) = [said for reference, said in facts.law[REGULATION].limits if reference == unit("34")]
    assert "第三十一条第六项" in (stated.only or "")


SIX = {
    "31.1.1": "litigation-matter",
    "31.1.2": "arbitration-matter",
    "31.1.3": "party-appeal",
    "31.1.4": "administrative-matter",
    "31.1.5": "duty-performance",
}


@pytest.mark.parametrize("written", SIX)
def test_the_first_five_situations_lead_elsewhere_and_have_no_day_count(facts: Catalogue, written: str) -> None:
    procedure = facts.procedure[f"cn/handling/{SIX[written]}"]
    assert unit(written) in procedure.law
    assert procedure.limits == ()
    assert any(unit(written) in caution.law and unit("34") in caution.law for caution in procedure.cautions)
    sorting = facts.procedure["cn/handling/classify"].process
    (asked,) = [node for node in sorting.nodes if node.kind == "gateway" and unit(written) in node.law and node.next[-1]
                if any(f"/{SIX[written]}" in branch.target.id for branch in node.next)]  # fmt: skip
    assert [branch.answer for branch in asked.next][-1] in ("是", "有")


@pytest.mark.parametrize("name", ["suggestion", "accusation"])
def test_suggestions_and_accusations_have_no_day_count_and_say_so(facts: Catalogue, name: str) -> None:
    procedure = facts.procedure[f"cn/handling/{name}"]
    assert procedure.limits == ()
    assert any(unit("34") in caution.law for caution in procedure.cautions)


def test_hearing_time_is_left_out_in_re_examination_alone(facts: Catalogue) -> None:
    told = [(procedure.id, excluded.law) for procedure, limit in limits(facts) for excluded in limit.excludes]
    assert told == [("cn/handling/reexamination", (unit("36.2"),))]
    others = [limit for procedure in facts.procedures for limit in procedure.limits if limit.excludes]
    assert len(others) == 1


def test_nothing_rests_on_an_instrument_that_is_repealed_or_of_unknown_force(facts: Catalogue) -> None:
    stale = {law.id for law in facts.laws if law.status != "in-force"}
    cited = {mention.value.law for mention in mentions(facts, "law") if not mention.path.startswith("procedures/laws/")}
    assert stale
    assert cited & stale == set()


def test_both_dead_implementing_rules_are_marked_and_name_their_successors(facts: Catalogue) -> None:
    dead = {id: facts.law[id] for id in ("jybl-2016", "flcl-2017")}
    assert {law.status for law in dead.values()} == {"repealed"}
    assert {law.replaced_by for law in dead.values()} == {"jybl-2022", "flcl-2022"}


def test_written_pages_link_only_to_instruments_in_force(facts: Catalogue) -> None:
    linked = {id for written in facts.pages for id in re.findall(r"laws/([a-z0-9-]+)\.md", written.markdown)}
    assert REGULATION in linked
    assert {id: facts.law[id].status for id in linked if facts.law[id].status != "in-force"} == {}


def test_regulations_of_provinces_are_of_unknown_force(facts: Catalogue) -> None:
    local = ("zjxf-2016", "shxf-2018", "sdxf-2015", "bjxf-2006", "haxf-2012")
    assert {id: facts.law[id].status for id in local} == dict.fromkeys(local, "unknown")


def test_the_two_duties_of_fifteen_days_have_different_holders_and_acts(facts: Catalogue) -> None:
    (passing,) = [limit for _, limit in limits(facts, "22.1") if limit.within]
    telling = [limit for _, limit in limits(facts, "23") if limit.within == Period(15, "days")]
    assert {limit.holder for limit in telling} == {"receiving-organ"}
    assert passing.holder == "petition-department"
    assert "告知" not in passing.act
    assert all("书面告知" in limit.act for limit in telling)
    listed = {duty.limit: duty.holder for written in ("22.1", "23.2", "23.3") for duty in duties(facts, written)}
    assert listed["acceptance/register-and-transfer:transfer"] == "petition-department"
    assert listed["acceptance/organ-acceptance:notice-transferred"] != "petition-department"
    assert listed["acceptance/organ-acceptance:notice-direct"] != "petition-department"


def test_working_days_stand_only_in_the_objection_of_article_23(facts: Catalogue) -> None:
    told = [limit for _, limit in limits(facts) if limit.within and limit.within.unit == "workdays"]
    assert [(limit.id, limit.law) for limit in told] == [("objection", (unit("23.3"),))]
    stated = [str(reference) for reference, said in facts.law[REGULATION].limits if said.within.unit == "workdays"]
    assert stated == [f"{REGULATION}#23.3"]


def test_material_goes_back_only_after_the_sender_agrees(facts: Catalogue) -> None:
    process = facts.procedure["cn/acceptance/organ-acceptance"].process
    asked = process.node("agree")
    assert asked is not None
    assert (asked.kind, asked.lane) == ("gateway", "sending-body")
    assert [flow.source for flow in process.flows if flow.target.id == "give-back"] == ["agree"]


def test_no_petition_limit_claims_the_civil_rules_of_counting(facts: Catalogue) -> None:
    counting = {(id, article) for id, articles in {"mfd-2020": (200, 201, 202, 203, 204), "msss-2023": (85,)}.items()
                for article in articles}  # fmt: skip
    cited = {(mention.value.law, mention.value.article) for mention in mentions(facts, "law")
             if not mention.path.startswith("procedures/laws/")}  # fmt: skip
    assert cited & counting == set()


def test_handling_runs_from_the_acceptance_date_that_the_notice_bears(facts: Catalogue) -> None:
    procedure = facts.procedure["cn/handling/appeal"]
    (limit,) = procedure.limits
    start = procedure.process.node(limit.from_)
    assert start is not None
    assert start.kind == "start"
    assert "notice-of-handling" in start.inputs
    assert "告知书" in start.name
    assert "告知书" in (limit.note or "")


def test_a_lapsed_limit_of_an_office_never_leads_to_review_or_re_examination(facts: Catalogue) -> None:
    leading = [limit.missed.then for procedure in facts.procedures for limit in procedure.limits
               if limit.missed and limit.missed.then]  # fmt: skip
    assert leading
    assert [target for target in leading if re.search("handling/(review|reexamination)", target)] == []


def test_the_way_of_an_overdue_answer_never_enters_review(facts: Catalogue) -> None:
    overdue = facts.procedure["cn/supervision/overdue"]
    left = {flow.target.id for flow in overdue.process.flows if flow.target.kind == "procedure"}
    assert left == {"supervision/supervise-and-suggest"}
    assert any(unit("35") in caution.law and unit("36.1") in caution.law for caution in overdue.cautions)


@pytest.mark.parametrize(("id", "start"), [("review", "handling"), ("reexamination", "review")])
def test_without_a_written_answer_one_is_led_to_the_overdue_page(facts: Catalogue, id: str, start: str) -> None:
    asked = facts.procedure[f"cn/handling/{id}"].process.node("written")
    assert asked is not None
    assert f"procedure supervision/overdue:{start}" in [str(branch.target) for branch in asked.next if branch.answer]


def test_the_suggestions_of_article_40_are_the_department_s_own_duty(facts: Catalogue) -> None:
    own = [duty for written in ("40.1", "40.2", "40.3") for duty in duties(facts, written)]
    assert own
    assert {duty.holder for duty in own} == {"petition-department"}
    procedure = facts.procedure["cn/supervision/supervise-and-suggest"]
    assert "petitioner" not in {node.lane for node in procedure.process.nodes}


def test_a_letter_about_a_missed_limit_is_an_ordinary_petition(facts: Catalogue) -> None:
    overdue = facts.procedure["cn/supervision/overdue"]
    letter = overdue.process.node("write")
    assert letter is not None
    assert unit("17.1") in letter.law
    assert letter.outputs == ("overdue-letter",)
    assert facts.document["overdue-letter"].law == (unit("17.1"), unit("19.1"))
    leading = [limit.missed for _, limit in limits(facts) if limit.missed and "overdue" in (limit.missed.then or "")]
    assert leading
    assert all(unit("17.1") in missed.law for missed in leading)


def test_the_third_suggestion_is_accountability_and_not_a_disciplinary_sanction(facts: Catalogue) -> None:
    listed = [
        practice.items[-1]
        for place in facts.places
        for practice in place.practices
        if unit("14.1.6") in practice.law and practice.items
    ]
    assert listed
    assert set(listed) == {"追究责任"}


def test_the_guides_in_three_languages_are_the_procuratorate_s(facts: Catalogue) -> None:
    (guides,) = [one for one in facts.place["cn/guangdong/guangzhou/nansha"].practices if "英文" in one.items]
    assert "检察院" in guides.name
    assert "不是信访部门" in guides.says


def test_at_most_five_represent(facts: Catalogue) -> None:
    assert duties(facts, "20.3")
    told = [procedure.summary for procedure in national(facts)] + [written.markdown for written in facts.pages]
    told += [str(one.says) for procedure in national(facts) for one in procedure.cautions]
    told += [node.name + (node.citizen or "") for procedure in national(facts) for node in procedure.process.nodes]
    found = [
        number for text in told for number in re.findall(r"代表[^。|\n]{0,12}?(?:超过|最多)\s?(\d+)\s?[人名个]", text)
    ]
    assert len(found) > 3
    assert set(found) == {"5"}


# Who answers for what, and what follows.

CONSEQUENCES = {
    "22.1": "43", "40.1": "43", "23.1": "44.1.1", "24.2": "44.1.2", "23.2": "44.1.3", "23.3": "44.1.3",
    "34": "45.1.1", "32.1.1": "45.1.2", "40.4": "45.1.3", "32.2": "42.1.4", "25": "46.1.4", "30.3": "46.1.5",
    "18.4": "46.1.6",
}  # fmt: skip


@pytest.mark.parametrize("written", CONSEQUENCES)
def test_each_duty_names_the_consequence_that_the_regulation_gives_it(facts: Catalogue, written: str) -> None:
    told = {law for duty in duties(facts, written) for law in duty.consequence}
    assert unit(CONSEQUENCES[written]) in told


def test_manner_and_gifts_answer_under_article_46(facts: Catalogue) -> None:
    told = {law for duty in duties(facts, "28.1") for law in duty.consequence}
    assert {unit("46.1.1"), unit("46.1.2")} <= told


def test_recusal_gets_no_consequence_of_our_own_reading(facts: Catalogue) -> None:
    told = [law for duty in duties(facts, "28.3") for law in duty.consequence]
    assert set(told) <= {unit("45.1.4"), unit("46.1.7")}


@pytest.mark.parametrize("written", ["18.1", "39.1", "41.1"])
def test_where_no_article_names_a_consequence_the_list_says_so(facts: Catalogue, written: str) -> None:
    found = duties(facts, written)
    assert found
    assert all(duty.no_consequence and not duty.consequence for duty in found)


def test_late_reviews_do_not_borrow_the_consequence_of_handling(facts: Catalogue) -> None:
    told = [law for written in ("35", "36.1") for duty in duties(facts, written) for law in duty.consequence]
    assert told == []


# The clocks of the other routes.

CLOCKS = {
    "reconsideration": ("60 days", True, "xzfy-2023#20.1"),
    "administrative-litigation": ("6 months", True, "xzss-2017#46"),
    "labour-arbitration": ("1 years", False, "ldzc-2007#27"),
    "labour-litigation": ("15 days", True, "ldzc-2007#50"),
    "land-arbitration": ("2 years", "unsaid", "nczc-2009#18"),
    "supervision-rereview": ("1 months", True, "jcf-2024#56"),
    "court-confirmation": ("30 days", True, "rmtj-2010#33"),
    "civil-litigation": ("3 years", False, "mfd-2020#188"),
}


@pytest.mark.parametrize("id", CLOCKS)
def test_each_other_route_has_its_own_clock(facts: Catalogue, id: str) -> None:
    within, runs_on, law = CLOCKS[id]
    remedy = facts.remedy[id]
    assert (remedy.within, remedy.runs_on) == (period(within), runs_on)
    assert any(cited.within(unit(law)) or unit(law).within(cited) for cited in remedy.law)


def test_every_clock_of_a_route_is_stated_by_a_law_that_it_cites(facts: Catalogue) -> None:
    for remedy in facts.remedies:
        stated = {
            said.within
            for cited in remedy.law
            for reference, said in facts.law[cited.law].limits
            if reference.within(cited) or cited.within(reference)
        }
        assert remedy.within is None or remedy.within in stated, remedy.id


def test_only_labour_and_civil_claims_may_be_interrupted(facts: Catalogue) -> None:
    stops = {remedy.id for remedy in facts.remedies if not remedy.runs_on}
    assert stops == {"labour-arbitration", "civil-litigation"}
    assert all(facts.remedy[id].interrupted_by for id in stops)


STATED = {
    "after reconsideration": ("xzss-2017#45", "15 days", ""),
    "protective duty": ("xzss-2017#47.1", "2 months", ""),
    "labour: acceptance": ("ldzc-2007#29", "5 days", ""),
    "labour: award": ("ldzc-2007#43.1", "45 days", "15 days"),
    "labour: final award": ("ldzc-2007#48", "15 days", ""),
    "reconsideration: at most a year": ("xzfy-2023#20.3", "1 years", ""),
    "reconsideration: acceptance": ("xzfy-2023#30.1", "5 workdays", ""),
    "reconsideration: decision": ("xzfy-2023#62.1", "60 days", "30 days"),
    "reconsideration: simple": ("xzfy-2023#62.2", "30 days", ""),
    "supervision: second decision": ("jcf-2024#56", "2 months", ""),
}


@pytest.mark.parametrize("name", STATED)
def test_the_other_laws_state_their_own_periods(facts: Catalogue, name: str) -> None:
    law, within, extension = STATED[name]
    told = [(said.within, said.extend) for reference, said in facts.law[unit(law).law].limits if reference == unit(law)]
    assert (period(within), period(extension)) in told


def test_non_performance_goes_to_reconsideration_before_any_court(facts: Catalogue) -> None:
    remedy = facts.remedy["protective-duty"]
    assert unit("xzfy-2023#23.1.3") in remedy.law
    assert "先申请行政复议" in (remedy.precondition or "")


def test_petition_acts_cannot_be_sued(facts: Catalogue) -> None:
    for id in ("review", "reexamination", "after-final"):
        cautions = facts.procedure[f"cn/handling/{id}"].cautions
        assert any(unit("xsjs-2018#1.2.9") in caution.law for caution in cautions), id


def test_days_of_the_repealed_market_rules_are_told_nowhere(facts: Catalogue) -> None:
    remedy = facts.remedy["market-complaint"]
    assert remedy.within is None
    assert "待核" in (remedy.untimed or "")
    assert not re.search(r"\d+ ?个?工作日", remedy.says + remedy.counts_from + (remedy.precondition or ""))


def test_free_of_charge_is_said_only_of_routes_whose_cited_article_says_so(facts: Catalogue) -> None:
    free = re.compile("不收|不向当事人收费|免费|不交钱")
    costed = [remedy for remedy in facts.remedies if remedy.cost]
    cited = {remedy.id: [article.says for law in remedy.law if (article := facts.article(law))] for remedy in costed}
    assert len(costed) > 3
    assert [id for id, told in cited.items() if not any(free.search(says) for says in told)] == []
    assert not any(free.search(article.says) for article in facts.law[REGULATION].articles)
    assert [procedure.id for procedure in national(facts) if procedure.cost] == []


# Secrecy is promised for accusations alone.


def test_secrecy_is_promised_for_accusations_alone(facts: Catalogue) -> None:
    promised = [
        (procedure.id, right)
        for procedure in national(facts)
        for right in procedure.rights
        if re.search("保密|不得(把|将)?.*透露", right.says)
    ]
    assert {id for id, _ in promised} == {"cn/handling/accusation", "cn/order/conduct"}
    assert all(unit("30.3") in right.law for _, right in promised)


# Pages and charts.


def test_every_body_shows_the_eight_items_of_article_18_and_a_blank_for_what_is_not_held(facts: Catalogue) -> None:
    for place in facts.places:
        shown = page.place(facts, place)
        for body in place.bodies:
            told = shown.partition(f'id="body-{body.id}"')[2].partition("</section>")[0]
            assert [name for name in PUBLICATION.values() if f"<dt>{name}</dt>" not in told] == []
            held = [item for item in PUBLICATION if getattr(body.publication, item)]
            assert told.count("未收录") == len(PUBLICATION) - len(held)


def test_comparisons_stand_in_the_catalogue_s_order_below_the_national_duties(facts: Catalogue) -> None:
    assert {comparison.id for comparison in facts.comparisons} >= {"reception", "mediation", "review", "supervision"}
    for comparison in facts.comparisons:
        shown = page.comparison(facts, comparison)
        assert 0 < shown.index("{#duties}") < shown.index("{#places}")
        assert "不是法律规定" in shown
        links = re.findall(r'<th scope="row"><a href="\.\./(cn/[^"]+)/index\.html"', shown)
        assert links == [id for id in facts.place if id in {row.place for row in comparison.rows}]


def test_comparisons_hold_no_figures_and_no_words_of_rank(facts: Catalogue) -> None:
    for comparison in facts.comparisons:
        shown = page.comparison(facts, comparison)
        told = shown.partition("{#places}")[2].partition("{#guides}")[0]
        assert re.findall("第一名|领先|率先|首创|首个|最好|最快|先进|优于|排名|名列|超过|高于|低于", told) == []
        for row in comparison.rows:  # 5 is no figure in “1个窗口+5种力量”: so the practice is called
            for practice in facts.place[row.place].practices:
                told = told.replace(practice.name, "")
        figures = {figure.value for row in comparison.rows for figure in facts.place[row.place].figures}
        assert [value for value in figures if re.search(r"\d", value) and value in told] == []


def test_every_guide_for_citizens_cites_the_articles_that_it_speaks_of(facts: Catalogue) -> None:
    guides = [written for written in facts.pages if written.path.startswith("guides/")]
    assert len(guides) == 11
    for written in guides:
        for text, law, anchor in re.findall(
            r"\[([^\]]+)\]\(\.\./laws/([a-z0-9-]+)\.md#(art-[0-9-]+)\)", written.markdown
        ):
            cited = unit(f"{law}#{anchor.removeprefix('art-').replace('-', '.')}")
            article = facts.article(cited)
            assert article is not None
            assert article.verified
            assert address.article_anchor(cited.unit) == anchor
            assert text.startswith(f"{facts.law[law].short}第{cited.article}条"), text
        bare = re.sub(r"\[[^\]]*\]\([^)]*\)", "", written.markdown)
        assert not re.search(r"第\s?\d+\s?条|第[一二三四五六七八九十]+条", bare), (
            f"{written.path} names an article without link"
        )


@pytest.mark.parametrize("id", [procedure.id for procedure in load(ROOT).catalogue.procedures])
def test_every_chart_keeps_the_hard_rules(facts: Catalogue, id: str) -> None:
    assert violations(draw(chart.procedure(facts, facts.procedure[id]))) == []
