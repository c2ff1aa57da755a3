"""A table of the region as rows with their lines, whatever program saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..frontmatter.source import clean
from ..text.bounded_file import own_bytes

LARGEST_FILE = 2_000_000
LONGEST_CELL = 1_000

EXCEL_LINE = re.compile(r"\s*sep=", re.IGNORECASE)  # how Excel is told, and tells itself, what parts the columns
SEPARATORS = {";": "titik koma", "\t": "tab"}
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
LANGUAGES = Sheet("bahasa.csv", ("kunci", "nama", "alias"), ("kunci", "nama"))
TOPICS = Sheet("topik.csv", ("kunci", "keterangan"), ("kunci", "keterangan"))


def read_rows(folder: Path, sheet: Sheet, diagnostics: DiagnosticCollector) -> Iterator[Row]:
    """Rows of a table with the line each stands on; rows that lack what they need are noted and left out."""
    text = _text(folder / sheet.name, diagnostics)
    if text is None:
        return
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        if not _has_columns(tuple(reader.fieldnames or ()), text, sheet, diagnostics):
            return
        for row in reader:
            values = {name: (row.get(name) or "").strip() for name in sheet.columns}
            empty = [name for name in sheet.needed if not values[name]]
            if not any(values.values()):
                continue
            if empty:
                diagnostics.add("W104.empty", (reader.line_num, 1), columns=empty)
            elif long := [name for name in values if len(values[name]) > LONGEST_CELL]:
                diagnostics.add("W104.long", (reader.line_num, 1), columns=long, most=LONGEST_CELL)
            elif row.get(None):  # what stands behind the last column
                diagnostics.add("W104.wide", (reader.line_num, 1))
            else:
                yield reader.line_num, values
    except csv.Error as error:
        diagnostics.add("W103.unreadable", (max(reader.line_num, 1), 1), error=error)


def placed(folder: Path, sheet: Sheet, faults: Iterable[Fault]) -> list[Fault]:
    """Faults of a table's rows, each at the column of its line in which what was found begins."""
    faults = list(faults)
    text = _text(folder / sheet.name, DiagnosticCollector("")) if faults else None
    lines = (text or "").split("\n")
    return [_placed(fault, lines) for fault in faults]


def _placed(fault: Fault, lines: Sequence[str]) -> Fault:
    line = lines[fault.line - 1] if fault.line and fault.line <= len(lines) else ""
    at = line.find(fault.found) if fault.found else -1
    return replace(fault, column=at + 1) if at > 0 else fault


def _has_columns(found: tuple[str, ...], text: str, sheet: Sheet, diagnostics: DiagnosticCollector) -> bool:
    missing = [name for name in sheet.columns if name not in found]
    if not missing:
        return True
    header = next(iter(text.splitlines()), "")
    # A fix is of one line alone: there is none where the whole table has to be saved otherwise.
    if EXCEL_LINE.match(header):
        with_commas = header.lower().strip() == "sep=,"
        diagnostics.add("W103.excel" if with_commas else "W103.excel_separator", (1, 1), found=header)
    elif separator := next((name for sign, name in SEPARATORS.items() if sign in header and "," not in header), ""):
        diagnostics.add("W103.separator", (1, 1), found=header, separator=separator)
    else:
        diagnostics.add("W103.columns", (1, 1), found=header, fix=",".join(sheet.columns), missing=missing)
    return False


def _text(path: Path, diagnostics: DiagnosticCollector) -> str | None:
    """The text of a file; None and a fault if it has none."""
    try:
        data = own_bytes(path, LARGEST_FILE + 1)
    except OSError:
        diagnostics.add("W101.file", None, name=path.name)
        return None
    if len(data) > LARGEST_FILE:
        diagnostics.add("P001.table", None, most=LARGEST_FILE // 1_000_000)
        return None
    if kind := next((name for start, name in NO_TEXT.items() if data.startswith(start)), ""):
        diagnostics.add("W117", None, kind=kind)
        return None
    if data.startswith(UTF_16):
        diagnostics.add("W102.utf16", (1, 1))
        return None
    try:
        return "\n".join(clean(data.decode("utf-8-sig"), diagnostics))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        diagnostics.add("W102.letter", (line, 1))
        return None
