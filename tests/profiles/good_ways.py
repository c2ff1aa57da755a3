"""The ways in which people write a good profile: each entry of a table is one way to write one part of it.

№ stands for the number of the profile, so that nobody has somebody else's account. PLAIN are the ways of which nothing
is said; LOOSE are understood too, and get a suggestion.
"""

from __future__ import annotations

WHATSAPP = "WhatsApp Image 2026-10-02 at 10.11.12 (1).jpeg"
PHONE = "IMG-20261002-WA0001.jpg"
SCREEN = "Screenshot_2026-10-02-10-11-12-123_com.contoh.jpg"
CAMERA = "20261002_101112.JPG"
FILES = (WHATSAPP, PHONE, SCREEN, CAMERA)
# How computers save the same text, and what people write between the lines.
LINE_ENDS = ("\n", "\n", "\r\n", "\n", "\r")
COMMENT = "# diisi oleh petugas, lihat berkas kantor"

NAMES = (
    "nama: Contoh Rina №",
    "nama: Contoh Rina: Cerita Pulau",
    "nama: Contoh #JelajahPulau",
    'nama: Contoh "Bang Ucok" Rahman',
    "nama: 'Contoh Kopi Pagi'",
    'nama: "Contoh: Kopi Pagi"',
    "nama: Contoh Jum'at Kliwon",
    "nama: @contoh.rina",
    "nama: Contoh Andi, S.Kom., M.M.",
    "nama: Sanggar Contoh (Tari & Musik)",
    "nama: Contoh — Rumah Kopi",
    "nama: Contoh 🏝️ Pulau 👨‍👩‍👧",
    "nama: CONTOH TV",
    "nama: Contoh Café Édi",
    "nama: No",
    "nama: 12:30 Contoh",
    "nama: 100% Contoh",
    "nama:\tContoh Tab",
    "nama:   Contoh   Jarak   ",
    "nama: Contoh Si + Dia = Kita",
    "nama: [Contoh] Kreatif",
    "nama: Contoh, Rina",
)

OTHER_NAMES = (
    "nama_lain: Contoh R№",
    "nama_lain: Contoh A, Contoh B, Contoh C",
    "nama_lain: [Contoh A, 'Contoh B']",
    "nama_lain:\n  - Contoh: Satu\n  - @contoh_dua",
    "nama_lain:\n- Contoh #Satu",
)

TAGLINES = (
    "ringkasan: Kopi: asli pulau #1",
    "ringkasan: Video pantai, kuliner & cerita warga #pulau #kopi",
    'ringkasan: "Kopi" dan cerita dari kampung',
    'ringkasan: "Semua tentang laut: dari pagi sampai malam"',
    "ringkasan: 'It''s all about kopi'",
    "ringkasan: Jum'at berkah, tiap pekan",
    "ringkasan: ☕ Kopi, 🐟 ikan, 🌅 senja",
    "ringkasan: [baru] Cerita pulau setiap Minggu",
    "ringkasan: - sederhana saja -",
    "ringkasan: 50% kopi, 50% cerita",
    "ringkasan: * Bintang kecil dari timur *",
    "ringkasan: > Dari laut untuk darat",
    "ringkasan: Sejak 2019: 1.000 video & 25.000 pengikut",
    "ringkasan: null",
    "ringkasan: Buka jam 08.00-17.00, tutup hari Jum’at",
    "ringkasan: >\n  Cerita pulau\n  dari warga",
    "ringkasan: |\n  Cerita pulau dari warga",
    "ringkasan: Cerita pulau\n  dari warga untuk warga",
    "ringkasan: “Kopi” menurut kami, dan “teh” menurut mereka",
    "ringkasan: Mau dibuatkan video? Bisa | Foto produk? Bisa",
)

