"""Dates, numbers, yes and no, phone numbers: what people type, read without guessing."""

from __future__ import annotations

import re
from datetime import date

# A profile `halaman-2` would take the place of the directory's second page.
SLUG = re.compile(r"(?!halaman-[0-9]+$)[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])")


def slug_in(text: str) -> str:
    """The folder of a profile that a text names, or that an address of a profile ends with; "" if none."""
    slug = text.strip().rstrip("/").rpartition("/")[2]
    return slug if SLUG.fullmatch(slug) else ""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb pebruari february", "maret mar march mrt", "april apr", "mei may",
            "juni jun june", "juli jul july",
            "agustus agust agt ags agu aug august", "september sep sept", "oktober okt oct october",
            "november nov nopember nop", "desember des dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad),?\s+", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}[:.]\d{2}.*)?")
DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
IN_WORDS = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]+)\.?,?[\s-]+(\d{4})")
MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")

YES = frozenset({"ya", "iya", "y", "yes", "true", "benar", "betul", "bisa", "boleh", "mau", "1", "on", "✓", "✅"})
NO = frozenset({"tidak", "tdk", "t", "no", "n", "false", "bukan", "belum", "nggak", "gak", "enggak", "0", "off", "-"})

MONEY = re.compile(
    r"(?:rp\.?|idr)?\s*(?P<number>\d[\d.,\s]*?)\s*(?P<unit>rb|ribu|k|jt|juta|m)?\s*(?:,-|,00|\.00)?\s*(?:rupiah|idr)?",
    re.IGNORECASE,
)
UNITS = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000, "m": 1_000_000}

# As keyboards and WhatsApp itself write it between the digits of a number.
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
PHONE = re.compile(r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)?\+?([\d\s().-]{6,24}?)(?:\?.*)?")
MOBILE = re.compile(r"628[0-9]{7,11}")
LONGEST_EMAIL = 254
EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}", re.ASCII
)


def read_date(text: str) -> date | None:
    """`2026-11-20`, `20-11-2026`, `20/11/2026`, `20 November 2026`, `Jumat, 20 Nov 2026`; None if it is no day."""
    text = WEEKDAY.sub("", text.strip())
    if match := YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := DAY_FIRST.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := IN_WORDS.fullmatch(text):
        return _day(match[3], str(MONTHS.get(match[2].lower(), 0)), match[1])
    if match := MONTH_FIRST.fullmatch(text):
        return _day(match[3], str(MONTHS.get(match[1].lower(), 0)), match[2])
    return None


def nearly_date(text: str) -> date | None:
    """The day that was probably meant by a date with month and day swapped, or a short year; None if none."""
    if match := DAY_FIRST.fullmatch(text.strip()):
        return _day(match[3], match[1], match[2])
    if match := YEAR_FIRST.fullmatch(text.strip()):
        return _day(match[1], match[3], match[2])
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]+)[-/. ](\d{2})", text.strip()):
        month = match[2] if match[2].isdigit() else str(MONTHS.get(match[2].lower(), 0))
        return _day(f"20{match[3]}", month, match[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_yes(text: str) -> bool | None:
    """True for ya, False for tidak, None for neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None


def read_money(text: str) -> int | None:
    """Whole rupiah out of `150000`, `Rp150.000`, `150rb`, `1,5 juta`; None if it is no amount."""
    match = MONEY.fullmatch(text.strip())
    if not match or not match["number"].isascii():
        return None
    number = match["number"].strip()
    if unit := UNITS.get((match["unit"] or "").lower()):
        # `1.500rb` is 1500 to one and a million and a half to another.
        if not re.fullmatch(r"\d{1,6}(?:[.,]\d{1,2})?", number):
            return None
        return round(float(number.replace(",", ".")) * unit)
    if re.fullmatch(r"\d{1,15}", number):
        return int(number)
    return int(re.sub(r"\D", "", number)) if re.fullmatch(r"\d{1,3}(?:[., ]\d{3}){1,4}", number) else None


def read_number(text: str) -> int | None:
    """A whole number, points between thousands allowed; None if it is none."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    return int(text.replace(".", "")) if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}", text) else None


def read_phone(text: str) -> str:
    """Digits with the country code, for a mobile number of Indonesia; "" if it is none."""
    match = PHONE.fullmatch(text.strip().translate(HYPHENS))
    digits = re.sub(r"\D", "", match[1]) if match and match[1].isascii() else ""
    if digits.startswith("0"):
        digits = "62" + digits[1:]
    elif digits.startswith("8"):
        digits = "62" + digits
    return digits if MOBILE.fullmatch(digits) else ""


def read_email(text: str) -> str:
    """An e-mail address, the host in lower case; "" if it is none."""
    text = text.strip().removeprefix("mailto:")
    if len(text) > LONGEST_EMAIL or not EMAIL.fullmatch(text) or ".." in text:
        return ""
    name, _, host = text.rpartition("@")
    return f"{name}@{host.lower()}"
