"""Confusables: letters that look like others, by which names are imitated and searches fail."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
# Scripts whose letters are drawn like Latin ones, in whole or in part.
ALIKE = ("CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU", "DESERET", "GEORGIAN")
# Of these every letter is such a drawing; of Cyrillic and Greek, these letters are.
WHOLLY_ALIKE = ("CHEROKEE", "LISU", "DESERET", "COPTIC")
TWINS = frozenset("авеікмнорсѕтухһјԁԛԝүАВЕІКМНОРСЅТУХҺЈԀԚԜҮαινοορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϹ")
# Scripts of `ALIKE` next to Latin: nearly every word that mixes them has such a place.
_LATIN, _ALIKE = (
    "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u10a0-\u10ff\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\U00010400-\U0001044f",
)
MIXED = f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]"
# Latin letters in fancy dress: phonetic, full width, encircled, and the alphabets of mathematics.
FANCY = re.compile(
    "[\u0250-\u02af\u1d00-\u1dbf\ua730-\ua732\uab30-\uab64\u2160-\u217f\u249c-\u24e9\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a"
    "\u2102\u210a-\u2115\u2118-\u211d\u2124\u2128\u212c-\u2134\U0001d400-\U0001d7ff\U0001f110-\U0001f169"
    # White on black squares and circles; of the letters of flags, more or fewer than the two that make one.
    "\U0001f170-\U0001f189]+|(?<![\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff](?:[\U0001f1e6-\U0001f1ff]{2,})?"
    "(?![\U0001f1e6-\U0001f1ff])"
)
# Fancy letters of which Unicode does not say what they stand for: small capitals, squares, circles, flags.
SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
PLAIN_LETTERS = str.maketrans(
    SMALL_CAPITALS | {chr(first + at): chr(ord("A") + at) for first in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
)
# Signs that a platform gives to an account that it has verified: beside a name they say that we have.
VERIFIED = re.compile("[\u2611\u2705\u2713\u2714\U0001f5f8\U0001f5f9]\ufe0f?")
# What reads the same at a glance, for comparing whole names.
GLANCE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "3": "e"})


def look_alike(text: str) -> str:
    """The first word that mixes Latin letters with such that look like them, or is made of these alone; or ""."""
    if text.isascii():
        return ""
    return next((word for word in WORD.findall(text) if _mixes(word) or _mimics(word)), "")


def fancy(text: str) -> str:
    """The first piece in letters of another dress, or ""."""
    found = None if text.isascii() else FANCY.search(text)
    return found[0] if found else ""


def plain_letters(text: str) -> str:
    """The text in ordinary letters, as far as Unicode knows them."""
    return FANCY.sub(lambda piece: unicodedata.normalize("NFKC", piece[0].translate(PLAIN_LETTERS)), text)


def plain(name: str) -> str:
    """A name by its letters and digits alone, small and without marks: two people may well share it."""
    return "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if char.isalnum() or char == "|")


def at_a_glance(name: str) -> str:
    """What a hurried reader takes a name for."""
    return plain(name).translate(GLANCE).replace("rn", "m").replace("vv", "w")


def _mixes(word: str) -> bool:
    scripts = _scripts(word)
    return "LATIN" in scripts and any(script in ALIKE for script in scripts)


def _mimics(word: str) -> bool:
    scripts = _scripts(word)
    return len(word) > 1 and (scripts <= set(WHOLLY_ALIKE) or all(letter in TWINS for letter in word))


def _scripts(word: str) -> set[str]:
    return {unicodedata.name(letter, "").split(" ")[0] for letter in word}
