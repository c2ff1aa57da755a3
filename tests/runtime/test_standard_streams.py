"""Standard output that is closed, full or read by nobody changes no exit code but where the output was the work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.sites import tree_of, write_profile

from showcase.settings import PROJECT

# How a shell makes the output what it is -> the exit code of a command whose whole work is to print.
OUTPUTS = {"{} >&-": None, "{} | true; exit ${{PIPESTATUS[0]}}": None, "{} >/dev/full": 2}
GOOD, FAULTY = 0, 1


def ran(shell: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """One command of ours in a shell, its standard output as the shell makes it."""
    command = f'"{sys.executable}" "{PROJECT / "tasks.py"}" {" ".join(words)}'
    around = {**os.environ, "SOURCE_DATE_EPOCH": "1795518400", "GITHUB_OUTPUT": str(cwd / "keluaran")}
    return subprocess.run(
        ["bash", "-c", shell.format(command)], cwd=cwd, env=around, capture_output=True, text=True, check=False
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_profile(tmp_path / "isi", "contoh-satu")
    return tmp_path / "isi"


@pytest.mark.linux
@pytest.mark.parametrize("shell", OUTPUTS)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "--content", "isi"), GOOD),
        (("check", "--content", "isi", "--format", "json"), GOOD),
        (("check", "--content", "salah"), FAULTY),
        (("consents", "--content", "isi"), GOOD),
        (("link", "https://www.instagram.com/contoh.satu/"), GOOD),
        (("link", "https://contoh"), FAULTY),
        (("--help",), GOOD),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_a_command_cannot_print_is_no_fault_of_the_content(content, tmp_path, shell, words, code):
    write_profile(tmp_path / "salah", "contoh-salah", more="topik: ikan\n")
    run = ran(shell, *words, cwd=tmp_path)
    full = OUTPUTS[shell]
    assert run.returncode == (code if full is None else full), run.stderr
    assert "Traceback" not in run.stderr
    assert ("Gagal: yang dicetak tidak dapat ditulis" in run.stderr) is (full is not None)


@pytest.mark.posix
def test_a_command_goes_on_to_what_follows_its_printing(content, tmp_path):
    run = ran("{} | true; exit ${{PIPESTATUS[0]}}", "consents", "--content", "isi", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "keluaran").read_text() == "judul=\n"


@pytest.mark.linux
@pytest.mark.parametrize("shell", ["{} >/dev/full 2>&1", "{} 2>&1 | true; exit ${{PIPESTATUS[0]}}", "{} >&- 2>&-"])
def test_a_site_that_stands_is_a_success_whoever_hears_of_it(content, tmp_path, shell):
    run = ran(shell, "build", "--content", "isi", "--output", "situs", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "")
    assert "index.html" in tree_of(tmp_path / "situs")
    write_profile(content, "contoh-salah", more="topik: ikan\n")
    assert ran(shell, "build", "--content", "isi", "--output", "situs", cwd=tmp_path).returncode == 1
