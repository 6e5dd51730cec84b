"""Posters: the wall guide of a procedure, the overview of the whole road, the responsibility board of a body."""

from daoyin.render.poster.wall import BOUND, NoRoom, Poster, wall_guide

__all__ = ["BOUND", "NoRoom", "Poster", "wall_guide"]
