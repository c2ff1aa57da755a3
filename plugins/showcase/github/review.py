"""`review`: what a proposal does to each profile, as a file for the job that answers it.

Runs where the proposal's own files are read, so it has no right to write anywhere and asks nobody.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..content.collection import slug_of
from ..diagnostics.fault import Fault
from ..profiles import Creator
from ..text.formats import iso
from .changes import changes_of, facts_of, office_changes, scope_words
from .heading import asks_who
from .proposal import Proposal, read_proposal
from .report import (
    MOST_CHANGES,
    MOST_ENTRIES,
    MOST_LINKS,
    MOST_NOTES,
    MOST_PLACES,
    Agreement,
    Change,
    Entry,
    Kind,
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
    report = report_of(read_proposal(content, project_content, base), content)
    write_report(report, output)
    print(f"{len(report.entries)} profil berubah; laporan di {output}.", file=sys.stderr)
    return 0


def report_of(proposal: Proposal, content: Path) -> Report:
    """What a proposal means: each profile that it changes with its notes, and notes on all other files."""
    faults = proposal.found.faults
    slugs = {slug for name in proposal.changed if (slug := slug_of(name)) and re.fullmatch(r"[a-z0-9-]{1,60}", slug)}
    entries = sorted((_entry(slug, proposal, content) for slug in slugs), key=_weight)
    others = [fault for fault in faults if slug_of(fault.path) not in slugs]
    mends = (mend for path in sorted({one.path for one in others}) for mend in _mends(others, content / path, path))
    told = sum(len(entry.notes) for entry in entries[:MOST_ENTRIES]) + min(len(others), MOST_NOTES)
    return Report(
        entries=tuple(entries[:MOST_ENTRIES]),
        others=tuple(map(note_of, others[:MOST_NOTES])),
        left_off=max(len(entries) - MOST_ENTRIES, 0) + len(faults) - told,
        elsewhere=tuple(dict.fromkeys(one.path[:500] for one in proposal.earlier))[:MOST_PLACES],
        mends=tuple(mends)[:MOST_NOTES],
        faults=sum(fault.severity == "fault" for fault in faults),
        office=tuple(office_changes(proposal.before.content.region.site.office, proposal.found.region.site.office)),
    )


def _weight(entry: Entry) -> tuple[bool, bool, bool, str]:
    """What must be read first stands first: where there is no room for all, nothing grave is left off."""
    return (entry.state != "keliru", entry.state != "dihapus", not asks_who(entry), entry.slug)


def _entry(slug: str, proposal: Proposal, content: Path) -> Entry:
    creator = next((one for one in proposal.found.creators if one.slug == slug), None)
    gone = any(one.slug == slug for one in proposal.found.gone)
    own = [fault for fault in proposal.found.faults if slug_of(fault.path) == slug]
    index = content / "kreator" / slug / "index.md"
    state = _state(creator, gone, index)
    kind, changes = _compared(slug, creator, proposal)
    moved = proposal.moved.get(slug, "") if state == "dihapus" else ""
    return Entry(
        slug=slug,
        state=state,
        consent=_agreement(creator),
        added=sum(size for name, size in proposal.changed.items() if slug_of(name) == slug),
        notes=tuple(note_of(fault) for fault in own[:MOST_NOTES]),
        mends=tuple(_mends(own, index, f"kreator/{slug}/index.md")),
        kind=kind,
        changes=changes,
        moved=moved[:60],
        redirect=_redirect(slug, moved, proposal.found.creators),
    )


def _compared(slug: str, creator: Creator | None, proposal: Proposal) -> tuple[Kind, tuple[Change, ...]]:
    """Whether a profile is new, and what tells now that it is somebody else. A folder that moved is not new."""
    before = proposal.before
    came_from = next((old for old, new in proposal.moved.items() if new == slug), slug)
    facts = before.facts.get(came_from)
    if any(one.slug == came_from for one in before.content.gone):
        return "ditarik", ()
    if facts is None:
        return ("keliru" if came_from in before.folders else "baru"), ()
    if facts.status == "sample":  # nobody is behind it
        return "baru", ()
    return "berubah", tuple(changes_of(facts, facts_of(creator)))[:MOST_CHANGES] if creator else ()


def _redirect(slug: str, moved: str, creators: Iterable[Creator]) -> str:
    """The line that the profile under its new slug needs, or "" if it has it."""
    old = next((one.old_slugs for one in creators if one.slug == moved), ())
    line = f"alamat_lama: {', '.join((*old, slug))}"
    return line if moved and slug not in old and len(line) <= 400 else ""


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
    return Agreement(
        given=consent.given.isoformat(),
        form=consent.form[:80],
        scope=scope_words(consent),
        guardian=consent.guardian,
        until=iso(consent.expires),
    )


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
