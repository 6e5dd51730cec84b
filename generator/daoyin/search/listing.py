"""Pages that list others, as results: whoever looks for all documents, or for who is responsible, wants the list."""

from collections.abc import Iterator

from daoyin import address
from daoyin.model import PARTS, Catalogue
from daoyin.search.entry import Entry, fields

_REGISTERS = (
    ("法规", address.LAWS, "本站引用的法律、法规和文件，哪些有效，哪些已经废止。", "法律依据有哪些"),
    ("文书", address.DOCUMENTS, "要交的、会收到的文书都在这里，有空白表格。", "表格下载 文书范本 空白表"),
    ("谁在办事", address.ROLES, "每个单位、每种人做什么。", "有哪些单位"),
    ("各地做法对照", address.COMPARISONS, "同一件事，各地怎么做。", "各地做法 别的地方怎么做 外地做法"),
    ("来源", address.SOURCES, "地方做法和数字出自哪些报道、文件。", "资料来源 数据出处"),
    ("地方", address.PLACES, "本站收录了哪些地方。", "有哪些地方 有没有我们县 收录了哪些地区"),
    ("工具", address.TOOLS, "算日子、写信、查进度的小工具。", "有什么工具 小程序"),
)
"""Name, page, what it says, and how people ask for it."""


def lists(catalogue: Catalogue) -> Iterator[Entry]:
    """The lists of the whole country and of the whole site; the lists of a place are found at the place."""
    country = catalogue.country
    for part, name in PARTS.items():
        if any(procedure.place == country and procedure.part == part for procedure in catalogue.procedures):
            yield _list(f"办事指南：{name}", address.part(country, part), f"全国的“{name}”部分有哪些事项。", name)
    if country in dict(catalogue.duties):
        for row in _duties(country):
            yield _list(*row)
    for row in _REGISTERS:
        yield _list(*row)


def _duties(country: str) -> tuple[tuple[str, str, str, str], ...]:
    list_, bodies = address.duties(country), address.duties_by_body(country)
    steps, gaps = address.duties_by_step(country), address.gaps(country)
    return (
        ("责任清单", list_, "谁应当做什么、依据哪一条、没做到怎么追究。", "权责清单 职责清单"),
        ("责任清单：按单位", bodies, "每个单位应当做什么，一个单位一张表。", "哪个单位负责什么"),
        ("责任清单：按步骤", steps, "每一步谁做、谁负责、通知谁。", "RACI"),
        ("责任的缺口和重叠", gaps, "哪些事没写明谁做、没写期限，哪些写了几个单位。", "没写明谁牵头 没写期限"),
    )


def _list(name: str, page: str, says: str, asks: str) -> Entry:
    return Entry("list", name, page, "", says, fields(name, (), "", says), head=True, asks=tuple(asks.split()))
