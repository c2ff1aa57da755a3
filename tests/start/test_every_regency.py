"""Each of the 514 regencies has its time zone, its districts on the map, and tables that are read without a fault."""

from __future__ import annotations

import json
import lzma
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from showcase.content import read_region
from showcase.content.drawings import unsafe_part
from showcase.start.make import make, without_boundary
from showcase.start.register import DATA, read_register
from showcase.start.site import Answers
from showcase.start.topology import BOUNDARIES, boundaries_of

TODAY = date(2026, 11, 26)
KNOWN_GAP = "72.06.20"  # the national boundaries lack this district
# Islands far apart, two districts, fifty, apostrophes and brackets in names, no boundary, the capital, a shared name.
HARDEST = ["31.01", "21.03", "81.08", "13.72", "95.03", "73.18", "96.03", "73.10", "72.06", "31.71", "32.71", "92.03"]
LARGEST_MAP, LARGEST_MARK = 60_000, 8_000


@pytest.fixture(scope="module")
def register():
    return {one.code: one for one in read_register()}


@pytest.fixture(scope="module")
def topologies():
    return json.loads(lzma.decompress((DATA / BOUNDARIES).read_bytes()))


def wrong_with(regency, topology, folder) -> list[object]:
    """All that is not as it should be with the content made for one regency."""
    boundaries = boundaries_of(topology)
    files = make(regency, boundaries, Answers(), TODAY)
    for path, data in files.items():
        if path.startswith("wilayah/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    region, faults = read_region(folder / "wilayah", TODAY)
    missing = [one.code for one in without_boundary(regency, boundaries)]
    wrong: list[object] = [fault for fault in faults if fault.found != "tanpa_peta"]
    wrong += [code for code in missing if code != KNOWN_GAP]
    wrong += [
        one.code
        for one in region.districts
        if f'data-kode="{one.code}"' not in region.map_svg and one.code not in missing
    ]
    wrong += [one.code for one in region.districts if not (one.latitude and one.longitude) and one.code != KNOWN_GAP]
    if [one.code for one in region.districts] != [one.code for one in regency.districts] or not regency.districts:
        wrong.append("districts")
    if len({one.key for one in region.districts}) < len(region.districts):
        wrong.append("district keys")
    if any(len({v.key for v in one.villages}) < len(one.villages) for one in region.districts):
        wrong.append("village keys")
    if any(len(drawn) > most for drawn, most in ((region.map_svg, LARGEST_MAP), (region.logo_svg, LARGEST_MARK))):
        wrong.append("size")
    if unsafe_part(region.logo_svg) or 'd=""' in region.logo_svg:
        wrong.append("mark")
    if str(ZoneInfo(region.site.timezone)) != regency.timezone:
        wrong.append("zone")
    return wrong


@pytest.mark.parametrize("code", HARDEST)
def test_the_hardest_are_whole(register, topologies, code, tmp_path):
    assert wrong_with(register[code], topologies[code], tmp_path) == []


@pytest.mark.long
def test_every_regency_is_whole(register, topologies, tmp_path):
    found = {code: wrong_with(one, topologies[code], tmp_path) for code, one in register.items()}
    assert len(found) == 514
    assert {code: wrong for code, wrong in found.items() if wrong} == {}


def test_the_one_gap_is_written_for_the_map(register, topologies):
    morowali = register["72.06"]
    text = make(morowali, boundaries_of(topologies["72.06"]), Answers(), TODAY)["wilayah/situs.md"].decode()
    (name,) = (one.name for one in morowali.districts if one.code == KNOWN_GAP)
    assert f"\ntanpa_peta: {name}\n" in text


TERMS = {"73.71": "kecamatan", "91.71": "distrik", "92.03": "distrik", "96.03": "distrik"}


@pytest.mark.parametrize("code", TERMS)
def test_districts_are_called_as_they_are_there(register, topologies, code):
    files = make(register[code], boundaries_of(topologies[code]), Answers(), TODAY)
    site, title = files["wilayah/situs.md"].decode(), f"Peta {TERMS[code]} {register[code].name}</title>"
    assert f"\njudul_peta: Dari setiap {TERMS[code]}\n" in site
    assert f"\nkalimat_hilang: Sudah kami cari di setiap {TERMS[code]}.\n" in site
    assert title in files["wilayah/peta.svg"].decode()


ZONES = [("11", "Jakarta"), ("36", "Jakarta"), ("62", "Jakarta"), ("51", "Makassar"), ("63", "Makassar")]
ZONES += [("65", "Makassar"), ("73", "Makassar"), ("81", "Jayapura"), ("82", "Jayapura"), ("96", "Jayapura")]


@pytest.mark.parametrize(("province", "city"), ZONES)
def test_the_time_zone_is_the_province_s(register, province, city):
    assert {one.timezone for one in register.values() if one.code.startswith(province)} == {f"Asia/{city}"}
