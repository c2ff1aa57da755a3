"""Writing titles and covers into a creator's profile: the change is checked in a copy first, then written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree

from ..content import read_content
from ..links import PLATFORMS, Link, same_thing
from ..pictures import PictureError, inspect
from ..profiles import Creator, Work
from ..runtime.atomic_write import LEFT, write_atomically
from .edit import Addition, add
from .services import Found, is_anothers
from .summary import Problem

_BY_HAND = "baris karya ini tidak bisa dilengkapi sendiri; tulis judul: dan sampul: dengan tangan"


@dataclass(frozen=True, slots=True)
class Request:
    """A work that lacks a title or a cover, which a service is asked for."""

    creator: Creator
    work: Work
    link: Link

    @property
    def place(self) -> str:
        """Its position: `kreator/rina/index.md:12`."""
        return f"{self.creator.source}:{self.work.line}"


@dataclass(frozen=True, slots=True)
class ContentSource:
    """Where content is read from, and on which day. home: the folder that has the region's data."""

    content: Path
    home: Path
    today: date


def clear_left(base: ContentSource, creators: Iterable[Creator]) -> None:
    """Remove what a run that was killed left half-written in the folders of creators."""
    for creator in creators:
        for path in (base.content / creator.source).parent.glob(".*.part"):
            if LEFT.fullmatch(path.name):
                path.unlink(missing_ok=True)


def write(base: ContentSource, findings: list[tuple[Request, Found]]) -> tuple[list[str], list[Problem]]:
    """Write the findings of one creator; lines about what was done, and what was not.

    One work at a time, from the last line up: a change that makes the profile faulty leaves out this work alone, and
    the line numbers above stay right.
    """
    written: list[str] = []
    problems: list[Problem] = []
    for request, found in sorted(findings, key=lambda one: one[0].work.line, reverse=True):
        if is_anothers(found, request.creator.channels):
            reason = f"platform menyebut pemilik lain ({found.author}); pastikan ini karyanya"
            problems.append(Problem(request.place, request.link.canonical, reason))
        if found.lost:
            problems.append(Problem(request.place, request.link.canonical, found.lost, by_hand=True))
        kept, problem = _write_work(base, request, found)
        if problem:
            problems.append(Problem(request.place, request.link.canonical, problem, by_hand=True))
        if kept:
            parts = " dan ".join(part for part, there in (("judul", kept.title), ("sampul", kept.cover)) if there)
            written.append(f"{request.place}: {parts} dari {PLATFORMS[request.link.platform].label}")
    return written[::-1], problems[::-1]


def _write_work(base: ContentSource, request: Request, found: Found) -> tuple[Addition | None, str]:
    """Write the whole finding, or else its title alone, or else nothing; and what was wrong."""
    digest = sha256(same_thing(request.link).encode()).hexdigest()[:8]
    name = f"sampul-{request.link.platform}-{digest}{found.suffix}" if found.picture else ""
    whole = Addition(request.work.line, request.link.url, "" if request.work.title else found.title, name)
    first = ""
    for addition in (whole, replace(whole, cover="")):
        if not addition.title and not addition.cover:
            continue
        path = base.content / request.creator.source
        text, left = add(path.read_bytes().decode("utf-8"), [addition])
        problem = _BY_HAND if left else _problem(base, request, text, addition, found.picture)
        if not problem:
            _put(path, text, addition, found.picture)
            return addition, first
        first = first or problem
    return None, first


def _problem(base: ContentSource, request: Request, text: str, addition: Addition, picture: bytes) -> str:
    """A fault that the change would add to the profile, or ""."""
    folder = base.content / request.creator.source
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name, "a"), Path(name, "b")
        for trial in (before, after):
            copytree(folder.parent, trial / Path(request.creator.source).parent, symlinks=True)
        changed = after / request.creator.source
        changed.write_bytes(text.encode())
        if addition.cover:
            cover = changed.with_name(addition.cover)
            cover.write_bytes(picture)
            try:
                inspect(cover)
            except PictureError as error:
                return f"sampul tidak bisa dipakai: {error}"
        known = {(fault.code, fault.message) for fault in read_content(before, base.home, base.today).faults}
        content = read_content(after, base.home, base.today)
        new = [fault for fault in content.faults if (fault.code, fault.message) not in known]
        if any(fault.severity == "fault" for fault in new):
            return next(fault.message for fault in new if fault.severity == "fault").rstrip(".")
        return "" if _is_there(content.creators, request, addition) else _BY_HAND


def _is_there(creators: tuple[Creator, ...], request: Request, addition: Addition) -> bool:
    """True if the profile now has what was added, and its works are otherwise the same."""
    creator = next((one for one in creators if one.slug == request.creator.slug), None)
    if creator is None or len(creator.works) != len(request.creator.works):
        return False
    work = next((one for one in creator.works if one.link and same_thing(one.link) == same_thing(request.link)), None)
    if work is None:
        return False
    titled = not addition.title or work.title == addition.title
    return titled and (not addition.cover or (work.cover is not None and work.cover.path.name == addition.cover))


def _put(path: Path, text: str, addition: Addition, picture: bytes) -> None:
    """The picture, then the line that names it. Stopped between the two, the next run does both again."""
    if addition.cover:
        write_atomically(path.with_name(addition.cover), picture)
    write_atomically(path, text.encode())
