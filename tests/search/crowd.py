"""The real catalogue with a thousand local pages around the national ones."""

from daoyin.model import Catalogue, Place, Procedure
from daoyin.model.word import Word

PAGES = 1000


def renamed(text: str, number: int) -> str:
    """Local wording differs a little from page to page, as real pages do."""
    return f"{text}（第{number}种做法）" if number % 3 else text


def crowd(catalogue: Catalogue, pages: int = PAGES) -> Catalogue:
    """The catalogue with so many local procedures in places without a name of their own."""
    models = [procedure for procedure in catalogue.procedures if procedure.place == "cn"]
    counties = pages // len(models) + 1
    places, procedures = [], []
    for county in range(counties):
        id = f"cn/somewhere/county-{county}"
        places.append(
            Place(id=id, name=f"某某{county}县", level="county", summary="某县的做法。", checked="2026-01-01")
        )
        procedures += [local(model, id, county) for model in models]
    return changed(
        catalogue, procedures=(*catalogue.procedures, *procedures[:pages]), places=(*catalogue.places, *places)
    )


def local(model: Procedure, place: str, number: int) -> Procedure:
    id = f"{place}/{model.part}/{model.id.rsplit('/', 1)[1]}"
    name, summary = renamed(model.name, number), renamed(model.summary, number * 7)
    return changed(model, id=id, name=name, summary=summary)


def changed(word: Word, **fields: object):
    """A copy without what the original has looked up already."""
    return type(word).model_construct(**{name: getattr(word, name) for name in type(word).model_fields} | fields)
