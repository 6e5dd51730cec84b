"""One page with every chart case, now and as committed, side by side: `inspect/index.html`.

    python bench/inspector.py [--against REVISION]

What a revision drew is drawn again by that revision's own modules, taken from git into a folder beside the page.
A picture that nobody looked at is not a test.
"""

import argparse
import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "inspect"

DRAWER = """
import sys
from pathlib import Path
from diagram.graphs import read
from daoyin.diagram import draw
from daoyin.diagram.metrics import measured
try:
    from daoyin.diagram.contract import violations
except ImportError:  # a revision from before rules and measures were parted
    from daoyin.diagram.metrics import violations
from daoyin.render.svg import svg
for path in sorted(Path(sys.argv[1]).glob("chart.*/graph.yaml")):
    diagram = draw(read(path))
    m = measured(diagram)
    facts = f"{m.crossings} crossings, {m.bends} bends, {m.length} long, {m.width} × {m.height}"
    faults = "; ".join(violations(diagram))
    name = path.parent.name
    Path(sys.argv[2], name + ".svg").write_text(svg(diagram, standalone=True), encoding="utf-8")
    Path(sys.argv[2], name + ".facts").write_text(facts + (f" · {faults}" if faults else ""), encoding="utf-8")
"""


def drawn(tree: Path, cases: Path, out: Path) -> None:
    """Draw all cases with the modules of a tree."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    path = os.pathsep.join(str(tree / part) for part in ("generator", "tests"))
    command = [sys.executable, "-c", DRAWER, str(cases), str(out)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}, check=False)


def committed(revision: str) -> Path:
    """The files of a revision that draw charts."""
    tree = OUT / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    names = ["generator", "theme/fonts", "tests/diagram"]
    archive = subprocess.run(["git", "archive", revision, *names], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(tree)], input=archive, check=True)
    return tree


def column(folder: Path, name: str, title: str) -> str:
    picture, facts = folder / f"{name}.svg", folder / f"{name}.facts"
    if not picture.exists():
        return f"<div><h3>{title}</h3><p>not drawn</p></div>"
    image = f'<img src="{folder.name}/{name}.svg" alt="">'
    return f"<div><h3>{title}</h3><p>{escape(facts.read_text('utf-8'))}</p>{image}</div>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", default="HEAD", help="the revision to compare with")
    revision = parser.parse_args().against
    cases = ROOT / "tests" / "cases"
    drawn(ROOT, cases, OUT / "now")
    drawn(committed(revision), cases, OUT / "before")
    parts = [
        "<!doctype html><meta charset=utf-8><title>Charts</title><style>body{font-family:sans-serif}"
        "section{display:grid;grid-template-columns:1fr 1fr;gap:1em;border-top:1px solid #999}img{max-width:100%}"
        "h2{grid-column:1/-1}.same{opacity:.6}</style>"
    ]
    for case in sorted(cases.glob("chart.*")):
        name = case.name
        says = (case / "graph.yaml").read_text("utf-8").splitlines()[0].lstrip("# ")
        pair = [OUT / folder / f"{name}.svg" for folder in ("now", "before")]
        same = all(file.exists() for file in pair) and pair[0].read_bytes() == pair[1].read_bytes()
        parts.append(
            f"<section{' class=same' if same else ''}><h2>{name}</h2><p style='grid-column:1/-1'>{escape(says)}"
            f"{' (unchanged)' if same else ''}</p>{column(OUT / 'now', name, 'now')}"
            f"{column(OUT / 'before', name, revision)}</section>"
        )
    (OUT / "index.html").write_text("\n".join(parts), encoding="utf-8")
    print(OUT / "index.html")


if __name__ == "__main__":
    main()
