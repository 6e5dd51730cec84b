"""How the time of a build grows, and what each stage takes beside a plain MkDocs build of the same pages.

    python bench/build.py [--sizes 250 1000]

The site is the real one, grown: counties are added that each hold copies of the national procedures under other names.
All times are CPU seconds (user and system) of this run on this machine; only their ratios mean anything elsewhere.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from daoyin import build, search, site
from daoyin.check import check
from daoyin.load import load, settings
from daoyin.model.procedure import PARTS

ROOT = Path(__file__).parents[1]
PER_PLACE = 25


def grow(root: Path, size: int) -> None:
    """A site in `root` with `size` procedures: the real one and as many county copies as are needed."""
    for name in ("procedures", "content"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    real = sorted((root / "procedures").rglob("*.yaml"))
    real = [file for file in real if file.parent.name in PARTS]
    national = [file for file in real if file.parent.parent.name == "cn"]
    for number in range(size - len(real)):
        county, model = number // PER_PLACE, national[number % len(national)]
        place = root / "procedures" / "cn" / f"group-{county // 25:02}" / f"county-{county:03}"
        folder = place / model.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        if not (place / "index.yaml").exists():
            head = {
                "name": f"第{county}县",
                "level": "county",
                "summary": f"第{county}个县的办法。",
                "checked": "2026-11-22",
            }
            (place / "index.yaml").write_text(yaml.safe_dump(head, allow_unicode=True), "utf-8")
        text = model.read_text("utf-8").replace("\nname: ", f"\nname: 第{county}县", 1)
        (folder / model.name).write_text(text, "utf-8")


def cpu(command: list[str], cwd: Path) -> float:
    """CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stages(root: Path) -> dict[str, float]:
    """CPU seconds of our own stages, charts' placements warm as between two builds."""
    times: dict[str, float] = {}

    def lap(name: str, since: float) -> float:
        now = time.process_time()
        times[name] = now - since
        return now

    start = time.process_time()
    loaded = load(root)
    start = lap("load", start)
    faults = [finding for finding in check(loaded) if finding.level == "error"]
    assert not faults, faults[:3]
    start = lap("check", start)
    search.files(loaded.catalogue)
    start = lap("search index", start)
    of = settings.site(yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")))  # a print bears its publisher
    for _ in site.artifacts(loaded.catalogue, root / ".cache", of):
        pass
    lap("render, index included", start)
    times["ours"] = times["load"] + times["check"] + times["render, index included"]
    return times


def measure(size: int) -> dict[str, float]:
    """Every figure of one size."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        grow(root, size)
        cold = time.process_time()
        build.pages(load(root).catalogue, root, root / "build")
        figures = {"first build of all charts and pages": time.process_time() - cold}
        # each stage in a process of its own, so that no remembered value flatters it
        code = f"import sys; sys.path.insert(0, {str(ROOT / 'bench')!r}); import build, json; from pathlib import Path;"
        code += f"print(json.dumps(build.stages(Path({str(root)!r}))))"
        told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
        figures |= yaml.safe_load(told)
        one = sorted((root / "procedures" / "cn").rglob("handling/review.yaml"))[-1]
        figures["`daoyin check` of one file"] = cpu([sys.executable, "-m", "daoyin", "check", str(one)], root)
        host = [sys.executable, "-m", "mkdocs", "build", "-q"]
        figures["host, our theme"] = cpu([*host, "-f", "build/mkdocs.yml"], root)
        plain = yaml.safe_load((root / "build" / "mkdocs.yml").read_text("utf-8"))
        plain["theme"] = {"name": "material", "font": False, "language": "zh"}
        plain |= {"nav": [{"首页": "index.md"}], "site_dir": "plain"}
        (root / "build" / "plain.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), "utf-8")
        figures["host, plain Material, minimal nav, no search"] = cpu([*host, "-f", "build/plain.yml"], root)
        figures["whole `daoyin build`, warm"] = cpu([sys.executable, "-m", "daoyin", "build"], root)
        pages = list((root / "site").rglob("*.html"))
        figures["pages"] = len(pages)
        figures["largest guide, KB"] = max(file.stat().st_size for file in pages if file.parent.name in PARTS) / 1024
    return figures


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[250, 1000])
    sizes = options.parse_args().sizes
    found = {size: measure(size) for size in sizes}
    print(f"| CPU seconds | {' | '.join(f'{size} procedures' for size in sizes)} | ratio |")
    print("|---|" + "---:|" * (len(sizes) + 1))
    for name in found[sizes[0]]:
        cells = [found[size][name] for size in sizes]
        print(f"| {name} | {' | '.join(f'{cell:.2f}' for cell in cells)} | {cells[-1] / max(cells[0], 1e-9):.2f} |")
    last = found[sizes[-1]]
    plain = last["host, plain Material, minimal nav, no search"]
    print(f"\nhost with our theme : plain host = {last['host, our theme'] / plain:.2f} (to reach: ≤ 1.3)")
    print(f"our stages : host = {last['ours'] / last['host, our theme']:.2f} (to reach: ≤ 1)")


if __name__ == "__main__":
    main()
