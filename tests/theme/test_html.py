"""Every page is valid HTML, as the W3C's Nu checker judges it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parents[2] / ".cache" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HOW = "npm install --prefix .cache/vnu vnu-jar"


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks files; skips, and says how to get it, where it or Java is missing."""
    jar = Path(os.environ.get("VNU_JAR", CHECKER))
    if not shutil.which("java"):
        pytest.skip("Pemeriksa HTML memerlukan Java. Di Debian: sudo apt install default-jre-headless")
    if not jar.is_file():
        pytest.skip(f"Pemeriksa HTML tidak ada. Jalankan: {HOW} (atau isi VNU_JAR dengan letak vnu.jar)")
    return ["java", "-Xss4m", "-Xmx512m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout"]


def errors(checker: list[str], folder: Path) -> list[str]:
    """Errors of every page below a folder: place, reason and text."""
    pages = sorted(map(str, folder.rglob("*.html")))
    run = subprocess.run([*checker, *pages], capture_output=True, text=True, check=True)
    return [
        f"{found['url'].partition(folder.name)[2]}:{found.get('lastLine')}: {found['message']} {found.get('extract')!r}"
        for found in json.loads(run.stdout)["messages"]
        if found["type"] in ("error", "non-document-error")
    ]


@pytest.mark.long
@pytest.mark.parametrize("name", ["samples", "repo", "public", "crowd-1", "crowd-60"])
def test_every_page_is_valid(name, checker, sites):
    assert errors(checker, sites(name).folder) == []


@pytest.mark.long
def test_the_checker_would_find_something(checker, tmp_path):
    page = "<!doctype html><html lang=id><title>a</title><p id=a><p id=a><div></b>"
    (tmp_path / "salah.html").write_text(page, encoding="utf-8")
    found = "\n".join(errors(checker, tmp_path))
    assert "Duplicate ID" in found
    assert "Stray end tag" in found
