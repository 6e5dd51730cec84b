"""What is taken from the site's own settings, mkdocs.yml: whose site it is, and what the rules ask."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from daoyin.finding import At, Finding, Message, did_you_mean
from daoyin.load import tree

FILE: Final = "mkdocs.yml"
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
    extra = tree.values(root / FILE).get("extra")
    found = extra.get("max_age_days") if isinstance(extra, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else MAX_AGE_DAYS


_UNREAD = ("encoding", "file-size", "link-out", "merge-conflict", "unreadable", "yaml-depth", "yaml-syntax")
"""Faults that the host would stumble over, too. What it admits beyond our small YAML (tags, aliases) is its own."""
_TOP = ("site_name", "site_url", "site_description", "docs_dir", "site_dir", "use_directory_urls", "plugins", "extra")
_EXTRA = ("subtitle", "publisher", "unofficial", "max_age_days")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def findings(root: Path) -> tuple[Finding, ...]:
    """What is wrong with the settings; nothing where there are none."""
    file = root / FILE
    if not file.exists():
        return ()
    read = tree.read(file, FILE, root)
    unread = tuple(finding for finding in read.findings if finding.rule in _UNREAD)
    told = tree.values(file)
    if unread or not told:
        return unread
    node = tree.composed(file)
    return tuple(Finding(FILE, tree.line_of(node, at), "settings", message) for at, message in _faults(told))


def _faults(told: Mapping[str, object]) -> Iterator[tuple[At, Message]]:
    """Where a setting is not what the site needs, and what must hold."""
    yield from _misspelt(told, _TOP, ())
    if "daoyin" not in _plugins(told.get("plugins")):
        yield ("plugins",), Message(*_NO_PLUGIN)
    if told.get("use_directory_urls") is not False:
        yield ("use_directory_urls",), Message(*_FOR_EVER)
    if "site_url" in told and not _ADDRESS.fullmatch(str(told["site_url"])):
        yield ("site_url",), Message(*_NO_ADDRESS)
    extra = told.get("extra")
    if isinstance(extra, Mapping):
        yield from _misspelt(extra, _EXTRA, ("extra",))
        yield from _published(extra)


def _misspelt(told: Mapping[str, object], known: tuple[str, ...], at: At) -> Iterator[tuple[At, Message]]:
    """Keys that are nearly one of ours; the host has others."""
    for key in told:
        if key not in known and (near := did_you_mean(str(key), known)):
            yield (*at, key), Message("没有“{key}”这项设置{near}", "no setting “{key}”{near}", key=key, near=near)


def _published(extra: Mapping[str, object]) -> Iterator[tuple[At, Message]]:
    """Who publishes, whether a body does, and how long a check against the sources holds."""
    unofficial, publisher = extra.get("unofficial", True), extra.get("publisher", "")
    if not isinstance(unofficial, bool):
        yield ("extra", "unofficial"), Message(*_NOT_SAID)
    if not isinstance(publisher, str) or (not publisher and unofficial is False):
        yield ("extra", "publisher" if "publisher" in extra else "unofficial"), Message(*_NO_PUBLISHER)
    age = extra.get("max_age_days", MAX_AGE_DAYS)
    if not isinstance(age, int) or isinstance(age, bool) or age < 1:
        yield ("extra", "max_age_days"), Message(*_NO_DAYS)


def _plugins(told: object) -> Iterator[str]:
    """The names of plugins, whether each stands alone or with its settings."""
    for held in told if isinstance(told, list) else [told]:
        yield from held if isinstance(held, Mapping) else [str(held)]


_NO_PLUGIN = (
    "plugins 里要有 daoyin；没有它，一页指南也不会生成",
    "plugins must hold daoyin; without it no guide is made",
)
_FOR_EVER = (
    "要写 use_directory_urls: false；印出去的二维码指向以 .html 结尾的网址，一直不变",
    "use_directory_urls must be false; QR codes in print lead to addresses that end in .html, for ever",
)
_NO_ADDRESS = (
    "site_url 是网站的网址，以 https:// 或者 http:// 开头；还没有网址，就删去这一行",
    "site_url is the site's address, from https:// or http://; delete the line while there is none",
)
_NO_PUBLISHER = (
    "publisher 要写清谁发布；由机关、单位自己发布（unofficial: false）的，更不能空着",
    "publisher must say who publishes; above all where a body does (unofficial: false)",
)
_NOT_SAID = ("unofficial 只能写 true 或者 false", "unofficial is true or false")
_NO_DAYS = ("max_age_days 要写天数，如 365", "max_age_days is a number of days, such as 365")
