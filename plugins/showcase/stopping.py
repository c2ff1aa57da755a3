"""Being stopped in order: SIGTERM, as a server or a workflow sends it, ends a command the way Ctrl-C does."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


@contextmanager
def stopping_in_order() -> Iterator[None]:
    """While inside, SIGTERM raises KeyboardInterrupt, so that what was begun is cleared away."""
    if current_thread() is not main_thread():  # only there may signals be asked for
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
