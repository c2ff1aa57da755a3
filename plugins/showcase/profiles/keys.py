"""Every key that a file of the content may hold, once. Reading, messages, template and guide come from here."""

from __future__ import annotations

from . import choices as c
from .schema import Key

CONSENT = (
    Key("tanggal", "given", "date", "hari persetujuan diberikan", "2026-11-20", needed=True, wrong=("date", "tgl", "hari")),
    Key("formulir", "form", "line", "nomor formulir di berkas kantor", "12/2026", needed=True, limits=(1, 40),
        wrong=("form", "nomor", "no", "nomor_formulir", "berkas")),
    Key("lingkup", "scope", "choices", "yang boleh tampil: foto, kontak, karya", "foto, karya", limits=(0, 3), choices=c.SCOPES,
        wrong=("scope", "cakupan", "izin")),
    Key("dewasa", "adult", "yes", "ya bila kreator berusia 18 tahun ke atas", "ya", wrong=("adult", "umur", "usia")),
    Key("wali", "guardian", "yes", "ya bila orang tua atau wali yang memberi persetujuan", "ya", wrong=("guardian", "orang_tua", "ortu")),
    Key("berlaku_sampai", "expires", "date", "hari terakhir persetujuan berlaku", "2028-11-20",
        wrong=("expires", "sampai", "berlaku", "kedaluwarsa", "kadaluarsa")),
)  # fmt: skip

