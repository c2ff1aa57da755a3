"""A region without drawings, seen in a browser: nothing is too faint to read in either scheme, nothing is missing."""

from __future__ import annotations

import re
import shutil
from itertools import product

import pytest
from tests.support.browser_visit import visiting
from tests.support.region import CONTENT
from tests.support.serving import serving
from tests.support.sites import build
from tests.theme.test_accessibility import violations

from showcase import settings

pytestmark = pytest.mark.browser
PAGES = ("", "kreator/", "kreator/contoh-kreator-pantai/")
LOOKS = tuple(product(("light", "dark"), (320, 1280)))
CACHE = settings.PROJECT / ".cache" / "tests" / "samples"


@pytest.mark.parametrize("accent", ["#8a3b12", "#ffd400", "#808080"])
def test_axe_finds_nothing_whatever_the_accent(accent, tmp_path, monkeypatch, chromium):
    content = shutil.copytree(CONTENT, tmp_path / "isi")
    shutil.rmtree(content / "wilayah/gambar")
    site_file = content / "wilayah/situs.md"
    text = re.sub("(?m)^bahasa:", f'warna: "{accent}"\nbahasa:', site_file.read_text(encoding="utf-8"))
    site_file.write_text(text, encoding="utf-8")
    monkeypatch.setitem(settings.DEFAULTS, "cache", str(CACHE))
    monkeypatch.setitem(settings.DEFAULTS, "share_images", False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    build(content, tmp_path / "situs")
    wrong = []
    with serving(tmp_path / "situs") as address, visiting(chromium, reduced_motion="reduce") as visit:
        for path in PAGES:
            page = visit.open(address + path).page
            for scheme, width in LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 740})
                wrong += [f"{path} {scheme} {width}: {found}" for found in violations(page)]
        drawn = [img.get_attribute("src") for img in visit.open(address).page.query_selector_all("img[src$='.svg']")]
        assert (len(drawn), visit.trouble) == (2, [])
    assert wrong == []
