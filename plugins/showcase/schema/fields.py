"""Entries -> typed values. What is not a value of its kind is noted and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..region.vocabulary import Vocabulary
from ..text.numbers import thousands
from ..text.similarity import slugify
from .closed_values import in_region, is_regional, regional_of, value_of
from .entries import Entry, Table
from .guesses import likely_amount, likely_day, likely_email, likely_number, likely_phone, likely_yes
from .key import Key, Kind, index
from .one_line import check_letters, check_line
from .split import is_empty, single, split_values, texts_of
from .values import read_date, read_email, read_money, read_number, read_phone, read_yes, slug_in

# No date, number or file name is longer; patterns are only tried on what is short.
LONGEST_VALUE = 300
LONGER = frozenset({"line", "link", "links"})
LONGEST_ITEM = 80
MOST_PARTS = 100


class Fields:
    """Typed access to the entries of one table. today: the last day a date may name."""

    def __init__(
        self, table: Table, keys: tuple[Key, ...], diagnostics: DiagnosticCollector, words: Vocabulary, today: date
    ) -> None:
        self.table = table
        self._entries = {entry.key.name: entry for entry in table.entries if entry.key and not is_empty(entry.value)}
        self.rows = keys
        self.keys = index(in_region(keys, words.languages))
        self.diagnostics = diagnostics
        self.words = words
        self.today = today

    def entry(self, name: str) -> Entry | None:
        """The entry of a key, None if it is missing or empty."""
        return self._entries.get(name)

    @property
    def lacking(self) -> tuple[Key, ...]:
        """The needed keys with nothing behind them."""
        return tuple(key for key in self.rows if key.needed and self.entry(key.name) is None)

    def check_needed(self, *, but: str = "") -> None:
        """Every needed key has something behind it. but: one that is checked elsewhere."""
        for key in self.lacking:
            if key.name != but:
                empty = self.table.get(key.name)
                self.diagnostics.add(
                    "P102.empty" if empty else "P102.missing", empty,
                    key=key.name, allowed=key.values, what=key.help, example=key.example or key.help,
                )  # fmt: skip

    def value(self, key: Key) -> object:
        """What a key is set to, read as its kind is; empty where nothing (or nothing readable) is said."""
        return READERS[key.kind](self, key.name)

    def node(self, name: str) -> Text | None:
        """The one text of a key; a list in its place, or a text that is far too long for it, is a fault."""
        entry = self.entry(name)
        node = single(entry, self.diagnostics) if entry else None
        if node and len(node.text) > LONGEST_VALUE and self.keys[name].kind not in LONGER:
            length = len(node.text)
            self.diagnostics.add("P107.long", node, key=name, found=node.text, length=length, most=LONGEST_VALUE)
            return None
        return node

    def parts(self, name: str, is_value: Callable[[str], bool] | None = None) -> tuple[Text, ...]:
        """The texts of a list, however it was written: commas, brackets, dashes. is_value: of a closed list."""
        entry = self.entry(name)
        found = texts_of(entry, lambda text: split_values(text, is_value)) if entry else ()
        if len(found) > MOST_PARTS:
            extra = found[MOST_PARTS]
            self.diagnostics.add("P116.unchecked", extra, key=name, found=extra.text, count=len(found), most=MOST_PARTS)
        return found[:MOST_PARTS]

    def line(self, name: str) -> str:
        """A one-line text within its limits."""
        node = self.node(name)
        return check_line(node, self.keys[name], self.diagnostics) if node else ""

    def lines(self, name: str) -> tuple[str, ...]:
        """A short list of one-line texts."""
        key = self.keys[name]
        found = [(part, " ".join(part.text.split())) for part in self.parts(name)]
        for part, text in found:
            check_letters(text, part, name, self.diagnostics)
            if len(text) > LONGEST_ITEM:
                length, most = len(text), LONGEST_ITEM
                self.diagnostics.add("P107.item", part, key=name, found=part.text, length=length, most=most)
        return self._counted(key, [(part, text) for part, text in found if len(text) <= LONGEST_ITEM])

    def choice(self, name: str) -> str:
        """The code of one value of a closed list, or ""."""
        node = self.node(name)
        key = self.keys[name]
        return key.code_of(value_of(node, key, self.diagnostics)) if node else ""

    def choices(self, name: str) -> tuple[str, ...]:
        """The codes of values of a closed list, or keys of a list of the region."""
        return self.all_choices(name)[0]

    def all_choices(self, name: str) -> tuple[tuple[str, ...], bool]:
        """The same, and whether every value could be read."""
        key = self.keys[name]
        if key.source and not key.choices:
            parts = self.parts(name, lambda text: is_regional(text, key, self.words))
            found = [(part, regional_of(part, key, self.words, self.diagnostics)) for part in parts]
        else:
            parts = self.parts(name, lambda text: bool(key.code_of(text.casefold())))
            found = [(part, key.code_of(value_of(part, key, self.diagnostics))) for part in parts]
        return self._counted(key, [(part, value) for part, value in found if value]), all(value for _, value in found)

    def place(self, name: str) -> str:
        """The key of one entry of a list of the region, or ""."""
        node = self.node(name)
        return regional_of(node, self.keys[name], self.words, self.diagnostics) if node else ""

    def day(self, name: str) -> date | None:
        """A date; one after today is a fault unless the key is about what comes."""
        node, future = self.node(name), self.keys[name].future
        if node is None:
            return None
        day = read_date(node.text)
        if day is None or day.year < 1900:
            guess = likely_day(node.text)
            fix = guess if future or guess <= self.today.isoformat() else ""
            self.diagnostics.add("P108", node, key=name, found=node.text, fix=fix, example=self.today)
            return None
        if day > self.today and not future:
            self.diagnostics.add("P109.future", node, key=name, found=node.text, today=self.today)
            return None
        return day

    def yes(self, name: str) -> bool | None:
        """True, False, or None where nothing (or nothing readable) is said."""
        node = self.node(name)
        if node is None:
            return None
        value = read_yes(node.text)
        if value is None:
            fix = likely_yes(node.text)
            self.diagnostics.add("P110", node, key=name, found=node.text, allowed=("ya", "tidak"), fix=fix)
        elif node.text.casefold() not in ("ya", "tidak"):
            fix = "ya" if value else "tidak"
            self.diagnostics.add("P104.value", node, key=name, found=node.text, fix=fix)
        return value

    def number(self, name: str) -> int | None:
        """A whole number within its limits."""
        return self._whole(name, read_number, likely_number, "P111.number")

    def money(self, name: str) -> int | None:
        """Whole rupiah within its limits."""
        value = self._whole(name, read_money, likely_amount, "P111.money")
        node = self.node(name) if value is not None else None
        if node and not node.text.isdigit():
            self.diagnostics.add("P104.money", node, key=name, found=node.text, fix=str(value))
        return value

    def phone(self, name: str) -> str:
        """A mobile number as digits with country code, or ""."""
        return self._address(name, read_phone, likely_phone, "P112")

    def email(self, name: str) -> str:
        """An e-mail address, or ""."""
        return self._address(name, read_email, likely_email, "P113")

    def slugs(self, name: str) -> tuple[str, ...]:
        """Names of profile folders; an address of a profile is read as its folder."""
        found: list[tuple[Text, str]] = []
        for part in self.parts(name):
            if slug := slug_in(part.text):
                found.append((part, slug))
                continue
            # Which folder a community has cannot be guessed from its name.
            fix = "" if name == "komunitas" else slugify(part.text.strip().rstrip("/").rpartition("/")[2])
            self.diagnostics.add("P114", part, key=name, found=part.text, fix=fix)
        return self._counted(self.keys[name], found)

    def _counted(self, key: Key, found: list[tuple[Text, str]]) -> tuple[str, ...]:
        """Values without repeats and no more than allowed."""
        seen: dict[str, Text] = {}
        for part, value in found:
            if value in seen:
                self.diagnostics.add("P117", part, key=key.name, found=part.text, line=seen[value].line)
            seen.setdefault(value, part)
        count, most = len(seen), key.limits[1]
        if count > most:
            extra, over = list(seen.values())[most], count - most
            self.diagnostics.add(
                "P116.values", extra, key=key.name, found=extra.text, count=count, most=most, over=over
            )
        return tuple(seen)[:most]

    def _address(self, name: str, read: Callable[[str], str], guess: Callable[[str], str], message: str) -> str:
        node = self.node(name)
        address = read(node.text) if node else ""
        if node and not address:
            self.diagnostics.add(message, node, key=name, found=node.text, fix=guess(node.text))
        return address

    def _whole(
        self, name: str, read: Callable[[str], int | None], guess: Callable[[str], str], message: str
    ) -> int | None:
        """message: what to say of a text that cannot be read."""
        node = self.node(name)
        if node is None:
            return None
        value = read(node.text)
        low, high = self.keys[name].limits
        if value is not None and low <= value <= high:
            return value
        fix = guess(node.text) if value is None else str(value * 1000)  # prices are told in thousands
        fix = fix if fix.isdigit() and low <= int(fix) <= high else ""
        if value is None:
            self.diagnostics.add(message, node, key=name, found=node.text, fix=fix, example=self.keys[name].example)
        else:
            least, most = thousands(low), thousands(high)
            self.diagnostics.add("P111.range", node, key=name, found=node.text, fix=fix, least=least, most=most)
        return None


# How a value of a kind is read, where it takes nothing but its key to know.
READERS: Mapping[Kind, Callable[[Fields, str], object]] = {
    "line": Fields.line, "lines": Fields.lines, "choice": Fields.choice, "choices": Fields.choices,
    "slugs": Fields.slugs, "place": Fields.place, "yes": Fields.yes, "date": Fields.day, "number": Fields.number,
    "money": Fields.money, "phone": Fields.phone, "email": Fields.email,
}  # fmt: skip
