"""Python's regular expressions in JavaScript's spelling, for the form page.

The patterns stay written once, in Python. JavaScript reads them with its `u` flag, under
which an escape that means nothing is an error. Browsers of 2022 cannot look behind: a character that may not stand
before something becomes another one, or the start of the text, that does.
"""

from __future__ import annotations

import re

# Escapes that mean the same in both, or must stay escapes under the `u` flag.
SHARED = frozenset("nrtfvsSb0.^$*+?()[]{}|/\\123456789ux")
FLAGS = {re.IGNORECASE: "i", re.MULTILINE: "m"}
LEADING = re.compile(r"^\(\?[im]+\)")
IN_CLASS = re.compile(r"\\(?P<escape>.)")
TOKEN = re.compile(
    r"\(\?<!\[(?P<behind>(?:\\.|[^\]\\^])+)\]\)|(?P<chars>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?P<escape>.)"
    r"|\(\?P<(?P<name>\w+)>|\(\?P=(?P<again>\w+)\)|(?P<foreign>\(\?(?![:=!])|[*+?}]\+)"
)


def javascript(pattern: str | re.Pattern[str]) -> str:
    """The same pattern for `new RegExp`, its flags in front as in Python. Raises ValueError for what has no equal."""
    compiled = re.compile(pattern)
    ascii_only = bool(compiled.flags & re.ASCII)
    flags = "".join(letter for flag, letter in FLAGS.items() if compiled.flags & flag)

    def chars(text: str) -> str:
        return IN_CLASS.sub(lambda found: _escape(found["escape"], ascii_only=ascii_only, in_class=True), text)

    def token(found: re.Match[str]) -> str:
        if found["foreign"]:
            raise ValueError(f"tidak ada padanannya di JavaScript: {found[0]} dalam {compiled.pattern}")
        if found["behind"]:
            return f"(?:^|[^{chars(found['behind'])}])"
        if found["chars"]:
            return chars(found["chars"])
        if found["escape"]:
            return _escape(found["escape"], ascii_only=ascii_only, in_class=False)
        return f"(?<{found['name']}>" if found["name"] else rf"\k<{found['again']}>"

    source = TOKEN.sub(token, LEADING.sub("", compiled.pattern))
    return f"(?{flags}){source}" if flags else source


def _escape(char: str, *, ascii_only: bool, in_class: bool) -> str:
    """The escape `\\char` in JavaScript's spelling."""
    if char in "wd":
        letters, digits = ("A-Za-z0-9_", "0-9") if ascii_only else (r"\p{L}\p{N}_", r"\p{Nd}")
        same = letters if char == "w" else digits
        return same if in_class or same == r"\p{Nd}" else f"[{same}]"
    if char in SHARED or (char == "-" and in_class):
        return f"\\{char}"
    if char.isalnum():
        raise ValueError(f"tidak ada padanannya di JavaScript: \\{char}")
    return char
