"""The imprint of a print: who publishes it, that it is unofficial, and of what day and version its facts are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from daoyin.load.settings import Site

_NOTICE = "非官方的说明，不代替法律意见。办事以机关、单位的书面告知和官方公布的原文为准。"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of every print. `unofficial` and `notice` are empty where the body itself publishes."""

    unofficial: str
    publisher: str
    notice: str
    checked: str
    """On which day the facts were held against their sources."""
    version: str
    """Eight digits that change with any word of the print: two prints of equal version say the same."""


def imprint(site: Site, checked: date, told: Mapping[str, object]) -> Imprint:
    """Whose print it is, from when, and what it says -> its imprint."""
    return Imprint(
        unofficial="非官方" if site.unofficial else "",
        publisher=f"由{site.publisher or site.name}发布",
        notice=_NOTICE if site.unofficial else "",
        checked=f"数据核对日期：{checked.isoformat()}",
        version=f"数据版本：{version(told)}",
    )


def version(told: Mapping[str, object]) -> str:
    """What a print says, as JSON -> eight digits: the same for the same words, on whatever paper."""
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]
