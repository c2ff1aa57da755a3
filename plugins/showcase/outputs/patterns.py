"""Python's regular expressions in JavaScript's spelling, for the form page.

The patterns of the platform table stay written once, in Python; the browser gets the same ones.
JavaScript reads them with its `u` flag, under which an escape that means nothing is an error.
"""

from __future__ import annotations

import re

LETTER = r"\p{L}\p{N}_"
BOUNDARY = rf"(?:(?<=[{LETTER}])(?![{LETTER}])|(?<![{LETTER}])(?=[{LETTER}]))"
# Escapes that mean the same in both, or must stay escapes under the `u` flag.
SHARED = frozenset("nrtfvsS0.^$*+?()[]{}|/\\123456789ux")
ONLY_PYTHON = re.compile(r"\(\?(?![:=!<P])|\(\?P[^<=]|\(\?<[^=!]|[*+?}]\+")
ESCAPES_AND_CLASSES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")


def javascript(pattern: str | re.Pattern[str]) -> dict[str, str]:
    """`{source, flags}` of the same pattern for `new RegExp`. Raises ValueError for what has no equal there."""
    text, ascii_only = (pattern, False) if isinstance(pattern, str) else (pattern.pattern, bool(pattern.flags & re.A))
    flags = "u"
    if text.startswith("(?i)"):
        text, flags = text.removeprefix("(?i)"), "iu"
    elif not isinstance(pattern, str) and pattern.flags & re.I:
        flags = "iu"
    if not isinstance(pattern, str) and pattern.flags & re.M:
        flags += "m"
    if found := ONLY_PYTHON.search(ESCAPES_AND_CLASSES.sub("_", text)):
        raise ValueError(f"tidak ada padanannya di JavaScript: {found[0]} dalam {text}")
    return {"source": _translated(text, ascii_only=ascii_only), "flags": flags}


def _translated(text: str, *, ascii_only: bool) -> str:
    out: list[str] = []
    at, in_class = 0, False
    while at < len(text):
        char = text[at]
        if char == "\\":
            out.append(_escape(text[at + 1], in_class=in_class, ascii_only=ascii_only))
            at += 2
            continue
        if text.startswith("(?P<", at) and not in_class:
            out.append("(?<")
            at += 4
            continue
        if text.startswith("(?P=", at) and not in_class:
            end = text.index(")", at)
            out.append(rf"\k<{text[at + 4 : end]}>")
            at = end + 1
            continue
        in_class = char == "[" or (in_class and char != "]")
        out.append(char)
        at += 1
    return "".join(out)


def _escape(char: str, *, in_class: bool, ascii_only: bool) -> str:
    """The escape `\\char` in JavaScript's spelling."""
    letters = "A-Za-z0-9_" if ascii_only else LETTER
    if char == "w":
        return letters if in_class else f"[{letters}]"
    if char == "d":
        return "0-9" if ascii_only and in_class else "[0-9]" if ascii_only else r"\p{Nd}"
    if char == "b" and not in_class:
        return BOUNDARY
    if char in SHARED:
        return f"\\{char}"
    if char == "-" and in_class:
        return r"\-"
    if char.isalnum():
        raise ValueError(f"tidak ada padanannya di JavaScript: \\{char}")
    return char
