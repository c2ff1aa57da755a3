"""A file that is written atomically is the old one or the new one at any moment, and leaves nothing beside it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from showcase.runtime.atomic_write import write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("keep_old", [True, False])
def test_a_new_file_takes_the_place_of_the_old_one(tmp_path, keep_old):
    path = tmp_path / "baru" / "berkas"
    for data in (b"lama", b"bita"):
        write_atomically(path, data, keep_old=keep_old)
        assert path.read_bytes() == data
        assert names(path.parent) == ["berkas"]


def test_a_temporary_file_that_is_cleared_away_is_written_again(tmp_path, monkeypatch):
    real, cleared = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        if not cleared:
            cleared.append(self)
            self.unlink()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(tmp_path / "gambar", b"bita")
    assert cleared
    assert names(tmp_path) == ["gambar"]
    assert (tmp_path / "gambar").read_bytes() == b"bita"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "penuh"), KeyboardInterrupt()])
def test_whatever_stops_it_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, error):
    (tmp_path / "berkas").write_bytes(b"lama")

    def replace(_self: Path, _target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(type(error)):
        write_atomically(tmp_path / "berkas", b"bita")
    assert names(tmp_path) == ["berkas"]
    assert (tmp_path / "berkas").read_bytes() == b"lama"
