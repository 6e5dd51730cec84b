"""What all tests share: where things lie, the real data, the really built site, and a browser."""

import functools
import os
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from daoyin.load import Loaded, load

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files; read the diff before commit")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The real data."""
    return load(ROOT)


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A small sound site of its own, to be damaged."""
    folder = tmp_path / "starter"
    shutil.copytree(ROOT / "generator" / "daoyin" / "starter", folder)
    return folder


def daoyin(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "daoyin", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by the real command."""
    out = tmp_path_factory.mktemp("built") / "site"
    run = daoyin("build", "--out", out)
    assert run.returncode == 0, run.stderr
    return out


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of the built site, served on this machine only."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def chromium() -> str | None:
    """The system's Chromium, under any of its names."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium, closed at the end."""
    path = chromium()
    if path is None:
        pytest.fail("no Chromium: run tests/chromium.sh")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()
