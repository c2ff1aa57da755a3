"""What a log that anybody may read tells: numbers, codes, and nobody's name.

The log of a workflow stays for weeks, and what it says of somebody must not outlive them there. Who is meant is told
where the content is, by the same commands.
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


def is_public() -> bool:
    """Whether what is printed goes to the log of a workflow."""
    return "GITHUB_ACTIONS" in os.environ


def in_numbers(faults: Iterable[Fault]) -> list[str]:
    """Faults as lines without a name: how often each code, and the places in the region's files, which are nobody's."""
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


def nameless(text: str) -> str:
    """A sentence without the folders of profiles that it names."""
    return _PROFILE.sub("kreator/…", text)
