"""Each kind of damage to the real data is told by the right rule, at the right place: a sample of `make mutate`."""

import sys
from pathlib import Path

import pytest

from daoyin.check import check
from daoyin.load import Loaded

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import mutate
from damage import KINDS, Document

EVERY = 73
"""Each nth place of each kind, and always the first."""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The real data, and an overlay."""
    return mutate.real()


@pytest.fixture(scope="module")
def files(loaded: Loaded) -> list[Document]:
    return mutate.documents(loaded)


def test_the_real_data_has_no_finding(loaded: Loaded) -> None:
    assert check(loaded) == []


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_told_near_where_it_is(kind: str, loaded: Loaded, files: list[Document]) -> None:
    found = mutate.score(loaded, files, kind, EVERY)
    assert found.mutants, "this kind of damage applies nowhere"
    assert [f"{mutant.path}:{mutant.lines}: {mutant.shown}" for mutant in found.missed] == []


def test_every_kind_says_which_rules_answer() -> None:
    assert [name for name, kind in KINDS.items() if not (kind.__doc__ or "").rstrip().endswith(".")] == []


def test_reading_one_file_anew_is_the_same_as_reading_all(loaded: Loaded) -> None:
    path = "procedures/cn/handling/review.yaml"
    again = loaded.replaced(path, loaded.text(path))
    assert again.catalogue.procedures == loaded.catalogue.procedures
    assert again.catalogue.unread == loaded.catalogue.unread
    assert check(again) == []


def test_a_file_that_cannot_be_read_blames_no_other(loaded: Loaded) -> None:
    blamed = {path: {finding.path for finding in check(loaded.replaced(path, "name: ["))} for path in loaded.files}
    assert {path: found for path, found in blamed.items() if found != {path}} == {}
