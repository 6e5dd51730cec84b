"""Every way of writing the same thing is found by every other: here in Python, and in the browser."""

import pytest

from daoyin.search.folding import bag, fold, number, terms

from .asked import rows

VECTORS = rows("folding.tsv")
FOLD = """async text => {
  await daoyinSearch.load('meta');
  return daoyinSearch.fold(text, await daoyinSearch.simplified(text));
}"""


@pytest.mark.parametrize(("text", "folded", "cut"), VECTORS)
def test_text_folds_as_the_vectors_say(text, folded, cut):
    assert fold(text) == folded
    assert [term for term, _ in terms(folded)] == cut.split()


@pytest.mark.parametrize(("text", "folded", "cut"), VECTORS)
def test_folding_twice_is_folding_once(text, folded, cut):
    assert fold(folded) == folded
    assert bag(folded) == cut.split()


@pytest.mark.parametrize(("numeral", "value"), [("十", 10), ("二十", 20), ("三百零五", 305), ("一千二百", 1200)])
def test_chinese_numerals_are_numbers(numeral, value):
    assert number(numeral) == value


@pytest.mark.browser
def test_the_browser_folds_alike(engine):
    for text, folded, cut in VECTORS:
        assert engine.evaluate(FOLD, text) == folded
        found = engine.evaluate("text => daoyinSearch.terms(text).map(term => term[0])", folded)
        assert found == cut.split()
