"""What a report, and the XMP of a file, say of the stages that restore a photo."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from engine.restoration.mask_files import outlines

if TYPE_CHECKING:
    from engine.checkpoints.checkpoint import Model
    from engine.restoration.denoising import Denoised, DenoiseSettings
    from engine.restoration.repairing import Repaired, RepairSettings
    from engine.restoration.tone import Toned


def repair_account(repaired: Repaired, settings: RepairSettings) -> dict[str, Any]:
    """Return what a report says of a repair."""
    looked = settings.mask is None and settings.finds
    chosen = asdict(settings.selection)
    return {
        "step": "repair",
        "done": bool(repaired.mask.any()),
        "why": _why_repaired(repaired, settings),
        "settings": {
            **{name: value if looked else None for name, value in chosen.items()},
            "mask_given": settings.mask is not None,
            "strokes": len(settings.strokes),
            "strokes_with_a_source": repaired.copies,
            "grain": settings.grain,
        },
        "found": dict(repaired.found),
        "holes": repaired.holes,
        "holes_by_network": repaired.by_network,
        "network": repaired.network,
        "likely_faces": repaired.faces,
        "per_mille_repaired": round(repaired.per_mille_repaired, 4),
        "per_mille_invented": round(repaired.per_mille_invented, 4),
        "samples_changed_outside_the_mask": repaired.changed_outside,
        "remarks": list(repaired.remarks),
        "areas": outlines(repaired.mask),
        "invented_areas": outlines(repaired.invented),
    }


def repair_sentence(repaired: Repaired, settings: RepairSettings) -> str:
    """Return what a repair did, for the XMP."""
    sources = []
    if settings.mask is not None:
        sources.append("damage marked by a mask")
    elif settings.finds:
        sources.append(f"damage detected at {settings.selection}")
    if settings.strokes:
        count = len(settings.strokes)
        copies = f" ({repaired.copies} copied from another place)" if repaired.copies else ""
        sources.append(f"{count} stroke{'' if count == 1 else 's'} by a person{copies}")
    grain = "with" if settings.grain else "without"
    said = f", the forms of {repaired.by_network} by {repaired.network}" if repaired.network else ""
    return (
        f"repair: {' and '.join(sources)}, {repaired.holes} holes filled {grain} grain from their "
        f"surroundings{said}; "
        f"{repaired.per_mille_repaired:.3f} per mille of the pixels repaired, "
        f"{repaired.per_mille_invented:.3f} per mille invented, "
        f"{repaired.changed_outside} samples changed elsewhere"
    )


def denoise_account(denoised: Denoised, settings: DenoiseSettings, model: Model) -> dict[str, Any]:
    """Return what a report says of denoising."""
    condition = denoised.condition
    return {
        "step": "denoise",
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


def denoise_sentence(denoised: Denoised, settings: DenoiseSettings, model: Model) -> str:
    """Return what denoising did, for the XMP."""
    return (
        f"denoise: {denoised.why}, by model {model.name} (sha256 {model.sha256}); amount "
        f"{settings.amount:g}, grain kept {settings.grain:g}; "
        f"{denoised.per_mille_smoothed:.1f} per mille of the pixels smoothed"
    )


def tone_account(toned: Toned) -> dict[str, Any]:
    """Return what a report says of levels."""
    levels = toned.levels
    return {
        "step": "tone",
        "done": not levels.does_nothing,
        "why": toned.why,
        "settings": {"black": round(levels.black, 4), "white": round(levels.white, 4)},
    }


def tone_sentence(toned: Toned) -> str:
    """Return what levels did, for the XMP."""
    return f"tone: levels, black {toned.levels.black:.3f}, white {toned.levels.white:.3f}"


def _why_repaired(repaired: Repaired, settings: RepairSettings) -> str:
    marked = f"{repaired.per_mille_repaired:.2f} per mille of the picture"
    if settings.mask is not None:
        return f"the mask marks {marked}"
    if not repaired.mask.any():
        if not settings.finds:
            return "nothing was marked; no pixel was changed"
        return "nothing was found that is likely enough to be damage; no pixel was changed"
    kinds = [f"{count} {kind}" for kind, count in sorted(repaired.found.items())]
    strokes = [f"{len(settings.strokes)} strokes"] if settings.strokes else []
    return f"found {', '.join(kinds + strokes)}; {marked} repaired"
