"""`check`: every fault of the content in one run, for a person, a program or a pull request."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from ..content import read_content
from ..content.region_day import region_day
from ..diagnostics.fault import Fault, ToolFailure, json_report, one_line
from ..github.proposal import read_proposal
from ..profiles import Content
from ..publish import weigh_content
from ..runtime.progress import progress_on, report_progress
from ..runtime.public_log import append_to_workflow
from ..runtime.standard_streams import understands_codes
from ..text.markdown import code_span, unlinked

# GitHub shows no more than this many annotations of a step, and drops the rest without a word.
MOST_ANNOTATIONS = 10
LARGEST_SUMMARY = 900_000
PROFILES_READ = partial(report_progress, "profil")
RED, YELLOW, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[1m", "\033[0m"


def run(
    content: Path,
    project_content: Path,
    format: str,  # noqa: A002
    stream: TextIO | None = None,
    base: str | None = None,
) -> int:
    """Check `content` and report on `stream` (standard output). Exit code: 0 good, 1 faults.

    format: `text`, `json` or `github`. base: a commit; only what was changed since counts, and what was wrong before is
    named. Raises ToolFailure if there is nothing to check.
    """
    report = REPORTS.get(format)
    if report is None:
        raise ToolFailure(f"--format {format} tidak dikenal. Pilihan: {', '.join(REPORTS)}.")
    earlier: tuple[Fault, ...] = ()
    with progress_on(sys.stderr):
        if base:
            proposal = read_proposal(content, project_content, base, PROFILES_READ)
            found, earlier = proposal.found, proposal.earlier
        else:
            today = region_day(content, project_content)
            found = read_content(content, project_content, today, on_progress=PROFILES_READ)
    report(found, content, stream or sys.stdout)
    if earlier and format != "json":
        print(earlier_line(earlier, format), file=stream or sys.stdout)
    if format != "json":  # the list alone
        for line in weigh_content(content).content_lines():
            print(line, file=sys.stderr)
    return 1 if any(fault.severity == "fault" for fault in found.faults) else 0


def report_text(found: Content, content: Path, stream: TextIO) -> None:
    """Grouped by file, faults before a closing line that counts them."""
    del content
    colour = understands_codes(stream) and "NO_COLOR" not in os.environ
    for path, faults in groupby(found.faults, key=lambda fault: fault.path):
        print(f"{BOLD}{one_line(path)}{PLAIN}" if colour else one_line(path), file=stream)
        for fault in faults:
            mark = "" if fault.severity == "fault" else "(saran) "
            tint = RED if fault.severity == "fault" else YELLOW
            line = f"{tint}{fault.as_text()}{PLAIN}" if colour else fault.as_text()
            print(f"  {mark}{line}", file=stream)
        print(file=stream)
    print(closing(found), file=stream)


def report_json(found: Content, content: Path, stream: TextIO) -> None:
    """The list alone."""
    del content
    print(json_report(found.faults), file=stream)


def report_github(found: Content, content: Path, stream: TextIO) -> None:
    """At most ten annotations, the first fault of each file first; everything in the job's summary."""
    shown = list(_first_of_each(found.faults))
    for fault in shown[:MOST_ANNOTATIONS]:
        print(annotation(fault, content), file=stream)
    if len(shown) > MOST_ANNOTATIONS:
        print(f"Masih ada {len(shown) - MOST_ANNOTATIONS} lagi; semuanya ada di ringkasan pekerjaan ini.", file=stream)
    print(closing(found), file=stream)
    append_to_workflow("GITHUB_STEP_SUMMARY", summary_of(found))


REPORTS: Mapping[str, Callable[[Content, Path, TextIO], None]] = MappingProxyType(
    {"text": report_text, "github": report_github, "json": report_json}
)


def closing(found: Content) -> str:
    """One line with the counts of profiles, faults and suggestions."""
    faults = sum(fault.severity == "fault" for fault in found.faults)
    hints = len(found.faults) - faults
    profiles = len(found.creators) + len(found.held_back)
    files = len({fault.path for fault in found.faults if fault.severity == "fault"})
    saran = f", {hints} saran" if hints else ""
    if not faults:
        return f"{profiles} profil diperiksa: tidak ada kesalahan{saran}."
    return f"{profiles} profil diperiksa: {faults} kesalahan di {files} berkas{saran}."


def earlier_line(earlier: Iterable[Fault], format: str) -> str:  # noqa: A002
    """One line on faults that were there before the proposal and do not block it."""
    paths = ", ".join(dict.fromkeys(one_line(fault.path) for fault in earlier))
    text = f"Sudah keliru sebelum usulan ini, dan tidak menghalanginya: {paths}."
    return f"::notice::{_escaped(text)}" if format == "github" else text


def annotation(fault: Fault, content: Path) -> str:
    """A workflow command that GitHub shows beside the line. Paths are relative to the repository."""
    level = "error" if fault.severity == "fault" else "notice"
    base = _from_here(content)
    where = {"file": fault.path if base == "." else f"{base}/{fault.path}", "line": fault.line or 1}
    if fault.column and fault.line:
        where["col"] = fault.column
    where["title"] = f"{fault.code} {fault.key}".strip()
    fields = ",".join(f"{name}={_escaped(str(value), prop=True)}" for name, value in where.items())
    advice = f" Tulis: {fault.fix}" if fault.fix else ""
    return f"::{level} {fields}::{_escaped(fault.message + advice)}"


def _from_here(folder: Path) -> str:
    """A folder as the current one sees it; as it is on another drive of Windows."""
    try:
        return Path(os.path.relpath(folder)).as_posix()
    except ValueError:
        return folder.as_posix()


def _escaped(text: str, *, prop: bool = False) -> str:
    """Text that cannot end a workflow command or begin another."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if prop else text


def _first_of_each(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults before suggestions; the first of each file, then the second of each, and so on."""
    ranked: list[tuple[bool, int, Fault]] = []
    for _, group in groupby(faults, key=lambda fault: fault.path):
        ordered = sorted(group, key=lambda fault: fault.severity != "fault")
        ranked += [(fault.severity != "fault", number, fault) for number, fault in enumerate(ordered)]
    yield from (fault for _, _, fault in sorted(ranked, key=lambda entry: entry[:2]))


def summary_of(found: Content) -> str:
    """Markdown for the job's summary: a table a file."""
    parts = [f"### Periksa profil\n\n{closing(found)}\n"]
    size = 0
    for path, faults in groupby(found.faults, key=lambda fault: fault.path):
        rows = [f"\n**{code_span(path)}**\n\n| Baris | Kode | Isian | Pesan | Tulis |\n|---|---|---|---|---|\n"]
        for fault in faults:
            kind = "" if fault.severity == "fault" else " (saran)"
            fix = code_span(fault.fix, cell=True) if fault.fix else ""
            cells = (fault.line or "", fault.code + kind, unlinked(fault.key), unlinked(fault.message), fix)
            rows.append(f"| {' | '.join(map(str, cells))} |\n")
        block = "".join(rows)
        size += len(block.encode())
        if size > LARGEST_SUMMARY:
            parts.append("\nSisanya tidak muat di sini; jalankan `python3 tasks.py check`.\n")
            break
        parts.append(block)
    return "".join(parts)
