"""`consents`: whose consent ends soon or has ended, for a person, and as numbers for the daily job."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from ..faults import Fault
from ..profiles import read_content
from .check import inert, unlinked
from .region_day import region_day

# The code of a stage: how its number is told. The most urgent first.
STAGES = {
    "P510": "{} lewat masa tenggang",
    "P509": "{} sudah berakhir",
    "P508": "{} berakhir dalam 14 hari",
    "P505": "{} berakhir dalam 60 hari",
}
ELSEWHERE = "Isinya disimpan di repositori lain, jadi di sini hanya jumlahnya. Daftarnya: `python3 tasks.py consents`."


def run(content: Path, project_content: Path, stream: TextIO | None = None) -> int:
    """Tell the stages on `stream` (standard output), the most urgent first. Exit code 0: it asks, it does not judge.

    In a workflow the list goes to the job's summary and its title to the step's outputs. What lies outside the
    project is private content: a public log then gets the numbers alone.
    """
    found = read_content(content, project_content, region_day(content, project_content))
    waiting = in_stages(found.faults)
    title = title_of(waiting)
    public_log = "GITHUB_ACTIONS" in os.environ
    named = () if public_log and content.resolve() != project_content.resolve() else waiting
    print("\n".join((title or "Tidak ada persetujuan yang hampir berakhir.", *map(Fault.as_text, named))),
          file=stream or sys.stdout)  # fmt: skip
    _append("GITHUB_OUTPUT", f"judul={title}\n")
    if waiting:
        lines = [f"- `{inert(fault.path)}`: {unlinked(fault.message)}" for fault in named] or [ELSEWHERE]
        _append("GITHUB_STEP_SUMMARY", "\n".join((f"## {title}", "", *lines, "")))
    return 0


def in_stages(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The remarks about consents that end, the most urgent first."""
    order = {code: place for place, code in enumerate(STAGES)}
    return tuple(sorted((fault for fault in faults if fault.code in order), key=lambda fault: order[fault.code]))


def title_of(waiting: Iterable[Fault]) -> str:
    """`Persetujuan: 1 sudah berakhir, 2 berakhir dalam 14 hari`; "" if nobody is waited for. Nobody's name is in it."""
    counts = Counter(fault.code for fault in waiting)
    parts = [words.format(counts[code]) for code, words in STAGES.items() if counts[code]]
    return f"Persetujuan: {', '.join(parts)}" if parts else ""


def _append(variable: str, text: str) -> None:
    """Add to the file that a workflow names in its environment, if there is one."""
    if path := os.environ.get(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
