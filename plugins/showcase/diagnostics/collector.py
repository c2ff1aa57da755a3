"""Diagnostics as they are found in one file. Reading never stops at a fault and never raises one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ..text.masking import without_identity
from .fault import Fault, Severity
from .registry import severity_of, text_of

LONGEST_FIX = 500
LONGEST_FOUND = 2000
MOST_FAULTS = 100  # of one file: nobody reads more, and ten thousand such files must fit in memory


class Placed(Protocol):
    """Anything with a place in the file: 1-based, counted in characters."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


Position = Placed | tuple[int, int] | None  # a node, (line, column), or None for the whole file


class DiagnosticCollector:
    """Collects the faults and suggestions of one file.

    path: relative to the content folder. left_out: for a line, the columns of characters that were left out in reading;
    the place of a fault counts them, as the editor does.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.left_out: dict[int, list[int]] = {}
        self.faults: list[Fault] = []

    def add(
        self,
        message: str,
        at: Position,
        /,
        *,
        key: str = "",
        found: str = "",
        allowed: Iterable[str] = (),
        fix: str = "",
        **fields: object,
    ) -> None:
        """Note what the registry says under `message`. fields: what else its text is filled in with."""
        severity, allowed = severity_of(message), tuple(allowed)
        if not self._is_full(severity):
            text = text_of(message, key=key, found=found, allowed=allowed, fix=fix, **fields)
            self._append(severity, message.partition(".")[0], at, text, key, found, allowed, fix)

    def add_worded(
        self, code: str, at: Position, text: str, /, *, key: str = "", found: str = "", fix: str = ""
    ) -> None:
        """Note what was put into words before: why a link or a picture was refused."""
        severity = severity_of(code)
        if not self._is_full(severity):
            self._append(severity, code, at, text, key, found, (), fix)

    def _append(
        self,
        severity: Severity,
        code: str,
        at: Position,
        text: str,
        key: str,
        found: str,
        allowed: tuple[str, ...],
        fix: str,
    ) -> None:
        """An identity number is masked."""
        line, column = (None, None) if at is None else at if isinstance(at, tuple) else (at.line, at.column)
        if line in self.left_out and column is not None:
            for gone in self.left_out[line]:
                column += gone <= column
        if len(fix) > LONGEST_FIX or len(found) > LONGEST_FOUND:
            found, fix = found[:LONGEST_FOUND], ""  # a wall of text is mended by hand, not pasted
        if fix == found or without_identity(fix) != fix:
            fix = ""  # what changes nothing is no fix, and no fix writes down who somebody is
        text, found = without_identity(text), without_identity(found)
        self.faults.append(Fault(self.path, line, column, code, text, severity, key, found, allowed, fix))

    def _is_full(self, severity: Severity) -> bool:
        """Whether there is no room for one more. What is left out is told, and a fault stays a fault."""
        if len(self.faults) < MOST_FAULTS:
            return False
        if len(self.faults) == MOST_FAULTS or (severity == "fault" and not self.has_faults):
            text = text_of("P018.more", most=MOST_FAULTS)
            self.faults.append(Fault(self.path, None, None, "P018", text, severity))
        return True

    @property
    def has_faults(self) -> bool:
        """True if something here keeps the file from being published."""
        return any(fault.severity == "fault" for fault in self.faults)


def fault_at(
    message: str,
    path: str,
    at: Position = None,
    /,
    *,
    key: str = "",
    found: str = "",
    allowed: Iterable[str] = (),
    fix: str = "",
    **fields: object,
) -> Fault:
    """The only diagnostic of a file."""
    diagnostics = DiagnosticCollector(path)
    diagnostics.add(message, at, key=key, found=found, allowed=allowed, fix=fix, **fields)
    return diagnostics.faults[0]
