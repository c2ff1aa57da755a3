"""Text as a reader expects it: dates, money, lists, folded words. The locale is data."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal


@lru_cache(maxsize=4096)
def long_date(day: date | None, language: str) -> str:
    """`12 Juni 2026`, or "" for no date."""
    return format_date(day, "d MMMM y", locale=language) if day else ""


@lru_cache(maxsize=4096)
def month_year(day: date | None, language: str) -> str:
    """`Juni 2026`, or "" for no date."""
    return format_date(day, "MMMM y", locale=language) if day else ""


def iso(day: date | None) -> str:
    """`2026-06-12`, or "" for no date."""
    return day.isoformat() if day else ""


def midnight(day: str, timezone: str) -> str:
    """The moment at which an ISO day begins in a time zone: `2026-06-12T00:00:00+07:00`; "" for no day."""
    return datetime.combine(date.fromisoformat(day), time(), ZoneInfo(timezone)).isoformat() if day else ""


def locale_of(language: str) -> str:
    """The language with the country that most of its readers live in: `id_ID`."""
    likely = get_global("likely_subtags").get(language, "").split("_")
    return "_".join((language, *likely[2:]))


def rupiah(amount: int, language: str) -> str:
    """`Rp150.000` for whole rupiah."""
    return f"Rp{format_decimal(amount, locale=language)}"


@lru_cache(maxsize=1024)
def _joined(parts: tuple[str, ...], language: str) -> str:
    return format_list(parts, locale=language) if parts else ""


def listed(parts: Sequence[str], language: str) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    return _joined(tuple(parts), language)


def folded(*texts: str) -> str:
    """Lower-case text without accents, blanks single: what a search compares."""
    joined = " ".join(text for text in texts if text)
    if joined.isascii():  # as most are
        return " ".join(joined.lower().split())
    plain = unicodedata.normalize("NFKD", joined).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def shortened(text: str, limit: int) -> str:
    """Text of at most `limit` characters, cut between words with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(".,;:") + "…"
