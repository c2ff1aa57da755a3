"""`new`: writes a folder with a minimal profile to be filled in."""

from __future__ import annotations

from pathlib import Path

from ..content.region_day import region_day
from ..diagnostics.fault import ToolFailure
from ..schema import PROFILE, Key
from ..text.similarity import slugify

SHORTEST = 2


def run(name: str, content: Path) -> int:
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
    folder.mkdir(parents=True)
    today = region_day(content, content).isoformat()
    (folder / "index.md").write_text(template(name, today), encoding="utf-8", newline="\n")
    print(f"Dibuat: {folder / 'index.md'}")
    print("Isi akun, topik, dan persetujuan, simpan foto di folder itu, lalu periksa: python3 tasks.py check")
    return 0


def template(name: str, today: str) -> str:
    """The smallest good profile: what is needed is open, what may be added is a comment."""
    lines = ["---", f"nama: {name}" if name[:1] not in "\"'#&!" else f"nama: '{name.replace(chr(39), chr(39) * 2)}'"]
    for key in PROFILE:
        if key.needed and key.name != "nama":
            lines += _needed(key, today)
    lines += ["", "# Boleh ditambah: hapus tanda # di depan barisnya."]
    lines += [
        f"# {key.name}: {key.example}"
        for key in PROFILE
        if not key.needed and key.example and key.name not in _LEFT_OUT
    ]
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
