"""On what machine, with what versions, a benchmark was run."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

from showcase.runtime.parallel import cores

from .results import Machine

BUSY = 0.3  # load of each core above which another program is at work


def machine() -> Machine:
    """This computer, now."""
    count = cores(None)
    try:
        load = os.getloadavg()[0] / count
    except (AttributeError, OSError):  # Windows, and systems that do not tell
        load = 0.0
    return Machine(
        system=f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
        processor=_processor(),
        cores=count,
        memory=_memory(),
        python=platform.python_version(),
        pillow=version("Pillow"),
        load=round(load, 2),
    )


def version_of(root: Path) -> str:
    """This project's version, and the commit where Git knows it; `+` after a commit that was changed since."""
    number: str = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    command = ["git", "-C", str(root), "describe", "--always", "--abbrev=7", "--dirty=+", "--exclude=*"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return number
    return f"{number} ({done.stdout.strip()})" if done.returncode == 0 else number


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", information.read_text(encoding="utf-8"), re.MULTILINE)
        if found:
            return " ".join(found[1].split())
    return platform.processor()


def _memory() -> int:
    """Bytes; 0 where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 0
