"""Nodes -> typed values. What is not a value of its kind is noted and left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..frontmatter.nodes import Text
from ..text.numbers import thousands
from ..text.similarity import slugify
from .accessor import Entries
from .closed_values import regional_of, value_of
from .guesses import likely_amount, likely_day, likely_email, likely_number, likely_phone, likely_yes
from .split import SLUG, check_letters, check_line
from .values import read_date, read_email, read_money, read_number, read_phone, read_yes


class Fields(Entries):
    """Typed access to the entries of one table."""

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
            if len(text) > 80:
                self.diagnostics.add("P107.item", part, key=name, found=part.text, length=len(text), most=80)
        return self.counted(name, key, [(part, text) for part, text in found if len(text) <= 80])

    def choice(self, name: str) -> str:
        """The code of one value of a closed list, or ""."""
        node = self.node(name)
        key = self.keys[name]
        return key.code_of(value_of(node, key, self.diagnostics)) if node else ""

    def choices(self, name: str) -> tuple[str, ...]:
        """The codes of values of a closed list, or keys of a list of the region."""
        key = self.keys[name]
        found: list[tuple[Text, str]] = []
        for part in self.parts(name, closed=True):
            if key.source and not key.choices:
                value = regional_of(part, key, self.words, self.diagnostics)
                found += [(part, value)] if value else []
            elif value := value_of(part, key, self.diagnostics):
                found.append((part, key.code_of(value)))
        return self.counted(name, key, found)

    def place(self, name: str) -> str:
        """The key of one entry of a list of the region, or ""."""
        node = self.node(name)
        return regional_of(node, self.keys[name], self.words, self.diagnostics) if node else ""

    def day(self, name: str, *, future: bool = False) -> date | None:
        """A date; one after today is a fault unless `future`."""
        node = self.node(name)
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
        node = self.node(name)
        number = read_phone(node.text) if node else ""
        if node and not number:
            self.diagnostics.add("P112", node, key=name, found=node.text, fix=likely_phone(node.text))
        return number

    def email(self, name: str) -> str:
        """An e-mail address, or ""."""
        node = self.node(name)
        address = read_email(node.text) if node else ""
        if node and not address:
            self.diagnostics.add("P113", node, key=name, found=node.text, fix=likely_email(node.text))
        return address

    def slugs(self, name: str) -> tuple[str, ...]:
        """Names of profile folders; an address of a profile is read as its folder."""
        found: list[tuple[Text, str]] = []
        for part in self.parts(name):
            text = part.text.strip().rstrip("/").rpartition("/")[2] if "/" in part.text else part.text
            if SLUG.fullmatch(text):
                found.append((part, text))
                continue
            # Which folder a community has cannot be guessed from its name.
            fix = "" if name == "komunitas" else slugify(text)
            self.diagnostics.add("P114", part, key=name, found=part.text, fix=fix)
        return self.counted(name, self.keys[name], found)

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
