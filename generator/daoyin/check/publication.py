"""What an editor tells of a publication has a day, so that it can be put in order."""

from collections.abc import Iterator

from daoyin.finding import Fault, Message
from daoyin.model import Catalogue
from daoyin.updates import day, is_update


def update_named(catalogue: Catalogue) -> Iterator[Fault]:
    """更新记录（content/changes/）的文件名写成“日期-名字.md”，名字用小写英文；开头的 date 与它是同一天。

    An entry of content/changes/ is named date-id.md; a date: in its head is the same day.
    """
    for page in catalogue.pages:
        if is_update(page) and day(page) is None:
            message = Message(
                "文件名应写成“日期-名字.md”，如 2026-12-01-review-limit.md；date 应与它是同一天",
                "the file is named date-id.md, such as 2026-12-01-review-limit.md; date: is the same day",
            )
            yield Fault(f"content/{page.path}", (), message)
