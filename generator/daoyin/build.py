"""From facts to a site: check, artifacts, host, finish; and the swap by which a whole new site replaces the old."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from daoyin import bundle, site
from daoyin.load.settings import site as publishing
from daoyin.model import Catalogue

_QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material's notice about its own successor is not an editor's concern."""


def build(root: Path, out: Path) -> int:
    """Build the site of `root` into `out` by its `mkdocs.yml`; 0 when a whole new site stands there.

    The host checks the data first (`daoyin.plugin`) and writes beside `out`; only a site that is complete, strict
    and without dead links takes its place. On any fault the old one stays as it was.
    """
    fresh, old = out.with_name(f"{out.name}.new"), out.with_name(f"{out.name}.old")
    if old.exists() and not out.exists():  # an earlier swap was cut off between its two renames
        old.rename(out)
    shutil.rmtree(fresh, ignore_errors=True)
    status = host(root, "build", "--strict", "--quiet", "--site-dir", str(fresh.resolve()))
    if status == 0:
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)
    return status


def host(root: Path, verb: str, *options: str, module: str = "mkdocs") -> int:
    """Run a host (`mkdocs`, or one that reads the same file) in the site's folder, with its output passed through."""
    command = [sys.executable, "-m", module, verb, "--config-file", str(root / "mkdocs.yml"), *options]
    return subprocess.run(command, env=os.environ | _QUIET, check=False).returncode


def pages(catalogue: Catalogue, root: Path, out: Path) -> list[Path]:
    """Write the site as a plain docs tree with a `mkdocs.yml` of its own, which any compatible host builds.

    A file is rewritten only if its bytes changed; a file that is no artifact any more is removed. Returns the pages.
    """
    wanted = dict(_tree(catalogue, root, out))
    for path, content in wanted.items():
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for folder in (out / "docs", out / "theme"):
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_file() and path not in wanted:
                path.unlink()
    return [path for path in wanted if path.suffix == ".md"]


def _tree(catalogue: Catalogue, root: Path, out: Path) -> Iterator[tuple[Path, bytes]]:
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    for artifact in site.artifacts(catalogue, root / ".cache", publishing(settings)):
        content = artifact.content.encode() if isinstance(artifact.content, str) else artifact.content
        yield out / "docs" / artifact.path, content
    theme = bundle.theme()
    for file in sorted(theme.rglob("*")):
        if file.is_file() and file.relative_to(theme).parts[0] != "fonts":
            yield out / "theme" / file.relative_to(theme), file.read_bytes()
    yield out / "mkdocs.yml", _settings(catalogue, settings).encode()


def _settings(catalogue: Catalogue, settings: dict[str, Any]) -> str:
    """The site's own `mkdocs.yml` with the plugin's work written out."""
    menu = site.navigation(catalogue)
    settings |= {"docs_dir": "docs", "site_dir": "site", "plugins": []}
    settings["theme"] |= {"custom_dir": "theme"}
    settings["nav"] = [{entry["title"]: f"{entry['page']}.md"} for entry in menu]
    settings["extra"] = settings.get("extra", {}) | {
        "nav": menu,
        "questionnaires": site.questionnaires(catalogue),
        "data_date": site.data_date(catalogue),
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
