"""Content in a private repository: what the guide sets up, with repositories on this disk for GitHub's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.sites import write_profile

from showcase.github.report import load_report

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs/isi-pribadi.md").read_text(encoding="utf-8")
CHECK, ANSWER = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
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


@pytest.mark.posix
def test_the_site_is_built_from_a_clone_of_the_private_repository(private: Path, tmp_path: Path):
    job = yaml.safe_load((PROJECT / ".github/workflows/terbit.yml").read_text(encoding="utf-8"))["jobs"]["bangun"]
    [script] = [step["run"] for step in job["steps"] if step.get("name") == "Bangun situs"]
    around = {"python": str(python_that_is_ours(tmp_path)), "BASE_URL": SITE, "TAMBAHAN": f"--output {tmp_path}/situs"}
    done = ran(script, tmp_path, {**around, "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan")})
    assert done.returncode == 0, done.stderr
    assert "Contoh contoh-rina" in (tmp_path / "situs/kreator/contoh-rina/index.html").read_text()
    assert [page.parent.name for page in (tmp_path / "situs/kreator").glob("*/index.html")] == ["contoh-rina"]
    assert (tmp_path / "situs/tentang/index.html").is_file(), "what the content lacks is the project's own"


def proposed(private: Path, tmp_path: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """The guide's check on a proposal with a fault: what each of its commands answered."""
    write_profile(private / "content", "contoh-keliru", more="topik_: ikan\n")
    git(private, "add", ".")
    git(private, "commit", "-qm", "Usul")
    python = str(python_that_is_ours(tmp_path))
    scripts = [step for step in CHECK["jobs"]["profil"]["steps"] if "run" in step]
    return {
        step["run"].split()[2]: ran(step["run"], tmp_path / step["working-directory"], {"python": python})
        for step in scripts
    }


@pytest.mark.posix
def test_the_check_of_the_guide_finds_faults_and_reports_them(private: Path, tmp_path: Path):
    answers = proposed(private, tmp_path)
    assert answers["check"].returncode == 1
    assert "::error file=content/kreator/contoh-keliru/index.md,line=" in answers["check"].stdout
    assert answers["review"].returncode == 0
    [upload] = [step["with"] for step in CHECK["jobs"]["profil"]["steps"] if step.get("with", {}).get("name")]
    report = load_report(tmp_path / upload["path"])
    assert [(entry.slug, entry.state) for entry in report.entries] == [("contoh-keliru", "keliru")]
    [download] = [step["with"] for step in ANSWER["jobs"]["jawab"]["steps"] if step.get("with", {}).get("name")]
    assert download["name"] == upload["name"]


def test_the_actions_of_the_guide_are_ours():
    pinned = r"uses: (\S+@\S+ # \S+)"
    workflows = (PROJECT / ".github/workflows").glob("*.yml")
    ours = {pin for path in workflows for pin in re.findall(pinned, path.read_text(encoding="utf-8"))}
    assert set(re.findall(pinned, GUIDE)) <= ours
    assert GUIDE.count("uses: ") == len(re.findall(pinned, GUIDE))


def every_step(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_check_of_the_guide_may_only_read_and_the_answer_runs_nothing_of_a_proposal():
    assert CHECK["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in CHECK["jobs"].values())
    assert ANSWER["permissions"] == {}
    assert ANSWER["jobs"]["jawab"]["permissions"] == {"actions": "read", "pull-requests": "write"}
    checkouts = [step["with"] for step in every_step(ANSWER) if "actions/checkout@" in step.get("uses", "")]
    assert checkouts == [{"repository": "organisasi/kreator", "persist-credentials": False}]
    assert "secrets." not in GUIDE
    assert not [step for step in [*every_step(CHECK), *every_step(ANSWER)] if "${{" in step.get("run", "")]
