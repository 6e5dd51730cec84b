"""What search costs with a thousand local pages around the national ones: indexing, and a query on a slow phone.

    python bench/search.py

Indexing is in CPU seconds of this process. Queries run in the system's Chromium with its CPU slowed to a quarter, every
file that they need loaded before.
"""

import functools
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from daoyin import bundle  # noqa: E402
from daoyin.load import load  # noqa: E402
from daoyin.search import files  # noqa: E402
from search.asked import questions  # noqa: E402
from search.crowd import PAGES, crowd  # noqa: E402

PAGE = '<meta charset="utf-8"><script defer src="assets/search.js" data-base="."></script>'
ASK = """async asked => {
  const spent = [];
  for (const query of asked) {
    const began = performance.now();
    await daoyinSearch.ask(query);
    spent.push(performance.now() - began);
  }
  return spent.sort((a, b) => a - b);
}"""


def queries(scripts: dict[str, str]) -> list[float]:
    """Milliseconds of each question, ascending."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        for name, text in scripts.items():
            (root / "assets" / "search" / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "assets" / "search" / name).write_text(text, encoding="utf-8")
        shutil.copy(bundle.theme() / "assets" / "search.js", root / "assets")
        (root / "page.html").write_text(PAGE, encoding="utf-8")
        path = functools.reduce(lambda found, name: found or shutil.which(name), ("chromium", "google-chrome"), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((root / "page.html").as_uri())
        asked = [question.text for question in questions()]
        page.evaluate(ASK, asked)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        spent: list[float] = page.evaluate(ASK, asked)
        browser.close()
        return spent


def main() -> None:
    crowded = crowd(load(ROOT).catalogue)
    began = time.process_time()
    scripts = dict(files(crowded))
    print(f"indexing {PAGES} local pages and the real ones: {time.process_time() - began:.2f} s (to reach: 2)")
    spent = queries(scripts)
    late = spent[len(spent) * 95 // 100]
    print(
        f"a query, CPU slowed 4x: median {spent[len(spent) // 2]:.1f} ms, 95th percentile {late:.1f} ms (to reach: 15)"
    )


if __name__ == "__main__":
    main()
