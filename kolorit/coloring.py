"""Carry out recipes and write what becomes of photos. Imports torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.checkpoints.loaded_models import LoadedModels
from engine.develop import develop as develop_with
from engine.develop import render_photo
from engine.device import choose_device
from engine.files.image_io import check_writable, read_photo
from engine.photo.picture_kind import classify, require_colorless
from engine.recipe.recipe import default_recipe
from engine.recipe.sidecar import Kept, read_sidecar
from engine.saving import SaveOptions, save_developed

if TYPE_CHECKING:
    from os import PathLike

    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed
    from engine.photo.photo import Photo, Pixels
    from engine.recipe.recipe import Recipe


def load_model(name: str = "", *, device: str = "auto") -> Model:
    """Load a network that colors, once for many photos.

        >>> model = kolorit.load_model(device="cpu")

    Args:
        name: As ``kolorit-cli models`` lists it, or the path of a ``.safetensors`` file; the
            default model if empty.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.

    Raises:
        EngineError: If there is no such model or device, or the file is damaged.
    """
    return checkpoint.load(find_model(name or None), choose_device(device))


def develop(
    photo: Photo,
    recipe: Recipe | None = None,
    *,
    model: Model | None = None,
    earlier: Developed | None = None,
) -> Developed:
    """Carry out a recipe on a photo; its pixels are made by :func:`render` or :func:`write`.

        >>> photo = kolorit.read("in.tif")
        >>> paler = kolorit.Recipe(grade=kolorit.Grade(strength=0.6))
        >>> developed = kolorit.develop(photo, paler, model=model)

    Args:
        photo: From :func:`read`. It stays as it is.
        recipe: What is done. By default a photo without colors is colored, and one that has some
            keeps them.
        model: From :func:`load_model`; loaded anew by default. A recipe that names another bundled
            model is colored by that.
        earlier: What another recipe made of the same photo: only what differs is done again.

    Raises:
        EngineError: If the model cannot do what the recipe wants, or memory runs out.
    """
    if recipe is None:
        recipe = default_recipe(has_color=classify(photo).has_color)

    def models(name: str) -> Model:
        return LoadedModels(model or load_model())(name)

    return develop_with(photo, recipe, models, earlier=earlier)


def render(developed: Developed, *, bits: int | None = None) -> Pixels:
    """Return a developed photo's pixels: (height, width, 3), sRGB, uint8 or uint16.

        >>> kolorit.render(developed, bits=8).shape
        (40, 60, 3)

    Args:
        developed: From :func:`develop`.
        bits: Per channel, 8 or 16; the photo's own by default.

    Raises:
        EngineError: If there is not enough memory.
    """
    return render_photo(developed, bits=bits)


def write(
    path: str | PathLike[str],
    developed: Developed,
    *,
    overwrite: bool = False,
    options: SaveOptions | None = None,
) -> tuple[str, ...]:
    """Write a developed photo with its metadata, and that its colors are synthetic if they are.

        >>> kolorit.write("paler.tif", developed)
        ()

    Args:
        path: Its ending names the format: .jpg, .png, .webp or .tif.
        developed: From :func:`develop`.
        overwrite: Whether an existing file may be replaced; the photo's own file never is.
        options: Depth, quality, profile, provenance and the like.

    Returns:
        What the format had no place for.

    Raises:
        EngineError: If it cannot be written; no half file is left.
    """
    losses = save_developed(Path(path), developed, options, overwrite=overwrite)
    return tuple(loss.value for loss in losses)


def colorize(
    source: str | PathLike[str],
    target: str | PathLike[str],
    recipe: Recipe | None = None,
    *,
    model: Model | None = None,
    overwrite: bool = False,
) -> Developed:
    """Color the photo in a file and write it to another, as ``kolorit-cli colorize`` does.

        >>> developed = kolorit.colorize("in.tif", "colored.png", model=model)

    Args:
        source: The photo's file, which stays as it is.
        target: Its ending names the format.
        recipe: What is done. By default what the window has kept beside the photo, or else the
            model's own colors.
        model: From :func:`load_model`; the default one, loaded anew, by default.
        overwrite: Whether an existing file may be replaced; the photo's own file never is.

    Raises:
        EngineError: If it cannot be read or written, or is in color already and there is no
            ``recipe`` to say that this shall be replaced.
    """
    path, out = Path(source), Path(target)
    check_writable(out, overwrite=overwrite, originals=(path,))
    kept = (read_sidecar(path) or Kept()) if recipe is None else Kept(recipe)
    photo = read_photo(path, page=kept.page)
    if recipe is None and kept.recipe.coloring is not None and not kept.recolor:
        require_colorless(photo)
    developed = develop(photo, kept.recipe, model=model)
    write(out, developed, overwrite=overwrite)
    return developed
