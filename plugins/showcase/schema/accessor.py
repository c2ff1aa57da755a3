"""The entries of a table as texts: one, or several however they were written."""

from __future__ import annotations

import re
from datetime import date

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..region.vocabulary import Vocabulary, fold
from .closed_values import in_region
from .entries import Entry, Table
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

    def __init__(
        self, table: Table, keys: tuple[Key, ...], diagnostics: DiagnosticCollector, words: Vocabulary, today: date
    ) -> None:
        self.table = table
        self._entries = {entry.key.name: entry for entry in table.entries if entry.key and not is_empty(entry.value)}
        self.keys = index(in_region(keys, words.languages))
        self.diagnostics = diagnostics
        self.words = words
        self.today = today

    def entry(self, name: str) -> Entry | None:
        """The entry of a key, None if it is missing or empty."""
        return self._entries.get(name)

    def node(self, name: str) -> Text | None:
        """The one text of a key; a list in its place, or a text that is far too long for it, is a fault."""
        entry = self.entry(name)
        node = single(entry, self.diagnostics) if entry else None
        if node and len(node.text) > LONGEST_VALUE and self.keys[name].kind not in LONGER:
            self.diagnostics.add(
                "P107.long", node, key=name, found=node.text, length=len(node.text), most=LONGEST_VALUE
            )
            return None
        return node

    def parts(self, name: str, *, closed: bool = False) -> tuple[Text, ...]:
        """The texts of a list, however it was written: commas, brackets, dashes. closed: values of a closed list."""
        entry = self.entry(name)
        if entry is None:
            return ()
        found = texts_of(entry, lambda text: self._split(text, self.keys[name], closed=closed))
        if len(found) > MOST_PARTS:
            extra = found[MOST_PARTS]
            self.diagnostics.add("P116.unchecked", extra, key=name, found=extra.text, count=len(found), most=MOST_PARTS)
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
        if key.choices:
            return bool(key.code_of(text.casefold()))
        return fold(text) in self.words.names(key.source) or text.casefold() in self.words.shown[key.source]

    def counted(self, name: str, key: Key, found: list[tuple[Text, str]]) -> tuple[str, ...]:
        """Values without repeats and no more than allowed."""
        seen: dict[str, Text] = {}
        for part, value in found:
            if value in seen:
                self.diagnostics.add("P117", part, key=name, found=part.text, line=seen[value].line)
            seen.setdefault(value, part)
        most = key.limits[1]
        if len(seen) > most:
            extra, count = list(seen.values())[most], len(seen)
            self.diagnostics.add(
                "P116.values", extra, key=name, found=extra.text, count=count, most=most, over=count - most
            )
        return tuple(seen)[:most]
