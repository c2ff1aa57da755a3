"""Writing a file atomically: a temporary file beside it takes its name, so nobody ever reads a part of it."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

ATTEMPTS = 3  # another build may clear the temporary file away
LEFT = re.compile(r"\..+\.[0-9a-f]{8}\.part", re.DOTALL)  # the name of a temporary file whose program was killed
HELD, BETWEEN = 10, 0.05  # attempts at a name, and the seconds between two


def write_atomically(path: Path, data: bytes, *, keep_old: bool = True) -> None:
    """Write a file, and the folders above it where they are missing. Raises OSError; leaves no temporary file then.

    A program that is killed leaves `.<name>.<random>.part`: builds clear it away in caches, `covers` in profiles.
    keep_old: False removes the old file before the new one takes its name. ext4 waits for the disk where a file is
    replaced, and for nothing then; a crash may leave no file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(ATTEMPTS - 1):
        with suppress(FileNotFoundError):
            _write_once(path, data, keep_old)
            return
    _write_once(path, data, keep_old)


def _write_once(path: Path, data: bytes, keep_old: bool) -> None:
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        _take_name(temporary, path, keep_old)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _take_name(temporary: Path, path: Path, keep_old: bool) -> None:
    """Rename, waiting a moment for a program that has the old file open, as virus scanners do: Windows then refuses."""
    for left in reversed(range(HELD)):
        try:
            if not keep_old:
                path.unlink(missing_ok=True)
            temporary.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(BETWEEN)
        else:
            return
