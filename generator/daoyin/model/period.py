"""How long: a number of days, working days, months, hours or years."""

import re
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Unit = Literal["days", "workdays", "months", "hours", "years"]

UNITS: dict[str, str] = {"days": "日", "workdays": "个工作日", "months": "个月", "hours": "小时", "years": "年"}
"""How each unit is said. The Regulation's 日 is not its 工作日: the two never stand for each other."""

_DAYS: dict[str, tuple[float, float, float]] = {
    "days": (1, 1, 0),
    "workdays": (1, 2, 9),
    "months": (28, 31, 0),
    "hours": (1 / 24, 1 / 24, 0),
    "years": (365, 366, 0),
}
"""Calendar days of one at least, at most, and once more for the longest holiday."""

_PERIOD = re.compile(r"^([1-9][0-9]{0,3}) (days|workdays|months|hours|years)$")


class Period:
    """`60 days`, `5 workdays`, `6 months`: a count and its unit, as the law words it.

    Equal text is an equal period; 2 months are not 60 days.
    """

    __slots__ = ("count", "unit")
    count: int
    unit: Unit

    def __init__(self, count: int, unit: Unit) -> None:
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a period does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.count, self.unit) == (other.count, other.unit)

    def __hash__(self) -> int:
        return hash((self.count, self.unit))

    def __str__(self) -> str:
        """As a reader says it: `60 日`, `5 个工作日`."""
        return f"{self.count} {UNITS[self.unit]}"

    def __repr__(self) -> str:
        return f"Period({self.count}, {self.unit!r})"

    @property
    def written(self) -> str:
        """As an editor writes it: `60 days`."""
        return f"{self.count} {self.unit}"

    @property
    def span(self) -> tuple[float, float]:
        """The fewest and the most calendar days that it can last.

        Days off stand at most nine in a row, and five workdays need at most nine calendar days without such a
        holiday; so twice the workdays and nine days are never exceeded. Only to tell which of two units is longer.
        """
        least, most, more = _DAYS[self.unit]
        return self.count * least, self.count * most + more

    @classmethod
    def parse(cls, value: object) -> "Period":
        """`60 days` -> Period(60, 'days'). Anything else is a finding that shows the accepted forms."""
        if isinstance(value, Period):
            return value
        found = _PERIOD.match(value) if isinstance(value, str) else None
        if not found:
            raise PydanticCustomError(
                "period", "期限应写成“数字 单位”，单位为 days、workdays、months、hours、years 之一，如 60 days"
            )
        return cls(int(found[1]), found[2])  # type: ignore[arg-type]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda period: period.written, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PERIOD.pattern, "examples": ["60 days", "5 workdays"]}
