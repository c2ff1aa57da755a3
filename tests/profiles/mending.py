"""What a person does with a fix: puts it where the guide says, in place of what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from showcase.diagnostics.fault import Fault


def mend(text: str, fault: Fault) -> str:
    """`text` with the fix of a fault in place of what was found; what was found must stand at its place."""
    assert fault.fix
    assert fault.line is not None
    assert fault.column is not None
    lines = re.split(r"(\r\n|\r|\n)", text)
    number, at = 2 * (fault.line - 1), fault.column - 1
    line = lines[number]
    assert line[at:].startswith(fault.found), f"{fault.as_text()}: {fault.found!r} does not stand at its place"
    lines[number] = line[:at] + fault.fix + line[at + len(fault.found) :]
    return "".join(lines)


def mend_file(content: Path, fault: Fault) -> None:
    """The same on disk. Where a whole file or folder is meant, the fix is its new name."""
    path = content / fault.path
    if fault.line is None:
        assert path.name == fault.found
        path.rename(path.with_name(fault.fix))
    else:
        path.write_bytes(mend(path.read_bytes().decode("utf-8-sig"), fault).encode())


def told(faults: Iterable[Fault]) -> Counter[tuple[str, str, str]]:
    """Faults without their places, which a fix may move."""
    return Counter((fault.path, fault.code, fault.found) for fault in faults)


def appeared(before: Iterable[Fault], after: Iterable[Fault]) -> list[tuple[str, str, str]]:
    """Faults after mending that were none before. Suggestions may come: two words can turn out to be one value."""
    return sorted((told(fault for fault in after if fault.severity == "fault") - told(before)).elements())
