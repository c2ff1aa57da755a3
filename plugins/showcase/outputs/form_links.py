"""What the form page needs to know a link: the platform table, its lists and its words, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..links.extraction import START
from ..links.hints import HINTS, HOST_ALONE, NAME, PHONE, PHONE_LINK
from ..links.platforms import ROWS
from ..links.reader import LONGEST
from ..links.rejections import messages
from ..links.shorteners import SHORT_PATHS, SHORTENER_ENDINGS, SHORTENERS
from ..links.table import Pattern, Platform, Rejected
from ..links.url_parser import HOST_RULES, TYPO
from ..links.websites import (
    CARRIED,
    FOLDS,
    GENUINE,
    ORIGINS,
    REDIRECTORS,
    SEARCHES,
    SHORTEST_CARRIED,
    TARGET_PARAMETERS,
    TRACKED,
)
from .patterns import javascript

PLATFORM = ("key", "label", "own", "words", "names", "account")
FORM = ("kind", "id", "handle", "canonical", "lower", "code", "fix", "target")


def links() -> dict[str, Any]:
    """The table, the refusals and the lists of hosts. Patterns are JavaScript's.

    Mirrors that carry no other address, and search engines, are rare in a profile and left to `check`.
    """
    return {
        "rows": [_platform(row) for row in ROWS],
        "forwards": javascript(rf"(?:{_either(REDIRECTORS - SEARCHES)}|[^/]*\.safelinks\.[^/]*)/.*"),
        "short": javascript(rf"(?i)(?:www\.)?(?:{_short()})"),
        "codes": messages(),
        "hosts": [[javascript(pattern), code, fix] for pattern, code, fix in HOST_RULES],
        "hints": [[javascript(pattern), code, fix] for pattern, code, fix in HINTS],
        "phone": [javascript(PHONE), PHONE_LINK],
        "name": javascript(NAME),
        "hostAlone": javascript(HOST_ALONE),
        "typo": javascript(TYPO),
        "start": javascript(START),
        "carried": javascript(CARRIED),
        "shortest": SHORTEST_CARRIED,
        "longest": LONGEST,
        "targets": TARGET_PARAMETERS,
        "genuine": sorted(GENUINE),
        "trackers": javascript(TRACKED),
        "origins": javascript(ORIGINS),
        "fold": FOLDS,
    }


def _short() -> str:
    """Host and path of an address that only leads to another."""
    places = (f"{re.escape(site)}/{path}.*" for site, path in SHORT_PATHS)
    return "|".join([rf"(?:{_by_ending(SHORTENERS)})/.*", rf"[^/]*(?:{_either(SHORTENER_ENDINGS)})/.*", *places])


def _either(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names)))


def _by_ending(hosts: Iterable[str]) -> str:
    """One of many hosts; those that differ in their first part stand together."""
    endings: dict[str, list[str]] = {}
    for host in sorted(hosts):
        name, _, ending = host.partition(".")
        endings.setdefault(ending, []).append(name)
    return "|".join(rf"(?:{_either(names)})\.{re.escape(ending)}" for ending, names in sorted(endings.items()))


def _platform(row: Platform) -> dict[str, Any]:
    """A row. short: its hosts that are too short to be looked for within other addresses."""
    short = {host for host in row.hosts if len(host) < SHORTEST_CARRIED}
    shape = {"hosts": _hosts(row.hosts - short), "short": _hosts(short), "forms": [_form(form) for form in row.forms]}
    return fields_of(row, PLATFORM) | {name: held for name, held in shape.items() if held}


def _form(form: Pattern | Rejected) -> dict[str, Any]:
    """A shape; a refused one has a code. Parameters are pairs of name and pattern."""
    params = {name: pairs for name in ("query", "keep") if (pairs := getattr(form, name, ()))}
    patterns = {name: [[key, javascript(pattern)] for key, pattern in pairs] for name, pairs in params.items()}
    hosts = {"hosts": _hosts(form.hosts)} if form.hosts else {}
    return {"path": javascript(form.path)} | patterns | hosts | fields_of(form, FORM)


def _hosts(hosts: Iterable[str]) -> str:
    return javascript(_by_ending(hosts))


def fields_of(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a value that are there and not empty."""
    return {name: held for name in names if (held := getattr(value, name, ""))}
