"""Words that a citizen reads: short, plain, always the same word for the same thing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from daoyin.check.walk import Mention, file, mentions, texts
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue

LONGEST = 60
"""Characters of a sentence. What the citizens' guides say is shorter still; a place's report may need as many."""

_SENTENCE = re.compile(r"[^。！？；\n]+")
_ADDRESS = re.compile(r"https?://\S+")
_PLAIN = {
    "予以": "给、作出",
    "兹": "现在",
    "特此": "（删去）",
    "鉴于": "因为",
    "逾期": "超过期限",
    "届满": "到期",
    "径行": "直接",
    "酌情": "看情况",
    "悉知": "知道",
    "知悉": "知道",
    "如若": "如果",
    "务必": "一定",
    "切实": "（删去）",
    "该当": "应当",
    "据此": "所以",
    "经办人员应": "经办人应当",
    "之规定": "的规定",
    "系指": "是指",
}
"""Officialese, and how to say it."""

_TRADE = (
    "属地管理", "分级负责", "涉法涉诉", "诉访分离", "积案", "包案", "督办", "交办", "转送", "听证", "复查", "复核",
    "联席会议", "诉求", "申诉求决", "检举控告", "导入", "办结", "司法确认", "诉前调解", "行政裁决", "行政复议", "仲裁",
    "首办", "网格", "访调对接", "三到位", "息访", "息诉", "终结", "回避",
)  # fmt: skip
"""Words of the trade: a citizen may meet them where the glossary explains them."""

_CITIZEN = ("citizen", "do_now", "evidence", "produces", "audience", "channels", "missed", "cautions", "rights", "cost")
"""Keys of a procedure whose texts speak to the citizen."""


def long_sentence(catalogue: Catalogue) -> Iterator[Fault]:
    """给人看的文字，一句不超过六十个字：长的请拆成几句。

    A sentence that readers meet has sixty characters at most; split what is longer.
    """
    for mention in texts(catalogue):
        if mention.path.startswith("procedures/synonyms") or "sources.yaml" in mention.path:
            continue
        longest = max((len(found.strip()) for found in _sentences(mention.value)), default=0)
        if longest > LONGEST:
            message = Message(
                "有一句 {count} 个字，超过 {most} 个；请拆成几句",
                "a sentence has {count} characters, more than {most}; split it",
                count=longest,
                most=LONGEST,
            )
            yield Fault(mention.path, mention.at, message)


@lru_cache(maxsize=16384)
def _sentences(text: str) -> tuple[str, ...]:
    if len(text) <= LONGEST:
        return ()
    return tuple(_SENTENCE.findall(_ADDRESS.sub("", text)))


def officialese(catalogue: Catalogue) -> Iterator[Fault]:
    """写给群众的文字不用公文腔；行话要在 glossary.yaml 里有解释。

    Texts to citizens avoid officialese, and use words of the trade only where the glossary explains them.
    """
    told = {name for term in catalogue.glossary for name in (term.name, *term.aliases)}
    unexplained = [word for word in _TRADE if not any(word in name for name in told)]
    known = "glossary" not in catalogue.unread and catalogue.glossary
    stiff = re.compile("|".join(map(re.escape, _PLAIN)))
    trade = re.compile("|".join(unexplained)) if unexplained and known else None
    for mention in _to_citizens(catalogue):
        if found := stiff.search(mention.value):
            message = Message(
                "“{word}”是公文腔，请写成“{plain}”",
                "“{word}” is officialese; write “{plain}”",
                word=found[0],
                plain=_PLAIN[found[0]],
            )
            yield Fault(mention.path, mention.at, message)
        if trade and (found := trade.search(mention.value)):
            message = Message(
                "行话“{word}”没有解释；请写进 glossary.yaml，或换成平常的话",
                "“{word}” is not explained; put it into glossary.yaml, or say it plainly",
                word=found[0],
            )
            yield Fault(mention.path, mention.at, message)


def reader_address(catalogue: Catalogue) -> Iterator[Fault]:
    """对读者一律称“您”，不写“你”；asks 里是群众自己的话，不受此限。

    The reader is addressed as 您, never 你; asks are people's own words and free.
    """
    for mention in texts(catalogue):
        if "你" in mention.value and not _own_words(mention):
            yield Fault(mention.path, mention.at, Message("请把“你”写成“您”", "address the reader as 您, not 你"))


def term_avoided(catalogue: Catalogue) -> Iterator[Fault]:
    """同一件事用同一个词：术语表里 avoid 列出的说法，正文里不用。

    One thing has one name: what a term of the glossary lists under avoid is not used in our texts.
    """
    avoided = {word: term.name for term in catalogue.glossary for word in term.avoid}
    if not avoided:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(avoided, key=len, reverse=True))))
    for mention in texts(catalogue):
        if mention.path.startswith(("procedures/glossary", "procedures/laws/")) or _own_words(mention):
            continue
        if found := pattern.search(mention.value):
            message = Message(
                "“{word}”请统一写成“{name}”", "write “{name}” for “{word}”", word=found[0], name=avoided[found[0]]
            )
            yield Fault(mention.path, mention.at, message)


def citizen_unsaid(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的事项里，要群众自己做的每一步（task），都要写 citizen：用平常的话说怎么做。

    In a procedure of law, every task of the citizen's own says in plain words how it is done (citizen).
    """
    for procedure in catalogue.procedures:
        for node in procedure.process.nodes if procedure.basis == "law" else ():
            role = catalogue.role.get(node.lane)
            if node.kind == "task" and role and role.kind == "citizen" and not node.citizen:
                message = Message(
                    "“{name}”是群众自己要做的，请补 citizen，说清怎么做",
                    "“{name}” is for the citizen to do; add citizen and say how",
                    name=node.name,
                )
                yield Fault(file(procedure), ("process", "nodes", node.id), message)


def asks_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """每件事项写 asks：群众平时怎么问这件事，搜索靠它。

    Every procedure has asks: how people ask for it; search rests on it.
    """
    for procedure in catalogue.procedures:
        if not procedure.asks:
            message = Message(
                "没有写群众会怎么问（asks），搜索可能找不到", "asks is missing, so search may not find it"
            )
            yield Fault(file(procedure), (), message)


def _own_words(mention: Mention) -> bool:
    return "asks" in mention.at or mention.path.startswith("procedures/synonyms")


def _to_citizens(catalogue: Catalogue) -> Iterator[Mention]:
    """Texts of procedures and questionnaires that speak to the citizen."""
    for mention in mentions(catalogue, "text"):
        if mention.path.startswith("procedures/questionnaires/") and not _own_words(mention):
            yield mention
        if mention.part and mention.at and mention.path.count("/") > 2 and not mention.path.endswith("duties.yaml"):
            key = next((step for step in reversed(mention.at) if isinstance(step, str)), "")
            if key in _CITIZEN or mention.at[0] in _CITIZEN or "missed" in mention.at:
                yield mention
