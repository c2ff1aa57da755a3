"""What a proposal is blamed for, and what it is called: with real repositories, from the change to the comment."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.support.proposals import add, commit, edit, git, repository, reviewed
from tests.support.region import CONTENT
from tests.support.sites import office_of, write_profile

from showcase.commands import check
from showcase.diagnostics.fault import ToolFailure
from showcase.github import review
from showcase.github.changes import masked_contact
from showcase.github.comment import _other_files
from showcase.github.pull_request import PullRequest
from showcase.github.report import MOST_ENTRIES, ReviewReport, write_report
from showcase.github.wording import comment_of

PLACE = PullRequest("https://github.com", "dinas/kreator", "rina/kreator", "usul", "content", "https://dinas.example/")
WRONG = {"topik: pariwisata": "topik: ikan"}
OFFICE = """---
nama: Contoh Direktori
repositori: https://github.com/dinas/kreator
daerah: Contoh
dinas_nama: Dinas Contoh
dinas_whatsapp: 6281200000000
dinas_surel: contoh@contoh.example
---
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return repository(tmp_path)


def answer(content: Path) -> str:
    """The comment on what is in the folder, with the files that GitHub would name."""
    report = reviewed(content)
    names = git(content.parent, "diff", "--name-status", "--no-renames", "HEAD^", "HEAD").splitlines()
    files = [dict(zip(("status", "filename"), name.split("\t"), strict=True)) for name in names]
    outside, texts = _other_files(files, "content")
    shown = {file["filename"].removeprefix("content/") for file in files if file["status"] != "D"}
    pull_request = replace(PLACE, files=shown, outside=outside, texts=texts)
    return comment_of(report, pull_request, [line_fix for entry in report.entries for line_fix in entry.mends], ())


def heading(content: Path) -> str:
    return answer(content).splitlines()[0].removeprefix("### ")


def checked(content: Path, base: str = "HEAD^", form: str = "github") -> tuple[int, str]:
    stream = io.StringIO()
    return check.run(content, CONTENT, form, stream, base), stream.getvalue()


# --- whose fault it is ---


def test_what_was_wrong_before_is_named_and_keeps_nothing_red(content: Path):
    edit(content, "contoh-tetap", WRONG)
    commit(content)
    add(content, "contoh-rina", {})
    report = reviewed(content)
    assert (report.faults, report.others, report.elsewhere) == (0, (), ("kreator/contoh-tetap/index.md",))
    code, said = checked(content)
    assert code == 0
    assert "::error" not in said
    assert "::notice::Sudah keliru sebelum usulan ini, dan tidak menghalanginya: kreator/contoh-tetap/index.md." in said
    text = comment_of(report, PLACE, (), ())
    assert text.startswith("### Semua profil siap diterbitkan")
    assert "Sudah keliru sebelum usulan ini, dan tidak menghalanginya: `kreator/contoh-tetap/index.md`" in text


def test_a_fault_that_is_touched_is_the_proposal_s(content: Path):
    edit(content, "contoh-tetap", WRONG)
    commit(content)
    edit(content, "contoh-tetap", {"Cerita tentang": "Kisah"})
    assert reviewed(content).faults == 1
    assert checked(content)[0] == 1


def rename_a_district(content: Path) -> None:
    rows = content / "wilayah/wilayah.csv"
    rows.write_text(rows.read_text().replace("Sijuk", "Sijuk Baru"))


def remove_a_community(content: Path) -> None:
    shutil.rmtree(content / "kreator/contoh-sanggar")


def copy_an_account(content: Path) -> None:
    """The newer one is wrong, whatever day it says that its consent is of."""
    add(content, "contoh-baru", {"contoh.baru": "contoh.lama", "2026-01-02": "2020-01-02"})


APPEARING: dict[Callable[[Path], None], set[str]] = {
    rename_a_district: {"kreator/contoh-lama/index.md", "kreator/contoh-tetap/index.md"},
    remove_a_community: {"kreator/contoh-tetap/index.md"},
    copy_an_account: {"kreator/contoh-baru/index.md"},
}


