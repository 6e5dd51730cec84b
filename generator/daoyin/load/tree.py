"""One YAML file as plain values, or findings.

Of YAML's many features only mappings, lists and scalars are admitted. `true` and `false` are the only booleans;
whole numbers are numbers; all else is text: `12:30`, `01234`, `NO` and dates stay as they are written
(PyYAML's YAML 1.1 would read 750, 668 and false).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from daoyin.finding import At, Finding, Message
from daoyin.load import syntax, text

try:  # the C parser is ten times faster; PyYAML's wheels carry it, a source build may not
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

DEEPEST = 40
"""Levels of nesting. A procedure has eight; the C parser's stack must not be an editor's concern."""

_INT = re.compile(r"^-?(?:0|[1-9][0-9]{0,15})$")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_RUN_ON = re.compile(r"(?:[-?] ){%d,}" % DEEPEST)  # noqa: UP031 - braces of the pattern itself


@dataclass
class Tree:
    """What a file holds. `value` is None where it could not be read; `findings` says why."""

    path: str
    value: Any = None
    findings: list[Finding] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """Nodes that were read, so that settings which are not ours may hold aliases and stay finite."""


def read(file: Path, path: str, root: Path) -> Tree:
    """Read one file. `path` is how findings name it; a link that leaves `root` is not followed."""
    tree, found = Tree(path), text.read(file, path, root)
    if isinstance(found, Finding):
        tree.findings.append(found)
    else:
        parse(found, tree)
    return tree


def parse(written: str, tree: Tree) -> None:
    """Parse YAML text into `tree.value`, adding findings for all that is not admitted."""
    if line := _too_deep(written):
        message = Message("嵌套超过 {most} 层，请检查括号和缩进", "nested deeper than {most} levels", most=DEEPEST)
        tree.findings.append(Finding(tree.path, line, "yaml-depth", message))
        return
    try:
        node = yaml.compose(written, _Loader)
        anchored = _anchored(written) if "&" in written else 0
    except yaml.YAMLError as error:
        line, message = syntax.told(error, written)
        tree.findings.append(Finding(tree.path, line, "yaml-syntax", message))
        return
    if anchored:
        tree.findings.append(Finding(tree.path, anchored, *_ALIAS))
        return
    tree.value = _value(node, tree) if node else None
    if tree.value is None and not tree.findings:
        tree.findings.append(Finding(tree.path, 1, "empty", Message(*_BLANK)))
    tree.findings += (Finding(tree.path, line, *told) for line, told in syntax.comments(written))


def line_of(node: yaml.Node | None, at: At) -> int:
    """The line, counted from 1, on which a place in a file stands; of the nearest place above it if it is absent."""
    line = 1
    for step in at:
        if isinstance(node, yaml.MappingNode):
            pairs = [
                (key, value)
                for number, (key, value) in enumerate(node.value)
                if (number == step if isinstance(step, int) else key.value == step)
            ]
            if not pairs:
                break
            key, node = pairs[0]
            line = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def composed(file: Path, written: str | None = None) -> yaml.Node | None:
    """A file (or what is `written` instead) with line marks; None where it cannot be parsed."""
    try:
        return yaml.compose(file.read_text("utf-8-sig") if written is None else written, _Loader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return None


def values(file: Path) -> dict[str, Any]:
    """A mapping in a YAML file that is not ours, read without complaint: empty where there is none."""
    try:
        node = yaml.compose(file.read_text("utf-8-sig"), _Loader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return {}
    value = _value(node, Tree(file.name)) if node else None
    return value if isinstance(value, dict) else {}


def _anchored(written: str) -> int:
    """The line of the first anchor (`&name`), 0 if there is none: an alias can then name nothing."""
    marks = (event.start_mark for event in yaml.parse(written, _Loader) if getattr(event, "anchor", None))
    return next((mark.line + 1 for mark in marks if mark), 0)


_BLANK = ("文件是空的；请填写，或删去文件", "the file is empty; fill it in, or delete it")
_ALIAS = (
    "yaml-alias",
    Message(
        "不使用 & 和 * 引用；同样的内容请写成登记项，再用它的名字引用；是文字的，请用引号括起来",
        "& and * are not used; what is said twice belongs into a register; quote what is a text",
    ),
)
EMPTY = ("“{name}”后面没有内容；请填写，或删去这一行", "nothing follows “{name}”; fill it in, or delete the line")


def _too_deep(written: str) -> int:
    """The line where nesting passes the bound, 0 if none does."""
    if run := _RUN_ON.search(written):
        return written.count("\n", 0, run.start()) + 1
    depth = 0
    if written.count("[") + written.count("{") >= DEEPEST:
        for found in re.finditer(r"[\[\]{}]", written):
            depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
            if depth > DEEPEST:
                return written.count("\n", 0, found.start()) + 1
    indent = re.search(r"^ {%d,}\S" % (DEEPEST * 8), written, re.MULTILINE)  # noqa: UP031
    return written.count("\n", 0, indent.start()) + 1 if indent else 0


def _value(node: yaml.Node, tree: Tree) -> Any:
    if node.tag.startswith(("!", "tag:yaml.org,2002:")) and node.tag.rsplit(":", 1)[-1] not in ("str", "map", "seq"):
        message = Message("不使用“{tag}”这样的标签", "tags such as “{tag}” are not used", tag=node.tag)
        _refuse(tree, node, "yaml-tag", message)
    if isinstance(node, yaml.ScalarNode):
        if _wraps(node) and not node.style and _ITEM.search(node.value):
            _refuse(tree, node, "yaml-syntax", Message(*_SWALLOWED))
        return _scalar(node)
    if id(node) in tree.seen:
        return None
    tree.seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, tree) for item in node.value]
    assert isinstance(node, yaml.MappingNode), "YAML has scalars, sequences and mappings"
    return dict(_pairs(node, tree))


def _pairs(node: yaml.MappingNode, tree: Tree) -> Iterator[tuple[str, Any]]:
    lines: dict[str, int] = {}
    bare: list[tuple[int, yaml.ScalarNode]] = []
    for number, (key, value) in enumerate(node.value):
        if not isinstance(key, yaml.ScalarNode):
            _refuse(tree, key, "yaml-key", Message("键应当是一个词", "a key must be a word"))
        elif key.value in lines and bare and number - bare[-1][0] <= _CLOSE:
            _refuse(tree, bare.pop()[1], "yaml-syntax", Message(*_SHALLOW))
            break
        elif key.value in lines:
            message = Message(
                "“{key}”在第 {line} 行已经写过；请合并或改名",
                "“{key}” already stands on line {line}; join the two, or rename one",
                key=key.value,
                line=lines[key.value],
            )
            _refuse(tree, key, "repeated-key", message)
        else:
            lines[key.value] = key.start_mark.line + 1
            read = _value(value, tree)
            if read is None and isinstance(value, yaml.ScalarNode):
                bare.append((number, key))
            yield key.value, read
    for _, key in bare:
        _refuse(tree, key, *(syntax.COLON if syntax.joined(key.value) else ("empty", Message(*EMPTY, name=key.value))))


_CLOSE = 3
"""Keys below one without content that are taken for its own if they stand in the mapping already."""
_SHALLOW = (
    "下面几行像是这一项的内容，请检查缩进：内容要比它多缩进两格",
    "the lines below look like the content of this one; check the indentation: content stands two spaces deeper",
)


_ITEM = re.compile(r"(?:^| )- ")
_SWALLOWED = (
    "下一行的“- ”并进了这一项；列表的几项要左边对齐",
    "the “- ” below was taken into this item; the items of a list begin at the same column",
)
_WIDE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’]"
_FOLD = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
"""The space that YAML puts where a text was wrapped: Chinese has none between its characters."""


def _wraps(node: yaml.ScalarNode) -> bool:
    """Whether a text stands on several lines."""
    begin, end = node.start_mark, node.end_mark
    return begin is not None and end is not None and begin.line < end.line


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    if node.style != "|" and _wraps(node):
        return _FOLD.sub("", str(node.value))
    if node.style:  # quoted or a block: the C parser says '' where the other says None
        return str(node.value)
    if node.value in _WORDS:
        return _WORDS[node.value]
    return int(node.value) if _INT.match(node.value) else str(node.value)


def _refuse(tree: Tree, node: yaml.Node, rule: str, message: Message) -> None:
    """Note what is wrong with a node; of a line that was told of just now, nothing more."""
    line = node.start_mark.line + 1
    if not tree.findings or tree.findings[-1].line != line:
        tree.findings.append(Finding(tree.path, line, rule, message))
