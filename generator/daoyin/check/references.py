"""What is named must exist."""

from collections.abc import Collection, Iterator

from daoyin.check.walk import Mention, mentions
from daoyin.finding import Fault, did_you_mean
from daoyin.model import Catalogue


def _missing(catalogue: Catalogue, kind: str, known: Collection[str], file: str, noun: str) -> Iterator[Fault]:
    if file in catalogue.unread:
        return
    for mention in mentions(catalogue, kind):
        if mention.value not in known:
            yield Fault(
                mention.path,
                mention.at,
                f"{noun}“{mention.value}”不在 {file}.yaml 里{did_you_mean(mention.value, known)}",
            )


def unknown_role(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的角色（lane、holder、accountable 等），都要登记在 roles.yaml 里。"""
    yield from _missing(catalogue, "role", catalogue.role, "roles", "角色")


def unknown_document(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的文书（inputs、outputs、documents），都要登记在 documents.yaml 里。"""
    yield from _missing(catalogue, "document", catalogue.document, "documents", "文书")


def unknown_source(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的报道来源，都要登记在 sources.yaml 里，写明标题、发布者和日期。"""
    yield from _missing(catalogue, "source", catalogue.source, "sources", "来源")


def unknown_remedy(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的其他救济途径，都要登记在 remedies.yaml 里。"""
    yield from _missing(catalogue, "remedy", catalogue.remedy, "remedies", "救济途径")
    for mention in mentions(catalogue, "target"):
        kind, _, remedy = mention.value.partition(" ")
        if kind == "remedy" and remedy not in catalogue.remedy and "remedies" not in catalogue.unread:
            near = did_you_mean(remedy, catalogue.remedy)
            yield Fault(mention.path, mention.at, f"救济途径“{remedy}”不在 remedies.yaml 里{near}")


def unknown_term(catalogue: Catalogue) -> Iterator[Fault]:
    """术语表里“容易混淆”的另一个词，也要在 glossary.yaml 里。"""
    yield from _missing(catalogue, "term", catalogue.term, "glossary", "术语")


def unknown_place(catalogue: Catalogue) -> Iterator[Fault]:
    """对照表里的地方，写它的文件夹（如 cn/zhejiang/quzhou），那里要有 index.yaml。"""
    for mention in mentions(catalogue, "place"):
        if mention.value not in catalogue.place and mention.value not in catalogue.unread:
            yield Fault(
                mention.path, mention.at, f"没有地方“{mention.value}”{did_you_mean(mention.value, catalogue.place)}"
            )


def unknown_practice(catalogue: Catalogue) -> Iterator[Fault]:
    """对照表和数字里提到的做法，要写在那个地方的 practices 里。"""
    for mention in mentions(catalogue, "practice"):
        place = catalogue.place.get(mention.place)
        known = [practice.id for practice in place.practices] if place else []
        if place and mention.value not in known:
            yield Fault(
                mention.path, mention.at, f"{place.name}没有做法“{mention.value}”{did_you_mean(mention.value, known)}"
            )


def unknown_node(catalogue: Catalogue) -> Iterator[Fault]:
    """next、from、until 提到的节点，都要写在同一事项的 nodes 里（别的事项写作“procedure 部分/事项:节点”）。"""
    nodes = {f"procedures/{word.id}.yaml": [node.id for node in word.process.nodes] for word in catalogue.procedures}
    for mention in (*mentions(catalogue, "node"), *mentions(catalogue, "event")):
        known = nodes.get(mention.path, [])
        if ":" not in mention.value and mention.value not in known:
            yield Fault(mention.path, mention.at, f"没有节点“{mention.value}”{did_you_mean(mention.value, known)}")


def unknown_procedure(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的别的事项都要有文件；写作“部分/事项”，同一部分可以只写“事项”。冒号后的节点要在那个事项里。"""
    for kind in ("procedure", "step", "limit", "event"):
        for mention in mentions(catalogue, kind):
            if kind != "event" or ":" in mention.value:
                yield from _procedure(catalogue, mention, mention.value, wants_limit=kind == "limit")
    for mention in mentions(catalogue, "target"):
        written, _, rest = mention.value.partition(" ")
        if written == "procedure":
            yield from _procedure(catalogue, mention, rest)
        elif written != "remedy":
            yield Fault(mention.path, mention.at, "应写成“procedure 部分/事项:节点”或“remedy 救济途径”")


def _procedure(catalogue: Catalogue, mention: Mention, written: str, *, wants_limit: bool = False) -> Iterator[Fault]:
    name, _, inner = written.partition(":")
    found = catalogue.resolve(mention.place, mention.part, name)
    if found is None:
        known = {id.removeprefix(f"{mention.place}/") for id in catalogue.procedure}
        full = name if "/" in name else f"{mention.part}/{name}"
        if not any(id.endswith(f"/{full}") for id in catalogue.unread):
            yield Fault(mention.path, mention.at, f"没有事项“{full}”{did_you_mean(full, known)}")
        return
    if inner:
        procedure = catalogue.procedure[found]
        inside = [entry.id for entry in (procedure.limits if wants_limit else procedure.process.nodes)]
        if inner not in inside:
            noun = "期限" if wants_limit else "节点"
            yield Fault(mention.path, mention.at, f"事项“{name}”里没有{noun}“{inner}”{did_you_mean(inner, inside)}")


def unknown_law(catalogue: Catalogue) -> Iterator[Fault]:
    """引用的法规要在 laws/ 里，引用的条、款、项要真有（款的数目、各款项的数目写在该条的 paragraphs）。"""
    for mention in mentions(catalogue, "law"):
        reference = mention.value
        law = catalogue.law.get(reference.law)
        if law is None:
            if f"laws/{reference.law}" not in catalogue.unread:
                near = did_you_mean(reference.law, catalogue.law)
                yield Fault(mention.path, mention.at, f"没有法规“{reference.law}”{near}")
        elif reference.article and (article := law.article.get(str(reference.article))) is None:
            yield Fault(mention.path, mention.at, f"《{law.name}》的文件里没有第 {reference.article} 条")
        elif reference.article and article and not article.has(reference.paragraph, reference.item):
            shape = "、".join(f"第{n}款 {items} 项" for n, items in enumerate(article.paragraphs, 1))
            yield Fault(mention.path, mention.at, f"第 {reference.article} 条没有“{reference.unit}”；该条有 {shape}")
