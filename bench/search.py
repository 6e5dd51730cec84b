"""What search finds and what it costs, beside Material's own search and Pagefind, in one run.

    python bench/search.py [--every N]

First the questions of `tests/search/questions.tsv`, by half: answered by the first result, by one of the first three,
or by none at all; and what is downloaded before the first result, gzipped. `--every N` asks each Nth question. Then
with a thousand and with five thousand local pages around: CPU seconds of indexing, bytes of a first search, and
milliseconds of a query in the system's Chromium with its CPU slowed to a quarter, every file loaded before.
"""

import argparse
import functools
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import peers  # noqa: E402

from daoyin.load import load  # noqa: E402
from daoyin.model import Catalogue  # noqa: E402
from daoyin.search import files  # noqa: E402
from search.asked import Question, questions  # noqa: E402
from search.crowd import crowd  # noqa: E402
from search.laid import laid  # noqa: E402

PAGE = "cn/handling/page.html"
FIRST = "query => daoyinSearch.arrived().then(() => daoyinSearch.ask(query)).then(found => found.total)"
ANSWERS = """async asked => {
  const found = [];
  await daoyinSearch.arrived();
  for (const query of asked) {
    const { results } = await daoyinSearch.ask(query);
    found.push(results.slice(0, 3).map(result => [new URL(result.href, location.href)].flatMap(
      url => [url.pathname, url.pathname + url.hash])));
  }
  return found;
}"""
ASK = """async asked => {
  const spent = [];
  await daoyinSearch.arrived();
  for (const query of asked) {
    const began = performance.now();
    await daoyinSearch.ask(query);
    spent.push(performance.now() - began);
  }
  return spent.sort((a, b) => a - b);
}"""


def first_search(browser: Browser, folder: Path, asked: Sequence[Question]) -> list[int]:
    """Bytes that each question loads on a fresh page, gzipped, ascending: the scripts of search, and of its index."""
    with peers.served(folder) as (address, paths):
        loads = []
        for question in asked:
            page = browser.new_page()
            paths.clear()
            page.goto(f"{address}/{PAGE}")
            page.evaluate(FIRST, question.text)
            loads.append(peers.weight(folder, paths, "assets/search/"))
            page.close()
    return sorted(loads)


def quality(asked: Sequence[Question], found: peers.Found) -> str:
    """First, within three, none: for the tuned half and the half set aside."""
    shares = []
    for held_out in (False, True):
        half = [(one, results) for one, results in zip(asked, found, strict=True) if one.held_out is held_out]
        hits = [[bool(set(one.expected) & set(result)) for result in results[:3]] for one, results in half]
        counts = (sum(hit[:1] == [True] for hit in hits), sum(map(any, hits)), sum(not results for _, results in half))
        shares.append(" / ".join(f"{100 * count / len(half):.1f}" for count in counts))
    return " | ".join(shares)


def compare(browser: Browser, catalogue: Catalogue, root: Path, asked: Sequence[Question]) -> None:
    """The three engines on the same pages and questions."""
    texts = [question.text for question in asked]
    print(f"{len(asked)} questions; first / within three / none, in %\n")
    print("| engine | tuned half | set aside | first search, KB gz |")
    print("|---|---|---|---|")
    ours = root / "ours"
    laid(catalogue, ours)
    with peers.served(ours) as (address, _):
        page = browser.new_page()
        page.goto(f"{address}/{PAGE}")
        found = [peers.plain(results) for results in page.evaluate(ANSWERS, texts)]
    loads = first_search(browser, ours, asked[:: max(1, len(asked) // 60)])
    print(f"| ours | {quality(asked, found)} | {loads[len(loads) // 2] / 1000:.0f} (most {loads[-1] / 1000:.0f}) |")
    folder = peers.build(catalogue, root / "peers")
    for name, ask, parts in (
        ("Material, jieba", peers.material, ("search_index", "workers/search", "lunr", "wordcut", "tinyseg")),
        ("Pagefind extended", peers.pagefind, ("pagefind/",)),
    ):
        with peers.served(folder) as (address, paths):
            page = browser.new_page()
            page.goto(f"{address}/index.html")
            ask(page, texts[:1])
            size = peers.weight(folder, paths, *parts)
            print(f"| {name} | {quality(asked, ask(page, texts))} | {size / 1000:.0f} |")
            page.close()


def cost(browser: Browser, catalogue: Catalogue, root: Path, asked: Sequence[Question], pages: int) -> None:
    """Indexing, first search and query with so many local pages around the real ones."""
    crowded = crowd(catalogue, pages)
    began = time.process_time()
    files(crowded)
    spent = time.process_time() - began
    folder = root / f"crowd-{pages}"
    file = laid(crowded, folder)
    loads = first_search(browser, folder, asked[:: max(1, len(asked) // 200)])
    page = browser.new_page()
    page.goto(file.as_uri())
    texts = [question.text for question in asked]
    page.evaluate(ASK, texts)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    took: list[float] = page.evaluate(ASK, texts)
    page.close()
    late, heavy = took[len(took) * 95 // 100], loads[len(loads) * 95 // 100]
    print(f"\n{pages} local pages around: indexing {spent:.1f} s (to reach at 1,000: 2)")
    print(f"first search: median {loads[len(loads) // 2] / 1000:.0f} KB gz, 95th percentile {heavy / 1000:.0f}")
    print(f"a query, CPU slowed 4x: median {took[len(took) // 2]:.1f} ms, 95th percentile {late:.1f} (to reach: 15)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    told = parser.parse_args()
    catalogue, asked = load(ROOT).catalogue, questions()[:: told.every]
    path = functools.reduce(lambda found, name: found or shutil.which(name), ("chromium", "google-chrome"), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        if not told.alone:
            compare(browser, catalogue, Path(folder), asked)
        for pages in (1_000, 5_000):
            cost(browser, catalogue, Path(folder), asked, pages)
        browser.close()


if __name__ == "__main__":
    main()
