"""One creator's findings, written into their folder: tried first, then put in place in one go."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree

from ..content import read_content
from ..links import PLATFORMS, Link, same_thing
from ..pictures import PictureError, inspect
from ..profiles import Creator, Work
from ..runtime.atomic_write import write_atomically
from .edit import Addition, add
from .journal import Trouble
from .services import Found, is_anothers

_BY_HAND = "baris karya ini tidak bisa dilengkapi sendiri; tulis judul: dan sampul: dengan tangan"


@dataclass(frozen=True, slots=True)
class Wish:
    """A work that lacks a title or a cover."""

    creator: Creator
    work: Work
    link: Link

    @property
    def place(self) -> str:
        """Where it stands: `kreator/rina/index.md:12`."""
        return f"{self.creator.source}:{self.work.line}"


@dataclass(frozen=True, slots=True)
class Office:
    """What is read from: the content folder, and the folder that has the region's data."""

    content: Path
    home: Path
    today: date


def write(office: Office, findings: list[tuple[Wish, Found]]) -> tuple[list[str], list[Trouble]]:
    """Write the findings of one creator; lines about what was done, and what was not.

    One work at a time, from the last line up: a finding that the reading room refuses takes no other with it,
    and the line numbers above stay true.
    """
    written: list[str] = []
    troubles: list[Trouble] = []
    for wish, found in sorted(findings, key=lambda one: one[0].work.line, reverse=True):
        if is_anothers(found, wish.creator.channels):
            reason = f"platform menyebut pemilik lain ({found.author}); pastikan ini karyanya"
            troubles.append(Trouble(wish.place, wish.link.canonical, reason))
        if found.lost:
            troubles.append(Trouble(wish.place, wish.link.canonical, found.lost, by_hand=True))
        kept, problem = _write_one(office, wish, found)
        if problem:
            troubles.append(Trouble(wish.place, wish.link.canonical, problem, by_hand=True))
        if kept:
            parts = " dan ".join(part for part, there in (("judul", kept.title), ("sampul", kept.cover)) if there)
            written.append(f"{wish.place}: {parts} dari {PLATFORMS[wish.link.platform].label}")
    return written[::-1], troubles[::-1]


def _write_one(office: Office, wish: Wish, found: Found) -> tuple[Addition | None, str]:
    """Write the whole finding, or else its title alone, or else nothing; and what was wrong."""
    digest = sha256(same_thing(wish.link).encode()).hexdigest()[:8]
    name = f"sampul-{wish.link.platform}-{digest}{found.suffix}" if found.picture else ""
    whole = Addition(wish.work.line, wish.link.url, "" if wish.work.title else found.title, name)
    first = ""
    for addition in (whole, replace(whole, cover="")):
        if not addition.title and not addition.cover:
            continue
        source = office.content / wish.creator.source
        text, left = add(source.read_bytes().decode("utf-8"), [addition])
        problem = _BY_HAND if left else _problem(office, wish, text, addition, found.picture)
        if not problem:
            _put(source, text, addition, found.picture)
            return addition, first
        first = first or problem
    return None, first


def _problem(office: Office, wish: Wish, text: str, addition: Addition, picture: bytes) -> str:
    """What the reading room would say of the changed profile that it does not say today, or ""."""
    folder = office.content / wish.creator.source
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name, "a"), Path(name, "b")
        for trial in (before, after):
            copytree(folder.parent, trial / Path(wish.creator.source).parent, symlinks=True)
        changed = after / wish.creator.source
        changed.write_bytes(text.encode())
        if addition.cover:
            cover = changed.with_name(addition.cover)
            cover.write_bytes(picture)
            try:
                inspect(cover)
            except PictureError as error:
                return f"sampul tidak bisa dipakai: {error}"
        known = {(fault.code, fault.message) for fault in read_content(before, office.home, office.today).faults}
        content = read_content(after, office.home, office.today)
        new = [fault for fault in content.faults if (fault.code, fault.message) not in known]
        if any(fault.severity == "fault" for fault in new):
            return next(fault.message for fault in new if fault.severity == "fault").rstrip(".")
        return "" if _is_there(content.creators, wish, addition) else _BY_HAND


def _is_there(creators: tuple[Creator, ...], wish: Wish, addition: Addition) -> bool:
    """True if the profile now says what was added, and about the works nothing else."""
    creator = next((one for one in creators if one.slug == wish.creator.slug), None)
    if creator is None or len(creator.works) != len(wish.creator.works):
        return False
    work = next((one for one in creator.works if one.link and same_thing(one.link) == same_thing(wish.link)), None)
    if work is None:
        return False
    titled = not addition.title or work.title == addition.title
    return titled and (not addition.cover or (work.cover is not None and work.cover.path.name == addition.cover))


def _put(source: Path, text: str, addition: Addition, picture: bytes) -> None:
    """The picture, then the line that names it. Stopped between the two, the next run does both again."""
    if addition.cover:
        write_atomically(source.with_name(addition.cover), picture)
    write_atomically(source, text.encode())
