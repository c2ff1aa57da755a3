"""One and two letters mistyped, in every key and every value of a closed list: what the message asks about first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from tests.profiles.making import TODAY
from tests.profiles.typos import typos
from tests.support.region import CONTENT

from showcase.content import read_region
from showcase.diagnostics.collector import DiagnosticCollector
from showcase.frontmatter.nodes import Text
from showcase.profiles.residence import read_residence
from showcase.region.vocabulary import Vocabulary, vocabulary_of
from showcase.schema import PROFILE
from showcase.schema.closed_values import in_region, regional_of, value_of
from showcase.schema.entries import Entry, Table
from showcase.schema.fields import Fields
from showcase.schema.key import Key
from showcase.schema.key_names import settle
from showcase.schema.keys import CONSENT, DOCUMENT, OFFICE, SITE, WORK

ENOUGH = 0.9
REGION = CONTENT / "wilayah"
TABLES = {"profil": PROFILE, "karya": WORK, "persetujuan": CONSENT, "tulisan": DOCUMENT, "situs": (*SITE, *OFFICE)}
UNDERSTOOD = "(dipahami)"

# (group, the right word, what the message about a mistyped one asks)
Case = tuple[str, str, Callable[[str], str]]


@cache
def words() -> Vocabulary:
    """The lists of the project's own region."""
    region, _ = read_region(REGION, TODAY)
    assert region is not None
    return vocabulary_of(region)


def asked(diagnostics: DiagnosticCollector) -> str:
    """The first word that the message asks about."""
    if not diagnostics.has_faults:
        return UNDERSTOOD
    question = re.search(r"Maksudnya (.+?)(?: atau .+)?\?", diagnostics.faults[0].message)
    return question[1] if question else ""


def about_key(typed: str, keys: tuple[Key, ...]) -> str:
    diagnostics = DiagnosticCollector("x")
    settle([Entry(typed, None, Text("x", 1, 1), 1, 1)], keys, diagnostics, inside="")
    return asked(diagnostics)


def about_value(typed: str, key: Key) -> str:
    diagnostics = DiagnosticCollector("x")
    if (known := in_region((key,), words().languages)[0]).choices:
        value_of(Text(typed, 1, 1), known, diagnostics)
    elif key.source == "village":
        table = Table((Entry(key.name, key, Text(typed, 1, 1), 1, 1),), 1, 1)
        read_residence(Fields(table, PROFILE, diagnostics, words(), TODAY))
    else:
        regional_of(Text(typed, 1, 1), key, words(), diagnostics)
    return asked(diagnostics)


def of_keys() -> Iterator[Case]:
    for group, keys in TABLES.items():
        for key in keys:
            yield group, key.name, lambda typed, keys=keys: about_key(typed, keys)


def of_values() -> Iterator[Case]:
    for key in (*PROFILE, *CONSENT):
        for value in key.values:
            yield key.name, value, lambda typed, key=key: about_value(typed, key)


def of_the_region() -> Iterator[Case]:
    for key in (*PROFILE, *WORK):
        if key.source == "village":
            names = sorted({rows[0][1].name for rows in words().villages.values()})
        else:
            names = list(words().shown.get(key.source, ()))
        # A third of the hundreds of names is enough: they are looked up the same way.
        for name in names if len(names) < 20 else names[::3]:
            yield key.name, name, lambda typed, key=key: about_value(typed, key)


def rates(cases: Iterator[Case], edits: int, each: int) -> dict[str, float]:
    """Part of the typos that get the right word, by group, by slip, near and far; and of all."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for group, word, ask in cases:
        for near in (True, False):
            for slip, typed in typos(word.lower(), edits, near=near, each=each):
                if (answer := ask(typed)) == UNDERSTOOD:
                    continue
                for name in ("all", group, slip, "near" if near else "far"):
                    every[name] += 1
                    right[name] += answer == word
    return {name: right[name] / count for name, count in every.items()}


@pytest.mark.parametrize("edits", [1, 2])
@pytest.mark.parametrize(
    ("cases", "each"), [(of_keys, 8), (of_values, 8), (of_the_region, 1)], ids=["keys", "values", "region"]
)
def test_the_right_word_is_asked_about_first(cases, each, edits, capsys):
    found = rates(cases(), edits, each)
    with capsys.disabled():
        print(f"\n{edits} slips:", ", ".join(f"{name} {rate:.1%}" for name, rate in found.items()), end=" ")
    assert {name: rate for name, rate in found.items() if rate < ENOUGH} == {}


@pytest.mark.parametrize("typed", ["xyzzy", "golongan_darah", "umur", "q"])
def test_what_resembles_no_key_gets_no_guess(typed):
    assert about_key(typed, PROFILE) == ""


def test_a_guess_at_a_short_word_is_asked_about_but_not_offered_to_paste():
    diagnostics = DiagnosticCollector("x")
    settle([Entry("ft", None, Text("x", 1, 1), 1, 1)], PROFILE, diagnostics, inside="")
    assert "Maksudnya foto?" in diagnostics.faults[0].message
    assert diagnostics.faults[0].fix == ""
