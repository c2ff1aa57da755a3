"""Staff learn in time whose consent ends, and a public log learns no more than it may."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import yaml
from tests.support.region import CONTENT
from tests.support.sites import write_profile

from showcase.commands import consents

PROJECT = Path(__file__).resolve().parents[2]
ENDINGS = {"contoh-jauh": 90, "contoh-dua-bulan": 50, "contoh-lewat": -5, "contoh-segera": 7, "contoh-hilang": -50}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project's content with five consents, each at another stage today."""
    today = datetime.now(UTC).date()
    home = tmp_path / "content"
    home.mkdir()
    shutil.copytree(CONTENT / "wilayah", home / "wilayah")
    for slug, days in ENDINGS.items():
        write_profile(home, slug, more=f"  berlaku_sampai: {today + timedelta(days=days)}\n")
    return home


def told(content: Path, project: Path) -> list[str]:
    """The lines of the list."""
    stream = StringIO()
    assert consents.run(content, project, stream) == 0
    return stream.getvalue().splitlines()


def test_the_most_urgent_comes_first(project: Path):
    title, *lines = told(project, project)
    assert title == (
        "Persetujuan: 1 lewat masa tenggang, 1 sudah berakhir, 1 berakhir dalam 14 hari, 1 berakhir dalam 60 hari"
    )
    assert [line.split("/")[1] for line in lines] == [
        "contoh-hilang", "contoh-lewat", "contoh-segera", "contoh-dua-bulan"
    ]  # fmt: skip


def test_nobody_is_waited_for(tmp_path: Path, project: Path):
    write_profile(tmp_path / "isi", "contoh-satu")
    assert told(tmp_path / "isi", project) == ["Tidak ada persetujuan yang hampir berakhir."]


@pytest.mark.parametrize("private", [False, True])
def test_a_workflow_tells_numbers_alone(private: bool, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its log and its summary stay when somebody has left."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "keluaran"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "ringkasan"))
    home = tmp_path / "situs"
    home.mkdir()
    shutil.copytree(CONTENT / "wilayah", home / "wilayah")
    [title] = told(project, home if private else project)
    summary = (tmp_path / "ringkasan").read_text(encoding="utf-8")
    assert summary.startswith(f"## {title}\n")
    assert "tasks.py consents" in summary
    assert (tmp_path / "keluaran").read_text() == f"judul={title}\n"
    assert "contoh-" not in title + summary


ISSUES = [
    # title of today, number and title of the open issue: what is asked of GitHub beside the look
    ("", "", []),
    ("", "7 Persetujuan: 1 sudah berakhir", ["issue close 7"]),
    ("Persetujuan: 1 sudah berakhir", "", ["issue create --title"]),
    ("Persetujuan: 1 sudah berakhir", "7 Persetujuan: 1 sudah berakhir", ["issue edit 7"]),
    ("Persetujuan: 2 sudah berakhir", "7 Persetujuan: 1 sudah berakhir", ["issue edit 7", "issue comment 7"]),
]
GH = """#!/bin/sh
case "$1 $2" in
"issue list") echo "$NUMBER" ;;
"issue view") echo "$OPEN" ;;
"label create") ;;
*) echo "$1 $2 $3" >> told ;;
esac
"""


@pytest.mark.posix
@pytest.mark.parametrize(("title", "issue", "asked"), ISSUES)
def test_one_issue_is_kept_up_to_date_and_only_a_change_is_mailed(title: str, issue: str, asked: list[str], tmp_path):
    """The workflow's own script, with a `gh` that answers from its environment and tells what it was asked."""
    job = yaml.safe_load((PROJECT / ".github/workflows/harian.yml").read_text())["jobs"]["ingatkan"]
    [script] = [step["run"] for step in job["steps"]]
    gh = tmp_path / "gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    number, _, opened = issue.partition(" ")
    around = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "JUDUL": title, "NUMBER": number, "OPEN": opened}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=around, check=True)
    said = tmp_path / "told"
    assert (said.read_text().splitlines() if said.exists() else []) == asked
