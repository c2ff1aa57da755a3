"""What earlier builds found out is never wrong, at worst forgotten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.cache.cache import Results
from showcase.cache.digests import digest, digest_of_files, packed

KEY, VALUE = digest(b"kunci"), b"nilai"


@pytest.fixture
def file(tmp_path):
    """Results of one value."""
    results = Results(tmp_path / "ingatan", b"kode")
    results.put(KEY, VALUE)
    results.save()
    return tmp_path / "ingatan"


def test_a_value_is_found_again(file):
    assert Results(file, b"kode").get(KEY) == VALUE


def test_other_code_remembers_nothing(file):
    assert Results(file, b"kode lain").get(KEY) is None


def test_what_nobody_asked_for_is_forgotten(file):
    later = Results(file, b"kode")
    later.put(digest(b"lain"), b"x")
    later.save()
    assert Results(file, b"kode").get(KEY) is None


def test_one_more_thing_known_writes_one_file(tmp_path):
    keys = [digest(bytes([number])) for number in range(200)]
    results = Results(tmp_path / "ingatan", b"kode")
    for key in keys:
        results.put(key, VALUE)
    results.save()
    before = {file: file.stat().st_ino for file in tmp_path.iterdir()}
    later = Results(tmp_path / "ingatan", b"kode")
    assert all(later.get(key) == VALUE for key in keys)
    later.put(digest(b"baru"), VALUE)
    later.save()
    assert sum(file.stat().st_ino != place for file, place in before.items()) == 1
    assert len(before) == len(list(tmp_path.iterdir())) == 16


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "berkas").write_text("")
    results = Results(tmp_path / "berkas" / "ingatan", b"kode")
    results.put(KEY, VALUE)
    results.save()


@given(st.data())
def test_a_damaged_file_is_an_empty_memory(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("results")
    results = Results(folder / "ingatan", b"kode")
    results.put(KEY, VALUE)
    results.save()
    [file] = folder.iterdir()
    whole = bytearray(file.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.sampled_from(["flip", "cut", "zero", "empty"]))
    if damage == "flip":
        whole[at] ^= data.draw(st.integers(1, 255))
    elif damage == "cut":
        del whole[at:]
    elif damage == "zero":
        whole[:] = bytes(len(whole))
    else:
        whole.clear()
    file.write_bytes(bytes(whole))
    assert Results(folder / "ingatan", b"kode").get(KEY) is None


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_parts_cannot_be_shifted_into_one_another(one, other):
    assert (digest(*one) == digest(*other)) is (one == other)


def test_what_a_run_puts_it_finds_again(tmp_path):
    results = Results(tmp_path / "ingatan", b"kode")
    results.put(b"kunci", b"nilai")
    assert results.get(b"kunci") == b"nilai"


def test_a_set_is_packed_alike_whatever_its_order():
    script = (
        "from showcase.cache.digests import packed; print(packed((frozenset(map(str, range(50))), {'b': 1, 'a': 2})))"
    )
    around = {"PYTHONPATH": str(Path(__file__).parents[2] / "plugins")}
    seen = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env={**around, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1


def test_a_value_that_has_no_bytes_is_never_taken_for_another():
    with pytest.raises(NotImplementedError, match="in a page"):
        packed((1, object()))


@pytest.mark.posix
def test_files_that_an_editor_hides_beside_an_open_one_are_not_read(tmp_path):
    (tmp_path / "page.html").write_text("satu", encoding="utf-8")
    before = digest_of_files([tmp_path], "*.html")
    (tmp_path / ".#page.html").symlink_to("somebody@somewhere.1234")  # the lock of Emacs
    assert digest_of_files([tmp_path], "*.html") == before


@pytest.mark.parametrize("asked", [False, True])
def test_what_other_code_kept_goes_also_where_nothing_takes_its_place(tmp_path, asked):
    """A profile of somebody who has left must not outlive a change of the program."""
    old = Results(tmp_path / "ingatan", b"kode")
    old.put(KEY, b"Contoh Orang")
    old.save()
    new = Results(tmp_path / "ingatan", b"kode lain")
    assert not asked or new.get(KEY) is None
    new.save()
    assert not any(b"Contoh Orang" in path.read_bytes() for path in tmp_path.iterdir())
