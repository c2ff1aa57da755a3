"""The picture cache: content-addressed, safe to lose, never trusted blindly.

An entry is some files and one list of their checksums, all named by a key that stands for
everything the bytes depend on. Every file goes through a temporary one and a rename, the list
last, so two builds at once and a kill at any moment leave whole entries or none. What does not
match its list is a miss: it is made again, and nobody notices.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..memory import Memory, digest, stamp

_LIST = "sums"
_STALE_SECONDS = 3600  # a temporary file this old belongs to no running build


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of entries. Keys are hex digests; names inside an entry are endings (`320.avif`).

    memory: tells which entries were whole and were not touched since, so that their bytes need not be read again.
    """

    folder: Path
    memory: Memory | None = None

    def file(self, key: str, name: str) -> Path:
        """Where the file `name` of an entry lies, whether it is there or not."""
        return self.folder / key[:2] / f"{key}-{name}"

    def holds(self, key: str, names: Collection[str]) -> bool:
        """True if the entry has exactly these files and each one's bytes are what was kept."""
        seen = self._stamps(key, names)
        if self.memory is not None and seen and self.memory.get(_whole(key)) == seen:
            return True
        try:
            listed = self.file(key, _LIST).read_text(encoding="ascii")
            whole = listed == _list_of(key, {name: self.file(key, name).read_bytes() for name in names})
        except (OSError, ValueError):
            return False
        if whole and self.memory is not None:
            self.memory.put(_whole(key), seen)
        return whole

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Puts an entry into the store, over whatever is there. Raises OSError (disk full, no right to write)."""
        self.file(key, _LIST).parent.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            write_whole(self.file(key, name), data)
        write_whole(self.file(key, _LIST), _list_of(key, files).encode("ascii"))
        if self.memory is not None:
            self.memory.put(_whole(key), self._stamps(key, files))

    def prune(self, used: Collection[str]) -> int:
        """Removes every entry whose key is not in `used`; the number of files that went."""
        gone = 0
        for path in sorted(self.folder.glob("*/*")):
            key = path.name.partition("-")[0]
            if path.is_file() and key not in used and (not path.name.startswith(".") or _is_stale(path)):
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _stamps(self, key: str, names: Collection[str]) -> bytes:
        """What tells that an entry was not touched; nothing if one of its files is missing."""
        try:
            return b"".join(stamp(self.file(key, name)) for name in (*sorted(names), _LIST))
        except OSError:
            return b""


def _whole(key: str) -> bytes:
    return digest(b"whole", key.encode())


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that nobody ever sees a part of it. Raises OSError; leaves no temporary file then."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def place(source: Path, target: Path) -> None:
    """Makes `target` the same file as `source`: a link where the disk allows it, else a copy.

    Raises OSError, FileNotFoundError if the source has gone.
    """
    try:
        target.hardlink_to(source)
    except FileExistsError:
        if not target.samefile(source):
            target.unlink()
            place(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or one without links
        write_whole(target, source.read_bytes())


def _list_of(key: str, files: Mapping[str, bytes]) -> str:
    """`sha256  key-name` a line: `sha256sum -c` reads it. The key inside makes swapped lists a miss."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {key}-{name}\n" for name, data in sorted(files.items()))


def _is_stale(path: Path) -> bool:
    try:
        return path.stat().st_mtime < time.time() - _STALE_SECONDS
    except OSError:
        return False
