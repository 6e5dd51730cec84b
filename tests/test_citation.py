"""How several units are cited together: each instrument, article and paragraph named once, and no warning lost."""

from pathlib import Path

import pytest

from daoyin import citation
from daoyin.load import load
from daoyin.model import LawReference

CATALOGUE = load(Path(__file__).parents[1]).catalogue


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("xfgztl-2022#34", ("条例第34条",)),
        ("xfgztl-2022#28.1 xfgztl-2022#28.3 xfgztl-2022#35", ("条例第28条第1款、第3款、第35条",)),
        ("xfgztl-2022#41.1.1 xfgztl-2022#41.1.2 xfgztl-2022#41.2", ("条例第41条第1款第1项、第2项、第2款",)),
        ("xfgztl-2022#28 xfgztl-2022#28.1", ("条例第28条、第28条第1款",)),
        ("xfgztl-2022#28.1 xfgztl-2022#28", ("条例第28条第1款、第28条",)),
        ("xfgztl-2022#31.1.6 xfgztl-2022#31.1.1", ("条例第31条第6项、第1项",)),
        ("xfgztl-2022#31.1.6 xfgztl-2022#31.1", ("条例第31条第6项、第31条",)),
        ("xfgztl-2022#34 xfgztl-2022#34", ("条例第34条",)),
        ("xfgztl-2022#34 xzfy-2023#20 xfgztl-2022#35", ("条例第34条、第35条", "行政复议法第20条")),
        ("scts-2022#1 scts-2022#2", (f"{CATALOGUE.law['scts-2022'].short}第1条、第2条（已废止）",)),
        ("", ()),
    ],
)
def test_what_units_have_in_common_is_said_once(cited: str, said: tuple[str, ...]) -> None:
    assert citation.together(CATALOGUE, map(LawReference.parse, cited.split())) == said


def test_an_article_that_was_not_verified_alone_bears_its_warning() -> None:
    law = CATALOGUE.law["jybl-2022"]
    doubted = next(int(article.id) for article in law.articles if not article.verified)
    sure = next(int(article.id) for article in law.articles if article.verified)
    [said] = citation.together(CATALOGUE, [LawReference(law.id, sure), LawReference(law.id, doubted)])
    assert said == f"{law.short}第{sure}条、第{doubted}条（待核）"
