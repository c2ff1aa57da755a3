"""The closed lists of a profile: what may be typed, what the code calls it, what a visitor reads."""

from __future__ import annotations

from .schema import Choice

TOPICS = (
    Choice("pariwisata", "pariwisata", "Pariwisata",
           ("wisata", "pantai", "pulau", "travel", "traveling", "traveler", "jalan-jalan", "liburan", "tourism", "turisme",
            "alam", "laut", "geopark", "geosite", "hotel", "homestay", "snorkeling", "diving", "vlog", "petualangan", "kuliner")),
    Choice("umkm", "umkm", "UMKM",
           ("usaha", "kuliner", "makanan", "minuman", "kopi", "food", "produk", "bisnis", "dagang", "kerajinan", "kriya", "oleh-oleh",
            "resep", "masak", "ekonomi", "fashion", "fesyen", "wirausaha", "ukm", "review", "endorse", "belanja")),
    Choice("seni-budaya", "seni-budaya", "Seni dan budaya",
           ("seni", "budaya", "seni dan budaya", "kebudayaan", "musik", "tari", "tarian", "adat", "tradisi", "sejarah", "sastra", "film",
            "teater", "lukis", "batik", "culture", "art", "komedi", "hiburan", "bahasa", "dongeng", "puisi", "fotografi")),
    Choice("pembangunan", "pembangunan", "Pembangunan daerah",
           ("pembangunan daerah", "pemerintahan", "pemerintah", "infrastruktur", "desa", "pendidikan", "sekolah", "kesehatan", "lingkungan",
            "pertanian", "perikanan", "berita", "informasi", "sosial", "olahraga", "pelayanan publik", "development")),
)  # fmt: skip

KINDS = (
    Choice("perorangan", "person", "Perorangan", ("orang", "pribadi", "individu", "person", "individual", "perseorangan")),
    Choice("komunitas", "community", "Komunitas", ("kelompok", "grup", "group", "community", "organisasi", "tim", "team", "sanggar")),
)  # fmt: skip

STATUSES = (
    Choice("terbit", "published", "Terbit", ("published", "publish", "tayang", "aktif", "tampil", "ya", "public")),
    Choice("sembunyi", "hidden", "Disembunyikan", ("hidden", "draft", "draf", "konsep", "nonaktif", "tidak", "disembunyikan")),
    Choice("ditarik", "withdrawn", "Ditarik", ("withdrawn", "hapus", "dihapus", "tarik", "dicabut", "deleted")),
    Choice("contoh", "sample", "Contoh", ("sample", "example", "demo", "contoh data")),
)  # fmt: skip

SCOPES = (
    Choice("foto", "photo", "Foto", ("photo", "gambar", "potret")),
    Choice("kontak", "contact", "Kontak", ("contact", "whatsapp", "surel", "email", "nomor", "telepon")),
    Choice("karya", "works", "Karya", ("works", "konten", "video", "portofolio")),
)

CONTACTS = (
    Choice("instagram", "instagram", "Instagram", ("ig", "dm", "insta")),
    Choice("tiktok", "tiktok", "TikTok", ("tik tok", "tt")),
    Choice("facebook", "facebook", "Facebook", ("fb", "messenger")),
    Choice("youtube", "youtube", "YouTube", ("yt",)),
    Choice("whatsapp", "whatsapp", "WhatsApp", ("wa", "telepon", "hp", "telpon", "nomor")),
    Choice("surel", "email", "Surel", ("email", "e-mail", "gmail", "mail")),
    Choice("dinas", "office", "Lewat Diskominfo", ("diskominfo", "kantor", "office", "kominfo")),
    Choice("tidak", "none", "Tidak ditampilkan", ("none", "no", "tutup", "jangan")),
)

CRAFTS = (
    Choice("fotografi", "fotografi", "Fotografi", ("foto", "fotografer", "photography", "photographer", "photo")),
    Choice("videografi", "videografi", "Videografi", ("video", "videografer", "videography", "videographer", "editing", "drone", "film")),
)  # fmt: skip

LANGUAGES = (
    Choice("indonesia", "indonesia", "Bahasa Indonesia", ("bahasa indonesia", "id", "indo")),
    Choice("melayu-belitung", "melayu-belitung", "Melayu Belitung", ("melayu", "belitung", "belitong", "bahasa belitung", "bahasa melayu")),
    Choice("inggris", "inggris", "Inggris", ("english", "bahasa inggris", "en")),
    Choice("mandarin", "mandarin", "Mandarin", ("cina", "china", "tionghoa", "hakka", "khek", "bahasa mandarin")),
    Choice("jepang", "jepang", "Jepang", ("japanese", "bahasa jepang")),
    Choice("arab", "arab", "Arab", ("arabic", "bahasa arab")),
    Choice("isyarat", "isyarat", "Bahasa isyarat", ("bisindo", "sibi", "bahasa isyarat")),
)  # fmt: skip

TRAININGS = (
    Choice("fotografi", "fotografi", "Fotografi", ("foto", "photography")),
    Choice("videografi", "videografi", "Videografi", ("video", "videography", "merekam")),
    Choice("penyuntingan", "penyuntingan", "Penyuntingan video", ("editing", "edit", "edit video", "penyuntingan video", "capcut")),
    Choice("naskah", "naskah", "Menulis naskah dan cerita", ("menulis", "copywriting", "script", "storytelling", "penulisan")),
    Choice("desain", "desain", "Desain grafis", ("design", "desain grafis", "canva")),
    Choice("pemasaran", "pemasaran", "Pemasaran digital", ("marketing", "iklan", "promosi", "jualan", "monetisasi", "ads")),
    Choice("siaran-langsung", "siaran-langsung", "Siaran langsung", ("live", "live streaming", "streaming", "siaran")),
    Choice("drone", "drone", "Menerbangkan drone", ("pilot drone", "aerial")),
    Choice("hak-cipta", "hak-cipta", "Hak cipta dan etika", ("etika", "hukum", "copyright", "uu ite")),
    Choice("keamanan-akun", "keamanan-akun", "Keamanan akun", ("keamanan", "security", "akun")),
    Choice("kecerdasan-buatan", "kecerdasan-buatan", "Kecerdasan buatan", ("ai", "artificial intelligence", "chatgpt")),
)  # fmt: skip

FOCUSES = (
    Choice("tengah", "tengah", "Tengah", ("center", "centre", "pusat", "tengah tengah")),
    Choice("atas", "atas", "Atas", ("top", "tengah atas", "atas tengah")),
    Choice("bawah", "bawah", "Bawah", ("bottom", "tengah bawah", "bawah tengah")),
    Choice("kiri", "kiri", "Kiri", ("left", "kiri tengah", "tengah kiri")),
    Choice("kanan", "kanan", "Kanan", ("right", "kanan tengah", "tengah kanan")),
    Choice("kiri atas", "kiri atas", "Kiri atas", ("atas kiri", "top left")),
    Choice("kanan atas", "kanan atas", "Kanan atas", ("atas kanan", "top right")),
    Choice("kiri bawah", "kiri bawah", "Kiri bawah", ("bawah kiri", "bottom left")),
    Choice("kanan bawah", "kanan bawah", "Kanan bawah", ("bawah kanan", "bottom right")),
)
