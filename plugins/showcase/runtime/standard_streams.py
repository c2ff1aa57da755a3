"""Standard output and error that may be closed, full, or read by nobody: what is lost there stops no command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Lasting(io.TextIOWrapper):
    """A standard stream. The first thing that it cannot take goes nowhere, as does all that follows.

    lost: why, or None. A reader that has gone away (`| head`) had what it wanted; that alone is no failure.
    """

    lost: OSError | None = None

    def write(self, text: str, /) -> int:
        """Write; never raises OSError."""
        try:
            return super().write(text)
        except OSError as error:
            return self._lose(error, len(text))

    def flush(self) -> None:
        """Flush; never raises OSError."""
        try:
            super().flush()
        except OSError as error:
            self._lose(error)

    @property
    def is_full(self) -> bool:
        """Whether something was lost that somebody still waits for."""
        return self.lost is not None and not isinstance(self.lost, BrokenPipeError)

    def _lose(self, error: OSError, length: int = 0) -> int:
        self.lost = self.lost or error
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())  # what is still held back must not fail again when Python ends
        os.close(nowhere)
        return length


@contextmanager
def lasting_streams() -> Iterator[Lasting]:
    """Lasting streams in place of the standard ones, which are there again afterwards; the one for output."""
    before = sys.stdout, sys.stderr
    streams = [_lasting(stream, number) for number, stream in ((1, sys.stdout), (2, sys.stderr))]
    sys.stdout, sys.stderr = streams
    try:
        yield streams[0]
    finally:
        for stream in streams:
            stream.flush()
            stream.detach()  # else it would close what it writes to
        sys.stdout, sys.stderr = before


def _lasting(stream: TextIO | None, number: int) -> Lasting:
    """One of them. None: it was closed before we began, and the next file that is opened would get its number."""
    if stream is None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if nowhere != number:
            os.dup2(nowhere, number)
            os.close(nowhere)
        return Lasting(os.fdopen(number, "wb"), encoding="utf-8", errors="replace")
    # A Windows console may lack a letter.
    return Lasting(stream.buffer, stream.encoding, "replace", line_buffering=bool(stream.line_buffering))
