"""A text that is no YAML: what the editor's hand did, told before what the parser says."""

import re

import yaml

from daoyin.finding import Message

_COLON = Message(
    "这里用了中文冒号“：”，应改为英文冒号加一个空格“: ”",
    "a Chinese colon “：” stands where a colon and a space “: ” must stand",
)
_ALIAS = Message(
    "不使用 & 和 * 引用；以 * 开头的文字请用引号括起来", "& and * are not used; quote a text that begins with *"
)
_TAB = Message(
    "缩进请用空格，不用制表符（Tab）；以 @、`、% 开头的文字请用引号括起来",
    "indent with spaces, not tabs; quote a text that begins with @, ` or %",
)
_QUOTE = Message("引号或括号没有配对", "a quotation mark or bracket is not closed")
_OPENED = re.compile(r"""^\s*(?:- )?(?:(?:"[^"]*"|'[^']*'|[^\s"':#]+): +)?(?:"[^"]*|'[^']*)$""")
_HINTS = (
    ("found character '\\t'", Message("缩进不能用制表符（Tab），请改用空格", "indent with spaces, not tabs")),
    ("cannot start any token", _TAB),
    (
        "mapping values are not allowed",
        Message(
            "这里不该出现“: ”；文字里有英文冒号时，请用引号把整段文字括起来",
            "“: ” must not stand here; quote a text that holds a colon",
        ),
    ),
    (
        "could not find expected ':'",
        Message("这一行缺少“: ”（英文冒号加一个空格）", "this line lacks “: ” (a colon and a space)"),
    ),
    (
        "found unexpected end of stream",
        _QUOTE,
    ),
    (
        "did not find expected",
        Message(
            "缩进或括号没有对齐，请与上一行比较", "indentation or brackets do not fit; compare with the line above"
        ),
    ),
    ("unexpected character", Message("含有不能使用的字符", "a character that cannot be used")),
    ("special characters are not allowed", Message("含有不能使用的控制字符", "a control character cannot be used")),
    ("found duplicate anchor", Message("不使用 & 和 * 引用", "& and * are not used")),
    ("found undefined alias", _ALIAS),
    ("while scanning an alias", _ALIAS),
)
_LINES = (
    (
        re.compile(r"^(?:<{7} |={7}$|>{7} )"),
        Message(
            "这里有没有合并完的两个版本；请留下一个，删去 <<<<<<<、=======、>>>>>>> 三行",
            "two versions stand here unmerged; keep one, and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
    ),
    (
        re.compile(r"^ *[\u00a0\u3000]"),
        Message("行首是全角空格；请改成普通空格", "the line begins with a wide space; use plain spaces"),
    ),
    (re.compile(r"^ *\t"), _TAB),
    (
        re.compile(r"[{\[][^}\]]*，[^}\]]*[}\]]?\s*$"),
        Message(
            "花括号、方括号里用英文逗号加一个空格“, ”隔开，不用“，”",
            "within brackets a comma and a space “, ” must stand, not “，”",
        ),
    ),
)
"""What a line looks like that editors' programs, and their hands, get wrong: told before what the parser says."""

_OTHERWISE = Message(
    "写法不符合 YAML，请与相邻的行比较缩进、引号和冒号",
    "this is not YAML; compare indentation, quotation marks and colons with the lines around",
)


def told(error: yaml.YAMLError, text: str) -> tuple[int, Message]:
    """What the parser stumbled over in a text -> the line to look at, counted from 1, and what to do there."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    line = mark.line + 1 if mark else 1
    shown = text.splitlines()[line - 1 : line]
    for pattern, hint in _LINES:
        for near in (line, line - 1, line + 1):
            if pattern.search(_line(text, near)):
                return near, hint
    if opened := _open_quote(text, line):
        return opened, _QUOTE
    for near in (line, line - 1):
        written = text.splitlines()[near - 1 : near] if near > 0 else []
        if written and "：" in written[0] and ": " not in written[0] and not written[0].rstrip().endswith(":"):
            return near, _COLON
    hint = next((hint for start, hint in _HINTS if start in problem), _OTHERWISE)
    text = f"：{shown[0].strip()[:40]}" if shown else ""
    return line, Message("{hint}{text}", "{hint}{text}", hint=hint, text=text)


def _line(text: str, number: int) -> str:
    """A line by its number, from 1; empty where there is none."""
    return next(iter(text.splitlines()[number - 1 : number]), "") if number > 0 else ""


def _open_quote(text: str, line: int) -> int:
    """The first line, up to that of an error, whose value begins with a quotation mark that the line does not close."""
    lines = enumerate(text.splitlines()[:line], 1)
    return next((number for number, written in lines if _OPENED.match(written)), 0)
