"""A content folder as it lies on disk: names, strays, links out of it, and who stays when somebody errs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.profiles.making import GOOD, PICTURES, read, smallest, write_picture, write_profile


def found(content: Path) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in read(content).faults]


@pytest.mark.parametrize(
    ("slug", "fix"),
    [
        ("Budi", "budi"),
        ("budi santoso", "budi-santoso"),
        ("budi_santoso", "budi-santoso"),
        ("édi", "edi"),
        ("-budi", "budi"),
        ("b", ""),
        ("x" * 61, "x" * 60),
    ],
)
def test_a_folder_is_named_as_its_address(tmp_path, slug, fix):
    write_profile(tmp_path, smallest(), slug)
    content = read(tmp_path)
    assert [(fault.path, fault.code, fault.fix) for fault in content.faults] == [(f"kreator/{slug}", "P021", fix)]
    assert content.held_back == (slug,)


def test_a_folder_is_not_told_to_take_another_one_s_name(tmp_path):
    write_profile(tmp_path, smallest(), "budi")
    write_profile(tmp_path, smallest(), "Budi")
    fault = next(fault for fault in read(tmp_path).faults if fault.code == "P021")
    assert (fault.path, fault.fix) == ("kreator/Budi", "")
    assert "Folder budi sudah ada" in fault.message


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("cerita.docx", "P023"),
        ("video.mp4", "P023"),
        ("catatan.txt", "P023"),
        ("foto:1.jpg", "P027"),
        ("foto\u202egpj.jpg", "P027"),
        ("con.jpg", "P027"),
        ("foto.jpg ", "P027"),
    ],
)
def test_a_file_that_does_not_belong_is_a_fault_of_that_file(tmp_path, name, code):
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / name).write_bytes(b"x")
    assert found(tmp_path) == [(f"kreator/tetangga/{name}", code)]


@pytest.mark.parametrize(
    "name", ["index (1).md", "index(1).md", "index-2.md", "index - Salinan.md", "index.md.txt", "index.txt"]
)
def test_a_second_download_of_a_profile_is_renamed_and_never_thrown_away(tmp_path, name):
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / name).write_text(smallest())
    (fault,) = read(tmp_path).faults
    assert (fault.path, fault.code, fault.fix) == (f"kreator/tetangga/{name}", "P023", "index.md")
    assert "Ganti namanya menjadi index.md" in fault.message
    assert fault.message.index("unggah") < fault.message.index("hapus")


def test_of_several_downloads_the_last_becomes_the_profile(tmp_path):
    folder = tmp_path / "kreator" / "budi"
    folder.mkdir(parents=True)
    for name in ("index (1).md", "index (10).md", "index (9).md", "index.txt"):
        (folder / name).write_text(smallest())
    faults = {fault.path: (fault.code, fault.fix) for fault in read(tmp_path).faults}
    assert faults["kreator/budi/index (10).md"] == ("P024", "index.md")


@pytest.mark.parametrize(
    ("name", "first"),
    [("foto (1).jpg", "foto.jpg"), ("Foto - Copy.jpg", "foto.jpg"), ("foto-2.jpg", ""), ("lain.jpg", "")],
)
def test_a_second_download_of_a_photo_is_renamed_and_never_thrown_away(tmp_path, name, first):
    folder = write_profile(
        tmp_path, smallest().replace("nama:", "foto: foto.jpg\nnama:"), "tetangga", ("foto.jpg", name)
    )
    assert folder.is_dir()
    (fault,) = (fault for fault in read(tmp_path).faults if fault.severity == "fault")
    assert (fault.path, fault.code, fault.fix) == (f"kreator/tetangga/{name}", "P307", first)
    assert ("Ganti namanya menjadi foto.jpg" in fault.message) == bool(first)


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"])
def test_litter_of_file_managers_is_nobodys_mistake(tmp_path, name):
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / name).write_bytes(b"x")
    (tmp_path / "kreator" / name).write_bytes(b"x")
    assert found(tmp_path) == []


@pytest.mark.posix
def test_symlinks_are_not_followed(tmp_path):
    secret = tmp_path / "rahasia.md"
    secret.write_text(smallest())
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / "foto.jpg").symlink_to(write_picture(tmp_path / ".luar.jpg"))
    (tmp_path / "kreator" / "jalan").symlink_to(folder)
    (tmp_path / "kreator" / "berkas").mkdir()
    (tmp_path / "kreator" / "berkas" / "index.md").symlink_to(secret)
    content = read(tmp_path)
    assert [(fault.path, fault.code) for fault in content.faults] == [
        ("kreator/berkas/index.md", "P022"),
        ("kreator/jalan", "P022"),
        ("kreator/tetangga/foto.jpg", "P022"),
    ]
    assert content.creators == ()


@pytest.mark.posix
def test_a_linked_folder_of_profiles_is_not_followed(tmp_path):
    write_profile(tmp_path / "lain", smallest(), "tetangga")
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "kreator").symlink_to(tmp_path / "lain" / "kreator")
    assert found(tmp_path / "isi") == [("kreator", "P022")]


@pytest.mark.parametrize("name", ["Index.md", "profil.md", "index.txt"])
def test_a_profile_under_another_name_is_told_its_name(tmp_path, name):
    folder = tmp_path / "kreator" / "budi"
    folder.mkdir(parents=True)
    (folder / name).write_text(smallest())
    content = read(tmp_path)
    assert [(fault.path, fault.code, fault.fix) for fault in content.faults] == [
        (f"kreator/budi/{name}", "P024", "index.md")
    ]
    assert content.held_back == ("budi",)


def test_an_empty_folder_a_stray_file_and_a_folder_inside(tmp_path):
    (tmp_path / "kreator" / "kosong").mkdir(parents=True)
    (tmp_path / "kreator" / "Budi Santoso.md").write_text(smallest())
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / "foto-foto").mkdir()
    content = read(tmp_path)
    assert [(fault.path, fault.code) for fault in content.faults] == [
        ("kreator/Budi Santoso.md", "P023"),
        ("kreator/kosong", "P024"),
        ("kreator/tetangga/foto-foto", "P025"),
    ]
    assert "kreator/budi-santoso/index.md" in content.faults[0].message
    write_profile(tmp_path, smallest(), "budi-santoso")
    assert "Pindahkan ke folder profilnya" in read(tmp_path).faults[0].message


def test_names_that_are_one_elsewhere_clash(tmp_path):
    folder = write_profile(tmp_path, smallest(more="karya: [{foto: foto.jpg, keterangan: Laut}]\n"), "tetangga")
    write_picture(folder / "foto.jpg")
    write_picture(folder / "FOTO.jpg")
    write_profile(tmp_path, smallest("Contoh Lain", "lain"), "Tetangga")
    codes = found(tmp_path)
    assert ("kreator/tetangga", "P026") in codes
    assert ("kreator/tetangga/foto.jpg", "P026") in codes


def test_two_unicode_forms_of_a_name_clash_and_either_is_found(tmp_path):
    folder = write_profile(tmp_path, smallest(more="foto: caf\u00e9.jpg\n"), "tetangga")
    write_picture(folder / "cafe\u0301.jpg")
    assert found(tmp_path) == []
    write_picture(folder / "caf\u00e9.jpg")
    assert ("kreator/tetangga/caf\u00e9.jpg", "P026") in found(tmp_path)


def test_content_of_nobody_yet_is_no_fault(tmp_path):
    (tmp_path / "kreator").mkdir()
    content = read(tmp_path)
    assert (content.creators, content.faults, content.held_back) == ((), (), ())
    assert len(content.region.districts) == 3


def test_one_persons_mistake_stops_nobody_else(tmp_path):
    """A withdrawal beside a broken neighbour: gone, held back and named, everyone else there."""
    write_profile(tmp_path, "---\nnama: [rusak\n  status: ditarik\n", "pergi")
    write_profile(tmp_path, smallest().replace("topik: umkm", "topik: umkn"), "rusak")
    write_profile(tmp_path, GOOD, "contoh-rina", PICTURES)
    content = read(tmp_path)
    assert [creator.slug for creator in content.creators] == ["contoh-rina"]
    assert [gone.slug for gone in content.gone] == ["pergi"]
    assert content.held_back == ("rusak",)


def test_progress_is_told_profile_by_profile(tmp_path):
    from tests.profiles.making import HERE, TODAY

    from showcase.content import read_content

    write_profile(tmp_path, smallest(), "satu")
    write_profile(tmp_path, smallest("Contoh Dua", "dua"), "dua")
    told: list[tuple[int, int]] = []
    read_content(tmp_path, HERE, TODAY, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_file_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    # Whoever runs as root can read everything, so a closed file has to be played.
    folder = write_profile(tmp_path, smallest(), "tetangga")
    whole = Path.open

    def closed(path: Path, *arguments, **options):
        if path == folder / "index.md":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", closed)
    content = read(tmp_path)
    assert [(fault.path, fault.code) for fault in content.faults] == [("kreator/tetangga/index.md", "P024")]
    assert content.held_back == ("tetangga",)


def test_more_pictures_than_anybody_needs_are_named_once(tmp_path):
    folder = write_profile(tmp_path, smallest(more="foto: 0.jpg\n"), "tetangga")
    data = write_picture(folder / "0.jpg").read_bytes()
    for number in range(1, 101):
        (folder / f"{number}.jpg").write_bytes(data)
    told = found(tmp_path)
    assert told[0] == ("kreator/tetangga", "P018")
    assert {code for _, code in told[1:]} == {"P307"}
