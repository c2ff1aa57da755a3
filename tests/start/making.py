"""National lists of a land that is not there: a landlocked kota, and a kabupaten of the same short name."""

from __future__ import annotations

import lzma
from pathlib import Path

from showcase.start.register import LIST, ZONES
from showcase.start.topology import BOUNDARIES

HERE = Path(__file__).parent


def write_lists(folder: Path) -> Path:
    """The lists as the room reads them, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIST).write_bytes(lzma.compress((HERE / "daftar.csv").read_bytes()))
    (folder / BOUNDARIES).write_bytes(lzma.compress((HERE / "batas.json").read_bytes()))
    (folder / ZONES).write_text("provinsi,zona\n99,Asia/Makassar\n", encoding="utf-8")
    return folder
