"""Rules -> their page in the documentation, and a rule of it for the terminal."""

import re
from collections.abc import Sequence

from daoyin.explain import Example, Rule

_HEAD = """# 检查规则 Rules

<!-- 由 daoyin explain --all 生成；规则改了，请运行 make rules -->

`daoyin check` 按这些规则检查数据；`daoyin explain 规则` 在终端里说明其中一条。写着“提醒”的不算错，`--strict` 时也要改。
`daoyin check` holds the data to these rules, `daoyin explain RULE` tells one of them; a warning counts with `--strict`.
"""


def page(rules: Sequence[Rule]) -> str:
    """All rules, with a table of contents that says each in a line."""
    rows = [f"| [{rule.id}](#{rule.id}) | {_cell(rule.says)} |" for rule in rules]
    return (
        "\n".join([_HEAD, "| 规则 | 内容 |", "|---|---|", *rows, "", *(section(rule) for rule in rules)]).rstrip()
        + "\n"
    )


def section(rule: Rule) -> str:
    """One rule: what must hold, a document that breaks it, and what the check says, which is how to mend it."""
    warning = "（提醒）" if rule.level == "warning" else ""
    parts = [f"## {rule.id}", f"{rule.says}{warning}", rule.english]
    for example in rule.examples:
        parts += [
            f"例如 `{example.path}`：",
            _fenced(_shown(example), "markdown" if example.path.endswith(".md") else "yaml"),
            "检查会说，也就是这样改：",
        ]
        parts += [_fenced(example.findings, "text")]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shown(example: Example) -> str:
    """A long document only as far as its findings speak of it, some lines before and after."""
    lines = example.document.splitlines()
    if len(lines) <= LONGEST:
        return example.document
    named = [
        int(number) for number in re.findall(rf"^{re.escape(example.path)}:(\d+):", example.findings, re.MULTILINE)
    ]
    first, last = (max(0, min(named) - 6), min(len(lines), max(named) + 3)) if named else (0, LONGEST)
    shown = lines[first : min(last, first + 2 * LONGEST)]
    return "\n".join([*(["# ……"] if first else []), *shown, *(["# ……"] if first + len(shown) < len(lines) else [])])


LONGEST = 24
"""Lines up to which an example is shown whole."""


def _fenced(text: str, language: str) -> str:
    fence = "```" if "```" not in text else "````"
    return f"{fence}{language}\n{text}\n{fence}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
