import json

import numpy as np
import pytest
from PIL import Image

from engine.checkpoints import catalog
from engine.cli.__main__ import main
from engine.files.content import WriteOptions
from engine.files.image_io import read_photo, write_photo
from engine.photo.metadata import Metadata
from engine.restoration import repairing, reviving
from engine.restoration.inpainting import grown
from engine.restoration.mask_files import read_mask
from engine.restoration.networks import bundled_network
from tests.engine.restoration.test_denoising import noisy
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, scratched, sky
from tests.engine.restoration.test_fading import answer, model
from tests.pictures import PHOTOS, as_jpeg, gray_of
from tests.tiny import save_tiny_denoiser, tiny_pixel_model
from training.bundle import Description, bundle


def run(*arguments):
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:  # argparse leaves this way
        return stop.code


@pytest.fixture
def scan(tmp_path):
    """A dusty 16-bit TIFF at 600 dpi."""
    path = tmp_path / "scan.tif"
    options = WriteOptions(metadata=Metadata(dpi=(600.0, 600.0)))
    write_photo(path, photo(dusty(sky()), np.uint16, 3).pixels, options)
    return path


def test_a_scan_comes_back_clean_in_16_bits_with_its_resolution(tmp_path, scan, capsys):
    original = scan.read_bytes()
    out, report, mask = tmp_path / "out.tif", tmp_path / "report.json", tmp_path / "mask.png"
    assert run("restore", scan, "-o", out, "--report", report, "--save-mask", mask) == 0
    assert scan.read_bytes() == original
    before, after = read_photo(scan), read_photo(out)
    assert after.bits == 16
    assert after.metadata.dpi == (600.0, 600.0)
    marked = read_photo(mask).pixels[..., 0] > 128
    assert np.array_equal(after.pixels[~marked], before.pixels[~marked])
    assert (after.pixels != before.pixels).any(axis=2)[marked].mean() > 0.5
    step = json.loads(report.read_text(encoding="utf-8"))["steps"][0]
    assert step["step"] == "repair"
    assert step["found"] == {"dust": len(SPECKS)}
    assert step["samples_changed_outside_the_mask"] == 0
    assert len(step["areas"]) == len(SPECKS)
    assert step["per_mille_repaired"] == pytest.approx(marked.mean() * 1000, abs=1e-3)
    assert f"found {len(SPECKS)} dust" in capsys.readouterr().out


def test_the_xmp_says_what_was_done_and_that_an_algorithm_did_it(tmp_path, scan):
    out = tmp_path / "out.tif"
    assert run("restore", scan, "-o", out) == 0
    xmp = read_photo(out).metadata.xmp.decode()
    assert "digitalsourcetype/algorithmicallyEnhanced" in xmp
    assert "restored: repair: damage detected at sensitivity 0.5, 4 holes filled" in xmp
    assert "0 samples changed elsewhere" in xmp
    assert run("restore", scan, "-o", tmp_path / "quiet.tif", "--no-provenance") == 0
    assert b"restored" not in read_photo(tmp_path / "quiet.tif").metadata.xmp


def test_marks_of_another_size_or_shade_are_left_alone(tmp_path, scan, capsys):
    before = read_photo(scan)
    for number, options in enumerate((["--shade", "dark"], ["--largest", "0.01"])):
        out, report = tmp_path / f"{number}.tif", tmp_path / f"{number}.json"
        assert run("restore", scan, "-o", out, "--report", report, *options) == 0
        assert np.array_equal(read_photo(out).pixels, before.pixels)
        settings = json.loads(report.read_text(encoding="utf-8"))["steps"][0]["settings"]
        assert settings[options[0][2:]] in ("dark", 0.01)
        mask = tmp_path / f"{number}.png"
        assert run("restore", scan, "-o", mask, "--only-mask", *options) == 0
        assert not read_photo(mask).pixels.any()
    out = tmp_path / "light.tif"
    assert run("restore", scan, "-o", out, "--shade", "light", "--largest", "0.9") == 0
    assert f"found {len(SPECKS)} dust" in capsys.readouterr().out
    assert b"up to 90.0% of the shorter side (only light marks)" in read_photo(out).metadata.xmp


def test_an_undamaged_photo_is_written_as_it_is_and_nothing_is_said_of_it(tmp_path, capsys):
    source, out = tmp_path / "sky.png", tmp_path / "out.png"
    write_photo(source, photo(sky(), np.uint8, 3).pixels)
    assert run("restore", source, "-o", out) == 0
    assert np.array_equal(read_photo(out).pixels, read_photo(source).pixels)
    assert b"algorithmicallyEnhanced" not in read_photo(out).metadata.xmp
    assert "nothing was found" in capsys.readouterr().out


