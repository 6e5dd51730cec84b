"""What each rule is: its sentence in two languages, and broken documents with what the check says of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from daoyin import bundle, check

READING: dict[str, tuple[str, str]] = {
    "file-place": (
        "每个文件都要放在该放的地方：登记册在顶层，法规在 laws/，事项在“地方/部分/”下面；文件名以 .yaml 结尾。",
        "Every file must lie where its kind lies: registers at the top, laws in laws/, procedures in place/part/; "
        "its name ends in .yaml.",
    ),
    "link-out": (
        "不跟随通向目录之外的链接：内容都放在站点的目录里。",
        "A link that leads out of the folder is not followed: what a site says lies in the site.",
    ),
    "file-size": (
        "一个文件只写一件事，不超过 256 KB。",
        "A file holds one thing, and at most 256 KB.",
    ),
    "encoding": ("文件都用 UTF-8 编码。", "Every file must be UTF-8."),
    "unreadable": ("文件要读得出来。", "Every file must be readable."),
    "yaml-syntax": (
        "文件要符合 YAML 的写法：键后面是英文冒号加一个空格，缩进用空格，引号和括号成对。",
        "A file must be YAML: a key, a colon and a space; spaces for indentation; quotes and brackets in pairs.",
    ),
    "merge-conflict": (
        "git 没有合并完的两个版本，不能留在文件里：留下一个，删去记号。",
        "No two versions that git could not merge are left in a file: keep one, and delete the marks.",
    ),
    "yaml-depth": ("嵌套不超过 40 层。", "At most 40 levels may be nested."),
    "yaml-tag": ("不使用 YAML 的标签（!!）。", "YAML tags (!!) are not used."),
    "yaml-alias": (
        "不使用 YAML 的 & 和 *：同样的内容登记一次，用名字引用。",
        "YAML anchors and aliases are not used: what is said twice is registered once and named.",
    ),
    "yaml-key": ("键是一个词。", "A key is a word."),
    "repeated-key": ("同一层里，一个键只写一次。", "A key stands once in its mapping."),
    "missing-key": ("必须写的键都要写。", "The keys that must be there are there."),
    "unknown-key": (
        "只写认识的键：拼错的键不会悄悄不起作用。",
        "Only known keys are written: a misspelt one is never silently without effect.",
    ),
    "empty": (
        "写了键，就要写内容；没有内容，就删去这一行。",
        "A key has a value; where there is none, the line goes.",
    ),
    "wrong-type": (
        "值的样子要对：一段文字、一个数、一个列表，还是“键: 值”。",
        "A value must be of its kind: a text, a number, a list, or keys and values.",
    ),
    "wrong-value": ("值要是能用的那几个之一。", "A value must be one of those that may stand there."),
    "wrong-id": (
        "名字（id）由小写英文字母、数字和连字符组成：它就是网址。",
        "An id is made of small letters, digits and hyphens: it is the address.",
    ),
    "wrong-date": ("日期写成 2026-11-01。", "A date is written 2026-11-01."),
    "period": (
        "期限写成“数字 单位”：60 days、5 workdays、6 months、24 hours、2 years。",
        "A period is a number and a unit: 60 days, 5 workdays, 6 months, 24 hours, 2 years.",
    ),
    "law-reference": (
        "法条写成“法规#条.款.项”，如 xfgztl-2022#31.1.6。",
        "Law is cited as “law#article.paragraph.item”, such as xfgztl-2022#31.1.6.",
    ),
    "keyed": ("登记的内容一项一行，写成“名字: 内容”。", "Entries stand under ids of their own: “id: content”."),
    "target": (
        "去向写成节点名、“procedure 部分/事项:节点”，或者“remedy 救济途径”。",
        "A way on is a node, “procedure part/name:node”, or “remedy id”.",
    ),
    "node-kind": (
        "每个节点有且只有 start、task、gateway、event、end 之一。",
        "A node is exactly one of start, task, gateway, event, end.",
    ),
    "overlay": (
        "本地文件写了 extends，就只写不同的：改的、加的（after）、去掉的（remove: true），名字要对得上。",
        "A local file with extends says only what differs: what changes, comes (after) or goes (remove: true), "
        "by the ids of the procedure above.",
    ),
    "settings": (
        "mkdocs.yml 里网站自己的设置要写对：插件 daoyin、不变的网址、谁发布。",
        "The site's own settings in mkdocs.yml hold: the plugin daoyin, addresses for ever, who publishes.",
    ),
    "front-matter": (
        "每个页面开头，都在两行“---”之间写 title: 标题。",
        "Every page begins with its title between two lines of “---”.",
    ),
}
"""Rules of reading, which have no function of their own: a file that breaks one cannot be judged by the others."""


@dataclass(frozen=True, slots=True)
class Example:
    """A broken document, the file that it would be, and every line that the check says of it."""

    path: str
    document: str
    findings: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as an editor is told it."""

    id: str
    level: str
    says: str
    english: str
    examples: tuple[Example, ...]


def rules() -> tuple[Rule, ...]:
    """Every rule: those of reading, then errors, then warnings."""
    return tuple(_rules())


def _rules() -> Iterator[Rule]:
    shown: dict[str, list[Example]] = {}
    for file in sorted(bundle.failures().glob("*.yaml")):
        shown.setdefault(file.stem.partition(".")[0], []).append(_example(file.read_text("utf-8")))
    for id, (says, english) in READING.items():
        yield Rule(id, "error", says, english, tuple(shown.get(id, ())))
    for rule in check.RULES:
        id, says = check.name(rule), check.says(rule)
        level = "error" if rule in check.ERRORS else "warning"
        yield Rule(id, level, says, says.english, tuple(shown.get(id, ())))


def _example(text: str) -> Example:
    """The first document of a failure with its findings; see `documents`."""
    path, document = next(iter(documents(text).items()))
    return Example(path, document.strip("\n").replace("\t", "\\t"), text.rpartition("\n---\n")[2].strip())


def documents(text: str) -> dict[str, str]:
    r"""What `tests/failures/` keeps: `# file: path` and a document, once or more, then `---` and its findings.

    Gives each document by its path; `\t` in it stands for a tab, which editors eat, and `---\t` for a fence.
    """
    told = "\n" + text.rpartition("\n---\n")[0]
    parts = [part.partition("\n") for part in told.split("\n# file: ")[1:]]
    return {path.strip(): document.replace("---\\t", "---").replace("\\t", "\t") + "\n" for path, _, document in parts}
