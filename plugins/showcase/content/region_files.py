"""`content/wilayah/` -> one Region. What is wrong in it is noted like any other content."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date
from pathlib import Path

from ..diagnostics.collector import Notes, listed, quoted
from ..diagnostics.fault import Fault, sort_faults
from ..frontmatter.source import LINE_END
from ..region.model import District, Place, Region, Service, Village
from ..text.bounded_file import own_bytes
from ..text.similarity import slugify
from .drawings import unsafe_part
from .folders import POINTER
from .site_file import DEFAULT_SITE, read_site
from .tables import AREAS, PLACES, SERVICES, Row, placed, read_rows

LARGEST_DRAWING = 200_000
LEVELS = ("kabupaten", "kecamatan", "kelurahan", "desa")


def read_region(folder: Path, today: date | None = None) -> tuple[Region | None, tuple[Fault, ...]]:
    """The region in `folder` and every fault of it; None if the folder is not there. Paths begin with its name."""
    if folder.is_symlink():
        notes = Notes(folder.name)
        notes.fault("P022", None, f"folder {folder.name} {POINTER}")
        return None, tuple(notes.faults)
    if not folder.is_dir():
        return None, ()
    faults: list[Fault] = []
    site, found = read_site(folder, today or date.max)
    faults += found
    districts, found = _districts(folder)
    faults += found
    # With a mistake in the districts, what points to them would be named a second time.
    places, found = _places(folder, districts, certain=not found)
    faults += found
    services, found = _services(folder)
    faults += found
    drawings = []
    for name in ("peta.svg", "logo.svg"):
        text, found = _svg(folder, name)
        drawings.append(text)
        faults += found
    region = Region(site, districts, places, services, *drawings)
    return region, sort_faults(faults)


EMPTY = Region(DEFAULT_SITE, (), (), (), "", "")


def _districts(folder: Path) -> tuple[tuple[District, ...], list[Fault]]:
    """The districts with their villages, in the order of the file."""
    notes = Notes(f"{folder.name}/{AREAS.name}")
    rows = list(read_rows(folder, AREAS, notes))
    codes: dict[str, int] = {}
    found: dict[str, tuple[int, Mapping[str, str]]] = {}
    for line, row in rows:
        level, code = row["tingkat"], row["kode"]
        if level not in LEVELS:
            message = f"tingkat {quoted(level)} tidak dikenal: {listed(LEVELS)}."
            notes.fault("W105", (line, 1), message, found=level, allowed=LEVELS)
        elif code in codes:
            notes.fault(
                "W106",
                (line, 1),
                f"kode {quoted(code)} sudah ada di baris {codes[code]}. Setiap kode hanya sekali.",
                found=code,
            )
        elif level == "kecamatan":
            found[code] = (line, row)
        codes.setdefault(code, line)
    villages = _villages(rows, found, notes)
    districts = []
    for code, (line, row) in found.items():
        latitude, longitude = _position(row, line, notes)
        own = tuple(villages.get(code, ()))
        key, name = slugify(row["nama"]), row["nama"]
        districts.append(District(key, code, name, _aliases(row), latitude or 0.0, longitude or 0.0, own))
    return tuple(districts), placed(folder, AREAS, notes.faults)


def _villages(rows: Iterable[Row], districts: Container[str], notes: Notes) -> dict[str, list[Village]]:
    """The villages by the code of their district."""
    villages: dict[str, list[Village]] = {}
    for line, row in rows:
        if row["tingkat"] not in ("kelurahan", "desa"):
            continue
        parent = row["induk"] or row["kode"].rpartition(".")[0]
        if parent not in districts:
            message = (
                f"{row['nama']} menunjuk kecamatan {quoted(parent)}, dan kode itu tidak ada. Betulkan kolom induk."
            )
            notes.fault("W107", (line, 1), message, found=parent)
            continue
        village = Village(slugify(row["nama"]), row["kode"], row["nama"], row["tingkat"], _aliases(row))
        villages.setdefault(parent, []).append(village)
    return villages


def _places(folder: Path, districts: tuple[District, ...], *, certain: bool) -> tuple[tuple[Place, ...], list[Fault]]:
    """The places. certain: the districts are all there, so that a name among them that is missing is a mistake."""
    notes = Notes(f"{folder.name}/{PLACES.name}")
    known = {district.key: district for district in districts}
    places: dict[str, Place] = {}
    for line, row in read_rows(folder, PLACES, notes):
        key = row["kunci"]
        if not _good_key(key, places, line, notes):
            continue
        district = known.get(row["kecamatan"])
        if certain:
            _check_residence(row, district, known, line, notes)
        latitude, longitude = _position(row, line, notes)
        where = district.key if district else ""
        places[key] = Place(
            key, row["nama"], row["jenis"], _aliases(row), where, row["desa"], latitude, longitude, row["keterangan"]
        )
    return tuple(places.values()), placed(folder, PLACES, notes.faults)


def _check_residence(
    row: Mapping[str, str], district: District | None, known: Iterable[str], line: int, notes: Notes
) -> None:
    """A place names a district that is there, and a village of it."""
    if row["kecamatan"] and district is None:
        message = f"kecamatan {quoted(row['kecamatan'])} tidak ada. Pilihan: {listed(known)}."
        notes.fault("W107", (line, 1), message, found=row["kecamatan"], allowed=known)
    if row["desa"] and district:
        names = {n.casefold() for village in district.villages for n in (village.key, village.name, *village.aliases)}
        if row["desa"].casefold() not in names:
            message = f"desa {quoted(row['desa'])} tidak ada di kecamatan {district.name}. Betulkan salah satunya."
            notes.fault("W107", (line, 1), message, found=row["desa"])


def _services(folder: Path) -> tuple[tuple[Service, ...], list[Fault]]:
    notes = Notes(f"{folder.name}/{SERVICES.name}")
    services: dict[str, Service] = {}
    for line, row in read_rows(folder, SERVICES, notes):
        if _good_key(row["kunci"], services, line, notes):
            services[row["kunci"]] = Service(row["kunci"], row["nama"], _aliases(row), row["keterangan"])
    return tuple(services.values()), placed(folder, SERVICES, notes.faults)


def _good_key(key: str, taken: Mapping[str, object], line: int, notes: Notes) -> bool:
    if key in taken:
        notes.fault("W106", (line, 1), f"kunci {quoted(key)} sudah ada di atas. Ganti salah satunya.", found=key)
    elif key != slugify(key):
        notes.fault(
            "W108",
            (line, 1),
            f"kunci {quoted(key)} bukan huruf kecil, angka, dan tanda hubung.",
            found=key,
            fix=slugify(key),
        )
    else:
        return True
    return False


def _position(row: Mapping[str, str], line: int, notes: Notes) -> tuple[float | None, float | None]:
    """Latitude and longitude of a row; both or neither."""
    if not row["lat"] and not row["lng"]:
        return None, None
    try:
        latitude, longitude = float(row["lat"]), float(row["lng"])
    except ValueError:
        notes.fault(
            "W109",
            (line, 1),
            f"letak {quoted(row['lat'] + ', ' + row['lng'])} bukan bilangan. Tulis seperti -2.75,107.69.",
            found=row["lat"] or row["lng"],
        )
        return None, None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        notes.fault(
            "W109",
            (line, 1),
            f"letak {latitude}, {longitude} di luar bumi; lat dan lng mungkin tertukar.",
            found=row["lat"],
        )
        return None, None
    return latitude, longitude


def _aliases(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in row["alias"].split("|") if alias.strip())


def _svg(folder: Path, name: str) -> tuple[str, list[Fault]]:
    """A drawing as text; one that could run a program is a fault."""
    notes = Notes(f"{folder.name}/{name}")
    try:
        data = own_bytes(folder / name, LARGEST_DRAWING + 1)
        text = LINE_END.sub("\n", data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        notes.fault("W101", None, f"berkas {name} tidak ada atau tidak dapat dibaca. Unggah lagi.")
        return "", notes.faults
    if len(data) > LARGEST_DRAWING:
        notes.fault("P001", None, f"berkas lebih besar dari {LARGEST_DRAWING // 1000} kB. Sederhanakan gambarnya.")
        return "", notes.faults
    if found := unsafe_part(text):
        message = f"{name} bukan gambar SVG yang aman: {quoted(found)}. Hanya bentuk, tanpa program, gaya, dan tautan."
        message += " Ekspor ulang sebagai SVG polos."
        notes.fault("W110", None, message, found=found)
        return "", notes.faults
    return text, notes.faults
