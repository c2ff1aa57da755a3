"""The builds of the benchmark: by turns, round after round, so that a busy moment of the machine hits all alike."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from .people import Person
from .results import PHASES, Phase, Result, Sample
from .sites import Contender

CLOCK = Path(__file__).parent / "clock.py"
LONGEST_WORD = 200  # characters of what a failing program said last


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often. first: contenders whose cold build is not timed, for it takes minutes. limit: seconds of one build."""

    cold: int
    other: int
    untimed: frozenset[str]
    limit: Callable[[Contender], float]


@dataclass(frozen=True, slots=True)
class Step:
    """One build that is about to begin, for who shows the progress. number: of all, from 1."""

    number: int
    phase: Phase
    round: int
    name: str


@dataclass(slots=True)
class Entry:
    """A contender in its folder, and what its builds took so far."""

    contender: Contender
    folder: Path
    people: Sequence[Person]
    samples: dict[Phase, list[Sample]] = field(default_factory=lambda: {phase: [] for phase in PHASES})
    pages: int = 0
    failed: str = ""

    @property
    def result(self) -> Result:
        """What is known of it now."""
        known = self.contender
        cold, warm, edit = (tuple(self.samples[phase]) for phase in PHASES)
        return Result(known.key, known.name, known.version, cold, warm, edit, self.pages, self.failed)


def plan(entries: Sequence[Entry], rounds: Rounds) -> Iterator[tuple[Phase, int, Entry]]:
    """Every build in its order; a cold build that is not timed happens once, for the warm ones need it."""
    for phase in PHASES:
        for number in range(rounds.cold if phase == "cold" else rounds.other):
            for entry in entries:
                untimed = phase == "cold" and entry.contender.key in rounds.untimed and number
                if not untimed and (phase == "cold" or not entry.contender.cold_only):
                    yield phase, number, entry


def build_all(
    entries: Sequence[Entry], rounds: Rounds, *, show: Callable[[Step], None], after_cold: Callable[[Entry], None]
) -> None:
    """Carry out the plan. One that fails stays out of the rest. after_cold: called when a cold build was good."""
    with TemporaryDirectory(prefix="bekas-", dir=entries[0].folder.parent) as aside:
        for count, (phase, number, entry) in enumerate(plan(entries, rounds), start=1):
            if entry.failed:
                continue
            show(Step(count, phase, number, entry.contender.name))
            timed = phase != "cold" or entry.contender.key not in rounds.untimed
            if phase == "cold" and timed:
                _put_aside(entry, Path(aside, str(count)))
            word = edit(entry) if phase == "edit" else ""
            sample = build(entry, rounds.limit(entry.contender), word)
            if sample is not None and timed:
                entry.samples[phase].append(sample)
            if sample is not None and phase == "cold":
                after_cold(entry)


def _put_aside(entry: Entry, aside: Path) -> None:
    """Let a cold build find nothing. What was there is not deleted before the end: for minutes after thousands of files
    are deleted, ext4 makes new ones up to eight times slower, and that would be measured instead."""
    aside.mkdir()
    for number, name in enumerate(entry.contender.made):
        with suppress(FileNotFoundError):
            (entry.folder / name).rename(aside / str(number))


def edit(entry: Entry) -> str:
    """One more word in the first creator's story; the word."""
    path = entry.folder / entry.contender.edited.format(entry.people[0].slug)
    word = f"Suntingan{path.read_text(encoding='utf-8').count('Suntingan')}"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{word}.\n")
    return word


def build(entry: Entry, limit: float, word: str = "") -> Sample | None:
    """One build, and whether it is whole: exit code 0, a page for everybody, and the word that was just written.

    None, and `entry.failed` says why, if it is not.
    """
    contender = entry.contender
    log = entry.folder / "bench.log"
    said = _clocked([str(limit), str(log), *contender.command], entry.folder)
    if not said:
        entry.failed = f"tidak dapat dijalankan: {contender.command[0]}"
        return None
    took = json.loads(said)
    if took["late"]:
        entry.failed = f"belum selesai sesudah {limit:.0f} detik"
    elif took["code"] != 0:
        entry.failed = f"kode {took['code']}: {_last_words(log)}"
    else:
        entry.failed = _wanting(entry, word)
    return None if entry.failed else msgspec.convert(took, Sample)


def _clocked(arguments: list[str], folder: Path) -> bytes:
    """What the clock says; nothing if the command cannot be started. Interrupted, it takes the build along."""
    command = [sys.executable, "-I", str(CLOCK), *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as clock:
        try:
            return clock.communicate()[0]
        except BaseException:
            clock.terminate()
            raise


def _wanting(entry: Entry, word: str) -> str:
    """What a build that ended well left out; "" if nothing."""
    output, page = entry.folder / entry.contender.output, entry.contender.page
    missing = [person.slug for person in entry.people if not (output / page.format(person.slug)).is_file()]
    if missing:
        written = len(entry.people) - len(missing)
        return f"hanya menulis {written} halaman untuk {len(entry.people)} kreator, tanpa {missing[0]}"
    if word and word not in (output / page.format(entry.people[0].slug)).read_text(encoding="utf-8"):
        return f"suntingan tidak tampil: {word}"
    entry.pages = sum(1 for _ in output.rglob("*.html"))
    return ""


def _last_words(log: Path) -> str:
    """The last line that a program wrote that says something."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    said = [line.strip() for line in lines if any(letter.isalnum() for letter in line)]
    return said[-1][:LONGEST_WORD] if said else "tanpa penjelasan"
