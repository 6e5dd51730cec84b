"""写信访信: letters filled in on the device, read back from the file that a reader gets."""

import json
import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from daoyin import citation
from daoyin.load import Loaded
from daoyin.model import Catalogue, Document
from daoyin.model.register import Field
from daoyin.render import page as pages
from daoyin.render.form.sheet import SAMPLE

PHONE = {"width": 390, "height": 844}
HARD = 'A&B <b>“引号”"直"</b> 𠮷\n第二行\t有制表\n\n第四行'
"""What breaks careless XML: marks, quotes, a character beyond the first plane, lines, a tab."""


def data(catalogue: Catalogue) -> dict[str, Any]:
    script = pages.letters(catalogue)
    found: dict[str, Any] = json.loads(script.removeprefix("window.DAOYIN_LETTERS = ").rstrip(";\n"))
    return found


def written_by_citizens(catalogue: Catalogue) -> list[Document]:
    return [
        document
        for document in catalogue.documents
        if document.fields and catalogue.role[document.by].kind == "citizen"
    ]


# The data


def test_every_document_that_a_citizen_fills_in_can_be_written(loaded: Loaded) -> None:
    told = data(loaded.catalogue)["letters"]
    assert [letter["id"] for letter in told] == [document.id for document in written_by_citizens(loaded.catalogue)]
    kinds = {"petition-letter", "suggestion-letter", "overdue-letter", "review-request", "reexamination-request"}
    assert kinds <= {letter["id"] for letter in told}


def test_a_letter_has_the_fields_hints_articles_and_cautions_of_its_document(loaded: Loaded) -> None:
    def says(field: Field) -> tuple[object, ...]:
        law = [citation.short(loaded.catalogue, reference) for reference in field.law]
        return field.name, field.hint or "", law, list(field.choices), list(field.parts)

    for letter, document in zip(data(loaded.catalogue)["letters"], written_by_citizens(loaded.catalogue), strict=True):
        rows = letter["rows"][: len(document.fields)]
        assert [
            (row["name"], row["hint"], [cite["name"] for cite in row["law"]], row["choices"], row["parts"])
            for row in rows
        ] == [says(field) for field in document.fields]
        assert [row["needed"] for row in rows] == [
            bool(field.law) and not field.advised and field.blank != "signature" for field in document.fields
        ]
        assert [caution["says"] for caution in letter["cautions"]] == [one.says for one in document.cautions]
        assert any(row["blank"] == "signature" for row in letter["rows"])


def test_a_petition_letter_needs_the_five_elements_of_article_19(loaded: Loaded) -> None:
    for id in ("petition-letter", "suggestion-letter", "overdue-letter"):
        letter = next(letter for letter in data(loaded.catalogue)["letters"] if letter["id"] == id)
        needed = [row for row in letter["rows"] if row["needed"]]
        assert {"条例第19条第1款"} == {cite["name"] for row in needed for cite in row["law"]}
        for element in ("姓名", "住址", "请求", "事实", "理由"):
            assert any(row["name"].startswith(element) for row in needed), element


def test_a_mandate_has_room_for_as_many_representatives_as_the_law_allows(loaded: Loaded) -> None:
    letter = next(letter for letter in data(loaded.catalogue)["letters"] if letter["id"] == "representatives-mandate")
    named = next(row for row in letter["rows"] if "代表" in row["name"] and row["parts"])
    assert len(named["parts"]) == int(re.findall(r"不超过 (\d+) 人", named["name"])[0])


def test_a_site_without_such_documents_has_no_letters() -> None:
    assert pages.letters(Catalogue()) == ""


# The file


