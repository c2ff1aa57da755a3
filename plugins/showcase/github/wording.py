"""A report as a person reads it in a pull request. Every word of the report is a stranger's and made inert."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ..text.formats import long_date
from ..text.markdown import code_span, fenced, unlinked
from ..text.numbers import MB, megabytes
from .heading import ONCE_MORE, told_changes, verdict
from .place import Place
from .report import Agreement, Entry, Mend, Note, Report

BROKEN = (
    "#### Menjadi keliru karena usulan ini\n\nBerkas ini sendiri tidak diubah. Ikut betulkan di usulan ini, atau "
    "batalkan perubahan yang membuatnya keliru."
)
LARGEST = 60_000  # characters; GitHub takes 65,536


def comment_of(report: Report, place: Place, mends: Collection[Mend], offered: Collection[Mend]) -> str:
    """The whole comment. mends: every line that can be put right; offered: those that stand beside it with a button."""
    parts = [*verdict(report, place)]
    for entry in report.entries:
        parts += _entry(entry, place)
    mine = [note for note in report.others if note.path in place.files]
    if mine:
        parts += ["#### Berkas lain", *_notes(mine, place, whole=True)]
    if broken := [note for note in report.others if note not in mine]:
        parts += [BROKEN, *_notes(broken, place, whole=True)]
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


def unfinished(url: str) -> str:
    """The comment when there is no report: whose doing that is cannot be known from here."""
    return (
        f"### Pemeriksaan tidak selesai\n\n[Catatan pemeriksaannya]({url}) menyebutkan sebabnya. {ONCE_MORE} "
        "Jika tetap tidak selesai, minta bantuan pengelola teknis."
    )


def _entry(entry: Entry, place: Place) -> list[str]:
    facts = [_state(entry, place), _agreement(entry)]
    if entry.added:
        facts.append(f"Berkas bertambah {_size(entry.added)}.")
    if (index := f"kreator/{entry.slug}/index.md") in place.files:
        facts.append(f"[Buka di penyunting]({place.edit(index)})")
    title = f"#### {_kind(entry)}: {code_span(entry.slug)}"
    return [title, "  \n".join(filter(None, facts)), *told_changes(entry), *_notes(entry.notes, place)]


def _kind(entry: Entry) -> str:
    told = {"dihapus": "Folder dihapus", "ditarik": "Profil ditarik", "contoh": "Profil contoh"}
    return told.get(entry.state) or ("Profil baru" if entry.kind == "baru" else "Profil berubah")


def _state(entry: Entry, place: Place) -> str:
    address = code_span(f"{place.site}kreator/{entry.slug}/")
    return {
        "terbit": f"Setelah digabung, tayang di {address}.",
        "sembunyi": "Disembunyikan: tidak tayang sampai baris `status: sembunyi` dihapus.",
        "contoh": "Profil contoh: tidak ikut di situs umum.",
        "ditarik": f"Ditarik: hilang dari situs, dan {address} memberi tahu dengan netral.",
        "dihapus": _lost(entry, address),
        "keliru": "**Belum dapat terbit** sebelum yang di bawah ini diperbaiki.",
    }[entry.state]


def _lost(entry: Entry, address: str) -> str:
    new = code_span(f"kreator/{entry.moved}/index.md")
    if entry.redirect:
        return (
            f"Foldernya berganti nama menjadi {code_span(entry.moved)}, dan {address} akan hilang. Agar alamat lama "
            f"tetap membuka profilnya, tulis baris ini di {new}, di bawah baris `---` yang pertama: "
            f"{code_span(entry.redirect)}"
        )
    if entry.moved:
        return f"Foldernya berganti nama menjadi {code_span(entry.moved)}; alamat lama dialihkan ke sana."
    return (
        f"{address} tidak akan ada lagi, tanpa pemberitahuan. Untuk menarik seseorang, jangan hapus foldernya: "
        "tulis `status: ditarik` di `index.md` (PANDUAN bagian 5)."
    )


def _agreement(entry: Entry) -> str:
    consent = entry.consent
    if entry.state in ("contoh", "ditarik", "dihapus"):
        return ""
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
        return long_date(date.fromisoformat(iso), "id")
    except ValueError:
        return "tanggal tidak terbaca"


def _notes(notes: Iterable[Note], place: Place, *, whole: bool = False) -> list[str]:
    """whole: each with its file, where the heading does not say it."""
    lines = []
    for note in sorted(notes, key=lambda note: (note.severity != "fault", note.path, note.line)):
        name = code_span(note.path if whole else note.path.rpartition("/")[2])
        where = f"Baris {note.line}" if note.line else f"Berkas {name}"
        if whole and note.line:
            where = f"{name}, baris {note.line}"
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
    return megabytes(count, 1) if count >= MB else f"{max(count // 1000, 1)} kB"


def _fitting(parts: Iterable[str]) -> str:
    """The parts as far as GitHub takes them, whole ones only."""
    text = ""
    for part in parts:
        if len(text) + len(part) > LARGEST:
            return f"{text}\n\nSisanya tidak muat di sini; lihat ringkasan pemeriksaannya."
        text += f"\n\n{part}" if text else part
    return text
