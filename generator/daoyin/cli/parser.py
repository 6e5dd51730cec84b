"""The command line's own words in Chinese: `argparse` knows English only, and editors need not."""

import argparse
import re
import sys
from typing import Any, Final, NoReturn

from daoyin.finding import nearest

_HEADINGS: Final = {"usage: ": "用法：", "positional arguments:": "参数：", "options:": "选项："}

_CHOICE: Final = re.compile(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)")
_ERRORS: Final = {
    r"argument (.+?): invalid \S+ value: '(.*)'": "{0} 不能写“{1}”",
    r"argument (.+?): expected one argument": "{0} 后面要写一个值",
    r"argument (.+?): expected at least one argument": "{0} 后面至少要写一个值",
    r"argument (.+?): ignored explicit argument '(.*)'": "{0} 后面不写值",
    r"argument (.+?): not allowed with argument (.+)": "{0} 和 {1} 只能写一个",
    r"one of the arguments (.+) is required": "这几个里要写一个：{0}",
    r"the following arguments are required: (.+)": "还要写：{0}",
    r"ambiguous option: (.+) could match (.+)": "“{0}”可以是 {1}，请写全",
    r"unrecognized arguments: (.+)": "不认识：{0}",
    r"argument (.+?): (.+)": "{0}：{1}",
}
"""What `argparse` says, and what we say: the first that fits. Its own words stay where none does."""


class Parser(argparse.ArgumentParser):
    """A parser whose usage, help and errors are Chinese; so are those of its verbs."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **(options | {"add_help": False}))
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """How the call is written."""
        return _titled(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return _titled(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and what was perhaps meant, and end with status 2."""
        print(f"{told(message)}\n{self.format_usage().rstrip()}", file=sys.stderr)
        raise SystemExit(2)


def told(error: str) -> str:
    """An error of `argparse` -> the same in Chinese, a word that is not known with the nearest one."""
    if found := _CHOICE.fullmatch(error):
        which, written, choices = found.groups()
        known = re.findall(r"[^\s',]+", choices)
        near = nearest(written, known)
        return f"{which} 没有“{written}”；" + (f"是不是“{near}”？" if near else f"可以写 {'、'.join(known)}")
    for pattern, says in _ERRORS.items():
        if found := re.fullmatch(pattern, error):
            return says.format(*found.groups())
    return error


def _titled(text: str) -> str:
    for english, chinese in _HEADINGS.items():
        text = text.replace(english, chinese)
    return text
