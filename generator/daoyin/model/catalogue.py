"""The waist of the hourglass: everything that was read, frozen, and how to look it up."""

from datetime import date
from functools import cached_property

from daoyin.model.asked import Asked
from daoyin.model.law import Article, Law, LawReference
from daoyin.model.place import Duty, Place
from daoyin.model.procedure import Procedure
from daoyin.model.questionnaire import Questionnaire
from daoyin.model.register import Comparison, Document, Remedy, Role, Source, Synonym, Term
from daoyin.model.road import Road
from daoyin.model.typeface import Typeface
from daoyin.model.word import Word
from daoyin.model.written import Page


class Catalogue(Word):
    """All facts of a site. Tuples keep the order of files (by path) and of entries (as written)."""

    laws: tuple[Law, ...] = ()
    sources: tuple[Source, ...] = ()
    roles: tuple[Role, ...] = ()
    documents: tuple[Document, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    glossary: tuple[Term, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    asked: tuple[Asked, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    roads: tuple[Road, ...] = ()
    places: tuple[Place, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    duties: tuple[tuple[str, tuple[Duty, ...]], ...] = ()
    """Responsibility lists by place."""
    duties_checked: tuple[tuple[str, date], ...] = ()
    """When each of them was last held against its sources."""
    pages: tuple[Page, ...] = ()
    typeface: Typeface = Typeface()
    """What the site adds to the one font, for charts and prints."""
    unread: frozenset[str] = frozenset()
    """Ids of files that could not be read: what refers to them is not blamed."""

    __hash__ = object.__hash__

    @cached_property
    def law(self) -> dict[str, Law]:
        """Instruments by id."""
        return {law.id: law for law in self.laws}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Reports by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def role(self) -> dict[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def remedy(self) -> dict[str, Remedy]:
        """Remedies by id."""
        return {remedy.id: remedy for remedy in self.remedies}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Terms of the glossary by id."""
        return {term.id: term for term in self.glossary}

    @cached_property
    def place(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def procedure(self) -> dict[str, Procedure]:
        """Procedures by id."""
        return {procedure.id: procedure for procedure in self.procedures}

    @property
    def country(self) -> str:
        """The place that holds all others; its procedures are those of the whole country."""
        return next((place.id for place in self.places if place.above is None), "cn")

    def article(self, reference: LawReference) -> Article | None:
        """The article that a reference names, if the law file has it."""
        law = self.law.get(reference.law)
        return law.article.get(str(reference.article)) if law else None

    def resolve(self, place: str, part: str, written: str) -> str | None:
        """The id of the procedure that `part/name` (or `name`, in the same part) means, seen from a place.

        The place's own procedure comes before that of the place above it, so hand-overs stay local where
        a local procedure exists. A full id is taken as it stands.
        """
        if written in self.procedure:
            return written
        path = written if "/" in written else f"{part}/{written}"
        seen: str | None = place
        while seen:
            if f"{seen}/{path}" in self.procedure:
                return f"{seen}/{path}"
            seen = seen.rsplit("/", 1)[0] if "/" in seen else None
        return None

    def below(self, place: str) -> tuple[Place, ...]:
        """The places directly below a place. A folder without `index.yaml` is passed through."""
        inside = [other for other in self.places if other.id.startswith(f"{place}/")]
        return tuple(
            other
            for other in inside
            if not any(between is not other and other.id.startswith(f"{between.id}/") for between in inside)
        )
