"""What is taken from the site's own settings, mkdocs.yml: whose site it is, and what the rules ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from daoyin.load import tree

MAX_AGE_DAYS = 365
"""Unless the settings say otherwise, facts are held against their sources once a year."""


@dataclass(frozen=True, slots=True)
class Site:
    """Whose site it is: its name, who publishes it, its address if it has one, and whether it is unofficial."""

    name: str = "导引"
    publisher: str = ""
    url: str = ""
    unofficial: bool = True


def site(settings: Mapping[str, object]) -> Site:
    """The settings as a host reads them -> whose site it is; what is unsaid or no text keeps its default."""
    extra = settings.get("extra")
    told = extra if isinstance(extra, Mapping) else {}
    name, url, publisher = settings.get("site_name"), settings.get("site_url"), told.get("publisher")
    return Site(
        name=name if isinstance(name, str) and name else Site().name,
        publisher=publisher if isinstance(publisher, str) else "",
        url=url if isinstance(url, str) else "",
        unofficial=told.get("unofficial") is not False,
    )


def max_age_days(root: Path) -> int:
    """`max_age_days` under `extra`, or the default where it is not said in whole days."""
    extra = tree.values(root / "mkdocs.yml").get("extra")
    found = extra.get("max_age_days") if isinstance(extra, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else MAX_AGE_DAYS
