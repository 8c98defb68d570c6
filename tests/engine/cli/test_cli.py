import os
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.cli.__main__ import main
from engine.coloring.colorize import lab_from_pixels
from engine.errors import DeviceMemoryError
from engine.files.image_io import read_photo, write_photo
from engine.recipe.sidecar import Kept, write_sidecar
from tests.photo_files import MAKERS
from tests.pictures import PHOTOS, in_doubt, toned
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

pytestmark = pytest.mark.usefixtures("tiny_models")


def run(*arguments):
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:  # argparse leaves this way
        return stop.code


def chroma(path):
    return lab_from_pixels(read_photo(path).rgb)[1:].norm(dim=0).mean().item()


def test_one_photo_to_one_file(tmp_path, gray_jpeg, capsys):
    out = tmp_path / "out.png"
    original = gray_jpeg.read_bytes()
    assert run("colorize", gray_jpeg, "-o", out, "--device", "cpu") == 0
    assert read_photo(out).size == read_photo(gray_jpeg).size
    assert chroma(out) > 10
    assert gray_jpeg.read_bytes() == original
    printed = capsys.readouterr().out
    assert "device: cpu" in printed
    assert str(out) in printed


EMPTY_NAMES = [
    ("colorize", "PHOTO", "-o", ""),
    ("colorize", "", "-o", "OUT"),
    ("colorize", "PHOTO", "-o", "OUT", "--recipe", ""),
    ("batch", "", "OUT"),
    ("batch", "IN", ""),
    ("restore", "PHOTO", "-o", ""),
    ("restore", "", "-o", "OUT"),
    ("restore", "PHOTO", "-o", "OUT", "--report", ""),
]


