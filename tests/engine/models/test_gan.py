from itertools import pairwise

import pytest
import torch
from torch import nn

from engine.models.gan import GanConfig, Generator, SelfAttention
from engine.models.registry import COLOR_ARCHITECTURES

TINY = GanConfig(width=1 / 32)


def fours(width, out):
    return 4 * 4 * width * out + out


def test_the_generator_has_its_published_size():
    with torch.device("meta"):
        network = COLOR_ARCHITECTURES["gan"].build({})
    encoder = (1, 128, 256, 512, 512, 512, 512)
    down = sum(fours(i, o) for i, o in pairwise(encoder))
    # each stage reads the one before it and that one's skip
    inputs = (512, 512 + 512, 512 + 512, 512 + 512, 256 + 256)
    up = sum(fours(i, o) for i, o in zip(inputs, (512, 512, 512, 256, 128), strict=True))
    attention = 4 * 512 * (512 // 8) + 1
    paint = 7 * 7 * (128 + 128) * 2 + 2
    assert down + up + attention + paint == 41_581_315
    assert sum(p.numel() for p in network.parameters()) == 41_581_315


def test_the_convolutions_are_the_published_ones():
    with torch.device("meta"):
        network = Generator(GanConfig())
    layers = [m for m in network.modules() if isinstance(m, nn.Conv2d) and m.kernel_size != (1, 1)]
    assert [(m.out_channels, m.kernel_size[0], m.stride[0]) for m in layers] == [
        *((width, 4, 2) for width in (128, 256, 512, 512, 512, 512)),
        *((width, 4, 1) for width in (512, 512, 512, 256, 128)),
        (2, 7, 1),
    ]


@pytest.mark.parametrize("size", [(64, 64), (128, 64), (64, 192)])
def test_color_is_predicted_at_any_multiple_of_sixty_four(size):
    with torch.inference_mode():
        ab = Generator(TINY)(torch.zeros(2, 1, *size))
    assert ab.shape == (2, 2, *size)
    assert ab.abs().max() <= 1


def test_attention_is_on_the_stage_a_quarter_of_the_photos_size():
    seen = []
    network = Generator(TINY)
    (attention,) = (m for m in network.modules() if isinstance(m, SelfAttention))
    attention.register_forward_hook(lambda _module, inputs, _output: seen.append(inputs[0].shape))
    with torch.inference_mode():
        network(torch.zeros(1, 1, 64, 128))
    assert seen == [(1, 8 + 8, 16, 32)]


def test_fresh_attention_changes_nothing():
    x = torch.randn(2, 16, 3, 5)
    torch.testing.assert_close(SelfAttention(16)(x), x, rtol=0, atol=0)


def test_attention_follows_its_formula():
    attention, x = SelfAttention(16), torch.randn(2, 16, 3, 5)
    attention.gamma.data.fill_(0.7)
    query, key, value = (
        torch.einsum("oc,bcn->bon", layer.weight[:, :, 0, 0], x.flatten(2))
        for layer in (attention.query, attention.key, attention.value)
    )
    likeness = torch.einsum("bci,bcj->bij", query, key).softmax(dim=2)
    heard = torch.einsum("bij,bcj->bci", likeness, value)
    added = torch.einsum("oc,bcn->bon", attention.join.weight[:, :, 0, 0], heard)
    torch.testing.assert_close(attention(x), x + 0.7 * added.view_as(x))


def test_what_a_far_corner_shows_reaches_every_pixel():
    network = Generator(TINY).eval()
    network.up[3].attention.gamma.data.fill_(1.0)
    lightness = torch.zeros(1, 1, 192, 192)
    changed = lightness.clone()
    changed[..., -8:, -8:] = 1
    with torch.inference_mode():
        difference = network(changed) - network(lightness)
    assert (difference[..., :8, :8] != 0).all()
