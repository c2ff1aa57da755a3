"""Edit distance: the nearest word of a list, weighed as people mistype. Who asks: schema/, region/, commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

# Of so many letters one may be mistyped for a guess to be offered ready to paste.
LETTERS_A_SLIP = 5
# For a guess to be asked about: so many edits, in a word that is right for the most part.
MOST_EDITS = 3
NEAR_ENOUGH = 0.6
# In a short word it may be less that is right.
FEW_EDITS = 2
FAR = 0.4
# A wrong letter is a slip if it lies beside the right one, or sounds like it; any other makes another word.
ROWS = ("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm")
SOUNDS = ("fv", "fp", "pv", "ck", "kq", "iy", "ou", "ei", "sz", "td", "bp")


def slugify(text: str, limit: int = 60) -> str:
    """`Sanggar Tari Édi!` -> `sanggar-tari-edi`; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:limit].rstrip("-")


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """Edits from one word to the other: insert, delete, replace, swap of neighbours (each 1)."""
    return _edits(one, other, lambda a, b: 1)


def _edits(one: str, other: str, wrong: Callable[[str, str], int]) -> int:
    """The least cost of inserting, deleting and swapping neighbours (each 1), and of each wrong letter."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (wrong(a, b) if a != b else 0))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


@cache
def _mistaken() -> frozenset[tuple[str, str]]:
    """Pairs of letters of which one is typed for the other."""
    pairs = {(pair[0], pair[1]) for pair in SOUNDS}
    for row, below in zip(ROWS, (*ROWS[1:], ""), strict=True):
        for at, letter in enumerate(row):
            pairs |= {(letter, other) for other in row[at + 1 : at + 2] + below[max(at - 1, 0) : at + 2]}
    return frozenset(pairs | {(other, one) for one, other in pairs})


@lru_cache(maxsize=4096)
def slips(one: str, other: str) -> int:
    """How many slips of the hand make one word of the other; a letter that is neither near nor alike counts two."""
    return _edits(one, other, lambda a, b: 1 if (a, b) in _mistaken() else 2)


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was mistyped, or "": the letters say so. Equal slips go to the one with the same first letter."""
    folded = word.casefold().strip()[:80]
    ranked = _ranked(folded, words)
    made = min(((one.slips, one.edits, one.other_start, one.difference, one.word) for one in ranked), default=None)
    return made[4] if made and len(folded) > 1 and made[0] <= _most_slips(made[4]) else ""


def _most_slips(word: str) -> int:
    return max(1, len(word) // LETTERS_A_SLIP)


def perhaps(word: str, words: Iterable[str], *, closed: bool = True) -> str:
    """A word that may have been meant, by its letters alone: two of them wrong. To ask about, never to paste.

    closed: it must be one of these; otherwise a word with many wrong letters has to begin with the right one.
    """
    folded = word.casefold().strip()[:80]
    ranked = [one for one in _ranked(folded, words) if closed or not one.other_start or one.is_near]
    if not ranked or len(folded) < 2 or (len(ranked) > 1 and ranked[0].rivals(ranked[1])):
        return ""
    return ranked[0].word


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    """How near a word is. other_start: its first letter is another. size: letters of the longer of the two."""

    edits: int
    other_start: bool
    slips: int
    difference: int
    word: str
    size: int

    def rivals(self, other: _Rank) -> bool:
        """Whether the next one may have been meant as well."""
        if not self.is_near:
            return self.edits == other.edits
        return replace(self, word="", size=0) == replace(other, word="", size=0)

    @property
    def is_near(self) -> bool:
        """Whether most of its letters are there."""
        return self.edits <= (1 - NEAR_ENOUGH) * self.size


def _ranked(folded: str, words: Iterable[str]) -> list[_Rank]:
    """The words with few wrong letters, the nearest first."""
    found = []
    for word in set(words):
        other = word.casefold()
        if _may_be_near(folded, other) and (edits := distance(folded, other)) <= MOST_EDITS:
            shorter, size = sorted((len(folded), len(word)))
            start = other[:1] != folded[:1]
            rank = _Rank(edits, start, slips(folded, other), size - shorter, word, size)
            if edits <= FEW_EDITS or rank.is_near:
                found.append(rank)
    return sorted(found)


def _may_be_near(one: str, other: str) -> bool:
    """Cheap test before the expensive one: neither the lengths nor the letters are too different."""
    edits = min(MOST_EDITS, max(1, int((1 - FAR) * max(len(one), len(other)))))
    own, others = set(one), set(other)
    return abs(len(one) - len(other)) <= edits and len(own - others) <= edits and len(others - own) <= edits


def nearest_of(word: str, names: Mapping[str, str]) -> str:
    """The value whose name (a key of `names`) is nearest to the word, or ""."""
    name = nearest(word, names)
    return names[name] if name else ""
