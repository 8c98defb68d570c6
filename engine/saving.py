"""From a colored photo to what is written: depth, metadata, provenance, caption, and a check.

The pixels come from ``develop.render_photo``, the writing is done by ``image_io.write_photo``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFont

from engine.cropping import cut_pixels
from engine.develop import render_photo
from engine.files.content import WriteLoss, WriteOptions
from engine.files.content_credentials import Claim
from engine.files.image_io import DEEP_FORMATS, SUFFIXES, write_photo
from engine.files.profiles import bands
from engine.files.provenance import (
    GeometryProvenance,
    RestorationProvenance,
    software_version,
    source_type_of,
    with_provenance,
)
from engine.photo.color import lightness_from_rgb, planes_from_pixels
from engine.photo.photo import in_eight_bits, in_sixteen_bits
from engine.recipe.controls import COLOR_CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from engine.cancel import CancelToken
    from engine.develop import Developed
    from engine.files.content import Compression
    from engine.files.content_credentials import Signing
    from engine.files.provenance import Done
    from engine.photo.photo import Photo, Pixels

_CAPTION_SHARE = 0.035
"""Height of the letters, of the picture's short side."""
_LEAST_LETTERS = 8
_PAPER, _INK = 255, 60


@dataclass(frozen=True)
class SaveOptions:
    """What the user can choose about a file."""

    bits: int | None = None
    """Per channel, 8 or 16; the photo's own by default, as far as the format holds them."""
    quality: int = 95
    """Of JPEG and WebP."""
    compression: Compression = "lzw"
    """Of TIFF."""
    keep_profile: bool = False
    """Whether to save in the photo's own RGB profile instead of sRGB."""
    provenance: bool = True
    """Whether the XMP says that the colors are synthetic, and what made them."""
    signing: Signing | None = None
    """Whose certificate signs that, as Content Credentials."""
    caption: str = ""
    """Put on a strip below the picture, which makes the file taller."""
    keep_times: bool = False
    """Whether the file is as old as the photo's."""
    originals: tuple[Path, ...] = ()
    """Photos that nothing is written over, besides the one that is saved."""


@dataclass(frozen=True)
class Progress:
    """Who may stop a save, and who wants to know how far it is."""

    token: CancelToken | None = None
    report: Callable[[float], None] | None = None
    """Called with the share rendered, in [0, 1]."""


@dataclass(frozen=True)
class LightnessError:
    """How far the lightness of the colored photo is from that of the original."""

    mean: float
    """Of the absolute difference in L."""
    greatest: float


def bits_for(path: Path, photo: Photo, options: SaveOptions) -> int:
    """Return the bits per channel that a photo is rendered with for a file."""
    if SUFFIXES.get(path.suffix.lower()) not in DEEP_FORMATS:
        return 8
    return options.bits or photo.bits


