"""What the units of law that a limit cites state for it: the numbers against which it is held."""

from collections.abc import Iterator

from daoyin.check.overlay import changed, taken_over
from daoyin.model import Catalogue, Law, Limit, Procedure, StatedLimit
from daoyin.model.law import LawReference

Stated = tuple[LawReference, StatedLimit]
"""A unit, and a period that it states."""


def lawful(catalogue: Catalogue) -> Iterator[tuple[Procedure, Limit, list[Stated]]]:
    """Each limit that rests on law, with the periods that the cited units state.

    What a local limit takes over was held against the law above; what it cites with the one that it changes says
    nothing for the change.
    """
    for procedure in catalogue.procedures:
        if procedure.basis != "law":
            continue
        for limit in procedure.limits:
            if taken_over(catalogue, procedure, limit):
                continue
            was = changed(catalogue, procedure, limit)
            own = [cited for cited in limit.law if was is None or cited not in was.law]
            laws = [(cited, law) for cited in own if (law := catalogue.law.get(cited.law))]
            if laws and all(_there(law, cited) for cited, law in laws):
                yield procedure, limit, _stated(laws)


def _there(law: Law, cited: LawReference) -> bool:
    """Whether a cited unit exists; one that does not is told by unknown-law."""
    article = law.article.get(str(cited.article))
    return not cited.article or (article is not None and article.has(cited.paragraph, cited.item))


def _stated(laws: list[tuple[LawReference, Law]]) -> list[Stated]:
    found = {
        (reference, number): (reference, said)
        for cited, law in laws
        for number, (reference, said) in enumerate(law.limits)
        if cited.within(reference) or reference.within(cited)
    }
    return list(found.values())


def same(limit: Limit, stated: list[Stated]) -> StatedLimit | None:
    """What the law states for the same act."""
    return next((said for _, said in stated if said.act == limit.act), None)


def excluded(unit: LawReference, said: StatedLimit) -> Iterator[tuple[str, LawReference]]:
    """What does not count in a stated period, and the unit that says so."""
    for key, what in said.excludes:
        numbers = [int(number) for number in key.split(".") if number.isdigit()]
        yield what, LawReference(unit.law, unit.article, *numbers[:2])
