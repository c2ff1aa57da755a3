"""Any number of creators named "Contoh …", spread over every district, topic, service and medium."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile

from PIL import Image, ImageDraw

FIRST = ("Pantai", "Dapur", "Kampung", "Perahu", "Kopi", "Sanggar", "Kebun", "Mercusuar", "Pasar", "Warung", "Senja")
SECOND = ("Pagi", "Biru", "Kita", "Bercerita", "Hari Ini", "Granit", "Rasa")
VILLAGES = (
    ("Sijuk", "Keciput"), ("Tanjungpandan", "Perawas"), ("Badau", "Kacang Butor"),
    ("Membalong", "Simpang Rusa"), ("Selat Nasik", "Petaling"),
)  # fmt: skip
TOPICS = ("pariwisata", "umkm", "seni-budaya", "pembangunan")
SERVICES = ("foto-produk", "video-pendek", "drone", "foto-acara", "penulisan", "liputan-acara", "pelatihan")
PLACES = ("pulau-lengkuas", "tanjung-tinggi", "tanjung-kelayang", "terong")
LANGUAGES = ("indonesia", "indonesia, inggris", "indonesia, melayu-belitung")
CHANNELS = (
    "https://www.instagram.com/contoh.{n}/",
    "https://www.tiktok.com/@contoh.{n}",
    "https://www.youtube.com/@contoh{n}",
    "https://www.facebook.com/contohkreator{n}",
)
WORKS = (
    "https://www.youtube.com/watch?v=contoh{n:05d}",
    "https://www.tiktok.com/@contoh.{n}/video/70000000000000{n:05d}",
    "https://www.instagram.com/reel/Contoh{n:05d}/",
    "https://www.youtube.com/shorts/pendek{n:05d}",
)
DRAWN = 8  # so many pictures go round: a crowd of 1,000 is built as quickly as one of 8
STORY = (
    "Ini profil contoh. Ia dibuat untuk menguji halaman, bukan milik orang sungguhan.",
    "Saya merekam kampung, laut, dan orang yang bekerja di sana. Setiap minggu ada satu cerita pendek.",
    "Untuk usaha kecil, saya datang sekali, memotret barang, lalu menyerahkan foto yang siap dipakai.",
)


def name_of(number: int) -> str:
    """Plain, of differing length, unlike for the first 77."""
    return f"Contoh {FIRST[number % len(FIRST)]} {SECOND[number % len(SECOND)]} {number}"


def pick(values: Sequence[str], number: int, count: int) -> list[str]:
    """`count` values in turn, without a repeat."""
    return [values[(number + step) % len(values)] for step in range(count)]


def profile(number: int, *, portrait: str = "", photo: str = "") -> str:
    """One profile's file. portrait, photo: file names beside it, "" for none; photo is a work."""
    district, village = VILLAGES[number % len(VILLAGES)]
    channels = [url.format(n=number) for url in pick(CHANNELS, number, 1 + number % 3)]
    lines = [
        f"nama: {name_of(number)}",
        *([f"foto: {portrait}", "kredit_foto: Contoh"] if portrait else []),
        f"kecamatan: {district}",
        f"desa: {village}",
        f"topik: {', '.join(pick(TOPICS, number, 1 + number % 2))}",
        *(["keahlian: fotografi"] if photo else []),
        "akun:",
        *(f"  - {url}" for url in channels),
        "karya:",
        *works_of(number, photo),
        f"jasa: {', '.join(pick(SERVICES, number, 1 + number % 3))}",
        *([f"tarif_mulai: {100_000 + 50_000 * (number % 9)}"] if number % 4 else []),
        "melayani: semua",
        f"bahasa: {LANGUAGES[number % len(LANGUAGES)]}",
        "status: contoh",
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join(STORY) + "\n"


def works_of(number: int, photo: str) -> list[str]:
    """Front matter of two to four works, one of them a photo if there is one."""
    found = []
    for step in range(2 + number % 3):
        found += [
            f"  - judul: Cerita {step + 1} dari {name_of(number).removeprefix('Contoh ')}",
            f"    tautan: {WORKS[(number + step) % len(WORKS)].format(n=number * 10 + step)}",
            f"    topik: {TOPICS[(number + step) % len(TOPICS)]}",
            f"    tanggal: 2026-{1 + (number + step) % 9:02d}-{1 + number % 28:02d}",
            f"    tempat: {PLACES[(number + step) % len(PLACES)]}",
            f"    jasa: {SERVICES[number % len(SERVICES)]}",
        ]
    if photo:
        caption = ("    keterangan: Bidang warna untuk uji", "    kredit: Contoh", "    lisensi: CC0")
        found += [f"  - foto: {photo}", *caption]
    return found


def draw(path: Path, number: int, width: int, height: int) -> None:
    """A small picture, another one for every number."""
    image = Image.new("RGB", (width, height), (40 + 29 * number % 180, 90 + 53 * number % 120, 130))
    draw = ImageDraw.Draw(image)
    draw.ellipse((width // 4, height // 3, width * 3 // 4, height), fill=(220, 60 + 37 * number % 160, 110))
    draw.rectangle((0, 0, 4 + number % width, height // 6), fill=(250, 246, 236))
    image.save(path, quality=80)


def make_crowd(content: Path, number: int, photos: Sequence[Path] = ()) -> Path:
    """Write `number` creators into a content folder; three of four have a portrait, every third a photo work.

    photos: pictures to use in turn; without any, tiny ones are drawn.
    """
    for index in range(number):
        folder = content / "kreator" / f"contoh-{index:04d}"
        folder.mkdir(parents=True)
        portrait = "wajah.jpg" if index % 4 else ""
        photo = "karya.jpg" if index % 3 == 0 else ""
        for name, size in ((portrait, (320, 320)), (photo, (640, 480))):
            if name and photos:
                copyfile(photos[(index + len(name)) % len(photos)], folder / name)
            elif name:
                draw(folder / name, index % DRAWN, *size)
        (folder / "index.md").write_text(profile(index, portrait=portrait, photo=photo), encoding="utf-8")
    return content
