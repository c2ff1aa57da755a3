"""What was probably meant: the nearest of a list, the way people mistype."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from .schema import Choice

# Part of the letters that must be right for a guess to be offered ready to paste, and for one only to be asked about.
NEAR_ENOUGH = 0.6
FAR = 0.4
MOST_SLIPS = 2


def slugify(text: str, limit: int = 60) -> str:
    """`Sanggar Tari Édi!` -> `sanggar-tari-edi`; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:limit].rstrip("-")


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """Edits from one word to the other: insert, delete, replace, swap of neighbours (each 1)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was probably meant, or "". Equal distances go to the one with the same first letter."""
    folded = word.casefold().strip()[:80]
    ranked = _ranked(folded, words, NEAR_ENOUGH)
    if not ranked or not folded:
        return ""
    edits, _, _, best = ranked[0]
    return best if 1 - edits / max(len(folded), len(best)) >= NEAR_ENOUGH or edits == 1 < len(folded) else ""


def perhaps(word: str, words: Iterable[str], *, closed: bool = True) -> str:
    """A word that may have been meant where none is near: two slips in a short one. To ask about, not to paste.

    closed: it must be one of these; otherwise the first letter has to be right.
    """
    folded = word.casefold().strip()[:80]
    ranked = [row for row in _ranked(folded, words, FAR) if row[0] <= MOST_SLIPS and (closed or not row[1])]
    alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] < ranked[1][0])
    return ranked[0][3] if alone and len(folded) > 1 else ""


def _ranked(folded: str, words: Iterable[str], least: float) -> list[tuple[int, bool, int, str]]:
    """(edits, another first letter, difference in length, word), the nearest first."""
    near = [w for w in set(words) if _may_be_near(folded, w, least)]
    return sorted(
        (distance(folded, w.casefold()), w[:1].casefold() != folded[:1], abs(len(w) - len(folded)), w) for w in near
    )


def _may_be_near(one: str, other: str, least: float) -> bool:
    """Cheap test before the dear one: neither the lengths nor the letters are too different."""
    edits = max(1, int((1 - least) * max(len(one), len(other))))
    if abs(len(one) - len(other)) > edits:
        return False
    own, others = set(one), set(other.casefold())
    return len(own - others) <= edits and len(others - own) <= edits


def nearest_of(word: str, names: Mapping[str, str]) -> str:
    """The value whose name (a key of `names`) is nearest to the word, or ""."""
    name = nearest(word, names)
    return names[name] if name else ""


def meant(word: str, choices: tuple[Choice, ...]) -> tuple[str, ...]:
    """The allowed values that a word stands for: by another word for it, or the nearest spelling."""
    folded = " ".join(word.casefold().split())
    hits = tuple(choice.value for choice in choices if folded in choice.words)
    if hits:
        return hits
    names = {name: choice.value for choice in choices for name in (choice.value, choice.label.casefold())}
    found = nearest_of(folded, names)
    if not found:
        found = nearest_of(folded, {w: choice.value for choice in choices for w in choice.words if len(w) > 3})
    return (found,) if found else ()
