"""The stylesheet of charts: one template, filled with custom properties (on a page) or plain colours (in a file)."""

import re

_LIGHT = {
    "page": "#ffffff", "box": "#ffffff", "ink": "#1d2630", "soft": "#55606c", "line": "#3f4a56", "rule": "#c6ccd4",
    "ask": "#fff6dc", "ask-line": "#8f6400", "out": "#eef0f3", "limit": "#a3301d", "limit-ink": "#ffffff",
    "back": "#6a3d9a", "missed": "#a3301d", "halo": "#ffffff",
    "l0": "#1f5f99", "l1": "#8a5a00", "l2": "#1c6b45", "l3": "#8b2f62", "l4": "#4f5661", "l5": "#00697a",
    "l6": "#7d4320", "l7": "#5948a1",
}  # fmt: skip
_DARK = {
    "page": "#14181d", "box": "#1f262e", "ink": "#e8ecf1", "soft": "#a9b4c0", "line": "#b4bfcb", "rule": "#3b4550",
    "ask": "#3a3116", "ask-line": "#e0b64a", "out": "#2b323b", "limit": "#f0907e", "limit-ink": "#1d0b07",
    "back": "#c4a3ea", "missed": "#f0907e", "halo": "#14181d",
    "l0": "#7fb6ea", "l1": "#dfb05c", "l2": "#74c79d", "l3": "#e391bb", "l4": "#b3bcc8", "l5": "#67c3d3",
    "l6": "#d9a07c", "l7": "#b3a6f0",
}  # fmt: skip
_FONT = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif'

_RULES = """
.dy-chart{font-family:FONT;max-width:100%;height:auto}
.dy-chart text{fill:$ink;font-size:12px;text-anchor:middle}
.dy-chart .pg{fill:$page}.dy-chart .ti{font-size:22px;font-weight:700;text-anchor:start}
.dy-chart .ln{fill:$lane;fill-opacity:.05;stroke:$rule}
.dy-chart .lh{fill:$lane;fill-opacity:.15;stroke:$rule}.dy-chart .lb{fill:$lane}
.dy-chart .h{font-size:15px;font-weight:700}
.dy-chart .n{font-size:14px}.dy-chart .e,.dy-chart .bt{font-weight:700}
.dy-chart .d,.dy-chart .k{text-anchor:start}.dy-chart .d,.dy-chart .k,.dy-chart .no{fill:$soft}
.dy-chart .no{font-size:9px}
.dy-chart .tk,.dy-chart .ev{fill:$box;stroke:$lane;stroke-width:1.4}.dy-chart .ei{fill:none;stroke:$lane}
.dy-chart .st{fill:$box;stroke:$lane;stroke-width:1.6}.dy-chart .en{fill:$box;stroke:$lane;stroke-width:3}
.dy-chart .gw{fill:$ask;stroke:$ask-line;stroke-width:1.4}.dy-chart .pl{stroke:$ask-line;stroke-width:2.4}
.dy-chart .ho{fill:$out;stroke:$lane;stroke-width:1.4}
.dy-chart .bd{fill:$limit}.dy-chart .bt{fill:$limit-ink}
.dy-chart .dl{stroke:$rule}.dy-chart .di{fill:none;stroke:$soft}
.dy-chart .f{fill:none;stroke:$line;stroke-width:1.5}.dy-chart marker path{fill:$line}
.dy-chart .b{stroke:$back;stroke-dasharray:8 3}.dy-chart .ab path{fill:$back}
.dy-chart .m{stroke:$missed;stroke-dasharray:2 3}.dy-chart .am path{fill:$missed}
.dy-chart .tm{fill:$box;stroke:$missed;stroke-width:1.4}.dy-chart .th{fill:none;stroke:$missed;stroke-width:1.4}
.dy-chart .t{paint-order:stroke;stroke:$halo;stroke-width:3px;stroke-linejoin:round}
.dy-chart .lg{color:$line}
.dy-chart a:hover .n,.dy-chart a:focus .n{text-decoration:underline}
.dy-chart a:focus{outline:2px solid $l0;outline-offset:2px}
"""


def style(*, standalone: bool) -> str:
    """The stylesheet of an inline chart, or of one in a file of its own.

    A page sets `--dy-…` to change a colour; Material's dark scheme is known. In print all charts are dark on white.
    """
    if not standalone:
        dark = "".join(f"--dy-{name}:{colour};" for name, colour in _DARK.items())
        rules = _filled({name: f"var(--dy-{name},{colour})" for name, colour in _LIGHT.items()})
        return f"{rules}@media screen{{[data-md-color-scheme=slate] .dy-chart{{{dark}}}}}"
    return f"{_filled(_LIGHT)}@media screen and (prefers-color-scheme:dark){{{_filled(_DARK, colours=True)}}}"


def _filled(palette: dict[str, str], *, colours: bool = False) -> str:
    """The rules with their colours; with `colours`, only the declarations that hold one.

    A lane's colour is the text colour of its group: what belongs to the lane paints itself with `currentColor`.
    """
    text = _RULES.replace("\n", "") + "".join(f".dy-chart .l{n}{{color:$l{n}}}" for n in range(8))
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    if colours:
        rules = [(name, ";".join(part for part in body.split(";") if "$" in part)) for name, body in rules]
    text = "".join(f"{name}{{{body}}}" for name, body in rules if body)
    text = text.replace("$lane", "currentColor").replace("FONT", _FONT)
    return re.sub(r"\$([a-z0-9-]+)", lambda found: palette[found[1]], text)
