"""What is named must exist."""

from collections.abc import Collection, Iterator

from daoyin.check.walk import Mention, file, mentions
from daoyin.finding import Fault, Message, did_you_mean
from daoyin.model import Article, Catalogue

_NOT_REGISTERED = ("{noun}“{written}”不在 {file}.yaml 里{near}", "{noun} “{written}” is not in {file}.yaml{near}")


def _missing(catalogue: Catalogue, kind: str, known: Collection[str], register: str, noun: Message) -> Iterator[Fault]:
    if register in catalogue.unread:
        return
    for mention in mentions(catalogue, kind):
        if mention.value not in known:
            near = did_you_mean(mention.value, known)
            message = Message(*_NOT_REGISTERED, noun=noun, written=mention.value, file=register, near=near)
            yield Fault(mention.path, mention.at, message)


def unknown_role(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的角色（lane、holder、accountable 等），都要登记在 roles.yaml 里。

    Every role that is named must be in roles.yaml.
    """
    yield from _missing(catalogue, "role", catalogue.role, "roles", Message("角色", "role"))


def unknown_document(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的文书（inputs、outputs、documents），都要登记在 documents.yaml 里。

    Every document that is named must be in documents.yaml.
    """
    yield from _missing(catalogue, "document", catalogue.document, "documents", Message("文书", "document"))


def unknown_source(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的报道来源，都要登记在 sources.yaml 里，写明标题、发布者和日期。

    Every report that is named must be in sources.yaml, with its title, publisher and date.
    """
    yield from _missing(catalogue, "source", catalogue.source, "sources", Message("来源", "source"))


def unknown_remedy(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的其他救济途径，都要登记在 remedies.yaml 里。

    Every other legal route that is named must be in remedies.yaml.
    """
    noun = Message("救济途径", "remedy")
    yield from _missing(catalogue, "remedy", catalogue.remedy, "remedies", noun)
    for mention in mentions(catalogue, "target"):
        kind, _, remedy = mention.value.partition(" ")
        if kind == "remedy" and remedy not in catalogue.remedy and "remedies" not in catalogue.unread:
            near = did_you_mean(remedy, catalogue.remedy)
            message = Message(*_NOT_REGISTERED, noun=noun, written=remedy, file="remedies", near=near)
            yield Fault(mention.path, mention.at, message)


def unknown_term(catalogue: Catalogue) -> Iterator[Fault]:
    """术语表里“容易混淆”的另一个词，也要在 glossary.yaml 里。

    A term that another is confused with must be in glossary.yaml too.
    """
    yield from _missing(catalogue, "term", catalogue.term, "glossary", Message("术语", "term"))


def unknown_place(catalogue: Catalogue) -> Iterator[Fault]:
    """对照表里的地方，写它的文件夹（如 cn/zhejiang/quzhou），那里要有 index.yaml。

    A place in a comparison is named by its folder, which must hold an index.yaml.
    """
    for mention in mentions(catalogue, "place"):
        if mention.value not in catalogue.place and mention.value not in catalogue.unread:
            near = did_you_mean(mention.value, catalogue.place)
            message = Message("没有地方“{id}”{near}", "no place “{id}”{near}", id=mention.value, near=near)
            yield Fault(mention.path, mention.at, message)


def place_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """放了事项或责任清单的地方，文件夹里要有 index.yaml，写明这是哪里：没有它，网站没有这个地方的页面。

    A folder that holds procedures or a responsibility list needs an index.yaml that says which place it is.
    """
    holding = {word.place: file(word) for word in reversed(catalogue.procedures)}
    holding |= {place: f"procedures/{place}/duties.yaml" for place, _ in catalogue.duties if place not in holding}
    for place, path in holding.items():
        if place not in catalogue.place and place not in catalogue.unread:
            message = Message(
                "“{place}”没有 index.yaml；请加上 procedures/{place}/index.yaml，"
                "写 name、level、summary、checked（可以照着别的地方写）",
                "“{place}” has no index.yaml; add procedures/{place}/index.yaml with name, level, summary and checked",
                place=place,
            )
            yield Fault(path, (), message)


def unknown_practice(catalogue: Catalogue) -> Iterator[Fault]:
    """对照表和数字里提到的做法，要写在那个地方的 practices 里。

    A practice that a comparison or figure names must be among the practices of that place.
    """
    for mention in mentions(catalogue, "practice"):
        place = catalogue.place.get(mention.place)
        known = [practice.id for practice in place.practices] if place else []
        if place and mention.value not in known:
            message = Message(
                "{place}没有做法“{id}”{near}",
                "{place} has no practice “{id}”{near}",
                place=place.name,
                id=mention.value,
                near=did_you_mean(mention.value, known),
            )
            yield Fault(mention.path, mention.at, message)


def unknown_node(catalogue: Catalogue) -> Iterator[Fault]:
    """next、from、until 提到的节点，都要写在同一事项的 nodes 里（别的事项写作“procedure 部分/事项:节点”）。

    Nodes named by next, from and until must be in the same procedure (another's: “procedure part/name:node”).
    """
    nodes = {f"procedures/{word.id}.yaml": [node.id for node in word.process.nodes] for word in catalogue.procedures}
    for mention in (*mentions(catalogue, "node"), *mentions(catalogue, "event")):
        known = nodes.get(mention.path, [])
        if ":" not in mention.value and mention.value not in known:
            near = did_you_mean(mention.value, known)
            message = Message("没有节点“{id}”{near}", "no node “{id}”{near}", id=mention.value, near=near)
            yield Fault(mention.path, mention.at, message)


def unknown_procedure(catalogue: Catalogue) -> Iterator[Fault]:
    """凡提到的别的事项都要有文件；写作“部分/事项”，同一部分可以只写“事项”。冒号后的节点要在那个事项里。

    Every procedure that is named must have a file; a node after the colon must be in it.
    """
    for kind in ("procedure", "step", "limit", "event"):
        for mention in mentions(catalogue, kind):
            if kind != "event" or ":" in mention.value:
                yield from _procedure(catalogue, mention, mention.value, wants_limit=kind == "limit")
    for mention in mentions(catalogue, "target"):
        written, _, rest = mention.value.partition(" ")
        if written == "procedure":
            yield from _procedure(catalogue, mention, rest)
        elif written != "remedy":
            message = Message(
                "应写成“procedure 部分/事项:节点”或“remedy 救济途径”",
                "must be “procedure part/name:node” or “remedy id”",
            )
            yield Fault(mention.path, mention.at, message)


def _procedure(catalogue: Catalogue, mention: Mention, written: str, *, wants_limit: bool = False) -> Iterator[Fault]:
    name, _, inner = written.partition(":")
    found = catalogue.resolve(mention.place, mention.part, name)
    if found is None:
        known = {id.removeprefix(f"{mention.place}/") for id in catalogue.procedure}
        full = name if "/" in name else f"{mention.part}/{name}"
        if not any(f"/{id}".endswith(f"/{full}") for id in catalogue.unread):
            near = did_you_mean(full, known)
            message = Message("没有事项“{name}”{near}", "no procedure “{name}”{near}", name=full, near=near)
            yield Fault(mention.path, mention.at, message)
        return
    if inner:
        procedure = catalogue.procedure[found]
        inside = [entry.id for entry in (procedure.limits if wants_limit else procedure.process.nodes)]
        if inner not in inside:
            message = Message(
                "事项“{name}”里没有{noun}“{inner}”{near}",
                "procedure “{name}” has no {noun} “{inner}”{near}",
                name=name,
                noun=Message("期限", "limit") if wants_limit else Message("节点", "node"),
                inner=inner,
                near=did_you_mean(inner, inside),
            )
            yield Fault(mention.path, mention.at, message)


def unknown_law(catalogue: Catalogue) -> Iterator[Fault]:
    """引用的法规要在 laws/ 里，引用的条、款、项要真有（款的数目、各款项的数目写在该条的 paragraphs）。

    A cited instrument must be in laws/, and have the article, paragraph and item.
    """
    for mention in mentions(catalogue, "law"):
        reference = mention.value
        law = catalogue.law.get(reference.law)
        if law is None:
            if f"laws/{reference.law}" not in catalogue.unread:
                near = did_you_mean(reference.law, catalogue.law)
                message = Message("没有法规“{id}”{near}", "no instrument “{id}”{near}", id=reference.law, near=near)
                yield Fault(mention.path, mention.at, message)
        elif law.status != "in-force":
            continue  # told by law-not-in-force: another must be cited
        elif reference.article and (article := law.article.get(str(reference.article))) is None:
            message = Message(
                "《{law}》的文件里没有第 {article} 条；请核对条号，真有这一条的，先写进 laws/{id}.yaml",
                "the file of 《{law}》 has no article {article}; mend the number, or add it to laws/{id}.yaml",
                law=law.name,
                id=law.id,
                article=reference.article,
            )
            yield Fault(mention.path, mention.at, message)
        elif reference.article and article and not article.has(reference.paragraph, reference.item):
            message = Message(
                "第 {article} 条没有“{unit}”；该条有 {count} 款{items}",
                "article {article} has no “{unit}”; its paragraphs: {count}{items}",
                article=reference.article,
                unit=reference.unit,
                count=len(article.paragraphs),
                items=_items(article),
            )
            yield Fault(mention.path, mention.at, message)


def _items(article: Article) -> Message:
    """How many items the paragraphs of an article have, as far as they have any."""
    having = [(number, items) for number, items in enumerate(article.paragraphs, 1) if items]
    return Message(
        "{chinese}",
        "{english}",
        chinese="".join(f"，第 {number} 款有 {items} 项" for number, items in having),
        english="".join(f"; items of paragraph {number}: {items}" for number, items in having),
    )
