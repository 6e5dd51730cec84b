"""What rests on an article, told in few words."""

import pytest

from daoyin.model import Catalogue
from daoyin.render.page.sheet import Sheet
from daoyin.render.page.uses import Use, brief, runs, spots


@pytest.mark.parametrize(("numbers", "told"), [([1, 2, 3, 7], "1–3、7"), ([4], "4"), ([3, 2], "2–3"), ([], "")])
def test_neighbouring_steps_are_drawn_together(numbers: list[int], told: str) -> None:
    assert runs(numbers) == told


def test_a_page_with_many_named_uses_only_counts_them() -> None:
    named = [Use("cn/duties/index", f"duty-{name}", "责任清单", name) for name in "甲乙丙"]
    assert spots(named[:2]) == "甲；乙"
    assert spots(named) == "3 项"
    assert spots([*named, Use("x", "step-a", "y", "第 2 步", 2)]) == "第 2 步；3 项"


def test_wider_places_come_first_and_the_rest_is_counted() -> None:
    sheet = Sheet(Catalogue(), "laws/rule")
    uses = [Use(f"cn/place{n}/handling/ask", "", f"地方 {n}", "") for n in range(9)] + [
        Use("cn/handling/ask", "", "全国", "")
    ]
    links, more = brief(sheet, uses, 8)
    assert links[0].name == "全国"
    assert links[0].href == "../cn/handling/ask.html"
    assert (len(links), more) == (8, 2)
