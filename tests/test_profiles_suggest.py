"""What was meant: the nearest key or value comes first, for the ways in which people mistype."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from showcase.profiles import SCHEMA
from showcase.profiles.keynames import look_up
from showcase.profiles.keys import CONSENT, DOCUMENT, WORK
from showcase.profiles.suggest import distance, meant, nearest, slugify

NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", "snvfrdghuojklmniweayuitxcxt", strict=False))


def typos(word: str, seed: int, edits: int) -> str:
    """The word with that many slips: a letter left out, doubled, swapped, or its neighbour hit."""
    rng = random.Random(f"{word}{seed}{edits}")
    letters = list(word)
    for _ in range(edits):
        at = rng.randrange(len(letters))
        slip = rng.randrange(4)
        if slip == 0 and len(letters) > 2:
            letters.pop(at)
        elif slip == 1:
            letters.insert(at, letters[at])
        elif slip == 2 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = NEIGHBOURS.get(letters[at], "x")
    return "".join(letters)


def slips(names: list[str], edits: int) -> Iterator[tuple[str, str]]:
    for name in names:
        for seed in range(20):
            typed = typos(name, seed, edits)
            if typed != name and typed not in names:
                yield name, typed


@pytest.mark.parametrize("keys", [SCHEMA, WORK, CONSENT, DOCUMENT], ids=["profile", "work", "consent", "document"])
@pytest.mark.parametrize("edits", [1, 2])
def test_the_right_key_is_suggested_first(keys, edits):
    # Two slips in a word of four letters leave nothing to go by.
    names = [key.name for key in keys if len(key.name) > 2 + edits]
    cases = list(slips(names, edits))
    right = sum((key := look_up(typed, keys)[0]) is not None and key.name == name for name, typed in cases)
    assert right / len(cases) >= 0.9, f"{right} of {len(cases)}"


@pytest.mark.parametrize("key", [key for key in (*SCHEMA, *CONSENT) if key.choices], ids=lambda key: key.name)
@pytest.mark.parametrize("edits", [1, 2])
def test_the_right_value_is_suggested_first(key, edits):
    cases = list(slips([value for value in key.values if len(value) > 2 + edits], edits))
    right = sum(meant(typed, key.choices)[:1] == (name,) for name, typed in cases)
    assert right / len(cases) >= 0.9, f"{right} of {len(cases)}"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("title", "nama"), ("name", "nama"), ("Tiktok", "akun"), ("instagram", "akun"), ("tags", "topik"),
        ("bio", "ringkasan"),
        ("photo", "foto"), ("district", "kecamatan"), ("works", "karya"), ("phone", "whatsapp"), ("email", "surel"),
        ("price", "tarif_mulai"), ("consent", "persetujuan"), ("kelurahan", "desa"), ("kata kunci", "kata_kunci"),
    ],
)  # fmt: skip
def test_a_key_known_under_another_name_is_answered_with_the_right_one(typed, key):
    found, _ = look_up(typed, SCHEMA)
    assert found is not None
    assert found.name == key


def test_every_name_means_one_key():
    """A wrong name that is a key elsewhere would send people in circles."""
    for keys in (SCHEMA, WORK, CONSENT, DOCUMENT):
        names = [name for key in keys for name in (key.name, *key.also, *key.wrong)]
        assert len(names) == len(set(names))
        assert len({key.field for key in keys}) == len(keys)


def test_every_example_of_the_schema_is_short_and_has_help():
    for key in (*SCHEMA, *WORK, *CONSENT):
        assert key.help
        assert not key.help.endswith(".")


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "", 0), ("a", "", 1), ("nama", "nma", 1), ("nama", "naam", 1), ("desa", "dusun", 3)],
)
def test_a_swap_of_neighbours_is_one_edit(one, other, edits):
    assert distance(one, other) == distance(other, one) == edits


def test_nothing_near_is_nothing():
    assert nearest("xyzzy", ["nama", "topik"]) == ""
    assert nearest("", ["nama"]) == ""


@pytest.mark.parametrize(
    ("text", "slug"), [("Sanggar Édi: Tari!", "sanggar-edi-tari"), ("!!!", ""), ("  A  ", "a"), ("日本", "")]
)
def test_a_slug_is_what_can_be_an_address(text, slug):
    assert slugify(text) == slug