def save_developed(
    path: Path,
    developed: Developed,
    options: SaveOptions | None = None,
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> tuple[WriteLoss, ...]:
    """Render a photo at its own size and write it with all that belongs to it.

    Args:
        path: Its ending names the format.
        developed: From :func:`engine.develop.develop`; a photo whose recipe changes nothing keeps
            its pixels, but for what the format cannot hold.
        options: What the user chose about the file.
        overwrite: Whether an existing file may be replaced; an original never is.
        progress: Asked to stop, and told how far it is.

    Returns:
        What the format had no place for.

    Raises:
        Cancelled: If the token was set; no file is left.
        ImageError: If the file cannot be written.
        DeviceMemoryError: If there is not enough memory.
        SigningError: If the file cannot be signed.
    """
    options, progress = options or SaveOptions(), progress or Progress()
    photo = developed.photo
    bits = bits_for(path, photo, options)
    rgb = render_photo(developed, progress.token, progress.report, bits=bits)
    done = provenance_now(developed) if options.provenance else ()
    written = replace(write_options(photo, options, done), alpha=cropped_alpha(developed))
    if options.caption:
        rgb, written = with_caption(rgb, written, options.caption)
    losses = write_photo(path, rgb, written, overwrite=overwrite, token=progress.token)
    lost_depth = bits < (options.bits or photo.bits)
    return (WriteLoss.DEPTH, *losses) if lost_depth else losses


def provenance_now(developed: Developed) -> tuple[Done, ...]:
    """Return what was done to a photo whose file is written now, in its order."""
    now, restored = datetime.now(UTC), developed.restored
    done: list[Done] = []
    if restored is not None and restored.sentences:
        done.append(RestorationProvenance(restored.sentences, restored.made_by_model, now))
    made_by = None if developed.encoding is None else developed.encoding.provenance
    if made_by is not None:
        sliders = [(control.name, control.read(developed.recipe)) for control in COLOR_CONTROLS]
        settings = tuple((name, value) for name, value in sliders if value is not None)
        colored = replace(made_by, settings=settings, is_restored=bool(done), when=now)
        done.append(colored)
    if developed.recipe.has_geometry:
        done.append(GeometryProvenance(_geometry_steps(developed), now))
    return tuple(done)


def _geometry_steps(developed: Developed) -> tuple[str, ...]:
    """Return how a photo was turned and what of it is shown, for the XMP."""
    orientation, frame = developed.recipe.orientation, developed.frame
    steps = []
    if orientation.mirrored:
        steps.append("mirrored")
    if orientation.quarter_turns:
        steps.append(f"turned {90 * orientation.quarter_turns} degrees clockwise")
    if frame.degrees:
        steps.append(frame.turn_in_words)
    if not frame.covers(developed.photo.size):
        whole = " x ".join(str(side) for side in reversed(developed.photo.size))
        steps.append(
            f"cropped from {whole} to {frame.width} x {frame.height} pixels around "
            f"{frame.x:.1f}, {frame.y:.1f}"
        )
    return tuple(steps)


def cropped_alpha(developed: Developed) -> Pixels | None:
    """Return the transparency of what is saved, (H, W); None if all of it is opaque.

    What lies beyond the photo is white, or nothing if the photo has transparency.
    """
    alpha = developed.photo.alpha
    if alpha is None:
        return None
    return cut_pixels(alpha[..., None], developed.frame, beyond=0)[..., 0]


def write_options(photo: Photo, options: SaveOptions, done: Sequence[Done] = ()) -> WriteOptions:
    """Return what goes into the file of a restored or colored photo besides its pixels."""
    metadata, claim = photo.metadata, None
    if done:
        metadata = replace(metadata, xmp=with_provenance(metadata.xmp, *done))
        if options.signing is not None:
            parameters = "; ".join(one.parameters for one in done)
            claim = Claim(options.signing, parameters, source_type_of(done), software_version())
    return WriteOptions(
        alpha=photo.alpha,
        metadata=metadata,
        quality=options.quality,
        compression=options.compression,
        keep_profile=options.keep_profile,
        claim=claim,
        original=photo.path,
        originals=options.originals,
        keep_times=options.keep_times,
    )


def lightness_error(photo: Photo, rgb: Pixels) -> LightnessError:
    """Measure, in bands, what coloring has done to lightness.

    Args:
        photo: The original.
        rgb: (H, W, 3), of its size, uint8 or uint16.
    """
    total, greatest = 0.0, 0.0
    with torch.inference_mode():
        for rows in bands(rgb):
            before = lightness_from_rgb(planes_from_pixels(photo.pixels[rows]))
            after = lightness_from_rgb(planes_from_pixels(rgb[rows]))
            difference = after.sub_(before).abs_()
            total += difference.sum(dtype=torch.float64).item()
            greatest = max(greatest, difference.max().item())
    return LightnessError(total / (rgb.shape[0] * rgb.shape[1]), greatest)


def with_caption(rgb: Pixels, options: WriteOptions, text: str) -> tuple[Pixels, WriteOptions]:
    """Return a picture with a strip of white paper below it that says ``text``.

    Args:
        rgb: (H, W, 3), kept as it is.
        options: Of the file; the strip is opaque.
        text: One line; it is made as small as it must be to fit.
    """
    strip = _strip(rgb.shape[1], min(rgb.shape[:2]), text)
    deep = in_sixteen_bits(strip) if rgb.dtype == np.uint16 else strip
    alpha = options.alpha
    if alpha is not None:
        paper = np.full((strip.shape[0], strip.shape[1]), np.iinfo(alpha.dtype).max, alpha.dtype)
        options = replace(options, alpha=np.concatenate((alpha, paper)))
    return np.concatenate((rgb, deep)), options


def _strip(width: int, short_side: int, text: str) -> Pixels:
    """Return (h, width, 3) uint8 with dark letters on white."""
    letters = max(_LEAST_LETTERS, round(short_side * _CAPTION_SHARE))
    longest = ImageFont.load_default(letters).getlength(text)
    if longest > max(0, width - letters):
        letters = max(_LEAST_LETTERS, int(letters * (width - letters) / longest))
    image = Image.new("RGB", (width, 2 * letters), (_PAPER,) * 3)
    ImageDraw.Draw(image).text(
        (letters // 2, letters // 2),
        text,
        fill=(_INK,) * 3,
        font=ImageFont.load_default(letters),
    )
    return in_eight_bits(np.array(image))
