"""Links work from a folder: relative, with an ending, the same from every depth."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daoyin import address


@pytest.mark.parametrize(
    ("target", "page", "anchor", "link"),
    [
        ("laws/x", "cn/handling/review", "art-34", "../../laws/x.html#art-34"),
        ("cn/handling/appeal", "cn/handling/review", "", "appeal.html"),
        ("cn/handling/review", "cn/handling/review", "step-a", "#step-a"),
        ("cn/handling/review", "cn/handling/review", "", "review.html"),
        ("index", "index", "", "index.html"),
        ("index", "cn/index", "", "../index.html"),
        ("cn/duties/index.csv", "cn/duties/index", "", "index.csv"),
        ("cn/index", "cn/zhejiang/index", "", "../index.html"),
    ],
)
def test_a_link_leads_from_page_to_target(target: str, page: str, anchor: str, link: str) -> None:
    assert address.relative(target, page, anchor) == link


paths = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=5).map("/".join)


@given(paths, paths)
def test_a_link_joined_to_its_page_is_the_target(target: str, page: str) -> None:
    link = address.relative(target, page)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == f"{target}.html"
