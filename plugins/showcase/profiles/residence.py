"""Where a creator lives: a district, a village in it."""

from __future__ import annotations

from ..diagnostics.collector import listed, quoted
from ..frontmatter.nodes import Text
from ..region.model import Village
from ..region.vocabulary import ELSEWHERE, fold
from ..schema.closed_values import inside
from ..schema.fields import Fields
from ..text.similarity import nearest_of, perhaps

FEW = 20  # villages of one district are told; those of all are not


def read_residence(fields: Fields) -> tuple[str, str]:
    """(key of the district or `luar` or "", name of the village or "").

    A village alone tells its district, if only one district has a village of that name.
    """
    district = fields.place("kecamatan")
    node = fields.node("desa")
    if node is None:
        return district, ""
    found = fields.words.villages.get(fold(node.text), ())
    here = next((village for key, village in found if key == district), None)
    if here:
        return district, here.name
    if not district and not fields.entry("kecamatan") and len(found) == 1:
        return found[0][0], found[0][1].name
    _refuse(fields, node, district, found)
    return district, ""


def _refuse(fields: Fields, node: Text, district: str, found: tuple[tuple[str, Village], ...]) -> None:
    """Say why a village is none, or not there. Silent where the district itself could not be read."""
    text = quoted(node.text)
    if district == ELSEWHERE:
        message = f"{text}: untuk kecamatan luar, desa tidak ditulis. Hapus baris ini."
        fields.notes.fault("P202", node, message, key="desa", found=node.text)
    elif not found:
        _unknown(fields, node, district)
    elif district:
        message = f"desa {found[0][1].name} ada di kecamatan {listed(key for key, _ in found)}, bukan {district}."
        message += " Betulkan salah satunya."
        fields.notes.fault("P202", node, message, key="desa", found=node.text)
    elif not fields.entry("kecamatan"):
        districts = [key for key, _ in found]
        message = f"ada desa {text} di beberapa kecamatan. Tulis juga kecamatan: {listed(districts)}."
        fields.notes.fault("P203", node, message, key="desa", found=node.text, allowed=districts)


def _unknown(fields: Fields, node: Text, district: str) -> None:
    known = fields.words.villages
    everywhere = {name: rows[0][1].name for name, rows in known.items()}
    names = {name: everywhere[name] for name, rows in known.items() if not district or district in dict(rows)}
    folded = fold(node.text)
    if other := fields.words.districts.get(folded):
        message = (
            f"{quoted(node.text)} nama kecamatan, bukan desa. Pindahkan ke kecamatan: {other}, lalu hapus baris ini."
        )
        fields.notes.fault("P204", node, message, key="desa", found=node.text)
        return
    guess = nearest_of(folded, names) or inside(node.text, names) or nearest_of(folded, everywhere)
    allowed = sorted(set(names.values()))
    where = f" di kecamatan {district}" if district else ""
    told = f" Yang ada: {', '.join(allowed)}." if len(allowed) <= FEW else ""
    asked = guess or names.get(perhaps(folded, names), "")
    hint = f" Maksudnya {asked}?" if asked else ""
    message = f"{quoted(node.text)} bukan desa atau kelurahan{where}.{told}{hint}"
    fields.notes.fault("P201", node, message, key="desa", found=node.text, allowed=allowed, fix=guess)
