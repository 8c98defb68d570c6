"""Chroma enlarged along edges, against plain bilinear enlargement."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from engine.coloring.guided_filter import WideField, WidePlanes, fit_linear_field


def positions(count, coarse):
    return (np.arange(count) + 0.5) * (coarse / count) - 0.5


def enlarge(planes, rows, columns):
    return torch.from_numpy(WidePlanes(planes, rows, columns).at(rows))


def apply(field, guide, line):
    return torch.from_numpy(WideField(field, line, line).apply(guide[0].numpy(), line))


@given(
    coarse=st.tuples(st.integers(1, 7), st.integers(1, 7)),
    fine=st.tuples(st.integers(1, 23), st.integers(1, 23)),
)
def test_enlarging_is_bilinear(coarse, fine):
    planes = torch.rand(2, *coarse, generator=torch.Generator().manual_seed(1))
    actual = enlarge(planes, positions(fine[0], coarse[0]), positions(fine[1], coarse[1]))
    expected = F.interpolate(planes[None], fine, mode="bilinear", align_corners=False)[0]
    if fine[0] >= coarse[0] and fine[1] >= coarse[1]:
        torch.testing.assert_close(actual, expected, rtol=0, atol=1e-5)
    assert actual.shape == expected.shape


def test_color_stops_at_an_edge_of_lightness():
    """A dark red thing before a bright blue ground; the edge lies inside a coarse pixel."""
    coarse, fine, edge = 32, 512, 250
    lightness = torch.full((1, fine, fine), 30.0)
    lightness[..., edge:] = 80.0
    truth = torch.zeros(2, fine, fine)
    truth[0, :, :edge], truth[1, :, edge:] = 40.0, -40.0
    coarse_lightness = F.adaptive_avg_pool2d(lightness, coarse)
    coarse_ab = F.adaptive_avg_pool2d(truth, coarse)
    line = positions(fine, coarse)

    field = fit_linear_field(coarse_lightness, coarse_ab, radius=4, epsilon=4.0)
    guided = apply(field, lightness, line)
    bilinear = enlarge(coarse_ab, line, line)

    def bleeding(ab):
        near = slice(edge - 16, edge + 16)
        return (ab - truth)[..., near].norm(dim=0).mean().item()

    assert bleeding(bilinear) > 10
    assert bleeding(guided) < bleeding(bilinear) / 10


def test_flat_lightness_passes_color_through():
    ab = torch.full((2, 9, 9), 12.0)
    field = fit_linear_field(torch.full((1, 9, 9), 50.0), ab, radius=2, epsilon=4.0)
    line = positions(30, 9)
    out = apply(field, torch.full((1, 30, 30), 50.0), line)
    torch.testing.assert_close(out, torch.full((2, 30, 30), 12.0))


def test_shapes_must_match():
    with pytest.raises(ValueError, match="expected guide"):
        fit_linear_field(torch.zeros(1, 4, 4), torch.zeros(2, 4, 5), radius=1, epsilon=1.0)
