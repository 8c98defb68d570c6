import shutil
from pathlib import Path

import pytest

from engine.batch.planning.estimate import Estimate, estimate, free_bytes
from engine.batch.planning.plan import Plan
from engine.batch.planning.preview import preview_photos
from engine.batch.records.folder import plan_batch
from engine.cancel import Cancelled, CancelToken
from engine.checkpoints import checkpoint
from engine.errors import ImageError
from tests.engine.batch.batching import job_for, save_gray
from tests.tiny import CPU


@pytest.fixture
def plan(tmp_path, checkpoint_path):
    for index in range(40):
        save_gray(tmp_path / "in" / f"{index}.png", index, (30, 40))
    (tmp_path / "in" / "bad.png").write_bytes(b"x")
    (tmp_path / "in" / "zero.png").touch()
    job = job_for(tmp_path, checkpoint_path, format=".tif")
    plan = Plan(plan_batch(job).plan, job.target)
    yield plan
    plan.close()


def test_room_and_time_are_estimated_from_a_few_photos(tmp_path, checkpoint_path, plan):
    job = job_for(tmp_path, checkpoint_path, format=".tif")
    known = estimate(job, plan, [1.0, 3.0])
    assert known.photos == 41  # the empty one is not tried
    assert known.seconds == 82
    inputs = list((tmp_path / "in").iterdir())
    assert known.input_bytes == sum(path.stat().st_size for path in inputs)
    pixels = 41 * 30 * 40 * 3
    assert pixels < known.output_bytes < pixels + 41 * 10_000
    assert known.fits
    assert estimate(job, plan).seconds is None
    assert not Estimate(1, 1, 100, 99, None).fits


def test_samples_are_spread_over_the_plan(plan):
    numbers = [planned.n for planned in plan.sample(5)]
    assert len(numbers) == len(set(numbers)) == 5
    assert max(numbers) - min(numbers) > 25
    assert len(plan.sample(100)) == 41


def test_free_space_of_a_folder_that_is_not_there_yet(tmp_path):
    free = free_bytes(tmp_path / "not" / "yet")
    assert free == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.05)


def test_a_drive_that_is_not_there_has_no_room(monkeypatch):
    monkeypatch.setattr(Path, "exists", lambda _: False)
    assert free_bytes(Path("/missing/drive")) == 0


def test_a_trial_writes_nothing(tmp_path, checkpoint_path, plan):
    job = job_for(tmp_path, checkpoint_path)
    model = checkpoint.load(checkpoint_path, CPU)
    before = sorted(tmp_path.rglob("*"))
    previews = list(preview_photos(model, [tmp_path / "in" / "0.png"] * 2, job.settings))
    assert [preview.rgb.shape for preview in previews] == [(30, 40, 3)] * 2
    assert previews[0].seconds > 0
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(ImageError):
        list(preview_photos(model, [tmp_path / "in" / "bad.png"], job.settings))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        next(preview_photos(model, [tmp_path / "in" / "0.png"], job.settings, token))
