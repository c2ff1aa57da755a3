"""Asking on a terminal what only people know; Enter leaves it for later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from ..content.site_file import read_site
from .register import Regency
from .site import Answers, likely, site_md

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Nama situs",
        "office": "Nama resmi dinas",
        "office_short": "Nama pendek dinas",
        "whatsapp": "Nomor WhatsApp dinas",
        "email": "Surel dinas",
        "address": "Alamat kantor dinas",
        "repository": "Alamat repositori di GitHub",
    }
)
INTRODUCTION = "Yang berikut hanya Anda yang tahu. Tekan Enter untuk yang belum ada; semua dapat diisi nanti."


def ask(
    regency: Regency, today: date, read: Callable[[str], str] = input, say: Callable[[str], None] = print
) -> Answers:
    """The answers; a mistaken one is asked for again. Whoever ends the input leaves the rest for later."""
    say(INTRODUCTION)
    offered, answers = likely(regency), Answers()
    for field in fields(Answers):
        # A short name goes with the office that was offered, not with another.
        offer = "" if field.name == "office_short" and answers.office else getattr(offered, field.name)
        prompt = f"{QUESTIONS[field.name]}{f' [{offer}]' if offer else ''}: "
        while True:
            try:
                typed = " ".join(read(prompt).split())
            except EOFError:
                say("")
                return answers
            if field.name == "repository" and "github.com/" in typed:
                typed = f"https://{typed.partition('://')[2] or typed}".removesuffix(".git")
            attempt = replace(answers, **{field.name: typed})
            mistakes = mistakes_in(regency, attempt, today)
            if not mistakes:
                answers = attempt
                break
            for mistake in mistakes:
                say(f"  {mistake}")
    return answers


def mistakes_in(regency: Regency, answers: Answers, today: date) -> tuple[str, ...]:
    """What `check` would say about these answers."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "situs.md").write_text(site_md(regency, answers, today, ()), encoding="utf-8", newline="\n")
        _, faults = read_site(Path(folder), today)
    return tuple(fault.message for fault in faults if fault.severity == "fault")
