"""A register holds what is used."""

from collections.abc import Iterator

from daoyin.check.walk import mentions
from daoyin.finding import Fault
from daoyin.model import Catalogue


def unused_entry(catalogue: Catalogue) -> Iterator[Fault]:
    """登记册里的角色、文书和来源，都要有地方用到；没有用的请删去。"""
    for register, kind in (("roles", "role"), ("documents", "document"), ("sources", "source")):
        used = {mention.value for mention in mentions(catalogue, kind)}
        for entry in getattr(catalogue, register):
            if entry.id not in used:
                yield Fault(f"procedures/{register}.yaml", (entry.id,), f"“{entry.id}”没有任何地方用到；请删去或用上")


def wrong_name(catalogue: Catalogue) -> Iterator[Fault]:
    """文件和文件夹的名字就是网址，要用小写英文字母、数字和连字符，如 mediation-agreement.yaml。"""
    for word in (*catalogue.places, *catalogue.procedures, *catalogue.laws):
        folder = "laws/" if word in catalogue.laws else ""
        for name in word.id.split("/"):
            if not name.isascii() or not name.replace("-", "").isalnum() or name != name.lower():
                suffix = "/index" if word in catalogue.places else ""
                yield Fault(
                    f"procedures/{folder}{word.id}{suffix}.yaml", (), f"“{name}”应改成小写英文字母、数字和连字符"
                )
