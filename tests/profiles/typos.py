"""How people mistype: one or two letters left out, doubled or added, replaced, or swapped; the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

# Where the letters lie: a slip hits a neighbour, often in the same row.
ROWS = ("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CLASSES = ("insert", "delete", "replace", "swap")


def neighbours(letter: str) -> str:
    """The keys around a letter."""
    for row, letters in enumerate(ROWS):
        if (at := letters.find(letter)) >= 0:
            rows = ROWS[max(row - 1, 0) : row + 2]
            return "".join(near[max(at - 1, 0) : at + 2] for near in rows).replace(letter, "")
    return LETTERS


def typo(word: str, slip: str, rng: random.Random, *, near: bool) -> str:
    """The word with one slip. near: a wrong letter is a neighbour on the keyboard, else any."""
    at = rng.randrange(len(word))
    letters = neighbours(word[at]) if near else LETTERS
    if slip == "insert":
        return word[:at] + rng.choice(letters + (word[at] if near else "")) + word[at:]
    if slip == "delete":
        return word[:at] + word[at + 1 :]
    if slip == "swap":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice(letters) + word[at + 1 :]


def typos(word: str, edits: int, *, near: bool, each: int = 12) -> Iterator[tuple[str, str]]:
    """(class, mistyped word): `each` of every class; with two edits the class is that of the first."""
    for slip in CLASSES:
        rng = random.Random(f"{word} {slip} {edits} {near}")
        for _ in range(each):
            typed = typo(word, slip, rng, near=near)
            for _ in range(edits - 1):
                typed = typo(typed, rng.choice(CLASSES), rng, near=near) if len(typed) > 1 else typed
            if typed != word:
                yield slip, typed
