"""The legend: the symbols that a chart shows, and no others, in rows below its lanes."""

from daoyin.diagram.geometry import Arrow, Box, Caption, LegendEntry, LegendSymbol, Shape
from daoyin.diagram.measure import SMALL, SMALL_LINE
from daoyin.diagram.text import width

MEANINGS: dict[LegendSymbol, str] = {
    "start": "开始",
    "task": "步骤",
    "gateway": "判断",
    "parallel": "同时进行",
    "event": "事件",
    "end": "结束",
    "handover": "转入其他程序",
    "badge": "期限",
    "document": "文书",
    "sequence": "流程",
    "back": "退回",
    "missed": "逾期",
}
"""What the legend says of each symbol, in its order."""

_SYMBOL, _LINE, _GAP, _MARGIN = 30, 24, 22, 14


def legend(
    shapes: tuple[Shape, ...], arrows: tuple[Arrow, ...], chart_width: int, top: int
) -> tuple[tuple[LegendEntry, ...], int]:
    """Set the legend below the lanes; return it and the height of the whole.

    Post: entries lie inside the chart's width (each by itself, if it is narrower than an entry) and overlap nothing.
    """
    used: set[LegendSymbol] = set()
    for shape in shapes:
        used.add("parallel" if shape.node.kind == "gateway" and shape.node.parallel else shape.node.kind)
        used.update(["badge"] * bool(shape.badges))
        used.update(["document"] * bool(shape.documents))
    for arrow in arrows:
        used.add("missed" if arrow.flow.kind == "missed" else "back" if arrow.back else "sequence")
    entries: list[LegendEntry] = []
    x, y = _MARGIN, top + _MARGIN
    for symbol, meaning in MEANINGS.items():
        if symbol not in used:
            continue
        wide = width(meaning, SMALL)
        if x > _MARGIN and x + _SYMBOL + 6 + wide > chart_width - _MARGIN:
            x, y = _MARGIN, y + _LINE
        text = Box(x + _SYMBOL + 6, y + (_LINE - SMALL_LINE) // 2, wide, SMALL_LINE)
        entries.append(LegendEntry(symbol, Box(x, y + 4, _SYMBOL, _LINE - 8), Caption(text, (meaning,))))
        x += _SYMBOL + 6 + wide + _GAP
    return tuple(entries), y + _LINE + _MARGIN // 2
