"""The next build of `serve` waits with its libraries loaded, and never with old ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from showcase.devserver import warm_worker
from showcase.devserver.warm_worker import BuildWorkers

TASKS = """
import os, sys
from invoke import task

@task
def build(c):
    print("jadi", "LAMBAT" in os.environ, "pelican" in sys.modules, os.getpid())
    sys.exit(1 if "GAGAL" in os.environ else 0)
"""
PATIENCE = 120  # seconds at most


@pytest.fixture
def builds(tmp_path: Path) -> Iterator[BuildWorkers]:
    (tmp_path / "tasks.py").write_text(TASKS, encoding="utf-8")
    with closing(BuildWorkers(tmp_path, tmp_path)) as builds:
        yield builds


def carried_out(builds: BuildWorkers, *settings: str) -> tuple[str, subprocess.Popen[str]]:
    with builds.one(*settings) as process:
        output, _ = process.communicate(timeout=PATIENCE)
    return output, process


@pytest.mark.parametrize("ready", [True, False], ids=["waiting", "not waiting"])
def test_a_build_has_its_libraries_and_its_settings(builds: BuildWorkers, ready: bool) -> None:
    if ready:
        builds.prepare()
    output, process = carried_out(builds, "LAMBAT")
    assert output == f"jadi True True {process.pid}\n"
    assert carried_out(builds)[0].startswith("jadi False True")


def test_the_exit_code_is_the_command_s(builds: BuildWorkers) -> None:
    assert carried_out(builds)[1].returncode == 0
    assert carried_out(builds, "GAGAL")[1].returncode == 1


def test_the_build_that_waited_is_the_one_that_works(builds: BuildWorkers) -> None:
    builds.prepare()
    waiting = builds._waiting
    assert carried_out(builds)[1] is waiting


@pytest.mark.parametrize("end", ["edited", "killed"])
def test_one_that_is_of_no_use_any_more_is_replaced(builds: BuildWorkers, end: str, monkeypatch) -> None:
    """Its code was edited since, or the system was short of memory."""
    builds.prepare()
    waiting = builds._waiting
    if end == "edited":
        monkeypatch.setattr(warm_worker, "program_digest", lambda: b"other code")
    else:
        waiting.kill()
        waiting.wait(PATIENCE)
    output, process = carried_out(builds)
    assert output.startswith("jadi")
    assert process is not waiting
    assert waiting.wait(PATIENCE) < 0, "nothing is left behind"


def test_closing_ends_the_one_that_waits(builds: BuildWorkers) -> None:
    builds.prepare()
    waiting = builds._waiting
    builds.close()
    assert waiting.poll() is not None


def test_libraries_that_cannot_be_loaded_are_told(builds: BuildWorkers, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "pelican.py").write_text("raise ImportError('pelican rusak')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lain"))
    builds.prepare()
    output, process = carried_out(builds)
    assert process.returncode == 1
    assert output.rstrip().endswith("ImportError: pelican rusak")


@pytest.mark.linux
def test_it_does_not_outlive_a_serve_that_is_killed(builds: BuildWorkers, tmp_path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from showcase.devserver.warm_worker import BuildWorkers\n"
    code += "builds = BuildWorkers(Path(sys.argv[1]), Path(sys.argv[1])); builds.prepare()\n"
    code += "print(builds._waiting.pid, flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(warm_worker.PLUGINS)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as serve:
        waiting = int(serve.stdout.readline())
        serve.kill()
    end = time.monotonic() + PATIENCE
    while is_running(waiting) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(waiting)


@pytest.mark.posix
def test_a_build_that_is_stopped_ends_in_order_or_at_once(builds: BuildWorkers, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(warm_worker, "STOP_TIMEOUT", 0.2)
    deaf = "import signal, time\nfrom pathlib import Path\nfrom invoke import task\n\n@task\ndef build(c):\n"
    deaf += "    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    Path('mulai').touch()\n    time.sleep(60)\n"
    (tmp_path / "tasks.py").write_text(deaf, encoding="utf-8")
    found: list[subprocess.Popen[str]] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(builds, tmp_path / "mulai", found)
    assert found[0].wait(PATIENCE) == -signal.SIGKILL


def interrupted(builds: BuildWorkers, begun: Path, found: list[subprocess.Popen[str]]) -> None:
    """Ctrl-C, once a build has begun."""
    with builds.one() as process:
        found.append(process)
        while not begun.exists():
            time.sleep(0.02)
        raise KeyboardInterrupt


def is_running(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be counted out."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
