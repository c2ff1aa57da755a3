"""The new region's `situs.md`: what the list says is filled in, what only people know stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .areas import spellings
from .register import Regency

OFFICE, OFFICE_SHORT = "Dinas Komunikasi dan Informatika {}", "Diskominfo {}"
# The cities of the capital have no offices of their own but branches of the province's.
BRANCH, BRANCH_SHORT = "Suku Dinas Komunikasi, Informatika dan Statistik {}", "Sudin Kominfotik {}"
ADMINISTRATIVE = "Administrasi"
# A region's colour until it chooses one: neighbours in the list have different ones.
ACCENTS = ("#0f6b4f", "#8a3b12", "#1f5fa8", "#7a2e6b", "#56661a", "#9a2f3d", "#4b3fa0", "#80560b")


@dataclass(frozen=True, slots=True)
class Answers:
    """What only people know; "" for later. name: of the site; office: of who runs it."""

    name: str = ""
    office: str = ""
    office_short: str = ""
    whatsapp: str = ""
    email: str = ""
    address: str = ""
    repository: str = ""


def likely(regency: Regency) -> Answers:
    """What most regions would answer: offered, and written where nobody says otherwise."""
    branch = ADMINISTRATIVE in regency.name.split()
    office, short = (BRANCH, BRANCH_SHORT) if branch else (OFFICE, OFFICE_SHORT)
    return Answers(
        name=f"Kreator {regency.short}", office=office.format(regency.name), office_short=short.format(regency.name)
    )


def site_md(regency: Regency, answers: Answers, today: date, without_boundary: Iterable[str]) -> str:
    """The file. without_boundary: names of the districts that the map lacks."""
    guess = likely(regency)
    about = "karya mereka tentang pariwisata, UMKM, seni dan budaya, serta pembangunan daerah"
    missing = "".join(f"tanpa_peta: {', '.join(names)}\n" for names in [tuple(without_boundary)] if names)
    return f"""\
---
nama: {answers.name or guess.name}
slogan: Temukan kreator {regency.short}
keterangan: Direktori kreator konten {regency.name} dan {about}.
daerah: {regency.short}
daerah_lengkap: {regency.name}
{_line("daerah_lain", ", ".join(spellings(regency.short)))}
zona_waktu: {regency.timezone}
bahasa: id
kode_area:

# Dari satu warna ini semua warna situs dihitung, terang dan gelap.
warna: "{ACCENTS[int(regency.code.replace(".", "")) % len(ACCENTS)]}"

judul_peta: Dari setiap {regency.district_term}
catatan_peta: Peta ilustrasi, bukan acuan batas wilayah
{missing}kalimat_hilang: Sudah kami cari di setiap {regency.district_term}.
penafian: Pencantuman bukan dukungan pemerintah atas pendapat atau produk kreator.
{_line("repositori", answers.repository)}
sejak: {today.year}
masa_tenggang_hari: 30

dinas_nama: {answers.office or guess.office}
dinas_singkat: {answers.office_short or answers.office or guess.office_short}

# Isi nomor WhatsApp atau surel dinas sebelum situs diumumkan.
# Selama keduanya kosong, profil orang sungguhan tidak dapat terbit: permintaan menghapus harus sampai ke seseorang.
{_line("dinas_whatsapp", answers.whatsapp)}
{_line("dinas_surel", answers.email)}
{_line("dinas_alamat", answers.address)}
dinas_situs:
dinas_jam: Senin sampai Jumat, pada jam kerja
---
"""


def _line(key: str, value: str) -> str:
    return f"{key}: {value}".rstrip()
