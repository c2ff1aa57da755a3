"""A strict URL parser: text that looks like a URL becomes an Address, or is refused before anything reads it.

`urllib.parse.urlsplit` is not what a browser does (`https://evil.example\\@youtube.com/` is one of
many differences), so the authority is cut out by hand after every character that browsers and
Python disagree about has been refused. What passes has the same host for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote_to_bytes

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_AUTHORITY = re.compile(r"[^/?#]*")
TYPO = re.compile(r"(?i)(?:h{0,2}t{1,3}ps?|hxxps?|htp|htps|https?)(?:;?:?/{0,3}|:/{0,4})(?=[a-z0-9-]+\.)")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_GLUED = re.compile(r"((?:^|[=&])[^&/?]*)\?")
_AMPERSAND = re.compile(r"&(?:amp;)+")
_BLANK = re.compile(r"\s")
_UNSAFE = frozenset('<>"`{}|^')
# Names that only exist inside a network or a test; a public site links to none of them.
PRIVATE_ENDINGS = "local|localhost|internal|intranet|lan|home|corp|onion|test|invalid"
# Hosts that are refused: what is found in one in lower case, the code, and what to try instead.
HOST_RULES: tuple[tuple[str, str, str], ...] = (
    (r"@", "L105", ""),
    (r"%", "L107", ""),
    (r"[\[\]]", "L108", ""),
    (r"^(?P<name>[^:]+):(?:80|443)?$", "L106", "https://{name}{tail}"),
    (r"^[^:]+:", "L106", ""),
    (r"[^\x00-\x7f]", "L109", ""),
    (r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$", "L108", ""),
    (r"^[^.]*$", "L110", ""),
    (r"^(?=\.|.*\.\.|.*\.$)\.*(?P<name>[^.]*(?:\.+[^.]+)*)\.*$", "L110", "https://{name}{tail}"),
    (r"(?:^|\.)[^.]{2}--", "L109", ""),
    (r"^.{254}|(?:^|\.)(?![a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.|$))", "L107", ""),
    (rf"\.(?:{PRIVATE_ENDINGS}|[a-z]|[^.]*[^a-z.][^.]*)$", "L110", ""),
)
# Parts of emoji and of some scripts: harmless once a path is percent-encoded, and titles in addresses have them.
_JOINERS = frozenset("\u200c\u200d\ufe0f")
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Address:
    """A URL that passed. host: lower case. path: percent-decoded, NFC, no slash at either end.

    params: decoded query in order; the first of a name is the one that counts.
    raw_path, raw_query, raw_fragment: as typed.
    """

    host: str
    path: str
    params: tuple[tuple[str, str], ...]
    raw_path: str = ""
    raw_query: str = ""
    raw_fragment: str = ""

    def param(self, name: str) -> str:
        """The first value of a query parameter, or ""."""
        for key, value in self.params:
            if key == name:
                return value
        return ""

    def says_the_same_as(self, other: Address) -> bool:
        """True if both lead to the same link, however they were typed."""
        return (self.host, self.path, self.params) == (other.host, other.path, other.params)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Refused while parsing. fix: text to try instead, not yet checked."""

    code: str
    found: str = ""
    fix: str = ""


def is_hidden(char: str) -> bool:
    """True for a character that is not seen: control, direction mark, zero width, unassigned."""
    return unicodedata.category(char) in HIDDEN or char in "\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0f"


def has_blank(text: str) -> bool:
    """True for a text with white space anywhere in it."""
    return _BLANK.search(text) is not None


def has_hidden(text: str, but: Container[str] = "") -> bool:
    """True for a text with a character that is not seen, other than those of `but`.

    Nearly every address is plain printable ASCII, which needs no look at each character.
    """
    if text.isascii() and text.isprintable():
        return False
    return any(is_hidden(char) and char not in but for char in text)


