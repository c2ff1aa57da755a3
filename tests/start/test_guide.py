"""docs/daerah-lain.md is made of the rows that read `content/wilayah/`, and says every file and column of it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.region import CONTENT

from showcase.schema.keys import OFFICE, SITE
from showcase.start.guide import COLUMNS, DRAWN, PICTURES, SHEETS, guide

PROJECT = Path(__file__).resolve().parents[2]
PAGE = PROJECT / "docs/daerah-lain.md"


def test_the_page_is_current():
    command = "PYTHONPATH=plugins python3 -m showcase.start.guide > docs/daerah-lain.md"
    assert PAGE.read_text(encoding="utf-8") == guide(), f"stale; run: {command}"


def test_every_key_of_the_site_stands_in_it():
    rows = re.findall(r"(?m)^\| `(\w+)` \|", guide().partition("## Berkas")[0])
    assert rows == [key.name for key in (*SITE, *OFFICE)]


def test_every_column_and_every_picture_is_told():
    assert {name for sheet in SHEETS for name in sheet.columns} == set(COLUMNS)
    assert set(DRAWN) <= set(PICTURES)


def test_every_file_of_a_region_stands_in_it():
    told = {"situs.md", *PICTURES, *(sheet.name for sheet in SHEETS)}
    for content in (CONTENT, PROJECT / "plugins/showcase/start/isi"):
        folder = content / "wilayah"
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert found <= told, content


def test_its_links_and_pictures_are_there():
    targets = re.findall(r'\]\(([^)#]+)|src="([^"]+)"', guide())
    assert [target for pair in targets for target in pair if target and not (PAGE.parent / target).exists()] == []
