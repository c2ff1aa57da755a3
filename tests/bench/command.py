"""`bench`: how long builds take, beside the peers that are installed and the limit that the encoders set."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from showcase.diagnostics.fault import ToolFailure
from showcase.runtime.progress import CLEAR
from showcase.runtime.termination import sigterm_as_interrupt
from showcase.text.numbers import decimal

from .builds import Entry, Rounds, Step, build_all, plan
from .machine import machine, version_of
from .options import Options, options_from
from .peers import PEERS
from .people import Person, invent
from .pictures import COMPARED, encoder_limit, published
from .report import PHASE_NAMES, book_of, busy, size_of, tables, write
from .results import Limit, Published, Result, Run
from .sites import OURS, OURS_DEFAULT, Contender, ours, ours_by_default
from .synthetic_photos import practice_photos

LEAST_LIMIT = 120  # seconds that any build may take
PREPARING, COMPARING = 5.0, 1.2  # seconds for the photos, and to compare a creator's in one site
PHOTO_BYTES, PUBLISHED_BYTES = 900_000, 600_000  # of a photo, and of what a site and its cache hold of it, roughly
PATIENCE = 10  # times what a build is expected to take


def run(root: Path, *, photos: bool = True, **given: str | None) -> int:
    """Measure, print tables, write the report; 2 when a contender fails. `given`: see bench.options."""
    flags = {name.replace("_", "-"): value for name, value in given.items()}
    options = options_from(flags, photos=photos, report=root / ".cache" / "bench" / "ukuran.md")
    book_of(options.report.with_suffix(".json"))  # whether the report can be written, before the long work
    with sigterm_as_interrupt(), _workplace(options) as folder:
        done = measure(root, options, folder, sys.stderr)
    print("\n".join(["", *tables(done), ""]))
    write(done, options.report)
    print(f"Laporan: {options.report} dan {options.report.with_suffix('.json').name}")
    return ToolFailure.exitcode if done.failed else 0


def measure(root: Path, options: Options, folder: Path, stream: TextIO) -> Run:
    """The whole run in `folder`; on `stream` what it will take and how far it is."""
    found = contenders(root, options)
    missing = tuple(name for name in options.peers if name not in {contender.key for contender in found})
    run = Run(
        day=datetime.now(UTC).astimezone().date().isoformat(),
        version=version_of(root),
        machine=machine(),
        creators=options.creators,
        photos=2 * options.creators if options.photos else 0,
        cold_rounds=options.cold_rounds,
        rounds=options.rounds,
        results=(),
        limits=(),
        missing=missing,
    )
    work = Work(options, folder, run, found, stream)
    work.announce()
    try:
        work.prepare()
        build_all(work.entries, work.rounds, show=work.show, after_cold=work.look_at)
    finally:
        work.end()
    return replace(run, results=tuple(map(work.result, work.entries)), limits=tuple(work.limits.values()))


def contenders(root: Path, options: Options) -> list[Contender]:
    """This project, each peer that is installed, and with photos this project once more as it is by default."""
    version = version_of(root)
    peers = [PEERS[name](options.places, options.photos) for name in options.peers]
    found = [ours(root, version), *(peer for peer in peers if peer)]
    cold = options.photos and OURS not in options.untimed
    return [*found, ours_by_default(root, version)] if cold else found


@dataclass(slots=True)
class Work:
    """A run under way."""

    options: Options
    folder: Path
    run: Run
    contenders: Sequence[Contender]
    stream: TextIO
    people: list[Person] = field(default_factory=list)
    photos: list[Path] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    limits: dict[str, Limit] = field(default_factory=dict)
    published: dict[str, Published] = field(default_factory=dict)
    began: float = 0.0
    builds: int = 0

    @property
    def rounds(self) -> Rounds:
        """How often each is built, and how long one build may take."""
        return Rounds(self.options.cold_rounds, self.options.rounds, self.options.untimed, self.longest)

    def longest(self, contender: Contender) -> float:
        """Seconds after which a build of it counts as failed."""
        return self.options.limit or max(LEAST_LIMIT, PATIENCE * self.cold(contender))

    def cold(self, contender: Contender) -> float:
        """Seconds that a cold build is expected to take."""
        return contender.pace.cold(self.run.creators, self.run.photos, self.run.machine.cores)

    def announce(self) -> None:
        """Say what is going to happen and how long it takes."""
        self.people = invent(self.run.creators)
        sites = self.folder / f"{self.run.creators}-{'foto' if self.run.photos else 'teks'}"
        self.entries = [Entry(one, sites / one.key, self.people) for one in self.contenders]
        steps = list(plan(self.entries, self.rounds))
        self.builds = len(steps)
        expected = sum(self._seconds(phase == "cold", entry.contender) for phase, _number, entry in steps)
        if self.run.photos:
            expected += PREPARING + COMPARING * len(self.contenders) * min(self.run.creators, COMPARED)
        names = "; ".join(contender.name for contender in self.contenders)
        self.say(f"{size_of(self.run)}: {names}. {self.builds} pembangunan, kira-kira {_duration(expected)}.")
        if self.run.missing:
            self.say(f"Tidak terpasang, maka ditinggalkan: {', '.join(self.run.missing)}.")
        if warning := busy(self.run):
            self.say(warning)

    def prepare(self) -> None:
        """Write the photos and every contender's sources."""
        self.began = time.monotonic()
        self.progress("menyiapkan kreator dan foto")
        self.check_disk()
        sources = self.folder / "foto"
        sources.mkdir(parents=True, exist_ok=True)
        self.photos = [sources / f"{number:05d}.jpg" for number in range(self.run.photos)]
        if not all(path.exists() for path in self.photos):
            for path, data in zip(self.photos, practice_photos(), strict=False):
                part = path.with_suffix(".part")  # a run that is stopped leaves no half photo to the next
                part.write_bytes(data)
                part.replace(path)
        for entry in self.entries:
            entry.contender.write(entry.folder, self.people, self.photos)

    def check_disk(self) -> None:
        """Raises ToolFailure if the photos and what is made of them will not fit."""
        wanted = self.run.photos * (PHOTO_BYTES + PUBLISHED_BYTES * len(self.contenders) * self.rounds.cold)
        free = shutil.disk_usage(self.folder).free
        if wanted > free:
            room = f"{decimal(wanted / 1e9, 1)} GB, ada {decimal(free / 1e9, 1)} GB"
            raise ToolFailure(
                f"Ruang di {self.folder} tidak cukup: perlu kira-kira {room}. Pilih tempat lain dengan --keep."
            )

    def show(self, step: Step) -> None:
        """A build is about to begin."""
        what = f"{PHASE_NAMES[step.phase]} ke-{step.round + 1}: {step.name}"
        self.progress(f"{step.number} dari {self.builds}, {what}")

    def look_at(self, entry: Entry) -> None:
        """After a cold build: its pictures, once; and each time what the encoders alone need for them."""
        if not self.photos:
            return
        key = entry.contender.key
        if key not in self.published:
            self.progress(f"membandingkan gambar: {entry.contender.name}")
            try:
                self.published[key] = published(entry, self.photos)
            except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises for a file that is no picture
                entry.failed = f"gambarnya tidak terbaca: {error}"
                return
        if key in (OURS, OURS_DEFAULT) and key not in self.options.untimed:
            self.progress(f"mengukur pengode: {entry.contender.name}")
            limit = encoder_limit(entry, self.photos, self.run.machine.cores)
            before = self.limits[key].cpu if key in self.limits else ()
            self.limits[key] = replace(limit, cpu=(*before, *limit.cpu))

    def result(self, entry: Entry) -> Result:
        """What an entry's builds took, with its pictures."""
        return replace(entry.result, published=self.published.get(entry.contender.key))

    def progress(self, text: str) -> None:
        """One line that is overwritten in a terminal, a line each elsewhere."""
        moving = self.stream.isatty()
        minutes, seconds = divmod(round(time.monotonic() - self.began), 60)
        line = f"{minutes:3}.{seconds:02}  {text}"
        columns = shutil.get_terminal_size().columns - 1
        text, end = (f"{CLEAR}{line[:columns]}", "") if moving else (line, "\n")
        print(text, end=end, file=self.stream, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self.stream.isatty():
            print(CLEAR, end="", file=self.stream, flush=True)

    def say(self, text: str) -> None:
        """A line that stays."""
        print(text, file=self.stream, flush=True)

    def _seconds(self, cold: bool, contender: Contender) -> float:
        if not cold:
            return contender.pace.warm(self.run.creators)
        limit = 2 if contender.key in (OURS, OURS_DEFAULT) else 1  # the encoders are measured after it
        return limit * self.cold(contender)


@contextmanager
def _workplace(options: Options) -> Iterator[Path]:
    """The folder of the sites, kept or gone afterwards."""
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        yield options.keep
        return
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _duration(seconds: float) -> str:
    """`40 detik`, `3 menit`, `1,5 jam`."""
    if seconds < 100:
        return f"{seconds:.0f} detik"
    return f"{seconds / 60:.0f} menit" if seconds < 5400 else f"{decimal(seconds / 3600, 1)} jam"
