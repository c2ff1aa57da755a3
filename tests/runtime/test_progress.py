"""How far a build is: a bar that leaves nothing behind in a terminal, a quiet line now and then elsewhere."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.sites import write_profile

from showcase.runtime import progress
from showcase.runtime.progress import Progress, bar, progress_on, report_progress


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """The time, as its only element."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return now


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "░░░░"), (0.5, "██░░"), (1, "████"), (1 / 32, "▏░░░"), (0.999, "████"), (7, "████"), (-1, "░░░░")],
)
def test_a_bar_is_filled_by_eighths(share: float, drawn: str):
    assert bar(share, 4) == drawn


def test_a_terminal_shows_one_line_and_clears_it(clock):
    stream = Terminal()
    with progress_on(stream):
        report_progress("halaman", 1, 10)
        assert stream.getvalue() == "", "a quick build shows nothing"
        clock[0] += 1
        report_progress("halaman", 10, 10)
        clock[0] += 1
        report_progress("gambar", 30, 400)
    text = stream.getvalue()
    assert "\n" not in text
    assert "Halaman 10 dari 10 · Gambar 30 dari 400" in text
    assert text.endswith(progress.CLEAR)


def test_it_does_not_flicker(clock):
    stream = Terminal()
    with progress_on(stream):
        clock[0] += 1
        for done in range(1000):
            report_progress("gambar", done, 1000)
            clock[0] += 0.001
    assert 8 <= stream.getvalue().count("Gambar") <= 12


@pytest.mark.parametrize("columns", [10, 20, 40, 80, 200])
def test_it_never_fills_the_last_column(clock, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = Terminal()
    clock[0] += 0
    shown = Progress(stream)
    clock[0] += 1
    shown.update("gambar", 123_456, 1_234_567)
    visible = re.sub(r"\x1b\[[\d;]*[A-Za-z]|\r", "", stream.getvalue())
    assert 0 < len(visible) < columns


def test_colours_go_when_they_are_not_wanted(clock, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    shown = Progress(stream)
    clock[0] += 1
    shown.update("gambar", 1, 2)
    assert "\x1b[36m" not in stream.getvalue()
    assert "█" in stream.getvalue()


def test_elsewhere_there_is_a_line_every_quarter_of_a_minute(clock):
    stream = io.StringIO()
    with progress_on(stream):
        for second in range(61):
            report_progress("gambar", second, 60)
            clock[0] += 1
    assert stream.getvalue().splitlines() == [
        f"Gambar {second} dari 60, {second} detik." for second in (15, 30, 45, 60)
    ]


def test_a_fork_says_nothing(clock, monkeypatch):
    stream = Terminal()
    shown = Progress(stream)
    clock[0] += 1
    monkeypatch.setattr(progress.os, "getpid", lambda: -1)
    shown.update("gambar", 1, 2)
    assert stream.getvalue() == ""


def test_a_terminal_that_has_gone_stops_no_build(clock):
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise OSError(errno.EIO, "gone")

    shown = Progress(Gone())
    clock[0] += 1
    shown.update("gambar", 1, 2)
    shown.end()


def in_terminal(command: list[str], folder: Path, **surroundings: str) -> str:
    """What a program writes to a terminal of 60 columns."""
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm", **surroundings}
    with subprocess.Popen(command, cwd=folder, stderr=theirs, stdout=theirs, env=environment) as run:
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when the last writer has gone
                break
            if not piece:
                break
            said += piece
    os.close(ours)
    assert run.returncode == 0, said
    return said.decode()


SCRIPT = """
import sys; sys.path[:0] = [sys.argv[1] + '/plugins', sys.argv[1]]
from pathlib import Path
from showcase import settings
from showcase.runtime import progress
from showcase.commands import build
progress.FIRST = progress.BETWEEN = 0
settings.DEFAULTS['cache'] = sys.argv[3] + '/cache'
sys.exit(build.run(content=Path(sys.argv[2]), output=Path(sys.argv[3]) / 'out'))
"""


@pytest.mark.posix
def test_a_real_build_in_a_real_terminal(project, tmp_path):
    for number in range(4):
        write_profile(tmp_path / "content", f"uji-{number}", photo=True)
    said = in_terminal([sys.executable, "-c", SCRIPT, str(project), str(tmp_path / "content"), str(tmp_path)], tmp_path)
    assert "Halaman 1 dari" in said
    assert "Gambar 1 dari" in said
    drawn = said.split(progress.CLEAR)
    assert all(len(re.sub(r"\x1b\[[\d;]*m", "", line)) < 60 for line in drawn[:-1])
    assert drawn[-1].startswith("4 kreator"), "the bar has gone when the result is told"
    assert drawn[-1].count("\n") == 1


def test_a_pipe_gets_the_result_alone(project, tmp_path):
    write_profile(tmp_path / "content", "uji-satu", photo=True)
    command = [sys.executable, "-c", SCRIPT, str(project), str(tmp_path / "content"), str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == ""
    assert re.fullmatch(r"1 kreator, .*\n", run.stderr)
