"""`test`: the linters, then every test. pytest speaks last, so that its closing line ends the output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OTHER_SYSTEMS = {"Windows": "win32", "macOS": "darwin"}


def _on(platform: str) -> tuple[str, ...]:
    """What finds a call that a system lacks. A cache of its own, since one is not of use to another system."""
    return ("mypy", "--platform", platform, "--cache-dir", f".mypy_cache/{platform}", "plugins/showcase", "tasks.py")


# (what the person reads, the module and its arguments). Fast ones first.
LINTERS = (
    ("ruff: gaya dan kekeliruan umum", ("ruff", "check", "--quiet", ".")),
    ("mypy: tipe", ("mypy",)),
    *((f"mypy: {name} punya semua yang dipanggil", _on(platform)) for name, platform in OTHER_SYSTEMS.items()),
)
PYTEST_GOOD = 0


def run(root: Path, *, long: bool) -> int:
    """Run everything even after a failure, so that one run shows all; 0 when all of it is good.

    long: also the tests marked `long`, and what is skipped is not proven: it fails the run.
    """
    failed = [title for title, arguments in LINTERS if not passes(title, arguments, root)]
    marks = ("--prove-all",) if long else ("-m", "not long")
    if failed:
        print("Linter menemukan kekeliruan di atas; uji tetap dijalankan.", flush=True)
    print("pytest: semua uji" + (", termasuk yang lama" if long else ""), flush=True)
    # Two workers: most tests wait for Chromium or for an encoder, and more only crowd a small machine.
    code = module(("pytest", "-n", "2", "--dist", "loadfile", *marks), root)
    return 1 if failed or code != PYTEST_GOOD else 0


def passes(title: str, arguments: tuple[str, ...], root: Path) -> bool:
    """Whether one linter finds nothing."""
    print(title, flush=True)
    return module(arguments, root) == 0


def module(arguments: tuple[str, ...], root: Path) -> int:
    """Exit code of `python -m arguments` in the project's folder."""
    return subprocess.run([sys.executable, "-m", *arguments], cwd=root, check=False).returncode
