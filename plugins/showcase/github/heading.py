"""The heading of the bot's comment on a pull request, and what concerns the proposal as a whole.

A proposal is called ready only if nobody needs to look at it again. The most serious finding gives the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..text.markdown import code_span
from .pull_request import PullRequest
from .report import Change, ProfileReview, ReportedFault, ReviewReport

MOST_NAMED = 60  # files; GitHub's own tab has them all
LONGEST_NAME = 160
SHOWN = ("terbit", "sembunyi")
CONTACTS = ("dinas_whatsapp", "dinas_surel")
ONCE_MORE = "Coba sekali lagi di halaman itu: **Re-run jobs**, lalu **Re-run all jobs**."
LABELS = {
    "nama": "Nama", "akun": "Akun", "foto": "Foto wajah", "persetujuan": "Persetujuan", "kontak": "Kontak",
}  # fmt: skip


def overview(report: ReviewReport, pull: PullRequest) -> Iterator[str]:
    """The heading, and below it what concerns the proposal as a whole."""
    faults = max(report.faults, sum(note.severity == "fault" for note in _all_notes(report)))
    yield f"### {f'Ada {faults} hal yang perlu diperbaiki sebelum terbit' if faults else _heading(report, pull)}"
    if not faults and not pull.passed:
        yield (
            f"[Catatan pemeriksaannya]({pull.log}) menyebutkan sebabnya. {ONCE_MORE} Jika tetap merah, minta bantuan "
            "pengelola teknis."
        )
    yield from _beyond_the_check(pull)
    if report.office:
        lines = "\n".join(f"- *{change.topic}*: {_before_after(change)}" for change in report.office)
        yield f"**Data dinas berganti.** Semua pengunjung memakainya, jadi pastikan benar:\n\n{lines}"
    if pull.texts:
        yield (
            f"Di luar profil, usulan ini mengubah {len(pull.texts)} berkas: {_named(pull.texts)}. "
            "Baca perubahannya di tab **Files changed**."
        )
    if report.elsewhere:
        where = ", ".join(map(code_span, report.elsewhere))
        yield (
            f"Sudah keliru sebelum usulan ini, dan tidak menghalanginya: {where}. Betulkan di usulan tersendiri; "
            "sampai itu, yang keliru tidak tayang."
        )


def _beyond_the_check(pull: PullRequest) -> Iterator[str]:
    """Changes that the check does not cover."""
    if not pull.complete:
        yield (
            "GitHub hanya menyebutkan 3.000 berkas pertama dari usulan ini, jadi yang lain tidak diketahui. "
            "Minta pengusul membaginya menjadi beberapa usulan."
        )
    if pull.outside:
        yield (
            f"**Perhatian:** usulan ini juga mengubah {len(pull.outside)} berkas di luar isi: "
            f"{_named(pull.outside)}. Pemeriksaannya berjalan dengan berkas itu, jadi mintalah pengelola teknis "
            "membacanya sebelum usulan ini digabung."
        )


def _heading(report: ReviewReport, pull: PullRequest) -> str:
    if not pull.passed:
        return "Pemeriksaan berhenti sebelum selesai"
    if not pull.complete:
        return "Terlalu banyak berkas untuk dinilai di sini"
    if pull.outside:
        return "Jangan digabung dahulu: ada berkas di luar isi yang diubah"
    if any(map(may_be_another_person, report.entries)):
        return "Orangnya berbeda? Cocokkan dahulu"
    if any(entry.state == "dihapus" and (entry.redirect or not entry.moved) for entry in report.entries):
        return "Ada profil yang alamatnya akan hilang"
    if any(change.topic in CONTACTS for change in report.office):
        return "Kontak dinas berganti: pastikan dahulu"
    if pull.texts:
        return "Tidak ada yang keliru; baca dahulu yang diubah di luar profil"
    if any(map(needs_comparing, report.entries)):
        return "Tidak ada yang keliru; cocokkan dahulu yang berganti"
    return (
        "Semua profil siap diterbitkan"
        if report.entries
        else "Tidak ada profil yang berubah, dan tidak ada yang keliru"
    )


def may_be_another_person(entry: ProfileReview) -> bool:
    """Whether an existing profile may now describe another person, or one who had asked to be removed."""
    topics = {change.topic for change in entry.changes}
    lost = any(change.topic == "akun" and change.old for change in entry.changes)
    return entry.state in SHOWN and (entry.kind == "ditarik" or (lost and "nama" in topics))


def needs_comparing(entry: ProfileReview) -> bool:
    """Whether the identity in a profile has changed, or cannot be compared."""
    return entry.state in SHOWN and (bool(entry.changes) or entry.kind == "keliru")


def list_of_changes(entry: ProfileReview) -> list[str]:
    """The changes of a profile as a Markdown list; none for a profile that is removed or hidden."""
    if entry.state not in SHOWN:
        return []
    lines = [f"- {LABELS.get(change.topic, change.topic)} {_said(change)}" for change in entry.changes]
    if entry.kind == "ditarik":
        lines = ["- **Pernah ditarik.** Pastikan kreatornya sendiri yang meminta tampil lagi, dengan persetujuan baru."]
    elif entry.kind == "keliru":
        lines = ["- Yang lama tidak dapat dibandingkan karena keliru; lihat tab **Files changed**."]
    elif may_be_another_person(entry):
        lines.insert(0, "- **Nama dan akunnya berganti.** Jika ini kreator lain, buat folder baru untuknya.")
    return ["\n".join(lines)] if lines else []


def _said(change: Change) -> str:
    if change.topic == "foto":
        return "diganti" if change.old and change.new else "dihapus" if change.old else "ditambahkan"
    if not change.old:
        return f"ditambahkan: {code_span(change.new)}"
    if not change.new:
        return f"dihapus: {code_span(change.old)}"
    return f"berganti: {_before_after(change)}"


def _before_after(change: Change) -> str:
    old, new = (code_span(text) if text else "(kosong)" for text in (change.old, change.new))
    return f"{old} → {new}"


def _named(names: Sequence[str]) -> str:
    more = f", dan {len(names) - MOST_NAMED} lagi" if len(names) > MOST_NAMED else ""
    return ", ".join(code_span(name[:LONGEST_NAME]) for name in names[:MOST_NAMED]) + more


def _all_notes(report: ReviewReport) -> Iterable[ReportedFault]:
    for entry in report.entries:
        yield from entry.notes
    yield from report.others
