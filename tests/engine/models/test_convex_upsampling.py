import torch
from torch.nn import functional as F

from engine.models.convex_upsampling import ConvexUpsampling, upsample


def test_it_starts_as_bilinear_interpolation():
    network = ConvexUpsampling(8, 4)
    shares = network(torch.randn(2, 8, 5, 7), torch.randn(2, 1, 20, 28))
    coarse = torch.randn(2, 3, 5, 7)
    expected = F.interpolate(coarse, scale_factor=4.0, mode="bilinear")
    inside = (..., slice(4, -4), slice(4, -4))
    torch.testing.assert_close(
        upsample(coarse, shares)[inside], expected[inside], atol=0.05, rtol=0
    )


def test_it_never_invents_a_color():
    network = ConvexUpsampling(8, 4)
    torch.nn.init.normal_(network.decide.weight)
    shares = network(torch.randn(1, 8, 4, 4), torch.randn(1, 1, 16, 16))
    assert (shares >= 0).all()
    torch.testing.assert_close(shares.sum(dim=1), torch.ones(1, 16, 4, 4))
    coarse = torch.rand(1, 2, 4, 4)
    fine = upsample(coarse, shares)
    assert fine.min() >= coarse.min() - 1e-6
    assert fine.max() <= coarse.max() + 1e-6


def test_each_fine_pixel_has_its_own_shares():
    shares = torch.zeros(1, 9, 16, 2, 2)
    shares[:, 4] = 1  # everything from the pixel itself
    shares[:, :, 5, 0, 0] = torch.eye(9)[5]  # but row 1, column 1 of the first from its right
    fine = upsample(torch.arange(4.0).view(1, 1, 2, 2), shares)[0, 0]
    assert fine[1, 1] == 1
    assert fine[0, 0] == fine[2, 2] == 0
    assert fine[7, 7] == 3