@pytest.mark.parametrize("arguments", EMPTY_NAMES)
def test_an_empty_name_is_not_the_working_directory(
    tmp_path, gray_jpeg, capsys, monkeypatch, arguments
):
    """As from a variable of a script that nobody has set."""
    monkeypatch.chdir(tmp_path)
    places = {"PHOTO": gray_jpeg, "IN": gray_jpeg.parent, "OUT": tmp_path / "new" / "a.png"}
    before = set(tmp_path.rglob("*"))
    assert run(*(places.get(argument, argument) for argument in arguments)) == 2
    assert "an empty name is that of no file" in capsys.readouterr().err.splitlines()[-1]
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
@pytest.mark.parametrize(
    ("module", "name"), [("engine.cli", "kolorit-cli"), ("desktop", "kolorit")]
)
def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path, gray_jpeg, module, name):
    (tmp_path / "gone").mkdir()
    command = f'cd gone && rmdir ../gone && exec "{sys.executable}" -P -m {module} "$@"'
    arguments = [] if module == "desktop" else ["batch", str(gray_jpeg.parent), "out"]
    ended = subprocess.run(
        ["sh", "-c", command, "sh", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert ended.returncode == 2
    assert ended.stderr == (
        f"{name}: the folder you are in is no longer there; change to another one\n"
    )


def test_memory_that_does_not_suffice_for_the_model_is_told(gray_jpeg, monkeypatch, capsys):
    def load(*_):
        raise MemoryError

    monkeypatch.setattr("engine.checkpoints.checkpoint.load", load)
    assert run("colorize", gray_jpeg, "-o", gray_jpeg.with_name("new.png")) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "memory" in error


def test_several_photos_go_into_a_folder_under_their_own_names(tmp_path, gray_jpeg):
    for name in ("a/one.png", "b/one.png", "b/two.tif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write_photo(tmp_path / name, gray_pixels(8, 9))
    photos = [gray_jpeg, *(tmp_path / name for name in ("a/one.png", "b/one.png", "b/two.tif"))]
    assert run("colorize", *photos, "-o", tmp_path / "new" / "out") == 0
    names = {path.name for path in (tmp_path / "new" / "out").iterdir()}
    assert names == {"ramp.jpg", "one.png", "one-2.png", "two.tif"}


def test_in_a_folder_formats_that_are_only_read_become_tiff(tmp_path):
    for name in ("a.bmp", "b.avif"):
        Image.fromarray(gray_pixels(16, 18)).save(tmp_path / name)
    write_photo(tmp_path / "a.tif", gray_pixels(16, 18))
    photos = [tmp_path / name for name in ("a.bmp", "a.tif", "b.avif")]
    assert run("colorize", *photos, "-o", tmp_path / "out") == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["a-2.tif", "a.tif", "b.tif"]


def test_when_nobody_reads_the_output_it_ends_without_a_traceback():
    command = [sys.executable, "-m", "engine.cli", "models"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        errors = process.stderr.read().decode()
    assert process.returncode == 1
    assert errors == "kolorit-cli: stopped: nobody reads the output any more\n"


def test_strength_and_model_and_size_reach_the_pixels(tmp_path, gray_jpeg):
    def colored(name, *options):
        assert run("colorize", gray_jpeg, "-o", tmp_path / name, *options) == 0
        return tmp_path / name

    full = colored("full.png")
    assert chroma(colored("gray.png", "--strength", 0)) < 1
    assert chroma(colored("half.png", "--strength", 0.5)) == pytest.approx(
        chroma(full) / 2, rel=0.1
    )
    green = lab_from_pixels(read_photo(colored("green.png", "--model", "greenish")).rgb)
    assert green[1].mean() < -10
    small = read_photo(colored("small.png", "--size", 33)).rgb
    assert not np.array_equal(small, read_photo(full).rgb)


def test_existing_files_stay_unless_told_otherwise(tmp_path, gray_jpeg, capsys):
    out = tmp_path / "out.png"
    out.write_bytes(b"precious")
    assert run("colorize", gray_jpeg, "-o", out) == 1
    assert out.read_bytes() == b"precious"
    assert "already exists" in capsys.readouterr().err
    assert run("colorize", gray_jpeg, "-o", out, "--overwrite") == 0
    assert chroma(out) > 10


def test_the_original_is_never_overwritten(gray_jpeg, capsys):
    content = gray_jpeg.read_bytes()
    assert run("colorize", gray_jpeg, "-o", gray_jpeg, "--overwrite") == 1
    assert run("colorize", gray_jpeg, "-o", gray_jpeg.parent, "--overwrite") == 1
    assert gray_jpeg.read_bytes() == content
    assert "never overwritten" in capsys.readouterr().err


def test_no_input_is_overwritten_by_the_output_for_another(tmp_path, capsys):
    for name in ("x/a.png", "y/a.png"):
        (tmp_path / name).parent.mkdir()
        write_photo(tmp_path / name, gray_pixels(8, 9))
    content = (tmp_path / "y/a.png").read_bytes()
    photos = [tmp_path / "x/a.png", tmp_path / "y/a.png"]
    assert run("colorize", *photos, "-o", tmp_path / "y", "--overwrite") == 1
    assert (tmp_path / "y/a.png").read_bytes() == content
    assert "never overwritten" in capsys.readouterr().err


def test_names_the_terminal_cannot_print_stop_nothing(tmp_path, gray_jpeg):
    odd = tmp_path / "бабушка.jpg"
    odd.write_bytes(gray_jpeg.read_bytes())
    command = [
        sys.executable,
        "-m",
        "engine.cli",
        "colorize",
        odd,
        gray_jpeg,
        "-o",
        tmp_path / "out",
    ]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    result = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert result.returncode == 0, result.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"бабушка.jpg", "ramp.jpg"}


def test_a_missing_folder_and_a_name_too_long_are_told(tmp_path, gray_jpeg, capsys):
    assert run("colorize", gray_jpeg, "-o", tmp_path / "nowhere" / "out.png") == 1
    assert "its folder does not exist" in capsys.readouterr().err
    assert run("colorize", gray_jpeg, "-o", tmp_path / f"{'x' * 300}.png") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_one_bad_file_does_not_stop_the_others(tmp_path, gray_jpeg, capsys):
    (tmp_path / "text.jpg").write_text("no photo")
    (tmp_path / "empty.png").touch()
    bad = [tmp_path / name for name in ("text.jpg", "empty.png", "missing.jpg")]
    assert run("colorize", *bad, gray_jpeg, "-o", tmp_path / "out") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ramp.jpg"]
    error = capsys.readouterr().err
    for phrase in ("text.jpg” is not", "empty.png” is empty", "missing.jpg” does not exist"):
        assert phrase in error
    assert "3 of 4 photos failed" in error


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("colorize",),
        ("colorize", "PHOTO"),
        ("colorize", "PHOTO", "-o", "out.gif"),
        ("colorize", "PHOTO", "-o", "out"),
        ("colorize", "PHOTO", "-o", "out.png", "--strength", "3"),
        ("colorize", "PHOTO", "-o", "out.png", "--strength", "much"),
        ("colorize", "PHOTO", "-o", "out.png", "--size", "8"),
        ("colorize", "PHOTO", "-o", "out.png", "--model", "nobody"),
        ("colorize", "PHOTO", "-o", "out.png", "--device", "abacus"),
        ("colorize", "PHOTO", "PHOTO", "-o", "PHOTO"),
    ],
)
def test_usage_errors_end_with_two_and_one_sentence(tmp_path, gray_jpeg, arguments, capsys):
    filled = [str(gray_jpeg) if a == "PHOTO" else a for a in arguments]
    filled = [str(tmp_path / a) if a.startswith("out") else a for a in filled]
    assert run(*filled) == 2
    error = capsys.readouterr().err
    assert error
    assert "Traceback" not in error


def test_running_out_of_memory_says_how_to_retry(tmp_path, gray_jpeg, monkeypatch, capsys):
    def full(*_, **__):
        raise DeviceMemoryError("cuda:0", 96)

    monkeypatch.setattr("engine.develop.encode", full)
    assert run("colorize", gray_jpeg, "-o", tmp_path / "out.png") == 1
    assert "try again at size 96" in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_what_reading_and_writing_leave_behind_is_said(tmp_path, capsys):
    pages = tmp_path / "pages.tif"
    deep = Image.fromarray(np.full((4, 4), 30_000, np.uint16))
    deep.save(pages, save_all=True, append_images=[deep])
    assert run("colorize", pages, "-o", tmp_path / "out.jpg") == 0
    printed = capsys.readouterr().out
    assert "only one of several pages" in printed
    assert "the format holds 8 bits" in printed
    assert run("colorize", pages, "-o", tmp_path / "out.tif", "--page", 2) == 0
    assert "note" not in capsys.readouterr().out
    assert run("colorize", pages, "-o", tmp_path / "out3.tif", "--page", 3) == 1
    assert "no such page (page 3 of 2)" in capsys.readouterr().err


def test_models_are_listed_with_the_default_first(capsys):
    assert run("models") == 0
    printed = capsys.readouterr().out
    assert printed.index("reddish (default)") < printed.index("greenish")
    assert "A greenish test model." in printed


def test_doctor_finds_a_healthy_installation(capsys):
    assert run("doctor") == 0
    printed = capsys.readouterr().out
    assert "FAIL" not in printed
    assert "reddish on cpu" in printed


def test_doctor_finds_a_damaged_model(tiny_models, capsys):
    (tiny_models / "greenish.safetensors").write_bytes(b"")
    assert run("doctor") == 1
    assert "FAIL  model greenish" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["colorize", "models", "doctor"])
