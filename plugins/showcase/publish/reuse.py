"""Why a page is not rendered again: which files of the last build a new one would make again, byte for byte.

A page is a pure function of its template, of what the template may see, and of the code; any other file is its
bytes. Where the fingerprint of these is the same and the old file was not touched, it is linked into the new tree.
A published file that was edited and had its time set back is detected by its change time (ctime).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..cache.cache import Results
from ..cache.digests import DIGEST, digest, hashed, packed, stamp, unpack
from .tree import Tree

_CHANGED = digest(b"changed")  # where the cache keeps when each file of the tree last changed


@dataclass(frozen=True, slots=True)
class Group:
    """Files that were made together. fingerprint: of what from. values: what to `remember` of each, by path."""

    fingerprint: bytes
    values: dict[str, bytes]


class ReusableFiles:
    """What the files of one output folder were made from. results: of earlier builds into that folder."""

    def __init__(self, tree: Tree, results: Results) -> None:
        self._tree = tree
        self._results = results
        known = self._results.get(_CHANGED)
        self._changed: dict[str, int] = unpack(known, dict[str, int]) if known else {}
        self._paths: set[str] = set()

    @property
    def workplace(self) -> Path:
        """A folder for temporary files of this build: what is not in the plan is removed when the tree is settled."""
        return self._tree.staging

    def reuse(self, path: str, fingerprint: bytes) -> bytes:
        """Reuse a file of the old tree: what to `remember` of it, or nothing if it has to be made."""
        known = self._results.get(_key(path)) or b""
        if known[:DIGEST] != fingerprint or not self._reuse(path, known):
            return b""
        return known

    def _reuse(self, path: str, known: bytes) -> bool:
        content, seen = known[DIGEST : 2 * DIGEST], known[2 * DIGEST :]
        return self._tree.reuse(path, seen, self._changed.get(hashed(path), 0), content)

    def made(self, path: str, fingerprint: bytes, data: bytes) -> bytes:
        """What to remember of a file that now lies in the new tree: what it was made from, its bytes, its stamp."""
        return fingerprint + digest(data) + stamp(self._tree.staging / path)

    def remember(self, path: str, value: bytes) -> None:
        """Let the next build know a file of the new tree. value: what `reuse` or `made` gave."""
        self._results.put(_key(path), value)
        self._paths.add(path)

    def reuse_group(self, name: str, fingerprint: bytes | None) -> Group | None:
        """Reuse files that were made together, all or none. fingerprint: of what they would be made from now;
        None takes them whatever they were made from."""
        known = self._results.get(digest(b"group", name.encode()))
        group: Group | None = unpack(known, Group) if known else None
        if group is None or group.fingerprint != (fingerprint or group.fingerprint):
            return None
        if not all(self._reuse(path, value) for path, value in group.values.items()):
            return None
        return group

    def remember_group(self, name: str, group: Group) -> None:
        """Let the next build know files of the new tree as made together."""
        self._results.put(digest(b"group", name.encode()), packed(group))

    def save(self) -> None:
        """Put what is known of the new tree into the cache, once it is in place."""
        changed = self._tree.changed
        self._results.put(_CHANGED, packed({hashed(path): changed[path] for path in sorted(self._paths)}))


def _key(path: str) -> bytes:
    """The cache key of a path, hashed because a path names a person."""
    return digest(path.encode())
