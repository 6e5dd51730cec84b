"""A revision of git -> the facts that it holds."""

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from daoyin.load import Loaded, load


class NoRevision(Exception):  # noqa: N818 - it names what there is not
    """There is no such revision here, or git cannot be asked; the text is one line for the reader."""


def read(root: Path, revision: str) -> Loaded:
    """The facts of the site in `root` as they were committed in a revision; nothing in the folder is touched."""
    commit = resolve(root, revision)
    held = _git(root, "ls-tree", "--name-only", commit, "procedures", "content").decode().split()
    if "procedures" not in held:
        raise NoRevision(f"版本“{revision}”里没有 procedures 文件夹")
    archive = _git(root, "archive", "--format=zip", commit, *held)
    with tempfile.TemporaryDirectory() as folder, ZipFile(BytesIO(archive)) as packed:
        packed.extractall(folder)
        return load(Path(folder))


def resolve(root: Path, revision: str) -> str:
    """The commit that a name of a revision means."""
    try:
        told = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except NoRevision:
        _git(root, "rev-parse", "--git-dir")  # without a repository, say that instead
        raise NoRevision(f"没有版本“{revision}”；可以写提交、分支或标签，如 main 或 HEAD~1") from None
    return told.decode().strip()


def fork(root: Path, one: str, other: str) -> str:
    """The commit in which two revisions last were one."""
    try:
        return _git(root, "merge-base", resolve(root, one), resolve(root, other)).decode().strip()
    except NoRevision as error:
        raise error if "版本" in str(error) else NoRevision(f"版本“{one}”和“{other}”没有共同的起点") from None


def _git(root: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("要比较版本，先要安装 git") from None
    if run.returncode:
        raise NoRevision(f"{root.resolve()} 不在 git 仓库里" if b"not a git" in run.stderr else "git 没有做成")
    return run.stdout
