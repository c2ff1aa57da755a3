"""`bench`: how long a build takes, beside the peers that are installed, on the same creators in one run."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..faults import ToolFailure
from .bench_sites import Contender, Person, contenders, invent

ROUNDS = 3  # of the warm and the edited build; the median counts
MOST = 20_000
PHOTOS = 3  # pictures of the samples, largest first, that stand in for a creator's own


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of a build with nothing there, with nothing changed, and after one edit; pages written."""

    name: str
    cold: float
    warm: float
    edit: float
    pages: int


def run(root: Path, *, creators: str) -> int:
    """Measure and print a table; 2 when a build fails."""
    if not creators.isdecimal() or not 1 <= int(creators) <= MOST:
        raise ToolFailure(f"--creators {creators!r} bukan jumlah. Tulis angka 1 sampai {MOST}, misalnya --creators 100")
    people = invent(int(creators))
    photos = _photos(root / "content" / "kreator")
    print(f"{len(people)} kreator contoh, {2 * len(people)} foto; median {ROUNDS} kali. Menit pertama memproses foto.")
    results = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for number, contender in enumerate(contenders(root)):
            print(f"  {contender.name} …", flush=True)
            results.append(measure(contender, Path(folder) / str(number), people, photos))
    for line in table(results):
        print(line)
    return 0


def measure(contender: Contender, folder: Path, people: Sequence[Person], photos: Sequence[bytes]) -> Result:
    """Write the contender's site into `folder` and time its builds. Raises ToolFailure when one fails."""
    folder.mkdir(parents=True)
    contender.write(folder, people, photos if contender.photos else ())
    cold = _build(contender, folder)
    warm = statistics.median(_build(contender, folder) for _ in range(ROUNDS))
    edited = sorted(folder.glob(contender.edited))[0]
    edits = []
    for number in range(ROUNDS):
        with edited.open("a", encoding="utf-8") as file:
            file.write(f"Kata{number}.\n")
        edits.append(_build(contender, folder))
    pages = sum(1 for _ in (folder / contender.output).rglob("*.html"))
    if pages < len(people):
        raise ToolFailure(f"{contender.name} hanya menulis {pages} halaman untuk {len(people)} kreator.")
    return Result(contender.name, cold, warm, statistics.median(edits), pages)


def table(results: Sequence[Result]) -> list[str]:
    """The results as lines of a Markdown table, seconds with a decimal comma."""
    lines = ["", "| | dari nol | tanpa perubahan | satu suntingan | halaman |", "|---|---:|---:|---:|---:|"]
    for result in results:
        times = [f"{seconds:.2f} dtk".replace(".", ",") for seconds in (result.cold, result.warm, result.edit)]
        lines.append(f"| {result.name} | {' | '.join(times)} | {result.pages} |")
    return lines


def _build(contender: Contender, folder: Path) -> float:
    """Wall seconds of one build."""
    start = time.perf_counter()
    done = subprocess.run(contender.command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip().splitlines() or ["tanpa penjelasan"]
        raise ToolFailure(f"{contender.name} gagal: {said[-1]}")
    return seconds


def _photos(folder: Path) -> list[bytes]:
    found = sorted(folder.glob("*/*.jpg"), key=lambda path: path.stat().st_size, reverse=True)
    if not found:
        raise ToolFailure(f"Tidak ada foto contoh di {folder}.")
    return [path.read_bytes() for path in found[:PHOTOS]]
