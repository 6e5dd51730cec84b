"""What follows when a limit passes without the act: whose duty it was, what the law says then, and the way on."""

from daoyin import duties
from daoyin.model import Catalogue, Document, Limit, Procedure
from daoyin.model.law import LawReference
from daoyin.model.word import Word
from daoyin.steps import target


class Overdue(Word):
    """One limit that may be missed, with everything that its `missed` refers to looked up."""

    procedure: Procedure
    limit: Limit
    start: str
    """What starts its clock, as the step is called: two limits of one name differ by it."""
    duties: tuple[duties.Line, ...]
    """The lines of the responsibility list that the limit was set for."""
    consequences: tuple[LawReference, ...]
    """What articles name for whoever did not act; empty where none does."""
    silence: tuple[str, ...]
    """What the responsibility list says where no article names a consequence."""
    onward: Procedure | None
    """The procedure that one may begin then."""
    letters: tuple[Document, ...]
    """What a citizen writes in that procedure."""
    citizen: bool
    """Whether the way on is a citizen's own; else the limit is one between offices."""

    __hash__ = object.__hash__


def overdue(catalogue: Catalogue, place: str) -> tuple[Overdue, ...]:
    """The limits of a place's own procedures by law that say what follows if missed, in the order of the catalogue."""
    lines = duties.lines(catalogue, place)
    return tuple(
        _overdue(catalogue, procedure, limit, lines)
        for procedure in _procedures(catalogue, place)
        for limit in procedure.limits
        if limit.missed
    )


def _procedures(catalogue: Catalogue, place: str) -> list[Procedure]:
    return [procedure for procedure in catalogue.procedures if procedure.place == place and procedure.basis == "law"]


def _overdue(catalogue: Catalogue, procedure: Procedure, limit: Limit, lines: tuple[duties.Line, ...]) -> Overdue:
    mine = tuple(line for line in lines if line.limit == (procedure, limit))
    consequences = tuple(dict.fromkeys(law for line in mine for law in line.duty.consequence))
    silence = tuple(dict.fromkeys(line.duty.no_consequence for line in mine if line.duty.no_consequence))
    onward = _onward(catalogue, procedure, limit)
    return Overdue(
        procedure=procedure,
        limit=limit,
        start=_start(catalogue, procedure, limit),
        duties=mine,
        consequences=consequences,
        silence=() if consequences else silence,
        onward=onward,
        letters=_letters(catalogue, onward) if onward else (),
        citizen=_citizens_way(catalogue, limit, onward),
    )


def _start(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> str:
    path, _, id = limit.from_.rpartition(":")
    there = (
        catalogue.resolve(procedure.place, procedure.part, path.removeprefix("procedure ")) if path else procedure.id
    )
    node = catalogue.procedure[there].process.node(id) if there else None
    return node.name if node else ""


def _onward(catalogue: Catalogue, procedure: Procedure, limit: Limit) -> Procedure | None:
    there = target(limit.missed.then) if limit.missed and limit.missed.then else None
    found = there and there.kind == "procedure" and catalogue.resolve(procedure.place, procedure.part, there.id)
    return catalogue.procedure[found] if found else None


def _citizens_way(catalogue: Catalogue, limit: Limit, onward: Procedure | None) -> bool:
    """A right is the citizen's, and so is a remedy; a procedure is, where it is entered in a citizen's lane."""
    then = target(limit.missed.then) if limit.missed and limit.missed.then else None
    if limit.may or not then or not onward:
        return bool(limit.may or then)
    node = onward.process.node(then.node) if then.node else next(iter(onward.process.nodes), None)
    return node is not None and _citizen(catalogue, node.lane)


def _letters(catalogue: Catalogue, procedure: Procedure) -> tuple[Document, ...]:
    """The documents that a citizen issues in a procedure."""
    ids = dict.fromkeys(id for node in procedure.process.nodes for id in node.outputs)
    found = (catalogue.document[id] for id in ids if id in catalogue.document)
    return tuple(document for document in found if _citizen(catalogue, document.by))


def _citizen(catalogue: Catalogue, role: str) -> bool:
    found = catalogue.role.get(role)
    return found is not None and found.kind == "citizen"
