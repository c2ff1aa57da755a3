"""`situs.md`: the names, texts and colours of one region's site."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..frontmatter.source import LARGEST_FILE, split
from ..region.model import Office, Site
from ..region.vocabulary import Vocabulary
from ..schema.builder import build
from ..schema.fields import Fields
from ..schema.keys import OFFICE, SITE
from ..schema.reading import read_front_matter
from ..text.bounded_file import own_bytes
from .site_colours import colour_keys, read_accent, read_colours

FILE = "situs.md"
NO_WORDS = Vocabulary({}, {}, {}, {}, {})
DEFAULT_SITE = Site()


def read_site(folder: Path, today: date) -> tuple[Site, list[Fault]]:
    """The site of a region; the defaults stand in for what is missing."""
    diagnostics = DiagnosticCollector(f"{folder.name}/{FILE}")
    try:
        data = own_bytes(folder / FILE, LARGEST_FILE + 1)
    except OSError:
        diagnostics.add("W101.file", None, name=FILE)
        return DEFAULT_SITE, diagnostics.faults
    parts = split(data, diagnostics)
    keys = (*SITE, *OFFICE, *colour_keys(parts.head))
    table = read_front_matter(parts.head, parts.head_line, keys, diagnostics)
    fields, of_office = (Fields(table, rows, diagnostics, NO_WORDS, today) for rows in (SITE, OFFICE))
    fields.check_needed()
    of_office.check_needed()
    return _site(fields, _office(of_office, diagnostics), diagnostics), diagnostics.faults


def _site(fields: Fields, office: Office, diagnostics: DiagnosticCollector) -> Site:
    accent = read_accent(fields, diagnostics)
    site = build(
        Site, fields, timezone=_timezone(fields, diagnostics), language=_language(fields, diagnostics),
        repository=_https(fields, "repositori", diagnostics), accent=accent,
        colours=read_colours(fields, accent, diagnostics),
        area_codes=_area_codes(fields, diagnostics), office=office,
    )  # fmt: skip
    return site if site.full_name else replace(site, full_name=site.short_name)


def _office(fields: Fields, diagnostics: DiagnosticCollector) -> Office:
    office = build(Office, fields, website=_https(fields, "dinas_situs", diagnostics))
    return office if office.short else replace(office, short=office.name)


def _language(fields: Fields, diagnostics: DiagnosticCollector) -> str:
    """A code for which dates and lists are known."""
    from babel import localedata

    node = fields.node("bahasa")
    if node is None:
        return DEFAULT_SITE.language
    if re.fullmatch(r"[a-z]{2,3}", node.text) and localedata.exists(node.text):
        return node.text
    diagnostics.add("W115", node, key="bahasa", found=node.text, fix=DEFAULT_SITE.language)
    return DEFAULT_SITE.language


def _timezone(fields: Fields, diagnostics: DiagnosticCollector) -> str:
    from zoneinfo import ZoneInfo

    node = fields.node("zona_waktu")
    if node is None:
        return DEFAULT_SITE.timezone
    try:
        return ZoneInfo(node.text).key
    except (OSError, ValueError, KeyError):
        diagnostics.add("W111", node, key="zona_waktu", found=node.text, fix=DEFAULT_SITE.timezone)
        return DEFAULT_SITE.timezone


def _area_codes(fields: Fields, diagnostics: DiagnosticCollector) -> tuple[str, ...]:
    """What landline numbers of the region begin with, without the zero."""
    codes = []
    for part in fields.parts("kode_area"):
        if found := re.fullmatch(r"0?([1-9]\d{1,2})", part.text):
            codes.append(found[1])
        else:
            diagnostics.add("W118", part, key="kode_area", found=part.text)
    return tuple(codes)


def _https(fields: Fields, name: str, diagnostics: DiagnosticCollector) -> str:
    node = fields.node(name)
    if node is None:
        return ""
    if not re.fullmatch(r"https://[a-z0-9.-]+(?:/[\w./~-]*)?", node.text):
        fix = "https://" + re.sub(r"^(?:http:)?/*", "", node.text)
        diagnostics.add("W112", node, key=name, found=node.text, fix=fix)
        return ""
    return node.text.rstrip("/")
