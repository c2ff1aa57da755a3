"""A site that strangers filled: every vector in the story and behind every key that takes free text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import islice, zip_longest
from pathlib import Path

from PIL import Image
from tests.support.region import CONTENT
from tests.support.safety_vectors import VECTORS

from showcase.content import read_content

TODAY = date(2026, 11, 24)
HEAD = """---
nama: {nama}
nama_lain: {nama_lain}
ringkasan: {ringkasan}
kata_kunci: {kata_kunci}
lisensi: {lisensi}
foto: foto.jpg
kredit_foto: {kredit_foto}
kecamatan: Sijuk
topik: pariwisata, umkm
jasa: foto-produk
keahlian: fotografi
akun: https://www.instagram.com/uji.{number}/
karya:
  - judul: {judul}
    tautan: https://www.youtube.com/watch?v=uji{number:08}
    tanggal: 2026-10-02
    sampul: foto.jpg
    tempat: tanjung-kelayang
    keterangan: {keterangan}
  - judul: Karya foto
    foto: foto.jpg
    keterangan: {keterangan}
    kredit: {kredit}
    lisensi: {lisensi_karya}
persetujuan:
  tanggal: 2026-01-02
  formulir: {formulir}
  dewasa: ya
terdaftar: 2026-02-03
---

{cerita}
"""
PLAIN = {
    "nama": "Contoh Uji",
    "nama_lain": "Contoh",
    "ringkasan": "Contoh ringkasan",
    "kata_kunci": "contoh",
    "lisensi": "CC BY 4.0",
    "kredit_foto": "Contoh Fotografer",
    "judul": "Contoh judul",
    "keterangan": "Contoh keterangan",
    "kredit": "Contoh Fotografer",
    "lisensi_karya": "CC BY 4.0",
    "formulir": "7",
    "cerita": "Contoh cerita.",
}
DOCUMENT = """---
judul: {judul}
ringkasan: {ringkasan}
penulis: {penulis}
sumber: {sumber}
tanggal: 2026-03-04
---

{isi}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many of the texts tried behind one key were published, and how many were refused with a fault."""

    published: int
    refused: int


def one_line(vector: str) -> str:
    """The vector as it can stand behind a key."""
    return " ".join(vector.split()) or "x"


def picture() -> bytes:
    """One picture for everybody, so that it is encoded once."""
    out = BytesIO()
    Image.linear_gradient("L").resize((640, 640)).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def write(content: Path, slug: str, number: int, values: Mapping[str, str], photo: bytes) -> None:
    """One profile."""
    folder = content / "kreator" / slug
    folder.mkdir(parents=True)
    text = HEAD.format(number=number, **{**PLAIN, **values})
    (folder / "index.md").write_text(text, encoding="utf-8", errors="surrogatepass")
    (folder / "foto.jpg").write_bytes(photo)


def accepted(tmp: Path, *, every: int = 1) -> tuple[dict[str, list[str]], dict[str, Answer]]:
    """By key: the vectors that reading lets through when only they are tried, and the figures."""
    photo, tried = picture(), {}
    for at, key in enumerate(PLAIN):
        for number, vector in enumerate(islice(VECTORS, 0, None, every)):
            slug = f"u-{at}-{number}"
            tried[slug] = (key, vector if key == "cerita" else one_line(vector))
            write(tmp, slug, at * 1000 + number, {key: tried[slug][1]}, photo)
    content = read_content(tmp, CONTENT, TODAY)
    refused = set(content.held_back)
    good: dict[str, list[str]] = {
        key: [v for s, (k, v) in tried.items() if k == key and s not in refused] for key in PLAIN
    }
    counts = {key: sum(k == key for k, _v in tried.values()) for key in PLAIN}
    return good, {key: Answer(len(good[key]), counts[key] - len(good[key])) for key in PLAIN}


def fill(content: Path, good: Mapping[str, list[str]]) -> int:
    """Write profiles until every accepted vector stands behind its key once; how many profiles."""
    photo = picture()
    rows = list(zip_longest(*good.values()))
    for number, row in enumerate(rows):
        values = {key: value for key, value in zip(good, row, strict=True) if value is not None}
        write(content, f"uji-{number:03}", number, values, photo)
    return len(rows)


COMMUNITY = """jenis: komunitas
jumlah_anggota: 12
alamat_lama: komunitas-lama
kerja_sama: tidak
"""
OFFER = """komunitas: uji-komunitas
alamat_lama: uji-lama
whatsapp: 0812-0000-0000
surel: uji@contoh.example
hubungi: whatsapp
tarif_mulai: 150000
barter: ya
melayani: semua
bahasa: indonesia, inggris
"""
WITHDRAWN = """---
status: ditarik
nama: {vector}
{vector}
---

{vector}
"""


def others(content: Path) -> None:
    """The kinds of profiles that make pages of their own: a community and its member with old addresses, both named
    by vectors, and some who have withdrawn and left their texts behind."""
    photo, named = picture(), [one_line(vector) for vector in VECTORS if len(one_line(vector)) <= 80 and "<" in vector]
    for slug, number, more in (("uji-komunitas", 9001, COMMUNITY), ("uji-anggota", 9002, OFFER)):
        write(content, slug, number, {"nama": named[number % len(named)], "ringkasan": named[number % 7]}, photo)
        index = content / "kreator" / slug / "index.md"
        text = index.read_text(encoding="utf-8").replace("keahlian: fotografi\n", f"keahlian: fotografi\n{more}")
        text = text.replace("kecamatan: Sijuk\n", "") if slug == "uji-komunitas" else text
        index.write_text(text.replace("  dewasa", "  lingkup: foto, kontak, karya\n  dewasa"), encoding="utf-8")
    for number, vector in enumerate(VECTORS[::40]):
        folder = content / "kreator" / f"uji-ditarik-{number}"
        folder.mkdir()
        (folder / "index.md").write_text(WITHDRAWN.format(vector=vector), encoding="utf-8")


def documents(content: Path, trial: Path, *, news: int, pages: int) -> int:
    """News and pages with the vectors that reading lets through, several in each; how many vectors."""
    write_documents(trial, "halaman", [(vector,) * 5 for vector in VECTORS])
    (trial / "kreator").mkdir()
    found = read_content(trial, CONTENT, TODAY)
    refused = {fault.path for fault in found.faults if fault.severity == "fault"}
    good = [vector for number, vector in enumerate(VECTORS) if f"halaman/uji-{number}.md" not in refused]
    for kind, count in (("kabar", news), ("halaman", pages)):
        write_documents(content, kind, [tuple(good[number::count]) for number in range(count)])
    return len(good)


def write_documents(content: Path, kind: str, groups: list[tuple[str, ...]]) -> None:
    """Documents of so many vectors each."""
    (content / kind).mkdir(parents=True)
    for number, vectors in enumerate(groups):
        lines = [one_line(vector) for vector in vectors]
        text = DOCUMENT.format(
            judul=lines[0][:110], ringkasan=lines[1][:190], penulis=lines[2], sumber=lines[3][:110],
            isi="\n\n".join(dict.fromkeys(vectors)),
        )  # fmt: skip
        (content / kind / f"uji-{number}.md").write_text(text, encoding="utf-8")
