"""Where the files lie that the package brings along: the theme, the starter site, the examples of rules."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def theme() -> Path:
    """The folder of templates, stylesheet, scripts and font.

    A wheel carries it inside the package; a checkout keeps it at the top, beside `generator/`.
    """
    inside = _PACKAGE / "theme"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "theme"


def starter() -> Path:
    """The folder that `daoyin new` copies: a small site that builds at once."""
    return _PACKAGE / "starter"


def failures() -> Path:
    """The folder of broken documents with their findings: what `daoyin explain` shows, and what the tests hold to."""
    inside = _PACKAGE / "failures"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "tests" / "failures"
