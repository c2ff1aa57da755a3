"""A profile that nobody touched since it was read is not read again; the others are read on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from ..cache.cache import Results
from ..cache.digests import digest, packed, source_stamp, unpack
from ..profiles.profile import Folder, Read
from ..runtime.parallel import parallel_map


def read_cached(
    folders: Sequence[Folder], surroundings: bytes, results: Results | None, read: Callable[[Folder], Read], jobs: int
) -> Iterator[tuple[bytes | None, Read]]:
    """What `read` makes of each folder, from the cache where the folder and its surroundings are as they were.

    With each comes the key that it is remembered by, for the caller to drop it again: only the caller knows who is
    shown, and the cache holds nobody else. surroundings: a hash of whatever else reading depends on. jobs: how many
    processes may read the others.
    """
    keys = [_key(folder, surroundings) if results is not None else None for folder in folders]
    known = [_known(results, key) for key in keys]
    new = [folder for folder, old in zip(folders, known, strict=True) if old is None]
    made = iter(parallel_map(lambda folder: packed(read(folder)), new, bytes, jobs))
    for key, old in zip(keys, known, strict=True):
        if old is not None:
            yield key, old
            continue
        value = next(made)
        if results is not None and key:
            results.put(key, value)
        yield key, unpack(value, Read)


def _key(folder: Folder, surroundings: bytes) -> bytes | None:
    """What the result depends on; None where that cannot be told."""
    if folder.held is None:  # it may change until it is read
        return None
    try:
        pictures = [(name, str(path), source_stamp(path)) for name, path in sorted(folder.pictures.items())]
    except OSError:
        return None
    return digest(surroundings, packed((folder.slug, folder.path, folder.source, pictures)), folder.held)


def _known(results: Results | None, key: bytes | None) -> Read | None:
    value = results.get(key) if results is not None and key else None
    if value is None:
        return None
    try:
        read: Read = unpack(value, Read)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
    return read
