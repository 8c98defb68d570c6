"""Synthetic albums, and what is told of them."""

from dataclasses import replace

import numpy as np
import pytest

from engine.album.evidence import Evidence
from engine.checkpoints import checkpoint
from tests.engine.album.scenes import frame, scene
from tests.tiny import CPU
from training.evaluate_album import report
from training.evaluation.agreement import Looked, look_through
from training.evaluation.albums import FRAME, GONE, PASTED, STRANGER, make_pages, shows_object
from training.fit_album import fit, likelihoods


def coat():
    """A photo with a light coat on dark ground, and the coat's mask."""
    photo = frame(scene()) // 2
    mask = np.zeros(photo.shape[:2], np.bool_)
    mask[60:130, 90:160] = True
    photo[mask] = (200, 190, 240)
    return photo, mask


def test_pages_show_the_object_where_they_say():
    photo, mask = coat()
    dark = np.full((150, 220, 3), 40, np.uint8)
    for seed in range(5):
        pages = make_pages(photo, mask, [dark, dark], np.random.default_rng(seed))
        assert [page.kind for page in pages] == [FRAME, FRAME, GONE, PASTED, STRANGER, STRANGER]
        for page in pages:
            assert page.mask.shape == page.pixels.shape[:2]
            blue = page.pixels[..., 2].astype(int) - page.pixels[..., 1]
            assert page.kind in (FRAME, PASTED) or not page.mask.any()
            if shows_object(page, mask):
                assert np.median(blue[page.mask]) > 20
    assert shows_object(pages[3], mask)


def test_a_page_is_a_function_of_its_seed():
    photo, mask = coat()
    one, other = (make_pages(photo, mask, [photo], np.random.default_rng(3)) for _ in range(2))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(one, other, strict=True))


@pytest.mark.slow
def test_albums_of_photos_are_looked_through(tiny_kolorit):
    model = checkpoint.load(tiny_kolorit, CPU)
    photos = [frame(scene(seed), height=96, width=128) for seed in range(3)]
    looked = list(look_through(model, photos, 0, colors=True))
    assert len(looked) % 6 == 0
    assert any(one.apart is not None for one in looked)
    assert all(one.apart is None for one in looked if one.kind in (GONE, STRANGER))
    lines = list(report(looked))
    assert lines[0] == f"{len(looked) // 6} albums, {len(looked)} pages"
    assert [line.split(" | ")[0] for line in lines[3:8]] == [
        "| frame", "| gone", "| pasted", "| stranger", "| all",
    ]  # fmt: skip


def looked(kind, *, is_sure, is_right):
    sure = Evidence(0.5, 0.5, 200, 90, 100, 0.1, point=0.95, back=1.0, rank=0.0, texture=0.0)
    unsure = replace(sure, agreeing=0, point=-0.5, back=0.0, rank=0.9)
    evidence = sure if is_sure else unsure
    return Looked(0, kind, True, is_right, False, evidence, 10.0, 5.0 if is_sure else 10.0)


def test_the_table_counts_what_was_accepted_wrongly():
    rows = [looked(FRAME, is_sure=True, is_right=True)] * 3
    rows += [looked(FRAME, is_sure=True, is_right=False)]
    rows += [looked(STRANGER, is_sure=False, is_right=False)]
    lines = list(report(rows))
    assert "| frame | 4 | 4 | 1 (25.0%) | 0, 0 | 10.00 ± 0.00 | 5.00 ± 0.00 | 0 |" in lines
    assert "| stranger | 1 | 0 | 0 | 0, 0 |  |  | 0 |" in lines


def test_a_regression_finds_what_tells_right_from_wrong():
    rng = np.random.default_rng(0)
    measures = rng.normal(size=(400, 2))
    right = (measures[:, 0] + 0.1 * rng.normal(size=400) > 0.5).astype(float)
    weights = fit(measures, right)
    assert weights[0] > 5 * abs(weights[1])
    assert ((likelihoods(measures, weights) > 0.5) == right).mean() > 0.95
