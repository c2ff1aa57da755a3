"""The closed lists of a profile: what may be typed, its code, its label, and the synonyms by which search finds it.

The last entry of a row are other words for it, parted by commas: a hint, never a value.
"""

from __future__ import annotations

from .key import Choice, listed

TOPICS = (
    Choice("pariwisata", "pariwisata", "Pariwisata",
        listed("wisata, pantai, pulau, travel, traveling, traveler, jalan-jalan, liburan, tourism, turisme, "
               "alam, laut, geopark, geosite, hotel, homestay, snorkeling, diving, vlog, petualangan, kuliner")),
    Choice("umkm", "umkm", "UMKM",
        listed("usaha, kuliner, makanan, minuman, kopi, food, produk, bisnis, dagang, kerajinan, kriya, oleh- "
               "oleh, resep, masak, ekonomi, fashion, fesyen, wirausaha, ukm, review, endorse, belanja")),
    Choice("seni-budaya", "seni-budaya", "Seni dan budaya",
        listed("seni, budaya, seni dan budaya, kebudayaan, musik, tari, tarian, adat, tradisi, sejarah, sastra, "
               "film, teater, lukis, batik, culture, art, komedi, hiburan, bahasa, dongeng, puisi, fotografi")),
    Choice("pembangunan", "pembangunan", "Pembangunan daerah",
        listed("pembangunan daerah, pemerintahan, pemerintah, infrastruktur, desa, pendidikan, sekolah, "
               "kesehatan, lingkungan, pertanian, perikanan, berita, informasi, sosial, olahraga, pelayanan "
               "publik, development")),
)  # fmt: skip

KINDS = (
    Choice("perorangan", "person", "Perorangan",
        listed("orang, pribadi, individu, person, individual, perseorangan")),
    Choice("komunitas", "community", "Komunitas",
        listed("kelompok, grup, group, community, organisasi, tim, team, sanggar, yayasan, perkumpulan, paguyuban, "
               "klub, club")),
)  # fmt: skip

AUDIENCES = (
    Choice("umum", "public", "Umum", listed("public, semua, publik, masyarakat, pengunjung")),
    Choice("pengelola", "office", "Pengelola", listed("office, dinas, pegawai, petugas, kantor, internal, admin")),
)  # fmt: skip

STATUSES = (
    Choice("terbit", "published", "Terbit", listed("published, publish, tayang, aktif, tampil, ya, public")),
    Choice("sembunyi", "hidden", "Disembunyikan",
        listed("hidden, draft, draf, konsep, nonaktif, tidak, disembunyikan")),
    Choice("ditarik", "withdrawn", "Ditarik", listed("withdrawn, hapus, dihapus, tarik, dicabut, deleted")),
    Choice("contoh", "sample", "Contoh", listed("sample, example, demo, contoh data")),
)  # fmt: skip

SCOPES = (
    Choice("foto", "photo", "Foto", listed("photo, gambar, potret")),
    Choice("kontak", "contact", "Kontak", listed("contact, whatsapp, surel, email, nomor, telepon")),
    Choice("karya", "works", "Karya", listed("works, konten, video, portofolio")),
)  # fmt: skip

# What the code calls a scope of consent -> the word for it.
SCOPE_WORDS = {scope.code: scope.value for scope in SCOPES}

CONTACTS = (
    Choice("instagram", "instagram", "Instagram", listed("ig, dm, insta")),
    Choice("tiktok", "tiktok", "TikTok", listed("tik tok, tt")),
    Choice("facebook", "facebook", "Facebook", listed("fb, messenger")),
    Choice("youtube", "youtube", "YouTube", listed("yt")),
    Choice("whatsapp", "whatsapp", "WhatsApp", listed("wa, telepon, hp, telpon, nomor")),
    Choice("surel", "email", "Surel", listed("email, e-mail, gmail, mail")),
    Choice("dinas", "office", "Lewat Diskominfo", listed("diskominfo, kantor, office, kominfo")),
    Choice("tidak", "none", "Tidak ditampilkan", listed("none, no, tutup, jangan")),
)  # fmt: skip

CRAFTS = (
    Choice("fotografi", "fotografi", "Fotografi", listed("foto, fotografer, photography, photographer, photo")),
    Choice("videografi", "videografi", "Videografi",
        listed("video, videografer, videography, videographer, editing, drone, film")),
)  # fmt: skip

TRAININGS = (
    Choice("fotografi", "fotografi", "Fotografi", listed("foto, photography")),
    Choice("videografi", "videografi", "Videografi", listed("video, videography, merekam")),
    Choice("penyuntingan", "penyuntingan", "Penyuntingan video",
        listed("editing, edit, edit video, penyuntingan video, capcut")),
    Choice("naskah", "naskah", "Menulis naskah dan cerita",
        listed("menulis, copywriting, script, storytelling, penulisan")),
    Choice("desain", "desain", "Desain grafis", listed("design, desain grafis, canva")),
    Choice("pemasaran", "pemasaran", "Pemasaran digital",
        listed("marketing, iklan, promosi, jualan, monetisasi, ads")),
    Choice("siaran-langsung", "siaran-langsung", "Siaran langsung",
        listed("live, live streaming, streaming, siaran")),
    Choice("drone", "drone", "Menerbangkan drone", listed("pilot drone, aerial")),
    Choice("hak-cipta", "hak-cipta", "Hak cipta dan etika", listed("etika, hukum, copyright, uu ite")),
    Choice("keamanan-akun", "keamanan-akun", "Keamanan akun", listed("keamanan, security, akun")),
    Choice("kecerdasan-buatan", "kecerdasan-buatan", "Kecerdasan buatan",
        listed("ai, artificial intelligence, chatgpt")),
)  # fmt: skip

FOCUSES = (
    Choice("tengah", "tengah", "Tengah", listed("center, centre, pusat, tengah tengah")),
    Choice("atas", "atas", "Atas", listed("top, tengah atas, atas tengah")),
    Choice("bawah", "bawah", "Bawah", listed("bottom, tengah bawah, bawah tengah")),
    Choice("kiri", "kiri", "Kiri", listed("left, kiri tengah, tengah kiri")),
    Choice("kanan", "kanan", "Kanan", listed("right, kanan tengah, tengah kanan")),
    Choice("kiri atas", "kiri atas", "Kiri atas", listed("atas kiri, top left")),
    Choice("kanan atas", "kanan atas", "Kanan atas", listed("atas kanan, top right")),
    Choice("kiri bawah", "kiri bawah", "Kiri bawah", listed("bawah kiri, bottom left")),
    Choice("kanan bawah", "kanan bawah", "Kanan bawah", listed("bawah kanan, bottom right")),
)  # fmt: skip
