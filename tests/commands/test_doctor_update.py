"""`doctor` on a region's own repository: which version it calls, and what an update asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.start.making import write_lists

from showcase.commands import doctor
from showcase.commands.doctor_files import Item
from showcase.commands.doctor_update import called_versions, update
from showcase.start import command

CHANGELOG = "# Riwayat\n\n## 1.2.0 (2027-03-01)\n\nBaru.\n\n## 1.1.0 (2027-01-10)\n\nLama.\n\n## v1.0.0\n\nPertama.\n"


def calls(root: Path, **tags: str) -> Path:
    folder = root / ".github/workflows"
    folder.mkdir(parents=True)
    for name, tag in tags.items():
        text = f"jobs:\n  satu:\n    uses: pusat/kreator/.github/workflows/{name}.yml@{tag}\n"
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


READ = "Alur kerja memanggil {}, program ini v1.2.0. Baca CHANGELOG.md, bagian {}; "
UNKNOWN = "Program di komputer ini, v1.2.0, tidak mengenal v1.3.0. Jalankan `git pull` di foldernya."
COUNTED = "yang keliru menurut versi ini sudah dihitung di atas"
VERSIONS = [
    ("v1.2.0", "v1.2.0", Item("ready", "Alur kerja memanggil versi program ini, v1.2.0", "8.3")),
    ("v1.1.0", "v1.2.0", Item("unknown", READ.format("v1.1.0", "1.2.0 (2027-03-01)") + COUNTED, "8.3")),
    (
        "v1.0.0",
        "v1.2.0",
        Item("unknown", READ.format("v1.0.0", "1.2.0 (2027-03-01), 1.1.0 (2027-01-10)") + COUNTED, "8.3"),
    ),
    ("v1.3.0", "v1.2.0", Item("unknown", UNKNOWN, "8.3")),
    (f"{'c0ffee00' * 5} # v1.2.0", "v1.2.0", Item("ready", "Alur kerja memanggil versi program ini, v1.2.0", "8.3")),
    ("v1.3.0 # terbaru", "v1.2.0", Item("unknown", UNKNOWN, "8.3")),
    ("v1.1.0", None, Item("unknown", "Alur kerja memanggil v1.1.0; versi program ini tidak diketahui Git", "8.3")),
]


@pytest.mark.parametrize(("called", "here", "item"), VERSIONS)
def test_what_to_read_before_an_update(tmp_path: Path, called: str, here: str | None, item: Item) -> None:
    assert list(update(calls(tmp_path, periksa=called, terbit=called), here, CHANGELOG)) == [item]


def test_two_versions_at_once_are_named(tmp_path: Path) -> None:
    [item] = update(calls(tmp_path, periksa="v1.1.0", terbit="v1.0.0"), "v1.1.0", CHANGELOG)
    assert (item.state, item.text) == ("missing", "Alur kerja memanggil lebih dari satu versi: v1.0.0, v1.1.0. Samakan")


def test_this_project_calls_nobody(project: Path) -> None:
    assert called_versions(project) == ()


@pytest.mark.parametrize(("name", "argument"), [("kreator", "{}"), ("kreator kami", '"{}"')])
def test_a_repository_that_start_wrote_is_looked_at_as_a_whole(tmp_path: Path, capsys, name, argument) -> None:
    made = tmp_path / name
    command.run(
        "Kota Umpama",
        tmp_path / "content",
        write_lists(tmp_path / "daftar"),
        repository=made,
        source="pusat/kreator@v9.0.0",
    )
    capsys.readouterr()
    assert doctor.run(made) == 1
    said = capsys.readouterr().out
    assert "✓ Isi tanpa kesalahan" in said
    assert "Alur kerja memanggil v9.0.0" in said
    assert "✓ Aturan main siap diimpor" in said
    assert "✗ Isi dinas_alamat di content/wilayah/situs.md" in said
    (made / "content/wilayah/topik.csv").write_text("kunci\numkm\n", encoding="utf-8")
    doctor._content.cache_clear()
    doctor.run(made)
    assert f"python3 tasks.py check --content {argument.format(made / 'content')}\n" in capsys.readouterr().out
    (made / "content").rename(made / "isi")
    doctor.run(made, made / "isi")
    said = capsys.readouterr().out
    assert f"python3 tasks.py check --content {argument.format(made / 'isi')}\n" in said
    assert "✗ Isi dinas_alamat di isi/wilayah/situs.md" in said