class Writer:
    """A reader at the tool, with whom the page talked."""

    def __init__(self, context: BrowserContext, built: Path) -> None:
        self.page: Page = context.new_page()
        self.context, self.built = context, built
        self.asked: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, kind: str = "") -> Page:
        self.page.goto("about:blank")
        self.page.goto((self.built / "tools" / "write.html").as_uri() + (f"#kind={kind}" if kind else ""))
        return self.page

    def fill(self, letter: dict[str, Any], text: str = HARD) -> dict[str, str]:
        """Write in every blank, tick every other choice -> what was written, by the name of its field."""
        written = {}
        for blank in self.page.locator("[data-name]").all():
            name, kind = str(blank.get_attribute("data-name")), blank.get_attribute("type")
            if kind == "checkbox":
                continue
            many = blank.evaluate("one => one.tagName") == "TEXTAREA"
            value = "2026-08-03" if kind == "date" else f"{name}{text}" if many else f"{name}甲乙丙"
            blank.fill(value)
            written[name] = value
        for row in letter["rows"]:
            for choice in row["choices"][::2]:
                self.page.get_by_label(choice, exact=True).check()
        return written

    def file(self) -> bytes:
        with self.page.expect_download() as handed:
            self.page.get_by_role("button", name="下载 Word 文件").click()
        return Path(handed.value.path()).read_bytes()


@pytest.fixture
def writer(browser: Browser, built: Path) -> Iterator[Writer]:
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="zh-CN", accept_downloads=True)
    yield Writer(context, built)
    context.close()


KINDS = (
    "petition-letter", "suggestion-letter", "overdue-letter", "representatives-mandate", "accusation-material",
    "settlement-agreement", "review-request", "reexamination-request", "assistance-application",
    "reconsideration-application", "labour-arbitration-application", "land-arbitration-application",
    "information-request-form",
)  # fmt: skip


def test_every_kind_is_tried(loaded: Loaded) -> None:
    assert list(KINDS) == [letter["id"] for letter in data(loaded.catalogue)["letters"]]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_docx_says_every_field_and_what_was_written_in_it(kind: str, writer: Writer, loaded: Loaded) -> None:
    letter = next(letter for letter in data(loaded.catalogue)["letters"] if letter["id"] == kind)
    page = writer.open(kind)
    written = writer.fill(letter)
    page.get_by_role("button", name="写好了，看一看").click()
    paper = docx.Document(BytesIO(writer.file()))
    told = ["\n".join(dict.fromkeys(cell.text for cell in row.cells)) for row in paper.tables[0].rows]
    assert paper.paragraphs[0].text == letter["title"]
    assert [row["name"] for row in letter["rows"]] == [
        next(row["name"] for row in letter["rows"] if text.startswith(row["name"])) for text in told
    ]
    for row, text in zip(letter["rows"], told, strict=True):
        for number, choice in enumerate(row["choices"]):
            assert f"{'□' if number % 2 else '■'} {choice}" in text
        for part in row["parts"] or [""]:
            value = written.get(f"{row['name']}|{part}")
            if row["blank"] == "signature":
                assert f"{part}签名（盖章）：" in text
            elif row["blank"] == "date":
                assert "2026 年 8 月 3 日" in text
            elif value is not None:
                assert (f"{part}：" if part else "") + value.strip().replace("\t", "　") in text
    if letter["addressee"]:
        assert paper.paragraphs[1].text == "致：" + written["to"]
    assert writer.complaints == []


@pytest.mark.browser
@pytest.mark.slow
def test_the_file_is_a_whole_zip_in_the_fonts_of_the_blank_forms(writer: Writer) -> None:
    page = writer.open("review-request")
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    first, second = writer.file(), writer.file()
    assert first == second, "the file tells the time"
    with ZipFile(BytesIO(first)) as packed:
        assert packed.testzip() is None
        assert {entry.compress_type for entry in packed.infolist()} == {ZIP_STORED}
        types, core = packed.read("[Content_Types].xml").decode(), packed.read("docProps/core.xml").decode()
        assert all(
            f"/{name}" in types
            for name in packed.namelist()
            if name.startswith(("word/", "docP")) and "rels" not in name
        )
        assert not re.search("creator|created|modified", core)
    paper = docx.Document(BytesIO(first))
    assert paper.styles["Heading 1"].element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia")) == "黑体"
    assert "宋体" in paper.styles.element.xml
    assert SAMPLE in paper.sections[0].footer.paragraphs[0].text
    assert round(paper.sections[0].page_width.mm), round(paper.sections[0].page_height.mm) == (210, 297)


