"""The conformance set: a small file of every kind that archives have, and what it shows.

    PYTHONPATH=. python tests/photo_files.py FOLDER      writes them all, for other programs to read

Each maker writes one file and returns the pixels a reader must find: (H, W, 1 or 3), in sRGB.
"""

import struct
import sys
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import tifffile
from PIL import Image

from tests import profiles

MAKERS = {}
"""By file name."""


def file(name):
    def register(make):
        MAKERS[name] = make
        return make

    return register


def scene(channels=3, bits=8, height=24, width=32):
    """A smooth picture of all values."""
    y, x = np.mgrid[0:height, 0:width]
    planes = (x / (width - 1), y / (height - 1), (x + y) / (height + width - 2))
    most = (1 << bits) - 1
    pixels = np.stack(planes[:channels], axis=2) * most
    return np.round(pixels).astype(np.uint16 if bits > 8 else np.uint8)


def exif_bytes(orientation=1, **tags):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.update({int(tag[1:], 16): value for tag, value in tags.items()})
    return exif.tobytes()


def as_tiff(path, pixels, **fields):
    options = {"photometric": "rgb" if pixels.ndim == 3 and pixels.shape[2] > 1 else "minisblack"}
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[..., 0]
    tifffile.imwrite(path, pixels, metadata=None, software=False, **(options | fields))


def _in_tiff(name, pixels, **fields):
    @file(name)
    def make(path):
        as_tiff(path, pixels, **fields)
        return pixels


for _bits in (8, 16):
    _in_tiff(f"gray-{_bits}.tif", scene(1, _bits))
    _in_tiff(f"rgb-{_bits}.tif", scene(3, _bits))
    _in_tiff(f"lzw-{_bits}.tif", scene(3, _bits), compression="lzw", predictor=True)
    _in_tiff(f"zip-{_bits}.tif", scene(1, _bits), compression="zlib", predictor=True)
    _in_tiff(f"tiled-{_bits}.tif", scene(3, _bits), tile=(16, 16), compression="zlib")
    _in_tiff(f"planes-{_bits}.tif", scene(3, _bits), planarconfig="separate")
    _in_tiff(f"big-endian-{_bits}.tif", scene(1, _bits), byteorder=">")
_in_tiff("bigtiff.tif", scene(3, 16), bigtiff=True)
_in_tiff("packbits.tif", scene(1), compression="packbits")


def planes_swapped(pixels):
    return np.moveaxis(pixels, 2, 0)


@file("planes-8.tif")
def planes_8(path):
    as_tiff(path, planes_swapped(scene(3)), photometric="rgb", planarconfig="separate")
    return scene(3)


@file("planes-16.tif")
def planes_16(path):
    as_tiff(path, planes_swapped(scene(3, 16)), photometric="rgb", planarconfig="separate")
    return scene(3, 16)


@file("min-is-white-8.tif")
def min_is_white_8(path):
    as_tiff(path, 255 - scene(1), photometric="miniswhite")
    return scene(1)


@file("min-is-white-16.tif")
def min_is_white_16(path):
    as_tiff(path, 65535 - scene(1, 16), photometric="miniswhite", compression="lzw")
    return scene(1, 16)


@file("few-bits.tif")
def few_bits(path):
    values = np.tile(np.arange(16, dtype=np.uint8), (8, 2))
    packed = (values[:, ::2] << 4 | values[:, 1::2]).tobytes()
    entries = ((256, 32), (257, 8), (258, 4), (259, 1), (262, 1), (273, 122), (278, 8), (279, 128))
    fields = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    path.write_bytes(b"II*\0\x08\0\0\0\x08\0" + fields + bytes(16) + packed)
    return values[..., None] * 17


@file("cmyk-16.tif")
def cmyk_16(path):
    inks = np.dstack((65535 - scene(3, 16), np.zeros((24, 32), np.uint16)))
    as_tiff(path, inks, photometric="separated", compression="lzw")
    return scene(3, 16)


@file("cmyk-8.tif")
def cmyk_8(path):
    inks = np.dstack((255 - scene(3), np.zeros((24, 32), np.uint8)))
    as_tiff(path, inks, photometric="separated", compression="zlib")
    return scene(3)


@file("fax.tif")
def fax(path):
    black = scene(1)[..., 0] > 127
    Image.fromarray(black).save(path, compression="group4")
    return np.where(black, 255, 0).astype(np.uint8)[..., None]


@file("float.tif")
def floating(path):
    as_tiff(path, scene(1, 16).astype(np.float32) / 65535)
    return scene(1, 16)


@file("float-rgb-zip.tif")
def floating_rgb(path):
    as_tiff(path, scene(3, 16).astype(np.float32), compression="zlib", predictor=3)
    return scene(3, 16)


@file("palette.tif")
def palette_tiff(path):
    image = Image.fromarray(scene(3)).quantize(16)
    image.save(path)
    return np.array(image.convert("RGB"))


@file("pages.tif")
def pages(path):
    with tifffile.TiffWriter(path) as writer:
        for height in (6, 24, 12):
            writer.write(scene(1, 16, height)[..., 0], metadata=None)
    return scene(1, 16)


@file("jpeg-in.tif")
def jpeg_in_tiff(path):
    Image.fromarray(scene(1)[..., 0]).save(path, compression="jpeg", quality=95)
    with Image.open(path) as image:
        return np.array(image)[..., None]


