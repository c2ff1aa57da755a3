"""Invisible characters, which can disguise a name or a link. Letters that look like others: `confusables`."""

from __future__ import annotations

import re
from html import unescape

LATIN = "0-9A-Za-z\u00c0-\u024f"

# What turns the reading direction of everything after it: never needed here, used to disguise.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Around a number that was copied out of WhatsApp they turn nothing: digits are read from the left anyway.
AROUND_NUMBER = re.compile(
    r"[\u202a\u202d\u2066\u2068](?=\+?\d[\d\s().\u2010-\u2015\u2212-]{5,24}[\u202c\u2069])|(?<=\d)[\u202c\u2069]"
)
TURNING = re.compile(f"(?!{AROUND_NUMBER.pattern}){BIDI.pattern}")
# Invisible leftovers of copying from a chat or a page. Joiners and variants stay where emoji and scripts need them:
# beside a Latin letter, where they only make one name two, they go.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
    f"|(?<=[{LATIN}])[\u200c\u200d]+|[\u200c\u200d]+(?=[{LATIN}])|(?<=[A-Za-z\u00c0-\u024f])[\ufe00-\ufe0f]+"
)
# Control characters, and what is no character at all: XML can hold neither.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
LEFTOVER = re.compile(f"{INVISIBLE.pattern}|{AROUND_NUMBER.pattern}")
HIDDEN = re.compile("|".join(pattern.pattern for pattern in (CONTROL, BIDI, INVISIBLE)))
# A cheap test before the expensive ones: without any of these nothing is hidden in a text.
PERHAPS_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\uffff\U0001fffe-\U0010ffff]"
)
# Blanks of other scripts that count as letters there, so that nothing else takes them for blanks.
BLANKS = str.maketrans(dict.fromkeys("\xa0\u115f\u1160\u2800\u3164\uffa0", " "))

ENTITY = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
# More marks on one letter than any script needs cover what stands above and below.
PILED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4}")


def hidden_in(text: str) -> str:
    """The hidden characters of a text by number, "" if there are none."""
    return ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for found in HIDDEN.findall(text) for char in found))


def hidden_entity(line: str) -> re.Match[str] | None:
    """The first HTML entity that stands for a hidden character."""
    return next((match for match in ENTITY.finditer(line) if HIDDEN.search(f"a{unescape(match[0])}a")), None)
