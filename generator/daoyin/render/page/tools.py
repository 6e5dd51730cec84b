"""The page that lists the tools: small programs that run on the reader's own device."""

from collections.abc import Collection
from dataclasses import dataclass

from daoyin import address
from daoyin.model import Catalogue
from daoyin.render.page.sheet import Link, Sheet

INTRO = "几样小工具，帮您找对地方、算准日子、写好信。都在您自己的设备上运行，不发送；您不要求，就不保存。"


@dataclass(frozen=True)
class Tool:
    """What it is called, where it is, what it is good for; and the written page that stands in where it is not made."""

    name: str
    address: str
    says: str
    written: str


TOOLS = (
    Tool(
        "我该找谁", "tools/which-door/index", "一次问一个问题，最后告诉您走哪条路、找谁、带什么。", "guides/which-door"
    ),
    Tool("期限计算", "tools/deadlines", "填一个日子，算出每个期限的最后一天。", "guides/other-clocks"),
    Tool("我的办理进度", "tools/my-path", "走到哪步填到哪步，看下一步该谁做、最晚哪天。", "guides/what-happens-next"),
    Tool("超期怎么办", "tools/missed", "选“谁没有按时做什么”，看条文怎么说、找谁、写哪封信。", "guides/no-answer"),
    Tool("写信访信", "tools/write", "一栏一栏填，得到能打印、能用 Word 打开的信。", "guides/what-to-write"),
)


def tools(catalogue: Catalogue, made: Collection[str]) -> str:
    """The tools whose pages are `made` (addresses), else the written page in their place -> the page of tools."""
    sheet = Sheet(catalogue, address.TOOLS)
    known = {*made, *(page.path.removesuffix(".md") for page in catalogue.pages)}
    found = [(tool, next((page for page in (tool.address, tool.written) if page in known), "")) for tool in TOOLS]
    return sheet.write(
        "tools.html",
        title="工具",
        kind="tools",
        section="tools",
        description=INTRO,
        intro=INTRO,
        tools=[Link(tool.name, sheet.to(page), tool.says) for tool, page in found if page],
    )
