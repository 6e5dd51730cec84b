"""A register holds what is used, each once."""

import re
from collections.abc import Iterator

from daoyin.check.walk import file, mentions
from daoyin.finding import NOTHING, At, Fault, Message, perhaps
from daoyin.model import Catalogue, Law, Place, Procedure, Questionnaire


def unused_entry(catalogue: Catalogue) -> Iterator[Fault]:
    """登记册里的角色、文书、来源和救济途径，都要有地方用到；没有用的请删去。

    Roles, documents, sources and remedies in the registers must be used somewhere.
    """
    if catalogue.unread:
        return  # what could not be read may use it
    for register, kind in (("roles", "role"), ("documents", "document"), ("sources", "source"), ("remedies", "remedy")):
        used = {mention.value for mention in mentions(catalogue, kind)}
        if kind == "remedy":
            used |= {mention.value.removeprefix("remedy ") for mention in mentions(catalogue, "target")}
        for entry in getattr(catalogue, register):
            if entry.id not in used:
                message = Message(
                    "“{id}”没有任何地方用到；请删去或用上", "“{id}” is used nowhere; delete it or use it", id=entry.id
                )
                yield Fault(f"procedures/{register}.yaml", (entry.id,), message)


def repeated_name(catalogue: Catalogue) -> Iterator[Fault]:
    """同一地方的事项、同一上级的地方、同一册里的角色、文书、术语，名称各不相同：读者靠名称分辨。

    Procedures of one place, places below one, and entries of one register must differ in name: readers tell them by it.
    """
    seen: dict[tuple[str, str], str] = {}
    entries: list[tuple[str, At, str, str, str]] = [
        (f"procedures/{register}.yaml", (entry.id, "name"), register, entry.id, entry.name)
        for register in ("roles", "documents", "glossary", "remedies")
        for entry in getattr(catalogue, register)
    ]
    entries += [
        (file(word), ("name",), word.place, word.id, word.name)
        for word in catalogue.procedures
        if _address(word.id)  # a copy that is misnamed is told by wrong-name
    ]
    entries += [(file(word), ("name",), f"below {word.above}", word.id, word.name) for word in catalogue.places]
    for path, at, group, id, name in entries:
        first = seen.setdefault((group, name), id)
        if first != id:
            message = Message(
                "名称“{name}”已经给了 {first}；请改成能分辨的名称",
                "the name “{name}” already belongs to {first}; choose one that can be told apart",
                name=name,
                first=first,
            )
            yield Fault(path, at, message)


def wrong_name(catalogue: Catalogue) -> Iterator[Fault]:
    """文件和文件夹的名字就是网址，要用小写英文字母、数字和连字符，如 mediation-agreement.yaml。

    Files and folders are addresses: small letters, digits and hyphens.
    """
    words: tuple[Law | Place | Procedure | Questionnaire, ...]
    words = (*catalogue.places, *catalogue.procedures, *catalogue.questionnaires, *catalogue.laws)
    told: set[str] = set()
    for word in words:
        names = word.id.split("/")
        for depth, name in enumerate(names, 1):
            whole = "/".join(names[:depth])
            if whole in told:
                continue  # a folder is told once, however many files it holds
            if not _address(name):
                told.add(whole)
                message = Message(
                    "“{name}”应改成小写英文字母、数字和连字符{near}",
                    "“{name}” must be small letters, digits and hyphens{near}",
                    name=name,
                    near=_meant(name),
                )
                yield Fault(file(word), (), message)


def _address(id: str) -> bool:
    """Whether a name, or names joined by slashes, may be an address."""
    return id.isascii() and id.replace("-", "").replace("/", "").isalnum() and id == id.lower()


def _meant(name: str) -> Message:
    """What a name could be, or that it is a copy, which editors' programs name so."""
    if _COPY.search(name):
        return Message("；多余的副本请删去，要留的另起名字", "; delete what is only a copy, or give it another name")
    plain = "-".join(re.findall("[a-z0-9]+", name.lower()))
    return perhaps(plain) if plain else NOTHING


_COPY = re.compile(r"(?i)copy|\(\d+\)|副本|复件|备份|bak|backup")
