"""Content in a private repository: what the guide sets up, with repositories on this disk for GitHub's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.support.sites import write_profile

from showcase.github.report import load_report

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs/isi-pribadi.md").read_text(encoding="utf-8")
CALLERS = PROJECT / "plugins/showcase/start/repositori/.github/workflows"
SITE = "https://dinas.example/kreator"


def git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A bare repository with one good profile on main, cloned to `isi` as the checkout of a workflow does."""
    work, bare, clone = tmp_path / "kerja", tmp_path / "isi-kreator.git", tmp_path / "isi"
    write_profile(work / "content", "contoh-rina", photo=True)
    git(work, "init", "-q", "-b", "main")
    git(work, "add", ".")
    git(work, "commit", "-qm", "Isi")
    git(tmp_path, "clone", "-q", "--bare", str(work), str(bare))
    git(tmp_path, "clone", "-q", str(bare), str(clone))
    return clone


def python_that_is_ours(folder: Path) -> Path:
    """A `python3` for a workflow's script: runs this project's tasks, wherever the script looks for them."""
    python = folder / "bin/python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nshift\nexec "{sys.executable}" "{PROJECT}/tasks.py" "$@" $TAMBAHAN\n')
    python.chmod(0o755)
    return python.parent


def ran(script: str, folder: Path, around: dict[str, str]) -> subprocess.CompletedProcess[str]:
    path = f"{around.pop('python')}:{os.environ['PATH']}"
    command = ["bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **around, "PATH": path}, capture_output=True, text=True
    )


def published(tmp_path: Path, *steps: str) -> subprocess.CompletedProcess[str]:
    """Steps of the publishing job, with what one tells the next; the site goes to `situs`."""
    job = yaml.safe_load((PROJECT / ".github/workflows/terbit.yml").read_text(encoding="utf-8"))["jobs"]["bangun"]
    told = tmp_path / "lingkungan"
    around = {
        "python": str(python_that_is_ours(tmp_path)), "BASE_URL": SITE, "TAMBAHAN": f"--output {tmp_path}/situs",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan"), "GITHUB_WORKSPACE": str(tmp_path), "GITHUB_ENV": str(told),
    }  # fmt: skip
    for script in (step["run"] for step in job["steps"] if step.get("name", step.get("if")) in steps):
        told.touch()
        said = dict(line.split("=", 1) for line in told.read_text().splitlines())
        done = ran(script, tmp_path, around | said)
    return done


@pytest.mark.posix
def test_the_site_is_built_from_a_clone_of_the_private_repository(private: Path, tmp_path: Path):
    done = published(tmp_path, "Bangun situs")
    assert done.returncode == 0, done.stderr
    assert "Contoh contoh-rina" in (tmp_path / "situs/kreator/contoh-rina/index.html").read_text()
    assert [page.parent.name for page in (tmp_path / "situs/kreator").glob("*/index.html")] == ["contoh-rina"]
    assert (tmp_path / "situs/tentang/index.html").is_file(), "the program is its own: what the content lacks it lends"


@pytest.mark.posix
def test_a_region_that_calls_is_lent_nothing(private: Path, tmp_path: Path):
    """Its content has people and no region: the program's office is not the one that publishes them."""
    done = published(tmp_path, "job.workflow_repository != github.repository", "Bangun situs")
    assert done.returncode == 1
    assert "W101" in done.stderr
    assert not (tmp_path / "situs").exists()


def proposed(private: Path, tmp_path: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """The check of a proposal beside the program, with our region: what each of its scripts answered, by its task."""
    job = yaml.safe_load((PROJECT / ".github/workflows/periksa.yml").read_text(encoding="utf-8"))["jobs"]["profil"]
    around = {"python": str(python_that_is_ours(tmp_path)), "GITHUB_WORKSPACE": str(tmp_path)}
    scripts = [step["run"] for step in job["steps"] if "tasks.py" in step.get("run", "")]
    return {re.findall(r'tasks\.py" (\w+)', script)[0]: ran(script, private, dict(around)) for script in scripts}


@pytest.mark.posix
def test_a_proposal_is_checked_and_reported(private: Path, tmp_path: Path):
    write_profile(private / "content", "contoh-keliru", more="topik_: ikan\n")
    git(private, "add", ".")
    git(private, "commit", "-qm", "Usul")
    answers = proposed(private, tmp_path)
    assert answers["check"].returncode == 1
    assert "::error file=content/kreator/contoh-keliru/index.md,line=" in answers["check"].stdout
    assert answers["review"].returncode == 0
    report = load_report(tmp_path / "tinjauan.json")
    assert [(entry.slug, entry.state) for entry in report.entries] == [("contoh-keliru", "keliru")]


@pytest.mark.posix
@pytest.mark.parametrize(("path", "code"), [("catatan.md", 0), (".github/workflows/periksa.yml", 1)])
def test_a_newer_version_is_red_for_everything_that_it_finds(private: Path, tmp_path: Path, path: str, code: int):
    """Any other proposal is red for its own faults alone."""
    write_profile(private / "content", "contoh-lama", more="topik_: ikan\n")
    git(private, "add", ".")
    git(private, "commit", "-qm", "Yang sudah ada")
    (private / path).parent.mkdir(parents=True, exist_ok=True)
    (private / path).write_text("uses: pusat/kreator/.github/workflows/periksa.yml@v1.1.0\n", encoding="utf-8")
    git(private, "add", ".")
    git(private, "commit", "-qm", "Usul")
    assert proposed(private, tmp_path)["check"].returncode == code


def test_the_guide_says_of_every_workflow_where_it_goes():
    rows = re.findall(r"(?m)^   \| (`.+`) \| (ya)? ?\| (ya)? ?\|$", GUIDE)
    placed = {name: (stays, goes) for names, stays, goes in rows for name in re.findall(r"`(\S+)`", names)}
    assert set(placed) == {path.name for path in CALLERS.iterdir()}
    assert all(bool(stays) != bool(goes) for stays, goes in placed.values())
    # Where nothing is published, nobody has the key; and what publishes needs it.
    for name, (stays, _) in placed.items():
        ours = (PROJECT / ".github/workflows" / name).read_text(encoding="utf-8")
        assert ("ISI_REPO" not in ours) or not stays or name == "bulanan.yml"
