"""`bench`: the same creators for every contender, and a table of how long each took."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from showcase.commands import bench
from showcase.commands.bench import Result, table
from showcase.commands.bench_sites import Contender, contenders, different, invent
from showcase.faults import ToolFailure


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 240), "teal").save(file, "JPEG")
    return file.getvalue()


def test_creators_are_the_same_in_every_run_and_each_is_another() -> None:
    assert invent(5) == invent(5)
    assert len({person.slug for person in invent(50)}) == 50


def test_a_photo_becomes_other_bytes_and_the_same_picture() -> None:
    first, second = different(photo(), 1), different(photo(), 2)
    assert first != second
    assert [Image.open(io.BytesIO(data)).tobytes() for data in (first, second)] == [
        Image.open(io.BytesIO(photo())).tobytes()
    ] * 2


def test_the_table_has_a_row_each_and_decimal_commas() -> None:
    assert table([Result("situs ini", 3.891, 0.5, 0.75, 39)])[1:] == [
        "| | dari nol | tanpa perubahan | satu suntingan | halaman |",
        "|---|---:|---:|---:|---:|",
        "| situs ini | 3,89 dtk | 0,50 dtk | 0,75 dtk | 39 |",
    ]


@pytest.mark.parametrize("creators", ["0", "-3", "banyak", "", "20001"])
def test_a_wrong_number_is_explained(project: Path, creators: str) -> None:
    with pytest.raises(ToolFailure, match="bukan jumlah"):
        bench.run(project, creators=creators)


def contender(code: str) -> Contender:
    def write(folder: Path, people: object, photos: object) -> None:
        (folder / "satu.md").write_text("satu", encoding="utf-8")

    return Contender("peniru", write, (sys.executable, "-c", code), ("output",), "output", "*.md")


def test_a_contender_is_built_cold_warm_and_edited(tmp_path: Path) -> None:
    code = "from pathlib import Path; p = Path('output'); p.mkdir(exist_ok=True); (p / 'a.html').touch()"
    result = bench.measure(contender(code), tmp_path / "site", invent(1), ())
    assert (result.name, result.pages) == ("peniru", 1)
    assert (tmp_path / "site" / "satu.md").read_text(encoding="utf-8") == "satuKata0.\nKata1.\nKata2.\n"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("raise SystemExit('tidak mau')", "peniru gagal: tidak mau"),
        ("pass", "peniru hanya menulis 0 halaman untuk 1 kreator"),
    ],
)
def test_a_failing_contender_is_no_result(tmp_path: Path, code: str, sentence: str) -> None:
    with pytest.raises(ToolFailure, match=sentence):
        bench.measure(contender(code), tmp_path / "site", invent(1), ())


CONTENDERS = ("situs ini", "situs ini, tanpa foto", "Pelican polos, tanpa foto", "Hugo, tanpa foto")


@pytest.mark.long
@pytest.mark.parametrize("name", CONTENDERS)
def test_every_contender_builds_its_site(project: Path, tmp_path: Path, name: str) -> None:
    found = {contender.name: contender for contender in contenders(project)}
    if name not in found:
        pytest.skip(f"{name.split(',')[0]} is not installed: {shutil.which('hugo')}")
    assert bench.measure(found[name], tmp_path / "site", invent(3), (photo(),)).pages >= 3
