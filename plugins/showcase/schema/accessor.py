"""The entries of a table as texts: one, or several however they were written."""

from __future__ import annotations

import re
from datetime import date

from ..diagnostics.collector import Notes, quoted
from ..frontmatter.nodes import Entry, Table, Text
from ..region.vocabulary import Vocabulary, fold
from .key import Key, index
from .split import COMMA, is_empty, single, split_text, texts_of

# Between values of a closed list people also write these, or nothing but a blank; a list of free words may hold them.
OTHER_COMMAS = tuple(map(re.compile, (r"\s*[,;/&+|，、]\s*|\s+dan\s+", r"\s*[,;/&+|，、]\s*|\s+dan\s+|\s+")))
# No date, number or file name is longer; patterns are only tried on what is short.
LONGEST_VALUE = 300
LONGER = frozenset({"line", "link", "links"})
MOST_PARTS = 100


class Entries:
    """Entries by key. today: the last day a date may name."""

    def __init__(self, table: Table, keys: tuple[Key, ...], notes: Notes, words: Vocabulary, today: date) -> None:
        self.table = table
        self._entries = {entry.key.name: entry for entry in table.entries if entry.key and not is_empty(entry.value)}
        self.keys = index(keys)
        self.notes = notes
        self.words = words
        self.today = today

    def entry(self, name: str) -> Entry | None:
        """The entry of a key, None if it is missing or empty."""
        return self._entries.get(name)

    def node(self, name: str) -> Text | None:
        """The one text of a key; a list in its place, or a text that is far too long for it, is a fault."""
        entry = self.entry(name)
        node = single(entry, self.notes) if entry else None
        if node and len(node.text) > LONGEST_VALUE and self.keys[name].kind not in LONGER:
            message = f"{len(node.text)} huruf, paling banyak {LONGEST_VALUE}."
            self.notes.fault("P107", node, message, key=name, found=node.text)
            return None
        return node

    def parts(self, name: str, *, closed: bool = False) -> tuple[Text, ...]:
        """The texts of a list, however it was written: commas, brackets, dashes. closed: values of a closed list."""
        entry = self.entry(name)
        if entry is None:
            return ()
        found = texts_of(entry, lambda text: self._split(text, self.keys[name], closed=closed))
        if len(found) > MOST_PARTS:
            message = f"{len(found)} isian; hanya {MOST_PARTS} yang diperiksa."
            self.notes.fault("P116", found[MOST_PARTS], message, key=name, found=found[MOST_PARTS].text)
        return found[:MOST_PARTS]

    def _split(self, node: Text, key: Key, *, closed: bool) -> tuple[Text, ...]:
        if node.quoted and "," not in node.text:
            return (node,)
        if closed and not self._is_value(node.text, key):
            for comma in OTHER_COMMAS:
                rough = split_text(node, comma)
                if len(rough) > 1 and all(self._is_value(part.text, key) for part in rough):
                    return rough
        return split_text(node, COMMA)

    def _is_value(self, text: str, key: Key) -> bool:
        if key.source:
            return fold(text) in self.words.names(key.source) or text.casefold() in self.words.shown[key.source]
        return bool(key.code_of(text.casefold()))

    def counted(self, name: str, key: Key, found: list[tuple[Text, str]]) -> tuple[str, ...]:
        """Values without repeats and no more than allowed."""
        seen: dict[str, Text] = {}
        for part, value in found:
            if value in seen:
                self.notes.suggest(
                    "P117",
                    part,
                    f"{quoted(part.text)} sudah ada di baris {seen[value].line}; cukup sekali.",
                    key=name,
                    found=part.text,
                )
            seen.setdefault(value, part)
        most = key.limits[1]
        if len(seen) > most:
            extra = list(seen.values())[most]
            self.notes.fault(
                "P116",
                extra,
                f"{len(seen)} isian, paling banyak {most}. Hapus {len(seen) - most}.",
                key=name,
                found=extra.text,
            )
        return tuple(seen)[:most]
