"""Batch norms as part of the convolutions before them, for networks that only run."""

from __future__ import annotations

from itertools import pairwise

from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def fold_batch_norms(network: nn.Module) -> None:
    """Replace each convolution and the batch norm after it by one convolution; the rest stays.

    Which norm follows which convolution is told by where they stand: a norm is the next child
    after its convolution, of the same parent, in every network here.

    Args:
        network: In eval mode.
    """
    for parent in list(network.modules()):
        for (name, layer), (norm_name, norm) in pairwise(list(parent.named_children())):
            if isinstance(layer, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                parent.add_module(name, fuse_conv_bn_eval(layer, norm))
                parent.add_module(norm_name, nn.Identity())
