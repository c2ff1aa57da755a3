"""Colour profiles as cameras, editors and printers embed them, made here from their published numbers."""

from __future__ import annotations

import struct
from itertools import product

import numpy as np

D50, D65 = (0.3457, 0.3585), (0.3127, 0.3290)
Primaries = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]

# (red, green, blue), white, gamma
WIDE: dict[str, tuple[Primaries, tuple[float, float], float]] = {
    "Display P3": (((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), D65, 2.2),
    "Adobe RGB": (((0.640, 0.330), (0.210, 0.710), (0.150, 0.060)), D65, 2.2),
    "ProPhoto": (((0.7347, 0.2653), (0.1596, 0.8404), (0.0366, 0.0001)), D50, 1.8),
    "Rec. 2020": (((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)), D65, 2.4),
}
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def wide(name: str) -> bytes:
    """A display's profile of three primaries and a gamma."""
    primaries, white, gamma = WIDE[name]
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    colours = {
        tag: b"XYZ \0\0\0\0" + _s15(*column)
        for tag, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), _adapted(primaries, white).T, strict=True)
    }
    return _profile(b"mntr", b"RGB ", b"XYZ ", {**colours, **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)})


def press() -> bytes:
    """A printing press's profile: a table from four inks to Lab, with inks that are duller than a screen's colours."""
    steps = bytes(range(256))
    nodes = bytearray()
    for cyan, magenta, yellow, black in product((0, 1), repeat=4):
        light = (1 - 0.3 * cyan - 0.35 * magenta - 0.08 * yellow) * (1 - 0.85 * black)
        colour = 1 - 0.8 * black
        across, along = (
            (-35 * cyan + 70 * magenta - 5 * yellow) * colour,
            (-45 * cyan - 5 * magenta + 85 * yellow) * colour,
        )
        nodes += bytes((round(max(light, 0) * 255), round(across) + 128, round(along) + 128))
    table = (
        b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + _s15(1, 0, 0, 0, 1, 0, 0, 0, 1) + steps * 4 + bytes(nodes) + steps * 3
    )
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})


def _adapted(primaries: Primaries, white: tuple[float, float]) -> np.ndarray:
    """The matrix from such a screen's light to the profile's XYZ, whose white is that of D50."""
    matrix = np.stack([_xyz(*point) for point in primaries], axis=1)
    matrix = matrix * np.linalg.solve(matrix, _xyz(*white))
    scale = np.diag((_BRADFORD @ _xyz(*D50)) / (_BRADFORD @ _xyz(*white)))
    return np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD @ matrix


def _xyz(x: float, y: float) -> np.ndarray:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _s15(*numbers: float) -> bytes:
    return b"".join(struct.pack(">i", round(float(number) * 65_536)) for number in numbers)


def _profile(kind: bytes, space: bytes, between: bytes, tags: dict[bytes, bytes]) -> bytes:
    """The file: a header, a table of tags, the tags."""
    words = b"desc\0\0\0\0" + struct.pack(">I", 7) + b"Contoh\0" + bytes(78)
    white = b"XYZ \0\0\0\0" + _s15(*_xyz(*D50))
    everything = {b"desc": words, b"cprt": b"text\0\0\0\0Contoh\0\0", b"wtpt": white, **tags}
    table, body, start = struct.pack(">I", len(everything)), b"", 132 + 12 * len(everything)
    for name, data in everything.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I", start + len(body)) + b"lcms\x02\x40\0\0" + kind + space + between
    head += bytes(12) + b"acspMSFT" + bytes(28) + _s15(*_xyz(*D50))
    return head.ljust(128, b"\0") + table + body