WORK = (
    Key("judul", "title", "line", "judul karya", "Sehari di Tanjung Kelayang", limits=(1, 120), wrong=("title", "nama", "name")),
    Key("tautan", "link", "link", "alamat karya di YouTube, TikTok, Instagram, Facebook, atau situs",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ", wrong=("link", "url", "alamat", "href", "video")),
    Key("foto", "photos", "pictures", "satu foto, atau beberapa foto sebagai album", "karya.jpg", limits=(1, 24),
        wrong=("photo", "photos", "gambar", "image", "album", "galeri", "picture")),
    Key("topik", "topics", "choices", "1-4 topik karya ini", "pariwisata", limits=(1, 4), choices=c.TOPICS, wrong=("topic", "tag", "tags", "kategori")),
    Key("tanggal", "published", "date", "hari karya terbit", "2026-10-02", wrong=("date", "tgl", "published")),
    Key("tempat", "place", "place", "tempat yang tampak, dari daftar tempat", "tanjung-kelayang", source="place",
        wrong=("place", "lokasi", "location")),
    Key("jasa", "service", "place", "karya ini contoh jasa apa", "foto-produk", source="service", wrong=("service", "layanan")),
    Key("sampul", "cover", "picture", "foto yang mewakili tautan", "sampul.jpg", wrong=("cover", "thumbnail", "thumb")),
    Key("keterangan", "description", "line", "apa yang terlihat, untuk yang tidak dapat melihatnya", "Perahu nelayan di depan batu granit",
        limits=(1, 300), wrong=("caption", "deskripsi", "description", "alt")),
    Key("kredit", "credit", "line", "siapa yang membuat", "Contoh Fotografer", limits=(1, 120), wrong=("credit", "kredit_foto", "fotografer")),
    Key("lisensi", "licence", "line", "lisensi foto ini", "CC BY 4.0", limits=(1, 120), wrong=("license", "licence", "hak_cipta")),
)  # fmt: skip

PROFILE = (
    Key("nama", "name", "line", "nama yang ditampilkan", "Contoh Kreator", needed=True, limits=(2, 80),
        wrong=("title", "name", "judul", "nama_lengkap", "nama_kreator", "fullname", "author")),
    Key("nama_lain", "other_names", "lines", "sampai 3 nama lain, untuk pencarian", "Contoh, Kreator Contoh", limits=(1, 3),
        wrong=("alias", "nickname", "panggilan", "nama_panggilan", "julukan")),
    Key("jenis", "kind", "choice", "perorangan atau komunitas", "perorangan", choices=c.KINDS, wrong=("kind", "type", "tipe")),
    Key("komunitas", "communities", "slugs", "komunitas yang diikuti: nama folder profilnya", "contoh-komunitas", limits=(1, 10),
        wrong=("community", "kelompok", "anggota_dari")),
    Key("jumlah_anggota", "member_count", "number", "jumlah anggota komunitas", "24", limits=(1, 100_000), wrong=("anggota", "members", "jumlah")),
    Key("ringkasan", "tagline", "line", "satu kalimat tentang kreator, paling panjang 90 huruf", "Video pantai dan pulau di Belitung",
        limits=(1, 90), wrong=("tagline", "summary", "description", "deskripsi", "bio", "keterangan", "tentang", "slogan", "summary_line")),
    Key("foto", "portrait", "picture", "foto kreator di folder ini", "foto.jpg",
        wrong=("photo", "gambar", "image", "avatar", "picture", "potret", "foto_profil", "profile_picture")),
    Key("kredit_foto", "portrait_credit", "line", "siapa yang memotret", "Contoh Fotografer", limits=(1, 120), wrong=("kredit", "credit", "fotografer", "photo_credit")),
    Key("fokus", "focus", "choice", "bagian foto yang harus tetap terlihat", "kiri atas", choices=c.FOCUSES, wrong=("focus", "posisi")),
    Key("kecamatan", "district", "place", "kecamatan, atau luar", "sijuk", source="district", wrong=("district", "kec", "wilayah", "daerah", "lokasi", "location")),
    Key("desa", "village", "place", "desa atau kelurahan", "keciput", source="village", also=("kelurahan",),
        wrong=("village", "kel", "alamat", "address", "dusun", "kampung")),
    Key("topik", "topics", "choices", "1-4 topik", "pariwisata, umkm", needed=True, limits=(1, 4), choices=c.TOPICS,
        wrong=("topic", "topics", "kategori", "category", "tag", "tags", "bidang", "tema")),
    Key("kata_kunci", "keywords", "lines", "sampai 5 kata bebas, untuk pencarian", "mancing, resep", limits=(1, 5),
        wrong=("keyword", "keywords", "kunci", "hashtag", "tagar")),
    Key("keahlian", "crafts", "choices", "fotografi, videografi", "fotografi", limits=(1, 2), choices=c.CRAFTS, wrong=("skill", "skills", "crafts", "keterampilan")),
    Key("akun", "channels", "links", "1-12 tautan akun milik kreator", "https://www.instagram.com/contoh.kreator/", needed=True, limits=(1, 12),
        wrong=("tiktok", "instagram", "youtube", "facebook", "ig", "fb", "yt", "twitter", "x", "threads", "sosmed", "media_sosial", "links", "link",
               "url", "tautan", "social", "akun_media_sosial", "website", "situs", "accounts", "account", "channel", "kanal", "platform", "media")),
    Key("karya", "works", "tables", "karya, urut tampil; tiga yang pertama diutamakan", "https://www.youtube.com/watch?v=aqz-KE-bpKQ", limits=(1, 60),
        keys=WORK, wrong=("works", "work", "portofolio", "portfolio", "konten", "video", "videos", "galeri")),
    Key("jasa", "services", "choices", "jasa dari daftar jasa", "foto-produk", limits=(1, 20), source="service", wrong=("services", "service", "layanan")),
    Key("tarif_mulai", "rate_from", "money", "tarif mulai, rupiah utuh", "150000", limits=(1_000, 1_000_000_000),
        wrong=("tarif", "harga", "rate", "price", "biaya", "harga_mulai", "rate_card")),
    Key("barter", "barter", "yes", "ya bila menerima barter", "ya"),
    Key("melayani", "serves", "choices", "kecamatan yang dilayani, atau semua", "semua", limits=(1, 20), source="serves", wrong=("serves", "area", "jangkauan", "layanan_area")),
    Key("kerja_sama", "open_to_work", "yes", "tidak bila sedang tidak menerima kerja sama", "ya", also=("kerjasama",),
        wrong=("collaboration", "kolaborasi", "open_to_work", "collab")),
    Key("hubungi", "contact", "choice", "lewat apa kreator dihubungi", "instagram", choices=c.CONTACTS, wrong=("contact", "kontak", "hubungi_lewat", "contact_via")),
    Key("whatsapp", "whatsapp", "phone", "nomor usaha yang memang sudah umum", "0812-0000-0000",
        wrong=("wa", "telepon", "telp", "hp", "no_hp", "no_wa", "nomor", "phone", "nomor_hp", "nomor_wa", "handphone")),
    Key("surel", "email", "email", "surel usaha yang memang sudah umum", "halo@contoh.id", wrong=("email", "e_mail", "mail", "gmail")),
    Key("bahasa", "languages", "choices", "bahasa yang dipakai", "indonesia, melayu-belitung", limits=(1, 7), choices=c.LANGUAGES, wrong=("language", "languages", "lang")),
    Key("ingin_belajar", "training", "choices", "pelatihan yang diinginkan", "penyuntingan, drone", limits=(1, 11), choices=c.TRAININGS,
        wrong=("belajar", "pelatihan", "training", "minat")),
    Key("persetujuan", "consent", "table", "persetujuan tertulis; buktinya di kantor", needed=True, keys=CONSENT, wrong=("consent", "izin", "ijin", "setuju")),
    Key("terdaftar", "joined", "date", "hari bergabung", "2026-11-20", wrong=("joined", "daftar", "bergabung", "tanggal", "date", "tanggal_daftar")),
    Key("diperiksa", "checked", "date", "hari terakhir diperiksa", "2026-11-20", wrong=("checked", "periksa", "diperbarui", "updated", "modified")),
    Key("status", "status", "choice", "terbit, sembunyi, ditarik, atau contoh", "terbit", choices=c.STATUSES, wrong=("state", "draft", "published", "publish")),
    Key("alamat_lama", "old_slugs", "slugs", "nama folder yang dulu", "contoh-lama", limits=(1, 10), wrong=("old_slug", "slug_lama", "aliases", "redirect", "slug")),
    Key("lisensi", "licence", "line", "lisensi foto", "CC BY 4.0", limits=(1, 120), wrong=("license", "licence", "hak_cipta", "copyright")),
)  # fmt: skip

# What may stand in the file of somebody who has withdrawn: the state, the day, old addresses. Nothing about the person.
WITHDRAWN = ("status", "tanggal", "alamat_lama")

DOCUMENT = (
    Key("judul", "title", "line", "judul halaman", "Tentang direktori", needed=True, limits=(2, 120), wrong=("title", "nama", "name")),
    Key("tanggal", "published", "date", "hari terbit", "2026-11-20", wrong=("date", "tgl")),
    Key("ringkasan", "summary", "line", "satu kalimat untuk daftar dan pratinjau", "Siapa kami dan mengapa", limits=(1, 200),
        wrong=("summary", "deskripsi", "description", "lead")),
    Key("penulis", "author", "line", "siapa yang menulis", "Diskominfo Kabupaten Belitung", limits=(1, 80), wrong=("author", "authors", "oleh")),
    Key("foto", "photo", "picture", "foto di folder ini", "pertemuan.jpg", wrong=("photo", "gambar", "image", "cover", "sampul")),
    Key("kredit_foto", "photo_credit", "line", "siapa yang memotret", "Diskominfo", limits=(1, 120), wrong=("kredit", "credit")),
    Key("fokus", "focus", "choice", "bagian foto yang harus tetap terlihat", "tengah", choices=c.FOCUSES, wrong=("focus",)),
    Key("menu", "menu", "line", "nama pendek di menu", "Tentang", limits=(1, 30)),
    Key("urutan", "order", "number", "tempat di menu; 0 berarti tidak di menu", "1", limits=(0, 99), wrong=("order", "urut", "sort")),
    Key("sumber", "source_name", "line", "nama sumber", "Diskominfo Kabupaten Belitung", limits=(1, 120), wrong=("source",)),
    Key("tautan_sumber", "source_url", "link", "alamat sumber", "https://diskominfo.belitung.go.id/", wrong=("source_url", "link", "url", "tautan")),
)  # fmt: skip

SITE = (
    Key("nama", "name", "line", "nama situs", "Kreator Belitung", needed=True, limits=(2, 60), wrong=("title", "judul")),
    Key("slogan", "tagline", "line", "satu kalimat di beranda", limits=(1, 140), wrong=("tagline",)),
    Key("keterangan", "description", "line", "apa situs ini, untuk mesin pencari", limits=(1, 300), wrong=("description", "deskripsi")),
    Key("pulau", "island", "line", "nama pulau atau daerah, seperti diucapkan", "Belitung"),
    Key("zona_waktu", "timezone", "line", "zona waktu", "Asia/Jakarta", wrong=("timezone",)),
    Key("bahasa", "language", "line", "kode bahasa", "id", limits=(2, 10)),
    Key("catatan_peta", "map_note", "line", "kalimat di bawah peta", limits=(1, 200)),
    Key("penafian", "disclaimer", "line", "penafian di kaki halaman", limits=(1, 300), wrong=("disclaimer",)),
    Key("repositori", "repository", "line", "alamat repositori di GitHub", "https://github.com/contoh/kreator", limits=(1, 200), wrong=("repository", "repo")),
    Key("sejak", "since", "number", "tahun mulai", "2026", limits=(2000, 2100)),
    Key("masa_tenggang_hari", "grace_days", "number", "hari sesudah persetujuan berakhir sampai profil hilang", "30", limits=(0, 366)),
    Key("dinas_nama", "office_name", "line", "nama dinas", needed=True, limits=(2, 160)),
    Key("dinas_singkat", "office_short", "line", "nama pendek dinas", "Diskominfo", limits=(1, 60)),
    Key("kabupaten", "regency", "line", "nama kabupaten", "Kabupaten Belitung"),
    Key("dinas_whatsapp", "office_whatsapp", "phone", "nomor WhatsApp dinas"),
    Key("dinas_surel", "office_email", "email", "surel dinas"),
    Key("dinas_alamat", "office_address", "line", "alamat dinas", limits=(1, 200)),
    Key("dinas_situs", "office_website", "line", "situs dinas", limits=(1, 200)),
    Key("dinas_jam", "office_hours", "line", "jam layanan", limits=(1, 120)),
)  # fmt: skip

# Every `warna_<token>` of situs.md is a colour: the theme's custom property -> the region's accent.
COLOUR_PREFIX = "warna_"

SCHEMA = PROFILE
