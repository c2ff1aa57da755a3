"""What earlier builds found out, kept by everything that it depends on.

A memory is files of keys and values. A key is a hash of all that its value was made from, so
a value never has to be thrown away for being stale: it is simply not asked for again. A file
that is damaged, cut, or written by other code is an empty memory, never a wrong answer.
What a run did not ask for is forgotten, so that nothing outlives the person it was about.

A build that is killed leaves files behind. It also leaves the mark that it began, so the next build does not take
the last good one for all that there is: it reads everything, forgets, and removes what was left behind.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

DIGEST = 20  # bytes
PARTS = 16
FOLDER = "ingatan"  # of all memories, in the cache
_PART = re.compile(r"[^.]+\.[0-9a-f]")  # the name of a part; anything else in the folder was left behind
_BEGUN = "belum-selesai"


def digest(*parts: bytes) -> bytes:
    """One hash of some parts; the boundary between two parts counts."""
    state = blake2b(digest_size=DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def files_below(folder: Path, pattern: str) -> list[Path]:
    """All files that match a pattern, in order; without hidden ones, which editors keep beside a file that is open."""
    return sorted(path for path in folder.rglob(pattern) if not path.name.startswith("."))


def digest_of_files(folders: Iterable[Path], pattern: str) -> bytes:
    """One hash of the names and contents of all files below some folders that match a pattern."""
    state = blake2b(digest_size=DIGEST)
    for folder in folders:
        for path in files_below(folder, pattern):
            state.update(digest(path.relative_to(folder).as_posix().encode(), path.read_bytes()))
    return state.digest()


def packed(value: object) -> bytes:
    """A value of dataclasses, tuples, texts and numbers as bytes: equal values give equal bytes."""
    return msgspec.msgpack.encode(value, enc_hook=_plain, order="deterministic")


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(f"{type(value)} in a page")


class Memory:
    """What was found out, in `PARTS` files, so that one more thing known does not write all the others again.

    file: their name but for the number. code: hash of whatever turns a key into its value.
    """

    def __init__(self, file: Path, code: bytes) -> None:
        self._parts = tuple(_Part(file.with_name(f"{file.name}.{number:x}"), code) for number in range(PARTS))

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, or None."""
        part = self._parts[key[-1] % PARTS]
        value = part.used.get(key)
        if value is None and (value := part.known.get(key)) is not None:
            part.used[key] = value
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Remember a value from now on."""
        self._parts[key[-1] % PARTS].used[key] = value

    def drop(self, key: bytes) -> None:
        """Keep nothing of a key: its value is not for others to see."""
        self._parts[key[-1] % PARTS].used.pop(key, None)

    def drop_all(self) -> None:
        """Keep nothing of what this run has asked for and put so far."""
        for part in self._parts:
            part.used.clear()

    def save(self) -> None:
        """Keep what this run asked for and put, and nothing else. A disk that refuses costs time, not truth."""
        for part in self._parts:
            part.save()


class _Part:
    """One file of a memory."""

    def __init__(self, file: Path, code: bytes) -> None:
        self._file = file
        self._code = digest(code, sys.version.encode(), msgspec.__version__.encode())
        self.known = self._read()
        self.used: dict[bytes, bytes] = {}

    def save(self) -> None:
        if self.used == self.known:
            return
        body = msgspec.msgpack.encode(self.used)
        temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(digest(self._code, body) + body)
            self._file.unlink(missing_ok=True)  # ext4 waits for the disk where a file is replaced, and for nothing here
            temporary.replace(self._file)
            self.known = dict(self.used)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _read(self) -> dict[bytes, bytes]:
        try:
            data = self._file.read_bytes()
            if data[:DIGEST] != digest(self._code, data[DIGEST:]):
                return {}
            return msgspec.msgpack.decode(data[DIGEST:], type=dict[bytes, bytes])
        except (OSError, msgspec.DecodeError):
            return {}


def begun(cache: Path) -> tuple[Path, ...]:
    """Marks of builds that began and did not end well, or have not ended yet."""
    return tuple((cache / FOLDER).glob(f"{_BEGUN}.*"))


def begin(cache: Path) -> tuple[Path, ...]:
    """Mark that a build begins, and remove what others left; the marks for `end`.

    What another build is writing just now goes too: it then remembers less, which costs time and no truth.
    """
    folder = cache / FOLDER
    marks = begun(cache)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        own = folder / f"{_BEGUN}.{os.getpid()}"
        own.touch()
        marks = (own, *marks)
        for path in folder.iterdir():
            if path not in marks and not _PART.fullmatch(path.name):
                path.unlink(missing_ok=True)
    return marks


def end(marks: Iterable[Path]) -> None:
    """The build that began with these marks is whole: it has forgotten what the others knew."""
    for mark in marks:
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def stamp(path: Path) -> bytes:
    """What tells that a file was not touched since: its size, its times to the nanosecond, its place on the disk.

    Raises OSError if there is none.
    """
    return stamp_of(path.stat())


def source_stamp(path: Path) -> bytes:
    """The same for a file of somebody else's, with the time of its last change, which no program can set back.

    Files that we link to cannot have that one: each link changes it. Raises OSError.
    """
    found = path.stat()
    return packed((stamp_of(found), found.st_ctime_ns))


def stamp_of(found: os.stat_result) -> bytes:
    """The stamp of a file by what the disk says about it."""
    return packed((found.st_size, found.st_mtime_ns, found.st_ino))


def size_in(seen: bytes) -> int:
    """The size of the file that a stamp is of."""
    size: int = msgspec.msgpack.decode(seen, type=tuple[int, int, int])[0]
    return size


def unpack(data: bytes, kind: Any) -> Any:  # noqa: ANN401 - the type is the caller's
    """A value of dataclasses from its bytes. Raises msgspec.DecodeError or msgspec.ValidationError."""
    return msgspec.msgpack.decode(data, type=kind, dec_hook=lambda wanted, given: wanted(given))
