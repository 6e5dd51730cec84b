"""How long ago a file was held against its sources."""

from collections.abc import Iterator
from datetime import date

from daoyin.check.walk import file
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue, Law, Place, Procedure


def stale(catalogue: Catalogue, today: date, most: int) -> Iterator[Fault]:
    """checked 距今天不超过规定的天数（mkdocs.yml 里 extra 的 max_age_days）；写明今天是哪一天（--today）才检查。

    No file was checked longer ago than max_age_days in mkdocs.yml allows; looked at only with --today.
    """
    words: tuple[Law | Place | Procedure, ...] = (*catalogue.laws, *catalogue.places, *catalogue.procedures)
    for word in words:
        age = (today - word.checked).days
        if age > most:
            message = Message(
                "{day} 核对，到 {today} 已有 {age} 天，超过 {most} 天；请重新核对后改 checked",
                "checked on {day}, {age} days before {today}, more than {most}; check again and renew the date",
                day=word.checked,
                today=today,
                age=age,
                most=most,
            )
            yield Fault(file(word), ("checked",), message)
        elif age < 0:
            message = Message("核对日期在 {today} 之后", "checked after {today}", today=today)
            yield Fault(file(word), ("checked",), message)
