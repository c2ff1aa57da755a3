"""`check` and `new`: what a person, a program and a pull request get to see."""

from __future__ import annotations

import io
import json
import re

import pytest
from tests.profiles.making import HERE, smallest, write_profile

from showcase.commands import check, new
from showcase.diagnostics.fault import Fault, ToolFailure

FIELDS = ["path", "line", "column", "code", "severity", "key", "message", "found", "allowed", "fix"]


def run(content, form="text"):
    stream = io.StringIO()
    return check.run(content, HERE, form, stream), stream.getvalue()


@pytest.fixture
def faulty(tmp_path):
    write_profile(tmp_path, smallest().replace("topik: umkm", "topik: umkn\nbarter:ya"), "budi")
    write_profile(tmp_path, smallest("Contoh Ani", "ani").replace("dewasa: ya", "dewasa: mungkin"), "ani")
    return tmp_path


def test_good_content_is_exit_0_and_one_line(tmp_path):
    write_profile(tmp_path, smallest(), "budi")
    assert run(tmp_path) == (0, "1 profil diperiksa: tidak ada kesalahan.\n")


def test_suggestions_alone_are_exit_0(tmp_path):
    write_profile(tmp_path, smallest(more="barter:ya\n"), "budi")
    code, text = run(tmp_path)
    assert code == 0
    assert text.endswith("1 profil diperiksa: tidak ada kesalahan, 1 saran.\n")


def test_faults_are_exit_1_grouped_by_file_with_a_count(faulty):
    assert run(faulty) == (
        1,
        """kreator/ani/index.md
  kreator/ani/index.md:8:11: P110 dewasa: "mungkin" bukan ya atau tidak.

kreator/budi/index.md
  kreator/budi/index.md:3:8: P106 topik: "umkn" tidak ada dalam daftar: pariwisata, umkm, seni-budaya, atau """
        """pembangunan. Maksudnya umkm? Tulis: umkm
  (saran) kreator/budi/index.md:4:1: P011: "barter:ya" dibaca sebagai "barter: ya". Tulis: barter: ya

2 profil diperiksa: 2 kesalahan di 2 berkas, 1 saran.
""",
    )


def test_json_is_a_list_alone_with_the_promised_fields(faulty):
    code, text = run(faulty, "json")
    rows = json.loads(text)
    assert code == 1
    assert [list(row) for row in rows] == [FIELDS] * 3
    assert rows[1] | {"message": ""} == {
        "path": "kreator/budi/index.md", "line": 3, "column": 8, "code": "P106", "severity": "fault",
        "key": "topik", "message": "",
        "found": "umkn", "allowed": ["pariwisata", "umkm", "seni-budaya", "pembangunan"], "fix": "umkm",
    }  # fmt: skip


def test_no_fault_is_an_empty_json_list(tmp_path):
    write_profile(tmp_path, smallest(), "budi")
    assert run(tmp_path, "json") == (0, "[]\n")


