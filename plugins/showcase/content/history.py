"""`content/laporan/<month>.csv`: how many there were at the end of each month. Counts only, nobody's name."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault
from ..profiles.model import Month
from .tables import Sheet, read_rows

FOLDER = "laporan"
COLUMNS = ("apa", "jumlah")
FILE = re.compile(r"\d{4}-(0[1-9]|1[0-2])\.csv")
MOST_MONTHS = 600  # fifty years


def read_history(folder: Path) -> tuple[tuple[Month, ...], list[Fault]]:
    """The months on record, oldest first, and what is wrong with their files. No folder is no history."""
    months, faults = [], []
    if folder.is_symlink():
        return (), [fault_at("P022.folder", folder.name, name=folder.name)]
    for path in sorted(folder.iterdir())[:MOST_MONTHS] if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        diagnostics = DiagnosticCollector(f"{folder.name}/{path.name}")
        if FILE.fullmatch(path.name):
            months.append(Month(path.stem, tuple(sorted(_counts(folder, path.name, diagnostics).items()))))
        else:
            diagnostics.add("W114.name", None, name=path.name)
        faults += diagnostics.faults
    return tuple(months), faults


def _counts(folder: Path, name: str, diagnostics: DiagnosticCollector) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in read_rows(folder, Sheet(name, COLUMNS, COLUMNS), diagnostics):
        what, number = row["apa"], row["jumlah"]
        if not (number.isascii() and number.isdigit() and len(number) < 7):
            diagnostics.add("W114.number", row.place("jumlah"), found=number)
        elif what in counts:
            diagnostics.add("W114.twice", row.place("apa"), found=what)
        else:
            counts[what] = int(number)
    return counts
