"""What counts as data about a person, and what is a body's own or a word that only looks alike."""

from pathlib import Path

import pytest

from daoyin.check import check
from daoyin.check.persons import _persons
from daoyin.load import load


@pytest.mark.parametrize(
    "text",
    [
        "身份证号110101199003070011",
        "身份证号１１０１０１１９９００３０７００１Ｘ",
        "旧号110101900307001",
        "电话13800138000",
        "电话 138 0013 8000",
        "手机+86-138-0013-8000",
        "住在幸福小区3号楼2单元501室",
        "由王局长接待",
        "李书记包案",
        "书记张建国，负责包案",
        "找陈县长",
        "信访人张某反映",
        "李某某的诉求",
        "王某甲",
        "列为重点人员",
        "不脱管不失控",
        "诚信信访信用管理",
        "红黑榜",
        "缠访人员",
        "进京访",
        "每件扣分",
        "多对一包保",
        "建立人员画像",
    ],
)
def test_it_is_about_a_person(text: str) -> None:
    assert _persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "电话0571-12345678",
        "拨打12345",
        "热线 12348、12309",
        "行政中心3号楼201室",
        "邮编310000",
        "国务院令第711号",
        "2022年5月1日起施行",
        "区委书记接访",
        "江北区区长接访",
        "龙港市长信箱",
        "江山市委书记",
        "周三书记接访日",
        "村社书记每周二坐诊",
        "信访局局长负责",
        "负责同志批准",
        "责任局长",
        "某单位、某某镇",
        "属于某个单位",
        "系列管理制度",
        "存在控制风险",
        "摆脱管理难题",
        "养老户口",
        "非访问期间",
        "疫情管控措施",
        "企业信用等级",
        "加减分",
        "行政行为的负面清单",
        "质效管控",
        "一对一帮扶",
    ],
)
def test_it_is_a_body_s_own_or_no_name(text: str) -> None:
    assert _persons(text) == ()


def test_a_written_page_is_told_by_the_line_of_its_file(starter: Path) -> None:
    page = starter / "content" / "about.md"
    head = "---\ntitle: 关于\ndescription: 由王局长负责\n---\n\n\n"
    text = head + "第一段。\n\n- 打电话 138 0013 8000 找[我](../a/13800138000.md)\n- 列为重点人员\n"
    page.write_text(text, "utf-8")
    told = [(finding.line, finding.rule) for finding in check(load(starter))]
    assert told == [(1, "person-data"), (9, "person-data"), (10, "person-data")]


def test_a_written_page_may_use_the_words_of_the_article_that_it_cites(starter: Path) -> None:
    page = starter / "content" / "about.md"
    page.write_text("---\ntitle: 关于\n---\n条例第18条第4款：任何人不得因信访列入黑名单。\n", "utf-8")
    assert check(load(starter)) == []
    page.write_text("---\ntitle: 关于\n---\n条例第18条：电话13800138000。\n", "utf-8")
    assert [finding.line for finding in check(load(starter))] == [4]
