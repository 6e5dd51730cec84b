"""The words of the house. What stands here is read from YAML and never changes afterwards."""

from daoyin.model.asked import Asked
from daoyin.model.catalogue import Catalogue
from daoyin.model.law import Article, Law, LawReference, StatedLimit
from daoyin.model.period import Period
from daoyin.model.place import Body, Duty, DutyList, Figure, Place, Practice
from daoyin.model.procedure import PARTS, Limit, Procedure, Statement
from daoyin.model.process import Branch, Node, Process, SequenceFlow, Target
from daoyin.model.questionnaire import Answer, Outcome, Question, Questionnaire
from daoyin.model.register import Compared, Comparison, Document, Remedy, Role, Source, Synonym, Term
from daoyin.model.road import Road, Stage
from daoyin.model.written import Page

__all__ = [
    "PARTS", "Answer", "Article", "Asked",
    "Body", "Branch", "Catalogue", "Compared", "Comparison", "Document", "Duty", "DutyList",
    "Figure", "Law", "LawReference", "Limit", "Node", "Outcome", "Page", "Period", "Place", "Practice", "Procedure",
    "Process", "Question", "Questionnaire",
    "Remedy", "Road", "Role", "SequenceFlow", "Source", "Stage", "StatedLimit", "Statement", "Synonym", "Target",
    "Term",
]  # fmt: skip
