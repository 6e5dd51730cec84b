"""A questionnaire as pages, as a script, and as a chart: all from the same words, and none of them markup."""

import json
from pathlib import Path

import pytest
from tests.conftest import CASES

from daoyin.chart import questionnaire
from daoyin.check import check
from daoyin.diagram import draw
from daoyin.load import Loaded, load
from daoyin.model import Catalogue, Questionnaire
from daoyin.render import page
from daoyin.render.chart_text import chart_text

CASE = CASES / "questionnaire.every-part-is-told"
GOLDENS = ("begin.md", "wants.md", "urgent.md", "ask.md", "call.md", "complain.md", "chart.md", "chart.txt", "data.js")


@pytest.fixture
def catalogue(starter: Path) -> Catalogue:
    return laid(starter, (CASE / "small.yaml").read_text("utf-8")).catalogue


def laid(starter: Path, text: str) -> Loaded:
    """The starter site with one questionnaire."""
    folder = starter / "procedures" / "questionnaires"
    folder.mkdir()
    (folder / "small.yaml").write_text(text, "utf-8")
    return load(starter)


def told(catalogue: Catalogue, words: Questionnaire) -> dict[str, str]:
    """Everything that is made of a questionnaire, by the name of its golden."""
    return {
        "begin.md": page.questionnaire(catalogue, words),
        **{f"{asked.id}.md": page.question(catalogue, words, asked) for asked in words.questions},
        **{f"{found.id}.md": page.outcome(catalogue, words, found) for found in words.outcomes},
        "chart.md": page.questionnaire_chart(catalogue, words, "<svg></svg>"),
        "chart.txt": chart_text(draw(questionnaire(words))),
        "data.js": page.questionnaire_data(catalogue, words),
    }


def test_a_sound_questionnaire_has_no_finding(starter: Path) -> None:
    assert check(laid(starter, (CASE / "small.yaml").read_text("utf-8"))) == []


@pytest.mark.parametrize("name", GOLDENS)
def test_a_questionnaire_tells_what_its_goldens_tell(name: str, catalogue: Catalogue, update_golden: bool) -> None:
    made = told(catalogue, catalogue.questionnaires[0])
    assert set(made) == set(GOLDENS)
    if update_golden:
        (CASE / name).write_text(made[name], "utf-8")
    assert made[name] == (CASE / name).read_text("utf-8")


def test_the_script_shows_the_bodies_of_the_pages(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    for words in catalogue.questionnaires:
        script = page.questionnaire_data(catalogue, words)
        data = json.loads(script.removeprefix("window.daoyinQuestionnaire = ").rstrip(";\n"))
        assert set(data["pages"]) == {*words.question, *words.outcome}
        for asked in words.questions:
            assert page.question(catalogue, words, asked).endswith(data["pages"][asked.id]["html"])
        for found in words.outcomes:
            assert page.outcome(catalogue, words, found).endswith(data["pages"][found.id]["html"])


def test_what_a_questionnaire_says_is_text_and_never_markup(starter: Path) -> None:
    text = (CASE / "small.yaml").read_text("utf-8")
    for plain in ("要一份文件", "写一份申请", "急不急？", "先打电话。", "报警", "两个问题"):
        text = text.replace(plain, f"{plain}<img src=x>")
    catalogue = laid(starter, text).catalogue
    made = told(catalogue, catalogue.questionnaires[0])
    assert [
        name for name, said in made.items() if name.endswith(".md") and "<img" in said.partition("\n---\n")[2]
    ] == []
    data = json.loads(made["data.js"].removeprefix("window.daoyinQuestionnaire = ").rstrip(";\n"))
    assert not any("<img" in shown["html"] for shown in data["pages"].values())


def test_a_questionnaire_of_a_place_leads_to_that_place_s_own_procedures(starter: Path) -> None:
    country, county = starter / "procedures/cn", starter / "procedures/cn/county"
    (county / "handling").mkdir(parents=True)
    (county / "index.yaml").write_text("name: 某县\nlevel: county\nsummary: 例\nchecked: 2026-11-22\n", "utf-8")
    own = (country / "handling/information-request.yaml").read_text("utf-8").replace("20 workdays", "15 workdays")
    (county / "handling/information-request.yaml").write_text(own, "utf-8")
    text = (CASE / "small.yaml").read_text("utf-8").replace("name: 小问卷", "name: 小问卷\nplace: cn/county")
    catalogue = laid(starter, text).catalogue
    words = catalogue.questionnaires[0]
    end = page.outcome(catalogue, words, words.outcome["ask"])
    assert 'href="../../cn/county/handling/information-request.html"' in end
    assert 'href="../../cn/county/index.html"' in end
    assert "15 个工作日" in end
    assert "15 个工作日" in page.question(catalogue, words, words.question["wants"])
    assert "20 个工作日（" not in end


def test_no_answer_of_the_real_chart_is_cut_short(loaded: Loaded) -> None:
    for words in loaded.catalogue.questionnaires:
        drawn = draw(questionnaire(words))
        labels = ["".join(arrow.label.lines) for arrow in drawn.arrows if arrow.label]
        assert len(labels) == sum(len(asked.answers) for asked in words.questions)
        assert [label for label in labels if "…" in label] == []