@file("gray-gamma.tif")
def gray_gamma(path):
    values = scene(1, 16)
    as_tiff(path, values, iccprofile=profiles.GAMMA_22)
    return sixteen(profiles.encode(profiles.gamma_22(values / 65535)))


@file("dot-gain.tif")
def dot_gain(path):
    values = scene(1, 16)
    as_tiff(path, values, iccprofile=profiles.DOT_GAIN_20, resolution=(600, 600))
    return sixteen(profiles.encode(profiles.dot_gain_20(values / 65535)))


@file("adobe.tif")
def adobe(path):
    values = scene(3, 16) // 4 + 24_000  # within the gamut of sRGB
    as_tiff(path, values, iccprofile=profiles.ADOBE_RGB)
    return sixteen(profiles.srgb_of_adobe(values / 65535))


@file("prophoto.tif")
def prophoto(path):
    values = scene(3, 16) // 10 + 28_000
    as_tiff(path, values, iccprofile=profiles.PROPHOTO)
    return sixteen(profiles.srgb_of_prophoto(values / 65535))


def sixteen(values):
    return np.round(values * 65535).astype(np.uint16)


@file("progressive.jpg")
def progressive(path):
    Image.fromarray(scene(3)).save(path, quality=95, progressive=True)
    return opened(path)


@file("gray.jpg")
def gray_jpeg(path):
    Image.fromarray(scene(1)[..., 0]).save(path, quality=95)
    return opened(path)


@file("cmyk.jpg")
def cmyk(path):
    Image.fromarray(scene(3)).convert("CMYK").save(path, quality=95)
    inks = opened(path, "CMYK").astype(int)
    return ((255 - inks[..., :3]) * (255 - inks[..., 3:]) / 255).round().astype(np.uint8)


def _turned(orientation, unturn):
    @file(f"orientation-{orientation}.png")
    def make(path):
        image = Image.fromarray(np.ascontiguousarray(unturn(scene(3))))
        image.save(path, exif=exif_bytes(orientation))
        return scene(3)

    @file(f"orientation-{orientation}.tif")
    def make_tiff(path):
        turned = np.ascontiguousarray(unturn(scene(3, 16)))
        as_tiff(path, turned, extratags=[(274, 3, 1, orientation, True)])
        return scene(3, 16)


_turned(3, lambda pixels: np.rot90(pixels, 2))
_turned(6, lambda pixels: np.rot90(pixels, 1))
_turned(8, lambda pixels: np.rot90(pixels, -1))


@file("gray-16.png")
def gray_png(path):
    path.write_bytes(imagecodecs.png_encode(scene(1, 16)))
    return scene(1, 16)


@file("rgb-16.png")
def rgb_png(path):
    path.write_bytes(imagecodecs.png_encode(scene(3, 16)))
    return scene(3, 16)


@file("palette.png")
def palette_png(path):
    image = Image.fromarray(scene(3)).quantize(16)
    image.save(path)
    return np.array(image.convert("RGB"))


@file("profile-and-key.png")
def profile_and_key(path):
    """iCCP and tRNS: one gray value stands for nothing."""
    content = imagecodecs.png_encode(scene(1))
    name = b"Gray Gamma 2.2\0\0"
    chunks = png_chunk(b"iCCP", name + zlib.compress(profiles.GAMMA_22))
    chunks += png_chunk(b"tRNS", struct.pack(">H", 0))
    path.write_bytes(content[:33] + chunks + content[33:])
    light = profiles.encode(profiles.gamma_22(scene(1) / 255))
    return np.round(light * 255).astype(np.uint8)


def png_chunk(kind, value):
    body = kind + value
    return struct.pack(">I", len(value)) + body + struct.pack(">I", zlib.crc32(body))


@file("lossless.webp")
def webp(path):
    Image.fromarray(scene(3)).save(path, lossless=True)
    return scene(3)


@file("picture.bmp")
def bmp(path):
    Image.fromarray(scene(3)).save(path)
    return scene(3)


@file("picture.avif")
def avif(path):
    Image.fromarray(scene(3)).save(path, quality=95)
    return opened(path)


@file("strip.png")
def strip(path):
    pixels = np.tile(scene(1, 8, 200, 400), (1, 100, 1))
    Image.fromarray(pixels[..., 0]).save(path)
    return pixels


@file("one-pixel.png")
def one_pixel(path):
    Image.new("L", (1, 1), 119).save(path)
    return np.full((1, 1, 1), 119, np.uint8)


def flat_dng(path):
    """A camera raw file of one gray; reading it is an extra, so it is not in the set."""
    cfa = np.full((64, 96), 20_000, np.uint16)
    tags = [
        (33421, 3, 2, (2, 2), True),
        (33422, 1, 4, bytes((0, 1, 1, 2)), True),
        (50706, 1, 4, bytes((1, 4, 0, 0)), True),
        (50708, 2, 5, b"Test\0", True),
        (50717, 3, 1, 65535, True),
        (50721, 10, 9, (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1), True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
    ]
    tifffile.imwrite(path, cfa, photometric=32803, metadata=None, software=False, extratags=tags)


def opened(path, mode=None):
    with Image.open(path) as image:
        pixels = np.array(image.convert(mode) if mode else image)
    return pixels.reshape(*pixels.shape[:2], -1)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file_name, maker in MAKERS.items():
        maker(folder / file_name)
