"""The kinds of damage. A docstring says which rules must answer, and when a mutant is equivalent and why."""

from damage import flow, law, limits, overlay, questionnaire, reference, responsibility, shape, words
from damage.document import KINDS, Document, Mutant

__all__ = [
    "KINDS",
    "Document",
    "Mutant",
    "flow",
    "law",
    "limits",
    "overlay",
    "questionnaire",
    "reference",
    "responsibility",
    "shape",
    "words",
]
