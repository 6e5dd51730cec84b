"""What changed between two states of the data is told in law's words, and nothing else is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import daoyin
from daoyin.changes import changes
from daoyin.changes.label import FIELDS
from daoyin.load import load
from daoyin.model import Catalogue
from daoyin.model.process import KINDS
from daoyin.model.word import Word
from daoyin.render.changes import NOTHING, markdown

REQUEST = "cn/handling/information-request"
LAW, DUTIES, PLACE = "laws/zfxx-2019", "cn/duties", "cn/index"

CASES = {
    "a limit has another period": (
        REQUEST,
        "within: 20 workdays",
        "within: 15 workdays",
        "- 期限“答复申请人”：20 个工作日 → 15 个工作日（政府信息公开条例第33条第2款）",
    ),
    "a limit has another unit": (
        REQUEST,
        "within: 7 workdays",
        "within: 7 days",
        "- 期限“一次性告知要补什么”：7 个工作日 → 7 日（政府信息公开条例第30条）",
    ),
    "an extension is longer": (
        REQUEST,
        "{by: 20 workdays",
        "{by: 30 workdays",
        "- 期限“答复申请人” · 延长 · 可以延长：20 个工作日 → 30 个工作日（政府信息公开条例第33条第2款）",
    ),
    "a limit counts from another step": (
        REQUEST,
        "from: received\n    until: [reply]",
        "from: submit\n    until: [reply]",
        "- 期限“答复申请人” · 起算：“收到申请” → “提出申请”（政府信息公开条例第33条第2款）",
    ),
    "a limit has no wish any more": (
        REQUEST,
        "    prefer: 当场答复\n",
        "",
        "- 删去期限“答复申请人” · 宜更快：当场答复（政府信息公开条例第33条第2款）",
    ),
    "time that did not count counts": (
        REQUEST,
        "    excludes: {what: 征求第三方和其他机关意见的时间, law: zfxx-2019#33.3}\n",
        "",
        "- 删去期限“答复申请人” · 不计入的时间“征求第三方和其他机关意见的时间”（政府信息公开条例第33条第3款）",
    ),
    "a missed limit leads elsewhere": (
        REQUEST,
        "missed: {says: 可以向上一级机关投诉。, then: remedy complaint-above, law: zfxx-2019#51}",
        "missed: {says: 可以向上一级机关投诉。, "
        "then: 'procedure handling/information-request:request', law: zfxx-2019#51}",
        "- 期限“一次性告知要补什么” · 超过以后 · 转到有改动（政府信息公开条例第51条）",
    ),
    "a step is added": (
        REQUEST,
        "    clear:\n",
        "    registered: {task: 登记, lane: disclosure-office, law: zfxx-2019#30}\n    clear:\n",
        "- 增加步骤“登记”：政府信息公开工作机构（政府信息公开条例第30条）",
    ),
    "a step is worded anew": (
        REQUEST,
        "task: 提出申请",
        "task: 交申请",
        "- 步骤“交申请” · 名称：提出申请 → 交申请（政府信息公开条例第29条）",
    ),
    "a step becomes an event": (
        REQUEST,
        "task: 告知怎样补正",
        "event: 告知怎样补正",
        "- 事件“告知怎样补正” · 种类：步骤 → 事件（政府信息公开条例第30条）",
    ),
    "a step rests on another article": (
        REQUEST,
        "law: [zfxx-2019#33, zfxx-2019#36]\n      outputs",
        "law: [zfxx-2019#33, zfxx-2019#42]\n      outputs",
        "- 步骤“答复申请人” · 依据：政府信息公开条例第36条 → 政府信息公开条例第42条",
    ),
    "a step moves to another lane": (
        REQUEST,
        "event: 收到申请\n      lane: disclosure-office",
        "event: 收到申请\n      lane: disclosure-office-head",
        "- 事件“收到申请” · 承担者：政府信息公开工作机构 → 政府信息公开工作机构负责人（政府信息公开条例第33条）",
    ),
    "a lane is new": (
        REQUEST,
        "event: 收到申请\n      lane: disclosure-office",
        "event: 收到申请\n      lane: disclosure-office-head",
        "- 增加泳道“政府信息公开工作机构负责人”",
    ),
    "someone else is accountable": (
        REQUEST,
        "      accountable: disclosure-office-head\n",
        "",
        "- 删去步骤“答复申请人” · 负责：政府信息公开工作机构负责人（政府信息公开条例第33条、政府信息公开条例第36条）",
    ),
    "an answer leads elsewhere": (
        REQUEST,
        "{接受: done, 不服: remedy complaint-above}",
        "{接受: done, 不服: correct}",
        "- 判断“接受答复吗？” · 答“不服”："
        "救济途径“向上一级机关投诉，或者申请行政复议、提起行政诉讼” → “告知怎样补正”（政府信息公开条例第51条）",
    ),
    "a branch is added": (
        REQUEST,
        "{接受: done, 不服",
        "{接受: done, 一部分不服: remedy complaint-above, 不服",
        "- 增加判断“接受答复吗？” · 答“一部分不服”："
        "救济途径“向上一级机关投诉，或者申请行政复议、提起行政诉讼”（政府信息公开条例第51条）",
    ),
    "a branch is gone": (
        REQUEST,
        "{清楚: reply, 不清楚: correct}",
        "{清楚: reply}",
        "- 删去判断“申请内容清楚吗？” · 答“不清楚”：“告知怎样补正”（政府信息公开条例第30条）",
    ),
    "a document is issued": (
        REQUEST,
        "      law: zfxx-2019#30\n      next: submit",
        "      law: zfxx-2019#30\n      outputs: [disclosure-reply]\n      next: submit",
        "- 增加步骤“告知怎样补正” · 出具的文书：政府信息公开答复（政府信息公开条例第30条）",
    ),
    "the procedure rests on one article less": (
        REQUEST,
        "law: [zfxx-2019#29, zfxx-2019#33, zfxx-2019#36]",
        "law: [zfxx-2019#29, zfxx-2019#33]",
        "- 删去依据：政府信息公开条例第36条",
    ),
    "the sources were read again": (
        REQUEST,
        "checked: 2026-11-22",
        "checked: 2026-12-01",
        "- 数据核对日期：2026-11-22 → 2026-12-01",
    ),
    "a sentence has markup in it": (
        REQUEST,
        "audience: 公民、法人或者其他组织。",
        "audience: 公民 *或者* <b>法人</b>。",
        "- 适用对象：公民、法人或者其他组织。 → 公民 \\*或者\\* \\<b\\>法人\\</b\\>。",
    ),
    "law is repealed": (LAW, "status: in-force", "status: repealed", "- 效力：现行有效 → 已废止"),
    "an article states another period": (
        LAW,
        "within: 7 workdays",
        "within: 10 workdays",
        "- 第30条“申请不清楚时补正” · 写明的期限“一次性告知要补什么”：7 个工作日 → 10 个工作日",
    ),
    "a paragraph is told anew": (
        LAW,
        '"2": 申请要写明三样：申请人是谁、要什么信息、要什么形式。',
        '"2": 申请要写明三样。',
        "- 第29条“怎样申请” · 第2款：申请要写明三样：申请人是谁、要什么信息、要什么形式。 → 申请要写明三样。",
    ),
    "a duty of the law is gone": (
        LAW,
        '      "2.1": 在期限内答复\n',
        "",
        "- 删去第33条“多久答复” · 义务 2.1：在期限内答复",
    ),
    "an article is gone": (LAW, '  "51":\n', '  "52":\n', "- 删去第51条“不服怎么办”"),
    "a duty has another holder": (
        DUTIES,
        "holder: disclosure-office\n    part: handling\n    law: zfxx-2019#33.2",
        "holder: disclosure-office-head\n    part: handling\n    law: zfxx-2019#33.2",
        "- 责任“在期限内答复申请人” · 承担者："
        "政府信息公开工作机构 → 政府信息公开工作机构负责人（政府信息公开条例第33条第2款）",
    ),
    "a duty loses its limit": (
        DUTIES,
        "    limit: handling/information-request:reply\n",
        "",
        "- 删去责任“在期限内答复申请人” · 期限：事项“申请政府信息公开”的“答复申请人”（政府信息公开条例第33条第2款）",
    ),
    "an id alone is another": (
        DUTIES,
        "  reply-at-once:",
        "  answer-at-once:",
        "- 责任“能当场答复的当场答复” · 名字（id，也是网址）：reply-at-once → answer-at-once",
    ),
    "an answer is worded otherwise": (
        REQUEST,
        "{清楚: reply, 不清楚: correct}",
        "{清楚: reply, 看不懂: correct}",
        "- 判断“申请内容清楚吗？” · 答案：不清楚 → 看不懂（政府信息公开条例第30条）",
    ),
    "a place is renamed": (PLACE, "name: 示例县", "name: 样例县", "- 名称：示例县 → 样例县"),
    "a body is gone": (
        PLACE,
        "bodies:\n  disclosure:\n    name: 县政府信息公开工作机构\n    roles: [disclosure-office]\n",
        "",
        "- 删去单位“县政府信息公开工作机构”",
    ),
    "a document states one thing less": (
        "documents",
        "    - {name: 希望用什么形式得到, law: zfxx-2019#29.2.3}\n",
        "",
        "- 删去文书“政府信息公开申请” · 应当载明“希望用什么形式得到”（政府信息公开条例第29条第2款第3项）",
    ),
    "a term is told anew": (
        "glossary",
        "says: 日历上的一天，周末和节假日也算在内。",
        "says: 日历上的一天。",
        "- 术语“日” · 说明：日历上的一天，周末和节假日也算在内。 → 日历上的一天。",
    ),
    "a role has another name": (
        "roles",
        "name: 申请人",
        "name: 提出申请的人",
        "- 角色“提出申请的人” · 名称：申请人 → 提出申请的人",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_told(case: str, starter: Path) -> None:
    path, old, new, line = CASES[case]
    before, file = load(starter), starter / "procedures" / f"{path}.yaml"
    text = file.read_text("utf-8")
    assert old in text, "the starter site has changed: change this case"
    file.write_text(text.replace(old, new, 1), "utf-8")
    after = load(starter)
    assert not after.catalogue.unread, after.findings
    told = changes(before.catalogue, after.catalogue)
    assert line in markdown(told).splitlines()
    assert {change.path for change in told} == {f"procedures/{path}.yaml"}
    assert len(told) <= 3, "one edit is told in few words"


def test_a_questionnaire_is_told_by_its_questions_and_answers(starter: Path) -> None:
    words = Path(__file__).parent / "cases" / "questionnaire.every-part-is-told" / "small.yaml"
    file = starter / "procedures" / "questionnaires" / "small.yaml"
    file.parent.mkdir()
    shutil.copy(words, file)
    before = load(starter).catalogue
    edits = {
        "because: 先打电话。, law: zfxx-2019#51, to: call": "because: 先打电话。, to: complain",
        "to: procedure handling/information-request\n": "to: remedy complaint-above\n",
        "limits: handling/information-request:reply\n    remedies": "remedies",
        "      later: {says: 不急, because: 写下来。, law: zfxx-2019#51, to: complain}\n": "",
    }
    text = file.read_text("utf-8")
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    after = load(starter).catalogue
    assert not after.unread
    told = changes(before, after)
    assert {change.path for change in told} == {"procedures/questionnaires/small.yaml"}
    assert [(change.kind, change.what, change.before, change.after) for change in told] == [
        ("removed", "问题“您要什么？” · 期限", "事项“申请政府信息公开”的“答复申请人”", ""),
        ("removed", "问题“急不急？” · 答案“急” · 依据", "政府信息公开条例第51条", ""),
        ("changed", "问题“急不急？” · 答案“急” · 去向", "结果“先打电话”", "结果“去投诉”"),
        ("removed", "问题“急不急？” · 答案“不急”", "", ""),
        (
            "changed",
            "结果“写一份申请” · 去向",
            "事项“申请政府信息公开”",
            "救济途径“向上一级机关投诉，或者申请行政复议、提起行政诉讼”",
        ),
    ]


def test_what_is_new_one_way_is_gone_the_other_way(starter: Path) -> None:
    before = load(starter).catalogue
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    file.rename(file.with_name("request.yaml"))
    after = load(starter).catalogue
    there = markdown(changes(before, after))
    assert "- 增加事项“申请政府信息公开”：8 步，2 个期限" in there
    assert "- 删去事项“申请政府信息公开”：8 步，2 个期限" in there
    swapped = {"added": "removed", "removed": "added", "changed": "changed"}
    back = {(change.path, swapped[change.kind], change.what) for change in changes(after, before)}
    assert back == {(change.path, change.kind, change.what) for change in changes(before, after)}


def test_a_step_called_otherwise_is_told_once_and_not_by_what_leads_there(starter: Path) -> None:
    before, file = load(starter), starter / "procedures" / f"{REQUEST}.yaml"
    file.write_text(file.read_text("utf-8").replace("task: 答复申请人", "task: 答复"), "utf-8")
    [told] = changes(before.catalogue, load(starter).catalogue)
    assert (told.what, told.before, told.after) == ("步骤“答复” · 名称", "答复申请人", "答复")


def test_a_long_text_stands_on_lines_of_its_own(starter: Path) -> None:
    before = load(starter).catalogue
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    file.write_text(file.read_text("utf-8").replace("网上查不到，", "网上查不到，问了也没有人知道在哪里，"), "utf-8")
    told = markdown(changes(before, load(starter).catalogue))
    assert "- 概要有改动\n  - 原来：想要一份政府信息，网上查不到，可以" in told


def test_another_order_of_steps_is_told(starter: Path) -> None:
    before = load(starter).catalogue
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    head, done, rest = file.read_text("utf-8").partition("    done:\n")
    end, correct, last = rest.partition("    correct:\n")
    file.write_text(head + correct + last + done + end, "utf-8")
    assert [change.what for change in changes(before, load(starter).catalogue)] == ["步骤的次序"]


def test_equal_facts_tell_nothing(starter: Path, loaded: object) -> None:
    first, second = load(starter).catalogue, load(starter).catalogue
    assert first is not second
    assert changes(first, second) == ()
    assert markdown(()) == NOTHING


def test_everything_new_is_told_in_the_same_words_every_time(loaded: object) -> None:
    catalogue: Catalogue = loaded.catalogue  # type: ignore[attr-defined]
    told = changes(Catalogue(), catalogue)
    assert {change.kind for change in told} == {"added"}
    assert told == changes(Catalogue(), catalogue)
    assert {change.kind for change in changes(catalogue, Catalogue())} == {"removed"}


def test_every_field_of_the_model_has_a_word() -> None:
    apart = {"Asked", "Catalogue", "DutyList", "Page", "Typeface", "SequenceFlow", "Branch", "Target", "Process"}
    unnamed, waiting = set(), [Word]
    while waiting:
        word = waiting.pop()
        waiting += [kind for kind in word.__subclasses__() if kind.__module__.startswith("daoyin.model")]
        fields = set(word.model_fields) - {"id", "process", *KINDS}
        unnamed |= {f"{word.__name__}.{name}" for name in fields if word.__name__ not in apart}
    assert {name for name in unnamed if name not in FIELDS and name.partition(".")[2] not in FIELDS} == set()


# from git


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(starter: Path) -> Path:
    """A site in the folder of a repository, with two commits: the second changes a limit."""
    git(starter.parent, "init", "-q", "-b", "main")
    git(starter.parent, "add", ".")
    git(starter.parent, "commit", "-qm", "first")
    file = starter / "procedures" / "cn" / "handling" / "information-request.yaml"
    file.write_text(file.read_text("utf-8").replace("within: 20 workdays", "within: 15 workdays"), "utf-8")
    git(starter.parent, "commit", "-qam", "second")
    return starter


def test_two_revisions_are_compared_and_nothing_is_touched(committed: Path) -> None:
    before = {path: path.read_bytes() for path in committed.rglob("*") if path.is_file()}
    told = daoyin("-C", committed, "diff", "HEAD~1..HEAD")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == (
        "## 数据的变化\n\n共 1 处：增加 0 处，删去 0 处，改动 1 处。\n\n"
        "### 事项“申请政府信息公开”\n\n`procedures/cn/handling/information-request.yaml`\n\n"
        "- 期限“答复申请人”：20 个工作日 → 15 个工作日（政府信息公开条例第33条第2款）\n"
    )
    assert {path: path.read_bytes() for path in committed.rglob("*") if path.is_file()} == before
    assert daoyin("-C", committed, "diff", "HEAD..HEAD~1").stdout.count("15 个工作日 → 20 个工作日") == 1


def test_one_revision_is_compared_with_the_files_as_they_are(committed: Path) -> None:
    assert daoyin("-C", committed, "diff").stdout == NOTHING
    page = committed / "content" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n又一句。\n", "utf-8")
    assert "- 正文有改动" in daoyin("-C", committed, "diff", "HEAD").stdout
    assert "20 个工作日 → 15 个工作日" in daoyin("-C", committed, "diff", "HEAD~1").stdout


def test_three_dots_compare_with_where_the_branches_parted(committed: Path) -> None:
    git(committed, "checkout", "-qb", "side", "HEAD~1")
    page = committed / "content" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n又一句。\n", "utf-8")
    git(committed, "commit", "-qam", "side")
    told = daoyin("-C", committed, "diff", "main...side").stdout
    assert "正文有改动" in told
    assert "个工作日" not in told


def test_what_cannot_be_compared_is_said_in_one_line(committed: Path, tmp_path: Path) -> None:
    for revisions in ("nowhere..HEAD", "HEAD..nowhere", "--help", "nowhere...HEAD"):
        told = daoyin("-C", committed, "diff", "--", revisions)
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1), told.stderr
    shutil.rmtree(committed.parent / ".git")
    told = daoyin("-C", committed, "diff")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "不在 git 仓库里" in told.stderr


def test_a_file_that_cannot_be_read_is_left_out_and_named(committed: Path) -> None:
    file = committed / "procedures" / "cn" / "handling" / "information-request.yaml"
    file.write_text("name: [\n", "utf-8")
    told = daoyin("-C", committed, "diff")
    assert told.returncode == 0
    assert "cn/handling/information-request" in told.stderr
    assert "申请政府信息公开" not in told.stdout
