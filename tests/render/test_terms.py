"""Glossary terms in running text."""

from daoyin.model import Catalogue, Term
from daoyin.render.page import terms

GLOSSARY = Catalogue(
    glossary=(
        Term(id="review", name="复查", says="请上一级再看一遍。", aliases=("复查程序",)),
        Term(id="review-opinion", name="复查意见书", says='复查的结果，写着"意见"。'),
    )
)


def marked(text: str, seen: set[str] | None = None) -> str:
    return str(terms.mark(GLOSSARY, text, "cn/handling/review", set() if seen is None else seen))


def test_a_term_is_explained_where_a_page_uses_it_first() -> None:
    seen: set[str] = set()
    assert marked("先复查，再复查。", seen) == (
        '先<a class="term" href="../../glossary.html#review" data-says="请上一级再看一遍。">复查</a>，再复查。'
    )
    assert marked("还是复查", seen) == "还是复查"


def test_the_longest_term_is_marked_and_hides_the_shorter_one_inside() -> None:
    told = marked("收到复查意见书")
    assert told.count("<a ") == 1
    assert ">复查意见书</a>" in told


def test_the_title_of_a_law_is_left_alone() -> None:
    told = marked("按《复查办法》申请复查")
    assert told.startswith("按《复查办法》申请<a ")


def test_an_alias_counts_as_its_term() -> None:
    seen: set[str] = set()
    assert ">复查程序</a>" in marked("走复查程序", seen)
    assert "<a" not in marked("复查", seen)


def test_text_and_explanations_are_escaped() -> None:
    told = marked("<b>复查意见书</b>")
    assert "&lt;b&gt;" in told
    assert "&#34;意见&#34;" in told


def test_a_site_without_a_glossary_keeps_its_text() -> None:
    assert str(terms.mark(Catalogue(), "复查 & <b>", "index", set())) == "复查 &amp; &lt;b&gt;"
