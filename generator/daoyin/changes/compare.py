"""Two words of the model -> what differs between them, field by field and entry by entry."""

from collections.abc import Iterator, Sequence
from typing import Any

from daoyin import citation
from daoyin.changes.change import Change, File
from daoyin.changes.label import ITSELF, KINDS, field
from daoyin.changes.side import Side, said, title
from daoyin.model import Article, Duty, LawReference, Limit, Node, Procedure
from daoyin.model.process import KINDS as NODE_KINDS
from daoyin.model.word import Entry, Word


def file(told: File, old: Word | None, new: Word | None) -> Iterator[Change]:
    """A file that holds one word: new, gone, or changed within."""
    if old and new:
        yield from within(told, "", "", old, new)
    else:
        yield from _whole(told, "", old, new)


def entries(
    told: File, label: str, old: Sequence[Word], new: Sequence[Word], what: str = "", law: str = ""
) -> Iterator[Change]:
    """Entries by id, other words by what tells them apart: what is new, gone, changed within, or in another order.

    `label` is the word of the field that holds them, `what` and `law` tell of what they are a part.
    """
    was, now = _keyed(told.before, old), _keyed(told.after, new)
    for before, after in _renamed(was, now):
        yield told.change(join(join(what, title(told.after, now[after])), "名字（id，也是网址）"), before, after, law)
        was = {after if key == before else key: word for key, word in was.items()}
    gone, come = [key for key in was if key not in now], [key for key in now if key not in was]
    anew = come if len(gone) == len(come) == 1 and not isinstance(was[gone[0]], Entry) else []
    if anew:  # one sentence in other words
        was = {come[0] if key == gone[0] else key: word for key, word in was.items()}
    for key in (*now, *(key for key in was if key not in now)):
        one = now.get(key) or was[key]
        name = join(
            what, label if key in anew else f"{'' if isinstance(one, ITSELF) else label}{title(told.after, one)}"
        )
        if key in was and key in now:
            yield from within(told, name, law, was[key], one)
        else:
            yield from _whole(told, name, was.get(key), now.get(key), law)
    if [key for key in was if key in now] != [key for key in now if key in was]:
        yield told.change(join(what, f"{label}的次序"))


def _renamed(was: dict[str, Word], now: dict[str, Word]) -> list[tuple[str, str]]:
    """Old and new id of entries that are the same but for their ids; an article is its number, and never renamed."""
    gone, come = (
        {
            key: word
            for key, word in one.items()
            if key not in other and isinstance(word, Entry) and not isinstance(word, Article)
        }
        for one, other in ((was, now), (now, was))
    )
    same = {
        key: [old for old, word in gone.items() if word.model_copy(update={"id": key}) == come[key]] for key in come
    }
    return [(old[0], key) for key, old in same.items() if len(old) == 1]


def within(told: File, what: str, law: str, old: Word, new: Word) -> Iterator[Change]:
    """The fields of a word that differ."""
    rests = cited(told.after, new) or law
    if isinstance(old, Node) and isinstance(new, Node) and old.kind != new.kind:
        yield told.change(join(what, "种类"), KINDS[old.kind], KINDS[new.kind], rests)
    if isinstance(old, Node) and isinstance(new, Node) and old.name != new.name:
        yield told.change(join(what, "名称"), old.name, new.name, rests)
    apart = {Node: (*NODE_KINDS, "next"), Procedure: ("process", "removed")}.get(type(new), ())
    for name in type(new).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and name != "id" and name not in apart:
            basis = "" if name in ("law", "sources", "checked") else rests
            yield from _field(told, what, basis, type(new), name, was, now)


def _field(told: File, what: str, law: str, word: type[Word], name: str, was: Any, now: Any) -> Iterator[Change]:
    label = field(word, name)
    first = next(iter(now or was)) if isinstance(now or was, tuple) else None
    if isinstance(first, Word):
        yield from entries(told, label, was, now, what, law)
    elif isinstance(first, tuple):
        yield from _table(told, what, label, law, dict(was), dict(now))
    elif first is not None:
        old, new = _apart(
            [said(told.before, word, name, value) for value in was],
            was,
            [said(told.after, word, name, value) for value in now],
            now,
        )
        gone, come = ("、".join(text for text in one if text not in other) for one, other in ((old, new), (new, old)))
        yield told.change(join(what, label if gone or come else f"{label}的次序"), gone, come, law)
    elif isinstance(was, Word) and isinstance(now, Word):
        yield from within(told, join(what, label), law, was, now)
    else:
        before = "" if was is None else said(told.before, word, name, was)
        after = "" if now is None else said(told.after, word, name, now)
        [before], [after] = _apart([before], [was], [after], [now])
        yield told.change(join(what, label), before, after, law)


def _apart(old: list[str], was: Sequence[Any], new: list[str], now: Sequence[Any]) -> tuple[list[str], list[str]]:
    """Values as a reader says them; where that tells none apart (a step under another id), as the files write them."""
    return ([str(value) for value in was], [str(value) for value in now]) if old == new else (old, new)


def _table(told: File, what: str, label: str, law: str, was: dict[str, str], now: dict[str, str]) -> Iterator[Change]:
    """Texts under keys of their own: units of an article (`1.3`: 第1款第3项), or its duties."""
    for key in dict.fromkeys((*now, *was)):
        if was.get(key) != now.get(key):
            name = (
                f"{label} {key}"
                if label
                else "".join(f"第{n}{of}" for n, of in zip(key.split("."), "款项", strict=False))
            )
            yield told.change(join(what, name), was.get(key, ""), now.get(key, ""), law)


def _whole(told: File, what: str, old: Word | None, new: Word | None, law: str = "") -> Iterator[Change]:
    """A word that is new, or gone."""
    side, word = (told.after, new) if new else (told.before, old)
    assert word, "one of the two is there"
    yield told.entry(
        "added" if new else "removed", what or title(side, word), _about(side, word), cited(side, word) or law
    )


def _keyed(side: Side, words: Sequence[Word]) -> dict[str, Word]:
    """Words by what tells them apart; the nth of several alike by n."""
    found: dict[str, Word] = {}
    for word in words:
        key = word.id if isinstance(word, Entry) else title(side, word)
        while key in found:
            key += "+"
        found[key] = word
    return found


def _about(side: Side, word: Word) -> str:
    """The one thing to know of an entry that is new or gone."""
    if isinstance(word, Limit):
        return str(word.within or "") or f"由{said(side, Limit, 'set_by', word.set_by)}定"
    if isinstance(word, (Node, Duty)):
        name = "lane" if isinstance(word, Node) else "holder"
        return said(side, type(word), name, getattr(word, name))
    if isinstance(word, Procedure):
        return f"{len(word.process.nodes)} 步，{len(word.limits)} 个期限"
    return ""


def cited(side: Side, word: Word) -> str:
    """What a part rests on, with a warning where that is not known to hold; an article says itself where it stands."""
    if isinstance(word, (Article, Procedure)):
        return ""
    return "、".join(_cited(side, unit) for unit in getattr(word, "law", ()) or ())


def _cited(side: Side, unit: LawReference) -> str:
    note = citation.note(side.catalogue, unit)
    return citation.short(side.catalogue, unit) + (f"·{note}" if note else "")


def join(what: str, label: str) -> str:
    """`期限“…”` and `延长` -> `期限“…” · 延长`."""
    return f"{what} · {label}" if what and label else what or label
