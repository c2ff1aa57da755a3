"""Slips of the hand, each of which makes exactly one fault in whatever good profile it happens.

A slip sets some keys anew (the profile's own parts of these keys are dropped), or adds something to the story, or puts
a file into the folder. ⟦ and ⟧ stand around the token that is wrong; without them the whole file is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

MORE_STORY = "cerita"


@dataclass(frozen=True)
class Slip:
    """keys: what is set anew, words apart; `cerita` for the story. text: what is written instead, "" for nothing.

    code: of the only fault. key: as the fault names it. file: a file beside the profile that the fault is about, or
    that the text needs: its name in FILES.
    """

    keys: str
    text: str
    code: str
    key: str = ""
    file: str = ""


HOME = "kecamatan desa kelurahan"
KIND = "jenis jumlah_anggota komunitas"
CONSENT = "persetujuan"
ACCOUNT = "akun:\n  - https://www.instagram.com/contoh.a№/\n  - "
VIDEO = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
SCOPE = "  lingkup: foto, kontak, karya\n"

AREAS: dict[str, tuple[Slip, ...]] = {
    "reading": (
        Slip("nama", 'nama: ⟦"Contoh Rina⟧', "P012", "nama"),
        Slip("barter", "⟦barter ya⟧", "P009"),
        Slip("barter", "barter: ⟦!!bool ya⟧", "P016", "barter"),
        Slip("topik", "topik: ⟦[umkm, pariwisata⟧", "P020", "topik"),
        Slip("topik", "topik: [umkm, ⟦[pariwisata]⟧]", "P019", "topik"),
        Slip("catatan", "⟦harga bisa dibicarakan⟧", "P009"),
    ),
    "keys": (
        Slip("nama", "⟦title⟧: Contoh Rina", "P101", "nama"),
        Slip(HOME, "⟦kecamtan⟧: Sijuk", "P101", "kecamatan"),
        Slip("topik", "⟦tags⟧: umkm", "P101", "topik"),
        Slip("ringkasan", "⟦bio⟧: Kopi: asli pulau #1", "P101", "ringkasan"),
        Slip("cuaca", "⟦cuaca⟧: cerah", "P101", "cuaca"),
        Slip("golongan_darah", "⟦golongan_darah⟧: O", "P127", "golongan_darah"),
        Slip("tanggal_lahir", "⟦tanggal_lahir⟧: 1 Januari 2000", "P127", "tanggal_lahir"),
        Slip("barter", "barter: ya\n⟦barter⟧: tidak", "P103", "barter"),
        Slip(CONSENT, f"persetujuan:\n  tanggal: 2026-06-08\n  formulir: 1\n  dewasa: ya\n  ⟦status⟧: terbit\n{SCOPE}",
             "P105", "status"),
        Slip("nama", "", "P102", "nama"),
        Slip("topik", "⟦topik⟧:", "P102", "topik"),
    ),
    "types": (
        Slip("barter", "barter: ⟦mungkin⟧", "P110", "barter"),
        Slip("kerja_sama kerjasama", "kerja_sama: ⟦kapan-kapan⟧", "P110", "kerja_sama"),
        Slip("tarif_mulai", "tarif_mulai: ⟦murah⟧", "P111", "tarif_mulai"),
        Slip("tarif_mulai", "tarif_mulai: ⟦15⟧", "P111", "tarif_mulai"),
        Slip("whatsapp", "whatsapp: ⟦0812⟧", "P112", "whatsapp"),
        Slip("surel", "surel: ⟦halo⟧", "P113", "surel"),
        Slip("alamat_lama", "alamat_lama: ⟦Contoh Lama⟧", "P114", "alamat_lama"),
        Slip("nama", "nama:\n  ⟦- Contoh⟧\n  - Rina", "P115", "nama"),
        Slip("nama", "nama: ⟦C⟧", "P107", "nama"),
        Slip("ringkasan", f"ringkasan: ⟦{'Kopi dan cerita ' * 7}⟧", "P107", "ringkasan"),
        Slip(KIND, "⟦jumlah_anggota⟧: 12", "P118", "jumlah_anggota"),
    ),
    "lists": (
        Slip("topik", "topik: pariwisata, ⟦umkn⟧", "P106", "topik"),
        Slip("topik", "topik:\n  - pariwisata\n  - ⟦olah raga⟧", "P106", "topik"),
        Slip("bahasa", "bahasa: indonesia, ⟦klingon⟧", "P106", "bahasa"),
        Slip("ingin_belajar", "ingin_belajar: [drone, ⟦masak⟧]", "P106", "ingin_belajar"),
        Slip("keahlian", "keahlian: ⟦fotografer⟧", "P106", "keahlian"),
        Slip("status", "status: ⟦tarbit⟧", "P106", "status"),
        Slip("hubungi", "hubungi: ⟦telegram⟧", "P106", "hubungi"),
        Slip("fokus", "fokus: ⟦pojok⟧", "P106", "fokus"),
        Slip(KIND, "jenis: ⟦orang⟧", "P106", "jenis"),
        Slip("kata_kunci", "kata_kunci: a, b, c, d, e, ⟦f⟧", "P116", "kata_kunci"),
        Slip("hubungi whatsapp", "⟦hubungi⟧: whatsapp", "P119", "hubungi"),
    ),
    "dates": (
        Slip("terdaftar diperiksa", "terdaftar: ⟦2026-02-30⟧", "P108", "terdaftar"),
        Slip("terdaftar diperiksa", "terdaftar: ⟦2026-12-01⟧", "P109", "terdaftar"),
        Slip("terdaftar diperiksa", "terdaftar: 2026-06-10\n⟦diperiksa⟧: 20-10-2025", "P109", "diperiksa"),
        Slip("terdaftar diperiksa", "diperiksa: ⟦kemarin⟧", "P108", "diperiksa"),
        Slip("karya", f"karya:\n  - tautan: {VIDEO}\n    tanggal: ⟦32 Oktober 2026⟧", "P108", "tanggal"),
    ),
    "region": (
        Slip(HOME, "kecamatan: ⟦Sijukk⟧", "P201", "kecamatan"),
        Slip(HOME, "kecamatan: Sijuk\ndesa: ⟦Kecipit⟧", "P201", "desa"),
        Slip(HOME, "kecamatan: Sijuk\ndesa: ⟦Pulau Gersik⟧", "P202", "desa"),
        Slip(HOME, "desa: ⟦Batu Itam⟧", "P203", "desa"),
        Slip("jasa", "jasa: foto-produk, ⟦pijat⟧", "P201", "jasa"),
        Slip("melayani", "melayani: Sijuk, ⟦badau⟧", "P201", "melayani"),
        Slip("karya", f"karya:\n  - tautan: {VIDEO}\n    tempat: ⟦Bali⟧", "P201", "tempat"),
    ),
    "pictures": (
        Slip("foto fokus kredit_foto", "foto: ⟦fotto.jpg⟧", "P301", "foto", "foto.jpg"),
        Slip("foto fokus kredit_foto", "foto: ⟦gambar/foto.jpg⟧", "P309", "foto", "foto.jpg"),
        Slip("foto fokus kredit_foto", "foto: ⟦https://contoh.id/foto.jpg⟧", "P309", "foto"),
        Slip("karya", "karya:\n  - foto: ⟦pasar malam.jpg⟧\n    keterangan: Laut", "P301", "foto"),
        Slip(MORE_STORY, "![Laut](⟦ombak.jpg⟧)", "P301"),
        Slip(MORE_STORY, "![Laut](⟦laut biru.jpg⟧)", "P310", "", "laut biru.jpg"),
        Slip(MORE_STORY, "", "P307", "", "sisa.jpg"),
        Slip(MORE_STORY, "![A](kecil.jpg)", "P306", "", "kecil.jpg"),
        Slip(MORE_STORY, "![A](lebar.jpg)", "P304", "", "lebar.jpg"),
        Slip(MORE_STORY, "![A](berat.png)", "P303", "", "berat.png"),
        Slip(MORE_STORY, "![A](letak.jpg)", "P305", "", "letak.jpg"),
        Slip(MORE_STORY, "![A](potong.jpg)", "G104", "", "potong.jpg"),
        Slip(MORE_STORY, "![A](teks.jpg)", "G101", "", "teks.jpg"),
        Slip(MORE_STORY, "![A](gambar.svg)", "G103", "", "gambar.svg"),
        Slip(MORE_STORY, "![A](ponsel.heic)", "G102", "", "ponsel.heic"),
    ),
    "links": (
        Slip("akun", f"{ACCOUNT}⟦@contoh.b№⟧", "L201", "akun"),
        Slip("akun", f"{ACCOUNT}⟦tiktok: @contoh.b№⟧", "L203", "akun"),
        Slip("akun", f"{ACCOUNT}⟦https://vt.tiktok.com/ZS1234567/⟧", "L301", "akun"),
        Slip("akun", f"{ACCOUNT}⟦https://bit.ly/contoh⟧", "L302", "akun"),
        Slip("akun", f"{ACCOUNT}⟦https://www.faceb00k.com/contoh⟧", "L111", "akun"),
        Slip("akun", f"{ACCOUNT}⟦https://www.facebook.com/groups/contoh⟧", "L404", "akun"),
        Slip("akun", f"{ACCOUNT}⟦javascript:alert(1)⟧", "L103", "akun"),
        Slip("akun", f"{ACCOUNT}⟦{VIDEO}⟧", "P401", "akun"),
        Slip("akun", f"{ACCOUNT}⟦instagram.com/Contoh.A№⟧", "P403", "akun"),
        Slip("karya", f"karya:\n  - {VIDEO}\n  - ⟦https://www.instagram.com/contoh/⟧", "P402", "karya"),
        Slip("karya", f"karya:\n  - {VIDEO}\n  - ⟦judul: Kosong⟧", "P405", "karya"),
        Slip("karya", f"karya:\n  - tautan: {VIDEO}\n    ⟦foto⟧: laut.jpg\n    keterangan: Laut", "P406", "foto", "laut.jpg"),
        Slip(MORE_STORY, "Lihat ⟦https://instagram.com@contoh.id/⟧ ya", "L105"),
    ),
    "private": (
        Slip(MORE_STORY, 'Lihat ⟦<iframe src="https://contoh.id/">⟧ ya.', "P130"),
        Slip(MORE_STORY, 'Lihat ⟦<img src="https://contoh.id/a.jpg">⟧ ya.', "P312"),
        Slip("nama", "nama: ⟦Contoh Rina ✅⟧", "P128", "nama"),
        Slip(MORE_STORY, "NIK saya ⟦1902010506900001⟧.", "P120"),
        Slip(MORE_STORY, "Telepon ⟦0812-3456-7890⟧ saja.", "P121"),
        Slip(MORE_STORY, "Tulis ke ⟦rina.contoh@contoh.id⟧ ya.", "P122"),
        Slip("ringkasan", "ringkasan: Pesan ke ⟦081234567890⟧ ya", "P121", "ringkasan"),
    ),
    "consent": (
        Slip(CONSENT, "", "P501", "persetujuan"),
        Slip(CONSENT, "⟦persetujuan⟧: ya", "P501", "persetujuan"),
        Slip(CONSENT, f"persetujuan:\n  tanggal: 2026-06-08\n  ⟦formulir⟧:\n  dewasa: ya\n{SCOPE}", "P502", "formulir"),
        Slip(CONSENT, f"⟦persetujuan⟧:\n  tanggal: 2026-06-08\n  formulir: 1\n{SCOPE}", "P503", "dewasa"),
        Slip(CONSENT, f"persetujuan:\n  tanggal: 2026-06-08\n  formulir: 1\n  dewasa: ⟦tidak⟧\n{SCOPE}", "P503", "wali"),
        Slip(CONSENT, f"persetujuan:\n  tanggal: ⟦2026-12-08⟧\n  formulir: 1\n  dewasa: ya\n{SCOPE}", "P109", "tanggal"),
        Slip(CONSENT, f"persetujuan:\n  tanggal: 2026-06-08\n  formulir: 1\n  dewasa: ya\n{SCOPE}"
             "  berlaku_sampai: ⟦2025-06-08⟧", "P504", "berlaku_sampai"),
        Slip(f"{CONSENT} whatsapp surel hubungi", "persetujuan:\n  tanggal: 2026-06-08\n  formulir: 1\n  dewasa: ya\n"
             "⟦whatsapp⟧: 0812-0000-0000", "P507", "whatsapp"),
    ),
    "across": (
        Slip("akun", f"{ACCOUNT}⟦https://www.instagram.com/contoh.tetangga/⟧", "P601", "akun"),
        Slip(KIND, "komunitas: ⟦contoh-tidak-ada⟧", "P602", "komunitas"),
        Slip(KIND, "komunitas: ⟦tetangga⟧", "P602", "komunitas"),
        Slip("alamat_lama", "alamat_lama: ⟦tetangga⟧", "P603", "alamat_lama"),
    ),
    "files": (
        Slip("video", "", "P023", "", "video.mp4"),
        Slip("nama_berkas", "", "P027", "", "foto:1.jpg"),
        Slip("penunjuk", "", "P022", "", "penunjuk.jpg"),
        Slip("map", "", "P025", "", "foto-foto"),
    ),
    "encoding": (
        Slip("kata_kunci", "kata_kunci: kopi⟦\x07⟧", "P003"),
        Slip("ringkasan", "ringkasan: Kopi ⟦\u202e⟧ilsa", "P004"),
        Slip(MORE_STORY, "Kopi ⟦&#8238;⟧ilsa", "P004"),
        Slip("nama", "nama: ⟦Cоntoh⟧ Rina", "P126", "nama"),
    ),
}  # fmt: skip