HOMES = (
    "",
    "kecamatan: sijuk",
    "kecamatan: Sijuk\ndesa: Keciput",
    "kecamatan: Tanjung Pandan",
    "kecamatan: Kec. Sijuk\nkelurahan: Desa Air Seru",
    "kecamatan: SELAT NASIK\ndesa: batu itam",
    "kecamatan: luar",
    "desa: Aik Seruk",
    "kelurahan: Kota\nkecamatan: tanjungpandan",
    "kecamatan: \"Sijuk\"\ndesa: 'Keciput'",
)

TOPICS = (
    "topik: umkm",
    "topik: pariwisata, umkm",
    "topik: [pariwisata, umkm]",
    "topik: [ pariwisata,umkm ,seni-budaya ]",
    "topik:\n  - pariwisata\n  - seni-budaya",
    "topik:\n- umkm",
    "topik:\n    - umkm\n    - pembangunan",
    "topik: pariwisata & umkm",
    "topik: pariwisata dan umkm",
    "topik: pariwisata; umkm",
    'topik: ["pariwisata", "umkm"]',
    "topik: [\n  pariwisata,\n  umkm,\n]",
    "topik: 'umkm'",
    "topik: Pariwisata, UMKM",
)

KEYWORDS = (
    "kata_kunci: mancing, resep, #kopi",
    "kata_kunci: [gangan, 'mie: kuah']",
    "kata_kunci:\n  - C++ & kamera\n  - jam 5 pagi",
    "kata_kunci: mie belitung",
)

CRAFTS = ("keahlian: fotografi", "keahlian: fotografi, videografi", "keahlian: [videografi]")

ACCOUNTS = (
    "akun: https://www.instagram.com/contoh.a№/",
    "akun: https://www.instagram.com/contoh.a№/, https://www.tiktok.com/@contoh.a№",
    "akun:\n  - https://www.instagram.com/contoh.a№?igsh=MXRsb2Zr&utm_source=qr\n  - https://www.tiktok.com/@contoha№?_t=8abc&_r=1",
    "akun:\n- https://youtube.com/@contoha№?si=AbCdEf-123\n- https://facebook.com/contoh.a№",
    "akun: [https://www.instagram.com/contoh.a№, https://www.youtube.com/@contoha№]",
    "akun:\n  - 'https://www.tiktok.com/@contoha№'\n  - \"https://x.com/contoha№\"",
    "akun:\n  - instagram.com/contoh.a№\n  - www.youtube.com/@contoha№\n  - m.facebook.com/contoh.a№",
    "akun:\n  - https://m.youtube.com/@contoha№/videos\n  - https://www.threads.net/@contoha№\n  - https://contoh№.id/",
    "akun: HTTPS://WWW.Instagram.com/Contoh.A№/",
    "akun:\n    - https://www.instagram.com/contoh.a№/\n\n    # yang kedua\n    - https://www.tiktok.com/@contoha№",
    "akun:\n  https://www.instagram.com/contoh.a№/",
)

WORKS = (
    "",
    "karya: https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    "karya:\n  - https://youtu.be/aqz-KE-bpKQ?si=abc\n  - https://www.tiktok.com/@contoh/video/7300000000000000001?is_from_webapp=1",
    "karya:\n- https://www.instagram.com/reel/Cabcdefghij/?igsh=abc",
    "karya:\n  - judul: Sehari di pulau: bagian 1 #laut\n    tautan: https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=10s\n"
    "    topik: pariwisata, umkm\n    tanggal: 2 Oktober 2026\n    tempat: Pantai Tanjung Kelayang",
    f"karya:\n  - foto: {WHATSAPP}\n    keterangan: Perahu, jaring & nelayan: pagi hari\n    kredit: @contoh",
    f"karya:\n  - judul: Album\n    foto: [{PHONE}, {CAMERA}]\n    keterangan: Dua foto pasar",
    f"karya:\n  - judul: Album\n    foto:\n      - {PHONE}\n      - '{WHATSAPP}'\n    keterangan: \"Pasar: pagi & sore\"",
    f"karya:\n  - judul: Album\n    foto: {PHONE}, {WHATSAPP}\n    keterangan: Pasar",
    "karya: [https://youtu.be/aqz-KE-bpKQ, https://youtu.be/aqz-KE-bpKR]",
    f"karya:\n    -   judul: 'Jum''at'\n        tautan: https://youtu.be/aqz-KE-bpKQ\n        sampul: {SCREEN}\n"
    "    -   https://youtu.be/aqz-KE-bpKR",
    f"karya:\n  - {{judul: Laut, foto: {PHONE}, keterangan: Laut biru}}",
    "karya:\n  -\n    judul: Kopi\n    tautan: https://youtu.be/aqz-KE-bpKQ\n    jasa: Foto produk",
)

