"""What was probably meant by a date, number or phone that cannot be read. To offer, never to use."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from ..text.similarity import nearest
from .values import (
    EMAIL,
    HYPHENS,
    MONTHS,
    NO,
    YES,
    nearly_date,
    read_date,
    read_email,
    read_money,
    read_number,
    read_phone,
)

T = TypeVar("T")

DAY = re.compile(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/. ]{1,2}(?:\d{1,2}|[A-Za-z]{3,12})[-/. ]{1,2}\d{4}\b")
MONTH = re.compile(r"(\d{1,2}[-/. ]{1,2})([A-Za-z]{3,12})([-/. ]{1,2}\d{4})")
AMOUNT = re.compile(r"\d(?:[\d.,]{0,14}\d)?(?:\s?(?:rb|ribu|k|jt|juta)\b)?", re.IGNORECASE)
# A whole number: no letter is glued to it or stands alone behind it, which would be a digit mistyped.
PHONE = re.compile(r"(?<!\w)(?<!\w[.-])\+?\d(?:[ .-]{0,3}\d){7,15}+(?![.-]?\w|[ .()-]{1,3}(?:\w*\d|[^\W\d_]\b))")
# "Ya, boleh" says yes; "belum tahu" does not say no.
ANSWER = re.compile(r"\s*([^\W\d_]+)\s*(?:[,.;!(].*)?", re.DOTALL)


def likely_day(text: str) -> str:
    """A day as it should be written: swapped, short, with a month mistyped, or inside of other words."""
    day = nearly_date(text) or _only(DAY, text, read_date) or _only(MONTH, text, _with_month)
    return day.isoformat() if day and day.year >= 1900 else ""


def likely_yes(text: str) -> str:
    """`ya` or `tidak` where one of them begins the text, or is nearly the whole of it."""
    match = ANSWER.fullmatch(text.casefold())
    word = match[1] if match else ""
    if word in YES or word in NO:
        return "ya" if word in YES else "tidak"
    return {"iya": "ya", "yaa": "ya", "tidak": "tidak"}.get(nearest(word, ("iya", "yaa", "tidak")), "")


def likely_amount(text: str) -> str:
    """The only amount of rupiah in a text."""
    return _written(_only(AMOUNT, text, read_money) if len(AMOUNT.findall(text)) == 1 else None)


def likely_number(text: str) -> str:
    """The only whole number in a text."""
    return _written(_only(AMOUNT, text, read_number))


def likely_phone(text: str) -> str:
    """The only mobile number in a text, as it was typed."""
    plain = text.translate(HYPHENS).replace("(0)", "")  # +62 (0) 812: the nought is only dialled at home
    return _only(PHONE, plain, lambda found: " ".join(found.split()) if read_phone(found) else None) or ""


def likely_email(text: str) -> str:
    """The only e-mail address in a text, or the one it becomes with its signs mended."""
    if found := _only(EMAIL, text, lambda one: read_email(one) or None):
        return found
    signs = re.sub(r"\s*(?:\(at\)|\[at\]|\bat\b|,)\s*", lambda m: "." if m[0].strip() == "," else "@", text)
    mended = signs.replace(" ", "")
    return mended if mended != text and read_email(mended) else ""


def _with_month(text: str) -> date | None:
    """`2 Oktobre 2026`: the day with the nearest month."""
    match = MONTH.fullmatch(text)
    month = nearest(match[2], [name for name in MONTHS if len(name) > 3]) if match else ""
    return read_date(f"{match[1]}{month}{match[3]}") if match and month else None


def _written(value: int | None) -> str:
    return "" if value is None else str(value)


def _only(pattern: re.Pattern[str], text: str, read: Callable[[str], T | None]) -> T | None:
    """What the only readable match says; None if there is none, or more than one."""
    found = [value for match in pattern.finditer(text) if (value := read(match[0])) is not None]
    return found[0] if len(found) == 1 else None
