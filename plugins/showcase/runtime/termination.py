"""Being stopped in order: SIGTERM, as a server or a workflow sends it, ends a command the way Ctrl-C does."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import NoReturn

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def stopping_in_order() -> Iterator[None]:
    """While inside, SIGTERM raises KeyboardInterrupt, so that what was begun is cleared away."""
    if current_thread() is not main_thread():  # only there may signals be asked for
        yield
        return
    before = [signal.getsignal(number) for number in _SIGNALS]
    signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        for number, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(number, handler)


def too_late_to_stop() -> None:
    """From here to the end of `stopping_in_order` nothing stops it: the work is done, and "stopped" would be untrue."""
    if current_thread() is main_thread() and signal.getsignal(signal.SIGTERM) is _stop:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)