OFFERS = (
    "",
    "jasa: foto-produk",
    "jasa: Foto produk, Video pendek\ntarif_mulai: 150000\nbarter: ya",
    "jasa: [foto-produk, MC]\nmelayani: semua",
    "jasa:\n  - Reels\n  - Pembawa acara\ntarif_mulai: 1000000\nmelayani: Sijuk dan Tanjung Pandan",
    "kerja_sama: tidak",
    "kerjasama: Ya\nbarter: Tidak",
)

CONTACTS = (
    "",
    "hubungi: instagram",
    "hubungi: dinas",
    "hubungi: tidak",
    "hubungi: whatsapp\nwhatsapp: 0812-0000-0000",
    "whatsapp: +62 812 0000 0000\nsurel: Halo@Contoh.id",
    "whatsapp: 62812 0000 0000\nhubungi: WhatsApp",
    "whatsapp: +62 812\u20110000\u20110000",
    "whatsapp: '081200000000'",
    "surel: contoh.kreator+kerja@contoh.co.id\nhubungi: surel",
    "whatsapp: https://wa.me/6281200000000",
)

TONGUES = (
    "",
    "bahasa: indonesia",
    "bahasa: indonesia, melayu-belitung",
    "bahasa: [indonesia, inggris]",
    "ingin_belajar: drone, desain",
    "ingin_belajar:\n  - hak-cipta\n  - siaran-langsung",
)

PORTRAITS = (
    ("", ()),
    ("", ("foto.jpg",)),
    ("foto: foto.jpg\nfokus: kiri atas", ("foto.jpg",)),
    (f"foto: {WHATSAPP}\nkredit_foto: Contoh Fotografer, 2026", (WHATSAPP,)),
    ("foto: Foto Profil (1).jpg", ("Foto Profil (1).jpg",)),
    (f"foto: '{CAMERA}'", (CAMERA,)),
    ("foto: foto,baru #1.jpg\nfokus: tengah", ("foto,baru #1.jpg",)),
    ("foto: kaf\u00e9.jpg", ("kafe\u0301.jpg",)),
    ("foto: ./foto.png", ("foto.png",)),
    (f"foto:\n  {PHONE}", (PHONE,)),
)

CONSENTS = (
    "persetujuan:\n  tanggal: 2026-06-08\n  formulir: №/2026\n  lingkup: foto, kontak, karya\n  dewasa: ya",
    "persetujuan:\n    tanggal: 8 Juni 2026\n    formulir: A-№\n    lingkup: [foto, kontak, karya]\n    dewasa: Ya",
    "persetujuan:\n  dewasa: ya\n  lingkup:\n    - foto\n    - kontak\n    - karya\n  formulir: 555/№/Kominfo: VI\n  tanggal: 08-06-2026",
    "persetujuan: {tanggal: 2026-06-08, formulir: №, lingkup: [foto, kontak, karya], dewasa: ya}",
    "persetujuan:\n  tanggal: Senin, 8 Juni 2026\n  formulir: '№'\n  lingkup: foto, karya & kontak\n  wali: ya\n  berlaku_sampai: 8 Juni 2029",
    "persetujuan:\n\n  # formulir ada di lemari 2\n  tanggal: 8/6/2026\n  formulir: 1\n  lingkup: karya, kontak, foto\n  dewasa: tidak\n  wali: ya",
)

