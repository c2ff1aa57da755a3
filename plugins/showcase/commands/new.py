"""`new`: writes a folder with a minimal profile to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..content import read_region
from ..content.homes import home_of
from ..content.region_day import region_day
from ..diagnostics.fault import ToolFailure
from ..region.model import Region
from ..schema import PROFILE, Key
from ..text.similarity import slugify

SHORTEST = 2


def run(name: str, content: Path, project_content: Path | None = None) -> int:
    """Write `kreator/<slug>/index.md` for a creator. Exit code 0. Raises ToolFailure if it is there already.

    What only a person can know (account, consent) stays empty: `check` names it until it is filled in.
    """
    name = " ".join(name.split())
    slug = slugify(name)
    if len(slug) < SHORTEST:
        raise ToolFailure(
            f'nama "{name}" tidak memuat cukup huruf a-z untuk nama folder. Buat foldernya dengan nama lain.'
        )
    folder = content / "kreator" / slug
    if folder.exists():
        raise ToolFailure(f"folder kreator/{slug} sudah ada; tidak ada yang diubah.")
    home = project_content or content
    today = region_day(content, home)
    region, _faults = read_region(home_of("wilayah", content, home) / "wilayah", today)
    text = template(name, today.isoformat(), examples_of(region) if region else {})
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(text, encoding="utf-8", newline="\n")
    print(f"Dibuat: {folder / 'index.md'}")
    print("Isi akun, topik, dan persetujuan, simpan foto di folder itu, lalu periksa: python3 tasks.py check")
    return 0


def examples_of(region: Region) -> dict[str, str]:
    """Values out of the region's own lists, by key: those of another region would be faults here."""
    homes = ((district.key, village.name) for district in region.districts for village in district.villages)
    district, village = next(homes, ("", ""))
    services, languages = (", ".join(one.key for one in many[:1]) for many in (region.services, region.languages))
    return {"kecamatan": district, "desa": village, "jasa": services, "bahasa": languages}


def template(name: str, today: str, examples: Mapping[str, str]) -> str:
    """The smallest good profile: what is needed is open, what may be added is a comment. examples: the region's."""
    lines = ["---", f"nama: {name}" if name[:1] not in "\"'#&!" else f"nama: '{name.replace(chr(39), chr(39) * 2)}'"]
    for key in PROFILE:
        if key.needed and key.name != "nama":
            lines += _needed(key, today)
    lines += ["", "# Boleh ditambah: hapus tanda # di depan barisnya."]
    optional = (key for key in PROFILE if not key.needed and key.name not in _LEFT_OUT)
    known = ((key.name, key.example or examples.get(key.name, "")) for key in optional)
    lines += [f"# {name}: {example}" for name, example in known if example]
    return "\n".join([*lines, "---", "", ""])


# Of no use to a new profile, or easier to write from the guide.
_LEFT_OUT = frozenset(
    {
        "alamat_lama",
        "diperiksa",
        "jumlah_anggota",
        "status",
        "lisensi",
        "fokus",
        "komunitas",
        "jenis",
        "whatsapp",
        "surel",
    }
)


def _needed(key: Key, today: str) -> list[str]:
    """The lines of one needed key, empty where a person must say it."""
    note = [
        "",
        f"# {key.help}"
        + (
            f". Pilihan: {', '.join(key.values)}" if key.choices else f", misalnya {key.example}" if key.example else ""
        ),
    ]
    if key.keys:
        given = {sub.name: {"tanggal": today, "lingkup": sub.example}.get(sub.name, "") for sub in key.keys}
        return [
            *note,
            f"{key.name}:",
            *(f"  {name}: {value}".rstrip() for name, value in given.items() if name not in ("wali", "berlaku_sampai")),
        ]
    return [*note, f"{key.name}:"]
