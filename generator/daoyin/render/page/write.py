"""写信访信: which letters a reader can write on the device, each with its blank forms for whoever has no script."""

from daoyin import address
from daoyin.model import Catalogue
from daoyin.render.page.document import FORMS
from daoyin.render.page.letters import written
from daoyin.render.page.sheet import Sheet

INTRO = "选一种，一栏一栏填好，就能存成 Word 文件，或者打印出来。您写的内容只在您自己的设备上，不发送，也不保存。"
SCRIPTS = (
    address.LETTERS,
    *(f"assets/{name}.js" for name in ("element", "docx", "privacy", "fields", "letter", "write")),
)


def write(catalogue: Catalogue) -> str:
    """The letters that a citizen writes -> the page."""
    sheet = Sheet(catalogue, address.WRITE)
    return sheet.write(
        "write.html",
        title="写信访信",
        kind="write",
        section="tools",
        description=INTRO,
        trail=(("工具", address.TOOLS),),
        scripts=SCRIPTS,
        source="procedures/documents.yaml",
        intro=INTRO,
        letters=[
            (
                letter.document.id,
                sheet.document(letter.document.id),
                letter.form.says,
                [(kind.upper(), sheet.to(f"{address.document(letter.document.id)}.{kind}")) for kind in FORMS],
            )
            for letter in written(catalogue)
        ],
    )
