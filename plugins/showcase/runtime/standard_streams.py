"""Standard output and error that never raise, though they may be closed, full, or a pipe without a reader."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

# What a system calls a pipe that its reader has closed.
CLOSED = {errno.EPIPE} | ({errno.EINVAL} if sys.platform == "win32" else set())


class SafeStream(io.TextIOWrapper):
    """A standard stream. After its first error all output goes to the null device.

    lost: that error, or None. A pipe that was closed by its reader (`| head`) is no failure.
    """

    lost: OSError | None = None

    def write(self, text: str, /) -> int:
        """Write; never raises OSError."""
        try:
            return super().write(text)
        except OSError as error:
            return self._discard(error, len(text))

    def flush(self) -> None:
        """Flush; never raises OSError."""
        try:
            super().flush()
        except OSError as error:
            self._discard(error)

    @property
    def is_full(self) -> bool:
        """Whether output was lost for another reason than a closed pipe."""
        return self.lost is not None and self.lost.errno not in CLOSED

    def _discard(self, error: OSError, length: int = 0) -> int:
        self.lost = self.lost or error
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, self.fileno())  # what is still buffered must not fail again when Python exits
        os.close(null)
        return length


@contextmanager
def safe_streams() -> Iterator[SafeStream]:
    """Replace the standard streams by safe ones while inside; yields the one for output."""
    before = sys.stdout, sys.stderr
    streams = [_safe(stream, number) for number, stream in ((1, sys.stdout), (2, sys.stderr))]
    sys.stdout, sys.stderr = streams
    try:
        yield streams[0]
    finally:
        for stream in streams:
            stream.flush()
            stream.detach()  # else it would close the file descriptor
        sys.stdout, sys.stderr = before


def understands_codes(stream: TextIO) -> bool:
    """Whether colours and lines that are drawn again show: in a terminal, but not in the old one of Windows."""
    known = sys.platform != "win32" or "WT_SESSION" in os.environ or "TERM" in os.environ
    return stream.isatty() and known and os.environ.get("TERM") != "dumb"


def _safe(stream: TextIO | None, number: int) -> SafeStream:
    """A safe stream. None: it was closed before we began, and the next file that is opened would get its number."""
    if stream is None:
        null = os.open(os.devnull, os.O_WRONLY)
        if null != number:
            os.dup2(null, number)
            os.close(null)
        return SafeStream(os.fdopen(number, "wb"), encoding="utf-8", errors="replace")
    # A Windows console may lack a letter.
    return SafeStream(stream.buffer, stream.encoding, "replace", line_buffering=bool(stream.line_buffering))
