"""National lists of a land that is not there: a landlocked kota, and a kabupaten of the same short name."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

from tests.support.region import CONTENT

from showcase.start.register import LIST, ZONES
from showcase.start.topology import BOUNDARIES

HERE = Path(__file__).parent
CONTACT = "dinas_whatsapp: 6281100000000"  # the tests' own office has one, the project's none


def person(slug: str, *lines: str) -> str:
    """The profile of a person who is published. lines: more keys."""
    keys = "".join(f"{line}\n" for line in lines)
    return f"""---
nama: {slug.replace("-", " ").title()}
{keys}topik: umkm
akun: https://www.instagram.com/{slug.replace("-", ".")}/
persetujuan:
  tanggal: 2026-11-20
  formulir: 1
  dewasa: ya
---

Saya memotret barang dagangan tetangga.
"""


def write_lists(folder: Path) -> Path:
    """The lists as the room reads them, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIST).write_bytes(lzma.compress((HERE / "daftar.csv").read_bytes()))
    (folder / BOUNDARIES).write_bytes(lzma.compress((HERE / "batas.json").read_bytes()))
    (folder / ZONES).write_text("provinsi,zona\n99,Asia/Makassar\n", encoding="utf-8")
    return folder


def shipped_content(place: Path) -> Path:
    """A project's content as nobody has touched it yet, at `place`."""
    shutil.copytree(CONTENT, place)
    site = place / "wilayah" / "situs.md"
    text = site.read_text(encoding="utf-8")
    assert CONTACT in text
    site.write_text(text.replace(CONTACT, "dinas_whatsapp:"), encoding="utf-8")
    return place
