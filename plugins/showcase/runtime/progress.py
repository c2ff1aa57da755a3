"""Progress of long commands: a bar on one line in a terminal, elsewhere a line every 15 seconds.

Rooms only call `report_progress("gambar", 12, 400)`; whether it is shown, and how, is decided here.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TextIO

from .standard_streams import understands_codes

NAMES = {"halaman": "Halaman", "gambar": "Gambar", "karya": "Karya", "profil": "Profil", "tautan": "Tautan"}
FIRST = 0.5  # seconds; what is over by then shows nothing
BETWEEN = 0.1  # seconds between two redraws of the bar: more often is only flicker
QUIET = 15.0  # seconds between two lines where there is no terminal
WIDEST = 24  # of the bar itself
CLEAR = "\r\x1b[2K"
BLUE, PLAIN = "\x1b[36m", "\x1b[0m"
EIGHTHS = " ▏▎▍▌▋▊▉"


class Progress:
    """The progress of one command on a stream. Nothing of it is left in a terminal at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._moving = understands_codes(stream)
        self._coloured = "NO_COLOR" not in os.environ
        self._process = os.getpid()
        self._began = time.monotonic()
        self._next = self._began + (FIRST if self._moving else QUIET)
        self._parts: dict[str, tuple[int, int]] = {}
        self._drawn = False

    def update(self, name: str, done: int, total: int) -> None:
        """Take over how many of a kind are done, and show it unless the last time was only a moment ago."""
        if os.getpid() != self._process:  # a fork knows its own part only
            return
        self._parts[name] = (done, total)
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (BETWEEN if self._moving else QUIET)
        self._show(self._line(now - self._began))

    def end(self) -> None:
        """Clear the line."""
        if self._drawn and os.getpid() == self._process:
            self._write(CLEAR)

    def _show(self, text: str) -> None:
        if self._moving:
            self._drawn = True
            self._write(f"{CLEAR}{text}")
        else:
            self._write(f"{text}\n")

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a pipe that was closed is no reason to stop
            self._stream.write(text)
            self._stream.flush()

    def _line(self, seconds: float) -> str:
        counts = [f"{NAMES.get(name, name)} {done} dari {total}" for name, (done, total) in self._parts.items()]
        text = " · ".join(counts)
        if not self._moving:
            return f"{text}, {seconds:.0f} detik."
        columns = shutil.get_terminal_size().columns - 1  # a full last column would wrap in some terminals
        done, total = max(self._parts.values(), key=lambda part: part[1] - part[0])
        share = done / total if total else 1.0
        text = f"{share:4.0%}".replace("%", " %") + f" {text}"
        room = min(WIDEST, columns - len(text) - 1)
        if room < 8:
            return text[:columns]
        drawn = bar(share, room)
        return f"{BLUE}{drawn}{PLAIN} {text}" if self._coloured else f"{drawn} {text}"


def bar(share: float, width: int) -> str:
    """A bar of so many columns, filled by eighths of one."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (EIGHTHS[rest] if rest else "")).ljust(width, "░")


_CURRENT: ContextVar[Progress | None] = ContextVar("progress", default=None)


def report_progress(name: str, done: int, total: int) -> None:
    """Say that so many of a kind are done; shown within `progress_on`, else ignored."""
    if progress := _CURRENT.get():
        progress.update(name, done, total)


@contextmanager
def progress_on(stream: TextIO) -> Iterator[None]:
    """Show the progress of what is done inside on a stream."""
    progress = Progress(stream)
    token = _CURRENT.set(progress)
    try:
        yield
    finally:
        _CURRENT.reset(token)
        progress.end()
