"""Color profiles made from their formulas, and those formulas: an oracle beside LittleCMS."""

import struct

import imagecodecs
import numpy as np

D50 = struct.pack(">iii", 63190, 65536, 54061)
_ADOBE_TO_XYZ = np.array(  # Adobe RGB (1998) Color Image Encoding, 4.3.5.3
    ((0.57667, 0.18556, 0.18823), (0.29734, 0.62736, 0.07529), (0.02703, 0.07069, 0.99134))
)
_SRGB_TO_XYZ = np.array(  # IEC 61966-2-1
    ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
)
_PROPHOTO_TO_XYZ = np.array(  # ISO 22028-2 (ROMM), D50
    ((0.7976749, 0.1351917, 0.0313534), (0.2880402, 0.7118741, 0.0000857), (0, 0, 0.8252100))
)
_BRADFORD_D50_TO_D65 = np.array(
    ((0.9555766, -0.0230393, 0.0631636), (-0.0282895, 1.0099416, 0.0210077),
     (0.0122982, -0.0204830, 1.3299098))
)  # fmt: skip


def encode(linear):
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def gamma_22(value):
    return value**2.2


def dot_gain_20(value):
    """Light that paper reflects where ink covers 1 - value, plus a fifth at half cover."""
    ink = 1 - value
    return 1 - np.clip(ink + 0.2 * 4 * ink * (1 - ink), 0, 1)


def srgb_of_adobe(rgb):
    return encode((rgb ** (563 / 256)) @ (np.linalg.inv(_SRGB_TO_XYZ) @ _ADOBE_TO_XYZ).T)


def srgb_of_prophoto(rgb):
    matrix = np.linalg.inv(_SRGB_TO_XYZ) @ _BRADFORD_D50_TO_D65 @ _PROPHOTO_TO_XYZ
    return encode((rgb**1.8) @ matrix.T)


def gray_profile(curve, name="Gray"):
    """An ICC version 2 profile of one curve, a function of [0, 1]."""
    text = name.encode() + b"\0"
    values = np.round(curve(np.linspace(0, 1, 1024)) * 65535).astype(">u2").tobytes()
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78),
        b"wtpt": b"XYZ \0\0\0\0" + D50,
        b"kTRC": b"curv\0\0\0\0" + struct.pack(">I", 1024) + values,
    }
    place, table, body = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for key, value in tags.items():
        padded = value + bytes(-len(value) % 4)
        table += key + struct.pack(">II", place + len(body), len(value))
        body += padded
    head = struct.pack(">I4sI", place + len(body), b"test", 0x02400000) + b"prtrGRAYXYZ "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + D50
    return head.ljust(128, b"\0") + table + body


GAMMA_22 = gray_profile(gamma_22, "Gray Gamma 2.2")
DOT_GAIN_20 = gray_profile(dot_gain_20, "Dot Gain 20%")
ADOBE_RGB = imagecodecs.cms_profile("adobergb")
PROPHOTO = imagecodecs.cms_profile(
    "rgb",
    whitepoint=(0.3457, 0.3585, 1.0),
    primaries=(0.734699, 0.265301, 1.0, 0.159597, 0.840403, 1.0, 0.036598, 0.000105, 1.0),
    gamma=1.8,
)