@pytest.mark.parametrize("change", APPEARING, ids=lambda change: change.__name__)
def test_a_fault_that_appears_only_with_a_proposal_is_its_own(change: Callable[[Path], None], content: Path):
    """Wherever it appears. `Sudah keliru sebelum` is never said of it."""
    office_of(content)
    write_profile(content, "contoh-sanggar", more="jenis: komunitas\n")
    edit(content, "contoh-tetap", {"topik: pariwisata": "topik: pariwisata\nkomunitas: contoh-sanggar"})
    commit(content)
    change(content)
    report = reviewed(content)
    notes = [*report.others, *(note for entry in report.entries for note in entry.notes)]
    assert {note.path for note in notes if note.severity == "fault"} >= APPEARING[change]
    assert "kreator/contoh-lama/index.md" in APPEARING[change] or not any("contoh-lama" in note.path for note in notes)
    assert report.elsewhere == ()
    assert checked(content)[0] == 1
    text = comment_of(report, replace(PLACE, files={"wilayah/wilayah.csv"}), (), ())
    assert text.startswith(f"### Ada {report.faults} hal yang perlu diperbaiki")
    if any(note.path.startswith("kreator/") for note in report.others):
        assert "#### Menjadi keliru karena usulan ini" in text
        assert "- `kreator/contoh-tetap/index.md`, baris " in text


def test_all_faults_are_counted_however_many_are_shown(content: Path):
    for number in range(MOST_ENTRIES + 10):
        write_profile(content, f"contoh-banyak-{number:03d}")
        edit(content, f"contoh-banyak-{number:03d}", {**WRONG, "Sijuk": "Sijukk"})
    report = reviewed(content)
    code, said = checked(content)
    assert code == 1
    assert f"{report.faults} kesalahan di {MOST_ENTRIES + 10} berkas" in said
    assert report.faults == 2 * (MOST_ENTRIES + 10)
    assert report.left_off >= 10 + 2 * 10, "ten profiles, with their faults"
    assert comment_of(report, PLACE, (), ()).startswith(f"### Ada {report.faults} hal")


def test_the_gravest_is_told_first_where_there_is_no_room_for_all(content: Path):
    for number in range(MOST_ENTRIES + 5):
        write_profile(content, f"contoh-aman-{number:03d}")
    edit(content, "contoh-tetap", {"Contoh contoh-tetap": "Contoh Orang Lain", "contoh.tetap": "contoh.orang.lain"})
    shutil.rmtree(content / "kreator/contoh-lama")
    report = reviewed(content)
    assert [entry.slug for entry in report.entries[:2]] == ["contoh-lama", "contoh-tetap"]


@pytest.mark.parametrize("base", ["tidak-ada", "--output=jahat", ""])
def test_a_commit_that_is_none_is_one_line(base: str, content: Path, tmp_path: Path):
    with pytest.raises(ToolFailure, match="tidak ada commit"):
        review.run(content, CONTENT, base, tmp_path / "r.json")
    assert not list(content.glob("**/jahat"))


def test_without_a_repository_the_review_says_so(tmp_path: Path):
    write_profile(tmp_path / "content", "contoh-rina")
    with pytest.raises(ToolFailure, match="bukan bagian dari repositori Git"):
        review.run(tmp_path / "content", CONTENT, "HEAD", tmp_path / "r.json")


def test_measuring_the_parent_leaves_the_repository_as_it_was(content: Path):
    add(content, "contoh-rina", {})
    commit(content)
    (content / "kreator/contoh-rina/index.md").write_text("belum disimpan")
    before = git(content.parent, "status", "--porcelain")
    checked(content)
    assert git(content.parent, "status", "--porcelain") == before
    assert git(content.parent, "worktree", "list").count("\n") == 1


def test_content_that_was_not_there_before_is_all_new(tmp_path: Path):
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo/README.md").write_text("Contoh")
    git(tmp_path / "repo", "init", "-q")
    commit(tmp_path / "repo/content")
    write_profile(tmp_path / "repo/content", "contoh-rina")
    assert [entry.kind for entry in reviewed(tmp_path / "repo/content").entries] == ["baru"]


# --- what a proposal is called ---

