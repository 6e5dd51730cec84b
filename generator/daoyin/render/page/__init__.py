"""Pages: one function a kind of page, from the catalogue to Markdown with front matter."""

from daoyin.render.page.asks import asks
from daoyin.render.page.clocks import clocks
from daoyin.render.page.comparison import comparison, comparisons
from daoyin.render.page.deadlines import deadlines
from daoyin.render.page.document import document, documents
from daoyin.render.page.gaps import gaps
from daoyin.render.page.guide import guide
from daoyin.render.page.home import home
from daoyin.render.page.law import law, laws
from daoyin.render.page.letters import letters
from daoyin.render.page.lists import duties, duties_by_body, duties_by_step
from daoyin.render.page.missed import missed
from daoyin.render.page.my_path import my_path
from daoyin.render.page.part import part
from daoyin.render.page.place import place, places
from daoyin.render.page.questionnaire import outcome, question, questionnaire, questionnaire_data
from daoyin.render.page.questionnaire_chart import questionnaire_chart
from daoyin.render.page.register import glossary, remedies, sources
from daoyin.render.page.role import role, roles
from daoyin.render.page.tools import tools
from daoyin.render.page.updates import updates
from daoyin.render.page.write import write
from daoyin.render.page.written import written

__all__ = [
    "asks",
    "clocks", "comparison", "comparisons", "deadlines", "document", "documents", "duties", "duties_by_body",
    "duties_by_step", "gaps", "glossary", "guide", "home", "law", "laws", "letters", "missed", "my_path", "outcome",
    "part", "place", "places", "question", "questionnaire", "questionnaire_chart", "questionnaire_data",
    "remedies",
    "role", "roles", "sources", "tools", "updates", "write", "written",
]  # fmt: skip
