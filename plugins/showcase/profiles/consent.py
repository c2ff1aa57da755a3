"""The consent of a creator: recorded in full, in force, and never exceeded by what the file shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from ..diagnostics.collector import Notes
from ..frontmatter.nodes import Entry, Table, Text
from ..region.vocabulary import Vocabulary
from ..schema.fields import Fields
from ..schema.keys import CONSENT
from .model import Consent, Scope

DEFAULT_SCOPE: frozenset[Scope] = frozenset({"photo", "works"})
EVERYTHING: frozenset[Scope] = frozenset({"photo", "contact", "works"})
SCOPE_WORDS: dict[Scope, str] = {"photo": "foto", "contact": "kontak", "works": "karya"}
FIRST_WARNING, LAST_WARNING = 60, 14  # days before the end


def read_consent(
    entry: Entry, notes: Notes, words: Vocabulary, today: date, *, grace_days: int
) -> tuple[Consent | None, frozenset[Scope] | None]:
    """The consent that an entry records, None (and faults) if it is none; and what it covers, None if unreadable."""
    if not isinstance(entry.value, Table):
        message = "persetujuan berisi tanggal, formulir, lingkup, dan dewasa, masing-masing di barisnya sendiri."
        notes.fault("P501", entry, message, key="persetujuan", found=entry.name)
        return None, None
    fields = Fields(entry.value, CONSENT, notes, words, today)
    given, form = fields.day("tanggal"), fields.line("formulir")
    for name in ("tanggal", "formulir"):
        if fields.entry(name) is None:
            at = fields.table.get(name) or entry
            notes.fault(
                "P502",
                at,
                f"belum lengkap. Isi {name}: {fields.keys[name].help}, misalnya {fields.keys[name].example}.",
                key=name,
            )
    scope = _scope(fields)
    guardian = _age(fields, entry, notes)
    expires = fields.day("berlaku_sampai", future=True)
    if given and expires and (node := fields.node("berlaku_sampai")):
        if expires < given:
            notes.fault(
                "P504",
                node,
                "persetujuan berakhir sebelum diberikan. Betulkan salah satu tanggalnya.",
                key="berlaku_sampai",
                found=node.text,
            )
        else:
            _warn(expires, node, notes, today, grace_days)
    if given is None or guardian is None:
        return None, scope
    return Consent(given, form, scope, guardian, expires), scope


def _scope(fields: Fields) -> frozenset[Scope]:
    """What may be shown; without a word about it, photo and works."""
    if fields.table.get("lingkup") is None:
        return DEFAULT_SCOPE
    before = len(fields.notes.faults)
    chosen = frozenset(cast("tuple[Scope, ...]", fields.choices("lingkup")))
    # A word that could not be read may have been any of them; only that is said, and nothing is published anyway.
    return EVERYTHING if any(fault.code == "P106" for fault in fields.notes.faults[before:]) else chosen


def _age(fields: Fields, entry: Entry, notes: Notes) -> bool | None:
    """True if a guardian consented, False for an adult; None (and a fault) if neither is recorded."""
    adult, guardian = fields.yes("dewasa"), fields.yes("wali")
    if adult or guardian:
        return not adult
    if fields.node("dewasa") is None and fields.node("wali") is None:
        at = fields.table.get("dewasa") or fields.table.get("wali") or entry
        message = "persetujuan belum lengkap. Tulis dewasa: ya, atau wali: ya bila orang tua atau wali yang menyetujui."
        notes.fault("P503", at, message, key="dewasa")
    elif adult is False or guardian is False:
        where = fields.node("wali") or fields.node("dewasa") or entry
        notes.fault(
            "P503",
            where,
            "yang belum dewasa memerlukan persetujuan orang tua atau wali. Bila sudah ada, tambahkan wali: ya.",
            key="wali",
        )
    return None


def _warn(expires: date, node: Text, notes: Notes, today: date, grace_days: int) -> None:
    """A consent that ends soon, or has ended, is named; nobody vanishes unannounced. Each stage has a code."""
    left = (expires - today).days
    last = expires + timedelta(days=grace_days)
    if last < today:
        code = "P510"
        message = f"berakhir {expires.isoformat()} dan masa tenggang habis: profil ini tidak ditampilkan lagi."
    elif left < 0:
        code = "P509"
        message = f"berakhir {expires.isoformat()}: kontak tidak ditampilkan lagi, dan seluruh profil"
        message += f" hilang sesudah {last.isoformat()}. Perbarui."
    elif left <= LAST_WARNING:
        code = "P508"
        message = f"berakhir {f'{left} hari lagi' if left else 'hari ini'}. Hubungi kreator sekarang."
    elif left <= FIRST_WARNING:
        code = "P505"
        message = f"berakhir {left} hari lagi. Mintalah perpanjangan."
    else:
        return
    notes.suggest(code, node, f"persetujuan {message}", key="berlaku_sampai", found=node.text)
