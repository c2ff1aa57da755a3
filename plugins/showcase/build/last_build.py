"""Whether anything was touched since the last build: if not, that build's result is this one's.

All that a build is made from is looked at before any of it is read, and all that it made once that is in place. Both
snapshots are kept with the outcome. A snapshot is one hash of what the disk says about each file (size, times, place,
rights), not of its bytes. The time of a file's last change is the system's, no program can set it back; so a change
shows, unless it falls into the very tick of the clock of the change before. Therefore, as Git does with its index, a
snapshot of files that were changed only just now is never kept.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any

from ..cache.cache import FOLDER, Results, begun
from ..cache.digests import DIGEST, digest, digest_of_files, hashed, packed, status_of, unpack
from ..settings import Settings, settings_from
from .outcome import Outcome

SECOND = 1_000_000_000
TICK = SECOND // 50  # twice the longest tick of common systems
COARSE = 2 * SECOND  # for disks that know whole seconds only
NEVER = 1 << 63  # later than any clock: what could not be looked at is never trusted
CODE = Path(__file__).parents[1]  # of the whole plugin
# Python's own, and Git's: no build reads them, and both change on their own.
NOT_READ = frozenset({"__pycache__", ".git"})


class NotComparable(Exception):
    """Something that two runs cannot be compared by."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the disk says about some folders. newest: when the last of their files changed, in nanoseconds."""

    digest: bytes
    newest: int

    def trusted(self, moment: int) -> bool:
        """Whether every change after `moment`, when the snapshot began, must show."""
        return self.newest + TICK <= moment


def snapshot(folders: Iterable[Path], leaving_out: frozenset[str] = frozenset()) -> Snapshot:
    """A snapshot at everything below some folders. A link or a file that cannot be seen makes it one not to trust."""
    state = blake2b(digest_size=DIGEST)
    newest = 0
    for folder in folders:
        try:
            state.update(f"{str(folder)!r}\n".encode())
            if os.path.lexists(folder):
                newest = max(newest, _snapshot_below(os.fspath(folder), leaving_out, state))
        except (OSError, NotComparable):
            newest = NEVER
    return Snapshot(state.digest(), newest)


def _snapshot_below(top: str, leaving_out: frozenset[str], state: blake2b) -> int:
    """Add a folder to the hash; when its newest file changed. Of folders only the names count: files have the times."""
    newest = 0
    folders = [top]
    while folders:
        with os.scandir(folders.pop()) as found:
            entries = sorted(found, key=attrgetter("name"))
        for entry in entries:
            if entry.name in leaving_out:
                continue
            seen = status_of(entry)
            facts: tuple[object, ...] = (entry.path, seen.st_mode)
            if stat.S_ISDIR(seen.st_mode):
                folders.append(entry.path)
            elif stat.S_ISREG(seen.st_mode):
                # Windows has no time of the last change, and a program can set the one of writing: its best.
                facts = (*facts, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_dev)
                times = (seen.st_mtime_ns, seen.st_ctime_ns)
                newest = max(newest, *(moment if moment % SECOND else moment + COARSE for moment in times))
            else:
                raise NotComparable(entry.path)
            state.update(f"{facts!r}\n".encode())
    return newest


def plain(value: object) -> object:
    """A setting in a form that is the same in every run. Raises NotComparable for what has none, such as a function."""
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return value
    if isinstance(value, Path | date):
        return str(value)
    if isinstance(value, type):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, Mapping):
        return sorted(((plain(key), plain(one)) for key, one in value.items()), key=repr)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(one) for one in value), key=repr)
    raise NotComparable(repr(value))


def packages() -> list[str]:
    """Names and versions of everything that is installed, as the folders of their descriptions say them."""
    folders = [Path(folder) for folder in sys.path if folder.endswith(("site-packages", "dist-packages"))]
    return sorted(path.name for folder in folders if folder.is_dir() for path in folder.glob("*-info"))


def program_digest() -> bytes:
    """A hash of what runs: our code with its tables, and the libraries by name and version."""
    code, tables = digest_of_files([CODE], "*.py"), digest_of_files([CODE], "*.toml")
    return digest(code, tables, "\n".join(packages()).encode())


class LastBuild:
    """The last build into one output folder. Make it before anything is read."""

    def __init__(self, pelican: Mapping[str, Any]) -> None:
        """pelican: settings as the configuration made them. Raises ToolFailure for a wrong one of ours."""
        self._moment = time.time_ns()
        self._given = dict(pelican)
        settings = settings_from(self._given, "UTC")
        self._output = settings.output
        folders = dict.fromkeys((settings.content, settings.project_content, settings.theme, *settings.beside, CODE))
        self._inputs = snapshot(folders, NOT_READ)
        try:
            self._settings = repr((plain(self._given), packages())).encode()
        except NotComparable:
            self._settings = b""
        self._zone_key = digest(b"zone", self._inputs.digest)  # of other inputs not even the output is looked at
        name = hashed(str(self._output))
        self._results = Results(settings.cache / FOLDER / f"hasil-{name}")
        self._begun = bool(begun(settings.cache))

    def outcome(self) -> Outcome | None:
        """What the last build told, if this one would make the same again; else None."""
        zone = self._results.get(self._zone_key)
        if zone is None or not self._settings or self._begun:
            return None
        today = settings_from(self._given, zone.decode())
        made = self._results.get(self._key(today, snapshot([self._output])))
        return None if made is None else unpack(made, Outcome)

    def keep(self, timezone: str, settings: Settings, outcome: Outcome, shown: Collection[str]) -> None:
        """Remember a build that is in place, unless it told of somebody whom the site does not show.

        timezone: the region's, which says when its day is over. shown: slugs of the profiles that it shows.
        """
        self._results.put(self._zone_key, timezone.encode())
        time.sleep(TICK / SECOND)  # else what was just written could not be told from what is written now
        moment = time.time_ns()
        made = snapshot([self._output])
        told = outcome.is_about(shown)
        if told and self._settings and self._inputs.trusted(self._moment) and made.trusted(moment):
            self._results.put(self._key(settings, made), packed(outcome.again()))
        self._results.save()

    def _key(self, settings: Settings, made: Snapshot) -> bytes:
        return digest(self._inputs.digest, made.digest, self._settings, repr(plain(asdict(settings))).encode())
