"""`content/wilayah/` -> one Region. What is wrong in it is noted like any other content."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault, sort_faults
from ..frontmatter.source import LINE_END
from ..region.model import District, Language, Place, Region, Service, Village
from ..schema import choices
from ..text.bounded_file import own_bytes
from ..text.similarity import slugify
from .drawings import unsafe_part
from .region_images import read_images
from .region_map import map_faults
from .site_file import DEFAULT_SITE, read_site
from .tables import AREAS, LANGUAGES, PLACES, SERVICES, TOPICS, Row, Sheet, read_rows

LARGEST_DRAWING = 200_000
LEVELS = ("kabupaten", "kecamatan", "kelurahan", "desa")


def read_region(folder: Path, today: date) -> tuple[Region | None, tuple[Fault, ...]]:
    """The region in `folder` and every fault of it; None if the folder is not there. Paths begin with its name."""
    if folder.is_symlink():
        return None, (fault_at("P022.folder", folder.name, name=folder.name),)
    if not folder.is_dir():
        return None, ()
    faults: list[Fault] = []
    site, found = read_site(folder, today)
    faults += found
    districts, found = _districts(folder)
    faults += found
    # With a mistake in the districts, what points to them would be named a second time.
    places, found = _places(folder, districts, certain=not found)
    faults += found
    rows, found = _keyed(folder, SERVICES)
    services = tuple(Service(row["kunci"], row["nama"], _aliases(row), row["keterangan"]) for row in rows)
    faults += found
    rows, found = _keyed(folder, LANGUAGES)
    languages = tuple(Language(row["kunci"], row["nama"], _aliases(row)) for row in rows)
    faults += found
    rows, found = _keyed(folder, TOPICS, tuple(topic.value for topic in choices.TOPICS))
    topics = tuple((row["kunci"], row["keterangan"]) for row in rows)
    faults += found
    drawings = []
    for name in ("peta.svg", "logo.svg"):
        text, found = _svg(folder, name)
        drawings.append(text)
        faults += found
    if districts and drawings[0] and not any(fault.path.endswith(AREAS.name) for fault in faults):
        faults += map_faults(folder.name, drawings[0], districts, site.without_outline)
    images, found = read_images(folder)
    faults += found
    region = Region(site, districts, places, services, languages, topics, drawings[0], drawings[1], images)
    return region, sort_faults(faults)


EMPTY = Region(DEFAULT_SITE, (), (), (), (), (), "", "")


def _districts(folder: Path) -> tuple[tuple[District, ...], list[Fault]]:
    """The districts with their villages, in the order of the file."""
    diagnostics = DiagnosticCollector(f"{folder.name}/{AREAS.name}")
    rows = list(read_rows(folder, AREAS, diagnostics))
    codes: dict[str, int] = {}
    found: dict[str, Row] = {}
    for row in rows:
        level, code = row["tingkat"], row["kode"]
        if level not in LEVELS:
            diagnostics.add("W105", row.place("tingkat"), found=level, allowed=LEVELS)
        elif code in codes:
            diagnostics.add("W106.code", row.place("kode"), found=code, line=codes[code])
        elif level == "kecamatan":
            found[code] = row
        codes.setdefault(code, row.line)
    villages = _villages(rows, found, diagnostics)
    districts = []
    for code, row in found.items():
        latitude, longitude = _position(row, diagnostics)
        own = tuple(villages.get(code, ()))
        key, name = slugify(row["nama"]), row["nama"]
        districts.append(District(key, code, name, _aliases(row), latitude or 0.0, longitude or 0.0, own))
    return tuple(districts), diagnostics.faults


def _villages(
    rows: Iterable[Row], districts: Container[str], diagnostics: DiagnosticCollector
) -> dict[str, list[Village]]:
    """The villages by the code of their district."""
    villages: dict[str, list[Village]] = {}
    for row in rows:
        if row["tingkat"] not in ("kelurahan", "desa"):
            continue
        parent = row["induk"] or row["kode"].rpartition(".")[0]
        if parent not in districts:
            diagnostics.add("W107.code", row.place("induk" if row["induk"] else "kode"), found=parent, name=row["nama"])
            continue
        village = Village(slugify(row["nama"]), row["kode"], row["nama"], row["tingkat"], _aliases(row))
        villages.setdefault(parent, []).append(village)
    return villages


def _places(folder: Path, districts: tuple[District, ...], *, certain: bool) -> tuple[tuple[Place, ...], list[Fault]]:
    """The places. certain: the districts are all there, so that a name among them that is missing is a mistake."""
    diagnostics = DiagnosticCollector(f"{folder.name}/{PLACES.name}")
    known = {district.key: district for district in districts}
    places: dict[str, Place] = {}
    for row in read_rows(folder, PLACES, diagnostics):
        key = row["kunci"]
        if not _good_key(row, places, diagnostics):
            continue
        district = known.get(row["kecamatan"])
        if certain:
            _check_residence(row, district, known, diagnostics)
        latitude, longitude = _position(row, diagnostics)
        where = district.key if district else ""
        places[key] = Place(
            key, row["nama"], row["jenis"], _aliases(row), where, row["desa"], latitude, longitude, row["keterangan"]
        )
    return tuple(places.values()), diagnostics.faults


def _check_residence(
    row: Row, district: District | None, known: Iterable[str], diagnostics: DiagnosticCollector
) -> None:
    """A place names a district that is there, and a village of it."""
    if row["kecamatan"] and district is None:
        diagnostics.add("W107.district", row.place("kecamatan"), found=row["kecamatan"], allowed=known)
    if row["desa"] and district:
        names = {n.casefold() for village in district.villages for n in (village.key, village.name, *village.aliases)}
        if row["desa"].casefold() not in names:
            diagnostics.add("W107.village", row.place("desa"), found=row["desa"], district=district.name)


def _keyed(folder: Path, sheet: Sheet, known: tuple[str, ...] = ()) -> tuple[tuple[Row, ...], list[Fault]]:
    """The rows of a table whose keys are good. known: the only keys that there are, if they are ours."""
    diagnostics = DiagnosticCollector(f"{folder.name}/{sheet.name}")
    rows: dict[str, Row] = {}
    for row in read_rows(folder, sheet, diagnostics):
        key = row["kunci"]
        if known and key not in known:
            diagnostics.add("W107.key", row.place("kunci"), found=key, allowed=known)
        elif _good_key(row, rows, diagnostics):
            rows[key] = row
    return tuple(rows.values()), diagnostics.faults


def _good_key(row: Row, taken: Container[str], diagnostics: DiagnosticCollector) -> bool:
    key = row["kunci"]
    if key in taken:
        diagnostics.add("W106.key", row.place("kunci"), found=key)
    elif key != slugify(key):
        diagnostics.add("W108", row.place("kunci"), found=key, fix=slugify(key))
    else:
        return True
    return False


def _position(row: Row, diagnostics: DiagnosticCollector) -> tuple[float | None, float | None]:
    """Latitude and longitude of a row; both or neither."""
    if not row["lat"] and not row["lng"]:
        return None, None
    try:
        latitude, longitude = float(row["lat"]), float(row["lng"])
    except ValueError:
        position, column = f"{row['lat']}, {row['lng']}", "lat" if row["lat"] else "lng"
        diagnostics.add("W109.number", row.place(column), found=row[column], position=position)
        return None, None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        diagnostics.add("W109.range", row.place("lat"), found=row["lat"], latitude=latitude, longitude=longitude)
        return None, None
    return latitude, longitude


def _aliases(row: Row) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in row["alias"].split("|") if alias.strip())


def _svg(folder: Path, name: str) -> tuple[str, list[Fault]]:
    """A drawing as text; one that could run a program is a fault."""
    at = f"{folder.name}/{name}"
    try:
        data = own_bytes(folder / name, LARGEST_DRAWING + 1)
        text = LINE_END.sub("\n", data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return "", [fault_at("W101.file", at, name=name)]
    if len(data) > LARGEST_DRAWING:
        return "", [fault_at("P001.drawing", at, most=LARGEST_DRAWING // 1000)]
    if found := unsafe_part(text):
        return "", [fault_at("W110.shapes", at, found=found, name=name)]
    return text, []
