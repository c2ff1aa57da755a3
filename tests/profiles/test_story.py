"""What a story cannot show is told; and files that are no profile or no photo are named for what they are."""

from __future__ import annotations

from time import process_time

import pytest
from tests.profiles.making import read, smallest, write_picture, write_profile

from showcase.pictures import inspect

YOUTUBE = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
FRAME = '<iframe width="560" src="https://www.youtube.com/embed/aqz-KE-bpKQ?si=x" allowfullscreen></iframe>'
DROPPED = '<img width="1200" alt="Image" src="https://github.com/user-attachments/assets/1b2c-0000" />'


def told(tmp_path, story: str) -> list[tuple[str, str]]:
    write_profile(tmp_path, f"{smallest()}\n{story}\n", "tetangga")
    return [(fault.code, fault.fix) for fault in read(tmp_path).faults]


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (f"Saya di pantai.\n\n{DROPPED}\n\nSelesai.", [("P312", "")]),
        (FRAME, [("P130", YOUTUBE)]),
        (f"Lihat {FRAME}", [("P130", "")]),
        ('<blockquote class="instagram-media">\n<a href="https://www.instagram.com/p/CAbcdefgh12/">x</a>\n</blockquote>\n'
         '<script async src="//www.instagram.com/embed.js"></script>', [("P130", "")]),
        ("Tulisan <b>tebal</b> dan <center>tengah</center>.", [("P131", "")]),
        ("Hubungi <Rina> di <kota Contoh>, a < b, <3.", []),
        ("`<b>` dan <https://contoh.id/>", [("P131", "")]),
        ("[situs](http://contoh.id/a)", [("P132", "https://contoh.id/a")]),
        (smallest(), [("P129", "")]),
        ("Pembuka.\n\n---\n\nnama saya siapa", []),
        ("Lihat [kanal](https://[www.youtube.com/) saya.", []),
    ],
)  # fmt: skip
def test_what_a_page_cannot_show_is_told(tmp_path, story, found):
    assert told(tmp_path, story) == found


def test_the_work_behind_code_for_embedding_is_named(tmp_path):
    write_profile(tmp_path, f"{smallest()}\nLihat {FRAME}\n", "tetangga")
    (fault,) = read(tmp_path).faults
    assert YOUTUBE in fault.message


@pytest.mark.parametrize(
    ("story", "codes"),
    [("Di pantai ![Perahu](foto.jpg) itu.", ["P313"]), ("![Perahu](foto.jpg)", []), (f"![P](foto.jpg)\n{YOUTUBE}", [])],
)
def test_a_picture_within_a_sentence_is_told(tmp_path, story, codes):
    write_profile(tmp_path, f"{smallest()}\n{story}\n", "tetangga", pictures=("foto.jpg",))
    assert [fault.code for fault in read(tmp_path).faults] == codes


@pytest.mark.parametrize(
    "data",
    [b"{\\rtf1\\ansi\n---\\\nnama: Contoh\\\n---}\n", b"PK\x03\x04" + bytes(90), b"\xd0\xcf\x11\xe0" + bytes(90),
     b"%PDF-1.7\n", b"<!DOCTYPE html>\n<html>", b"\xef\xbb\xbf<html>"],
)  # fmt: skip
def test_a_file_of_another_program_is_named(tmp_path, data):
    (tmp_path / "kreator/tetangga").mkdir(parents=True)
    (tmp_path / "kreator/tetangga/index.md").write_bytes(data)
    assert [(fault.code, "bukan teks biasa" in fault.message) for fault in read(tmp_path).faults] == [("P028", True)]


@pytest.mark.parametrize(
    ("name", "code", "fix"),
    [
        ("foto.jpg_large", "P029", "foto.jpg"),
        ("foto.jpg.download", "P029", "foto.jpg.jpg"),
        ("catatan.docx", "P023", ""),
    ],
)
def test_a_photo_with_a_strange_end_of_its_name_is_known(tmp_path, name, code, fix):
    write_profile(tmp_path, smallest(), "tetangga")
    photo = write_picture(tmp_path / "foto.jpg").read_bytes()
    (tmp_path / "foto.jpg").unlink()
    (tmp_path / "kreator/tetangga" / name).write_bytes(photo if code == "P029" else b"PK\x03\x04")
    assert [(fault.code, fault.fix) for fault in read(tmp_path).faults] == [(code, fix)]


@pytest.mark.parametrize(
    "name",
    ["._foto.jpg", ".DS_Store", "Thumbs.db", "desktop.ini", "~$index.docx", "Desktop.ini", ".a.jpg.0a1b2c3d.part"],
)
def test_what_programs_leave_behind_spoils_no_profile(tmp_path, name):
    write_profile(tmp_path, smallest(), "tetangga", pictures=("foto.jpg",))
    (tmp_path / "kreator/tetangga" / name).write_bytes(b"\x00\x05\x16\x07" + bytes(60))
    content = read(tmp_path)
    assert content.faults == ()
    assert content.creators[0].portrait is not None


@pytest.mark.posix
@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1"])
def test_a_folder_that_windows_cannot_make_is_a_fault(tmp_path, name):
    write_profile(tmp_path, smallest(), name)
    (fault,) = read(tmp_path).faults
    assert (fault.code, fault.fix) == ("P030", f"{name}-kreator")


def test_a_damaged_photo_is_found_by_check_as_it_would_be_by_build(tmp_path):
    folder = write_profile(tmp_path, smallest(), "tetangga", pictures=("foto.webp",))
    data = bytearray((folder / "foto.webp").read_bytes())
    data[len(data) // 2 : len(data) // 2 + 60] = bytes(60)
    (folder / "foto.webp").write_bytes(data)
    assert inspect(folder / "foto.webp").width == 640, "its header, its end and all lengths are good"
    assert [(fault.code, fault.path) for fault in read(tmp_path).faults] == [("G108", "kreator/tetangga/foto.webp")]


@pytest.mark.parametrize(
    "story",
    ["![a](" + " " * 64_000 + "x", "![a](b" + " " * 64_000 + "x", "Saya" + " " * 64_000 + "x", "[a](" + " ," * 32_000],
)
def test_a_wall_of_blanks_is_read_in_no_time(tmp_path, story):
    """Time is counted by the processor, so that a busy machine does not matter."""
    begun = process_time()
    assert "P123" in [code for code, _fix in told(tmp_path, story)]
    assert process_time() - begun < 2
