"""Each limit at its edge: what just fits is no fault, one more is, and the fault says how much there may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.profiles.making import read, smallest, write_profile
from tests.support.photos import framed, huge_png, png_chunk, put, saved, scene

from showcase.content import folders as files
from showcase.frontmatter import source as text
from showcase.pictures import PictureError
from showcase.pictures import inspection as pictures
from showcase.profiles import photos, story, story_shape
from showcase.schema import PROFILE, reading

KEYS = {key.name: key for key in PROFILE}


def codes(content: Path) -> set[str]:
    return {fault.code for fault in read(content).faults if fault.severity == "fault"}


def told(tmp_path: Path, profile: str) -> set[str]:
    """The codes of a profile's faults."""
    write_profile(tmp_path, profile, "tetangga")
    return codes(tmp_path)


def shaped(cell: str) -> Callable[[int], str]:
    """A profile whose story is so many of a piece."""
    return lambda count: smallest() + "\n" + cell * count + "\n"


def with_line(key: str, value: Callable[[int], str]) -> Callable[[int], str]:
    """A profile with one more key, whose value grows."""
    return lambda count: smallest(more=f"{key}: {value(count)}\n")


def replaced(key: str, value: Callable[[int], str]) -> Callable[[int], str]:
    """A profile whose own value of a key grows."""
    return lambda count: re.sub(rf"(?m)^{key}: .*", lambda _: f"{key}: {value(count)}", smallest())


def listed(count: int, form: str) -> str:
    return ", ".join(form.format(number) for number in range(count))


def lines(count: int, form: str) -> str:
    return "".join(f"{form.format(number)}\n" for number in range(count))


VIDEOS = "https://www.youtube.com/watch?v=uji{:08}"
# what: (a profile that holds so many of it, the limit, the code of one more)
PROFILES: dict[str, tuple[Callable[[int], str], int, str]] = {
    "name": (replaced("nama", lambda count: "a" * count), KEYS["nama"].limits[1], "P107"),
    "tagline": (with_line("ringkasan", lambda count: "a" * count), KEYS["ringkasan"].limits[1], "P107"),
    "credit": (with_line("kredit_foto", lambda count: "a" * count), KEYS["kredit_foto"].limits[1], "P107"),
    "licence": (with_line("lisensi", lambda count: "a" * count), KEYS["lisensi"].limits[1], "P107"),
    "other names": (with_line("nama_lain", lambda n: listed(n, "Contoh {}")), KEYS["nama_lain"].limits[1], "P116"),
    "keywords": (with_line("kata_kunci", lambda n: listed(n, "kata {}")), KEYS["kata_kunci"].limits[1], "P116"),
    "old addresses": (with_line("alamat_lama", lambda n: listed(n, "lama-{}")), KEYS["alamat_lama"].limits[1], "P116"),
    "accounts": (
        replaced("akun", lambda n: listed(n, "https://www.instagram.com/contoh.{}/")), KEYS["akun"].limits[1], "P116",
    ),
    "works": (with_line("karya", lambda n: "\n" + lines(n, f"  - {VIDEOS}")), KEYS["karya"].limits[1], "P116"),
    "price": (with_line("tarif_mulai", str), KEYS["tarif_mulai"].limits[1], "P111"),
    "members": (with_line("jenis: komunitas\njumlah_anggota", str), KEYS["jumlah_anggota"].limits[1], "P111"),
    "keys": (lambda n: smallest(more=lines(n - 4, "kunci{}: x")), reading.MOST_ENTRIES, "P018"),
    "items": (with_line("nama_lain", lambda n: "\n" + lines(n, "  - Contoh {}")), reading.MOST_ITEMS, "P018"),
    "file": (lambda n: (smallest() + "\n" + "# x\n").ljust(n, "\n"), text.LARGEST_FILE, "P001"),
    "story": (lambda n: smallest() + "\n" + ("kata " * n)[: n - 1] + "x\n", story.LONGEST_STORY, "P123"),
    "marks [": (shaped("[ "), story_shape.MOST_MARKS, "P125"),
    "marks <": (shaped("1 < 2 "), story_shape.MOST_MARKS, "P125"),
    "lines": (shaped("kata\n"), story_shape.MOST_LINES, "P125"),
    "links": (shaped("[a](https://contoh.example/)\n\n"), story_shape.MOST_LINKS, "P125"),
    "depth": (shaped("> "), story_shape.DEEPEST, "P125"),
}  # fmt: skip


