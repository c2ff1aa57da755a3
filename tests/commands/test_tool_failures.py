"""What the tool itself cannot do is said in one line: by what is missing, and what to do about it."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.region import CONTENT

from showcase.commands import bootstrap, shards
from showcase.devserver import server as serve_http
from showcase.diagnostics.fault import ToolFailure
from showcase.github import announce, proposal
from showcase.outputs import assets, search
from showcase.settings import build_day, settings_from


def raising(error: BaseException) -> Callable[..., Any]:
    """Something that cannot be called."""

    def call(*_given: object, **_more: object) -> None:
        raise error

    return call


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "1/257", "a/b", "1/3/5", ""])
def test_a_part_that_is_none_is_refused(shard):
    with pytest.raises(ToolFailure, match="bukan bagian dari keseluruhan"):
        shards.part_of(shard)


def test_a_setting_that_nobody_knows_is_named_with_those_that_are():
    with pytest.raises(ToolFailure, match=r"SHOWCASE tidak mengenal jumlah\. Yang dikenal: .*cache"):
        settings_from({"SHOWCASE": {"jumlah": 3}}, "Asia/Jakarta")


@pytest.mark.parametrize(
    "address", ["contoh.example", "//contoh.example", "https://", "ftp://contoh.example", "https://a b.example"]
)
def test_an_address_of_the_site_that_is_none_is_quoted(address):
    with pytest.raises(ToolFailure, match="bukan alamat situs"):
        settings_from({"PATH": ".", "THEME": ".", "OUTPUT_PATH": ".", "SITEURL": address}, "Asia/Jakarta")


def test_a_day_that_is_none_is_quoted():
    with pytest.raises(ToolFailure, match="harus seperti 2026-11-20, bukan 'besok'"):
        build_day("besok", "Asia/Jakarta")


@pytest.mark.parametrize("icon", ["<svg><path/></svg>", '<svg viewBox="0 0 1 1"/>', "", "bukan gambar"])
def test_an_icon_that_cannot_be_drawn_is_named(tmp_path, icon):
    (tmp_path / "kapal.svg").write_text(icon)
    with pytest.raises(ToolFailure, match=r"Ikon kapal\.svg tidak terbaca"):
        assets.sprite(tmp_path)


def test_a_theme_that_lacks_a_part_is_told(tmp_path):
    with pytest.raises(ToolFailure, match="Tema tidak lengkap"):
        assets.assets_of(tmp_path)


def test_an_index_that_the_indexer_does_not_make_is_told_with_its_reason(tmp_path, monkeypatch):
    said = subprocess.CompletedProcess([], 1, "", "awal\nkehabisan tempat\n")
    monkeypatch.setattr(search.subprocess, "run", lambda *_given, **_more: said)
    with pytest.raises(ToolFailure, match="Indeks pencarian gagal dibuat: kehabisan tempat"):
        search._run_pagefind(tmp_path, tmp_path)


def test_an_indexer_that_is_missing_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("pagefind.service.get_executable", lambda: None)
    with pytest.raises(ToolFailure, match="Program pagefind tidak ditemukan"):
        search._run_pagefind(tmp_path, tmp_path)


def test_a_port_that_the_computer_keeps_for_itself_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(serve_http, "Server", raising(OSError(errno.EACCES, "tidak boleh")))
    with pytest.raises(ToolFailure, match=r"Pangkalan 80 tidak boleh dipakai .*--port 8080"):
        serve_http.open_server(tmp_path, SimpleNamespace(), 80)


@pytest.mark.parametrize("site", ["", "ftp://contoh.example", "contoh.example", "https://"])
def test_a_site_that_cannot_be_asked_is_told_before_anything_is(site):
    with pytest.raises(ToolFailure, match="tidak dapat ditanyai"):
        announce.run("content", site)


def test_a_computer_without_git_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(proposal.subprocess, "run", raising(FileNotFoundError("git")))
    with pytest.raises(ToolFailure, match="git tidak terpasang"):
        proposal._git(tmp_path, "status")


def test_a_folder_outside_git_is_told_without_git_s_usage(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "kreator").mkdir()
    with pytest.raises(ToolFailure) as told:
        proposal.read_proposal(tmp_path, CONTENT, "HEAD")
    assert str(told.value) == f"{tmp_path} bukan bagian dari repositori Git; yang dibandingkan adalah dua commit."


def test_what_git_refuses_is_told_in_its_words(tmp_path: Path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    with pytest.raises(ToolFailure, match="git cat-file: fatal: "):
        proposal._git(tmp_path, "cat-file", "-s", "0" * 40)


def test_an_environment_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("venv.EnvBuilder", raising(subprocess.CalledProcessError(1, "ensurepip")))
    with pytest.raises(bootstrap.SetupFailure, match="apt install python3-venv"):
        bootstrap.make_environment(tmp_path / ".venv")


def test_an_index_of_another_shape_is_told_and_not_published(monkeypatch, tmp_path):
    monkeypatch.setattr(search, "_run_pagefind", lambda *_given: None)
    monkeypatch.setattr(search, "in_order", raising(ValueError("lain")))
    with pytest.raises(ToolFailure, match="berbentuk lain daripada yang dikenal: lain"):
        search.index_files((), tmp_path)
