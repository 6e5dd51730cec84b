"""Data with the overlays of the tests laid over it: real data hold none, and the rules for them want damage too."""

from pathlib import Path

from daoyin.load import Loaded

CASES = Path(__file__).parents[1] / "tests" / "cases"


def laid(loaded: Loaded, case: str) -> tuple[Loaded, dict[str, str]]:
    """The data as if it held the files of a case, and those files' texts by path."""
    folder = CASES / case
    texts = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*.yaml"), key=lambda file: file.as_posix())
    }
    for path, text in texts.items():
        loaded = loaded.replaced(path, text)
    return loaded, texts
