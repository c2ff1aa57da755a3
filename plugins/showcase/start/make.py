"""The whole content of a new region, as bytes by path: nothing is read but the lists, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from .areas import areas_csv
from .drawings import map_svg, mark_svg
from .register import District, Regency
from .site import Answers, site_md
from .topology import Boundaries

STARTER = Path(__file__).parent / "isi"
FILLED = ("kreator/", "wilayah/SUMBER.md", "SUMBER-FOTO.md")  # where {words} are filled in here, not at each build


def make(regency: Regency, boundaries: Boundaries, answers: Answers, today: date) -> Mapping[str, bytes]:
    """Every file of `content/`, by its path in there."""
    files = {path.relative_to(STARTER).as_posix(): path.read_bytes() for path in STARTER.rglob("*") if path.is_file()}
    words = _words(regency)
    for path in files:
        if path.startswith(FILLED) and path.endswith(".md"):
            files[path] = _filled(files[path].decode(), words).encode()
    missing = without_boundary(regency, boundaries)
    title = f"Peta {regency.district_term} {regency.name}"
    written = {
        "wilayah/situs.md": site_md(regency, answers, today, (one.name for one in missing)),
        "wilayah/wilayah.csv": areas_csv(regency, {one.code: one.centre for one in boundaries.districts if one.centre}),
        "wilayah/peta.svg": map_svg(title, boundaries, {one.code: one.name for one in regency.districts}),
        "wilayah/logo.svg": mark_svg(boundaries),
    }
    return MappingProxyType(files | {path: text.encode() for path, text in written.items()})


def without_boundary(regency: Regency, boundaries: Boundaries) -> tuple[District, ...]:
    """The districts that the map cannot show."""
    shown = {one.code for one in boundaries.districts if one.rings or one.centre}
    return tuple(one for one in regency.districts if one.code not in shown)


def _words(regency: Regency) -> Mapping[str, str]:
    """What stands for each {word}; with fewer districts than samples name, some share one."""
    districts = {f"kecamatan_{at + 1}": regency.districts[at % len(regency.districts)].name for at in range(3)}
    return {"daerah_lengkap": regency.name, **districts}


def _filled(text: str, words: Mapping[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(f"{{{word}}}", value)
    return text