@pytest.mark.parametrize("what", PROFILES)
def test_a_profile_holds_so_much_and_no_more(what, tmp_path):
    make, limit, code = PROFILES[what]
    assert code not in told(tmp_path / "a", make(limit)), make(limit)[:300]
    assert code in told(tmp_path / "b", make(limit + 1)), make(limit + 1)[:300]


def noisy(size: tuple[int, int]) -> bytes:
    return saved(Image.new("RGB", size, (90, 120, 150)))


def padded(count: int) -> bytes:
    """A picture of so many bytes."""
    photo = noisy((640, 480))
    return photo + bytes(count - len(photo))


ORIGINALS: dict[str, tuple[Callable[[int], bytes], int, int, str]] = {
    "bytes": (padded, photos.LARGEST_BYTES, photos.LARGEST_BYTES + 1, "P303"),
    "longest side": (lambda n: noisy((n, 640)), photos.LARGEST_SIDE, photos.LARGEST_SIDE + 1, "P304"),
    "shortest side": (lambda n: noisy((640, n)), photos.SMALLEST_SIDE, photos.SMALLEST_SIDE - 1, "P306"),
}


@pytest.mark.parametrize("what", ORIGINALS)
def test_an_original_is_so_large_and_no_larger(what, tmp_path):
    make, fits, fails, code = ORIGINALS[what]
    for name, count, expected in (("a", fits, set()), ("b", fails, {code})):
        folder = write_profile(tmp_path / name, smallest(), "tetangga")
        put(folder, "foto.jpg", make(count))
        assert codes(tmp_path / name) == expected


def promised(width: int, height: int) -> bytes:
    """A PNG that says that it is so large."""
    return png_chunk(huge_png(width, height), b"IDAT", b"x")


def passes(count: int) -> bytes:
    """A picture in so many passes."""
    photo = saved(scene(64, 48), progressive=True)
    last = photo[photo.rindex(b"\xff\xda") : -2]
    return photo[:-2] + last * (count - photo.count(b"\xff\xda")) + b"\xff\xd9"


# what: (what just fits, what does not, the code)
PICTURES = {
    "pixels of a JPEG": (framed(8_000, 10_000), framed(8_000, 10_001), "G105"),
    "pixels of a PNG": (promised(5_000, 2_500), promised(5_000, 2_501), "G105"),
    "side": (framed(pictures.MAX_SIDE, 2_000), framed(pictures.MAX_SIDE + 1, 2_000), "G106"),
    "shape": (framed(2_000, 100), framed(2_001, 100), "G106"),
    "passes": (passes(100), passes(101), "G108"),
    "bytes": (padded(pictures.MAX_BYTES), padded(pictures.MAX_BYTES + 1), "G107"),
}


@pytest.mark.parametrize("what", PICTURES)
def test_a_picture_is_looked_at_up_to_its_limit(what, tmp_path):
    fits, fails, code = PICTURES[what]
    assert pictures.inspect(put(tmp_path, "a.jpg", fits)).width
    with pytest.raises(PictureError) as refusal:
        pictures.inspect(put(tmp_path, "b.jpg", fails))
    assert refusal.value.code == code
    assert re.search(r"\d" if code != "G108" else "rusak", str(refusal.value))


@pytest.mark.parametrize(
    ("name", "limit", "many"), [("foto-{}.jpg", files.MOST_PICTURES, "foto"), ("x-{}.txt", files.MOST_FILES, "berkas")]
)
def test_a_folder_holds_so_many_files_and_no_more(name, limit, many, tmp_path):
    folder = write_profile(tmp_path, smallest(), "tetangga")
    photo = noisy((240, 240))
    for number in range(limit - (many == "berkas")):
        put(folder, name.format(number), photo)
    assert "P018" not in codes(tmp_path)
    put(folder, name.format(limit), photo)
    assert [fault.message for fault in read(tmp_path).faults if fault.code == "P018"] == [
        f"{limit + 1} {many} dalam satu folder, paling banyak {limit}."
    ]
