"""What a person does with a fix: puts it where the guide says, in place of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from showcase.faults import Fault


def mend(text: str, fault: Fault) -> str:
    """`text` with the fix of a fault in place of what was found; what was found must stand at its place."""
    assert fault.fix
    assert fault.line is not None
    assert fault.column is not None
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ends)
    line, at = lines[fault.line - 1], fault.column - 1
    assert line[at:].startswith(fault.found), f"{fault.as_text()}: {fault.found!r} does not stand at its place"
    lines[fault.line - 1] = line[:at] + fault.fix + line[at + len(fault.found) :]
    return ends.join(lines)


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
    """What is told after mending that was not told before."""
    return sorted((told(after) - told(before)).elements())
