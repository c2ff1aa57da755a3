"""Whether the words of a link name another site than the one it leads to: `[instagram․com](https://evil.example)`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from .hints import KNOWN_ENDINGS
from .platforms import HOSTS, ROWS
from .url_parser import is_hidden

# Signs that are read as the point of a host name, beyond those that NFKC makes one.
_POINTS = str.maketrans(
    dict.fromkeys(
        "\u00b7\u0387\u05c5\u06d4\u0701\u0702\u119e\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u3002\u30fb\ua4f8\ua60e",
        ".",
    )
)
_ENDINGS = "|".join(sorted(KNOWN_ENDINGS, key=len, reverse=True))
# `instagram[.]com`, `instagram (titik) com`; a blank or a word only where a known ending follows.
_BRACKETED = re.compile(r" ?[\[({<] ?(?:\.|dot|titik) ?[\])}>] ?")
_SPREAD = re.compile(rf"(?: ?\. ?| (?:dot|titik) )(?=(?:{_ENDINGS})\b)")
# One start in a row of labels, so that a long row is read once.
_HOST = re.compile(
    r"(?<![\w-])(?<!\w\.)(?:[\w-]{1,63}\.)+(?=\d{0,23}[^\W\d_])[^\W_]{2,24}"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"
)


def host_in(address: str) -> str:
    """The host that an address of a story leads to; "" if it has none that can be read."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket or a port that is none
        return ""


def names_another(words: str, host: str) -> bool:
    """True if a reader of the words expects another site than `host`: they name its host, or another platform."""
    text = _folded(words)
    if any(host != one and not host.endswith(f".{one}") for one in map(_bare, _HOST.findall(text))):
        return True
    row = HOSTS.get(host)
    return any(found[0] != (row.label.casefold() if row else "") for found in _labels().finditer(text))


def _folded(words: str) -> str:
    """Words as they look: points as points, no hidden letters, no blanks around the point of a host."""
    seen = "".join(char for char in words if not is_hidden(char))
    plain = unicodedata.normalize("NFKC", seen).translate(_POINTS).casefold()
    return _SPREAD.sub(".", _BRACKETED.sub(".", " ".join(plain.split())))


def _bare(host: str) -> str:
    return host.removeprefix("www.")


@cache
def _labels() -> re.Pattern[str]:
    """The names of platforms that are no ordinary words."""
    names = sorted((row.label.casefold() for row in ROWS if row.hosts and len(row.label) > 4), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, names))})(?![\w.])")
