"""What the form page needs to know a link: the platform table and its words, as data."""

from __future__ import annotations

from typing import Any

from ..links.hints import KNOWN_ENDINGS
from ..links.platforms import ROWS
from ..links.rejections import messages
from ..links.shorteners import SHORT_PATHS, SHORTENER_ENDINGS, SHORTENERS
from ..links.table import Dead, Form, Platform
from ..links.url_parser import PRIVATE_ENDINGS
from ..links.websites import (
    GENUINE,
    MIRROR_WORDS,
    MIRRORS,
    REDIRECTORS,
    SEARCHES,
    TARGET_PARAMETERS,
    TRACKERS,
)
from .patterns import javascript


def links() -> dict[str, Any]:
    """The table, the refusals and the lists of hosts. Patterns are JavaScript's."""
    return {
        "codes": messages(),
        "platforms": [_platform(row) for row in ROWS],
        "endings": sorted(KNOWN_ENDINGS),
        "private": sorted(PRIVATE_ENDINGS),
        "shorteners": sorted(SHORTENERS),
        "shortenerEndings": list(SHORTENER_ENDINGS),
        "shortPaths": [list(pair) for pair in SHORT_PATHS],
        "genuine": sorted(GENUINE),
        "redirectors": sorted(REDIRECTORS),
        "targets": list(TARGET_PARAMETERS),
        "mirrors": sorted(MIRRORS),
        "mirrorWords": list(MIRROR_WORDS),
        "searches": sorted(SEARCHES),
        "trackers": sorted(TRACKERS),
    }


def _platform(row: Platform) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.label,
        "hint": row.channel_hint,
        "medium": row.medium or "",
        "hosts": sorted(row.hosts),
        "own": list(row.own),
        "words": list(row.words),
        "names": list(row.names),
        "account": row.account,
        "forms": [_form(form) for form in row.forms],
    }


def _form(form: Form | Dead) -> dict[str, Any]:
    """A shape; a refused one has a code. Patterns and parameters are pairs of name and source."""
    shape: dict[str, Any] = {"path": javascript(form.path)["source"]}
    shape |= {"query": _params(form.query)} if form.query else {}
    shape |= {"hosts": sorted(form.hosts)} if form.hosts else {}
    if isinstance(form, Dead):
        return shape | {"code": form.code, "fix": form.fix, "target": list(form.target)}
    return shape | {
        "kind": form.kind,
        "id": form.id,
        "handle": form.handle,
        "canonical": form.canonical,
        "keep": _params(form.keep),
        "lower": list(form.lower),
    }


def _params(pairs: tuple[tuple[str, str], ...]) -> list[list[str]]:
    return [[name, javascript(pattern)["source"]] for name, pattern in pairs]
