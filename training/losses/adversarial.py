"""Adversarial training: losses, and the adversary whose output a generator learns from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional as F

from training.losses.discriminators import Discriminators

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor, nn

    from training.config import AdversarialConfig

    # name of a loss -> its value before weighting, a scalar without gradient
    Figures = Mapping[str, Tensor]

_LR = 2e-4
_BETAS = (0.5, 0.999)


def generator_adversarial_loss(fake: Tensor) -> Tensor:
    """Return how far scores of predicted colors, (B, 1, h, w), are from passing for true ones.

    References:
        Mao et al., "Least squares generative adversarial networks", ICCV 2017, equation 9, without
        the factor 1/2, as the published weights expect.
    """
    return (fake.float() - 1).square().mean()


def discriminator_loss(fake: Tensor, real: Tensor) -> Tensor:
    """Return how far scores are from 0 for predicted and 1 for true colors, a scalar.

    A discriminator that knows nothing reaches 1/4.

    Args:
        fake: (B, 1, h, w), of predicted colors.
        real: Same shape, of true ones.

    References:
        Mao et al., 2017, equation 9.
    """
    return (fake.float().square().mean() + (real.float() - 1).square().mean()) / 2


def feature_matching_loss(fake: Sequence[Tensor], real: Sequence[Tensor]) -> Tensor:
    """Return the mean absolute difference of one discriminator's features, summed over its stages.

    Args:
        fake: Features of predicted colors, (B, C, h, w) each.
        real: Same shapes, of true ones.

    References:
        Wang et al., "High-resolution image synthesis and semantic manipulation with conditional
        GANs", CVPR 2018, equation 4.
    """
    return _total([F.l1_loss(f.float(), r.float()) for f, r in zip(fake, real, strict=True)])


class Adversary:
    """Three discriminators and their optimizer: what a generator plays against.

    It sees colors on any scale that the predicted and the true ones share; near [-1, 1] suits it.
    Both methods may be called under autocast.
    """

    def __init__(self, weights: AdversarialConfig, device: str, width: float = 1.0) -> None:
        """Make fresh discriminators.

        Args:
            weights: Of the parts of :meth:`generator_loss`.
            device: Where they judge.
            width: Multiplies the discriminators' hidden widths; tests use less than 1.
        """
        self.weights = weights
        # spectral normalization divides the scale of the first weights out: torch's own draw does
        discriminators = Discriminators(width).to(device)
        self.discriminators = discriminators.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        group = {"params": list(self.discriminators.parameters()), "factor": 1.0}
        self.optimizer = torch.optim.Adam([group], lr=_LR, betas=_BETAS, fused=True)

    def generator_loss(
        self, lightness: Tensor, predicted: Tensor, truth: Tensor
    ) -> tuple[Tensor, Figures]:
        """Return what the generator should lower beside its own loss, a scalar, and its parts.

        Changes nothing in the adversary, and its gradient reaches only ``predicted``.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.
            predicted: (B, 2, H, W), normalized ab.
            truth: Same shape and scale.
        """
        self.discriminators.eval().requires_grad_(requires_grad=False)
        predicted = predicted.float()
        with torch.no_grad():
            real = self.discriminators(lightness, truth)
        fake = self.discriminators(lightness, predicted)
        pairs = list(zip(fake, real, strict=True))
        matching = _total([feature_matching_loss(f.features, r.features) for f, r in pairs])
        adversarial = _total([generator_adversarial_loss(f.scores) for f in fake])
        loss = self.weights.feature_matching * matching + self.weights.adversarial * adversarial
        parts = {"feature_matching": matching, "adversarial": adversarial}
        return loss, {name: part.detach() for name, part in parts.items()}

    def update(
        self,
        lightness: Tensor,
        predicted: Tensor,
        truth: Tensor,
        average: Callable[[nn.Module], None] = lambda _network: None,
    ) -> Figures:
        """Learn to tell predicted from true colors, one step; return the loss.

        Args:
            lightness: As in :meth:`generator_loss`.
            predicted: As there; the generator gets no gradient from here.
            truth: As there.
            average: Called between the gradients and the step, with what learns.
        """
        self.discriminators.train().requires_grad_(requires_grad=True)
        colors = torch.cat((predicted.detach().float(), truth))
        outputs = self.discriminators(torch.cat((lightness, lightness)), colors)
        halves = [output.scores.chunk(2) for output in outputs]
        loss = _total([discriminator_loss(fake, real) for fake, real in halves])
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        average(self.discriminators)
        self.optimizer.step()
        return {"discriminator": loss.detach()}

    def state_dict(self) -> dict[str, Any]:
        """Return the weights, the estimates of their norms, and the optimizer's state."""
        return {
            "discriminators": self.discriminators.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }

    def load_state_dict(self, state_dict: dict[str, Any], /) -> None:
        """Restore a state that :meth:`state_dict` returned."""
        self.discriminators.load_state_dict(state_dict["discriminators"])
        self.optimizer.load_state_dict(state_dict["optimizer"])


def _total(losses: Sequence[Tensor]) -> Tensor:
    return torch.stack(tuple(losses)).sum()
