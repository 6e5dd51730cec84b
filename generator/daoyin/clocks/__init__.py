"""Clocks: what starts a limit, on which day it ends, and how far a whole matter can go. Pure functions of the model."""

from daoyin.clocks.calendar import Calendar, arranged
from daoyin.clocks.chain import Link, Used, before, chain, last_day
from daoyin.clocks.clock import Clock, Event, events, remedies, sound
from daoyin.clocks.count import ANALOGY, Due, add, due

__all__ = [
    "ANALOGY", "Calendar", "Clock", "Due", "Event", "Link", "Used", "add", "arranged", "before", "chain", "due",
    "events", "last_day", "remedies", "sound",
]  # fmt: skip
