"""The benchmark's results as tables, as a Markdown report that a release can quote, and as JSON beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from showcase.diagnostics.fault import ToolFailure
from showcase.text.formats import long_date
from showcase.text.numbers import decimal, megabytes, thousands

from .machine import BUSY
from .results import PHASES, Phase, Run, ratio
from .sites import OURS, OURS_DEFAULT

PHASE_NAMES: dict[Phase, str] = {"cold": "dari nol", "warm": "tanpa perubahan", "edit": "satu suntingan"}
KINDS = {"WebP": ("webp",), "JPEG": ("jpeg", "mpo"), "AVIF": ("avif",)}
NOTHING = "–"
OWN = (OURS, OURS_DEFAULT)
PREFACE = """# Ukuran kecepatan

Berapa lama membangun situs dari kreator yang sama, di komputer yang sama, berselang-seling dengan alat lain.
Halaman ini ditulis oleh `python3 tasks.py bench`; angka selengkapnya ada di `{json}`.

- **Dari nol**: belum ada hasil dan simpanan. **Tanpa perubahan**: dibangun lagi begitu saja. **Satu suntingan**: satu
  kata ditambahkan pada satu profil, dan kata itu sudah tampil. Semuanya median.
- **Situs ini dibagi …**: waktu situs ini dibagi waktu alat lain. Di bawah 1 berarti situs ini lebih cepat.
- **Batas pengode**: waktu prosesor yang dipakai pengode gambar saja untuk berkas yang sama, dibagi jumlah inti.
- **Memori**: puncak proses yang terbesar.
- **SSIM**: kemiripan dengan foto asli yang diperkecil dengan Lanczos, pada terang-gelapnya; 1 berarti sama.
- Semua alat membuat halaman, daftar, dan gambar yang sama: WebP selebar 320, 640, dan 960 piksel dan satu JPEG
  selebar 640, mutu 75. Pelican polos hanya mengenal satu format, jadi JPEG dalam ketiga lebar. Gambar bagikan dan
  indeks pencarian, yang tidak dibuat alat lain, dimatikan.
"""


@dataclass(frozen=True, slots=True)
class Book:
    """All runs of a report, one of each size."""

    runs: tuple[Run, ...]


def tables(run: Run) -> list[str]:
    """Everything measured, as Markdown tables that a terminal shows well too."""
    lines = [*_table(_times(run)), ""]
    if len(compared := _ratios(run)) > 1:
        lines += [*_table(compared), ""]
    if run.limits:
        lines += [*_table(_limits(run)), ""]
    if len(pictures := _pictures(run)) > 1:
        lines += [*_table(pictures), ""]
    lines += _unlike(run)
    lines += [f"GAGAL, {result.name}: {result.failed}." for result in run.failed]
    if run.missing:
        lines.append(f"Tidak terpasang, maka ditinggalkan: {', '.join(run.missing)}.")
    return lines[:-1] if lines[-1] == "" else lines


def write(run: Run, path: Path) -> None:
    """Put the run into the report at `path` and into the JSON beside it; an earlier run of that size gives way.

    Raises ToolFailure if what is there is no such report.
    """
    kept = path.with_suffix(".json")
    book = book_of(kept)
    same = [old for old in book.runs if (old.creators, old.photos > 0) != (run.creators, run.photos > 0)]
    runs = sorted([*same, run], key=lambda one: (one.photos == 0, one.creators))
    book = Book(tuple(runs))
    path.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(msgspec.json.format(msgspec.json.encode(book), indent=2) + b"\n")
    path.write_text(text_of(book, kept.name), encoding="utf-8")


def text_of(book: Book, name: str) -> str:
    """The report in Markdown. name: of the JSON beside it."""
    return "\n".join([PREFACE.format(json=name), *("\n".join(_section(run)) + "\n" for run in book.runs)])


def book_of(path: Path) -> Book:
    """The runs in a report's JSON; none if there is no such file. Raises ToolFailure if it is something else."""
    if not path.exists():
        return Book(())
    try:
        return msgspec.json.decode(path.read_bytes(), type=Book)
    except msgspec.DecodeError as error:
        raise ToolFailure(f"{path} bukan laporan bench. Beri nama lain pada --report, atau hapus.") from error


def size_of(run: Run) -> str:
    """`100 kreator, 200 foto`."""
    return f"{thousands(run.creators)} kreator, {f'{thousands(run.photos)} foto' if run.photos else 'tanpa foto'}"


