"""A table of the region as rows with their lines, whatever program saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.source import UTF_16, clean, foreign_kind
from ..text.bounded_file import own_bytes

LARGEST_FILE = 2_000_000
LONGEST_CELL = 1_000

EXCEL_LINE = re.compile(r"\s*sep=", re.IGNORECASE)  # the line that names the separator of columns to Excel
SEPARATORS = {";": "titik koma", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. line: the one it ends on; text: that line as read; cells: by column, in the file's order."""

    line: int
    text: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def place(self, column: str) -> tuple[int, int]:
        """Where the text of a cell begins."""
        at = 0
        for name, cell in self.cells.items():
            if name == column:
                break
            at = max(at, self.text.find(cell, at) + len(cell))
        return self.line, max(self.text.find(self[column], at), 0) + 1


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
    """The rows of a table; those that lack what they need are noted and left out."""
    text = _text(folder / sheet.name, diagnostics)
    if text is None:
        return
    lines = text.split("\n")
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        if not _has_columns(tuple(reader.fieldnames or ()), text, sheet, diagnostics):
            return
        for row in reader:
            cells = {name: (cell or "").strip() for name, cell in row.items() if name in sheet.columns}
            if not any(cells.values()):
                continue
            empty = [name for name in sheet.needed if not cells[name]]
            if empty:
                diagnostics.add("W104.empty", (reader.line_num, 1), columns=empty)
            elif long := [name for name in sheet.columns if len(cells[name]) > LONGEST_CELL]:
                diagnostics.add("W104.long", (reader.line_num, 1), columns=long, most=LONGEST_CELL)
            elif row.get(None):  # what stands behind the last column
                diagnostics.add("W104.wide", (reader.line_num, 1))
            else:
                yield Row(reader.line_num, lines[reader.line_num - 1], cells)
    except csv.Error as error:
        diagnostics.add("W103.unreadable", (max(reader.line_num, 1), 1), error=error)


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
    if kind := foreign_kind(data):
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
