"""What is typeset once is kept between builds: an edit makes anew only the prints that it changes.

Files are named by the hash of what they say and of all that makes them: this package, the drawing engine, the fonts and
typst itself. So a folder that remembers is only ever a shortcut, and may be thrown away; what an older maker
made is thrown away when something new is remembered.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from daoyin import bundle, diagram


def remembered(folder: Path | None, key: Mapping[str, object], make: Callable[[], bytes]) -> bytes:
    """What `make` makes of `key` (JSON), read from `folder` if it was made before; without a folder it is made."""
    if folder is None:
        return make()
    told = json.dumps(key, ensure_ascii=False, sort_keys=True)
    file = folder / f"{_maker()}-{sha256(told.encode()).hexdigest()[:40]}"
    with contextlib.suppress(OSError):
        return file.read_bytes()
    made = make()
    with contextlib.suppress(OSError):  # a cache that cannot be written is no fault of the build
        folder.mkdir(parents=True, exist_ok=True)
        _forget(folder)
        fresh = folder / f"{file.name}.{os.getpid()}"
        fresh.write_bytes(made)
        fresh.replace(file)
    return made


@cache
def _forget(folder: Path) -> None:
    """Remove, once a run, what another maker made."""
    for file in folder.iterdir():
        if not file.name.startswith(f"{_maker()}-"):
            with contextlib.suppress(OSError):  # another build may have removed it
                file.unlink()


@cache
def _maker() -> str:
    """The beginning of the hash of all that makes prints."""
    digest = sha256(version("typst").encode())
    for file in _files():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    here, engine = Path(__file__).parent, Path(diagram.__file__).parent
    yield from sorted(
        file for folder in (here, engine) for ending in ("py", "typ") for file in folder.rglob(f"*.{ending}")
    )
    yield from sorted((bundle.theme() / "fonts").glob("*.ttf"))
