"""A table of the region as rows with their lines, whatever program saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics.collector import Notes, listed, quoted
from ..diagnostics.fault import Fault
from ..frontmatter.source import clean
from ..text.bounded_file import own_bytes

LARGEST_FILE = 2_000_000
LONGEST_CELL = 1_000

EXCEL_LINE = re.compile(r"\s*sep=", re.IGNORECASE)  # how Excel is told, and tells itself, what parts the columns
SEPARATORS = {";": "titik koma", "\t": "tab"}
WITH_COMMAS = "Pisahkan kolom dengan koma: buka di Google Spreadsheet, lalu unduh sebagai CSV."
# The first bytes of what is no text: what it is, in words.
NO_TEXT = {
    b"{\\rtf": "dokumen RTF",
    b"PK\x03\x04": "berkas Excel atau Word",
    b"\xd0\xcf\x11\xe0": "berkas Excel atau Word",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Row = tuple[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the region: its file, its columns, which of them each row needs."""

    name: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]


AREAS = Sheet("wilayah.csv", ("kode", "tingkat", "nama", "induk", "alias", "lat", "lng"), ("kode", "tingkat", "nama"))
PLACES = Sheet(
    "tempat.csv",
    ("kunci", "nama", "jenis", "alias", "kecamatan", "desa", "lat", "lng", "keterangan"),
    ("kunci", "nama"),
)
SERVICES = Sheet("jasa.csv", ("kunci", "nama", "alias", "keterangan"), ("kunci", "nama"))


def read_rows(folder: Path, sheet: Sheet, notes: Notes) -> Iterator[Row]:
    """Rows of a table with the line each stands on; rows that lack what they need are noted and left out."""
    text = _text(folder / sheet.name, notes)
    if text is None:
        return
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        if not _has_columns(tuple(reader.fieldnames or ()), text, sheet, notes):
            return
        for row in reader:
            values = {name: (row.get(name) or "").strip() for name in sheet.columns}
            empty = [name for name in sheet.needed if not values[name]]
            if not any(values.values()):
                continue
            if empty:
                notes.fault("W104", (reader.line_num, 1), f"baris ini tanpa {listed(empty)}. Isi kolomnya.")
            elif long := [name for name in values if len(values[name]) > LONGEST_CELL]:
                message = f"isi kolom {listed(long)} lebih dari {LONGEST_CELL} huruf. Pendekkan."
                notes.fault("W104", (reader.line_num, 1), message)
            elif row.get(None):  # what stands behind the last column
                message = "baris ini berisi kolom terlalu banyak. Apit isian yang memuat koma dengan tanda kutip."
                notes.fault("W104", (reader.line_num, 1), message)
            else:
                yield reader.line_num, values
    except csv.Error as error:
        notes.fault(
            "W103",
            (max(reader.line_num, 1), 1),
            f"tabel tidak terbaca ({error}). Periksa tanda kutip yang tidak ditutup.",
        )


def placed(folder: Path, sheet: Sheet, faults: Iterable[Fault]) -> list[Fault]:
    """Faults of a table's rows, each at the column of its line in which what was found begins."""
    faults = list(faults)
    text = _text(folder / sheet.name, Notes("")) if faults else None
    lines = (text or "").split("\n")
    return [_placed(fault, lines) for fault in faults]


def _placed(fault: Fault, lines: Sequence[str]) -> Fault:
    line = lines[fault.line - 1] if fault.line and fault.line <= len(lines) else ""
    at = line.find(fault.found) if fault.found else -1
    return replace(fault, column=at + 1) if at > 0 else fault


def _has_columns(found: tuple[str, ...], text: str, sheet: Sheet, notes: Notes) -> bool:
    missing = [name for name in sheet.columns if name not in found]
    if not missing:
        return True
    header = next(iter(text.splitlines()), "")
    fix = ""  # of one line alone, where the whole table has to be saved otherwise
    if EXCEL_LINE.match(header):
        message = f"baris pertama {quoted(header)} hanya catatan Excel. Hapus baris itu."
        message += "" if header.lower().strip() == "sep=," else f" {WITH_COMMAS}"
    elif separator := next((name for sign, name in SEPARATORS.items() if sign in header and "," not in header), ""):
        message = f"kolom dipisah {separator}. {WITH_COMMAS}"
    else:
        fix = ",".join(sheet.columns)
        message = f"kolom {listed(missing)} tidak ada. Kolomnya: {fix}."
    notes.fault("W103", (1, 1), message, found=header, fix=fix)
    return False


def _text(path: Path, notes: Notes) -> str | None:
    """The text of a file; None and a fault if it has none."""
    try:
        data = own_bytes(path, LARGEST_FILE + 1)
    except OSError:
        notes.fault("W101", None, f"berkas {path.name} tidak ada atau tidak dapat dibaca. Unggah lagi.")
        return None
    if len(data) > LARGEST_FILE:
        notes.fault("P001", None, f"berkas lebih besar dari {LARGEST_FILE // 1_000_000} MB. Kurangi isinya.")
        return None
    if kind := next((name for start, name in NO_TEXT.items() if data.startswith(start)), ""):
        notes.fault("W117", None, f"ini {kind}, bukan teks. Simpan tabelnya sebagai CSV UTF-8.")
        return None
    if data.startswith(UTF_16):
        notes.fault("W102", (1, 1), "berkas disimpan sebagai UTF-16 (teks Unicode). Simpan ulang sebagai CSV UTF-8.")
        return None
    try:
        return "\n".join(clean(data.decode("utf-8-sig"), notes))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        notes.fault("W102", (line, 1), "berkas tidak tersimpan sebagai UTF-8. Simpan ulang sebagai CSV UTF-8.")
        return None
