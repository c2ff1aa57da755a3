"""The search index of equal content is equal, byte for byte."""

from __future__ import annotations

import gzip

import pytest
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.outputs.index_order import in_order
from showcase.outputs.search import UNSEEN

KARYA, KREATOR = b"\x82\x65Karya\x82\x05\x18\x20", b"\x82\x67Kreator\x81\x03"


def index(*values: bytes, filter_name: str = "id_0123abc") -> dict[str, bytes]:
    """The three files of an index that a filter is named in."""
    content = b"pagefind_dcd\x82\x65jenis" + bytes([0x80 + len(values)]) + b"".join(values)
    return {
        f"filter/{filter_name}.pf_filter": gzip.compress(content),
        "pagefind.id_0123456789.pf_meta": gzip.compress(b"pagefind_dcd" + filter_name.encode()),
        "pagefind-entry.json": b'{"languages":{"id":{"hash":"id_0123456789"}}}',
        "fragment/id_1.pf_fragment": b"x",
    }


def test_the_order_of_values_and_the_name_before_make_no_difference():
    one, other = in_order(index(KARYA, KREATOR)), in_order(index(KREATOR, KARYA, filter_name="id_fedcba9"))
    assert one == other
    [path] = [path for path in one if path.startswith("filter/")]
    [meta] = [path for path in one if path.endswith(".pf_meta")]
    assert gzip.decompress(one[path]).endswith(KARYA + KREATOR)
    assert gzip.decompress(one[meta]).decode().endswith(path.removeprefix("filter/").removesuffix(".pf_filter"))
    assert meta.removeprefix("pagefind.").removesuffix(".pf_meta").encode() in one["pagefind-entry.json"]
    assert one["fragment/id_1.pf_fragment"] == b"x"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no Pagefind filter"),
        (b"pagefind_dcd\x81\x61a", "no Pagefind filter"),
        (b"pagefind_dcd\x82\x61a\x01", "without values"),
        (b"pagefind_dcd\x82\x61a\x81\xff", "an item that"),
        (b"pagefind_dcd\x82\x61a\x81", "out of range"),
    ],
)
def test_another_format_is_named(content, told):
    with pytest.raises((ValueError, IndexError), match=told):
        in_order({"filter/id_0123abc.pf_filter": gzip.compress(content), "pagefind-entry.json": b""})


def test_a_site_with_a_search_is_built_the_same_again_and_again(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    for number in range(12):
        write_profile(tmp_path / "content", f"uji-{number}", more=f"karya: https://youtu.be/uji{number:08}\n")
    trees = []
    for number in range(4):
        build(tmp_path / "content", tmp_path / f"out-{number}")
        trees.append(tree_of(tmp_path / f"out-{number}"))
    assert "cari/indeks/pagefind-entry.json" in trees[0]
    assert trees[0] == trees[1] == trees[2] == trees[3]


@pytest.mark.parametrize(
    ("story", "searched"),
    [
        ("Satu <!-- rahasia --> dua", "Satu   dua"),
        ("Satu <!-- rahasia", "Satu  "),
        ("Satu <b title='rahasia'>dua</b>", "Satu  dua "),
        ("1 < 2 > 0", "1 < 2 > 0"),
    ],
)
def test_what_a_page_does_not_show_is_not_searched(story, searched):
    assert UNSEEN.sub(" ", story) == searched
