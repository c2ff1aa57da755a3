"""`content/laporan/<month>.csv`: how many there were at the end of each month. Counts only, nobody's name."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics.collector import Notes, quoted
from ..diagnostics.fault import Fault
from ..profiles.model import Month
from .folders import POINTER
from .tables import Sheet, read_rows

FOLDER = "laporan"
COLUMNS = ("apa", "jumlah")
FILE = re.compile(r"\d{4}-(0[1-9]|1[0-2])\.csv")
MOST_MONTHS = 600  # fifty years


def read_history(folder: Path) -> tuple[tuple[Month, ...], list[Fault]]:
    """The months on record, oldest first, and what is wrong with their files. No folder is no history."""
    months, faults = [], []
    if folder.is_symlink():
        notes = Notes(folder.name)
        notes.fault("P022", None, f"folder {folder.name} {POINTER}")
        return (), notes.faults
    for path in sorted(folder.iterdir())[:MOST_MONTHS] if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        notes = Notes(f"{folder.name}/{path.name}")
        if FILE.fullmatch(path.name):
            months.append(Month(path.stem, tuple(sorted(_counts(folder, path.name, notes).items()))))
        else:
            notes.fault("W114", None, f"{quoted(path.name)} bukan laporan bulanan, yang bernama seperti 2026-11.csv.")
        faults += notes.faults
    return tuple(months), faults


def _counts(folder: Path, name: str, notes: Notes) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line, row in read_rows(folder, Sheet(name, COLUMNS, COLUMNS), notes):
        what, number = row["apa"], row["jumlah"]
        if not (number.isascii() and number.isdigit() and len(number) < 7):
            notes.fault("W114", (line, 1), f"jumlah {quoted(number)} bukan bilangan bulat.", found=number)
        elif what in counts:
            notes.fault("W114", (line, 1), f"{quoted(what)} tertulis dua kali.", found=what)
        else:
            counts[what] = int(number)
    return counts
