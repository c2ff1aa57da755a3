"""A report as a person reads it in a pull request. Every word of the report is a stranger's and made inert."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from babel.dates import format_date

from .quoting import code_span, unlinked
from .review_report import Agreement, Entry, Mend, Note, Report

LARGEST = 60_000  # characters; GitHub takes 65,536
GUIDE = "docs/kode.md"


@dataclass(frozen=True, slots=True)
class Place:
    """What GitHub itself says of a proposal, and where it lives.

    head: `owner/name` of the repository that it comes from. site: ends in a slash, or "". files: of the content, as
    the proposal has them. outside: how many others it changes. log: the page of its check; passed: how that ended.
    """

    server: str
    repository: str
    head: str
    branch: str
    folder: str
    site: str
    log: str = ""
    passed: bool = True
    files: Collection[str] = frozenset()
    outside: int = 0

    def edit(self, path: str) -> str:
        """The page that edits a file of the content on the proposal's own branch."""
        return f"{self.server}/{self.head}/edit/{quote(self.branch)}/{quote(f'{under(self.folder)}{path}')}"

    def explain(self, code: str) -> str:
        """The guide's section on a code."""
        return f"[{code}]({self.server}/{self.repository}/blob/main/{GUIDE}#{code.lower()})"


def under(folder: str) -> str:
    """What the names of the content's files begin with in the repository; `.` for one that holds nothing else."""
    return "" if folder == "." else f"{folder}/"


def comment_of(report: Report, place: Place, mends: Collection[Mend], offered: Collection[Mend]) -> str:
    """The whole comment. mends: every line that can be put right; offered: those that stand beside it with a button."""
    parts = [*_verdict(report, place)]
    for entry in report.entries:
        parts += _entry(entry, place)
    if report.others:
        parts += ["#### Berkas lain", *_notes(report.others, place)]
    if offered:
        parts.append(
            "Perbaikan siap pakai ada di tab **Files changed**: tekan **Commit suggestion**, lalu **Commit changes**."
        )
    parts += _by_hand([mend for mend in mends if mend not in offered], place)
    if report.left_off:
        parts.append(f"Masih ada {report.left_off} lagi yang tidak muat di sini; lihat ringkasan pemeriksaannya.")
    return _fitting(parts)


def suggestion(mend: Mend) -> str:
    """The body of a comment beside a line, with GitHub's button that puts the line right."""
    why = "Tautan pendek ini menuju ke:" if mend.short else "Usulan perbaikan baris ini:"
    return f"{why}\n\n{fenced(mend.text, 'suggestion')}"


def fenced(text: str, kind: str) -> str:
    """A block that the text cannot end, with GitHub's button to copy it."""
    ticks = "`" * max(max(map(len, re.findall(r"`+", text)), default=0) + 1, 3)
    return f"{ticks}{kind}\n{text}\n{ticks}"


def unfinished(url: str) -> str:
    """The comment when there is no report."""
    return f"### Pemeriksaan tidak selesai\n\nBukan salah Anda. [Catatan pemeriksaannya]({url}) menyebutkan sebabnya."


def _verdict(report: Report, place: Place) -> Iterator[str]:
    faults = sum(note.severity == "fault" for note in _all_notes(report))
    if faults:
        yield f"### Ada {faults} hal yang perlu diperbaiki sebelum terbit"
    elif place.passed and report.entries:
        yield "### Semua profil siap diterbitkan"
    elif place.passed:
        yield "### Tidak ada profil yang berubah, dan tidak ada yang keliru"
    elif report.elsewhere:
        yield "### Yang berubah di sini sudah baik, tetapi pemeriksaannya belum hijau"
    else:
        yield "### Yang berubah di sini sudah baik, tetapi situsnya gagal dibangun"
        yield f"Bukan salah Anda. [Catatan pemeriksaannya]({place.log}) menyebutkan sebabnya."
    if report.elsewhere:
        where = ", ".join(code_span(path) for path in report.elsewhere)
        yield f"Ada kesalahan di berkas yang tidak diubah usulan ini: {where}. Perbaiki dahulu, di usulan tersendiri."
    if place.outside:
        yield (
            f"**Perhatian:** usulan ini juga mengubah {place.outside} berkas di luar isi. Pemeriksaannya berjalan "
            "dengan berkas itu, jadi mintalah pengelola teknis membacanya sebelum usulan ini digabung."
        )


