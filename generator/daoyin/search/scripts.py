"""The script files of the index: `meta.js` first, then only those shards and blocks that a query needs.

Each file is one call, `daoyinSearch.put(version, name, value)`: from `file://` a page may run scripts but not fetch.
"""

import gc
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, pairwise
from operator import sub
from typing import Any

from daoyin.model import Catalogue
from daoyin.search import hanzi
from daoyin.search import meta as metadata
from daoyin.search.entries import entries
from daoyin.search.index import Index, index
from daoyin.search.phrase import phrases

SHARD = 900
"""About so many bytes make a shard of postings: a query loads one for each of its terms."""

BLOCK = 2_400
"""About so many make a block of results: names and answer lines of neighbouring groups."""


Shard = dict[str, list[str | int]]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector's looks through a million postings, which form no cycles: a seventh of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@_uncollected()
def files(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Every script file of the index as (name, content), `meta.js` first."""
    found = index(entries(catalogue))
    meta = metadata.meta(catalogue, found)
    blocks = list(_blocks(found))
    words = metadata.lexicon(catalogue, found.entries)
    slips = {**hanzi.spelling("".join(words)), "shapes": " ".join(hanzi.likenesses().split())}
    slips["words"] = " ".join(_front_coded(words))
    terms = [[term.name, term.id] for term in catalogue.glossary]
    parts: dict[str, Any] = dict(_shards(catalogue, found))
    parts |= {f"b/{number}": block for number, (_, block) in enumerate(blocks)}
    parts |= {"slips": slips, "terms": terms}
    parts["variants"] = metadata.variants([*found.postings, *found.votes])
    meta["shards"] = sum(name.startswith("t/") for name in parts)
    meta["blocks"] = [groups for groups, _ in blocks]
    texts = {name: _json(value) for name, value in {"meta": meta, **parts}.items()}
    version = f"{zlib.crc32(''.join(texts.values()).encode()):08x}"
    return tuple((f"{name}.js", f'daoyinSearch.put("{version}","{name}",{text})\n') for name, text in texts.items())


def _json(value: Any) -> str:
    """JSON that is safe as a script: the two line separators of Unicode end a line there."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _front_coded(words: Sequence[str]) -> Iterator[str]:
    """Sorted words, each as how many characters it shares with the one before it, and the rest.

    I. Witten, A. Moffat, T. Bell, Managing Gigabytes (1999), §4.1.
    """
    for before, word in pairwise(("", *words)):
        shared = max(length for length in range(len(word)) if before.startswith(word[:length]))
        yield f"{shared}{word[shared:]}" if shared else word


def _shards(catalogue: Catalogue, found: Index) -> Iterator[tuple[str, Shard]]:
    """Postings by shard, and the phrases that begin with a term beside them, under `=` and the term.

    A list of postings holds the frequency, then gap * 16 + impact of each entry; one of votes, under `~` and the piece,
    holds gap * 16 + vote of each.
    """
    lists: Shard = {term: [postings.frequency, *_packed(postings.entries)] for term, postings in found.postings.items()}
    lists |= {f"~{piece}": _packed(voted) for piece, voted in found.votes.items()}
    lists |= {f"={term}": metadata.flat(said) for term, said in phrases(catalogue).items() if term}
    size = sum(len(term) + 4 * len(packed) for term, packed in lists.items())
    count = max(1, round(size / SHARD))
    shards: list[Shard] = [{} for _ in range(count)]
    for term, packed in lists.items():
        shards[metadata.shard(term.lstrip("=~"), count)][term] = packed
    for number, shard in enumerate(shards):
        yield f"t/{number}", shard


def _packed(entries: Sequence[int]) -> list[str | int]:
    return list(map(sub, entries, chain((0,), map((~15).__and__, entries))))


def _blocks(found: Index) -> Iterator[tuple[int, list[list[str]]]]:
    """Names, addresses and answer lines, whole groups together: how many groups, then their entries."""
    block: list[list[str]] = []
    length = groups = 0
    for start, end in pairwise((*found.starts, len(found.entries))):
        groups += 1
        for entry in found.entries[start:end]:
            address = f"{entry.page}.html" + (f"#{entry.anchor}" if entry.anchor else "")
            block.append([entry.name, address, entry.answer])
            length += sum(map(len, block[-1]))
        if length > BLOCK // 3 or end == len(found.entries):
            yield groups, block
            block, length, groups = [], 0, 0
