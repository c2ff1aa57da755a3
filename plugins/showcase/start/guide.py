"""The guide for offices of other regions, with every key and every file of `content/wilayah/`:

PYTHONPATH=plugins python3 -m showcase.start.guide > docs/daerah-lain.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..content.site_file import FILE as SITE_FILE
from ..content.tables import AREAS, LANGUAGES, PLACES, SERVICES, TOPICS
from ..pictures import FORMATS
from ..region.model import DRAWINGS
from ..schema.keys import COLOUR_PREFIX, OFFICE, SITE

SHEETS = MappingProxyType(
    {
        AREAS: "Kecamatan, desa, dan kelurahan, menurut kode Kemendagri. `start` mengisinya.",
        PLACES: "Tempat yang sering tampak dalam karya. Boleh hanya baris judul.",
        SERVICES: "Jasa yang ditawarkan kreator. Yang umum sudah ada.",
        LANGUAGES: "Bahasa yang dipakai kreator.",
        TOPICS: "Kalimat di bawah setiap topik di beranda. Kuncinya tetap.",
    }
)
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "kode": "kode wilayah, seperti 73.71.01 atau 73.71.01.1001",
        "tingkat": "kecamatan, kelurahan, atau desa",
        "nama": "nama yang tampil",
        "induk": "kode kecamatannya; boleh kosong bila kodenya sudah menyebutnya",
        "alias": "ejaan lain, dipisah garis tegak: Tg. Bunga|Tanjungbunga",
        "lat": "lintang, seperti -5.14861; boleh kosong",
        "lng": "bujur, seperti 119.43194; boleh kosong",
        "kunci": "nama di alamat halaman: huruf kecil, angka, tanda hubung; jangan diganti sesudah terbit",
        "jenis": "macam tempat, seperti pasar atau taman",
        "kecamatan": "kecamatannya, ditulis seperti di alamat halaman: tanjung-bunga",
        "desa": "nama desa atau kelurahan di kecamatan itu",
        "keterangan": "satu kalimat",
    }
)
PICTURES: Mapping[str, str] = MappingProxyType(
    {
        "peta.svg": "peta: satu bentuk untuk setiap kecamatan, dengan `data-kode`. `start` mengisinya",
        "logo.svg": "lambang di kepala halaman, satu warna (`currentColor`). `start` mengisinya",
        "SUMBER.md": "asal dan lisensi data wilayah; tidak diterbitkan",
        "gambar/beranda.svg": "pemandangan di beranda",
        "gambar/ajakan.svg": "hiasan pada ajakan bergabung",
        "gambar/maskot.svg": "tokoh di halaman yang tidak ada",
        "gambar/favicon.svg": "ikon di tab peramban",
        "gambar/bagikan.png": "latar gambar yang tampil saat alamat dibagikan, mendatar",
        "gambar/cerita.png": "latar gambar untuk story, tegak",
    }
)
DRAWN = (*(f"gambar/{name}.svg" for name in DRAWINGS), *(f"gambar/{name}.png" for name in FORMATS))


def guide() -> str:
    """The whole page, in Markdown."""
    text = Path(__file__).with_suffix(".md").read_text(encoding="utf-8")
    return text + "".join(f"\n{part}\n" for part in (_site(), *_sheets(), _pictures()))


def _site() -> str:
    rows = ((f"`{key.name}`", key.help, key.example, "ya" if key.needed else "") for key in (*SITE, *OFFICE))
    colour = (f"`{COLOUR_PREFIX}…`", "warna dari tampilan, seperti #0a7a55", "", "")
    return (
        f"## Kunci `{SITE_FILE}`\n\nDi antara dua garis `---`, satu baris satu kunci. Yang kosong memakai bawaan.\n\n"
        + _table(("kunci", "artinya", "contoh", "wajib"), (*rows, colour))
    )


def _sheets() -> Iterator[str]:
    yield (
        "## Berkas `wilayah/`\n\nTabel disimpan sebagai CSV dengan koma, UTF-8. Kolomnya seperti di bawah, dengan nama "
        "yang sama."
    )
    for sheet, about in SHEETS.items():
        rows = ((f"`{name}`", COLUMNS[name], "ya" if name in sheet.needed else "") for name in sheet.columns)
        yield f"### `{sheet.name}`\n\n{about}\n\n" + _table(("kolom", "isinya", "wajib"), rows)


def _pictures() -> str:
    rows = ((f"`{name}`", about) for name, about in PICTURES.items())
    return (
        "### Gambar dan catatan\n\nYang di `gambar/` boleh tidak ada; situs lalu memakai peta dan warna daerah.\n\n"
        + _table(("berkas", "gunanya"), rows)
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    lines = (heads, ("---",) * len(heads), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    sys.stdout.buffer.write(guide().encode())
