"""Why a URL is not accepted, in the words of the registry.

L1xx: the text is no safe address. L2xx: no address at all, but the right one can be made.
L3xx: an address that only leads to another. L4xx: a page of a platform that is no channel and no work.
"""

from __future__ import annotations

import unicodedata

from ..diagnostics.registry import family, text_of
from .model import Refusal


def refuse(url: str, code: str, *, found: str = "", label: str = "", fix: str = "", count: int = 0) -> Refusal:
    """A refusal of `url` in the words of `code`. found: the part that is wrong, quoted in the message."""
    shown = "".join(map(_shown, found or url.strip()))
    if len(shown) > 80:
        shown = shown[:79] + "…"
    message = text_of(code, found=f'"{shown}"', label=label, count=count)
    return Refusal(url=url, code=code, message=message, fix=fix)


def messages() -> dict[str, str]:
    """The words of every code, still to be filled in."""
    return {code: row.messages[""] for code, row in family("l").codes.items()}


def _shown(char: str) -> str:
    """A character as a message can show it."""
    if unicodedata.category(char) == "Zs":
        return " "
    return char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