DAYS = (
    "",
    "terdaftar: 2026-06-10",
    "terdaftar: 10 Juni 2026\ndiperiksa: 20 Okt 2026",
    "terdaftar: 10-06-2026",
    "terdaftar: Rabu, 10 Juni 2026",
    "diperiksa: 20.10.2026",
    "terdaftar: 2026/06/10",
)

ENDS = (
    "",
    "status: terbit",
    "status: Terbit\nlisensi: CC BY-NC 4.0",
    "alamat_lama: contoh-lama-№",
    "jenis: komunitas\njumlah_anggota: 24",
    "lisensi: © 2026 Contoh: semua hak dilindungi #foto",
    "status: sembunyi",
)

STORIES = (
    "",
    "Rina merekam pantai sejak 2019.",
    "# Tentang kami\n\nKami **tiga orang** dari _kampung_.\n\n- Kopi\n- Ikan\n\n> Laut itu rumah.",
    "Video kami ditonton 12.345.678 kali, 1.000.000 di antaranya dalam sehari.\n\n---\n\nSejak 08-06-2024.",
    "Harga mulai Rp 1.500.000 (nego), buka jam 08.00-17.00 WIB, Jl. Contoh No. 12 RT 001/RW 002.",
    "https://www.youtube.com/watch?v=aqz-KE-bpKQ\n\nTonton di atas 👆 #kopi #laut @contoh",
    f"![Perahu di laut](<{WHATSAPP}>)",
    f'![Pasar pagi]({PHONE})\n\n![Senja]({WHATSAPP.replace(" ", "%20")} "Senja")',
    "status: bukan isian, hanya kalimat\nnama: juga bukan",
    "Kata orang: “kopi itu ‘obat’…” — dan kami setuju!\n\n1. Satu\n2. Dua\n\n[Situs kami](https://contoh.id/)",
    "```\n![bukan gambar](x.jpg)\n```\n\nKoordinat -2.551234, 107.661234; 1920 x 1080, 60 fps.",
    "Kontak lewat tombol di atas. Surat No. 555/123/Kominfo/VI/2026. ISO 9001:2015.",
)

PLAIN: tuple[tuple[str, ...], ...] = (
    NAMES, OTHER_NAMES, TAGLINES, HOMES, TOPICS, KEYWORDS, CRAFTS, ACCOUNTS, WORKS, OFFERS, CONTACTS, TONGUES,
    CONSENTS, DAYS, ENDS,
)  # fmt: skip

# What is put in place of a part of the same key, and the code of the one suggestion that it gets.
LOOSE = (
    ("nama: “Contoh Kutip”", "P015"),
    ("nama:Contoh Rapat", "P011"),
    ("nama = Contoh Sama", "P011"),
    ("Nama: Contoh Besar", "P104"),
    ("nama: 'Contoh Jum'at Wulandari'", "P015"),
    ("ringkasan: Cerita\u200b pulau", "P005"),
    ("topik: seni budaya", "P104"),
    ("topik: umkm # nanti ditambah", "P014"),
    ("topik:\n  * umkm", "P013"),
    ("topik: umkm, umkm", "P117"),
    ("akun:\n  - IG: https://www.instagram.com/contoh.a№/", "P404"),
    ("akun:\n  - Lihat profil saya https://www.instagram.com/contoh.a№", "P404"),
    ("akun:\n  https://www.instagram.com/contoh.a№/\n  https://www.tiktok.com/@contoha№", "P013"),
    ("karya:\n  - https://youtu.be/aqz-KE-bpKQ\n    judul: Kopi", "P013"),
    ("tarif_mulai: Rp150.000", "P104"),
    ("tarif_mulai: 150rb", "P104"),
    ("barter: iya", "P104"),
    ("Kata kunci: mancing", "P104"),
    ("persetujuan:\n\ttanggal: 2026-06-08\n\tformulir: №\n\tlingkup: foto, kontak, karya\n\tdewasa: ya", "P010"),
    ("persetujuan:\ntanggal: 2026-06-08\nformulir: №\nlingkup: foto, kontak, karya\ndewasa: ya", "P017"),
)
