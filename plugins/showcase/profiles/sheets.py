"""A table of the region as rows with their lines, whatever program saved it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .notes import Notes, listed

LARGEST_FILE = 2_000_000

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
    try:
        data = (folder / sheet.name).read_bytes()[:LARGEST_FILE]
    except OSError:
        notes.fault("W101", None, f"berkas {sheet.name} tidak ada atau tidak dapat dibaca.")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        notes.fault(
            "W102",
            (data[: error.start].count(b"\n") + 1, 1),
            "berkas tidak tersimpan sebagai UTF-8. Simpan ulang sebagai CSV UTF-8.",
        )
        return
    header = next(iter(text.splitlines()), "")
    if ";" in header and "," not in header:
        notes.fault(
            "W103",
            (1, 1),
            "kolom dipisah titik koma. Simpan sebagai CSV dengan koma.",
            found=header,
            fix=header.replace(";", ","),
        )
        return
    reader = csv.DictReader(io.StringIO(text), strict=False)
    missing = [name for name in sheet.columns if name not in (reader.fieldnames or ())]
    if missing:
        notes.fault(
            "W103",
            (1, 1),
            f"kolom {listed(missing)} tidak ada. Kolomnya: {','.join(sheet.columns)}.",
            found=header,
            fix=",".join(sheet.columns),
        )
        return
    try:
        for row in reader:
            values = {name: (row.get(name) or "").strip() for name in sheet.columns}
            empty = [name for name in sheet.needed if not values[name]]
            if not any(values.values()):
                continue
            if empty:
                notes.fault("W104", (reader.line_num, 1), f"baris ini tanpa {listed(empty)}.")
            elif row.get(None):
                notes.fault(
                    "W104",
                    (reader.line_num, 1),
                    "baris ini berisi kolom terlalu banyak. Apit isian yang memuat koma dengan tanda kutip.",
                )
            else:
                yield reader.line_num, values
    except csv.Error as error:
        notes.fault("W103", (reader.line_num, 1), f"tabel tidak terbaca: {error}.")
