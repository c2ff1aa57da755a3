"""What earlier builds found out: results kept by everything that they depend on.

A result is found by its kind and a hash of all that it was made from, so it never has to be thrown away for being
stale: it is simply not asked for again. A file that is damaged, cut, or written by other code is empty, never a wrong
answer. What a build did not ask for is forgotten, so that nothing outlives the person it was about.

A build that is killed leaves files behind. It also leaves the mark that it began, so the next build does not take
the last good one for all that there is: it reads everything, forgets, and removes what was left behind.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from ..runtime.atomic_write import write_atomically
from .digests import DIGEST, digest

PARTS = 16
FOLDER = "ingatan"  # inside the folder of all caches
_PART = re.compile(r"[^.]+\.[0-9a-f]")  # the name of a part; anything else in the folder was left behind
_BEGUN = "belum-selesai"


class Cache:
    """Everything that builds of one site keep. folder: SHOWCASE["cache"]. code: hash of what makes the results."""

    def __init__(self, folder: Path, code: bytes) -> None:
        self._folder = folder / FOLDER
        self._code = code
        self._kinds: dict[str, Results] = {}
        self._marks: tuple[Path, ...] = ()

    def __getitem__(self, kind: str) -> Results:
        """The results of one kind; read from the disk when they are first asked for."""
        if kind not in self._kinds:
            self._kinds[kind] = Results(self._folder / kind, self._code)
        return self._kinds[kind]

    def begin(self) -> None:
        """Mark that a build begins, and remove what others left.

        What another build is writing just now goes too: the build after it then takes longer, and nothing else.
        """
        self._marks = begun(self._folder.parent)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            own = self._folder / f"{_BEGUN}.{os.getpid()}"
            own.touch()
            self._marks = (own, *self._marks)
            for path in self._folder.iterdir():
                if path not in self._marks and not _PART.fullmatch(path.name):
                    path.unlink(missing_ok=True)

    def end(self) -> None:
        """Save everything. The build is whole, so it has also forgotten what the ones before it knew and left."""
        for results in self._kinds.values():
            results.save()
        for mark in self._marks:
            with suppress(OSError):
                mark.unlink(missing_ok=True)


class Results:
    """The results of one kind, in `PARTS` files, so that one more result does not write all the others again.

    file: their name but for the number; None keeps them for this build alone. code: hash of what makes the values.
    """

    def __init__(self, file: Path | None = None, code: bytes = b"") -> None:
        self.code = code
        files = (file and file.with_name(f"{file.name}.{number:x}") for number in range(PARTS))
        self._parts = tuple(_Part(part, code) for part in files)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, or None."""
        part = self._parts[key[-1] % PARTS]
        value = part.used.get(key)
        if value is None and (value := part.known.get(key)) is not None:
            part.used[key] = value
        return value

    def cached(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The value of a key: of an earlier build, else what `make` gives."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value from now on."""
        self._parts[key[-1] % PARTS].used[key] = value

    def drop(self, key: bytes) -> None:
        """Keep nothing of a key: its value is not for others to see."""
        self._parts[key[-1] % PARTS].used.pop(key, None)

    def drop_all(self) -> None:
        """Keep nothing of what this build has asked for and put so far."""
        for part in self._parts:
            part.used.clear()

    def save(self) -> None:
        """Write what this build asked for and put, and nothing else. A disk that refuses costs time alone."""
        for part in self._parts:
            part.save()


class _Part:
    """One file of results."""

    def __init__(self, file: Path | None, code: bytes) -> None:
        self._file = file
        self._code = digest(code, sys.version.encode(), msgspec.__version__.encode())
        self._is_foreign = False  # the file is damaged or of other code, and may hold somebody who has left since
        self.known = self._read()
        self.used: dict[bytes, bytes] = {}

    def save(self) -> None:
        if self._file is None or (self.used == self.known and not self._is_foreign):
            return
        body = msgspec.msgpack.encode(self.used)
        with suppress(OSError):
            write_atomically(self._file, digest(self._code, body) + body, keep_old=False)
            self.known, self._is_foreign = dict(self.used), False

    def _read(self) -> dict[bytes, bytes]:
        if self._file is None:
            return {}
        try:
            data = self._file.read_bytes()
            if data[:DIGEST] == digest(self._code, data[DIGEST:]):
                return msgspec.msgpack.decode(data[DIGEST:], type=dict[bytes, bytes])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError):
            pass
        self._is_foreign = True
        return {}


def begun(cache: Path) -> tuple[Path, ...]:
    """Marks of builds that began and did not end well, or have not ended yet. cache: the folder of all caches."""
    return tuple((cache / FOLDER).glob(f"{_BEGUN}.*"))
