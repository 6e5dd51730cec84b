"""A road: the whole way of a matter through several procedures, as an overview on a wall tells it."""

from daoyin.model.word import Entry, Id, Keyed, ProcedureName, Some, Text

MOST_STAGES = 15
"""Boxes of an overview that is read from two metres."""


class Stage(Entry):
    """One box of the road: one procedure, or several that are ways to do the same."""

    phase: Text
    """The band that it stands in, such as 受理."""
    procedures: Some[ProcedureName]
    name: Text | None = None
    """Unsaid: the first procedure's."""
    follows: Some[Id] = ()
    """The stages before it on the road. Each must hand over to it in its procedures, whose answers label the way."""


class Road(Entry):
    """The main procedures in the order in which a matter meets them; the first stage is where it begins."""

    name: Text
    says: Text
    stages: Keyed[Stage]
