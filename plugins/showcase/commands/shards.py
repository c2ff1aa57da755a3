"""`build --shard 3/8`: renders one part of the pictures into the cache, so that several machines share the work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..diagnostics.fault import ToolFailure
from ..runtime.public_log import WHO, is_public_log
from ..settings import own_content, settings_from
from ..text.numbers import decimal

if TYPE_CHECKING:
    from ..build.outcome import Outcome
    from ..pictures import Report

Shard = tuple[int, int]
MOST = 256  # jobs of one matrix on GitHub


def part_of(text: str) -> Shard:
    """`3/8` as (3, 8). Raises ToolFailure."""
    found = re.fullmatch(r"([1-9]\d{0,2})/([1-9]\d{0,2})", text, re.ASCII)
    if found and int(found[1]) <= int(found[2]) <= MOST:
        return int(found[1]), int(found[2])
    raise ToolFailure(
        f"--shard {text!r} bukan bagian dari keseluruhan. Tulis misalnya --shard 3/8: bagian ke-3 dari 8, "
        f"paling banyak {MOST}."
    )


def fill(pelican: dict[str, Any], shard: Shard) -> tuple[Report, Path]:
    """Make a shard's pictures; the report, and the folder to copy. Raises ContentFaults or ToolFailure."""
    from ..build.build import fill_picture_cache
    from ..content import timezone_of

    settings = settings_from(pelican, timezone_of(Path(pelican["PATH"]), own_content()))
    return fill_picture_cache(settings, shard), settings.cache / "gambar"


def print_report(report: Report, folder: Path, shard: Shard, seconds: float, stream: TextIO) -> None:
    """Print a line about the shard, and one for each picture that could not be made."""
    if report.failed and is_public_log():
        print(f"Tidak dapat dibuat: {len(report.failed)} gambar. {WHO}", file=stream)
    for path, wrong in () if is_public_log() else report.failed:
        print(f"Tidak dapat dibuat: {path.name}: {wrong}", file=stream)
    print(f"Bagian {shard[0]} dari {shard[1]}: {made(report, folder, seconds)}", file=stream)


def made(report: Report | Outcome, folder: Path, seconds: float) -> str:
    """How many pictures were made, how long it took, and in which folder the result is."""
    where = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    return f"{report.encoded} gambar baru, {report.reused} dari simpanan, {decimal(seconds)} detik: {where}/"
