"""Any document is read or refused with findings, never with a traceback: a sample of `make fuzz`."""

import sys
from pathlib import Path

from daoyin.load import Loaded, load

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import fuzz


def test_documents_that_nobody_would_write_give_findings(loaded: Loaded) -> None:
    looked = fuzz.Fuzz(loaded, load(fuzz.STARTER))
    before = fuzz.memory()
    fuzz.run(looked, 800, 7)
    assert looked.count["with findings"] + looked.count["without"] == 800
    assert looked.count["with findings"] > 700
    assert fuzz.memory() - before < fuzz.LARGEST
