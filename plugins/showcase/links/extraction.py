"""From what a person pastes to one token: quotes, brackets, sentences, several links."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .platforms import HOSTS
from .url_parser import is_hidden

_TRAILING = ".,;:!?\"'»”’…*~|>"
_OPENING = "<([{\"'«“‘*"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LIKE_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
# Bullets, dashes, and what joins the parts of an emoji.
_GLUE = "\u2022\u00b7\u2013\u2014-\u200d\ufe0f\u20e3"
# No bracket within the words and no endless address, so that a long row of brackets is read once.
_MARKDOWN = re.compile(r"!?\[[^\[\]]*\]\(\s{0,9}(\S{1,2048}?)\s{0,9}\)")

# The start of a URL: a scheme, or where no word goes on `www.` or a platform's host.
START = r"(?i)https?:/|(?:^|[^\w@./-])(?P<bare>www\.[\w-]+\.|(?:HOSTS)/)"


def unwrap(text: str) -> str:
    """One token without what surrounds it: `<…>`, quotes, brackets, `[words](…)`, a full stop at the end."""
    token = text.strip()
    markdown = _MARKDOWN.fullmatch(token)
    if markdown:
        token = markdown[1]
    token = _without_signs(token.lstrip(_OPENING))
    while token:
        last = token[-1]
        opener = _PAIRS.get(last)
        if last in _TRAILING or (opener and token.count(last) > token.count(opener)):
            token = token[:-1]
        else:
            break
    return token


def _without_signs(token: str) -> str:
    """The token without emoji, arrows and hyphens glued to the front of a link: `🔗https://…`."""
    start = 0
    while start < len(token) and (token[start] in _GLUE or unicodedata.category(token[start]) in {"So", "Sk", "Sm"}):
        start += 1
    return token[start:] if start and link_start(token[start:]) == 0 else token


def find_links(text: str) -> tuple[str, ...]:
    """The URLs in a text, in order: with a scheme, with `www.`, or of a platform's host. Not judged, only found."""
    found = []
    for piece in re.split(r"[\s<>\u2028\u2029]+", _MARKDOWN.sub(r" \1 ", text)):
        start = link_start(piece)
        if start is not None:
            found.append(unwrap(piece[start:]))
    return tuple(dict.fromkeys(link for link in found if link))


def without_hidden(text: str) -> str:
    """The text without the characters that nobody sees; where one of them looks like a blank, a blank."""
    spaced = text.translate(dict.fromkeys(map(ord, _LIKE_BLANKS), " "))
    return "".join(char for char in spaced if not is_hidden(char))


def link_start(text: str) -> int | None:
    """Where the first URL of a text begins; None if it holds none."""
    found = _start_pattern().search(text)
    return found.start(found.lastgroup or 0) if found else None


@cache
def _start_pattern() -> re.Pattern[str]:
    return re.compile(START.replace("HOSTS", "|".join(map(re.escape, sorted(HOSTS, key=len, reverse=True)))))
