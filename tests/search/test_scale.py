"""With a thousand local pages around them, the national answers are still found, and little is loaded."""

import gzip
import json
import re
from itertools import accumulate, islice

import pytest

from daoyin import bundle
from daoyin.model import Catalogue
from daoyin.search import files
from daoyin.search.folding import HAN
from daoyin.search.meta import shard
from daoyin.search.query import Search
from daoyin.search.slip import Lexicon

from .asked import questions
from .crowd import crowd

FIRST_SEARCH = 60_000
"""Bytes, each file gzipped: scripts that come when the dialog is first opened, and what a query needs of the index."""

ON_EVERY_PAGE = "dialog.js"


def foreign(text: str) -> bool:
    """Whether it holds a Chinese character that GB 2312 does not: only then the browser loads the variants."""
    return any(character >= HAN and not character.encode("gb2312", "ignore") for character in text)


def firsts(meta) -> list[int]:
    """The first entry of each block of results: blocks hold whole groups."""
    sizes = iter(meta["sizes"])
    ends = accumulate(sum(islice(sizes, groups)) for groups in meta["blocks"])
    return [0, *ends][:-1]


class Watched:
    """The lexicon, which tells whether it was asked: only then the browser loads it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.asked = lexicon, False

    def repaired(self, folded, unknown):
        self.asked = True
        return self.lexicon.repaired(folded, unknown)


@pytest.fixture(scope="module")
def crowded(loaded) -> Catalogue:
    return crowd(loaded.catalogue)


@pytest.fixture(scope="module")
def scripts(crowded) -> dict[str, str]:
    return dict(files(crowded))


@pytest.mark.slow
def test_the_first_search_loads_little(crowded, scripts):
    sizes = {name: len(gzip.compress(text.encode())) for name, text in scripts.items()}
    parts = [file for file in (bundle.theme() / "assets" / "search").iterdir() if file.name != ON_EVERY_PAGE]
    engine = sum(len(gzip.compress(file.read_bytes())) for file in parts)
    search = Search(crowded)
    shards = int(re.search(r'"shards":(\d+)', scripts["meta.js"])[1])
    starts = firsts(json.loads(scripts["meta.js"].split(",", 2)[2].rstrip().removesuffix(")")))
    numbers = {(entry.page, entry.anchor, entry.name): at for at, entry in enumerate(search.index.entries)}
    loads = []
    watched = vars(search)["lexicon"] = Watched(search.lexicon)
    for question in questions():
        watched.asked = False
        terms = search.understand(question.text).terms
        needed = {f"t/{shard(term, shards)}.js" for term in terms}
        needed |= {"slips.js"} if watched.asked else set()
        needed |= {"variants.js"} if foreign(question.text) else set()
        for result in search(question.text)[:8]:
            for entry in (result.entry, *result.more):
                at = numbers[entry.page, entry.anchor, entry.name]
                needed.add(f"b/{sum(start <= at for start in starts) - 1}.js")
        loads.append(engine + sizes["meta.js"] + sum(sizes[name] for name in needed))
    loads.sort()
    late = loads[len(loads) * 95 // 100]
    print(f"scripts {engine}")
    print(f"meta {sizes['meta.js']}, first search median {loads[len(loads) // 2]}, 95 of 100 {late}, most {loads[-1]}")
    print(f"{len(sizes)} files, {sum(sizes.values())} in all, slips {sizes['slips.js']}")
    assert late <= FIRST_SEARCH


@pytest.mark.slow
def test_national_answers_are_not_drowned(crowded):
    search = Search(crowded)
    asked = questions()
    found = [
        any(
            {r.entry.page, f"{r.entry.page}#{r.entry.anchor}"} & set(question.expected)
            for r in search(question.text)[:3]
        )
        for question in asked
    ]
    print(f"within three {sum(found) / len(found):.3f}")
    assert sum(found) / len(found) >= 0.95
