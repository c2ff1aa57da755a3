"""A profile that nobody touched since it was read is not read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from ..faults import Fault
from ..memory import Memory, digest, packed, stamp, unpack
from .model import Creator, Gone
from .profile import Folder, Mark, Read


@dataclass(frozen=True, slots=True)
class _Kept:
    """A Read without its folder."""

    creator: Creator | None
    gone: Gone | None
    faults: tuple[Fault, ...]
    channels: tuple[Mark, ...]
    communities: tuple[Mark, ...]
    old_slugs: tuple[Mark, ...]


def remembered(folder: Folder, surroundings: bytes, memory: Memory | None, read: Callable[[Folder], Read]) -> Read:
    """What `read` makes of a folder, from memory where the folder and its surroundings are as they were.

    surroundings: a hash of whatever else reading depends on.
    """
    if memory is None:
        return read(folder)
    try:
        pictures = [(name, str(path), stamp(path)) for name, path in sorted(folder.pictures.items())]
    except OSError:
        return read(folder)
    key = digest(surroundings, packed((folder.slug, folder.path, folder.source, pictures)), folder.data)
    value = memory.get(key)
    if value is not None:
        try:
            kept: _Kept = unpack(value, _Kept)
        except (msgspec.DecodeError, msgspec.ValidationError):
            pass
        else:
            return Read(folder, kept.creator, kept.gone, kept.faults, kept.channels, kept.communities, kept.old_slugs)
    made = read(folder)
    kept = _Kept(made.creator, made.gone, made.faults, made.channels, made.communities, made.old_slugs)
    memory.put(key, packed(kept))
    return made
