"""The characters that a site adds to the one font."""

from daoyin.model.word import Word


class Typeface(Word):
    """A site's own fonts. `folder` is where they lie ("": it has none), `characters` what they draw."""

    folder: str = ""
    characters: str = ""
