"""A profile that nobody touched since it was read is not read again; the others are read on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from ..cache.cache import Results
from ..cache.digests import digest, packed, source_stamp, unpack
from ..diagnostics.fault import Fault
from ..profiles.model import Creator, Gone
from ..profiles.profile import Folder, Mark, Read
from ..runtime.parallel import parallel_map


@dataclass(frozen=True, slots=True)
class _Kept:
    """A Read without its folder."""

    creator: Creator | None
    gone: Gone | None
    faults: tuple[Fault, ...]
    channels: tuple[Mark, ...]
    communities: tuple[Mark, ...]
    old_slugs: tuple[Mark, ...]


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
    new = [folder for folder, kept in zip(folders, known, strict=True) if kept is None]
    made = iter(parallel_map(lambda folder: packed(_kept(read(folder))), new, bytes, jobs))
    for folder, key, old in zip(folders, keys, known, strict=True):
        kept = old
        if kept is None:
            value = next(made)
            kept = unpack(value, _Kept)
            if results is not None and key:
                results.put(key, value)
        yield (
            key,
            Read(folder, kept.creator, kept.gone, kept.faults, kept.channels, kept.communities, kept.old_slugs),
        )


def _key(folder: Folder, surroundings: bytes) -> bytes | None:
    """What the result depends on; None where that cannot be told."""
    if folder.held is None:  # it may change until it is read
        return None
    try:
        pictures = [(name, str(path), source_stamp(path)) for name, path in sorted(folder.pictures.items())]
    except OSError:
        return None
    return digest(surroundings, packed((folder.slug, folder.path, folder.source, pictures)), folder.held)


def _known(results: Results | None, key: bytes | None) -> _Kept | None:
    value = results.get(key) if results is not None and key else None
    if value is None:
        return None
    try:
        kept: _Kept = unpack(value, _Kept)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
    return kept


def _kept(read: Read) -> _Kept:
    return _Kept(read.creator, read.gone, read.faults, read.channels, read.communities, read.old_slugs)
