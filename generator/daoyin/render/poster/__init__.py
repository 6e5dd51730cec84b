"""Posters: the wall guide of a procedure, the overview of the whole road, the responsibility board of a body."""

from daoyin.render.poster.board import board, held, lister
from daoyin.render.poster.overview import overview
from daoyin.render.poster.setting import BOUND, Poster, hung
from daoyin.render.poster.wall import wall_guide

__all__ = ["BOUND", "Poster", "board", "held", "hung", "lister", "overview", "wall_guide"]
