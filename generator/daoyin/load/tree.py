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
from daoyin.load import syntax

try:  # the C parser is ten times faster; PyYAML's wheels carry it, a source build may not
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

LARGEST = 256 * 1024
"""Bytes. The largest real file is a tenth of this; what is larger is not a fact file."""

DEEPEST = 40
"""Levels of nesting. A procedure has eight; the C parser's stack must not be an editor's concern."""

_INT = re.compile(r"^-?(?:0|[1-9][0-9]{0,15})$")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_CUT = re.compile(r"^\s*(?:- )?law: +[^#'\"]*[a-z0-9] +#[0-9]")
"""A citation whose article a space has made a comment."""
_RUN_ON = re.compile(r"(?:[-?] ){%d,}" % DEEPEST)  # noqa: UP031 - braces of the pattern itself


@dataclass
class Tree:
    """What a file holds. `value` is None where it could not be read; `findings` says why."""

    path: str
    value: Any = None
    findings: list[Finding] = field(default_factory=list)


def read(file: Path, path: str, root: Path) -> Tree:
    """Read one file. `path` is how findings name it; a link that leaves `root` is not followed."""
    tree = Tree(path)
    text = _text(file, root, tree)
    if text is not None:
        parse(text, tree)
    return tree


def parse(text: str, tree: Tree) -> None:
    """Parse YAML text into `tree.value`, adding findings for all that is not admitted."""
    if line := _too_deep(text):
        message = Message("嵌套超过 {most} 层，请检查括号和缩进", "nested deeper than {most} levels", most=DEEPEST)
        tree.findings.append(Finding(tree.path, line, "yaml-depth", message))
        return
    try:
        node = yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        line, message = syntax.told(error, text)
        tree.findings.append(Finding(tree.path, line, "yaml-syntax", message))
        return
    value = _value(node, tree, {}) if node else None
    for number, written in enumerate(text.splitlines(), 1):
        if _CUT.match(written):
            message = Message(
                "“#”前面多了空格，后面的条款就成了注释，不起作用；请删去空格",
                "a space before “#” makes a comment of the article; delete it",
            )
            tree.findings.append(Finding(tree.path, number, "law-reference", message))
    tree.value = {} if value is None else value  # an empty file lacks keys; it is not unread


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


def composed(file: Path, text: str | None = None) -> yaml.Node | None:
    """A file (or `text`) with line marks; None where it cannot be parsed."""
    try:
        return yaml.compose(file.read_text("utf-8-sig") if text is None else text, _Loader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return None


def values(file: Path) -> dict[str, Any]:
    """A mapping in a YAML file that is not ours, read without complaint: empty where there is none."""
    try:
        node = yaml.compose(file.read_text("utf-8-sig"), _Loader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return {}
    value = _value(node, Tree(file.name), {}) if node else None
    return value if isinstance(value, dict) else {}


def _text(file: Path, root: Path, tree: Tree) -> str | None:
    """The file's text, or None with a finding."""
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            fault = _LINK_OUT
        elif file.stat().st_size > LARGEST:
            fault = _FILE_SIZE
        else:
            return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        fault = ENCODING
    except OSError as error:
        fault = ("unreadable", Message("读不出来：{why}", "cannot be read: {why}", why=error.strerror))
    tree.findings.append(Finding(tree.path, 1, *fault))
    return None


_LINK_OUT = (
    "link-out",
    Message("是指向目录之外的链接；请把内容放进目录里", "links out of the folder; put the content into the folder"),
)
_FILE_SIZE = (
    "file-size",
    Message(
        "文件超过 {most} KB；一个文件只写一件事项，请拆开",
        "larger than {most} KB; a file holds one procedure",
        most=LARGEST // 1024,
    ),
)
EMPTY = ("“{name}”后面没有内容；请填写，或删去这一行", "nothing follows “{name}”; fill it in, or delete the line")
ENCODING = ("encoding", Message("不是 UTF-8 编码；请另存为 UTF-8", "not UTF-8; save the file as UTF-8"))


def _too_deep(text: str) -> int:
    """The line where nesting passes the bound, 0 if none does."""
    if run := _RUN_ON.search(text):
        return text.count("\n", 0, run.start()) + 1
    depth = 0
    if text.count("[") + text.count("{") >= DEEPEST:
        for found in re.finditer(r"[\[\]{}]", text):
            depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
            if depth > DEEPEST:
                return text.count("\n", 0, found.start()) + 1
    indent = re.search(r"^ {%d,}\S" % (DEEPEST * 8), text, re.MULTILINE)  # noqa: UP031
    return text.count("\n", 0, indent.start()) + 1 if indent else 0


def _value(node: yaml.Node, tree: Tree, seen: dict[int, None]) -> Any:
    if node.tag.startswith(("!", "tag:yaml.org,2002:")) and node.tag.rsplit(":", 1)[-1] not in ("str", "map", "seq"):
        message = Message("不使用“{tag}”这样的标签", "tags such as “{tag}” are not used", tag=node.tag)
        _refuse(tree, node, "yaml-tag", message)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if id(node) in seen:
        message = Message(
            "不使用 & 和 * 引用；同样的内容请写成登记项，再用它的名字引用",
            "& and * are not used; what is said twice belongs into a register",
        )
        _refuse(tree, node, "yaml-alias", message)
        return None
    seen[id(node)] = None
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, tree, seen) for item in node.value]
    assert isinstance(node, yaml.MappingNode), "YAML has scalars, sequences and mappings"
    return dict(_pairs(node, tree, seen))


def _pairs(node: yaml.MappingNode, tree: Tree, seen: dict[int, None]) -> Iterator[tuple[str, Any]]:
    lines: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            _refuse(tree, key, "yaml-key", Message("键应当是一个词", "a key must be a word"))
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
            read = _value(value, tree, seen)
            if read is None and isinstance(value, yaml.ScalarNode):
                _refuse(tree, key, "empty", Message(*EMPTY, name=key.value))
            yield key.value, read


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    if node.style:  # quoted or a block: the C parser says '' where the other says None
        return str(node.value)
    if node.value in _WORDS:
        return _WORDS[node.value]
    return int(node.value) if _INT.match(node.value) else str(node.value)


def _refuse(tree: Tree, node: yaml.Node, rule: str, message: Message) -> None:
    tree.findings.append(Finding(tree.path, node.start_mark.line + 1, rule, message))