def test_help_has_examples(command, capsys):
    assert run(command, "--help") == 0
    assert f"kolorit-cli {command}" in capsys.readouterr().out.split("example")[1]


@pytest.mark.checkpoint
def test_the_bundled_model_colors_the_sample_photo(tmp_path, monkeypatch):
    monkeypatch.undo()  # the real catalog
    out = tmp_path / "out.jpg"
    assert run("colorize", SAMPLE_PHOTO, "-o", out) == 0
    before, after = (lab_from_pixels(read_photo(p).rgb) for p in (SAMPLE_PHOTO, out))
    assert (before[0] - after[0]).abs().mean() <= 0.5
    assert after[1:].norm(dim=0).mean() > 3


def test_a_hint_reaches_the_photo_and_vividness_too(tiny_kolorit, gray_jpeg, tmp_path, capsys):
    outputs = {}
    for name, options in {
        "plain": [],
        "hinted": ["--hint", "50,50,#2040c0"],
        "narrow": ["--hint", "50,50,#2040c0,0"],
        "wide": ["--hint", "50,50,#2040c0,100"],
        "vivid": ["--vividness", "3"],
    }.items():
        target = tmp_path / f"{name}.png"
        command = ["colorize", str(gray_jpeg), "-o", str(target), "--model", str(tiny_kolorit)]
        assert main([*command, *options]) == 0
        outputs[name] = target.read_bytes()
    assert len(set(outputs.values())) == 5
    capsys.readouterr()


@pytest.mark.parametrize(
    "hint",
    [
        "50,50",
        "50,101,#2040c0",
        "a,b,#2040c0",
        "50,50,blue",
        "50,50,#2040c0,101",
        "50,50,#2040c0,1,2",
    ],
)
def test_a_hint_that_cannot_be_meant_is_refused(hint, gray_jpeg, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["colorize", str(gray_jpeg), "-o", str(tmp_path / "x.png"), "--hint", hint])
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert "--hint" in error
    assert "_hint" not in error  # a name in the code


