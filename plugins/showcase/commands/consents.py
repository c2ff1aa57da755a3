"""`consents`: lists the consents that end soon or have ended; in the daily workflow only their counts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from ..content import read_content
from ..content.region_day import region_day
from ..diagnostics.fault import Fault
from ..runtime.public_log import append_to_workflow, is_public_log

# Code of a fault -> the text around its count. The most urgent first.
STAGES = {
    "P510": "{} lewat masa tenggang",
    "P509": "{} sudah berakhir",
    "P508": "{} berakhir dalam 14 hari",
    "P505": "{} berakhir dalam 60 hari",
}
WHO = "Di sini hanya jumlahnya, karena catatan ini tersimpan. Daftarnya: `python3 tasks.py consents` di tempat isinya."


def run(content: Path, project_content: Path, stream: TextIO | None = None) -> int:
    """Print the faults on `stream` (standard output), the most urgent first. Exit code 0 whatever is found.

    In a workflow, whose log and summary outlive a removed profile, it prints counts alone, and writes their line to the
    step's outputs.
    """
    found = read_content(content, project_content, region_day(content, project_content))
    waiting = in_stages(found.faults)
    title = title_of(waiting)
    named = () if is_public_log() else waiting
    print("\n".join((title or "Tidak ada persetujuan yang hampir berakhir.", *map(Fault.as_text, named))),
          file=stream or sys.stdout)  # fmt: skip
    append_to_workflow("GITHUB_OUTPUT", f"judul={title}\n")
    if waiting:
        append_to_workflow("GITHUB_STEP_SUMMARY", f"## {title}\n\n{WHO}\n")
    return 0


def in_stages(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The remarks about consents that end, the most urgent first."""
    order = {code: place for place, code in enumerate(STAGES)}
    return tuple(sorted((fault for fault in faults if fault.code in order), key=lambda fault: order[fault.code]))


def title_of(waiting: Iterable[Fault]) -> str:
    """`Persetujuan: 1 sudah berakhir, 2 berakhir dalam 14 hari`; "" if there is none. It holds no names."""
    counts = Counter(fault.code for fault in waiting)
    parts = [words.format(counts[code]) for code, words in STAGES.items() if counts[code]]
    return f"Persetujuan: {', '.join(parts)}" if parts else ""
