"""Nodes -> typed values. What is not a value of its kind is noted and left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..diagnostics.collector import quoted
from ..frontmatter.nodes import Text
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
        return check_line(node, self.keys[name], self.notes) if node else ""

    def lines(self, name: str) -> tuple[str, ...]:
        """A short list of one-line texts."""
        key = self.keys[name]
        found = [(part, " ".join(part.text.split())) for part in self.parts(name)]
        for part, text in found:
            check_letters(text, part, name, self.notes)
            if len(text) > 80:
                self.notes.fault(
                    "P107",
                    part,
                    f"{quoted(text)} terlalu panjang: {len(text)} huruf, paling banyak 80. Pendekkan.",
                    key=name,
                    found=part.text,
                )
        return self.counted(name, key, [(part, text) for part, text in found if len(text) <= 80])

    def choice(self, name: str) -> str:
        """The code of one value of a closed list, or ""."""
        node = self.node(name)
        key = self.keys[name]
        return key.code_of(value_of(node, key, self.notes)) if node else ""

    def choices(self, name: str) -> tuple[str, ...]:
        """The codes of values of a closed list, or keys of a list of the region."""
        key = self.keys[name]
        found: list[tuple[Text, str]] = []
        for part in self.parts(name, closed=True):
            if key.source:
                value = regional_of(part, key, self.words, self.notes)
                found += [(part, value)] if value else []
            elif value := value_of(part, key, self.notes):
                found.append((part, key.code_of(value)))
        return self.counted(name, key, found)

    def place(self, name: str) -> str:
        """The key of one entry of a list of the region, or ""."""
        node = self.node(name)
        return regional_of(node, self.keys[name], self.words, self.notes) if node else ""

    def day(self, name: str, *, future: bool = False) -> date | None:
        """A date; one after today is a fault unless `future`."""
        node = self.node(name)
        if node is None:
            return None
        day = read_date(node.text)
        if day is None or day.year < 1900:
            guess = likely_day(node.text)
            message = f"{quoted(node.text)} bukan tanggal. Tulis tahun-bulan-hari, misalnya {self.today.isoformat()}."
            fix = guess if future or guess <= self.today.isoformat() else ""
            self.notes.fault("P108", node, message, key=name, found=node.text, fix=fix)
            return None
        if day > self.today and not future:
            message = f"{quoted(node.text)} belum terjadi; hari ini {self.today.isoformat()}."
            self.notes.fault("P109", node, message, key=name, found=node.text)
            return None
        return day

    def yes(self, name: str) -> bool | None:
        """True, False, or None where nothing (or nothing readable) is said."""
        node = self.node(name)
        if node is None:
            return None
        value = read_yes(node.text)
        if value is None:
            self.notes.fault(
                "P110",
                node,
                f"{quoted(node.text)} bukan ya atau tidak.",
                key=name,
                found=node.text,
                allowed=("ya", "tidak"),
                fix=likely_yes(node.text),
            )
        elif node.text.casefold() not in ("ya", "tidak"):
            word = "ya" if value else "tidak"
            self.notes.suggest(
                "P104", node, f"{quoted(node.text)} dibaca sebagai {word}.", key=name, found=node.text, fix=word
            )
        return value

    def number(self, name: str) -> int | None:
        """A whole number within its limits."""
        return self._whole(name, read_number, likely_number, "bilangan bulat")

    def money(self, name: str) -> int | None:
        """Whole rupiah within its limits."""
        value = self._whole(name, read_money, likely_amount, "jumlah rupiah")
        node = self.node(name) if value is not None else None
        if node and not node.text.isdigit():
            self.notes.suggest(
                "P104",
                node,
                f"{quoted(node.text)} dibaca sebagai {value} rupiah.",
                key=name,
                found=node.text,
                fix=str(value),
            )
        return value

    def phone(self, name: str) -> str:
        """A mobile number as digits with country code, or ""."""
        node = self.node(name)
        number = read_phone(node.text) if node else ""
        if node and not number:
            message = f"{quoted(node.text)} bukan nomor WhatsApp Indonesia. Tulis seperti 0812-0000-0000."
            self.notes.fault("P112", node, message, key=name, found=node.text, fix=likely_phone(node.text))
        return number

    def email(self, name: str) -> str:
        """An e-mail address, or ""."""
        node = self.node(name)
        address = read_email(node.text) if node else ""
        if node and not address:
            self.notes.fault(
                "P113",
                node,
                f"{quoted(node.text)} bukan alamat surel. Tulis seperti halo@contoh.id.",
                key=name,
                found=node.text,
                fix=likely_email(node.text),
            )
        return address

    def slugs(self, name: str) -> tuple[str, ...]:
        """Names of profile folders; an address of a profile is read as its folder."""
        found: list[tuple[Text, str]] = []
        for part in self.parts(name):
            text = part.text.strip().rstrip("/").rpartition("/")[2] if "/" in part.text else part.text
            if SLUG.fullmatch(text):
                found.append((part, text))
                continue
            message = f"{quoted(part.text)} bukan nama folder: 2-60 huruf kecil, angka, dan tanda hubung."
            # Which folder a community has cannot be guessed from its name.
            fix = "" if name == "komunitas" else slugify(text)
            self.notes.fault("P114", part, message, key=name, found=part.text, fix=fix)
        return self.counted(name, self.keys[name], found)

    def _whole(
        self, name: str, read: Callable[[str], int | None], guess: Callable[[str], str], what: str
    ) -> int | None:
        node = self.node(name)
        if node is None:
            return None
        value = read(node.text)
        low, high = self.keys[name].limits
        if value is not None and low <= value <= high:
            return value
        if value is None:
            message = f"{quoted(node.text)} bukan {what}. Tulis angka saja, misalnya {self.keys[name].example}."
            fix = guess(node.text)
        else:
            message = f"{quoted(node.text)} di luar batas: {_dotted(low)} sampai {_dotted(high)}."
            fix = str(value * 1000)  # prices are told in thousands
        fits = fix.isdigit() and low <= int(fix) <= high
        self.notes.fault("P111", node, message, key=name, found=node.text, fix=fix if fits else "")
        return None


def _dotted(number: int) -> str:
    """A number as Indonesian writes it: `1.000.000`."""
    return f"{number:,}".replace(",", ".")
