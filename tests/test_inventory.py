"""The table of `docs/inventory.md` is whole: every row leads to entries that exist, and every entry has its row."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import ROOT
from daoyin.check.persons import _WORDS as PERSONS
from daoyin.load import Loaded
from daoyin.model import PARTS, Catalogue

SEEDS = ROOT.parent / "shared" / "seeds" / "inventory.md"
"""The inventory of the source articles; it is no part of the project, and may be absent."""

FLAGGED = (
    "画像|信用管理|信誉银行|失信|特殊人群|重点人员|重点干部|稳控|红黑榜|负面清单|负面信访|一对一|多对一|脱管|进京|"
    "聚集维权|1\\+3\\+8"
)


@dataclass(frozen=True)
class Row:
    place: str
    name: str
    entries: tuple[str, ...]


def rows() -> list[Row]:
    found, place = [], ""
    for line in (ROOT / "docs" / "inventory.md").read_text("utf-8").splitlines():
        if heading := re.match(r"### .+ `procedures/(.+)`$", line):
            place = heading[1]
        elif line.startswith("| ") and "`" in line:
            _, name, entries, _ = line.split("|")
            found.append(Row(place, name.strip(), tuple(re.findall("`([^`]+)`", entries))))
    return found


def exists(facts: Catalogue, place: str, entry: str) -> bool:
    kind, _, id = entry.partition(".")
    if kind in ("practices", "figures", "bodies"):
        return any(one.id == id for one in getattr(facts.place[place], kind))
    return f"{place}/{entry}" in facts.procedure and entry.split("/")[0] in PARTS


def test_the_table_has_all_eighteen_places_and_what_is_said_of_their_province(loaded: Loaded) -> None:
    places = {row.place for row in rows()}
    assert len(places) == 19
    assert places <= set(loaded.catalogue.place)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.place.rpartition('/')[2]}:{row.entries[0]}")
def test_every_row_leads_to_entries_that_exist(row: Row, loaded: Loaded) -> None:
    assert row.entries
    assert [entry for entry in row.entries if not exists(loaded.catalogue, row.place, entry)] == []


def test_a_row_that_leads_nowhere_would_be_found(loaded: Loaded) -> None:
    place = rows()[-1].place
    for entry in ("practices.nowhere", "figures.nowhere", "bodies.nowhere", "handling/nowhere"):
        assert not exists(loaded.catalogue, place, entry)


def test_every_practice_figure_and_local_procedure_has_its_row(loaded: Loaded) -> None:
    told = {(row.place, entry) for row in rows() for entry in row.entries}
    held = [
        (place.id, f"{kind}.{entry.id}")
        for place in loaded.catalogue.places
        for kind in ("practices", "figures")
        for entry in getattr(place, kind)
    ]
    held += [
        (procedure.place, procedure.id.removeprefix(f"{procedure.place}/"))
        for procedure in loaded.catalogue.procedures
        if procedure.basis == "practice"
    ]
    assert len(held) > 200
    assert [entry for entry in held if entry not in told] == []


def test_no_row_and_no_local_fact_carries_flagged_words(loaded: Loaded) -> None:
    texts = [row.name for row in rows()]
    for place in loaded.catalogue.places:
        texts += [place.summary, *place.asks, *(figure.says for figure in place.figures)]
        texts += [text for one in place.practices for text in (one.name, one.says, *one.items)]
    for procedure in loaded.catalogue.procedures:
        if procedure.basis == "practice":
            texts += [procedure.name, procedure.summary, *(node.name for node in procedure.process.nodes)]
    assert len(texts) > 500
    assert [text for text in texts if re.search(FLAGGED, text) or PERSONS.search(text)] == []


def hanzi(text: str) -> set[str]:
    """Pairs of neighbouring characters, which tell two names apart."""
    letters = "".join(re.findall(r"[\u4e00-\u9fff0-9]", re.sub(r"\([^)]*\)", "", text)))  # a note in ( ) is ours
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def seeds() -> list[tuple[str, str]]:
    """Place (as its heading or first column tells it) and name of every row that may be published."""
    found, section = [], ""
    for line in SEEDS.read_text("utf-8").splitlines():
        if line.startswith("### "):
            section = line.split()[-1]
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or cells[0] in ("place", "name") or set(cells[0]) <= {"-"}:
            continue
        place, name = (cells[0], cells[1]) if section == "Zhejiang" else (section, cells[0])
        if "⚑" not in name and not name.startswith("case:"):
            found.append((place, CALLED.get(name.strip("*"), name)))
    return found


CALLED = {"three case flows": "三种案件处理流程", "six online functions": "六项线上功能"}
"""Rows that the inventory calls in English."""

ENGLISH = {"Quzhou": "quzhou", "Yicheng": "yicheng", "Fengdu": "fengdu", "Nansha": "nansha", "(intro)": "zhejiang"}


@pytest.mark.skipif(not SEEDS.is_file(), reason="the source articles are no part of the project")
def test_every_unflagged_row_of_the_sources_inventory_has_its_row(loaded: Loaded) -> None:
    wanted = seeds()
    assert len(wanted) > 80
    names = {place.id.rpartition("/")[2]: place.name for place in loaded.catalogue.places}
    lost = []
    for place, name in wanted:
        here = [
            row
            for row in rows()
            if (last := row.place.rpartition("/")[2]) == ENGLISH.get(place) or place in names[last]
        ]
        pairs = hanzi(name)
        assert pairs, name
        if not any(len(pairs & hanzi(row.name)) >= 0.6 * len(pairs) for row in here):
            lost.append((place, name))
    assert lost == []


def test_the_inventory_names_no_machine() -> None:
    assert not re.search(r"/(home|root|work|Users)/\w", Path(ROOT / "docs" / "inventory.md").read_text("utf-8"))
