"""`report`: records this month's counts of creators and works, from which the report page shows growth."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from io import StringIO
from pathlib import Path

from ..cards.report import ENOUGH_FOR_WISHES, counts_of
from ..content import for_audience, read_content
from ..content.history import COLUMNS, FOLDER
from ..content.region_day import region_day
from ..diagnostics.fault import ToolFailure
from ..runtime.atomic_write import write_atomically


def run(content: Path, project_content: Path, month: str | None = None) -> int:
    """Write `laporan/<month>.csv` into the project's content. Exit code 0. Raises ToolFailure.

    content: where the profiles are. month: `2026-11`, by default the running one where the region is. Profiles with
    a fault are not counted, as they are not published.
    """
    if month is not None and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise ToolFailure(f"bulan {month!r} tidak terbaca. Tulis seperti 2026-11.")
    today = region_day(content, project_content)
    found = read_content(content, project_content, today)
    counts = counts_of(for_audience(found, samples=False, today=today).creators)
    if counts["kreator"] < ENOUGH_FOR_WISHES:  # with so few, a wish would identify somebody
        counts = Counter({name: number for name, number in counts.items() if not name.startswith("ingin_belajar:")})
    target = project_content / FOLDER / f"{month or f'{today:%Y-%m}'}.csv"
    write_atomically(target, as_csv(dict(counts)).encode())
    print(f"{counts['kreator']} kreator dan {counts['karya']} karya dicatat di {target}.", file=sys.stderr)
    return 0


def as_csv(counts: dict[str, int]) -> str:
    """The totals first, then everything else by name."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name in sorted(counts, key=lambda name: (":" in name, name)):
        writer.writerow([name, counts[name]])
    return out.getvalue()
