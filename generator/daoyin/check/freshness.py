"""How long ago a file was held against its sources."""

from collections.abc import Iterator
from datetime import date

from daoyin.check.walk import file
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue, Law, Place, Procedure, Questionnaire


def stale(catalogue: Catalogue, today: date, most: int) -> Iterator[Fault]:
    """checked 距今天不超过规定的天数（mkdocs.yml 里 extra 的 max_age_days）；写明今天是哪一天（--today）才检查。

    No file was checked longer ago than max_age_days in mkdocs.yml allows; looked at only with --today.
    """
    words: tuple[Law | Place | Procedure | Questionnaire, ...]
    words = (*catalogue.laws, *catalogue.places, *catalogue.procedures, *catalogue.questionnaires)
    checked = [(file(word), word.checked) for word in words]
    checked += [(f"procedures/{place}/duties.yaml", day) for place, day in catalogue.duties_checked]
    for path, day in checked:
        age = (today - day).days
        if age > most:
            message = Message(
                "{day} 核对，到 {today} 已有 {age} 天，超过 {most} 天；请重新核对后改 checked",
                "checked on {day}, {age} days before {today}, more than {most}; check again and renew the date",
                day=day,
                today=today,
                age=age,
                most=most,
            )
            yield Fault(path, ("checked",), message)
        elif age < 0:
            yield Fault(path, ("checked",), Message(*_AHEAD, day=day, today=today))


_AHEAD = ("{day} 还没有到（今天按 {today}）；请改 checked", "{day} is still to come on {today}; mend checked")
