"""The text of the bot's comment on a pull request, as Markdown. The report's texts are untrusted and escaped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ..text.formats import long_date
from ..text.markdown import code_span, fenced, unlinked
from ..text.numbers import MB, megabytes
from .heading import ONCE_MORE, list_of_changes, overview
from .pull_request import PullRequest
from .report import ConsentSummary, LineFix, ProfileReview, ReportedFault, ReviewReport

BROKEN = (
    "#### Menjadi keliru karena usulan ini\n\nBerkas ini sendiri tidak diubah. Ikut betulkan di usulan ini, atau "
    "batalkan perubahan yang membuatnya keliru."
)
LARGEST = 60_000  # characters; GitHub takes 65,536


def comment_of(
    report: ReviewReport, pull: PullRequest, line_fixes: Collection[LineFix], offered: Collection[LineFix]
) -> str:
    """The whole comment. line_fixes: all of them; offered: those that are suggestions beside their lines already."""
    parts = [*overview(report, pull)]
    for entry in report.entries:
        parts += _entry(entry, pull)
    mine = [note for note in report.others if note.path in pull.files]
    if mine:
        parts += ["#### Berkas lain", *_notes(mine, pull, whole=True)]
    if broken := [note for note in report.others if note not in mine]:
        parts += [BROKEN, *_notes(broken, pull, whole=True)]
    if offered:
        parts.append(
            "Perbaikan siap pakai ada di tab **Files changed**: tekan **Commit suggestion**, lalu **Commit changes**."
        )
    parts += _by_hand([line_fix for line_fix in line_fixes if line_fix not in offered], pull)
    if report.left_off:
        parts.append(f"Masih ada {report.left_off} lagi yang tidak muat di sini; lihat ringkasan pemeriksaannya.")
    return _fitting(parts)


def suggestion(line_fix: LineFix) -> str:
    """The body of a comment beside a line, with GitHub's button that applies the fix."""
    why = "Tautan pendek ini menuju ke:" if line_fix.short else "Usulan perbaikan baris ini:"
    return f"{why}\n\n{fenced(line_fix.text, 'suggestion')}"


def unfinished(url: str) -> str:
    """The comment when there is no report, for whatever reason."""
    return (
        f"### Pemeriksaan tidak selesai\n\n[Catatan pemeriksaannya]({url}) menyebutkan sebabnya. {ONCE_MORE} "
        "Jika tetap tidak selesai, minta bantuan pengelola teknis."
    )


def _entry(entry: ProfileReview, pull: PullRequest) -> list[str]:
    facts = [_state(entry, pull), _consent_summary(entry)]
    if entry.added:
        facts.append(f"Berkas bertambah {_size(entry.added)}.")
    if (index := f"kreator/{entry.slug}/index.md") in pull.files:
        facts.append(f"[Buka di penyunting]({pull.edit(index)})")
    title = f"#### {_kind(entry)}: {code_span(entry.slug)}"
    return [title, "  \n".join(filter(None, facts)), *list_of_changes(entry), *_notes(entry.notes, pull)]


def _kind(entry: ProfileReview) -> str:
    names = {"dihapus": "Folder dihapus", "ditarik": "Profil ditarik", "contoh": "Profil contoh"}
    return names.get(entry.state) or ("Profil baru" if entry.kind == "baru" else "Profil berubah")


def _state(entry: ProfileReview, pull: PullRequest) -> str:
    address = code_span(f"{pull.site}kreator/{entry.slug}/")
    return {
        "terbit": f"Setelah digabung, tayang di {address}.",
        "sembunyi": "Disembunyikan: tidak tayang sampai baris `status: sembunyi` dihapus.",
        "contoh": "Profil contoh: tidak ikut di situs umum.",
        "ditarik": f"Ditarik: hilang dari situs, dan {address} memberi tahu dengan netral.",
        "dihapus": _lost(entry, address),
        "keliru": "**Belum dapat terbit** sebelum yang di bawah ini diperbaiki.",
    }[entry.state]


def _lost(entry: ProfileReview, address: str) -> str:
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


def _consent_summary(entry: ProfileReview) -> str:
    consent = entry.consent
    if entry.state in ("contoh", "ditarik", "dihapus"):
        return ""
    if consent is None:
        return "Persetujuan: belum dapat dipastikan; perbaiki dahulu yang di bawah ini."
    return _recorded(consent)


def _recorded(consent: ConsentSummary) -> str:
    scope = " dan ".join(filter(None, (", ".join(consent.scope[:-1]), *consent.scope[-1:]))) or "nama dan tautan saja"
    guardian = ", disetujui wali" if consent.guardian else ""
    until = f", berlaku sampai {_day(consent.until)}" if consent.until else ""
    return f"Persetujuan: {_day(consent.given)}, formulir {unlinked(consent.form)}, untuk {scope}{guardian}{until}."


def _day(iso: str) -> str:
    try:
        return long_date(date.fromisoformat(iso), "id")
    except ValueError:
        return "tanggal tidak terbaca"


def _notes(notes: Iterable[ReportedFault], pull: PullRequest, *, whole: bool = False) -> list[str]:
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
        own = note.path.startswith("kreator/") or note.path not in pull.files or not note.line
        edit = "" if own else f" [Buka di penyunting]({pull.edit(note.path)})."
        lines.append(f"- {where}{subject}: {unlinked(note.message)}{fix} ({pull.explain(note.code)}{hint}){edit}")
    return ["\n".join(lines)] if lines else []


def _by_hand(line_fixes: Iterable[LineFix], pull: PullRequest) -> Iterator[str]:
    for line_fix in line_fixes:
        link = f"[{code_span(line_fix.path)}]({pull.edit(line_fix.path)})"
        yield f"Ganti baris {line_fix.line} di {link} menjadi:\n\n{fenced(line_fix.text, '')}"


def _size(count: int) -> str:
    return megabytes(count, 1) if count >= MB else f"{max(count // 1000, 1)} kB"


def _fitting(parts: Iterable[str]) -> str:
    """As many whole parts as fit into a comment."""
    text = ""
    for part in parts:
        if len(text) + len(part) > LARGEST:
            return f"{text}\n\nSisanya tidak muat di sini; lihat ringkasan pemeriksaannya."
        text += f"\n\n{part}" if text else part
    return text
