"""Words for a reader, in the reader's language: translated while a page is made, never while a module is loaded."""

from __future__ import annotations

from gettext import NullTranslations

# Indonesian is the source language; a catalogue for another language goes in here.
translations = NullTranslations()


def N_(text: str) -> str:  # noqa: N802 - the name by which catalogues find such texts
    """The text itself, marked for the catalogues: a table holds it, and `_` says it later."""
    return text


def _(text: str) -> str:
    """The text in the reader's language."""
    return translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for so many, in the reader's language."""
    return translations.ngettext(one, many, count)