def test_hints_need_one_photo_and_a_model_that_takes_them(
    checkpoint_path, gray_jpeg, tmp_path, capsys
):
    hint = ["--hint", "50,50,#2040c0"]
    two = ["colorize", str(gray_jpeg), str(gray_jpeg), "-o", str(tmp_path / "out"), *hint]
    assert main(two) == 2
    one = ["colorize", str(gray_jpeg), "-o", str(tmp_path / "x.png"), *hint]
    assert main([*one, "--model", str(checkpoint_path)]) == 1
    assert "knows no hints" in capsys.readouterr().err


def test_photos_in_color_are_recolored_only_when_asked(tmp_path, capsys):
    source, out = tmp_path / "color.png", tmp_path / "out.png"
    Image.fromarray(PHOTOS["coffee"]).save(source)
    assert run("colorize", source, "-o", out) == 1
    assert "is in color already; add --recolor" in capsys.readouterr().err
    assert not out.exists()
    assert run("colorize", source, "-o", out, "--recolor") == 0
    assert "that color is replaced" in capsys.readouterr().out


def test_a_photo_in_color_is_recolored_if_that_is_kept_beside_it(tmp_path, capsys):
    source, out = tmp_path / "color.png", tmp_path / "out.png"
    Image.fromarray(PHOTOS["coffee"]).save(source)
    write_sidecar(source, Kept(recolor=True))
    assert run("colorize", source, "-o", out) == 0
    assert "that color is replaced" in capsys.readouterr().out


def test_a_photo_in_doubt_is_colored_and_the_doubt_is_told(tmp_path, capsys):
    source, out = tmp_path / "pale.png", tmp_path / "out.png"
    Image.fromarray(in_doubt()).save(source)
    assert run("colorize", source, "-o", out) == 0
    assert "may have been in color already; it was colored all the same" in capsys.readouterr().out
    assert out.exists()


def test_toned_photos_are_colored_and_their_tint_is_told(tmp_path, capsys):
    source, out = tmp_path / "sepia.png", tmp_path / "out.png"
    rgb = toned(PHOTOS["coffee"], (45, 30, 18), (245, 232, 205))
    Image.fromarray(rgb).save(source)
    assert run("colorize", source, "-o", out, "--strength", 0, "--report") == 0
    printed = capsys.readouterr().out
    assert "toned black and white, sepia" in printed
    assert chroma(out) < 0.1  # the tone is gone
    (mean, greatest) = map(float, re.findall(r"([\d.]+) L\*", printed))
    assert mean < 0.2
    assert greatest < 1


def test_the_options_of_a_file_reach_it(tmp_path, capsys):
    source = tmp_path / "scan.tif"
    MAKERS["dot-gain.tif"](source)
    plain, other = tmp_path / "plain.tif", tmp_path / "other.tif"
    assert run("colorize", source, "-o", plain, "--report") == 0
    assert "in 16 bits" in capsys.readouterr().out
    options = ("--bits", 8, "--compression", "zip", "--no-provenance", "--caption", "--report")
    assert run("colorize", source, "-o", other, *options) == 0
    assert "in 8 bits" in capsys.readouterr().out
    first, second = read_photo(plain), read_photo(other)
    assert (first.bits, second.bits) == (16, 8)
    assert b"DigitalSourceType" in first.metadata.xmp
    assert second.metadata.xmp == b""
    assert second.size[0] > first.size[0]
    small = tmp_path / "small.jpg"
    assert run("colorize", source, "-o", small, "--quality", 5, "--profile", "input") == 0
    assert "there is no RGB profile that can be kept" in capsys.readouterr().out


def test_a_report_on_what_was_laid_on_white(capsys, tmp_path, checkpoint_path):
    source = tmp_path / "clear.png"
    alpha = np.repeat(np.array([[0, 255]], np.uint8), 20, axis=0).repeat(20, axis=1)
    Image.fromarray(np.dstack([np.full((20, 40), 90, np.uint8), alpha]), "LA").save(source)
    target = tmp_path / "out.jpg"
    options = ["--model", str(checkpoint_path), "--strength", "0", "--report"]
    assert main(["colorize", str(source), "-o", str(target), *options]) == 0
    mean = re.search(r"mean error ([\d.]+)", capsys.readouterr().out)
    assert float(mean[1]) < 1
