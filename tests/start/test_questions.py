"""On a terminal, what only people know is asked; a mistake is said and asked again, the rest may wait."""

from __future__ import annotations

from datetime import date

import pytest
from tests.start.making import write_lists

from showcase.start.questions import ask
from showcase.start.register import Regency, read_register
from showcase.start.site import Answers, likely

TODAY = date(2026, 11, 26)


@pytest.fixture
def city(tmp_path) -> Regency:
    return read_register(write_lists(tmp_path))[1]


def conversation(city, *typed: str) -> tuple[Answers, list[str]]:
    """What comes of typing these lines, and all that was shown."""
    lines, shown = iter(typed), []

    def read(prompt: str) -> str:
        shown.append(prompt)
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    return ask(city, TODAY, read, shown.append), shown


def test_what_is_asked(city):
    answers, shown = conversation(city, *[""] * 7)
    assert answers == Answers()
    assert shown == [
        "Yang berikut hanya Anda yang tahu. Tekan Enter untuk yang belum ada; semua dapat diisi nanti.",
        "Nama situs [Kreator Kota Umpama]: ",
        "Nama resmi dinas [Dinas Komunikasi dan Informatika Kota Umpama]: ",
        "Nama pendek dinas [Diskominfo Kota Umpama]: ",
        "Nomor WhatsApp dinas: ",
        "Surel dinas: ",
        "Alamat kantor dinas: ",
        "Alamat repositori di GitHub: ",
    ]


def test_answers_are_taken_and_mistakes_asked_again(city):
    typed = ["  Umpama  Kreatif", "", "", "nol delapan", "0811-0000-000", "kantor@contoh", "kantor@contoh.id"]
    answers, shown = conversation(city, *typed, "Jalan Contoh: nomor 1 #2", "github.com/contoh/kreator")
    assert answers == Answers(
        name="Umpama Kreatif",
        whatsapp="0811-0000-000",
        email="kantor@contoh.id",
        address="Jalan Contoh: nomor 1 #2",
        repository="https://github.com/contoh/kreator",
    )
    assert [sum(text.startswith("  ") for text in shown), shown.count("Surel dinas: ")] == [2, 2]


def test_whoever_ends_the_input_leaves_the_rest_for_later(city):
    answers, _ = conversation(city, "Umpama Kreatif")
    assert answers == Answers(name="Umpama Kreatif")


def test_the_capital_s_cities_have_branches():
    capital = next(one for one in read_register() if one.code == "31.71")
    assert likely(capital).office == (
        "Suku Dinas Komunikasi, Informatika dan Statistik Kota Administrasi Jakarta Pusat"
    )
