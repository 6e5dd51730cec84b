"""Questions as people put them: examples that search learns from."""

from pydantic import Field

from daoyin.model.word import Id, Some, Text, Word


class Asked(Word):
    """A line of a file of `procedures/asked/`: a question, and where it is answered. For search alone."""

    theme: Id
    """The file that holds it."""
    question: Text
    to: Some[Text] = Field(min_length=1)
    """Addresses of what answers, the best first: `cn/handling/review`, `remedies#legal-aid`."""
