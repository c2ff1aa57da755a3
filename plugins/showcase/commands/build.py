"""`build` and `publish`: the whole site, once."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path
from typing import TextIO

from ..faults import ContentFaults, Fault, ToolFailure
from ..outcome import Outcome
from ..settings import PROJECT


class Complaints(logging.Handler):
    """Collects what Pelican only logs: an error of its own must not end in exit code 0."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line of the record."""
        self.lines.append(record.getMessage().splitlines()[0])


def run(
    *, content: Path | None = None, output: Path | None = None,
    public: bool = False, hold_back: bool = False, demo: bool = False, stream: TextIO = sys.stderr,
) -> int:  # fmt: skip
    """Build into `output` (default: the project's `output/`). Exit code: 0 good, 1 faults, 2 the tool failed."""
    started = time.perf_counter()
    try:
        outcome = build(content=content, output=output, public=public, hold_back=hold_back, demo=demo)
    except ContentFaults as wrong:
        _tell_faults(wrong.faults, stream)
        return wrong.exitcode
    except ToolFailure as failure:
        print(failure, file=stream)
        return failure.exitcode
    _tell_outcome(outcome, output or PROJECT / "output", time.perf_counter() - started, stream)
    return 0


def build(
    *, content: Path | None = None, output: Path | None = None,
    public: bool = False, hold_back: bool = False, demo: bool = False,
) -> Outcome:  # fmt: skip
    """Build once, in this process. Raises ContentFaults or ToolFailure; the old tree then stays."""
    from pelican import Pelican
    from pelican.log import console
    from pelican.settings import read_settings

    settings = read_settings(str(PROJECT / ("publishconf.py" if public or demo else "pelicanconf.py")))
    if content:
        settings["PATH"] = str(content.resolve())
    if output:
        settings["OUTPUT_PATH"] = str(output.resolve())
    settings["SHOWCASE"] = {
        **settings["SHOWCASE"],
        "hold_back": hold_back,
        "demo": demo,
        "samples": demo or settings["SHOWCASE"].get("samples", True),
    }
    complaints, console.quiet = Complaints(), True
    logging.getLogger("pelican").addHandler(complaints)
    try:
        pelican = Pelican(settings)
        site = settings.get("SHOWCASE_SITE")
        if site is None and "SHOWCASE_OUTCOME" not in settings:
            raise ToolFailure("Plugin showcase tidak dapat dimuat: " + "; ".join(complaints.lines))
        try:
            pelican.run()
            if complaints.lines:
                settings["SHOWCASE_LAST_BUILD"].forget()
                raise ToolFailure("Pelican melaporkan: " + "; ".join(complaints.lines))
        except BaseException:
            if site:
                site.tree.abandon()
            raise
        outcome: Outcome = settings["SHOWCASE_OUTCOME"]
        return outcome
    finally:
        logging.getLogger("pelican").removeHandler(complaints)


def _tell_faults(faults: tuple[Fault, ...], stream: TextIO) -> None:
    for fault in faults:
        print(fault.as_text(), file=stream)
    count = sum(fault.severity == "fault" for fault in faults)
    print(f"{count} kesalahan. Tidak ada yang ditulis; situs lama tetap utuh.", file=stream)


def _tell_outcome(outcome: Outcome, output: Path, seconds: float, stream: TextIO) -> None:
    for fault in outcome.suggestions:
        print(fault.as_text(), file=stream)
    for slug in outcome.held_back:
        print(f"Ditahan karena ada kesalahan: {slug}", file=stream)
    where = output.relative_to(Path.cwd()) if output.is_relative_to(Path.cwd()) else output
    took = f"{seconds:.1f}".replace(".", ",")
    pictures = f"{outcome.encoded} gambar baru, {outcome.reused} dari simpanan"
    print(f"{outcome.creators} kreator, {outcome.pages} halaman, {pictures}, {took} detik: {where}/", file=stream)
