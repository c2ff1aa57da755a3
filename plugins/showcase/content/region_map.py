"""`peta.svg` against `wilayah.csv`: every district has its outline, and every outline its district."""

from __future__ import annotations

from collections.abc import Collection

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..region.map import outlines_of
from ..region.model import District
from ..text.similarity import perhaps, slugify
from .site_file import FILE as SITE_FILE

MAP = "peta.svg"
ALLOWED = "tanpa_peta"


def map_faults(folder: str, map_svg: str, districts: tuple[District, ...], without: Collection[str]) -> list[Fault]:
    """What is wrong with the outlines. without: names of districts that need none."""
    drawing, site = DiagnosticCollector(f"{folder}/{MAP}"), DiagnosticCollector(f"{folder}/{SITE_FILE}")
    drawn = {outline.code for outline in outlines_of(map_svg)}
    by_name = {slugify(name): one for one in districts for name in (one.name, *one.aliases)}
    spared = set()
    for name in without:
        district = by_name.get(slugify(name))
        if district is None:
            names = [one.name for one in districts]
            site.add("W122.name", None, key=ALLOWED, found=name, allowed=names, guess=perhaps(name, names))
        elif district.code in drawn:
            site.add("W122.drawn", None, key=ALLOWED, found=name)
        else:
            spared.add(district.code)
    if missing := [one for one in districts if one.code not in drawn | spared]:
        names = [f"{one.name} ({one.code})" for one in missing]
        drawing.add("W122.missing", None, names=names, spared=[one.name for one in missing])
    for code in sorted(drawn - {one.code for one in districts}):
        lines = enumerate(map_svg.split("\n"), 1)
        at = next(((number, 1) for number, line in lines if f'data-kode="{code}"' in line), None)
        drawing.add("W122.code", at, found=code)
    return [*drawing.faults, *site.faults]
