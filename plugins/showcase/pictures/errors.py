"""Every way in which a file can fail to be a picture: code, and the words for it.

The words are Indonesian, name what was found and say what to do on a phone. `{…}` is filled
in where the error is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .model import PictureError

_RESEND = "Kirim ulang sebagai foto biasa di WhatsApp (bukan sebagai dokumen), lalu simpan foto yang diterima."

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "G101": "berkas ini bukan foto yang dapat dibaca: isinya {found}. Yang dapat dipakai: JPEG, PNG, WebP, GIF.",
        "G102": f"foto ini berformat {{found}}, yang belum dapat dibaca semua peramban. {_RESEND}",
        "G103": "gambar SVG tidak diterima, sebab dapat memuat program. Ekspor dahulu sebagai PNG.",
        "G104": "berkas foto ini terpotong: bagian akhirnya tidak ada. Unduh atau salin ulang dari asalnya.",
        "G105": f"foto ini terlalu besar untuk dibuka: {{found}} juta piksel, paling banyak {{limit}} juta. {_RESEND}",
        "G106": "bentuk foto ini {found} piksel; sisi terpanjang paling banyak {limit} piksel dan {aspect} kali sisi"
        " terpendek. Potong dahulu.",
        "G107": f"ukuran berkas ini {{found}} MB, paling besar {{limit}} MB. {_RESEND}",
        "G108": "berkas foto ini rusak dan tidak dapat dibuka. Unduh atau salin ulang dari asalnya.",
        "G109": "berkas foto ini berubah selagi situs dibuat. Ulangi perintahnya.",
        "G110": 'fokus "{found}" tidak dikenal. Pilihan: {limit}.',
        "G111": "berkas foto ini tidak dapat dibuka: {found}.",
    }
)


def picture_error(code: str, **details: object) -> PictureError:
    """The error of that code, its message filled in with `found`, `limit` and the like."""
    return PictureError(code, MESSAGES[code].format(**details))