@pytest.mark.browser
@pytest.mark.slow
def test_the_print_holds_the_letter_and_nothing_else(writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("住址").fill("某县某村")
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    printed = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
    text = unicodedata.normalize("NFKC", printed)
    for said in ("某县某村", "请求", unicodedata.normalize("NFKC", SAMPLE)):
        assert said in text
    for chrome in ("写之前要注意", "全部清除", "首页", "换一种信", "下载", "数据核对日期"):
        assert chrome not in text, chrome


@pytest.mark.browser
@pytest.mark.slow
def test_printing_while_writing_prints_the_letter_too(writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("住址").fill("某县某村")
    printed = unicodedata.normalize("NFKC", PdfReader(BytesIO(page.pdf())).pages[0].extract_text())
    assert "某县某村" in printed
    assert "写之前要注意" not in printed


# How it treats a reader


@pytest.mark.browser
@pytest.mark.slow
def test_what_an_article_demands_is_asked_for_once_and_never_forced(writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("姓名（单位写名称）").fill("赵某")
    page.get_by_role("button", name="写好了，看一看").click()
    assert page.get_by_role("alert").get_by_role("listitem").all_text_contents() == ["住址", "请求", "事实", "理由"]
    assert page.evaluate("document.activeElement.className") == "errors"
    page.get_by_role("alert").get_by_role("link", name="请求").click()
    assert page.evaluate("document.activeElement.dataset.name") == "请求|"
    assert page.url.endswith("#kind=petition-letter")
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    assert page.get_by_role("heading", name="写好的样子").is_visible()
    assert page.locator(".letter th").all_text_contents()[-2:] == ["附件清单", "日期和签名（单位盖章）"]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("他的号是11010519491231002X。", "“110…2X”好像是身份证号"),
        ("打13800138000找我", "“138…00”好像是电话号码"),
        ("卡号6222 0202 0000 1234 567", "好像是银行卡号"),
        ("这份文件是绝密的", "说到了秘密"),
        ("他得了艾滋病", "好像写到了病情"),
        ("邻居张小三打了我", "“邻居张小三”好像写了别人的姓名"),
    ],
)
def test_secrets_and_what_tells_of_others_are_pointed_out_and_not_forbidden(
    text: str, note: str, writer: Writer
) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("事实", exact=True).fill(text)
    page.get_by_label("理由", exact=True).focus()
    notes = page.locator("[role=status]", has_text=note)
    assert notes.count() == 1
    assert len(notes.locator("p").all()) == 1, "one thing is one note"
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    assert note in page.locator(".looked .cautions").inner_text()
    assert text in page.locator(".letter").inner_text()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("事实", "2026年8月3日上午，我到某局窗口交了三份材料，编号20260803001。"),
        ("事实", "2026年8月3日，主任高兴地说会办。赔偿 12000 元，面积 1380 平方米。"),
        ("联系电话", "13800138000"),
    ],
)
def test_ordinary_words_and_ones_own_telephone_are_not_pointed_out(label: str, text: str, writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label(label).fill(text)
    page.get_by_label("理由", exact=True).focus()
    assert page.locator(".care").count() == 0


@pytest.mark.browser
@pytest.mark.slow
def test_nothing_is_sent_stored_or_told_in_the_address(writer: Writer, loaded: Loaded) -> None:
    page = writer.open("accusation-material")
    letter = next(letter for letter in data(loaded.catalogue)["letters"] if letter["id"] == "accusation-material")
    writer.fill(letter)
    page.get_by_role("button", name="写好了，看一看").click()
    writer.file()
    assert page.url.endswith("/tools/write.html#kind=accusation-material")
    assert {url.split(":")[0] for url in writer.asked} <= {"file", "blob", "about"}
    assert all("/assets/" in url or url.endswith("write.html") for url in writer.asked if url.startswith("file"))
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("typeof indexedDB.databases === 'function' ? indexedDB.databases() : []") == []
    told = page.locator(".writer .cautions").first.inner_text()
    assert "条例第30条第3款" in told
    assert "在别人也用的电脑上" in told
    assert "保密" not in page.locator(".writer").inner_text(), "30 ¶3 forbids passing on; more is not promised"


@pytest.mark.browser
@pytest.mark.slow
def test_one_button_erases_everything(writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("住址").fill("某县某村")
    page.get_by_label("事实", exact=True).fill("打13800138000找我")
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    page.get_by_role("button", name="全部清除").click()
    assert page.locator("[data-name]").evaluate_all("all => all.map(one => one.value).join('')") == ""
    assert not re.search("某县某村|13800138000", page.content())
    assert page.get_by_text("已经全部清除").is_visible()
    page.goto(page.url.replace("petition-letter", "review-request"))
    page.goto(page.url.replace("review-request", "petition-letter"))
    assert page.get_by_label("住址").input_value() == ""


@pytest.mark.browser
@pytest.mark.slow
def test_another_kind_of_letter_keeps_what_both_ask_for(writer: Writer) -> None:
    page = writer.open("petition-letter")
    page.get_by_label("住址").fill("某县某村")
    page.get_by_role("link", name="换一种信").click()
    page.get_by_role("link", name="反映超期的信", exact=True).click()
    assert page.get_by_label("住址").input_value() == "某县某村"
    assert page.evaluate("document.activeElement.textContent") == "反映超期的信"


@pytest.mark.browser
@pytest.mark.slow
def test_leaving_with_unsaved_words_asks_first_and_a_saved_letter_lets_go(writer: Writer) -> None:
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page = writer.open("petition-letter")
    page.on("dialog", stay)
    page.get_by_label("住址").fill("某县某村")
    page.get_by_role("link", name="首页").first.click()
    page.wait_for_url("**/index.html")
    assert asked == ["beforeunload"]
    page.go_back()
    assert page.get_by_label("住址").input_value() == "", "whoever comes next finds nothing"
    page.get_by_label("住址").fill("某县某村")
    page.get_by_role("button", name="写好了，看一看").click()
    page.get_by_role("button", name="先空着，看一看").click()
    writer.file()
    page.get_by_role("link", name="首页").first.click()
    page.wait_for_url("**/index.html")
    assert asked == ["beforeunload"]


@pytest.mark.browser
@pytest.mark.slow
def test_the_keyboard_alone_writes_a_letter(writer: Writer) -> None:
    page = writer.open()
    page.get_by_role("link", name="建议信", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#to")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "to":
            break
    page.keyboard.type("某局")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "写好了，看一看":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "errors"


@pytest.mark.browser
@pytest.mark.slow
def test_without_scripts_the_blank_forms_are_there_to_take(browser: Browser, built: Path, loaded: Loaded) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((built / "tools" / "write.html").as_uri())
    assert page.get_by_text("下载空白表格").is_visible()
    for document in written_by_citizens(loaded.catalogue):
        entry = page.locator(f'[id="kind={document.id}"]')
        assert document.says in entry.inner_text()
        for kind in ("docx", "pdf"):
            href = str(entry.locator("a", has_text=kind.upper()).get_attribute("href"))
            assert (built / "tools" / href).resolve().is_file()
    context.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("stage", ["kinds", "form", "errors", "looked"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tool_is_accessible_and_fits_a_phone_with_large_letters(
    stage: str, scheme: str, browser: Browser, served: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{served}/tools/write.html" + ("" if stage == "kinds" else "#kind=overdue-letter"))
    if stage in ("errors", "looked"):
        page.get_by_label("事实：经过和现在的情况").fill("打13800138000找邻居张小三" + "很长" * 500)
        page.get_by_role("button", name="写好了，看一看").click()
    if stage == "looked":
        page.get_by_role("button", name="先空着，看一看").click()
    violations = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:100]) for rule in violations for node in rule["nodes"]] == []
    small = page.locator(
        "#main button:visible, #main input:visible, #main textarea:visible, .tick:visible"
    ).evaluate_all(
        """all => all.filter(one => one.type !== 'checkbox')
             .filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()
