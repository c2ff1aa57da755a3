"""Stop signals: SIGTERM, as a server or a workflow sends it, raises KeyboardInterrupt like Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import NoReturn

STOPPED = 130  # exit code that a shell reports after Ctrl-C
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def sigterm_as_interrupt() -> Iterator[None]:
    """While inside, SIGTERM raises KeyboardInterrupt, so that `finally` clauses clean up."""
    if current_thread() is not main_thread():  # signal handlers can be set in the main thread only
        yield
        return
    before = [signal.getsignal(number) for number in _SIGNALS]
    signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        for number, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(number, handler)


def ignore_stop_signals() -> None:
    """Ignore SIGINT and SIGTERM until `sigterm_as_interrupt` ends: the new site stands, "stopped" would be wrong."""
    if current_thread() is main_thread() and signal.getsignal(signal.SIGTERM) is _stop:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
