"""Lists to take away say what the pages say."""

from daoyin.load import Loaded
from daoyin.render.table import csv, duty_rows


def test_a_prohibition_is_marked_and_its_words_are_not_turned_round(loaded: Loaded) -> None:
    duties = dict(loaded.catalogue.duties)["cn"]
    told = [row[1] for row in duty_rows(loaded.catalogue, "cn")[1:]]
    assert told == [duty.duty + "（禁止性规定）" * (duty.kind == "must-not") for duty in duties]
    assert any(duty.kind == "must-not" for duty in duties)


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    assert csv([("=1+1", "-x", "条例")]).decode("utf-8-sig").strip() == "'=1+1,'-x,条例"
