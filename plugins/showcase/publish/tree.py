"""The old tree or the new tree, never a mix.

A build writes into a sibling of the output folder and takes its place by one rename, so
that `kill -9`, a full disk or a crash at any moment leaves what was there before.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from filelock import FileLock, Timeout

from ..faults import ToolFailure

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h


class Tree:
    """One build's way into `output`: `open` it, write below `.staging`, then `swap` or `abandon`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.staging = output.parent / f".{output.name}.staging"
        self._old = output.parent / f".{output.name}.old"
        self._lock = FileLock(output.parent / f".{output.name}.lock")

    def open(self) -> Path:
        """An empty folder to build into. Raises ToolFailure when another build holds it or nothing can be written."""
        try:
            self.output.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
            # What a killed build left behind; under the lock it cannot be in use.
            for leftover in (self.staging, self._old):
                shutil.rmtree(leftover, ignore_errors=True)
            self.staging.mkdir()
        except Timeout as busy:
            raise ToolFailure(f"Pembangunan lain sedang menulis ke {self.output}. Tunggu sampai selesai.") from busy
        except OSError as broken:
            raise ToolFailure(f"Tidak dapat menulis di {self.output.parent}: {broken.strerror}.") from broken
        return self.staging

    def swap(self) -> None:
        """Put the staged tree in place of the output folder."""
        if not self.output.exists():
            self.staging.rename(self.output)
        elif _exchange(self.staging, self.output):
            self.staging.rename(self._old)
        else:
            self.output.rename(self._old)
            self.staging.rename(self.output)
        shutil.rmtree(self._old, ignore_errors=True)
        self._lock.release()

    def abandon(self) -> None:
        """Drop the staged tree; the output folder stays as it was."""
        shutil.rmtree(self.staging, ignore_errors=True)
        self._lock.release()


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step where the system can (Linux, renameat2(2)); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return result == 0
