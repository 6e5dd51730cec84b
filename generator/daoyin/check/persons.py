"""No data about persons: not in a place's file, not in a procedure."""

import re
from collections.abc import Iterator

from daoyin.check.walk import texts
from daoyin.finding import Fault
from daoyin.model import Catalogue

_WORDS = re.compile(
    "画像|信用分|[加扣]分|积分管理|失信人|特殊人群|重点人员|稳控|红黑榜|黑名单|缠访|闹访|进京访|赴省访|多对一|脱管|失控|"
    "信访户|上访户|老户"
)
_NUMBERS = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


def person_data(catalogue: Catalogue) -> Iterator[Fault]:
    """地方和事项的内容里，不写关于个人的数据，也不写对人的监控、评分、列名单：没有人应当因为信访被记录或追踪（条例第18条第4款）。"""
    for mention in texts(catalogue):
        if not mention.path.startswith("procedures/") or not mention.place:
            continue
        if found := _WORDS.search(mention.value):
            yield Fault(mention.path, mention.at, f"“{found[0]}”是关于个人的记录或管控，本站不发布；请删去")
        if found := _NUMBERS.search(mention.value):
            yield Fault(
                mention.path, mention.at, f"“{found[0][:3]}…”像是个人的身份证号或手机号；请删去，只写单位的公开电话"
            )
