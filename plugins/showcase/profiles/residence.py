"""Where a creator lives: a district, a village in it."""

from __future__ import annotations

from .fields import Fields
from .notes import listed, quoted
from .suggest import nearest_of
from .vocabulary import ELSEWHERE, fold


def read_residence(fields: Fields) -> tuple[str, str]:
    """(key of the district or `luar` or "", name of the village or ""). A village alone tells its district, if only one has it."""
    district = fields.place("kecamatan")
    node = fields.node("desa")
    if node is None:
        return district, ""
    known = fields.words.villages
    found = known.get(fold(node.text), ())
    here = [village for key, village in found if key == district]
    if here:
        return district, here[0].name
    names = {name: rows[0][1].name for name, rows in known.items() if not district or any(key == district for key, _ in rows)}
    if district == ELSEWHERE:
        fields.notes.fault("P202", node, f"{quoted(node.text)}: untuk kecamatan luar, desa tidak ditulis. Hapus baris ini.", key="desa", found=node.text)
    elif not found:
        guess = nearest_of(fold(node.text), names) or nearest_of(fold(node.text), {name: rows[0][1].name for name, rows in known.items()})
        where = f" di kecamatan {district}" if district else ""
        hint = f" Maksudnya {guess}?" if guess else ""
        allowed = sorted(set(names.values()))
        few = f" Yang ada: {', '.join(allowed)}." if len(allowed) <= 20 else ""
        fields.notes.fault("P201", node, f"{quoted(node.text)} bukan desa atau kelurahan{where}.{few}{hint}", key="desa", found=node.text, allowed=allowed, fix=guess)
    elif district:
        right = listed(key for key, _ in found)
        fields.notes.fault("P202", node, f"desa {found[0][1].name} ada di kecamatan {right}, bukan {district}.", key="desa", found=node.text, fix="")
    elif fields.entry("kecamatan"):
        pass  # the district could not be read, and that has been said
    elif len(found) == 1:
        return found[0][0], found[0][1].name
    else:
        fields.notes.fault("P203", node, f"desa {quoted(node.text)} ada di beberapa kecamatan. Tulis juga kecamatan: {listed(k for k, _ in found)}.",
                           key="desa", found=node.text, allowed=[key for key, _ in found])  # fmt: skip
    return district, ""
