"""A value of a closed list (topics, districts, services …): found as typed, or the nearest is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..region.model import Language
from ..region.vocabulary import ELSEWHERE, EVERYWHERE, Vocabulary, fold
from ..text.similarity import distance, nearest_of, perhaps
from .key import Choice, Key

# A message lists the values if there are so few; otherwise it names the file that holds them.
SHORT_LIST = 20
# What people write between values.
BETWEEN = re.compile(r"\s*[,;/&+|()]\s*|\s+dan\s+")
FILES = {"place": "tempat.csv", "service": "jasa.csv"}


@cache
def in_region(keys: tuple[Key, ...], languages: tuple[Language, ...]) -> tuple[Key, ...]:
    """The keys as they are in a region: its languages are few, and are read as our own lists are."""
    choices = tuple(
        Choice(one.key, one.key, one.name, tuple(alias.casefold() for alias in one.aliases)) for one in languages
    )
    return tuple(replace(key, choices=choices) if key.source == "language" else key for key in keys)


def value_of(node: Text, key: Key, diagnostics: DiagnosticCollector) -> str:
    """The allowed value that a text is; "" and a fault if it is none."""
    text = " ".join(node.text.split())
    folded = text.casefold()
    spellings = {folded, folded.replace("_", "-"), folded.replace(" ", "-"), folded.replace("-", " ")}
    # "atas kiri" is "kiri atas": the order of words never tells two values apart.
    sorted_words = sorted(folded.split())
    value = next((value for value in key.values if value in spellings or sorted(value.split()) == sorted_words), "")
    if value:
        if folded != value:  # capitals are how phones begin a line and how names are written, no mistake
            diagnostics.add("P104.value", node, key=key.name, found=node.text, fix=value)
        return value
    guesses = meant(text, key.choices)
    fix = guesses[0] if len(guesses) == 1 else _each(text, key)
    if not guesses and not fix:
        named = tuple(part for part in BETWEEN.split(folded) if part in key.values)  # several, where one is wanted
        guesses = named or (perhaps(text, key.values),)
    guesses = tuple(filter(None, guesses))
    diagnostics.add("P106", node, key=key.name, found=node.text, allowed=key.values, fix=fix, guesses=guesses)
    return ""


def meant(word: str, choices: tuple[Choice, ...]) -> tuple[str, ...]:
    """The allowed values that a word stands for: by another word for it, or the nearest spelling."""
    folded = " ".join(word.casefold().split())
    hits = tuple(choice.value for choice in choices if folded in choice.words)
    if hits:
        return hits
    names = {name: choice.value for choice in choices for name in (choice.value, choice.label.casefold())}
    found = nearest_of(folded, names)
    if not found:
        found = nearest_of(folded, {w: choice.value for choice in choices for w in choice.words if len(w) > 3})
        if found and perhaps(folded, (choice.value for choice in choices)) not in ("", found):
            return ()  # another value itself is as near
    return (found,) if found else ()


def _each(text: str, key: Key) -> str:
    """Several values in one text, each of which stands for exactly one: `Bahasa Indonesia dan Inggris`."""
    parts = [part for part in BETWEEN.split(text) if part]
    found = [meant(part, key.choices) for part in parts] if key.kind == "choices" and len(parts) > 1 else []
    return ", ".join(dict.fromkeys(one[0] for one in found)) if all(len(one) == 1 for one in found) else ""


def inside(text: str, names: Mapping[str, str]) -> str:
    """The value that a part of the text names: `Sijuk, Kabupaten Contoh`, `semua kecamatan`."""
    parts = (*BETWEEN.split(text), *text.split())
    return next((names[folded] for part in parts if (folded := fold(part)) in names), "")


def is_regional(text: str, key: Key, words: Vocabulary) -> bool:
    """True for a name out of the region's list."""
    return fold(text) in words.names(key.source) or text.casefold() in words.shown[key.source]


def regional_of(node: Text, key: Key, words: Vocabulary, diagnostics: DiagnosticCollector) -> str:
    """The key of the region's list that a text names; "" and a fault if none."""
    names, shown = words.names(key.source), words.shown[key.source]
    folded = fold(node.text)
    special = {word: word for word in (ELSEWHERE, EVERYWHERE) if word in shown}
    if folded in special or folded in names:
        return special.get(folded) or names[folded]
    if key.name == "kecamatan" and (homes := words.villages.get(folded)):
        districts = tuple(district for district, _ in homes)
        fix = districts[0] if len(districts) == 1 else ""
        diagnostics.add("P205", node, key=key.name, found=node.text, allowed=districts, fix=fix)
        return ""
    guess = nearest_of(folded, names) or next(
        (word for word in special if distance(folded, word) <= 2 < len(folded)), ""
    )
    guess = guess or inside(node.text, {**names, **special})
    near = guess or names.get(perhaps(folded, names), "")
    if len(shown) <= SHORT_LIST:
        diagnostics.add("P201.list", node, key=key.name, found=node.text, allowed=shown, fix=guess, guess=near)
    else:
        file, name = FILES.get(key.source, "wilayah.csv"), key.name
        diagnostics.add("P201.file", node, key=name, found=node.text, allowed=shown, fix=guess, file=file, guess=near)
    return ""
