"""What every test may use: the project's folder, and a browser that never leaves this machine."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.support.browser_sites import sites  # noqa: F401 (a fixture)
from tests.support.region import CONTENT

from showcase.settings import OWN_CONTENT

# How long an example takes is a benchmark's matter: a busy machine must not turn a law red.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

os.environ[OWN_CONTENT] = str(CONTENT)  # here, so that the programs that tests start have it too
# Commands say less in the log of a workflow; a test that means one sets this itself.
os.environ.pop("GITHUB_ACTIONS", None)

# Under nohup, and in some CI, Ctrl-C is ignored, and so it would be by every program that a test starts and stops.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Path of an installed Chromium, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder; read it, do not write into it."""
    return PROJECT


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A running headless Chromium (a Playwright Browser)."""
    executable = find_chromium()
    if executable is None:
        pytest.skip("Chromium tidak ada")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        # Root in a container has no sandbox to drop into; the quiet flags keep it from looking for its maker's hosts.
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        quiet += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]  # no other host exists
        browser = playwright.chromium.launch(executable_path=executable, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium) -> Iterator[object]:
    """A fresh page; afterwards, any request to another host fails the test."""
    context = chromium.new_context(locale="id-ID")
    foreign: list[str] = []

    def guard(route) -> None:
        host = route.request.url.split("/")[2].split(":")[0] if "//" in route.request.url else "localhost"
        if host in ("localhost", "127.0.0.1"):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    yield context.new_page()
    context.close()
    assert not foreign, f"requests to other hosts: {foreign}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot be shown on this computer."""
    lacking = {
        "browser": "Chromium tidak ada" if find_chromium() is None else "",
        "posix": "Windows" if os.name == "nt" else "",
        "linux": "bukan Linux" if sys.platform != "linux" else "",
    }
    for item in items:
        for name, reason in lacking.items():
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_addoption(parser: pytest.Parser) -> None:
    """For `tasks.py test --all`."""
    parser.addoption("--prove-all", action="store_true", help="a test that is skipped fails the run")


def left_out(reporter: pytest.TerminalReporter) -> Counter[str]:
    """How many tests were skipped, by their file and the reason."""
    return Counter(
        f"{report.nodeid.partition('::')[0]}: {report.longrepr[2]}" for report in reporter.getreports("skipped")
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """What was skipped is not proven."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and session.config.getoption("prove_all") and exitstatus == pytest.ExitCode.OK and left_out(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what was not proven, and when no browser was there."""
    if skipped := left_out(terminalreporter):
        terminalreporter.write_line(f"BELUM TERBUKTI: {skipped.total()} uji dilewati.")
        for why, count in sorted(skipped.items()):
            terminalreporter.write_line(f"  {count} {why}")
    if find_chromium() is None:
        terminalreporter.write_line(
            "PERHATIAN: Chromium tidak ada, maka semua uji peramban dilewati. "
            "Di Debian: sudo apt install chromium. Tempat lain: isi CHROMIUM dengan letak programnya."
        )
