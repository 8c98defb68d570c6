"""A training run's settings: one frozen tree, read from TOML, overridden by ``key=value``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_origin, get_type_hints

from engine.models.kolorit import EARLIER_KEYS
from engine.models.registry import COLOR_ARCHITECTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")
EARLIER_NAMES: Mapping[str, str] = {"optim.trunk_lr": "optim.backbone_lr"} | {
    f"model.config.{earlier}": f"model.config.{name}" for earlier, name in EARLIER_KEYS.items()
}
"""Settings as older recipes spell them, and what they are called now."""


@dataclass(frozen=True)
class ModelConfig:
    """Which network, with which hyperparameters."""

    arch: str = "streets"
    config: dict[str, Any] = field(default_factory=dict)
    """Passed to the architecture, which refuses keys it does not know."""
    input_size: int = 128
    """Default short side, in pixels, at which the app shows photos to the network."""


@dataclass(frozen=True)
class DataConfig:
    """Which photos, and how a training square is cut from each."""

    store_size: int = 160
    """Short side in pixels at which photos are kept in memory."""
    crops: list[int] = field(default_factory=lambda: [128])
    """Sides of the training squares in pixels, drawn anew each step; multiples the network accepts.
    A batch of larger squares has fewer of them, so that every step costs the same."""
    fit: str = "crop"
    """How a photo becomes a square: ``crop`` its short side, ``squash`` both sides, or
    ``letterbox`` it with black, which carries no loss."""
    degraded: float = 0.0
    """Share of the squares that the network sees as an old photo, see ``degrade.py``."""
    hinted: float = 0.0
    """Share of the squares of which some colors are revealed to the network, see
    ``simulated_hints.py``."""
    recolored: float = 0.0
    """Share of the squares in which objects have another color, which hints tell the network, see
    ``recoloring.py``; the shares of ``hinted`` are of the others."""
    filmed: float = 0.0
    """Share of the squares that no age has touched, but a film's own response to color and a
    development; those of ``degraded`` are not among them."""
    licenses: list[str] = field(default_factory=list)
    """Keep only these licence classes of the manifest; empty keeps all."""
    sources: list[str] = field(default_factory=list)
    """Keep only these sources of the manifest; empty keeps all."""
    left_out: list[str] = field(default_factory=list)
    """Whole sources of the manifest that are not trained on: the split ``left-out``."""
    source_limit: int = 0
    """Keep at most so many training photos of one source, 0 for all: one large, narrow source must
    not rule."""
    limit: int = 0
    """Keep at most so many training photos, 0 for all."""
    rotation: float = 0.0
    """Largest turn in degrees, either way."""
    shear: float = 0.0
    """Largest shear angle in radians, either way."""
    zoom: float = 0.0
    """A square covers the photo's short side times a factor in [1 - zoom, 1 + zoom]."""
    nearest: float = 0.0
    """Where it is not 0, squares cover down to this part of the short side instead."""
    shift: bool = True
    """Whether the square lies anywhere in the photo, or in its center."""
    flip: bool = True
    """Whether half of the squares are mirrored left to right."""

    @property
    def is_still(self) -> bool:
        """Whether a photo's square is the same at every step."""
        moves = (
            self.rotation,
            self.shear,
            self.zoom,
            self.nearest,
            self.shift,
            self.flip,
            self.degraded,
            self.filmed,
            self.recolored,
        )
        return len(self.crops) == 1 and not any(moves)


@dataclass(frozen=True)
class OptimConfig:
    """Optimizer, schedule and weight averaging."""

    lr: float = 1e-3
    """Peak learning rate, after warmup."""
    schedule: str = "cosine"
    """How the rate falls over the run: ``cosine`` or ``linear`` to zero, or ``constant``."""
    warmup_steps: int = 100
    backbone_lr: float = 0.15
    """Factor on the rate of a pretrained backbone."""
    hint_lr: float = 1.0
    """Factor on the rate of the layers through which hints enter: they start at zero, and where
    activations are large they must grow large to be noticed."""
    beta1: float = 0.9
    """Decay of AdamW's first moment."""
    beta2: float = 0.999
    """Decay of AdamW's second moment."""
    weight_decay: float = 0.0
    grad_clip: float = 1.0
    spectral_norm: bool = False
    """Whether every convolution's weight is divided by its spectral norm."""
    ema_decay: float = 0.999
    """Decay per step of the averaged weights, the ones evaluated and released."""


@dataclass(frozen=True)
class AdversarialConfig:
    """The adversary: discriminators that learn to tell predicted from true colors.

    References:
        The weights are those of pix2pixHD, Wang et al., CVPR 2018, shared out among three
        discriminators, as "colorization black & white photos" publishes them: 3.33 and 0.33.
    """

    after: float = 1.0
    """Share of the run after which it joins: 0 from the start, 1 not at all."""
    feature_matching: float = 10 / 3
    """Weight of each discriminator's feature matching."""
    adversarial: float = 1 / 3
    """Weight of each discriminator's output."""


