"""Facts about a person that never belong into a public file.

A fact is known by the name that people give it, in Indonesian or English. It is named, to be taken out, and nothing
else: a key offered in its place would publish it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..diagnostics.collector import DiagnosticCollector, Placed
from ..text.similarity import distance
from .key import listed

# What it is, as the message says it -> the names for it. A key is meant if it holds one of them as whole words.
FACTS: Mapping[str, tuple[str, ...]] = {
    "tempat atau tanggal lahir": listed(
        "lahir, kelahiran, lhr, ttl, tetala, ulang tahun, ultah, birth, birthday, birthdate, birthplace, dob, born, "
        "zodiak"
    ),
    "umur": listed("umur, usia, age"),
    "agama": listed("agama, kepercayaan, religion, faith"),
    "alamat rumah": listed(
        "alamat rumah, alamat lengkap, alamat tinggal, alamat tempat tinggal, alamat domisili, alamat ktp, "
        "alamat asal, alamat sekarang, alamat pribadi, alamat orang tua, tempat tinggal, rt, rw, rtrw, nama jalan, "
        "jln, jl, kode pos, kodepos, home address, street, street address, zip, zip code, postal code, postcode, "
        "koordinat rumah, no rumah, nomor rumah, lokasi rumah, rumah tinggal, rumah orang tua"
    ),
    "nomor identitas": listed(
        "ktp, ektp, nik, kk, kartu keluarga, paspor, passport, pasport, sim, identitas, identity, id card, kitas, "
        "kitap, kta, nip, nis, nisn, nim, national id, ssn"
    ),
    "nomor pajak atau jaminan": listed("npwp, pajak, tax, tax id, bpjs, kis, jkn, jamsostek, asuransi"),
    "rekening": listed(
        "rekening, norek, no rek, nomor rek, rek, bank, atas nama, bank account, account number, iban, swift, "
        "kartu kredit, credit card, cvv, gopay, ovo, shopeepay, linkaja, qris, dompet digital"
    ),
    "nama keluarga": listed(
        "ibu, ibu kandung, ayah, bapak, orang tua, orangtua, ortu, nama wali, hp wali, istri, suami, pasangan, anak, "
        "adik, kakak, saudara, keluarga, mother, father, parent, parents, mom, dad, wife, husband, spouse, child, "
        "children, family, maiden name"
    ),
    "nomor pribadi": listed(
        "telepon rumah, telp rumah, tlp rumah, nomor pribadi, nomor darurat, no darurat, kontak darurat, darurat, "
        "home phone, emergency, emergency contact"
    ),
    "sekolah atau kelas": listed(
        "kelas, sekolah, nama sekolah, asal sekolah, kampus, angkatan, jurusan, class, school, grade, campus"
    ),
    "kesehatan": listed(
        "kesehatan, golongan darah, gol darah, goldar, penyakit, riwayat penyakit, alergi, disabilitas, difabel, "
        "kehamilan, berat badan, tinggi badan, health, blood type, blood, disease, illness, disability, allergy, "
        "weight, height"
    ),
    "status perkawinan": listed(
        "status pernikahan, status perkawinan, status nikah, status kawin, perkawinan, pernikahan, nikah, menikah, "
        "kawin, marital, marital status, married, relationship"
    ),
    "jenis kelamin": listed("kelamin, jenis kelamin, jk, gender, sex, orientasi seksual"),
    "suku atau kewarganegaraan": listed(
        "suku, etnis, etnik, ras, kewarganegaraan, warga negara, wni, ethnicity, race, nationality, citizenship"
    ),
    "pandangan politik": listed("politik, partai, pilihan politik, politics, party"),
    "penghasilan": listed("gaji, penghasilan, pendapatan, omzet, omset, salary, income"),
    "kata sandi": listed("kata sandi, sandi, password, passwd, pass, pin, otp, token"),
    "nama asli": listed("nama asli, nama ktp, nama sesuai ktp, real name, legal name"),
    "nomor kendaraan": listed("nopol, nomor polisi, plat, plat nomor, license plate"),
}

WORD = re.compile(r"[^\W_]+")
# What stands before the colon or equals sign of a line that is no key of ours: `Tempat/Tgl. Lahir: …`.
HEAD = re.compile(r"[^:=：]{2,60}(?=[:=：])")
# What an address says that leads to a door: `Jl. Contoh No. 5 RT 02/03`.
HOME_ADDRESS = re.compile(r"\b(?:jl|jln|jalan|gg|gang)\b\.?\s*\w|\bRT\b\.?\s*\d|\bblok\s+\w", re.IGNORECASE)
MOST_WORDS = 8
LONGEST_ADDRESS = 300
MISTYPED = 5  # letters; in a shorter name one other letter makes another word


@cache
def _facts() -> Mapping[tuple[str, ...], str]:
    return {tuple(name.split()): fact for fact, names in FACTS.items() for name in names}


@cache
def private_fact(name: str) -> str:
    """What private fact a key names, in any spelling; "" if none."""
    words = tuple(WORD.findall(name.casefold()))[:MOST_WORDS]
    runs = [words[i:j] for i in range(len(words)) for j in range(len(words), i, -1)]
    return next((_facts()[run] for run in runs if run in _facts()), "")


@cache
def nearly_private(name: str) -> str:
    """What private fact a key names with one letter mistyped; "" if none."""
    for word in WORD.findall(name.casefold())[:MOST_WORDS]:
        for known, fact in _facts().items():
            if len(known) == 1 and len(known[0]) >= MISTYPED and distance(word, known[0]) == 1:
                return fact
    return ""


def is_home_address(text: str) -> bool:
    """Whether a text says in which street somebody lives, as `alamat` often does."""
    return HOME_ADDRESS.search(text[:LONGEST_ADDRESS]) is not None


def private_line(text: str) -> tuple[str, str]:
    """(name, fact) of a line that states a private fact, though it sets no key; ("", "") if it states none."""
    head = HEAD.match(text)
    words = text.split()[:3]
    starts = [head[0].strip()] if head else [" ".join(words[:count]) for count in (3, 2, 1) if len(words) > count]
    for start in starts:
        if (fact := private_fact(start)) and (head or tuple(WORD.findall(start.casefold())) in _facts()):
            return start, fact
    return "", ""


def note_private(diagnostics: DiagnosticCollector, at: Placed | tuple[int, int], name: str, fact: str) -> None:
    """Say that a fact is private and must go. What it is set to is not repeated."""
    diagnostics.add("P127", at, key=name, found=name, fact=fact)