def test_colour_only_on_a_terminal(faulty, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    check.run(faulty, HERE, "text", stream)
    assert "\033[31m" in stream.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    check.run(faulty, HERE, "text", stream)
    assert "\033" not in stream.getvalue()


def test_a_pull_request_gets_ten_annotations_the_first_of_each_file_first(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    summary = tmp_path / "ringkasan.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    content = tmp_path / "content"
    for number in range(7):
        text = smallest(f"Contoh {number}", f"contoh{number}").replace(
            "topik: umkm", "topik: umkn\nbarter: x\nkerja_sama: x"
        )
        write_profile(content, text, f"contoh-{number}")
    code, text = run(content, "github")
    shown = re.findall(r"^::error file=(.*?),line=(\d+),col=(\d+),title=(.*?)::", text, re.MULTILINE)
    assert code == 1
    assert shown == [
        *((f"content/kreator/contoh-{number}/index.md", "3", "8", "P106 topik") for number in range(7)),
        *((f"content/kreator/contoh-{number}/index.md", "4", "9", "P110 barter") for number in range(3)),
    ]
    assert "Masih ada 11 lagi" in text
    assert summary.read_text().count("| P1") == 21


def test_an_annotation_cannot_be_ended_or_begun_by_what_is_in_a_profile(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fault = Fault("kreator/a,b:c/index.md", 1, 2, "P101", "100%\n::error::x", key="a:b", fix="c\r")
    assert check.annotation(fault, tmp_path) == (
        "::error file=kreator/a%2Cb%3Ac/index.md,line=1,col=2,title=P101 a%3Ab::100%25%0A::error::x Tulis: c%0D"
    )


def test_the_summary_is_inert(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "s.md"))
    text = smallest().replace("topik: umkm", "topik: <img src=x> [a](https://x.id) @siapa `|`")
    write_profile(tmp_path / "isi", text, "budi")
    run(tmp_path / "isi", "github")
    summary = (tmp_path / "s.md").read_text()
    assert "<img" not in summary
    assert "[a](" not in summary.replace("\\[a](", "")
    assert "@siapa" not in summary


def test_a_line_of_the_log_holds_no_command_of_the_old_form(tmp_path, monkeypatch):
    """GitHub's runner looks for it anywhere in a line."""
    hidden = "##[stop-commands]x"
    write_profile(tmp_path / "isi", smallest().replace("topik: umkm", f"topik: {hidden}"), "budi")
    write_profile(tmp_path / "isi", smallest(), f"{hidden}y")
    for form in ("text", "github"):
        code, told = run(tmp_path / "isi", form)
        assert code == 1
        assert not [line for line in told.splitlines() if "##[" in line and not line.startswith("::error ")]


@pytest.mark.parametrize(("form", "folder"), [("xml", "."), ("text", "tidak-ada")])
def test_what_the_tool_cannot_do_is_a_failure_not_a_fault(tmp_path, form, folder):
    with pytest.raises(ToolFailure):
        check.run(tmp_path / folder, HERE, form, io.StringIO())


def test_nothing_is_written(faulty):
    before = sorted((path, path.stat().st_mtime_ns) for path in faulty.rglob("*"))
    run(faulty)
    assert sorted((path, path.stat().st_mtime_ns) for path in faulty.rglob("*")) == before


def test_a_new_profile_says_what_is_still_to_fill_in(tmp_path, capsys):
    assert new.run("Sanggar Édi: Tari & Musik", tmp_path) == 0
    assert "sanggar-edi-tari-musik" in capsys.readouterr().out
    code, text = run(tmp_path)
    assert code == 1
    assert re.findall(r"(P\d+) (\w+):", text) == [
        ("P102", "topik"), ("P102", "akun"), ("P502", "formulir"), ("P503", "dewasa"),
    ]  # fmt: skip


def test_a_new_profile_filled_in_is_good_and_so_is_every_comment_of_it(tmp_path):
    new.run("Contoh Baru", tmp_path, HERE)
    index = tmp_path / "kreator" / "contoh-baru" / "index.md"
    text = index.read_text()
    assert re.findall("# (kecamatan|desa|jasa|bahasa): .", text) == ["kecamatan", "desa", "jasa", "bahasa"]
    filled = (
        text.replace("\ntopik:", "\ntopik: umkm")
        .replace("\nakun:", "\nakun: https://www.instagram.com/contoh.kreator/")
        .replace("  formulir:", "  formulir: 1")
        .replace("  dewasa:", "  dewasa: ya")
    )
    index.write_text(filled)
    assert run(tmp_path) == (0, "1 profil diperiksa: tidak ada kesalahan.\n")
    index.write_text(re.sub(r"^# (?=\w+: )", "", filled, flags=re.MULTILINE))
    codes = set(re.findall(r"index.md:\d+:\d+: (\w+)", run(tmp_path)[1]))
    assert codes == {"P301"}, "only the pictures of the examples are missing"


@pytest.mark.parametrize(
    "name", ["No", "@rina", "#satu", '"Budi" Santoso', "'Abdul", "Kopi: asli", "&x Budi", "!!x", "[Budi]", "- a"]
)
def test_any_name_survives_the_template(tmp_path, name):
    from showcase.content import read_content
    from showcase.content.region_day import region_day

    name = f"{name} Contoh" if len(name) < 5 else name
    new.run(name, tmp_path)
    index = next((tmp_path / "kreator").iterdir()) / "index.md"
    text = (
        index.read_text()
        .replace("\ntopik:", "\ntopik: umkm")
        .replace("\nakun:", "\nakun: https://www.instagram.com/contoh/")
    )
    index.write_text(text.replace("  formulir:", "  formulir: 1").replace("  dewasa:", "  dewasa: ya"))
    content = read_content(tmp_path, HERE, region_day(tmp_path, HERE))
    assert [creator.name for creator in content.creators] == [name], [fault.as_text() for fault in content.faults]


def test_a_folder_that_is_there_is_never_touched(tmp_path):
    folder = write_profile(tmp_path, smallest(), "contoh-baru")
    with pytest.raises(ToolFailure, match="sudah ada"):
        new.run("Contoh Baru", tmp_path)
    assert (folder / "index.md").read_text() == smallest()


@pytest.mark.parametrize("name", ["", "!!!", "日本", "x"])
def test_a_name_without_letters_gets_a_clear_answer(tmp_path, name):
    with pytest.raises(ToolFailure, match="nama folder"):
        new.run(name, tmp_path)
    assert not (tmp_path / "kreator").exists()
