"""Where a creator lives: a district, a village in it."""

from __future__ import annotations

from ..frontmatter.nodes import Text
from ..region.model import Village
from ..region.vocabulary import ELSEWHERE, fold
from ..schema.closed_values import inside
from ..schema.fields import Fields
from ..text.similarity import nearest_of, perhaps

FEW = 20  # a message lists the villages of one district, not those of all


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
    if district == ELSEWHERE:
        fields.diagnostics.add("P202.outside", node, key="desa", found=node.text)
    elif not found:
        _unknown(fields, node, district)
    elif district:
        village, homes = found[0][1].name, [key for key, _ in found]
        fields.diagnostics.add(
            "P202.elsewhere", node, key="desa", found=node.text, village=village, homes=homes, district=district
        )
    elif not fields.entry("kecamatan"):
        fields.diagnostics.add("P203", node, key="desa", found=node.text, allowed=[key for key, _ in found])


def _unknown(fields: Fields, node: Text, district: str) -> None:
    known = fields.words.villages
    everywhere = {name: rows[0][1].name for name, rows in known.items()}
    names = {name: everywhere[name] for name, rows in known.items() if not district or district in dict(rows)}
    folded = fold(node.text)
    if other := fields.words.districts.get(folded):
        fields.diagnostics.add("P204", node, key="desa", found=node.text, district=other)
        return
    guess = nearest_of(folded, names) or inside(node.text, names) or nearest_of(folded, everywhere)
    asked = guess or names.get(perhaps(folded, names), "")
    allowed = sorted(set(names.values()))
    listed = allowed if len(allowed) <= FEW else ()
    fields.diagnostics.add(
        "P201.village", node, key="desa", found=node.text, allowed=allowed, fix=guess,
        district=district, names=listed, guess=asked,
    )  # fmt: skip
