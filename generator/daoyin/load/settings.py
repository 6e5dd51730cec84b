"""What the rules take from the site's own settings, mkdocs.yml."""

from pathlib import Path

from daoyin.load import tree

MAX_AGE_DAYS = 365
"""Unless the settings say otherwise, facts are held against their sources once a year."""


def max_age_days(root: Path) -> int:
    """`max_age_days` under `extra`, or the default where it is not said in whole days."""
    extra = tree.values(root / "mkdocs.yml").get("extra")
    found = extra.get("max_age_days") if isinstance(extra, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else MAX_AGE_DAYS
