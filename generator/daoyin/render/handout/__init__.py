"""What is handed out on paper: a leaflet to take home, a booklet of a place, a card for its counter."""

from daoyin.render.handout.booklet import booklet, imposed
from daoyin.render.handout.brief import for_citizens
from daoyin.render.handout.counter import PAPERS as CARDS
from daoyin.render.handout.counter import counter_card
from daoyin.render.handout.leaflet import leaflet

__all__ = ["CARDS", "booklet", "counter_card", "for_citizens", "imposed", "leaflet"]
