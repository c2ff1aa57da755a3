"""A profile whose owner has withdrawn: honoured whatever else stands in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault
from ..frontmatter.nodes import Text
from ..frontmatter.source import Parts
from ..schema.key import Key
from ..schema.keys import PROFILE, WITHDRAWN
from ..schema.reading import read_front_matter
from ..schema.split import split_text, texts_of
from ..schema.values import read_date, read_yes, slug_in
from .model import Gone

# The day may stand in a key of its own, or behind the word.
DAY_KEYS = (
    Key("tanggal", "since", "date", "hari penarikan", "2026-11-20", also=("ditarik", "sejak", "tanggal_ditarik")),
    Key("contoh", "sample", "yes", "penarikan ini hanya contoh", "ya"),
    *(key for key in PROFILE if key.name not in ("terdaftar",)),
)
GAPS = re.compile(r"[,\s]+")
BEHIND = re.compile(r"ditarik[\s,(]+(?:pada\s+|sejak\s+|tanggal\s+)?(.+?)\)?", re.IGNORECASE)


def read_withdrawn(
    slug: str, source: str, parts: Parts, pictures: Mapping[str, Path]
) -> tuple[Gone, tuple[Fault, ...]]:
    """Who has gone, and faults for what is still told about them. No fault keeps the withdrawal from counting."""
    diagnostics = DiagnosticCollector(source)
    # What cannot be read does not matter any more: only what is left does.
    table = read_front_matter(parts.head, parts.head_line, DAY_KEYS, DiagnosticCollector(source))
    since: date | None = None
    old: tuple[str, ...] = ()
    sample = False
    for entry in table.entries:
        name = entry.key.name if entry.key else ""
        if name == "tanggal" and isinstance(entry.value, Text):
            since = read_date(entry.value.text)
            if since is None and entry.value.text:
                diagnostics.add("P108", entry.value, key="tanggal", found=entry.value.text)
        elif name == "status" and isinstance(entry.value, Text):
            behind = BEHIND.fullmatch(entry.value.text)
            since = since or (read_date(behind[1]) if behind else None)
        elif name == "alamat_lama":
            texts = texts_of(entry, lambda text: split_text(text, GAPS))
            old = tuple(filter(None, (slug_in(text.text) for text in texts)))
        elif name == "contoh" and isinstance(entry.value, Text):
            sample = bool(read_yes(entry.value.text))
        elif name not in WITHDRAWN:
            diagnostics.add("P506.key", entry, key=name or entry.name, found=entry.name)
    if parts.story:
        diagnostics.add("P506.story", (parts.story_line, 1))
    folder = source.rpartition("/")[0]
    left = (fault_at("P506.photo", f"{folder}/{name}", found=name) for name in sorted(pictures))
    return Gone(slug, source, since, old, sample), (*diagnostics.faults, *left)