NAME = {"Contoh contoh-tetap": "Contoh Orang Lain"}
ACCOUNT = {"contoh.tetap": "contoh.orang.lain"}
CHANGED: dict[str, tuple[dict[str, str], str, str]] = {
    "another person": (
        NAME | ACCOUNT, "Orangnya berbeda? Cocokkan dahulu",
        "- **Nama dan akunnya berganti.** Jika ini kreator lain, buat folder baru untuknya.\n"
        "- Nama berganti: `Contoh contoh-tetap` → `Contoh Orang Lain`\n"
        "- Akun dihapus: `https://www.instagram.com/contoh.tetap/`\n"
        "- Akun ditambahkan: `https://www.instagram.com/contoh.orang.lain/`",
    ),
    "a name": (NAME, "Tidak ada yang keliru; cocokkan dahulu yang berganti", "- Nama berganti: "),
    "an account": (ACCOUNT, "Tidak ada yang keliru; cocokkan dahulu yang berganti", "- Akun dihapus: "),
    "an account more": (
        {"akun: https": "akun: https://www.tiktok.com/@contoh.tetap, https"},
        "Tidak ada yang keliru; cocokkan dahulu yang berganti",
        "- Akun ditambahkan: `https://www.tiktok.com/@contoh.tetap`",
    ),
    "consent": (
        {"formulir: 7": "formulir: 9"},
        "Tidak ada yang keliru; cocokkan dahulu yang berganti",
        "- Persetujuan berganti: `formulir 7 tanggal 2026-01-02 untuk foto, karya` → `formulir 9 ",
    ),
    "a number": (
        {"nama: ": "whatsapp: 6281200000000\nnama: ", "  dewasa": "  lingkup: foto, karya, kontak\n  dewasa"},
        "Tidak ada yang keliru; cocokkan dahulu yang berganti",
        "- Kontak ditambahkan: `6281…000`",
    ),
    "a story": ({"Cerita tentang": "Kisah"}, "Semua profil siap diterbitkan", "#### Profil berubah: `contoh-tetap`"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGED)
def test_an_edit_says_what_tells_who_somebody_is(what: str, content: Path):
    change, head, line = CHANGED[what]
    edit(content, "contoh-tetap", change)
    text = answer(content)
    assert text.startswith(f"### {head}\n")
    assert line in text
    assert "#### Profil berubah: `contoh-tetap`" in text
    assert "6281200000000" not in text


FACES = {"diganti": (True, True), "ditambahkan": (False, True), "dihapus": (True, False)}


@pytest.mark.parametrize("word", FACES)
def test_another_face_is_told(word: str, content: Path):
    then, now = FACES[word]
    folder = write_profile(content, "contoh-wajah", photo=then)
    commit(content)
    if now:
        Image.new("RGB", (640, 640), "white").save(folder / "foto.jpg")
    else:
        (folder / "foto.jpg").unlink()
    text = answer(content)
    assert text.startswith("### Tidak ada yang keliru; cocokkan dahulu yang berganti\n")
    assert f"- Foto wajah {word}" in text


def test_a_new_profile_is_called_new_and_ready(content: Path):
    add(content, "contoh-rina", {})
    text = answer(content)
    assert text.startswith("### Semua profil siap diterbitkan\n")
    assert "#### Profil baru: `contoh-rina`" in text
    assert "Contoh contoh-rina" not in text, "a comment stays; it need not name anybody"


@pytest.mark.parametrize("status", ["ditarik", "sembunyi"])
def test_of_who_leaves_nothing_is_told(status: str, content: Path):
    text = "---\nstatus: ditarik\n---\n"
    if status == "ditarik":
        (content / "kreator/contoh-tetap/index.md").write_text(text)
    else:
        edit(content, "contoh-tetap", {"topik: pariwisata": "topik: pariwisata\nstatus: sembunyi"})
    assert "Contoh contoh-tetap" not in answer(content)


def test_who_had_withdrawn_does_not_come_back_unasked(content: Path):
    text = (content / "kreator/contoh-tetap/index.md").read_text()
    (content / "kreator/contoh-tetap/index.md").write_text("---\nstatus: ditarik\n---\n")
    commit(content)
    (content / "kreator/contoh-tetap/index.md").write_text(text)
    said = answer(content)
    assert said.startswith("### Orangnya berbeda? Cocokkan dahulu\n")
    assert "**Pernah ditarik.**" in said


def test_what_could_not_be_compared_is_not_called_ready(content: Path):
    text = (content / "kreator/contoh-tetap/index.md").read_text()
    edit(content, "contoh-tetap", WRONG)
    commit(content)
    (content / "kreator/contoh-tetap/index.md").write_text(text)
    said = answer(content)
    assert said.startswith("### Tidak ada yang keliru; cocokkan dahulu yang berganti\n")
    assert "tidak dapat dibandingkan" in said


def test_a_deleted_folder_is_not_called_ready(content: Path):
    shutil.rmtree(content / "kreator/contoh-lama")
    text = answer(content)
    assert text.startswith("### Ada profil yang alamatnya akan hilang\n")
    assert "#### Folder dihapus: `contoh-lama`" in text
    assert "tulis `status: ditarik`" in text


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("", "alamat_lama: contoh-lama"),
        ("alamat_lama: contoh-dulu\n", "alamat_lama: contoh-dulu, contoh-lama"),
        ("alamat_lama: contoh-lama\n", ""),
    ],
)
def test_a_folder_that_gets_another_name_keeps_its_old_address(more: str, line: str, content: Path):
    (content / "kreator/contoh-lama").rename(content / "kreator/contoh-anyar")
    edit(content, "contoh-anyar", {"topik:": f"{more}topik:"})
    text = answer(content)
    if line:
        assert text.startswith("### Ada profil yang alamatnya akan hilang\n")
        assert f"di bawah baris `---` yang pertama: `{line}`" in text
        edit(content, "contoh-anyar", {f"{more}topik:": f"{line}\ntopik:"})
        git(content.parent, "reset", "-q", "--soft", "HEAD^")
        text = answer(content)
    assert text.startswith("### Semua profil siap diterbitkan\n")
    assert "Foldernya berganti nama menjadi `contoh-anyar`; alamat lama dialihkan ke sana." in text
    assert "#### Profil berubah: `contoh-anyar`" in text


