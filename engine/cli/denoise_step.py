"""The step ``denoise`` of ``kolorit-cli restore``: its options, its doing, its account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.console import between

if TYPE_CHECKING:
    import argparse

    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Photo
    from engine.restoration.denoising import Denoised, DenoiseSettings

STEP = "denoise"


@dataclass(frozen=True, eq=False)
class DenoiseStep:
    """What the step made of a photo."""

    photo: Photo
    account: dict[str, Any]
    """For the report."""
    sentence: str
    """For the XMP; empty if nothing was done."""


def add_denoise_options(command: argparse.ArgumentParser) -> None:
    """Add the options of the step to a command."""
    group = command.add_argument_group("with --steps denoise")
    group.add_argument(
        "--denoise",
        type=between(float, 0, 1),
        default=1.0,
        metavar="AMOUNT",
        help="how much of it is done, 0 to 1 (default), in likely faces 0.6 at most",
    )
    group.add_argument(
        "--grain",
        type=between(float, 0, 1),
        default=0.5,
        metavar="KEPT",
        help="how much grain is kept, 0 to 1 (default: 0.5): the finest so much, coarser less",
    )
    group.add_argument(
        "--noise",
        type=between(float, 0, 60),
        metavar="LEVELS",
        help="how strong the noise is, as a deviation in levels of 255, instead of measuring it",
    )
    group.add_argument(
        "--jpeg",
        type=between(int, 1, 100),
        metavar="QUALITY",
        help="of the JPEG that the photo was, instead of measuring it; 100 for none",
    )


def take_denoise_step(photo: Photo, args: argparse.Namespace) -> DenoiseStep:
    """Denoise a photo as the options say, with the network that is bundled.

    Raises:
        EngineError: If there is none, if it cannot be used, or if memory runs out.
    """
    from engine.restoration.denoising import (  # noqa: PLC0415 - help texts come before torch
        TASK,
        DenoiseSettings,
        denoise,
    )
    from engine.restoration.networks import bundled_network  # noqa: PLC0415 - the same

    model = bundled_network(TASK, "auto")
    settings = DenoiseSettings(args.denoise, args.grain, args.noise, args.jpeg)
    denoised = denoise(photo, model, settings)
    sentence = _sentence(denoised, settings, model) if denoised.did_something else ""
    return DenoiseStep(denoised.photo, _account(denoised, settings, model), sentence)


def _account(denoised: Denoised, settings: DenoiseSettings, model: Model) -> dict[str, Any]:
    condition = denoised.condition
    return {
        "step": STEP,
        "done": denoised.did_something,
        "why": denoised.why,
        "settings": {
            "amount": settings.amount,
            "grain": settings.grain,
            "noise": settings.noise,
            "jpeg": settings.quality,
        },
        "model": {"name": model.name, "sha256": model.sha256},
        "noise_levels": round(condition.noise, 2),
        "jpeg_quality": condition.quality,
        "screen_pitch": None if condition.screen is None else round(condition.screen.pitch, 2),
        "likely_faces": denoised.faces,
        "mean_change_in_levels": round(denoised.mean_change, 3),
        "per_mille_smoothed": round(denoised.per_mille_smoothed, 2),
    }


def _sentence(denoised: Denoised, settings: DenoiseSettings, model: Model) -> str:
    return (
        f"denoise: {denoised.why}, by model {model.name} (sha256 {model.sha256}); amount "
        f"{settings.amount:g}, grain kept {settings.grain:g}; "
        f"{denoised.per_mille_smoothed:.1f} per mille of the pixels smoothed"
    )
