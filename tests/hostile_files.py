"""Small files that ask for much: each maker writes one of at most a few megabytes.

PYTHONPATH=. python tests/hostile_files.py FOLDER      writes them all, and what reading each costs
"""

import io
import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
from PIL import Image

from tests.photo_files import as_tiff, png_chunk

MAKERS = {}
"""By file name."""

MOST_MIB = {"wide.tif": 200, "alpha.tif": 400}
"""Of memory, for what is not meant ill: ten bytes a value, and 25 a pixel."""
USUAL_MIB = 160

COST = """
import json, sys, time
from pathlib import Path
from engine.errors import EngineError
from engine.files.image_io import photo_size, read_photo
for name in ("_avif", "_cms", "_imcd", "_jpeg8", "_png", "_tiff"):
    __import__("imagecodecs." + name)
def peak():
    # ru_maxrss would count what the parent had before this program took over
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])
path, before, outcome = Path(sys.argv[1]), peak(), "read"
started = time.process_time()
try:
    photo_size(path)
    read_photo(path)
except EngineError as error:
    outcome = str(error)
print(json.dumps((outcome, peak() - before >> 10, time.process_time() - started)))
"""
"""Reads a photo; prints what became of it, MiB more at its peak than before, processor seconds."""


def file(name):
    def register(make):
        MAKERS[name] = make
        return make

    return register


def cost(path, timeout_s=600):
    """Return what became of reading a file, MiB it took, and processor seconds."""
    command = [sys.executable, "-c", COST, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=timeout_s)
    return json.loads(done.stdout)


def tiff(entries, content=b"", *, following=0):
    """Return a little-endian directory and what stands behind it."""
    fields = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return struct.pack("<H", len(entries)) + fields + struct.pack("<I", following) + content


@file("sequence.avif")
def avif_sequence(path):
    """Sixty frames of 10 bits."""
    frames = np.broadcast_to(np.uint16(512), (60, 800, 800, 3))
    path.write_bytes(imagecodecs.avif_encode(frames, bitspersample=10, speed=10))


@file("exif.png")
def exif_of_one_value(path):
    """2000 entries whose values are the same megabyte."""
    entries = [(50_000 + index, 7, 1 << 20, 30_000) for index in range(2000)]
    exif = b"II*\0\x08\0\0\0" + tiff(entries)
    exif = exif.ljust(30_000 + (1 << 20), b"\0")
    _png(path, png_chunk(b"eXIf", exif))


@file("texts.png")
def texts(path):
    """Compressed texts of a megabyte each."""
    text = zlib.compress(b"x" * ((1 << 20) - 1), 9)
    _png(path, b"".join(png_chunk(b"zTXt", b"k%d\0\0" % n + text) for n in range(1800)))


