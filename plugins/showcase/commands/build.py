"""`build` and `publish`: the whole site, once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from ..build.outcome import SEARCH_FOLLOWS, Outcome
from ..diagnostics.fault import ContentFaults, Fault, ToolFailure, one_line
from ..hooks.once import build, settings_of
from ..runtime.progress import progress_on
from ..runtime.public_log import fault_counts, is_public_log, without_names
from ..runtime.termination import STOPPED, sigterm_as_interrupt
from ..settings import PROJECT
from .shards import fill, made, part_of, print_report

UNTOUCHED = "Situs lama tetap utuh."
NO_ADDRESS = (
    "SITEURL belum ditulis: tanpa gambar bagikan, peta situs, dan alamat lengkap. "
    "Contoh: SITEURL=https://kreator.contoh.id python3 tasks.py publish"
)


def run(
    *, content: Path | None = None, output: Path | None = None,
    public: bool = False, hold_back: bool = False, demo: bool = False, shard: str | None = None,
    stream: TextIO | None = None,
) -> int:  # fmt: skip
    """Build into `output` (default: the project's `output/`). Exit code: 0 good, 1 faults, 2 the tool failed.

    shard: `3/8` only fills the picture cache with the third eighth of the pictures.
    """
    stream, started = stream or sys.stderr, time.perf_counter()

    def whole() -> None:
        outcome = build(content=content, output=output, public=public, hold_back=hold_back, demo=demo)
        messages.append(lambda took: _print_outcome(outcome, output or PROJECT / "output", took, stream))
        if public and not os.environ.get("SITEURL"):
            messages.append(lambda _took: print(NO_ADDRESS, file=stream))

    def part() -> None:
        number = part_of(shard or "")
        settings = settings_of(content, output, public=public, hold_back=hold_back, demo=demo)
        report, folder = fill(settings, number)
        messages.append(lambda took: print_report(report, folder, number, took, stream))

    messages: list[Callable[[float], None]] = []
    if code := _guarded(whole if shard is None else part, stream):
        return code
    took = time.perf_counter() - started
    for message in messages:
        message(took)
    return 0


def _guarded(work: Callable[[], None], stream: TextIO) -> int:
    """Run it with progress; an error is printed as one line. Returns the exit code."""
    try:
        with progress_on(stream), sigterm_as_interrupt():
            work()
    except ContentFaults as wrong:
        _print_faults(wrong.faults, stream)
        return wrong.exitcode
    except ToolFailure as failure:
        return _fail(str(failure), stream)
    except MemoryError:
        return _fail(f"Memori tidak cukup. {UNTOUCHED}", stream)
    except OSError as error:
        return _fail(f"{error.filename or 'Sistem'}: {error.strerror or error}. {UNTOUCHED}", stream)
    except ImportError as error:  # also what a library says when there is no memory left to load it
        return _fail(f"Pustaka tidak dapat dimuat: {error}. {UNTOUCHED}", stream)
    except KeyboardInterrupt:
        return _fail(f"Dihentikan. {UNTOUCHED}", stream, STOPPED)
    return 0


def _fail(text: str, stream: TextIO, code: int = ToolFailure.exitcode) -> int:
    line = " ".join(text.split())
    print(without_names(line) if is_public_log() else line, file=stream)
    return code


def _print_faults(faults: tuple[Fault, ...], stream: TextIO) -> None:
    _print_lines(faults, stream)
    count = sum(fault.severity == "fault" for fault in faults)
    print(f"{count} kesalahan. Tidak ada yang ditulis; situs lama tetap utuh.", file=stream)


def _print_lines(faults: tuple[Fault, ...], stream: TextIO) -> None:
    for line in fault_counts(faults) if is_public_log() else map(Fault.as_text, faults):
        print(line, file=stream)


def _print_outcome(outcome: Outcome, output: Path, seconds: float, stream: TextIO) -> None:
    _print_lines(outcome.suggestions, stream)
    if outcome.held_back and is_public_log():
        print(f"Ditahan karena ada kesalahan: {len(outcome.held_back)}", file=stream)
    for slug in () if is_public_log() else outcome.held_back:
        print(f"Ditahan karena ada kesalahan: {one_line(slug)}", file=stream)
    print(f"{outcome.creators} kreator, {outcome.pages} halaman, {made(outcome, output, seconds)}", file=stream)
    if outcome.late_search:
        print(SEARCH_FOLLOWS, file=stream)
    for text in filter(None, (outcome.leaner, outcome.remark)):
        print(text, file=stream)
    if outcome.weight:
        lines = outcome.weight.lines()
        print(*(map(without_names, lines) if is_public_log() else lines), sep="\n", file=stream)
