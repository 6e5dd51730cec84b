"""Search: what can be found, the index over it, and the script files that carry it to the browser.

No server, no fetch, no worker: the files are classic scripts that call back, so that search works from a folder too.
"""

from daoyin.search.entries import entries
from daoyin.search.entry import Entry
from daoyin.search.scripts import files

__all__ = ["Entry", "entries", "files"]
