"""A picture whose header is good and whose pixels are not."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tests.support.photos import saved, scene

from showcase.pictures import PictureError, inspect
from showcase.pictures import whole as decoding
from showcase.pictures.whole import decode_whole


def test_a_sound_picture_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(saved(scene(64, 48)))
    decode_whole(path, inspect(path))


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (OSError("image file is truncated"), "G108"),  # Pillow, of damaged pixels
        (OSError(errno.EIO, "Input/output error"), "G111"),  # the disk
        (ValueError("bad"), "G108"),
    ],
)
def test_what_fails_while_decoding_is_a_fault_of_the_picture_or_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, code: str
) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(saved(scene(64, 48)))
    facts = inspect(path)

    def fail(*_given: object) -> None:
        raise failure

    monkeypatch.setattr(decoding, "render", fail)
    with pytest.raises(PictureError) as found:
        decode_whole(path, facts)
    assert found.value.code == code
