"""Atomic publishing: the output folder is the old tree or the new tree, never a mix, also if a build is killed.

A build writes into a staging folder beside the output folder and swaps the two by one rename, so
that `kill -9`, a full disk or a crash at any moment leaves what was there before.

The old tree then becomes the next build's staging folder, with nothing left in it but hard links to
published files. So a build only writes what is different; whatever else lies in the staging folder
is recognised by its stamp, or is not in the plan, and is removed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ..cache.digests import digest, stamp_of, status_of
from ..diagnostics.fault import ToolFailure

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
ATTEMPTS, BETWEEN = 20, 0.1  # at a rename, and the seconds between two


class Tree:
    """One build's new `output`: `open` it, `reuse` and `put` files, then `settle` and `swap`, or `abandon`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.staging = output.parent / f".{output.name}.staging"
        self._old = output.parent / f".{output.name}.old"
        self._lock = FileLock(output.parent / f".{output.name}.lock")
        self.present: dict[str, bytes] = {}
        self.changed: dict[str, int] = {}
        self._published: dict[str, int] = {}
        self.swapped = False

    def open(self) -> Path:
        """The folder to build into; `present` names the files that lie there already, each with its stamp, and
        `changed` has the change time (ctime) of each in nanoseconds.

        Raises ToolFailure when another build holds it or nothing can be written.
        """
        try:
            self.output.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
            if self._old.exists() and not self.output.exists():  # killed between the renames of `swap`
                self._old.rename(self.output)
            shutil.rmtree(self._old, ignore_errors=True)
            self._scan_staging()
            self.staging.mkdir(exist_ok=True)
        except Timeout as busy:
            raise ToolFailure(f"Pembangunan lain sedang menulis ke {self.output}. Tunggu sampai selesai.") from busy
        except OSError as broken:
            self._lock.release()
            raise ToolFailure(f"Tidak dapat menulis di {self.output.parent}: {broken.strerror}.") from broken
        return self.staging

    def _scan_staging(self) -> None:
        """Take over the staging folder of the last build, killed or not. It must hold plain files only."""
        if self.staging.is_symlink() or self.staging.is_file():
            self.staging.unlink()
        try:
            if self.staging.exists():
                self._scan()
        except OSError:
            shutil.rmtree(self.staging)

    def _scan(self) -> None:
        """Read what lies in the staging folder. Raises OSError."""
        found = list(_files(self.staging))
        self.present = {path: stamp_of(seen) for path, seen in found}
        self.changed = {path: seen.st_ctime_ns for path, seen in found}
        self._published = {path: seen.st_ino for path, seen in found}

    def reuse(self, path: str, seen: bytes, changed: int, content: bytes) -> bool:
        """Link the published file into the new tree, if its stamp is still `seen`: whether that was done.

        changed: its change time (ctime), which no program can set. A later one may come from a link alone, made by a
        build that was killed, so then the bytes are compared. content: their digest.
        """
        # As texts: a build asks this of every file of the site, and a Path costs more than the disk's answer.
        old, new = f"{self.output}/{path}", f"{self.staging}/{path}"
        try:
            if self.present.get(path) == seen:
                return self.changed[path] == changed or digest(Path(new).read_bytes()) == content
            found = os.stat(old)  # noqa: PTH116
            if stamp_of(found) != seen:
                return False
            if found.st_ctime_ns != changed and digest(Path(old).read_bytes()) != content:
                return False
            try:
                os.link(old, new)
            except OSError:
                self._make_room(Path(new))
                os.link(old, new)
        except OSError:  # also where the disk has no links
            return False
        return True

    def put(self, path: str, data: bytes) -> None:
        """Write one file. Raises OSError."""
        new = self.staging / path
        self._make_room(new)
        with new.open("xb") as file:
            file.write(data)

    def _make_room(self, new: Path) -> None:
        """Remove what lies at this path: writing through it could change the published file, which may be the same."""
        try:
            with suppress(FileNotFoundError):
                new.unlink()
                return
            new.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError, IsADirectoryError, PermissionError):
            # Somebody put a folder where a page belongs, or a file where a folder does.
            if new.is_dir():
                shutil.rmtree(new)
            for above in new.parents[: len(new.relative_to(self.staging).parts) - 1]:
                if above.is_file():
                    above.unlink(missing_ok=True)
            new.parent.mkdir(parents=True, exist_ok=True)

    def settle(self, planned: Collection[str]) -> None:
        """Make sure that the new tree holds what was planned and nothing else. Raises ToolFailure if not."""
        _remove(self.staging, self.present.keys() - set(planned))
        self._scan()
        if odd := sorted(self.present.keys() ^ set(planned)):
            raise ToolFailure(f"Isi situs tidak sesuai rencana: {', '.join(odd[:5])}. Situs lama tetap utuh.")

    def swap(self) -> None:
        """Put the settled tree in place of the output folder. Raises OSError if the old tree stays, ToolFailure if
        it stands beside its place."""
        if not self.output.exists():
            _rename(self.staging, self.output)
        elif not _exchange(self.staging, self.output):
            self._swap_by_renames()
        self.swapped = True
        self._reduce()
        with suppress(OSError):
            self._lock.release()

    def _swap_by_renames(self) -> None:
        """Swap in two steps: the old tree is renamed away, and back if the new one cannot be renamed into its place."""
        _rename(self.output, self._old)
        try:
            _rename(self.staging, self.output)
        except BaseException:
            self._put_back()
            raise
        try:
            _rename(self._old, self.staging)
        except OSError:  # the new tree is in place; the next build then starts from nothing
            shutil.rmtree(self._old, ignore_errors=True)

    def _put_back(self) -> None:
        """Rename the old tree back. Raises ToolFailure that says where it is, if that fails."""
        try:
            _rename(self._old, self.output)
        except OSError as stuck:
            raise ToolFailure(
                f"Situs lama tidak dapat dikembalikan ke {self.output} ({stuck.strerror}). Situs itu utuh di "
                f"{self._old}; pembangunan berikutnya mengembalikannya."
            ) from stuck

    def _reduce(self) -> None:
        """Remove from the old tree what was not published again, so that nothing withdrawn is kept."""
        try:
            gone = [path for path, entry in _walk(self.staging) if self._published.get(path) != entry.inode()]
            _remove(self.staging, gone)
        except OSError:
            shutil.rmtree(self.staging, ignore_errors=True)

    def abandon(self) -> None:
        """Drop the staged tree; the output folder stays as it was. Another build's tree is not ours to drop."""
        if self._lock.is_locked:
            shutil.rmtree(self.staging, ignore_errors=True)
            self._lock.release()


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with its status. Raises OSError, also for what is neither file nor folder."""
    for path, entry in _walk(folder):
        seen = status_of(entry)
        if not stat.S_ISREG(seen.st_mode):
            raise NotADirectoryError(entry.path)
        yield path, seen


def _walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Path and entry of everything below a folder that is no folder itself. Raises OSError."""
    top = f"{folder}/"
    folders = [""]
    while folders:
        above = folders.pop()
        with os.scandir(top + above) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{above}{entry.name}/")
                else:
                    yield above + entry.name, entry


def _remove(folder: Path, paths: Collection[str]) -> None:
    """Remove files, and the folders that this leaves empty."""
    for path in paths:
        with suppress(IsADirectoryError, NotADirectoryError, PermissionError):  # another kind of thing stands there now
            (folder / path).unlink(missing_ok=True)
    for above in sorted({above for path in paths for above in Path(path).parents[:-1]}, reverse=True):
        with suppress(OSError):  # not empty
            (folder / above).rmdir()


def _rename(one: Path, other: Path) -> None:
    """Rename, waiting a moment for a program that has the folder open, as virus scanners do. Raises OSError."""
    for _attempt in range(ATTEMPTS - 1):
        with suppress(OSError):
            one.rename(other)
            return
        time.sleep(BETWEEN)
    one.rename(other)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step where the system can (Linux, renameat2(2)); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return result == 0
