"""Masking identity numbers in messages: a log that quotes one publishes it a second time."""

from __future__ import annotations

import re

# An identity number (NIK), or a card's: 16 digits, perhaps in groups; not a part of an address.
IDENTITY = re.compile(r"(?<![\d.,-])\d(?:[ .-]?\d){15}(?![\d-])")
URL = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
SHOWN = 2  # signs left at either end of what is masked
SIGN = re.compile(r"[^\W_]")


def masked(text: str) -> str:
    """A number or address with only its ends left, to name it without repeating it."""
    signs = [match.start() for match in SIGN.finditer(text)]
    hidden = frozenset(signs[SHOWN:-SHOWN])
    return "".join("•" if at in hidden else char for at, char in enumerate(text))


def without_identity(text: str) -> str:
    """A text with the identity numbers in it masked."""
    if not IDENTITY.search(text):
        return text
    spans = [match.span() for match in URL.finditer(text)]

    def mask(match: re.Match[str]) -> str:
        within = any(start <= match.start() < end for start, end in spans)
        return match[0] if within else masked(match[0])

    return IDENTITY.sub(mask, text)
