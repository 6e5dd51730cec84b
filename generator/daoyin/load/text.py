"""What a file holds, as text; or why it cannot be read."""

import errno
import re
from pathlib import Path

from daoyin.finding import Finding, Message

LARGEST = 256 * 1024
"""Bytes. The largest real file is a tenth of this; what is larger is not a fact file."""

_UNMERGED = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""What git writes around two versions that it could not join."""


def read(file: Path, path: str, root: Path) -> str | Finding:
    """The text of a file below `root`, which findings name by `path`; a link that leaves `root` is not followed."""
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return Finding(path, 1, "link-out", Message(*_LINK_OUT))
        if file.stat().st_size > LARGEST:
            return Finding(path, 1, "file-size", Message(*_FILE_SIZE, most=LARGEST // 1024))
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return Finding(path, 1, "encoding", Message(*_ENCODING))
    except (OSError, RuntimeError) as error:  # a link to itself is a RuntimeError before Python 3.13
        why = Message(*_UNREADABLE.get(getattr(error, "errno", None) or errno.ELOOP, _OTHERWISE))
        return Finding(path, 1, "unreadable", Message("读不出来：{why}", "cannot be read: {why}", why=why))
    if left := _UNMERGED.search(text):
        return Finding(path, text.count("\n", 0, left.start()) + 1, "merge-conflict", Message(*_TWO_VERSIONS))
    return text


_LINK_OUT = ("是指向目录之外的链接；请把内容放进目录里", "links out of the folder; put the content into the folder")
_FILE_SIZE = (
    "文件超过 {most} KB；一个文件只写一件事项，请拆开",
    "larger than {most} KB; a file holds one procedure",
)
_ENCODING = ("不是 UTF-8 编码；请另存为 UTF-8", "not UTF-8; save the file as UTF-8")
_UNREADABLE = {
    errno.ENOENT: ("链接指向的文件不存在", "what it links to does not exist"),
    errno.ELOOP: ("链接绕回了自己", "it links to itself"),
    errno.EISDIR: ("这是文件夹，名字不能像文件；请改名或删去", "it is a folder named like a file; rename or delete it"),
    errno.EACCES: ("没有读它的权限", "there is no permission to read it"),
}
_OTHERWISE = ("磁盘或系统出错", "the disk or system failed")
_TWO_VERSIONS = (
    "这里有没有合并完的两个版本；请留下一个，删去 <<<<<<<、=======、>>>>>>> 三行",
    "two versions stand here unmerged; keep one, and delete the lines <<<<<<<, ======= and >>>>>>>",
)
