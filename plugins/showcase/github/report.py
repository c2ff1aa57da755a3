"""The report of a review as a bounded JSON file: what a proposal changes, and what is wrong with it.

It is made by a job that reads untrusted content and has no rights, and read by a job that may write comments. So it
holds bounded texts and closed lists only, and its reader trusts none of its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..diagnostics.fault import Fault, ToolFailure
from ..schema.choices import SCOPE_WORDS
from ..text.bounded_file import own_bytes

LARGEST = 8_000_000  # bytes of a report
MOST_ENTRIES, MOST_NOTES, MOST_LINKS, MOST_PLACES, MOST_CHANGES = 60, 40, 12, 10, 40

Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,60}\Z")]
Word = Annotated[str, Meta(max_length=80)]
Sentence = Annotated[str, Meta(max_length=500)]
Line = Annotated[str, Meta(max_length=1000, pattern=r"\A[^\x00-\x08\x0a-\x1f\x7f\u2028\u2029]*\Z")]  # just one
Number = Annotated[int, Meta(ge=0, le=2_000_000_000)]
ChangeTopic = Literal[
    "nama", "akun", "foto", "persetujuan", "kontak",
    "dinas_nama", "dinas_whatsapp", "dinas_surel", "dinas_alamat", "dinas_situs", "dinas_jam",
]  # fmt: skip
ProfileState = Literal["terbit", "sembunyi", "contoh", "ditarik", "dihapus", "keliru"]
ChangeKind = Literal["baru", "berubah", "ditarik", "keliru"]
Scope = Annotated[str, Meta(pattern=rf"\A(?:{'|'.join(SCOPE_WORDS.values())})\Z")]
Day = Annotated[str, Meta(pattern=r"\A(\d{4}-\d{2}-\d{2})?\Z")]


@dataclass(frozen=True, slots=True)
class ReportedFault:
    """One fault or suggestion. line: 0 where the whole file is meant. path: relative to the content folder."""

    path: Sentence
    line: Number
    code: Annotated[str, Meta(pattern=r"\A[A-Z]\d{3}\Z")]
    severity: Literal["fault", "suggestion"]
    key: Word
    message: Sentence
    fix: Sentence


@dataclass(frozen=True, slots=True)
class LineFix:
    """A line of a file with its fix. short: an address in it that must still be looked up, or ""."""

    path: Sentence
    line: Number
    text: Line
    short: Annotated[str, Meta(pattern=r"\A(https://v[tm]\.tiktok\.com/[A-Za-z0-9]{5,20}/?)?\Z")] = ""


@dataclass(frozen=True, slots=True)
class ConsentSummary:
    """The recorded consent. until: last day, or ""."""

    given: Day
    form: Word
    scope: Annotated[tuple[Scope, ...], Meta(max_length=len(SCOPE_WORDS))]
    guardian: bool
    until: Day


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what identifies somebody, or of the office; "" where there was or is nothing."""

    topic: ChangeTopic
    old: Sentence
    new: Sentence


@dataclass(frozen=True, slots=True)
class ProfileReview:
    """One profile that the proposal touches. added: bytes more than before, never less than 0.

    kind: whether the site knew it before: as `ditarik` it had asked to leave, as `keliru` it could not be compared.
    changes: what is another than before. moved: the slug under which a deleted folder goes on, or "".
    redirect: the line that the profile there lacks, so that the old address leads to it, or "".
    """

    slug: Slug
    state: ProfileState
    consent: ConsentSummary | None
    added: Number
    notes: Annotated[tuple[ReportedFault, ...], Meta(max_length=MOST_NOTES)]
    mends: Annotated[tuple[LineFix, ...], Meta(max_length=MOST_NOTES + MOST_LINKS)]
    kind: ChangeKind = "baru"
    changes: Annotated[tuple[Change, ...], Meta(max_length=MOST_CHANGES)] = ()
    moved: Annotated[str, Meta(pattern=r"\A[a-z0-9-]{0,60}\Z")] = ""
    redirect: Annotated[str, Meta(pattern=r"\A(alamat_lama: [a-z0-9, -]{1,400})?\Z")] = ""


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """A whole proposal.

    others: notes on other files; mends: fixes of their lines. left_off: profiles and notes that did not fit.
    elsewhere: files that were faulty before and that the proposal leaves alone: they do not keep its check red.
    faults: how many the proposal adds or touches, those left off too. office: what changes of the office's own data.
    """

    entries: Annotated[tuple[ProfileReview, ...], Meta(max_length=MOST_ENTRIES)]
    others: Annotated[tuple[ReportedFault, ...], Meta(max_length=MOST_NOTES)]
    left_off: Number
    elsewhere: Annotated[tuple[Sentence, ...], Meta(max_length=MOST_PLACES)] = ()
    mends: Annotated[tuple[LineFix, ...], Meta(max_length=MOST_NOTES)] = ()
    faults: Number = 0
    office: Annotated[tuple[Change, ...], Meta(max_length=MOST_CHANGES)] = ()


def reported(fault: Fault) -> ReportedFault:
    """A fault, its texts cut to the bounds of the report."""
    return ReportedFault(
        path=fault.path[:500],
        line=fault.line or 0,
        code=fault.code,
        severity=fault.severity,
        key=fault.key[:80],
        message=fault.message[:500],
        fix=fault.fix if len(fault.fix) <= 500 else "",
    )


def write_report(report: ReviewReport, path: Path) -> None:
    """Raises OSError."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report)))


def load_report(path: Path) -> ReviewReport:
    """Read an untrusted report. Raises ToolFailure for anything that is not one."""
    try:
        data = own_bytes(path, LARGEST + 1)  # an archive may hold a link to a device without end
        if len(data) > LARGEST:
            raise ToolFailure(f"laporan pemeriksaan lebih besar dari {LARGEST // 1000} kB.")
        return msgspec.json.decode(data, type=ReviewReport)
    except OSError as missing:
        raise ToolFailure(f"laporan pemeriksaan tidak terbaca: {missing.strerror}.") from missing
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as wrong:
        raise ToolFailure("laporan pemeriksaan tidak berbentuk semestinya.") from wrong
