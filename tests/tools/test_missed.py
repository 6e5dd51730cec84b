"""超期怎么办: what follows when a limit was missed, as the data say it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from daoyin import address, citation, duties
from daoyin.load import Loaded, load
from daoyin.model import LawReference
from daoyin.overdue import Overdue, overdue

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def found(loaded: Loaded) -> dict[str, Overdue]:
    return {f"{one.procedure.id}:{one.limit.id}": one for one in overdue(loaded.catalogue, "cn")}


@pytest.fixture(scope="module")
def told(built: Path) -> str:
    return html.unescape((built / "tools" / "missed.html").read_text(encoding="utf-8"))


def section(told: str, one: Overdue) -> str:
    """What the page says of one limit."""
    id = address.missed_anchor(one.procedure.id, one.limit.id)
    return re.split(r"</section>", told.split(f'id="{id}"')[1])[0]


def test_every_national_limit_that_says_what_follows_is_told(loaded: Loaded, found: dict[str, Overdue]) -> None:
    expected = [
        f"{procedure.id}:{limit.id}"
        for procedure in loaded.catalogue.procedures
        if procedure.place == "cn" and procedure.basis == "law"
        for limit in procedure.limits
        if limit.missed
    ]
    assert list(found) == expected
    assert {"cn/handling/appeal:handle", "cn/handling/review:decide", "cn/handling/review:ask"} <= set(found)


def test_each_limit_has_the_consequences_of_its_duties(loaded: Loaded, found: dict[str, Overdue]) -> None:
    for line in duties.lines(loaded.catalogue, "cn"):
        if line.limit:
            one = found[f"{line.limit[0].id}:{line.limit[1].id}"]
            assert line in one.duties
            assert set(line.duty.consequence) <= set(one.consequences)


@pytest.mark.parametrize(
    ("limit", "article"),
    [
        ("cn/acceptance/register-and-transfer:transfer", "43"),
        ("cn/acceptance/organ-acceptance:notice-direct", "44.1.3"),
        ("cn/acceptance/organ-acceptance:notice-transferred", "44.1.3"),
        ("cn/handling/appeal:handle", "45.1.1"),
    ],
)
def test_the_articles_on_liability_are_those_of_the_regulation(
    limit: str, article: str, found: dict[str, Overdue]
) -> None:
    assert found[limit].consequences == (LawReference.parse(f"xfgztl-2022#{article}"),)


def test_where_no_article_names_a_consequence_the_page_says_so(found: dict[str, Overdue]) -> None:
    for limit in ("cn/handling/review:decide", "cn/handling/reexamination:decide"):
        assert found[limit].consequences == ()
        assert "条例没有专门写" in found[limit].silence[0]


def test_an_overdue_limit_never_leads_to_a_review(found: dict[str, Overdue]) -> None:
    for one in found.values():
        assert {letter.id for letter in one.letters} <= {"overdue-letter"}
    assert found["cn/handling/appeal:handle"].letters
    assert not found["cn/handling/review:ask"].letters


def test_a_limit_between_offices_is_told_from_one_that_a_citizen_waits_for(found: dict[str, Overdue]) -> None:
    between = {"cn/acceptance/register-and-transfer:feedback", "cn/acceptance/organ-acceptance:objection"}
    assert {name for name, one in found.items() if not one.citizen} == between


def test_a_way_on_that_is_the_citizens_own_needs_no_letter(starter: Path) -> None:
    told = overdue(load(starter).catalogue, "cn")
    assert [(one.citizen, one.letters) for one in told] == [(True, ())] * len(told)
    assert told


def test_no_two_choices_read_the_same(found: dict[str, Overdue]) -> None:
    assert all(one.start for one in found.values())
    assert len({(one.limit.act, one.start, one.limit.holder) for one in found.values()}) == len(found)


@pytest.mark.slow
def test_the_page_says_of_each_limit_what_the_data_say(told: str, loaded: Loaded, found: dict[str, Overdue]) -> None:
    for one in found.values():
        said = section(told, one)
        assert one.limit.missed is not None
        assert one.limit.missed.says in said
        assert one.limit.act in said
        if one.limit.within:
            assert f"{one.limit.within}内" in said
        for law in (*one.limit.law, *one.consequences, *one.limit.missed.law):
            assert citation.short(loaded.catalogue, law) in said
        assert all(citation.says(loaded.catalogue, law) in said for law in one.consequences)
        assert all(text in said for text in one.silence)
        assert [f'href="write.html#kind={letter.id}"' in said for letter in one.letters] == [True] * len(one.letters)
        if one.letters and one.onward:
            assert all(text in said for text in (*one.onward.channels, *one.onward.evidence))


@pytest.mark.slow
def test_a_guide_leads_to_what_to_do_when_its_limit_was_missed(built: Path, found: dict[str, Overdue]) -> None:
    for one in found.values():
        page = (built / f"{one.procedure.id}.html").read_text(encoding="utf-8")
        anchor = address.missed_anchor(one.procedure.id, one.limit.id)
        assert f'href="../../tools/missed.html#{anchor}"' in page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.slow
def test_choosing_shows_one_answer_and_its_letter(phone: Page, built: Path) -> None:
    phone.goto((built / "tools" / "missed.html").as_uri())
    assert phone.locator("[data-answer]:visible").count() == 0
    phone.get_by_role("link", name="办理单位没有按时办结信访事项").click()
    assert phone.locator("[data-answer]:visible").count() == 1
    assert phone.evaluate("document.activeElement.textContent") == "办理单位没有按时办结信访事项"
    phone.get_by_role("link", name="写《反映超期的信》").click()
    phone.wait_for_url("**/tools/write.html#kind=overdue-letter")
    assert phone.get_by_role("heading", name="反映超期的信").is_visible()
    phone.go_back()
    phone.get_by_role("link", name="选别的").click()
    assert phone.locator("[data-answer]:visible").count() == 0
    assert phone.locator("[data-choices]").is_visible()


@pytest.mark.browser
@pytest.mark.slow
def test_without_scripts_every_answer_stands_on_the_page(
    browser: Browser, built: Path, found: dict[str, Overdue]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((built / "tools" / "missed.html").as_uri())
    assert page.locator("[data-answer]:visible").count() == len(found)
    page.get_by_role("link", name="办理单位没有按时办结信访事项").first.click()
    assert page.url.endswith("#cn-handling-appeal-handle")
    context.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("fragment", ["", "#cn-handling-review-decide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits_a_phone_with_large_letters(
    fragment: str, scheme: str, browser: Browser, served: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{served}/tools/missed.html{fragment}")
    violations = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:100]) for rule in violations for node in rule["nodes"]] == []
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()
