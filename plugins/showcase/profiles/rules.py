"""Rules of one profile: whether what it says goes together. Each rule yields what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..diagnostics.collector import Notes
from ..frontmatter.nodes import Entry
from ..links import PLATFORMS, shows_number
from ..schema.fields import Fields
from .consent import SCOPE_WORDS
from .model import Creator, Scope

# (code, entry at fault or None for the file, message, fix)
Finding = tuple[str, Entry | None, str, str]
Findings = Iterator[Finding]
Rule = Callable[[Creator, Fields], Findings]


def check_profile(
    creator: Creator, fields: Fields, pictures: Mapping[str, Path], scope: frozenset[Scope] | None, notes: Notes
) -> None:
    """Note every rule that is broken. scope: what the consent covers, None if it could not be read."""
    for rule in RULES:
        for code, entry, message, fix in rule(creator, fields):
            _note(notes, code, entry, message, fix)
    if scope is not None:
        for found in (within_consent(fields, pictures, scope), numbers_within_consent(creator, fields, scope)):
            for code, entry, message, fix in found:
                _note(notes, code, entry, message, fix)


def _note(notes: Notes, code: str, entry: Entry | None, message: str, fix: str) -> None:
    notes.fault(
        code,
        entry,
        message,
        key=entry.key.name if entry and entry.key else "",
        found=entry.name if entry else "",
        fix=fix,
    )


def members_are_counted_for_communities(creator: Creator, fields: Fields) -> Findings:
    """`jumlah_anggota` belongs to a community."""
    entry = fields.entry("jumlah_anggota")
    if entry and creator.kind == "person":
        yield "P118", entry, "jumlah_anggota hanya untuk komunitas. Hapus, atau tulis jenis: komunitas.", ""


def communities_are_joined_by_persons(creator: Creator, fields: Fields) -> Findings:
    """`komunitas` belongs to a person, and names somebody else."""
    entry = fields.entry("komunitas")
    if entry and creator.kind == "community":
        yield "P118", entry, "komunitas tidak menjadi anggota komunitas lain. Hapus baris ini.", ""
    elif entry and creator.slug in creator.communities:
        yield "P118", entry, "profil ini menyebut dirinya sendiri sebagai komunitas. Hapus.", ""


def a_focus_needs_a_picture(creator: Creator, fields: Fields) -> Findings:
    """`fokus` and `kredit_foto` are about the portrait."""
    for name in ("fokus", "kredit_foto"):
        entry = fields.entry(name)
        if entry and creator.portrait is None and fields.entry("foto") is None:
            yield "P118", entry, f"{name} tanpa foto. Tambahkan foto, atau hapus baris ini.", ""


def contact_can_be_reached(creator: Creator, fields: Fields) -> Findings:
    """`hubungi` names something that the profile has."""
    entry = fields.entry("hubungi")
    if entry is None or creator.contact in ("", "office", "none"):
        return
    key = {"whatsapp": "whatsapp", "email": "surel"}.get(creator.contact)
    if key:
        if fields.entry(key) is None:
            yield "P119", entry, f"lewat {key}, tetapi kunci {key} belum ada. Tambahkan, atau pilih cara lain.", ""
    elif fields.entry("akun") and not any(link.platform == creator.contact for link in creator.channels):
        label = PLATFORMS[creator.contact].label
        yield "P119", entry, f"lewat {label}, tetapi akun {label} belum ada. Tambahkan, atau pilih cara lain.", ""


def checked_after_joined(creator: Creator, fields: Fields) -> Findings:
    """`diperiksa` is not before `terdaftar`."""
    if creator.joined and creator.checked and creator.checked < creator.joined:
        yield "P109", fields.entry("diperiksa"), "diperiksa sebelum terdaftar. Betulkan salah satunya.", ""


def an_old_address_is_another(creator: Creator, fields: Fields) -> Findings:
    """`alamat_lama` does not name the folder as it is now."""
    if creator.slug in creator.old_slugs:
        yield "P118", fields.entry("alamat_lama"), "alamat lama sama dengan nama folder sekarang. Hapus baris ini.", ""


def within_consent(fields: Fields, pictures: Mapping[str, Path], scope: frozenset[Scope]) -> Findings:
    """Nothing outside the consent stands in the file: what is committed is public."""
    for name, part in OUTSIDE:
        entry = fields.entry(name)
        if entry and part not in scope:
            word = SCOPE_WORDS[part]
            yield (
                "P507",
                entry,
                f"{name} di luar persetujuan: lingkup tidak memuat {word}. Hapus, atau minta persetujuan untuk {word}.",
                "",
            )
    if pictures and "photo" not in scope and fields.entry("foto") is None:
        names = ", ".join(sorted(pictures)[:3])
        yield (
            "P507",
            fields.table.get("persetujuan"),
            f"foto di luar persetujuan: {names}. Hapus berkasnya, atau minta persetujuan untuk foto.",
            "",
        )


def numbers_within_consent(creator: Creator, fields: Fields, scope: frozenset[Scope]) -> Findings:
    """A WhatsApp address is a number, wherever it stands."""
    if "contact" not in scope and any(map(shows_number, creator.channels)):
        message = "nomor WhatsApp di luar persetujuan: lingkup tidak memuat kontak. Hapus, atau minta persetujuan."
        yield "P507", fields.entry("akun"), message, ""


OUTSIDE: tuple[tuple[str, Scope], ...] = (
    ("whatsapp", "contact"),
    ("surel", "contact"),
    ("foto", "photo"),
    ("karya", "works"),
)

RULES: tuple[Rule, ...] = (
    members_are_counted_for_communities,
    communities_are_joined_by_persons,
    a_focus_needs_a_picture,
    contact_can_be_reached,
    checked_after_joined,
    an_old_address_is_another,
)
