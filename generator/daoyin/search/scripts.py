"""The script files of the index: `meta.js` first, then only those shards and blocks that a query needs.

Each file is one call, `daoyinSearch.put(version, name, value)`: from `file://` a page may run scripts but not fetch.
"""

import json
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from daoyin.model import Catalogue
from daoyin.search import hanzi
from daoyin.search import meta as metadata
from daoyin.search.entries import entries
from daoyin.search.index import Index, Postings, index
from daoyin.search.phrase import phrases

SHARD = 1_800
"""About so many bytes make a shard of postings: a query loads one for each of its terms."""

BLOCK = 2_400
"""About so many make a block of results: names and answer lines of neighbouring groups."""


Shard = dict[str, list[str | int]]


def files(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Every script file of the index as (name, content), `meta.js` first."""
    found = index(entries(catalogue))
    meta = metadata.meta(catalogue, found)
    blocks = list(_blocks(found))
    words = " ".join(metadata.lexicon(catalogue, found.entries))
    slips = {**hanzi.spelling(words), "shapes": " ".join(hanzi.likenesses().split()), "words": words}
    terms = [[term.name, term.id] for term in catalogue.glossary]
    parts: dict[str, Any] = dict(_shards(catalogue, found))
    parts |= {f"b/{number}": block for number, (_, block) in enumerate(blocks)}
    parts |= {"slips": slips, "terms": terms}
    parts["variants"] = metadata.variants(found.postings)
    meta["shards"] = sum(name.startswith("t/") for name in parts)
    meta["blocks"] = [groups for groups, _ in blocks]
    texts = {name: _json(value) for name, value in {"meta": meta, **parts}.items()}
    version = f"{zlib.crc32(''.join(texts.values()).encode()):08x}"
    return tuple((f"{name}.js", f'daoyinSearch.put("{version}","{name}",{text})\n') for name, text in texts.items())


def _json(value: Any) -> str:
    """JSON that is safe as a script: the two line separators of Unicode end a line there."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _shards(catalogue: Catalogue, found: Index) -> Iterator[tuple[str, Shard]]:
    """Postings by shard, and the phrases that begin with a term beside them, under `=` and the term.

    A list of postings holds the frequency, then gap * 16 + impact of each entry.
    """
    lists: Shard = {term: _packed(postings) for term, postings in found.postings.items()}
    lists |= {f"={term}": metadata.flat(said) for term, said in phrases(catalogue).items() if term}
    size = sum(len(term) + 4 * len(packed) for term, packed in lists.items())
    count = max(1, round(size / SHARD))
    shards: list[Shard] = [{} for _ in range(count)]
    for term, packed in lists.items():
        shards[metadata.shard(term.removeprefix("="), count)][term] = packed
    for number, shard in enumerate(shards):
        yield f"t/{number}", shard


def _packed(postings: Postings) -> list[str | int]:
    packed: list[str | int] = [postings.frequency]
    last = 0
    for entry, impact in postings.entries:
        packed.append((entry - last) * 16 + impact)
        last = entry
    return packed


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
