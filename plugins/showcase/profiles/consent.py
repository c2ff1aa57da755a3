"""The consent of a creator: recorded in full, in force, and never exceeded by what the file shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..region.vocabulary import Vocabulary
from ..schema.choices import SCOPE_WORDS
from ..schema.entries import Entry, Table
from ..schema.fields import Fields
from ..schema.keys import CONSENT
from .model import Consent, Scope

DEFAULT_SCOPE: frozenset[Scope] = frozenset({"photo", "works"})
EVERYTHING = cast("frozenset[Scope]", frozenset(SCOPE_WORDS))
FIRST_WARNING, LAST_WARNING = 60, 14  # days before the end


def read_consent(
    entry: Entry, diagnostics: DiagnosticCollector, words: Vocabulary, today: date, *, grace_days: int
) -> tuple[Consent | None, frozenset[Scope] | None]:
    """The consent that an entry records, None (and faults) if it is none; and what it covers, None if unreadable."""
    if not isinstance(entry.value, Table):
        diagnostics.add("P501.no_table", entry, key="persetujuan", found=entry.name)
        return None, None
    fields = Fields(entry.value, CONSENT, diagnostics, words, today)
    given, form = fields.day("tanggal"), fields.line("formulir")
    for key in fields.lacking:
        diagnostics.add("P502", fields.table.get(key.name) or entry, key=key.name, what=key.help, example=key.example)
    scope = _scope(fields)
    guardian = _age(fields, entry, diagnostics)
    expires = fields.day("berlaku_sampai")
    if given and expires and (node := fields.node("berlaku_sampai")):
        if expires < given:
            diagnostics.add("P504", node, key="berlaku_sampai", found=node.text)
        else:
            _warn(expires, node, diagnostics, today, grace_days)
    if given is None or guardian is None:
        return None, scope
    return Consent(given, form, scope, guardian, expires), scope


def _scope(fields: Fields) -> frozenset[Scope]:
    """What may be shown; without a word about it, photo and works."""
    if fields.table.get("lingkup") is None:
        return DEFAULT_SCOPE
    chosen, all_read = fields.all_choices("lingkup")
    # A word that could not be read may have been any of them; only that is said, and nothing is published anyway.
    return frozenset(cast("tuple[Scope, ...]", chosen)) if all_read else EVERYTHING


def _age(fields: Fields, entry: Entry, diagnostics: DiagnosticCollector) -> bool | None:
    """True if a guardian consented, False for an adult; None (and a fault) if neither is recorded."""
    adult, guardian = fields.yes("dewasa"), fields.yes("wali")
    if adult or guardian:
        return not adult
    if fields.node("dewasa") is None and fields.node("wali") is None:
        at = fields.table.get("dewasa") or fields.table.get("wali") or entry
        diagnostics.add("P503.missing", at, key="dewasa")
    elif adult is False or guardian is False:
        where = fields.node("wali") or fields.node("dewasa") or entry
        diagnostics.add("P503.minor", where, key="wali")
    return None


def _warn(expires: date, node: Text, diagnostics: DiagnosticCollector, today: date, grace_days: int) -> None:
    """A consent that ends soon, or has ended, is named; nobody vanishes unannounced. Each stage has a code."""
    left = (expires - today).days
    last = expires + timedelta(days=grace_days)
    key = "berlaku_sampai"
    if last < today:
        diagnostics.add("P510", node, key=key, found=node.text, day=expires)
    elif left < 0:
        diagnostics.add("P509", node, key=key, found=node.text, day=expires, last=last)
    elif left == 0:
        diagnostics.add("P508.today", node, key=key, found=node.text)
    elif left <= LAST_WARNING:
        diagnostics.add("P508.days", node, key=key, found=node.text, days=left)
    elif left <= FIRST_WARNING:
        diagnostics.add("P505", node, key=key, found=node.text, days=left)