def parse_url(text: str) -> Address | Rejection:
    """One token without white space -> Address, or why not. Never raises."""
    if "\\" in text:
        return Rejection("L104", fix=text.replace("\\", "/"))
    if has_hidden(text) or has_blank(text):
        return Rejection("L102")
    rest = _without_scheme(text)
    if isinstance(rest, Rejection):
        return rest
    authority = _AUTHORITY.match(rest)
    host = authority[0] if authority else ""
    tail = rest[len(host) :]
    if not _is_sound(host) or tail.startswith(("?@", "#@")):
        stop = _check_host(host, tail)
        if stop:
            return stop
    return _split_tail(host.lower(), tail)


def _without_scheme(text: str) -> str | Rejection:
    """`https://host/…`, `//host/…` and `host/…` -> `host/…`."""
    if text.startswith("//") and not text.startswith("///"):
        return text[2:]
    scheme = _SCHEME.match(text)
    if not scheme or ("." in scheme[1] and not text[scheme.end() :].startswith("//")):
        return text  # no scheme, or a host with something after a colon: the port rule answers that
    if scheme[1].lower() not in {"http", "https"}:
        mended = TYPO.sub("https://", text, count=1)
        return Rejection("L103", fix=mended if mended != text else "")
    tail = text[scheme.end() :]
    if not tail.startswith("//") or tail.startswith("///"):
        return Rejection("L103", fix="https://" + tail.lstrip("/"))
    return tail[2:]


def _check_host(host: str, tail: str) -> Rejection | None:
    """What a browser and Python could read differently, in the order that explains best."""
    if tail.startswith(("?@", "#@")):
        return Rejection("L105", found=host)
    for pattern, code, fix in _host_rules():
        if found := pattern.search(host.lower()):
            return Rejection(code, found=host, fix=fix.format(**found.groupdict(), tail=tail))
    return None


@cache
def _host_rules() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(pattern), code, fix) for pattern, code, fix in HOST_RULES)


@lru_cache(maxsize=1024)
def _is_sound(host: str) -> bool:
    """True for a host that every rule lets through; most links lead to the same few."""
    return _check_host(host, "") is None


def _split_tail(host: str, tail: str) -> Address | Rejection:
    """Path, query and fragment of a URL whose host is settled."""
    if "&amp;" in tail:
        tail = _AMPERSAND.sub("&", tail)
    before, _, fragment = tail.partition("#")
    raw_path, _, raw_query = before.partition("?")
    if raw_path in {"", "/"} and fragment.startswith("!/"):  # the address style of 2010: facebook.com/#!/nama
        raw_path, _, raw_query = fragment[1:].partition("?")
    # Share buttons and people glue a second parameter on with whatever is at hand: `?v=ID?si=…`.
    query = _GLUED.sub(r"\1&", raw_query) if "?" in raw_query else raw_query
    if fragment.startswith("t="):
        query = f"{query}&{fragment}"
    path = decode(raw_path)
    params = [_pair(piece) for piece in query.split("&") if piece]
    known = [pair for pair in params if pair is not None]
    if path is None or not _UNSAFE.isdisjoint(path):
        return Rejection("L113")
    parts = path.split("/")
    if "." in parts or ".." in parts:
        return Rejection("L113")
    return Address(host, "/".join(filter(None, parts)), tuple(known), raw_path, raw_query, fragment)


def _pair(piece: str) -> tuple[str, str] | None:
    name, _, value = piece.partition("=")
    key, decoded = decode(name.replace("+", " ")), decode(value.replace("+", " "))
    return None if key is None or decoded is None else (key, decoded)


def decode(text: str) -> str | None:
    """Percent-decoded once, NFC; None if it is broken or hides something."""
    if "%" not in text and "\\" not in text and text.isascii() and text.isprintable():
        return text
    if _BROKEN_PERCENT.search(text):
        return None
    try:
        decoded = unicodedata.normalize("NFC", unquote_to_bytes(text).decode("utf-8"))
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    if "\\" in decoded or has_hidden(decoded, but=_JOINERS):
        return None
    return decoded