@dataclass(frozen=True)
class RunConfig:
    """Everything that decides the result of a run."""

    seed: int = 0
    steps: int = 0
    """Optimizer updates in the whole run; 0 leaves the end to ``minutes``."""
    minutes: float = 0.0
    """Wall-clock budget of the optimizer updates; 0 leaves the end to ``steps``."""
    batch_size: int = 100
    loss: str = "mse"
    """``mse`` or ``mae`` of ab, or ``rebalanced`` cross-entropy over ab bins."""
    huber: float = 0.0
    """Weight of the Huber loss on the final colors, beside ``rebalanced``: teaches the shares by
    which a network with a refinement enlarges its colors, and not its distribution."""
    flat: float = 0.0
    """Weight of the loss on colors that change where the truth's do not, beside ``rebalanced``:
    against patches within one object."""
    skin: float = 1.0
    """How many times more a pixel of the color of skin weighs in ``rebalanced``."""
    precision: str = "bf16"
    """``bf16`` autocast or ``fp32``."""
    save_every: int = 200
    """Steps between saved run states."""
    evaluate_every: int = 200
    """Steps between evaluations, each with a sheet and fresh curves."""
    model: ModelConfig = field(default_factory=ModelConfig)
    data: DataConfig = field(default_factory=DataConfig)
    optim: OptimConfig = field(default_factory=OptimConfig)
    adversarial: AdversarialConfig = field(default_factory=AdversarialConfig)

    def __post_init__(self) -> None:
        """Refuse what cannot be run."""
        for name in ("batch_size", "save_every", "evaluate_every"):
            _require(getattr(self, name) >= 1, f"{name} must be at least 1")
        arch, known = COLOR_ARCHITECTURES.get(self.model.arch), ", ".join(COLOR_ARCHITECTURES)
        _require(arch is not None, f"unknown model.arch {self.model.arch!r}; known: {known}")
        assert arch is not None
        crops = self.data.crops
        _require(
            bool(crops) and all(crop > 0 and crop % arch.multiple_of == 0 for crop in crops),
            f"data.crops must be multiples of {arch.multiple_of}, got {crops}",
        )
        _require(self.steps > 0 or self.minutes > 0, "set steps or minutes: the run has no end")
        for name in ("degraded", "hinted", "recolored", "filmed", "nearest"):
            share = getattr(self.data, name)
            _require(0 <= share <= 1, f"data.{name} is a share, from 0 to 1")
        _require(self.data.degraded + self.data.filmed <= 1, "data.degraded and filmed exceed 1")
        asks_for_bins = (self.data.hinted, self.data.recolored, self.huber, self.flat)
        _require(
            self.loss == "rebalanced" or not (any(asks_for_bins) or self.skin != 1),
            "hints, huber, flat and skin need loss 'rebalanced'",
        )
        for name, value, choices in (
            ("precision", self.precision, ("bf16", "fp32")),
            ("loss", self.loss, ("mse", "mae", "rebalanced")),
            ("optim.schedule", self.optim.schedule, ("cosine", "linear", "constant")),
            ("data.fit", self.data.fit, ("crop", "squash", "letterbox")),
        ):
            _require(
                value in choices, f"{name} is {' or '.join(map(repr, choices))}, got {value!r}"
            )


def _require(condition: bool, message: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not condition:
        raise ValueError(message)


def load_config(path: Path, overrides: Iterable[str] = ()) -> RunConfig:
    """Read the settings of a run that colors, see :func:`read_settings`.

    Raises:
        ValueError: If a key is unknown or a value has the wrong type.
    """
    return read_settings(RunConfig, path, overrides)


def read_settings(cls: type[T], path: Path, overrides: Iterable[str] = ()) -> T:
    """Read a TOML file, then apply ``section.key=value`` overrides in order.

    Args:
        cls: A dataclass of settings, whose fields may be such dataclasses.
        path: The file.
        overrides: Their values are TOML.

    Raises:
        ValueError: If a key is unknown or a value has the wrong type.
    """
    tree = with_todays_names(tomllib.loads(path.read_text(encoding="utf-8")))
    for override in overrides:
        dotted, _, literal = override.partition("=")
        dotted = EARLIER_NAMES.get(dotted, dotted)
        *parents, leaf = dotted.split(".")
        node = tree
        for parent in parents:
            node = node.setdefault(parent, {})
        try:
            node[leaf] = tomllib.loads(f"x = {literal}")["x"]
        except (tomllib.TOMLDecodeError, TypeError) as error:
            msg = f"{override!r} is not section.key=value with a TOML value: strings need quotes"
            raise ValueError(msg) from error
    return build_settings(cls, with_todays_names(tree))


def with_todays_names(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return settings with those that have another name now under that name."""
    renamed = {}
    for key, value in tree.items():
        path = prefix + key
        told = with_todays_names(value, f"{path}.") if isinstance(value, dict) else value
        renamed[EARLIER_NAMES.get(path, path).removeprefix(prefix)] = told
    return renamed


def build_settings(cls: type[T], tree: Mapping[str, Any], prefix: str = "") -> T:
    """Return settings from what TOML holds.

    Raises:
        ValueError: If a key is unknown or a value has the wrong type.
    """
    hints = get_type_hints(cls)
    if unknown := sorted(set(tree) - set(hints)):
        msg = f"unknown setting {prefix}{unknown[0]}; known: {', '.join(sorted(hints))}"
        raise ValueError(msg)
    return cls(**{key: _check(hints[key], value, prefix + key) for key, value in tree.items()})


def _check(hint: Any, value: Any, name: str) -> Any:
    expected = get_origin(hint) or hint
    if is_dataclass(expected) and isinstance(value, dict):
        return build_settings(hint, value, f"{name}.")
    if expected is float and type(value) is int:
        return float(value)
    if type(value) is not expected:
        msg = f"{name} must be {getattr(expected, '__name__', expected)}, got {value!r}"
        raise ValueError(msg)
    return value