def test_only_the_mask_for_another_program_and_a_mask_from_one(tmp_path, scan):
    mask, out = tmp_path / "mask.png", tmp_path / "out.tif"
    assert run("restore", scan, "-o", mask, "--only-mask") == 0
    assert run("restore", scan, "-o", out, "--mask", mask) == 0
    given = read_photo(mask).pixels[..., 0] > 128
    before, after = read_photo(scan).pixels, read_photo(out).pixels
    assert given.any()
    assert np.array_equal(after[~grown(given)], before[~grown(given)])


def test_tone_is_done_when_asked_for_and_says_why(tmp_path, scan):
    out, report = tmp_path / "out.tif", tmp_path / "report.json"
    assert run("restore", scan, "-o", out, "--steps", "repair,tone", "--report", report) == 0
    repair, tone, *others = json.loads(report.read_text(encoding="utf-8"))["steps"]
    assert (repair["step"], repair["done"]) == ("repair", True)
    assert (tone["step"], tone["done"]) == ("tone", True)
    assert "it is flat" in tone["why"]
    assert {step["step"]: step["done"] for step in others} == {
        "crop": False,
        "denoise": False,
        "revival": False,
    }
    pixels = read_photo(out).pixels
    assert np.percentile(pixels, 99.9) > 0.95 * 65535
    assert np.percentile(pixels, 0.1) < 0.05 * 65535
    assert "tone: levels, black" in read_photo(out).metadata.xmp.decode()


@pytest.fixture
def bundled_denoiser(tmp_path, monkeypatch):
    """A tiny network stands where the bundled ones are."""
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    source = save_tiny_denoiser(tmp_path / "made.safetensors")
    bundle(source, Description("tiny", "A tiny denoiser.", "test data", earlier=False), folder)
    monkeypatch.setattr(catalog, "CHECKPOINTS", folder)
    bundled_network.cache_clear()
    yield
    bundled_network.cache_clear()


@pytest.fixture
def noisy_scan(tmp_path):
    path = tmp_path / "noisy.png"
    write_photo(path, noisy("coffee", 14).pixels)
    return path


def test_denoise_is_done_when_asked_for_and_accounted_for(tmp_path, noisy_scan, bundled_denoiser):
    out, report = tmp_path / "out.png", tmp_path / "report.json"
    options = ("--steps", "denoise", "--denoise", "0.8", "--grain", "0.25", "--report", report)
    assert run("restore", noisy_scan, "-o", out, *options) == 0
    denoise, *others = json.loads(report.read_text(encoding="utf-8"))["steps"]
    assert (denoise["step"], denoise["done"]) == ("denoise", True)
    assert denoise["noise_levels"] == pytest.approx(14, rel=0.2)
    assert denoise["jpeg_quality"] == 100
    assert denoise["settings"] == {"amount": 0.8, "grain": 0.25, "noise": None, "jpeg": None}
    assert denoise["model"]["name"] == "tiny"
    assert "repair" in {step["step"] for step in others}
    before, after = read_photo(noisy_scan).pixels, read_photo(out).pixels
    change = np.abs(after.astype(float) - before).mean()
    assert denoise["mean_change_in_levels"] == pytest.approx(change, rel=1e-3)
    xmp = read_photo(out).metadata.xmp.decode()
    assert "restored: denoise: noise of 1" in xmp
    assert "amount 0.8, grain kept 0.25" in xmp
    assert denoise["model"]["sha256"] in xmp


@pytest.mark.checkpoint
def test_the_bundled_network_brings_a_noisy_photo_nearer_to_what_it_was(tmp_path):
    source, out = tmp_path / "noisy.png", tmp_path / "out.png"
    truth = gray_of(PHOTOS["coffee"]).astype(float)
    spoiled_ones = (noisy("coffee", 14).pixels, as_jpeg(gray_of(PHOTOS["coffee"]), 20))
    for spoiled, most in zip(spoiled_ones, (0.6, 0.97), strict=True):
        write_photo(source, spoiled, overwrite=True)
        assert run("restore", source, "-o", out, "--steps", "denoise", "--overwrite") == 0
        before, after = (read_photo(path).pixels.astype(float) for path in (source, out))
        assert ((after - truth) ** 2).mean() < most * ((before - truth) ** 2).mean()


