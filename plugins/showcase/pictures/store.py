"""The picture cache: content-addressed, safe to lose, never trusted blindly.

An entry is some files and one list of their checksums, all named by a key that stands for
everything the bytes depend on. Every file goes through a temporary one and a rename, the list
last, so two builds at once and a kill at any moment leave whole entries or none. What does not
match its list is a miss: it is made again, and nobody notices.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..cache.cache import Results
from ..cache.digests import digest, stamp_of
from ..runtime.atomic_write import write_atomically

_LIST = "sums"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of entries. Keys are hex digests; names inside an entry are endings (`320.avif`).

    results: tells which entries were whole and were not touched since, so that their bytes need not be read again.
    """

    folder: Path
    results: Results = field(default_factory=Results)

    def file(self, key: str, name: str) -> Path:
        """Where the file `name` of an entry lies, whether it is there or not."""
        return self.folder / key[:2] / f"{key}-{name}"

    def holds(self, key: str, names: Collection[str]) -> bool:
        """True if the entry has exactly these files and each one's bytes are what was kept."""
        seen = b"".join(self._stamps(key, names))
        if seen and self.results.get(_whole(key)) == seen:
            return True
        try:
            listed = self.file(key, _LIST).read_text(encoding="ascii")
            whole = listed == _list_of(key, {name: self.file(key, name).read_bytes() for name in names})
        except (OSError, ValueError):
            return False
        if whole:
            self.results.put(_whole(key), seen)
        return whole

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Puts an entry into the store, over whatever is there. Raises OSError (disk full, no right to write)."""
        listed = {**files, _LIST: _list_of(key, files).encode("ascii")}
        try:
            self._write(key, listed)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):  # a file where a folder belongs, or so
            self._clear(key, listed)
            self._write(key, listed)
        self.results.put(_whole(key), b"".join(self._stamps(key, files)))

    def _write(self, key: str, files: Mapping[str, bytes]) -> None:
        for name, data in files.items():
            write_atomically(self.file(key, name), data)

    def _clear(self, key: str, names: Collection[str]) -> None:
        """A folder for the entry, and no folder in the place of its files. What lies outside the cache is not ours."""
        above = self.folder / key[:2]
        if self.folder.is_dir() and not above.is_dir():
            above.unlink(missing_ok=True)
        for name in names:
            if self.file(key, name).is_dir():
                shutil.rmtree(self.file(key, name))

    def seal(self, key: str, stamps: bytes, changed: Collection[int]) -> None:
        """Take over what the disk says once all links to an entry's files are made: each link changes the times.

        stamps, changed: of the published files in the order of their names. If they are copies, nothing has changed.
        """
        known = self.results.get(_whole(key)) or b""
        if known.startswith(stamps):
            rest = known[len(stamps) :]
            self.results.put(_whole(key), stamps + rest[: -len(_times(changed))] + _times(changed))

    def prune(self, used: Collection[str]) -> int:
        """Removes every entry whose key is not in `used`, and what killed builds left; the number of files that went.

        A temporary file of a build that is still at work goes as well, and is written again there.
        """
        gone = 0
        for path in sorted(self.folder.glob("*/*")):
            if path.is_file() and path.name.partition("-")[0] not in used:
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _stamps(self, key: str, names: Collection[str]) -> tuple[bytes, ...]:
        """What tells that an entry was not touched: stamps, and the times of the last change, which no program can
        set back; nothing if one of its files is missing."""
        try:
            found = [self.file(key, name).stat() for name in (*sorted(names), _LIST)]
        except OSError:
            return ()
        return (*map(stamp_of, found), _times([seen.st_ctime_ns for seen in found[:-1]]))


def _times(changed: Collection[int]) -> bytes:
    """Times in nanoseconds as bytes, so many for each."""
    return b"".join(moment.to_bytes(8, "big", signed=True) for moment in changed)


def _whole(key: str) -> bytes:
    return digest(b"whole", key.encode())


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
        write_atomically(target, source.read_bytes())


def _list_of(key: str, files: Mapping[str, bytes]) -> str:
    """`sha256  key-name` a line: `sha256sum -c` reads it. The key inside makes swapped lists a miss."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {key}-{name}\n" for name, data in sorted(files.items()))
