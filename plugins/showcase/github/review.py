"""`review`: writes the report of what a proposal changes and which faults it has, for `comment`.

It reads the proposal's own files, so its job has no write permission, and it sends no requests.
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
from .changes import changes_of, identity_of, office_changes, scope_words
from .heading import may_be_another_person
from .proposal import Proposal, read_proposal
from .report import (
    MOST_CHANGES,
    MOST_ENTRIES,
    MOST_LINKS,
    MOST_NOTES,
    MOST_PLACES,
    Change,
    ChangeKind,
    ConsentSummary,
    LineFix,
    ProfileReview,
    ProfileState,
    ReviewReport,
    reported,
    write_report,
)

SHORT_LINK = re.compile(r"https://v[tm]\.tiktok\.com/[A-Za-z0-9]{5,20}/?(?=[\s\"'\])},]|$)")
STATES: dict[str, ProfileState] = {"published": "terbit", "hidden": "sembunyi", "sample": "contoh"}


def run(content: Path, project_content: Path, base: str, output: Path) -> int:
    """Write the report of what changed since the commit `base`. Exit code 0. Raises ToolFailure."""
    report = report_of(read_proposal(content, project_content, base), content)
    write_report(report, output)
    print(f"{len(report.entries)} profil berubah; laporan di {output}.", file=sys.stderr)
    return 0


def report_of(proposal: Proposal, content: Path) -> ReviewReport:
    """The report on a proposal: each profile that it changes with its faults, and faults of all other files."""
    faults = proposal.found.faults
    slugs = {slug for name in proposal.changed if (slug := slug_of(name)) and re.fullmatch(r"[a-z0-9-]{1,60}", slug)}
    entries = sorted((_entry(slug, proposal, content) for slug in slugs), key=_sort_key)
    others = [fault for fault in faults if slug_of(fault.path) not in slugs]
    line_fixes = (
        line_fix
        for path in sorted({one.path for one in others})
        for line_fix in _line_fixes(others, content / path, path)
    )
    included = sum(len(entry.notes) for entry in entries[:MOST_ENTRIES]) + min(len(others), MOST_NOTES)
    return ReviewReport(
        entries=tuple(entries[:MOST_ENTRIES]),
        others=tuple(map(reported, others[:MOST_NOTES])),
        left_off=max(len(entries) - MOST_ENTRIES, 0) + len(faults) - included,
        elsewhere=tuple(dict.fromkeys(one.path[:500] for one in proposal.earlier))[:MOST_PLACES],
        mends=tuple(line_fixes)[:MOST_NOTES],
        faults=sum(fault.severity == "fault" for fault in faults),
        office=tuple(office_changes(proposal.before.content.region.site.office, proposal.found.region.site.office)),
    )


def _sort_key(entry: ProfileReview) -> tuple[bool, bool, bool, str]:
    """Sort key: the most important profiles first, since those at the end may be left off."""
    return (entry.state != "keliru", entry.state != "dihapus", not may_be_another_person(entry), entry.slug)


def _entry(slug: str, proposal: Proposal, content: Path) -> ProfileReview:
    creator = next((one for one in proposal.found.creators if one.slug == slug), None)
    gone = any(one.slug == slug for one in proposal.found.gone)
    own = [fault for fault in proposal.found.faults if slug_of(fault.path) == slug]
    index = content / "kreator" / slug / "index.md"
    state = _state(creator, gone, index)
    kind, changes = _compared(slug, creator, proposal)
    moved = proposal.moved.get(slug, "") if state == "dihapus" else ""
    return ProfileReview(
        slug=slug,
        state=state,
        consent=_consent_summary(creator),
        added=sum(size for name, size in proposal.changed.items() if slug_of(name) == slug),
        notes=tuple(reported(fault) for fault in own[:MOST_NOTES]),
        mends=tuple(_line_fixes(own, index, f"kreator/{slug}/index.md")),
        kind=kind,
        changes=changes,
        moved=moved[:60],
        redirect=_redirect(slug, moved, proposal.found.creators),
    )


def _compared(slug: str, creator: Creator | None, proposal: Proposal) -> tuple[ChangeKind, tuple[Change, ...]]:
    """Whether a profile is new, and what identifies its creator and has changed. A folder that moved is not new."""
    before = proposal.before
    came_from = next((old for old, new in proposal.moved.items() if new == slug), slug)
    facts = before.identities.get(came_from)
    if any(one.slug == came_from for one in before.content.gone):
        return "ditarik", ()
    if facts is None:
        return ("keliru" if came_from in before.folders else "baru"), ()
    if facts.status == "sample":  # it describes no real person
        return "baru", ()
    return "berubah", tuple(changes_of(facts, identity_of(creator)))[:MOST_CHANGES] if creator else ()


def _redirect(slug: str, moved: str, creators: Iterable[Creator]) -> str:
    """The line that the profile under its new slug needs, or "" if it has it."""
    old = next((one.old_slugs for one in creators if one.slug == moved), ())
    line = f"alamat_lama: {', '.join((*old, slug))}"
    return line if moved and slug not in old and len(line) <= 400 else ""


def _state(creator: Creator | None, gone: bool, index: Path) -> ProfileState:
    if gone:
        return "ditarik"
    if creator is None:
        return "keliru" if index.is_file() else "dihapus"
    return STATES.get(creator.status, "terbit")


def _consent_summary(creator: Creator | None) -> ConsentSummary | None:
    consent = creator.consent if creator else None
    if consent is None:
        return None
    return ConsentSummary(
        given=consent.given.isoformat(),
        form=consent.form[:80],
        scope=scope_words(consent),
        guardian=consent.guardian,
        until=iso(consent.expires),
    )


def _line_fixes(faults: Sequence[Fault], index: Path, path: str) -> Iterator[LineFix]:
    """Each line that has fixes, with all of them applied; then lines with a short link that must be resolved."""
    try:
        lines = index.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        return
    by_line: dict[int, list[Fault]] = {}
    for fault in faults:
        if fault.fix and fault.path == path and fault.line and fault.line <= len(lines):
            by_line.setdefault(fault.line, []).append(fault)
    fixed: set[int] = set()
    for number, here in sorted(by_line.items()):
        text = _fixed_line(lines[number - 1], here)
        if text != lines[number - 1] and len(text) <= 1000 and len(fixed) < MOST_NOTES:
            fixed.add(number)
            yield LineFix(path, number, text)
    links = 0
    for number, line in enumerate(lines, 1):
        short = SHORT_LINK.search(line)
        if short and number not in fixed and len(line) <= 1000 and links < MOST_LINKS:
            links += 1
            yield LineFix(path, number, line, short[0])


def _fixed_line(line: str, faults: Iterable[Fault]) -> str:
    """A line with every fix applied whose text is still there, from the right so that columns stay right."""
    end = len(line) + 1
    for fault in sorted(faults, key=lambda fault: fault.column or 0, reverse=True):
        start = (fault.column or 0) - 1
        if not fault.fix or start < 0 or start + len(fault.found) > end or not line.startswith(fault.found, start):
            continue
        line, end = line[:start] + fault.fix + line[start + len(fault.found) :], start
    return line