@file("profile.png")
def profile(path):
    """A profile that unpacks to 300 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    _png(path, png_chunk(b"iCCP", b"p\0\0" + packed))


def _png(path, chunks):
    whole = io.BytesIO()
    Image.new("L", (8, 8), 100).save(whole, "png")
    content = whole.getvalue()
    path.write_bytes(content[:33] + chunks + content[33:])


@file("tables.tif")
def shared_tables(path):
    """500 pages that share two lists of 1.5 million strips."""
    strips = 1_500_000
    lists = 8 + 500 * 200
    content = b"II*\0\x08\0\0\0"
    for page in range(500):
        place = 8 + page * 200
        entries = [(256, 4, 1, 1), (257, 4, 1, strips), (258, 3, 1, 8), (259, 3, 1, 1)]
        entries += [(262, 3, 1, 1), (277, 3, 1, 1), (278, 4, 1, 1)]
        entries += [(273, 4, strips, lists), (279, 4, strips, lists + 4 * strips)]
        following = place + 200 if page < 499 else 0
        content += tiff(entries, following=following).ljust(200, b"\0")
    path.write_bytes(content + struct.pack("<I", 8) * strips + struct.pack("<I", 1) * strips)


@file("strips.tif")
def overlapping_strips(path):
    """Strips of a row each, all of which are the same megabyte of JPEG."""
    whole = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 256, (1, 60_000), np.uint8)
    Image.fromarray(noise).save(whole, "jpeg", quality=95)
    jpeg = whole.getvalue()
    jpeg += bytes((1 << 20) - len(jpeg))
    rows = 3000
    lists = 8 + 2 + 12 * 9 + 4
    entries = [(256, 4, 1, 60_000), (257, 4, 1, rows * 1), (258, 3, 1, 8), (259, 3, 1, 7)]
    entries += [(262, 3, 1, 1), (277, 3, 1, 1), (278, 4, 1, 1)]
    entries += [(273, 4, rows, lists), (279, 4, rows, lists + 4 * rows)]
    start = lists + 8 * rows
    body = struct.pack("<I", start) * rows + struct.pack("<I", len(jpeg)) * rows + jpeg
    path.write_bytes(b"II*\0\x08\0\0\0" + tiff(entries, body))


@file("pieces.png")
def pieces(path):
    """Pixels in 150,000 chunks with something else between each two."""
    rows = np.random.default_rng(0).integers(0, 256, (390, 401), np.uint8)
    rows[:, 0] = 0  # no filter
    pixels = zlib.compress(rows.tobytes())
    head = b"\x89PNG\r\n\x1a\n" + png_chunk(
        b"IHDR", struct.pack(">IIBBBBB", 400, 390, 8, 0, 0, 0, 0)
    )
    aside = png_chunk(b"juNk", b"")
    chunks = (png_chunk(b"IDAT", pixels[n : n + 1]) + aside for n in range(len(pixels)))
    path.write_bytes(head + b"".join(chunks) + png_chunk(b"IEND", b""))


@file("segments.jpg")
def segments(path):
    """Two million comments that say nothing."""
    whole = io.BytesIO()
    Image.new("L", (8, 8), 100).save(whole, "jpeg")
    content = whole.getvalue()
    path.write_bytes(content[:2] + b"\xff\xfe\0\2" * 2_000_000 + content[2:])


@file("wide.tif")
def wide(path):
    """A row of 20 million values in floating point, packed."""
    as_tiff(path, np.zeros((1, 20_000_000), np.float32), compression="zlib")


@file("alpha.tif")
def associated_alpha(path):
    """16 megapixels of 16 bits, multiplied by their alpha: what a scanner may write."""
    pixels = np.full((4000, 4000, 4), 20_000, np.uint16)
    as_tiff(path, pixels, compression="zlib", extrasamples=["assocalpha"], rowsperstrip=16)


@file("chain.tif")
def long_chain(path):
    """Directories of 2000 entries each, every value of which is the whole file."""
    pages, room = 300, 2 + 12 * 2000 + 4
    content = b"II*\0\x08\0\0\0"
    length = 8 + pages * room
    for page in range(pages):
        place = 8 + page * room
        entries = [(256, 4, 1, 1), (257, 4, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
        entries += [(273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 1), (279, 4, 1, 1)]
        entries += [(50_000 + n, 2, length - 8, 8) for n in range(2000 - len(entries))]
        content += tiff(entries, following=place + room if page < pages - 1 else 0)
    path.write_bytes(content)


@file("frames.webp")
def webp_frames(path):
    """Forty frames."""
    frame, other = Image.new("RGB", (1000, 1000), (90, 90, 90)), Image.new("RGB", (1000, 1000))
    frame.save(path, save_all=True, append_images=[other, frame] * 20, lossless=True, method=0)


@file("frames.png")
def apng_frames(path):
    """Forty frames."""
    frame, other = Image.new("L", (1000, 1000), 90), Image.new("L", (1000, 1000))
    frame.save(path, save_all=True, append_images=[other, frame] * 20)


@file("frames.heic")
def heic_frames(path):
    """Eight pictures of 10 bits."""
    import pillow_heif  # noqa: PLC0415 - an extra

    several = pillow_heif.HeifFile()
    flat = np.full((600, 600, 3), 500 << 6, np.uint16)
    for _ in range(8):
        several.add_frombytes("RGB;16", (600, 600), flat.tobytes())
    several.save(path, save_all=True, quality=10)


def main():
    """Write all files and print what each costs."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        make(folder / name)
        size = (folder / name).stat().st_size / 1e6
        outcome, peak, seconds = cost(folder / name)
        print(f"{name}: {size:.2f} MB, {peak} MiB, {seconds:.2f} s: {outcome}", flush=True)


if __name__ == "__main__":
    main()
