"""What a run of `covers` prints at its end: the works that were completed, and the problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BY_HAND = (
    "Sampul bisa dipasang dengan tangan: simpan gambar dari kreatornya di folder kreator (misalnya sampul.jpg), "
    "lalu tulis baris sampul: sampul.jpg di bawah tautan: karya itu. Tanpa sampul, kartu digambar menurut platformnya."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A work for which something could not be had. by_hand: a person can add it."""

    place: str
    url: str
    reason: str
    by_hand: bool = False


def summary(written: Iterable[str], problems: Iterable[Problem], held_back: int) -> str:
    """The report of a run, for the person who will review the change."""
    done, lost = list(written), list(problems)
    lines = [f"{len(done)} karya dilengkapi." if done else "Tidak ada karya yang dilengkapi."]
    lines += [f"  {one}" for one in done]
    if lost:
        lines.append(f"{len(lost)} catatan:")
        lines += [f"  {one.place}: {one.reason}. {one.url}" for one in lost]
    if any(one.by_hand for one in lost):
        lines.append(BY_HAND)
    if held_back:
        lines.append(f"{held_back} profil bersalah dilewati; jalankan check dahulu.")
    if done:
        lines.append("Periksa perubahan di folder kreator, lalu simpan seperti perubahan lain.")
    return "\n".join(lines) + "\n"
