"""The pages that are hardest to find, for editors."""

from daoyin import address
from daoyin.model import Catalogue
from daoyin.render.page.sheet import Link, Sheet
from daoyin.search.weakness import weakest

INTRO = "给编辑看：这些页面写的问法太少，别人用自己的话搜，可能搜不到。"


def asks(catalogue: Catalogue) -> str:
    """The pages with too few questions -> a page. Nothing here says that a page is wrong."""
    sheet = Sheet(catalogue, address.ASKS)
    return sheet.write(
        "asks.html",
        title="最难搜到的页面",
        kind="report",
        section="duties",
        description=INTRO,
        intro=INTRO,
        rows=[(Link(weak.name, sheet.to(weak.page, weak.anchor)), str(weak.asks)) for weak in weakest(catalogue)],
    )