def test_a_folder_that_gets_another_name_and_another_person_is_not_called_new(content: Path):
    (content / "kreator/contoh-tetap").rename(content / "kreator/contoh-anyar")
    edit(content, "contoh-anyar", NAME | ACCOUNT | {"topik:": "alamat_lama: contoh-tetap\ntopik:"})
    assert heading(content) == "Orangnya berbeda? Cocokkan dahulu"


BESIDE: dict[str, str] = {
    "content/wilayah/situs.md": "Kontak dinas berganti: pastikan dahulu",
    "content/halaman/tentang.md": "Tidak ada yang keliru; baca dahulu yang diubah di luar profil",
    "content/laporan/2026-10.csv": "Tidak ada yang keliru; baca dahulu yang diubah di luar profil",
    "tasks.py": "Jangan digabung dahulu: ada berkas di luar isi yang diubah",
    ".github/workflows/periksa.yml": "Jangan digabung dahulu: ada berkas di luar isi yang diubah",
    "content/.gitattributes": "Jangan digabung dahulu: ada berkas di luar isi yang diubah",
}
TEXTS = {
    "content/wilayah/situs.md": OFFICE.replace("6281200000000", "6281200000009"),
    "content/halaman/tentang.md": "---\njudul: Tentang\n---\n\nContoh.\n",
    "content/laporan/2026-10.csv": "apa,jumlah\nkreator,4\n",
}


@pytest.mark.parametrize("name", BESIDE)
def test_whatever_else_a_good_profile_brings_along_is_headed_by_it(name: str, content: Path):
    """`siap` above a change that nobody has looked at is how it is let through."""
    office_of(content)
    (content / "wilayah/situs.md").write_text(OFFICE)
    commit(content)
    add(content, "contoh-rina", {})
    file = content.parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXTS.get(name, "name: Lain\n"))
    text = answer(content)
    assert text.startswith(f"### {BESIDE[name]}\n")
    assert f"`{name.removeprefix('content/') if name in TEXTS else name}`" in text
    assert "siap" not in text
    if "situs" in name:
        assert "- *dinas_whatsapp*: `6281200000000` → `6281200000009`" in text


def test_a_file_that_left_the_code_for_the_content_is_code(content: Path):
    files = [{"filename": "content/kabar/x.md", "previous_filename": ".github/workflows/periksa.yml"}]
    assert _other_files(files, "content") == ([".github/workflows/periksa.yml"], ["kabar/x.md"])
    del content


def test_a_list_that_github_cut_is_never_ready(content: Path):
    add(content, "contoh-rina", {})
    text = comment_of(reviewed(content), replace(PLACE, complete=False), (), ())
    assert text.startswith("### Terlalu banyak berkas untuk dinilai di sini\n")
    assert "siap" not in text


def test_a_number_that_differs_where_it_is_hidden_is_another(content: Path):
    edit(
        content,
        "contoh-tetap",
        {"nama: ": "whatsapp: 6281200000000\nnama: ", "  dewasa": "  lingkup: kontak\n  dewasa"},
    )
    commit(content)
    edit(content, "contoh-tetap", {"6281200000000": "6281211111000"})
    text = answer(content)
    assert "- Kontak berganti: `6281…000` → `6281…000 (lain di tengahnya)`" in text
    assert not text.startswith("### Semua profil siap")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("6281200000000", "6281…000"),
        ("contoh@contoh.example", "c…@contoh.example"),
        ("a@contoh.example", "a…@contoh.example"),
        ("Jalan Contoh 12, 33411", "Jalan Contoh 12, 33411"),
        ("", ""),
    ],
)
def test_no_number_is_told_whole(text: str, shown: str):
    assert masked_contact(text) == shown


def test_a_report_of_everything_is_read_back(content: Path, tmp_path: Path):
    edit(content, "contoh-tetap", NAME | ACCOUNT)
    (content / "kreator/contoh-lama").rename(content / "kreator/contoh-anyar")
    report = reviewed(content)
    write_report(report, tmp_path / "r.json")
    assert isinstance(report, ReviewReport)
    assert report.entries[0].redirect == "alamat_lama: contoh-lama"
