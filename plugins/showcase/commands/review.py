"""`review`: what a proposal does to each profile, as a file for the job that answers it.

Runs where the proposal's own files are read, so it has no right to write anywhere and asks nobody.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..faults import Fault, ToolFailure
from ..profiles import Content, Creator, read_content, require_people
from .region_day import region_day
from .review_report import (
    MOST_ENTRIES,
    MOST_LINKS,
    MOST_NOTES,
    MOST_PLACES,
    Agreement,
    Entry,
    Mend,
    Report,
    State,
    note_of,
    write_report,
)

SHORT_LINK = re.compile(r"https://v[tm]\.tiktok\.com/[A-Za-z0-9]{5,20}/?(?=[\s\"'\])},]|$)")
STATES: dict[str, State] = {"published": "terbit", "hidden": "sembunyi", "sample": "contoh"}


def run(content: Path, project_content: Path, base: str, output: Path) -> int:
    """Write the report of what changed since the commit `base`. Exit code 0. Raises ToolFailure."""
    require_people(content, may_lack=content == project_content)
    changed = changed_files(content, base)
    found = read_content(content, project_content, region_day(content, project_content))
    report = report_of(found, content, changed)
    write_report(report, output)
    print(f"{len(report.entries)} profil berubah; laporan di {output}.", file=sys.stderr)
    return 0


def changed_files(content: Path, base: str) -> dict[str, int]:
    """Files below `content` that differ from the commit `base` -> bytes added. Names relative to `content`."""
    listed = _git(content, "diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative", base, "HEAD", "--", ".")
    fields = listed.split("\0")
    changes = {}
    for heading, name in zip(fields[0::2], fields[1::2], strict=False):
        _old_mode, _new_mode, old, new, _kind = heading.lstrip(":").split(" ")
        changes[name] = max(_size(content, new) - _size(content, old), 0)
    return changes


def report_of(found: Content, content: Path, changed: dict[str, int]) -> Report:
    """What the changed files mean: each profile with its notes, and notes on other files that changed."""
    slugs = sorted({slug for name in changed if (slug := _slug(name))})
    creators = {one.slug: one for one in found.creators}
    withdrawn = {one.slug for one in found.gone}
    entries = [
        _entry(slug, creators.get(slug), slug in withdrawn, found.faults, content, changed)
        for slug in slugs
        if re.fullmatch(r"[a-z0-9-]{1,60}", slug)
    ]
    named = {f"kreator/{entry.slug}" for entry in entries}
    others = [
        fault
        for fault in found.faults
        if "/".join(fault.path.split("/")[:2]) not in named and any(_about(fault.path, name) for name in changed)
    ]
    told = {*others, *(fault for slug in slugs for fault in _faults_of(found.faults, slug))}
    elsewhere = dict.fromkeys(one.path[:500] for one in found.faults if one.severity == "fault" and one not in told)
    cut = max(len(entries) - MOST_ENTRIES, 0) + max(len(others) - MOST_NOTES, 0)
    left = cut + sum(max(len(_faults_of(found.faults, entry.slug)) - MOST_NOTES, 0) for entry in entries)
    return Report(
        tuple(entries[:MOST_ENTRIES]),
        tuple(map(note_of, others[:MOST_NOTES])),
        left,
        tuple(elsewhere)[:MOST_PLACES],
        tuple(
            mend for path in sorted({fault.path for fault in others}) for mend in _mends(others, content / path, path)
        )[:MOST_NOTES],
    )


def _entry(
    slug: str, creator: Creator | None, gone: bool, faults: Iterable[Fault], content: Path, changed: dict[str, int]
) -> Entry:
    own = _faults_of(faults, slug)
    index = content / "kreator" / slug / "index.md"
    return Entry(
        slug=slug,
        name=creator.name[:80] if creator else "",
        state=_state(creator, gone, index),
        consent=_agreement(creator),
        added=sum(size for name, size in changed.items() if _slug(name) == slug),
        notes=tuple(note_of(fault) for fault in own[:MOST_NOTES]),
        mends=tuple(_mends(own, index, f"kreator/{slug}/index.md")),
    )


def _state(creator: Creator | None, gone: bool, index: Path) -> State:
    if gone:
        return "ditarik"
    if creator is None:
        return "keliru" if index.is_file() else "dihapus"
    return STATES.get(creator.status, "terbit")


def _agreement(creator: Creator | None) -> Agreement | None:
    consent = creator.consent if creator else None
    if consent is None:
        return None
    words = {"photo": "foto", "contact": "kontak", "works": "karya"}
    scope = tuple(word for english, word in words.items() if english in consent.scope)
    until = consent.expires.isoformat() if consent.expires else ""
    return Agreement(consent.given.isoformat(), consent.form[:80], scope, consent.guardian, until)  # type: ignore[arg-type]


def _mends(faults: Sequence[Fault], index: Path, path: str) -> Iterator[Mend]:
    """Each line that has a ready fix, with all its fixes in place; then lines with a link to be looked up."""
    try:
        lines = index.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        return
    by_line: dict[int, list[Fault]] = {}
    for fault in faults:
        if fault.fix and fault.path == path and fault.line and fault.line <= len(lines):
            by_line.setdefault(fault.line, []).append(fault)
    mended: set[int] = set()
    for number, here in sorted(by_line.items()):
        text = _mended(lines[number - 1], here)
        if text != lines[number - 1] and len(text) <= 1000 and len(mended) < MOST_NOTES:
            mended.add(number)
            yield Mend(path, number, text)
    links = 0
    for number, line in enumerate(lines, 1):
        short = SHORT_LINK.search(line)
        if short and number not in mended and len(line) <= 1000 and links < MOST_LINKS:
            links += 1
            yield Mend(path, number, line, short[0])


def _mended(line: str, faults: Iterable[Fault]) -> str:
    """A line with every fix that still finds its place, from the right so that places stay true."""
    end = len(line) + 1
    for fault in sorted(faults, key=lambda fault: fault.column or 0, reverse=True):
        start = (fault.column or 0) - 1
        if not fault.fix or start < 0 or start + len(fault.found) > end or not line.startswith(fault.found, start):
            continue
        line, end = line[:start] + fault.fix + line[start + len(fault.found) :], start
    return line


def _faults_of(faults: Iterable[Fault], slug: str) -> list[Fault]:
    return [fault for fault in faults if _slug(fault.path) == slug]


def _slug(name: str) -> str:
    """The profile that a file belongs to, or ""."""
    parts = name.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == "kreator" else ""


def _about(path: str, changed: str) -> bool:
    return path == changed or changed.startswith(f"{path}/")


def _size(folder: Path, blob: str) -> int:
    return 0 if not blob.strip("0") else int(_git(folder, "cat-file", "-s", blob))


def _git(folder: Path, *command: str) -> str:
    environment = {**os.environ, "LC_ALL": "C"}  # its words are looked at below
    try:
        return subprocess.run(
            ["git", *command], cwd=folder, env=environment,
            check=True, capture_output=True, encoding="utf-8", errors="replace",
        ).stdout  # fmt: skip
    except FileNotFoundError as missing:
        raise ToolFailure("git tidak terpasang.") from missing
    except subprocess.CalledProcessError as wrong:
        lines = wrong.stderr.strip().splitlines() or ["tanpa keterangan"]
        if "not a git repository" in wrong.stderr.lower():
            raise ToolFailure(f"{folder} bukan bagian dari repositori Git; review membandingkan dua commit.") from wrong
        said = next((line for line in lines if line.startswith("fatal: ")), lines[-1])
        raise ToolFailure(f"git {command[0]}: {said}") from wrong
