"""Hashes of values and files, values as bytes, and what tells that a file was not touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

DIGEST = 20  # bytes


def digest(*parts: bytes) -> bytes:
    """One hash of some parts; the boundary between two parts counts."""
    state = blake2b(digest_size=DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def hashed(text: str) -> str:
    """What stands for a text in a file that is kept, so that the file names nobody: hex digits."""
    return digest(text.encode()).hex()


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


def unpack(data: bytes, kind: Any) -> Any:  # noqa: ANN401 - the type is the caller's
    """A value of dataclasses from its bytes. Raises msgspec.DecodeError or msgspec.ValidationError."""
    return msgspec.msgpack.decode(data, type=kind, dec_hook=lambda wanted, given: wanted(given))


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(f"{type(value)} in a page")


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


def status_of(entry: os.DirEntry[str]) -> os.stat_result:
    """What the disk says about an entry of a folder. Raises OSError.

    On Windows the folder's listing tells no inode, and may tell the size and times that a file once had under another
    of its names: then the file itself is asked.
    """
    seen = entry.stat(follow_symlinks=False)
    return seen if seen.st_ino else os.lstat(entry.path)


def size_in(seen: bytes) -> int:
    """The size of the file that a stamp is of."""
    size: int = msgspec.msgpack.decode(seen, type=tuple[int, int, int])[0]
    return size
