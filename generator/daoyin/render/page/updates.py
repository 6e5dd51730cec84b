"""更新记录: what each publication changed, as its editor tells it."""

from daoyin import address
from daoyin.model import Catalogue
from daoyin.render.page.environment import front_matter, heading
from daoyin.render.page.sheet import Sheet
from daoyin.updates import updates as entries

_HEAD = "每次发布改了什么，新的在前。可以用阅读器订阅：[Atom](feed.xml)。"


def updates(catalogue: Catalogue) -> str:
    """Every entry of `content/changes/`, the newest first, each under an anchor of its own."""
    meta: dict[str, object] = {
        "title": "更新记录",
        "description": "每次发布改了哪些事项、期限和依据。",
        "kind": "written",
        "crumbs": Sheet(catalogue, address.UPDATES).crumbs(),
    }
    told = [
        f"## {entry.day} {heading(entry.title)} {{#{entry.id}}}\n\n{entry.markdown}" for entry in entries(catalogue)
    ]
    return front_matter(meta) + "\n".join([_HEAD, "", *(told or ["还没有记录。"])]).strip() + "\n"