def _all_notes(report: Report) -> Iterator[Note]:
    for entry in report.entries:
        yield from entry.notes
    yield from report.others


def _entry(entry: Entry, place: Place) -> list[str]:
    facts = [_state(entry, place), _agreement(entry)]
    if entry.added:
        facts.append(f"Berkas bertambah {_size(entry.added)}.")
    if (index := f"kreator/{entry.slug}/index.md") in place.files:
        facts.append(f"[Buka di penyunting]({place.edit(index)})")
    # The folder alone, which the difference shows: a comment stays when its person has left.
    return [f"#### `{entry.slug}`", "  \n".join(facts), *_notes(entry.notes, place)]


def _state(entry: Entry, place: Place) -> str:
    address = f"`{place.site}kreator/{entry.slug}/`"
    return {
        "terbit": f"Setelah digabung, tayang di {address}.",
        "sembunyi": "Disembunyikan: tidak tayang sampai baris `status: sembunyi` dihapus.",
        "contoh": "Profil contoh: tidak ikut di situs umum.",
        "ditarik": f"Ditarik: hilang dari situs, dan {address} memberi tahu dengan netral.",
        "dihapus": f"Foldernya dihapus: {address} tidak akan ada lagi, tanpa pemberitahuan.",
        "keliru": "**Belum dapat terbit**; yang lain tetap terbit.",
    }[entry.state]


def _agreement(entry: Entry) -> str:
    consent = entry.consent
    if entry.state in ("contoh", "ditarik", "dihapus"):
        return "Persetujuan: tidak diperlukan."
    if consent is None:
        return "Persetujuan: belum dapat dipastikan; perbaiki dahulu yang di bawah ini."
    return _recorded(consent)


def _recorded(consent: Agreement) -> str:
    scope = " dan ".join(filter(None, (", ".join(consent.scope[:-1]), *consent.scope[-1:]))) or "nama dan tautan saja"
    guardian = ", disetujui wali" if consent.guardian else ""
    until = f", berlaku sampai {_day(consent.until)}" if consent.until else ""
    return f"Persetujuan: {_day(consent.given)}, formulir {unlinked(consent.form)}, untuk {scope}{guardian}{until}."


def _day(iso: str) -> str:
    try:
        return format_date(date.fromisoformat(iso), "d MMMM y", locale="id")
    except ValueError:
        return "tanggal tidak terbaca"


def _notes(notes: Iterable[Note], place: Place) -> list[str]:
    lines = []
    for note in sorted(notes, key=lambda note: (note.severity != "fault", note.path, note.line)):
        where = f"Baris {note.line}" if note.line else f"Berkas {code_span(note.path.rpartition('/')[2])}"
        subject = f", *{unlinked(note.key)}*" if note.key else ""
        hint = "" if note.severity == "fault" else ", saran yang tidak menghalangi"
        fix = f" Tulis: {code_span(note.fix)}." if note.fix else ""
        own = note.path.startswith("kreator/") or note.path not in place.files or not note.line
        edit = "" if own else f" [Buka di penyunting]({place.edit(note.path)})."
        lines.append(f"- {where}{subject}: {unlinked(note.message)}{fix} ({place.explain(note.code)}{hint}){edit}")
    return ["\n".join(lines)] if lines else []


def _by_hand(mends: Iterable[Mend], place: Place) -> Iterator[str]:
    for mend in mends:
        link = f"[{code_span(mend.path)}]({place.edit(mend.path)})"
        yield f"Ganti baris {mend.line} di {link} menjadi:\n\n{fenced(mend.text, '')}"


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1_000_000 else f"{max(count // 1000, 1)} kB"


def _fitting(parts: Iterable[str]) -> str:
    """The parts as far as GitHub takes them, whole ones only."""
    text = ""
    for part in parts:
        if len(text) + len(part) > LARGEST:
            return f"{text}\n\nSisanya tidak muat di sini; lihat ringkasan pemeriksaannya."
        text += f"\n\n{part}" if text else part
    return text
