"""Models are built from the rows of the key table: each row's field is there, and of the type that its kind reads."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date
from typing import get_args, get_type_hints

import pytest

from showcase.content.site_file import NO_WORDS
from showcase.diagnostics.collector import DiagnosticCollector
from showcase.profiles.model import Consent, Creator, Document, Work
from showcase.region.model import Office, Site
from showcase.schema.builder import build
from showcase.schema.fields import READERS, Fields
from showcase.schema.key import Key
from showcase.schema.keys import CONSENT, DOCUMENT, OFFICE, PROFILE, SITE, WORK
from showcase.schema.reading import read_front_matter

MODELS = (
    (Creator, PROFILE), (Work, WORK), (Consent, CONSENT), (Document, DOCUMENT), (Site, SITE), (Office, OFFICE),
)  # fmt: skip
ROWS = [
    pytest.param(model, key, id=f"{model.__name__} {key.name}")
    for model, keys in MODELS
    for key in keys
    if key.kind in READERS and key.field in {field.name for field in fields_of(model)}
]
# What a kind reads; the codes of a closed list are spelled out in the type of some fields.
TYPES = {
    "line": {str}, "lines": {tuple}, "choices": {tuple, frozenset}, "slugs": {tuple}, "place": {str}, "yes": {bool},
    "date": {date}, "number": {int}, "money": {int}, "phone": {str}, "email": {str},
}  # fmt: skip
# Fields that no key fills: they are about the file.
OF_THE_FILE = {"slug", "source", "folder", "story", "story_line", "pictures", "line"}
# Keys that only help to read others, and fields that are read out of such keys.
HELPERS = {"focus", "portrait_credit", "photo_credit", "adult", "audience"}
OF_SEVERAL = {"for_office", "colours", "office"}


def types_of(model: type, field: str) -> set[object]:
    """The types of a field; None goes without saying."""
    hint = get_type_hints(model)[field]
    parts = get_args(hint) if type(None) in get_args(hint) else (hint,)
    return {getattr(part, "__origin__", part) for part in parts} - {type(None)}


@pytest.mark.parametrize(("model", "keys"), MODELS, ids=lambda part: getattr(part, "__name__", ""))
def test_every_field_has_a_key_and_every_key_a_field(model, keys):
    fields = {field.name for field in fields_of(model)} - OF_THE_FILE - OF_SEVERAL
    assert {key.field for key in keys} - HELPERS == fields


@pytest.mark.parametrize(("model", "key"), ROWS)
def test_the_kind_of_a_key_reads_what_its_field_holds(model: type, key: Key):
    if key.kind == "choice":
        hint = get_type_hints(model)[key.field]
        codes = {code for part in (hint, *get_args(hint)) for code in (get_args(part) or (part,))}
        assert {choice.code for choice in key.choices} <= codes
    else:
        assert types_of(model, key.field) <= TYPES[key.kind]


def read(*lines: str) -> Fields:
    diagnostics = DiagnosticCollector("index.md")
    table = read_front_matter(lines, 2, WORK, diagnostics)
    return Fields(table, WORK, diagnostics, NO_WORDS, date(2026, 11, 23))


def test_what_is_not_given_is_read_and_what_is_not_said_is_as_the_model_has_it():
    work = build(Work, read("judul: Pantai", "tanggal: 2 Oktober 2026", "kredit: Rina"), line=2, credit="Wulan",
                 link=None, photos=(), cover=None)  # fmt: skip
    assert work == Work(title="Pantai", published=date(2026, 10, 2), credit="Wulan", line=2)


def test_a_key_that_takes_more_to_read_must_be_given():
    with pytest.raises(KeyError, match="link"):
        build(Work, read("tautan: https://youtu.be/aqz-KE-bpKQ"), line=2, photos=(), cover=None)