def test_denoise_leaves_a_good_photo_alone_unless_it_is_told_of_noise(
    tmp_path, bundled_denoiser, capsys
):
    source, out = tmp_path / "good.png", tmp_path / "out.png"
    write_photo(source, PHOTOS["coffee"])
    assert run("restore", source, "-o", out, "--steps", "denoise") == 0
    assert np.array_equal(read_photo(out).pixels, PHOTOS["coffee"])
    assert b"algorithmicallyEnhanced" not in read_photo(out).metadata.xmp
    assert "it is left alone" in capsys.readouterr().out
    told = ("--noise", "8", "--jpeg", "90", "--overwrite")
    assert run("restore", source, "-o", out, "--steps", "denoise", *told) == 0
    assert (read_photo(out).pixels != PHOTOS["coffee"]).any()


def test_without_a_network_for_it_denoise_is_refused(tmp_path, noisy_scan, monkeypatch, capsys):
    empty = tmp_path / "checkpoints"
    empty.mkdir()
    (empty / "MANIFEST.toml").write_text("checkpoint = []")
    monkeypatch.setattr(catalog, "CHECKPOINTS", empty)
    bundled_network.cache_clear()
    assert run("restore", noisy_scan, "-o", tmp_path / "out.png", "--steps", "denoise") == 1
    assert "has no network for denoise" in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--crop", "0,0,9999,9"], "asks for a part that is not in the photo of"),
        (["--crop", "0,0,50%,50%"], "is neither like 120,80,3000,2000"),
        (["--straighten", "50"], "50 is not within -45 to 45"),
        (["--straighten", "a bit"], "is neither a number nor auto"),
        (["--rotate", "45"], "45 is not 90, 180, 270 or -90"),
        (["--noise", "10"], "--noise is for the step denoise, which is not taken"),
        (["--jpeg", "50"], "--jpeg is for the step denoise"),
        (["--roll", "other.png"], "--roll is for the step revival"),
        (["--no-grain", "--steps", "none"], "--no-grain is for the step repair"),
        (["--save-mask", "m.png", "--steps", "denoise"], "--save-mask is for the step repair"),
        (["--split", "--crop", "auto"], "--split crops and straightens each print"),
        (["--split"], "shows no prints on a bed or a border"),
        (["--steps", "denoise", "--denoise", "2"], "not within 0 to 1"),
        (["--steps", "repair,sparkle"], "there is no step 'sparkle'"),
        (["--only-mask", "--save-mask", "m.png"], "leave out --save-mask"),
        (["--sensitivity", "1.5"], "not within 0 to 1"),
        (["--largest", "0"], "not within 0.001 to 1"),
        (["--shade", "grey"], "invalid choice: 'grey'"),
        (["--report", "report.txt"], "must end in .json"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(tmp_path, scan, capsys, options, sentence):
    assert run("restore", scan, "-o", tmp_path / "out.tif", *options) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out.tif").exists()


def test_a_mask_of_another_size_or_over_everything_is_refused(tmp_path, scan, capsys):
    Image.new("L", (10, 10), 255).save(tmp_path / "small.png")
    Image.new("L", (320, 256), 255).save(tmp_path / "all.png")
    out = tmp_path / "out.tif"
    assert run("restore", scan, "-o", out, "--mask", tmp_path / "small.png") == 2
    assert run("restore", scan, "-o", out, "--mask", tmp_path / "all.png") == 2
    told = capsys.readouterr().err
    assert "must be of the same size" in told
    assert "covers the whole photo" in told


def test_neither_the_photo_nor_an_existing_file_is_written_over(tmp_path, scan, capsys):
    original = scan.read_bytes()
    report = tmp_path / "report.json"
    report.write_text("mine")
    assert run("restore", scan, "-o", scan, "--overwrite") == 1
    assert run("restore", scan, "-o", tmp_path / "out.tif", "--save-mask", scan) == 1
    assert run("restore", scan, "-o", tmp_path / "out.tif", "--report", report) == 1
    assert run("restore", scan, "-o", tmp_path / "a.png", "--save-mask", tmp_path / "a.png") == 2
    assert scan.read_bytes() == original
    assert report.read_text() == "mine"
    assert not (tmp_path / "out.tif").exists()
    assert "already exists" in capsys.readouterr().err


def test_a_faded_slide_is_revived_in_16_bits_with_its_roll(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(reviving, "bundled_network", lambda _task: model(answer()))
    slide, other = tmp_path / "slide.tif", tmp_path / "other.png"
    write_photo(slide, PHOTOS["coffee"].astype(np.uint16) * 257, WriteOptions())
    write_photo(other, PHOTOS["rocket"], WriteOptions())
    out, report = tmp_path / "out.tif", tmp_path / "report.json"
    arguments = ("--steps", "revival", "--report", report, "--roll", other)
    assert run("restore", slide, "-o", out, *arguments) == 0
    revived = read_photo(out)
    assert revived.bits == 16
    assert len(np.unique(revived.pixels[..., 0])) > 200
    xmp = revived.metadata.xmp.decode()
    assert "revival: faded colors brought back" in xmp
    assert "digitalsourcetype/algorithmicallyEnhanced" in xmp
    step = json.loads(report.read_text(encoding="utf-8"))["steps"][0]
    assert step["step"] == "revival"
    assert step["done"]
    assert step["settings"]["matrix"][0] == [1.8, 0, 0]
    assert "told from 2 photos" in capsys.readouterr().out


def test_a_photo_that_is_not_faded_keeps_every_bit(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(reviving, "bundled_network", lambda _task: model(answer(odds=-3.0)))
    source, out = tmp_path / "photo.png", tmp_path / "out.png"
    write_photo(source, PHOTOS["coffee"], WriteOptions())
    assert run("restore", source, "-o", out, "--steps", "revival") == 0
    assert np.array_equal(read_photo(out).pixels, PHOTOS["coffee"])
    assert b"restored" not in read_photo(out).metadata.xmp
    assert "not surely faded" in capsys.readouterr().out


def test_it_is_said_that_a_network_filled_a_hole(tmp_path, scan, monkeypatch):
    network = tiny_pixel_model("fill", "coarse-fill", widths=[8, 8, 8, 32])
    monkeypatch.setattr(repairing, "bundled_network", lambda _task: network)
    damage = np.zeros(read_photo(scan).size, np.uint8)
    damage[20:32, 20:90] = 255
    mask, out, report = (tmp_path / name for name in ("mask.png", "out.tif", "report.json"))
    Image.fromarray(damage).save(mask)
    assert run("restore", scan, "-o", out, "--mask", mask, "--report", report) == 0
    xmp = read_photo(out).metadata.xmp.decode()
    assert "the forms of 1 by model" in xmp
    assert "digitalsourcetype/compositeWithTrainedAlgorithmicMedia" in xmp
    step = json.loads(report.read_text(encoding="utf-8"))["steps"][0]
    assert step["holes_by_network"] == step["holes"] == 1


@pytest.mark.parametrize("options", [("--rotate", 90), ("--rotate", 180, "--mirror")])
def test_a_scan_that_is_turned_has_the_same_damage(tmp_path, options):
    path, plain, turned = (tmp_path / name for name in ("scan.png", "plain.json", "turned.json"))
    write_photo(path, photo(scratched(dusty(gray_of(PHOTOS["rocket"])[..., 0])), channels=3).pixels)
    for report, more in ((plain, ()), (turned, options)):
        out = report.with_suffix(".png")
        assert run("restore", path, "-o", out, "--report", report, "--sensitivity", 0.8, *more) == 0
    (one, other) = (
        json.loads(report.read_text(encoding="utf-8"))["steps"][0] for report in (plain, turned)
    )
    assert one["found"] == other["found"]
    assert one["likely_faces"] == other["likely_faces"]
    assert one["per_mille_repaired"] == pytest.approx(other["per_mille_repaired"], rel=0.05)


def test_a_mask_goes_out_and_in_as_polygons(tmp_path, scan):
    picture, polygons = tmp_path / "mask.png", tmp_path / "mask.json"
    assert run("restore", scan, "-o", picture, "--only-mask") == 0
    assert run("restore", scan, "-o", polygons, "--only-mask") == 0
    outs = []
    for mask in (picture, polygons):
        outs.append(tmp_path / f"{mask.suffix[1:]}.tif")
        assert run("restore", scan, "-o", outs[-1], "--mask", mask) == 0
    first, second = (read_photo(out).pixels for out in outs)
    assert np.array_equal(first, second)
    changed = tmp_path / "changed.json"
    options = ["--mask", polygons, "--save-mask", changed, "--overwrite"]
    assert run("restore", scan, "-o", outs[0], *options) == 0
    assert (read_mask(changed, first.shape[:2]) >= read_mask(polygons, first.shape[:2])).all()


def test_polygons_that_are_given_are_never_written_over(tmp_path, scan, capsys):
    mask, out = tmp_path / "mask.json", tmp_path / "out.tif"
    assert run("restore", scan, "-o", mask, "--only-mask") == 0
    before = mask.read_bytes()
    assert run("restore", scan, "-o", mask, "--only-mask") == 1
    options = ["--mask", mask, "--save-mask", mask, "--overwrite"]
    assert run("restore", scan, "-o", out, *options) == 1
    assert mask.read_bytes() == before
    mask.write_text("{}")
    assert run("restore", scan, "-o", out, "--mask", mask) == 2
    assert "is no file of polygons: it has no format number" in capsys.readouterr().err
