"""Markdown files under `content/` -> written pages."""

from collections.abc import Iterator
from pathlib import Path

from daoyin.finding import Finding, Message
from daoyin.load import text, tree
from daoyin.load.file import files
from daoyin.model import Page

CONTENT = "content"
_FENCE = "---"
_NO_FRONT_MATTER = Message(
    "页面开头应当有“---”之间的说明，至少写 title: 标题",
    "a page must begin with front matter between two “---”, with a title at least",
)
_NO_TITLE = Message("页面开头应当写 title: 标题", "a page's front matter must say its title")


def written(root: Path, findings: list[Finding]) -> Iterator[Page]:
    """Every written page in the order of paths; what is wrong goes to `findings`."""
    for file in files(root / CONTENT, ".md"):
        path = file.relative_to(root).as_posix()
        found = text.read(file, path, root / CONTENT)
        if isinstance(found, Finding):
            findings.append(found)
        elif page := _page(file.relative_to(root / CONTENT).as_posix(), path, found, findings):
            yield page


def _page(name: str, path: str, whole: str, findings: list[Finding]) -> Page | None:
    lines = whole.splitlines()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), 0)
    if not lines or lines[0].strip() != _FENCE or not end:
        findings.append(Finding(path, 1, "front-matter", _NO_FRONT_MATTER))
        return None
    if not "".join(lines[1:end]).strip():
        findings.append(Finding(path, 1, "front-matter", _NO_TITLE))
        return None
    head = tree.Tree(path)
    # the fence becomes a comment, so that lines count as in the file
    tree.parse("#\n" + "\n".join(lines[1:end]), head)
    findings += head.findings
    if head.findings:
        return None
    meta = head.value if isinstance(head.value, dict) else {}
    if not isinstance(meta.get("title"), str) or not meta["title"].strip():
        findings.append(Finding(path, 1, "front-matter", _NO_TITLE))
        return None
    begin = next((number for number in range(end + 1, len(lines)) if lines[number].strip()), end + 1)
    return Page(
        path=name,
        title=meta["title"],
        meta=tuple((key, value) for key, value in meta.items() if key != "title"),
        markdown="\n".join(lines[end + 1 :]).strip() + "\n",
        line=begin + 1,
    )
