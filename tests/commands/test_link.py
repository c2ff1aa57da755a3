"""The `link` command: two forms of answer, in the order of the questions, and a failure that is one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from showcase.commands import link
from showcase.diagnostics.fault import ToolFailure

CHANNEL = "instagram.com/Contoh?igsh=x"
SHORT = "https://vt.tiktok.com/ZSabc/"


def test_json_keeps_the_order_and_the_promised_fields(capsys) -> None:
    assert link.run([CHANNEL, "@contoh"], None, "json") == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "url": CHANNEL,
            "platform": "instagram",
            "kind": "channel",
            "id": "contoh",
            "handle": "@contoh",
            "canonical": "https://www.instagram.com/contoh/",
        },
        {
            "url": "@contoh",
            "refused": "L201",
            "message": '"@contoh" bukan alamat. Tulis: https://www.instagram.com/contoh/',
        },
    ]


def test_text_is_one_line_each(capsys) -> None:
    assert link.run([CHANNEL, SHORT]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == "https://www.instagram.com/contoh/  Instagram, channel, contoh (@contoh)"
    assert second.startswith(f'L301 "{SHORT}" adalah tautan pendek dari tombol Bagikan TikTok')
    assert "bilah alamat" in second


def test_all_good_is_good(capsys) -> None:
    assert link.run([CHANNEL]) == 0
    assert capsys.readouterr().out


def test_a_file_is_read_line_by_line(tmp_path: Path, capsys) -> None:
    file = tmp_path / "tautan.txt"
    # A byte order mark, Windows line ends, an empty line, and a separator that is no end of a line.
    file.write_bytes("\ufeffhttps://youtu.be/AAAAAAAAAA1\r\n\r\nhttps://youtu.be/AAAA\u2028AAAAAA1\n".encode())
    assert link.run(["https://contoh.example/"], file, "json") == 1
    answers = json.loads(capsys.readouterr().out)
    assert [answer.get("kind", answer.get("refused")) for answer in answers] == ["website", "video", "L102"]


def test_an_empty_file_is_an_empty_list(tmp_path: Path, capsys) -> None:
    file = tmp_path / "kosong.txt"
    file.touch()
    assert link.run([], file, "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_thousands_of_lines_take_seconds(tmp_path: Path, capsys) -> None:
    file = tmp_path / "banyak.txt"
    file.write_text(
        "".join(f"https://www.tiktok.com/@contoh{n}/video/7{n:018}\n" for n in range(4000)), encoding="utf-8"
    )
    assert link.run([], file, "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 4000


def test_what_the_tool_cannot_do_is_one_line(tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"https://contoh.example/\xe9\n")
    for urls, file, form, why in (
        ([], None, "text", "Tidak ada tautan"),
        ([CHANNEL], None, "xml", "hanya text atau json"),
        ([], tmp_path / "tiada.txt", "text", "tidak bisa dibaca"),
        ([], latin, "text", "bukan teks UTF-8"),
    ):
        with pytest.raises(ToolFailure, match=why):
            link.run(urls, file, form)
