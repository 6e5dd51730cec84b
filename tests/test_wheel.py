"""What pip installs is whole: theme, starter and font come along, and a county's first site builds from it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT


@pytest.mark.slow
def test_an_installed_wheel_makes_and_builds_a_site(tmp_path: Path) -> None:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    installed = tmp_path / "installed"
    zipfile.ZipFile(next(tmp_path.glob("daoyin-*.whl"))).extractall(installed)
    assert _files(installed / "daoyin" / "theme") == _files(ROOT / "theme")
    run = {"env": os.environ | {"PYTHONPATH": str(installed)}, "check": True, "capture_output": True, "text": True}
    where = subprocess.run([sys.executable, "-c", "import daoyin; print(daoyin.__file__)"], cwd=tmp_path, **run)
    assert where.stdout.startswith(str(installed)), "the wheel itself is tried, not the checkout"
    told = subprocess.run([sys.executable, "-m", "daoyin", "explain", "unknown-role"], cwd=tmp_path, **run)
    assert "lane: aplicant" in told.stdout, "rules are explained by the documents that break them"
    subprocess.run([sys.executable, "-m", "daoyin", "new", "county"], cwd=tmp_path, **run)
    subprocess.run([sys.executable, "-m", "daoyin", "build"], cwd=tmp_path / "county", **run)
    assert (tmp_path / "county" / "site" / "cn" / "handling" / "information-request.html").is_file()


def _files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
