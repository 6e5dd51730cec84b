"""What prints share: paper, imprint, QR codes, blanks for art. 18, and `press.typ` that sets them.

A print is a template beside its Python module. The template begins with `#import "/press/press.typ": *` and shows its
body in `sheets(…)`; the module hands `told(…)` to `typeset.pdf`.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from daoyin.load.settings import Site
from daoyin.render.press.code import code
from daoyin.render.press.contact import Item, body, items
from daoyin.render.press.imprint import Imprint, imprint, version
from daoyin.render.press.paper import PAPERS, POINTS, Paper

__all__ = [
    "PAPERS", "POINTS", "Imprint", "Item", "Paper", "body", "code", "imprint", "items", "page", "told", "version",
]  # fmt: skip


def told(
    says: Mapping[str, object], *, title: str, site: Site, checked: date, paper: Paper, shop: bool = False
) -> dict[str, object]:
    """What a print says -> what its template reads: that, its title and imprint, the sheet, and the marks to cut by.

    `shop` asks for 3 mm of bleed and crop marks. The version is that of the words, not of the paper.
    """
    return {
        **says,
        "title": title,
        "imprint": asdict(imprint(site, checked, {"title": title, **says})),
        "publisher": site.publisher or site.name,
        "day": (checked.year, checked.month, checked.day),
        "paper": {"width": paper.width, "height": paper.height},
        "shop": shop,
    }


def page(site: Site, address: str) -> str:
    """The full address of a page (`cn/handling/review`) for a QR code; empty where the site's own is not known."""
    return f"{site.url.rstrip('/')}/{address}.html" if site.url else ""