def busy(run: Run) -> str:
    """A warning about a machine that did other things as well; "" for an idle one."""
    if run.machine.load <= BUSY:
        return ""
    load = decimal(run.machine.load * run.machine.cores, 1)
    return f"Komputer sedang sibuk (beban {load} pada {run.machine.cores} inti): angka ini bukan untuk dikutip."


def _section(run: Run) -> list[str]:
    known = run.machine
    memory = f", memori {known.memory / 1e9:.0f} GB" if known.memory else ""
    times = "satu kali" if run.cold_rounds == 1 else f"{run.cold_rounds} kali"
    if not any(result.cold for result in run.results):
        times = "tidak diukur"
    programs = f"{known.system}, Python {known.python}, Pillow {known.pillow}"
    where = f"{known.processor}, {known.cores} inti{memory}; {programs}"
    lines = [
        f"## {size_of(run)}",
        "",
        f"{long_date(date.fromisoformat(run.day), 'id')}, Kreator Belitung {run.version}. {where}. "
        f"Dari nol {times}, yang lain {run.rounds} kali.",
        "",
    ]
    if warning := busy(run):
        lines += [f"**{warning}**", ""]
    return [*lines, *tables(run)]


def _times(run: Run) -> list[list[str]]:
    rows = [["waktu", *PHASE_NAMES.values(), "memori", "halaman"]]
    for result in run.results:
        name = f"{result.name} {result.version}" if result.key not in OWN else result.name
        if result.failed:
            rows.append([name, "GAGAL", *[NOTHING] * 4])
            continue
        memory = result.memory()
        held = megabytes(memory) if memory is not None else NOTHING
        rows.append([name, *(_seconds(result.median(phase)) for phase in PHASES), held, thousands(result.pages)])
    return rows


def _ratios(run: Run) -> list[list[str]]:
    mine = run.result(OURS)
    rows = [["situs ini dibagi …", *PHASE_NAMES.values()]]
    for result in run.results:
        if mine and result.key not in OWN:
            ratios = [ratio(mine.median(phase), result.median(phase)) for phase in PHASES]
            if any(found is not None for found in ratios):
                rows.append([result.name, *map(_ratio, ratios)])
    return rows


def _limits(run: Run) -> list[list[str]]:
    rows = [["batas pengode", "berkas", "pengode saja", "dari nol", "perbandingan"]]
    for limit in run.limits:
        if result := run.result(limit.key):
            cold = result.median("cold")
            times = [_seconds(limit.seconds), _seconds(cold), _ratio(ratio(cold, limit.seconds))]
            rows.append([result.name, thousands(limit.files), *times])
    return rows


def _pictures(run: Run) -> list[list[str]]:
    found = [(result, result.published) for result in run.results if result.published and not result.failed]
    kinds = [name for name, kind in KINDS.items() if any(one.ssim(*kind) is not None for _result, one in found)]
    rows = [["gambar", "berkas per foto", "KB per foto", *(f"SSIM {kind}" for kind in kinds)]]
    for result, one in found:
        likenesses = [one.ssim(*KINDS[kind]) for kind in kinds]
        shown = [NOTHING if ssim is None else decimal(ssim, 4) for ssim in likenesses]
        rows.append([result.name, decimal(one.files, 1), decimal(one.size / 1000, 1), *shown])
    return rows


def _unlike(run: Run) -> list[str]:
    """Who shows photos that are not to be recognised, lying on their side perhaps."""
    found = [(result, result.published) for result in run.results if result.published and result.key != OURS_DEFAULT]
    return [
        f"{result.name}: hanya {one.compared} dari {one.asked} foto yang dikenali."
        for result, one in found
        if one.compared < one.asked
    ]


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as a Markdown table whose columns stand under each other; figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *others = (
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append(f"| {' | '.join([first, *others])} |")
    rule = [("-" * widths[0]), *("-" * (width - 1) + ":" for width in widths[1:])]
    return [lines[0], f"| {' | '.join(rule)} |", *lines[1:]]


def _seconds(value: float | None) -> str:
    if value is None:
        return NOTHING
    return f"{decimal(value, 1 if value >= 10 else 2)} dtk"


def _ratio(value: float | None) -> str:
    return NOTHING if value is None else decimal(value, 2)
