import inspect
from pathlib import Path

import pytest

from desktop.texts.messages import message_for
from engine import errors
from engine.errors import BatchError, BatchProblem, ImageError, ImageProblem

CASES = {
    errors.ImageError: ImageError(Path("a.png"), ImageProblem.DAMAGED),
    errors.CheckpointError: errors.CheckpointError(Path("m.safetensors"), "short read"),
    errors.UnknownArchitectureError: errors.UnknownArchitectureError(Path("m.safetensors"), "x"),
    errors.CatalogError: errors.CatalogError(Path("MANIFEST.toml"), "is empty"),
    errors.UnknownModelError: errors.UnknownModelError("name", ("a", "b")),
    errors.UnsupportedByModelError: errors.UnsupportedByModelError(errors.ModelFeature.HINTS),
    errors.DeviceUnavailableError: errors.DeviceUnavailableError("cuda", ("cpu",)),
    errors.BatchError: BatchError(Path("out"), BatchProblem.UNFINISHED),
    errors.ClusterError: errors.ClusterError("tcp://here:1", "has no workers"),
    errors.NewerSettingsError: errors.NewerSettingsError(Path("a.png")),
    errors.SigningError: errors.SigningError("the key is no PEM key"),
    errors.DeviceFailureError: errors.DeviceFailureError("cuda:0", "CUDA error: unknown error"),
    errors.DeviceMemoryError: errors.DeviceMemoryError("cuda:0", 96),
}


def test_every_engine_error_is_covered():
    classes = {
        c
        for _, c in inspect.getmembers(errors, inspect.isclass)
        if issubclass(c, errors.EngineError) and c is not errors.EngineError
    }
    assert classes == set(CASES)


@pytest.mark.parametrize("error", CASES.values(), ids=lambda e: type(e).__name__)
def test_messages_are_specific(error, qapp):
    text = message_for(error)
    assert text != message_for(errors.EngineError())
    assert "%1" not in text
    assert str(error).endswith((".", ")"))


def test_every_problem_with_a_photo_has_its_own_sentence(qapp):
    texts = {message_for(ImageError(Path("f/photo.png"), problem)) for problem in ImageProblem}
    assert len(texts) == len(ImageProblem)
    assert all("photo.png" in text and "f/" not in text for text in texts)


def test_every_problem_with_a_batch_has_its_own_sentence(qapp):
    texts = {message_for(BatchError(Path("f/out"), problem)) for problem in BatchProblem}
    assert len(texts) == len(BatchProblem)
    assert all("“out”" in text and "f/" not in text for text in texts)
