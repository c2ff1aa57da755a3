"""Nothing of the region that this project began with is on another region's site: with samples, empty, with people."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.start.making import person, write_lists
from tests.support.sites import build

from showcase.commands import bootstrap
from showcase.pictures import PicturePipeline
from showcase.start.make import make
from showcase.start.register import read_register
from showcase.start.site import Answers
from showcase.start.topology import read_boundaries

TODAY = date(2026, 11, 26)
WORDS = re.compile(
    r"belit[uo]ng|tanjung ?pandan|sijuk|membalong|\bbadau\b|selat.?nasik|mercusuar|granit|tarsius|rumah adat"
    r"|\bpulau|\bpantai|\blaut\b|\bperahu|nelayan|pesisir|melayu|lighthouse|asia/jakarta",
    re.IGNORECASE,
)
TEXTS = {".html", ".css", ".svg", ".json", ".xml", ".js", ".txt", ".csv", ".webmanifest"}
PERSON = person("rina-umpama", "kecamatan: Lembah Ka'u", "kelurahan: Kebun")


@pytest.fixture
def content(tmp_path) -> Path:
    """A landlocked city as `start` makes it, with an office that can be reached."""
    lists = write_lists(tmp_path / "daftar")
    city = next(one for one in read_register(lists) if one.name == "Kota Umpama")
    files = make(city, read_boundaries(city.code, lists), Answers(email="kantor@contoh.id"), TODAY)
    for path, data in files.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_bytes(data)
    return tmp_path / "content"


def leftovers(output: Path) -> set[str]:
    """The files that hold a word of the old region, each with what stands around the first."""
    found = set()
    for path in output.rglob("*"):
        if path.suffix in TEXTS:
            text = path.read_text(encoding="utf-8")
            if word := WORDS.search(text):
                around = " ".join(text[max(0, word.start() - 40) : word.end() + 40].split())
                found.add(f"{path.relative_to(output)}: {around}")
    return found


@pytest.mark.parametrize("kind", ["samples", "nobody", "people"])
def test_no_word_of_another_region_is_published(content, tmp_path, monkeypatch, kind):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 11, 26, tzinfo=UTC).timestamp())))
    monkeypatch.setenv("SITEURL", "https://kreator.contoh.id")
    if kind == "people":
        (content / "kreator" / "rina-umpama").mkdir()
        (content / "kreator" / "rina-umpama" / "index.md").write_text(PERSON, encoding="utf-8")
    drawn, order = [], PicturePipeline.order_share
    monkeypatch.setattr(
        PicturePipeline, "order_share", lambda *given, **more: drawn.append(str(given[1])) or order(*given, **more)
    )
    output = tmp_path / "output"
    outcome = build(content, output, public=kind != "samples")
    assert (outcome.creators, outcome.suggestions) == ({"samples": 6, "nobody": 0, "people": 1}[kind], ())
    assert leftovers(output) == set()
    assert bool(drawn) is (kind != "samples"), "only a site with an address has them"
    assert [card for card in drawn if WORDS.search(card)] == []


def test_no_word_of_another_region_is_told_where_the_libraries_cannot_be_installed(tmp_path):
    """Also not by the path of the log: every office reads it."""
    (tmp_path / "requirements.txt").write_text("tidak ada\n", encoding="utf-8")
    code = "import runpy, sys; from pathlib import Path; bootstrap = runpy.run_path(sys.argv[1])"
    code += "; sys.exit(bootstrap['main'](Path(sys.argv[2]), ['build']))"
    ran = subprocess.run(
        (sys.executable, "-c", code, bootstrap.__file__, str(tmp_path)), cwd=tmp_path,
        env=os.environ | {"PIP_CONFIG_FILE": os.devnull}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "Selengkapnya: " in ran.stderr
    assert not WORDS.search(ran.stderr.replace(str(tmp_path), ""))


def test_the_words_are_found_where_they_are(tmp_path):
    (tmp_path / "satu.html").write_text("Kreator <b>Belitung</b>, dari Tanjung Pandan", encoding="utf-8")
    (tmp_path / "dua.json").write_text('{"zona":"Asia/Jakarta"}', encoding="utf-8")
    (tmp_path / "foto.jpg").write_bytes(b"belitung")
    assert leftovers(tmp_path) == {
        "satu.html: Kreator <b>Belitung</b>, dari Tanjung Pandan", 'dua.json: {"zona":"Asia/Jakarta"}',
    }  # fmt: skip
