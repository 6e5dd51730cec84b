"""The MkDocs adapter: artifacts -> files of the MkDocs site. The only module that imports mkdocs."""

import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from daoyin import bundle, site
from daoyin.check import check
from daoyin.finding import Finding
from daoyin.finish import dead_links
from daoyin.load import load, settings
from daoyin.model import Catalogue
from daoyin.typeface import Undrawn
from daoyin.updates import FOLDER

_UNUSED = ("fonts/", "assets/javascripts/", "assets/stylesheets/", "assets/images/", FOLDER)
"""No pages of their own: fonts for measuring and print, Material's scripts and styles, and entries of one page."""


class DaoyinPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Reads and checks the facts before MkDocs touches anything, adds the pages, and checks the links at the end."""

    def __init__(self) -> None:
        self.serving = False
        self.catalogue: Catalogue | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this instance between rebuilds of `mkdocs serve`, and with it the last good catalogue."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check. This runs before MkDocs empties the site folder, so a fault loses nothing."""
        root = Path(config.config_file_path).parent
        config.theme.dirs.insert(0, str(bundle.theme()))
        config.watch += [str(root / "procedures"), str(root / "content")]
        loaded = load(root)
        findings = check(loaded)
        _tell(findings)
        faults = sum(finding.level == "error" for finding in findings)
        if not faults:
            self.catalogue = loaded.catalogue
        elif not self.serving or self.catalogue is None:
            raise Abort(f"有 {faults} 处要改正，网站没有重建，原来的页面保持不变。")
        else:
            print(f"有 {faults} 处要改正，先显示上一次正确的页面。", file=sys.stderr)
        assert self.catalogue is not None, "a catalogue without faults was kept"
        menu = site.navigation(self.catalogue)
        config.nav = [{entry["title"]: f"{entry['page']}.md"} for entry in menu]
        config.extra["nav"] = menu
        config.extra["questionnaires"] = site.questionnaires(self.catalogue)
        config.extra["data_date"] = site.data_date(self.catalogue)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every artifact; a written page is replaced by its finished form."""
        assert self.catalogue is not None, "on_config comes first"
        for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
            files.remove(file)
        cache = Path(config.config_file_path).parent / ".cache"
        try:
            for artifact in site.artifacts(self.catalogue, cache, settings.site(config)):
                if there := files.get_file_from_path(artifact.path):
                    files.remove(there)
                files.append(File.generated(config, artifact.path, content=artifact.content))
        except Undrawn as lacking:  # what no rule sees: the publisher's name in the settings
            raise Abort(f"{lacking}；网站没有重建，原来的页面保持不变。") from None
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Date a page by its data, not by the day of the build: the sitemap then tells what really changed."""
        page.update_date = str(page.meta.get("checked") or config.extra["data_date"])

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Stop with findings when a link of the finished site leads nowhere."""
        dead = dead_links(Path(config.site_dir))
        _tell(dead)
        if dead and not self.serving:
            raise Abort(f"有 {len(dead)} 个链接没有通向任何地方。")


def _tell(findings: list[Finding]) -> None:
    for finding in findings:
        print(finding, file=sys.stderr)
