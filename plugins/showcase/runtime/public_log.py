"""Logs of workflows, which anybody may read: numbers and codes, no names.

Such a log stays for weeks, and a name in it would outlive the removal of a profile. The same commands print names where
they run on a person's computer.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics.fault import Fault

WHO = "Siapa dan di baris mana: jalankan `python3 tasks.py check` di tempat isinya, atau lihat pemeriksaan usulannya."
_PROFILE = re.compile(r"\bkreator/[^/\s:;,\"']+")


def is_public_log() -> bool:
    """Whether this runs in a workflow, whose log is public."""
    return "GITHUB_ACTIONS" in os.environ


def fault_counts(faults: Iterable[Fault]) -> list[str]:
    """Faults as lines without names: the count of each code, and the places in the region's files."""
    given = list(faults)
    counts = Counter(fault.code for fault in given)
    region = {f"{fault.path}:{fault.line or 1} {fault.code}" for fault in given if fault.path.startswith("wilayah/")}
    lines = [*sorted(region), ", ".join(f"{code}: {count} kali" for code, count in sorted(counts.items()))]
    return [*lines, WHO] if given else []


def append_to_workflow(variable: str, text: str) -> None:
    """Append to the file that a workflow names in an environment variable, for example its summary, if there is one."""
    if path := os.environ.get(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


def without_names(text: str) -> str:
    """A sentence without the folders of profiles that it names."""
    return _PROFILE.sub("kreator/…", text)
