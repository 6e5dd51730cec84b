"""What the one font can draw: what it cannot would be a blank box on every chart and print."""

from collections.abc import Iterator

from daoyin import typeface
from daoyin.check.walk import texts
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue


def character_undrawn(catalogue: Catalogue) -> Iterator[Fault]:
    """每个字都要在字体里：没有的字，图上和打印件上就是空白。少见的字用 daoyin font --add 加进去。

    The font draws every character, or it would be a blank box in charts and prints; `daoyin font --add` adds rare ones.
    """
    drawn = typeface.brought() | frozenset(catalogue.typeface.characters + "\n")
    for mention in texts(catalogue):
        if drawn.issuperset(mention.value):
            continue
        lacking = typeface.lacking(mention.value, catalogue.typeface.characters)
        yield Fault(
            mention.path,
            mention.at,
            Message(
                "字体里没有 {told}，图上和打印件上会是空白；{mend}",
                "the font lacks {told}: a blank in charts and prints; {mend}",
                told=typeface.told(lacking),
                mend=_mend(lacking),
            ),
        )


def _mend(lacking: str) -> Message:
    """How to mend it: a character that can be seen is added, one that cannot is no part of the text."""
    if seen := "".join(mark for mark in lacking if mark.isprintable()):
        return Message(
            "请运行 daoyin font --add {seen}，或者换一种写法",
            "run daoyin font --add {seen}, or write it in another way",
            seen=seen,
        )
    return Message("这是看不见的字符，请删去", "it cannot be seen; delete it")
