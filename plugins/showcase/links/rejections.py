"""Why a URL is not accepted: every code once, with the sentence a person reads.

L1xx: the text is no safe address. L2xx: no address at all, but the right one can be made.
L3xx: an address that only leads to another. L4xx: a page of a platform that is no channel and no work.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from .model import Refusal

PHONE_STEPS = "buka tautan itu di HP sampai halamannya tampil di peramban, lalu salin alamat lengkap dari bilah alamat"

CODES: Mapping[str, str] = MappingProxyType(
    {
        "L101": "{found} bukan alamat halaman. Salin alamatnya dari bilah alamat, mulai dari https://.",
        "L102": "Ada karakter tersembunyi di {found}. Hapus lalu ketik ulang alamatnya.",
        "L103": "{found} tidak diawali https://. Salin ulang alamatnya dari bilah alamat.",
        "L104": "Ada garis miring terbalik (\\) di {found}. Alamat hanya memakai garis miring biasa (/).",
        "L105": "Ada nama pengguna atau sandi di depan nama situs pada {found}. Bentuk ini dipakai untuk menipu; "
        "salin ulang alamat aslinya.",
        "L106": "Ada titik dua dan angka (nomor porta) di belakang nama situs pada {found}. Hapus bagian itu.",
        "L107": "Nama situs pada {found} memuat tanda yang tidak sah. Salin ulang alamatnya dari bilah alamat.",
        "L108": "{found} memakai angka (alamat IP), bukan nama situs. Pakai nama situsnya.",
        "L109": "Nama situs pada {found} memakai huruf di luar a-z atau sandi xn--. Huruf seperti itu mudah menyamar; "
        "pakai alamat yang seluruhnya huruf biasa.",
        "L110": "Nama situs pada {found} tidak lengkap, misalnya kurang .com atau .id.",
        "L111": "{found} mirip alamat {label}, tetapi bukan. Salin ulang alamatnya dari aplikasi {label}.",
        "L112": "Ada {count} tautan di teks ini. Tulis setiap tautan di barisnya sendiri.",
        "L113": "Alamat {found} rusak: ada tanda atau kode % yang tidak bisa dibaca. Salin ulang dari bilah alamat.",
        "L114": "Teks ini terlalu panjang untuk sebuah alamat. Salin alamatnya saja.",
        "L115": "Di belakang alamat pada {found} masih ada kata lain. Bila alamatnya terpotong oleh spasi, yang "
        "terbaca adalah milik orang lain. Salin alamat lengkapnya dari bilah alamat, dan tulis alamat itu saja.",
        "L201": "{found} bukan alamat.",
        "L202": "{found} adalah nomor telepon, belum alamat WhatsApp. Mulai dari kode negara, tanpa 0, spasi, dan "
        "tanda hubung.",
        "L203": "{found} menyebut nama akun, bukan alamat.",
        "L204": "{found} hanya potongan alamat. Salin alamat lengkapnya.",
        "L205": "{found} adalah alamat surel, bukan alamat halaman. Surel usaha ditulis pada kunci surel.",
        "L301": "{found} adalah tautan pendek dari tombol Bagikan {label}; isinya baru diketahui setelah dibuka. "
        "Caranya: " + PHONE_STEPS + ".",
        "L302": "{found} adalah tautan pendek; isinya baru diketahui setelah dibuka. Caranya: " + PHONE_STEPS + ".",
        "L303": "{found} hanya meneruskan ke alamat lain. Salin alamat tujuannya.",
        "L304": "{found} adalah salinan atau perantara pihak lain. Salin alamat asli dari platformnya.",
        "L401": "{found} adalah halaman depan {label}, bukan halaman seorang kreator. Buka akun atau "
        "karyanya, lalu salin alamatnya.",
        "L402": "{found} adalah halaman pencarian, tagar, atau linimasa {label}. Buka akun atau karyanya, lalu "
        "salin alamatnya.",
        "L403": "{found} adalah halaman masuk, pengaturan, atau bantuan {label}. Buka akun atau karyanya, lalu "
        "salin alamatnya.",
        "L404": "{found} adalah grup, undangan, atau daftar pribadi di {label}; tidak semua orang bisa membukanya. "
        "Pakai halaman yang terbuka untuk umum.",
        "L405": "{found} adalah cerita {label} yang akan hilang. Pakai akun, foto, atau video yang menetap.",
        "L406": "{found} adalah halaman alat {label} (tombol, sematan, atau musik). Buka akun atau karyanya, lalu "
        "salin alamatnya.",
        "L407": "{found} bukan bentuk alamat akun atau karya {label} yang dikenal. Buka akun atau karyanya, "
        "lalu salin alamatnya.",
        "L408": "Alamat {found} terpotong: kode karya {label} tidak lengkap. Salin ulang seutuhnya.",
        "L409": "{found} adalah situs lain milik {label}. Buka akun atau karyanya, lalu salin alamatnya.",
    }
)


def refuse(url: str, code: str, *, found: str = "", label: str = "", fix: str = "", count: int = 0) -> Refusal:
    """A refusal of `url` in the words of `code`. found: the part that is wrong, quoted in the message."""
    shown = "".join(map(_shown, found or url.strip()))
    if len(shown) > 80:
        shown = shown[:79] + "…"
    message = CODES[code].format(found=f'"{shown}"', label=label, count=count)
    return Refusal(url=url, code=code, message=message, fix=fix)


def _shown(char: str) -> str:
    """A character as a message can show it."""
    if unicodedata.category(char) == "Zs":
        return " "
    return char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
