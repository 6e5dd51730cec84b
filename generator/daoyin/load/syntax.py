"""A text that is no YAML: what the editor's hand did, told before what the parser says."""

import re
from collections.abc import Iterator

import yaml

from daoyin.finding import Message

Told = tuple[str, Message]
"""A rule and its message."""

COLON: Told = (
    "yaml-syntax",
    Message(
        "冒号要用英文冒号加一个空格“: ”，不用“：”，也不要漏掉空格",
        "a colon and a space “: ” must stand here, neither “：” nor a colon alone",
    ),
)
_WIDE_COLON = Message(
    "这里用了中文冒号“：”，应改为英文冒号加一个空格“: ”",
    "a Chinese colon “：” stands where a colon and a space “: ” must stand",
)
_QUOTE = Message("引号没有配对", "a quotation mark is not closed")
_BRACKET = Message("括号没有配对", "a bracket is not closed")
_DASH = Message(
    "列表的每一项前面要写“- ”（英文减号加一个空格）；是上一行的接续，就接到上一行后面",
    "every item of a list begins with “- ” (a hyphen and a space); what continues the line above belongs onto it",
)
_KEY = Message(
    "这一行缺少“: ”（英文冒号加一个空格）；是上一行的接续，就接到上一行后面",
    "this line lacks “: ” (a colon and a space); what continues the line above belongs onto it",
)
_INDENT = Message(
    "缩进不对：同一层的几行要左边对齐，用空格", "wrong indentation: lines of one level begin at the same column"
)
_ALIAS = Message(
    "不使用 & 和 * 引用；以 * 开头的文字请用引号括起来", "& and * are not used; quote a text that begins with *"
)
_TAB = Message("缩进请用空格，不用制表符（Tab）", "indent with spaces, not tabs")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROLLED = Message("有看不见的控制字符，请删去这一行重新输入", "a control character stands here; type the line anew")
_KEYED = r"""(?:"[^"]*"|'(?:[^']|'')*'|[^\s"':#](?:[^":#]*[^\s":#])?): +"""
_OPENED = re.compile(rf"""^\s*(?:- )?(?:{_KEYED})?(?:"[^"]*|'[^']*)$""")
_CUT_LAW = re.compile(r"^\s*(?:- )?law: +[^#'\"]*[a-z0-9] +#[0-9]")
_CUT_TEXT = re.compile(r"^\s*(?:- )?(?:[a-z_]+: +)?[^'\"\[{#\s][^#'\"]*[一-鿿，。；）] +#[^#\s]")
_CUT: Told = (
    "law-reference",
    Message(
        "“#”前面多了空格，后面的条款就成了注释，不起作用；请删去空格",
        "a space before “#” makes a comment of the article; delete it",
    ),
)
_HIDDEN: Told = (
    "yaml-syntax",
    Message(
        "“ #”后面的文字成了注释，不会显示；是文字请删去前面的空格，是注释请在 # 后面加空格",
        "what follows “ #” is a comment and not shown; delete the space before it, or put one behind it",
    ),
)
_HINTS = (
    ("found character '\\t'", _TAB),
    (
        "mapping values are not allowed",
        Message(
            "这里不该出现“: ”；文字里有英文冒号时，请用引号把整段文字括起来",
            "“: ” must not stand here; quote a text that holds a colon",
        ),
    ),
    ("found unexpected end of stream", _QUOTE),
    (
        "did not find expected",
        Message(
            "缩进或括号没有对齐，请与上一行比较", "indentation or brackets do not fit; compare with the line above"
        ),
    ),
    (
        "found another document",
        Message(
            "一个文件只写一份内容；请删去“---”，或者分成两个文件",
            "a file holds one document; delete “---”, or make two files of it",
        ),
    ),
    ("unexpected character", Message("含有不能使用的字符", "a character that cannot be used")),
    ("found duplicate anchor", _ALIAS),
    ("found undefined alias", _ALIAS),
    ("while scanning an alias", _ALIAS),
)
_KEYED = r"^\s*(?:- )?[a-z_]+: +"
_ASTRAY = ("mapping values are not allowed", "did not find expected")
_ONE_KEY = re.compile(r"^\s*(?:- )?[a-z_]+:(?: (?!.*: )|$)")
_LINES = (
    (
        re.compile(r"^ *[\u00a0\u3000]|^\s*(?:- )?[a-z_]+:[\u00a0\u3000]"),
        Message("这里用了全角空格；请改成普通空格", "a wide space stands here; use plain spaces"),
    ),
    (re.compile(r"^ *\t"), _TAB),
    (re.compile(r"^\s*(?:- )?[a-z_]+:[^\s:/]"), COLON[1]),
    (re.compile(r"^\s*(?:-[一-鿿“《（]|[－–—] ?)"), _DASH),
    (re.compile(rf"{_KEYED}[｛［【]"), Message("括号要用英文的 [ ] {{ }}", "brackets must be plain: [ ] {{ }}")),
    (_CUT_LAW, _CUT[1]),
    (
        re.compile(
            rf"""(?:{_KEYED}|^\s*- )[*&!|>@`%]\s?[一-鿿“《（]|{_KEYED}[?-] ?[一-鿿“《（]|"""
            rf"""(?:{_KEYED}|^\s*- )(?:\[[^\]]*\]|\{{[^}}]*\}}|"[^"]*"|'[^']*')\s*[^\s,，\]}}#:]"""
        ),
        Message(
            "文字以 - * & ! | > ? @ % [ {{ 这样的符号或引号开头时，请用英文引号把整段文字括起来",
            "quote the whole of a text that begins with one of - * & ! | > ? @ % [ {{ or with a quotation mark",
        ),
    ),
    (
        re.compile(r"[{\[][^}\]]*，[^}\]]*[}\]]?\s*$"),
        Message(
            "花括号、方括号里用英文逗号加一个空格“, ”隔开，不用“，”",
            "within brackets a comma and a space “, ” must stand, not “，”",
        ),
    ),
    (re.compile(r"[{\[].*,\s*,|[}\]]\s*[,，]\s*$"), Message("这里多了一个逗号", "there is a comma too many")),
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
    lines = text.splitlines()
    number = mark.line + 1 if mark else 1
    if control := _CONTROL.search(text):
        return text.count("\n", 0, control.start()) + 1, _CONTROLLED
    for pattern, hint in _LINES:
        for near in (number, number - 1, number + 1):
            if pattern.search(_line(lines, near)):
                return near, hint
    if opened := next((at for at, line in enumerate(lines[:number], 1) if _OPENED.match(line)), 0):
        return opened, _QUOTE
    for near in (number, number - 1):
        if _unclosed(_line(lines, near)):
            return near, _BRACKET
        if _wide(_line(lines, near)):
            return near, _WIDE_COLON
    return _as_parsed(problem, lines, number)


def _as_parsed(problem: str, lines: list[str], number: int) -> tuple[int, Message]:
    """The parser's own word for it, as an editor would say it."""
    if "could not find expected ':'" in problem and (bare := _bare(lines, number)):
        return bare, _DASH if _line(lines, bare - 1).lstrip().startswith("- ") else _KEY
    if problem.startswith(_ASTRAY) and _ONE_KEY.match(_line(lines, number)):
        return number, _INDENT
    hint = next((hint for start, hint in _HINTS if start in problem), _OTHERWISE)
    shown = _line(lines, number).strip()[:40]
    return number, Message("{hint}{shown}", "{hint}{shown}", hint=hint, shown=f"：{shown}" if shown else "")


def comments(text: str) -> Iterator[tuple[int, Told]]:
    """Lines, counted from 1, where a space before “#” has silently made a comment of what was meant to be read."""
    for number, line in enumerate(text.splitlines(), 1):
        if " #" in line:
            if _CUT_LAW.match(line):
                yield number, _CUT
            elif _CUT_TEXT.match(line):
                yield number, _HIDDEN


def joined(key: str) -> bool:
    """Whether a key has swallowed its value: `接受：closed`, `接受:closed`."""
    return ":" in key or "：" in key


def _line(lines: list[str], number: int) -> str:
    """A line by its number, from 1; empty where there is none."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _unclosed(line: str) -> bool:
    """Whether a line opens a bracket as its value and closes fewer than it opens."""
    opens = re.match(rf"{_KEYED}[\[{{]", line) is not None
    return opens and sum(map(line.count, "[{")) > sum(map(line.count, "]}"))


def _wide(line: str) -> bool:
    return "：" in line and ": " not in line and not line.rstrip().endswith(":")


def _bare(lines: list[str], number: int) -> int:
    """The line nearest above one, itself included, that is neither a key, an item nor a comment; 0 where none is."""
    for near in range(number, max(0, number - 4), -1):
        line = _line(lines, near).strip()
        if line and ": " not in line and not line.endswith(":") and not line.startswith(("- ", "#")):
            return near
    return 0
