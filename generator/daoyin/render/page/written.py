"""Pages that people write: their Markdown as it stands, with the facts that every page has."""

from daoyin import address
from daoyin.model import Catalogue, Page
from daoyin.render.page.environment import front_matter
from daoyin.render.page.sheet import Sheet


def written(catalogue: Catalogue, page: Page) -> str:
    """A Markdown file of `content/` -> the same page; what its front matter says comes before what we say."""
    sheet = Sheet(catalogue, page.path.removesuffix(".md"))
    meta: dict[str, object] = {
        "title": page.title,
        "description": page.title,
        "kind": "written",
        "section": "",
        "crumbs": sheet.crumbs() if sheet.address != address.HOME else [],
        "source": f"content/{page.path}",
    }
    own = {key: value for key, value in page.meta if isinstance(value, (str, list))}
    return front_matter({**meta, **own}) + page.markdown.strip() + "\n"
