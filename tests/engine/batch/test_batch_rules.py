import json
import os
from datetime import date
from pathlib import Path, PurePath

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.batch.job import (
    BatchJob,
    Colored,
    ColorSettings,
    Conflict,
    Preset,
    Rules,
    job_from_json,
    job_to_json,
    preset_from_json,
    preset_to_json,
)
from engine.batch.photos import picture_of
from engine.batch.planning.naming import (
    Naming,
    TemplateError,
    TemplateProblem,
    check_template,
    example,
)
from engine.batch.planning.plan import Plan
from engine.batch.planning.walk import find_photos, is_taken
from engine.batch.records.folder import plan_batch
from engine.errors import BatchError, BatchProblem, UnknownModelError
from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe
from engine.recipe.recipe_json import recipe_to_json
from engine.recipe.stages import Coloring, Crop, Grade, Orientation
from tests.engine.batch.batching import job_for, save_gray
from tests.pictures import PHOTOS, gray_of, toned


def found(job):
    return [item.path.relative_to(job.sources[0]).as_posix() for item in find_photos(job)]


def planned(job):
    """Each input's output, both below their folders; the reason where there is none."""
    folder = plan_batch(job, anew=True)
    plan = Plan(folder.plan, job.target)
    rows = {
        p.source.relative_to(job.sources[0]).as_posix(): p.reason
        or p.target.relative_to(job.target).as_posix()
        for p in plan.photos()
    }
    assert plan.count == len(rows)
    plan.close()
    return rows


def test_presets_and_jobs_survive_json():
    rules = Rules(
        recursive=False,
        include=("*.tif", "1920/*"),
        exclude=("old",),
        name="{parent}-{n:04}",
        conflict=Conflict.UNIQUE,
        format=".png",
        colored=Colored.COPY,
    )
    preset = Preset(rules, ColorSettings("m", RECIPE, "cpu"))
    assert preset_from_json(json.loads(json.dumps(preset_to_json(preset)))) == preset
    odd = Path(os.fsdecode(b"/caf\xe9"))  # no Unicode
    job = BatchJob((odd,), Path("/out").absolute(), rules, preset.settings)
    assert job_from_json(json.loads(json.dumps(job_to_json(job)))) == job


@pytest.mark.parametrize(
    "change",
    [
        {"rules": {"conflict": "maybe"}},
        {"rules": {"name": 1}},
        {"format": "2"},
        {"settings": None},
        {"rules": 3},
    ],
)
def test_what_is_no_preset_is_refused(change):
    with pytest.raises(ValueError, match=r"."):
        preset_from_json(preset_to_json(Preset()) | change)


def test_values_out_of_range_are_refused():
    with pytest.raises(ValueError, match="format"):
        Rules(format=".gif")
    with pytest.raises(ValueError, match="quality"):
        ColorSettings(quality=0)
    with pytest.raises(ValueError, match="absolute"):
        BatchJob((Path("in"),), Path("/out").absolute())


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{stem}", "aunt.tif"),
        ("{parent}-{stem}-{model}", "1920-aunt-kolorit.tif"),
        ("{date} {n:04}", "2026-01-02 0012.tif"),
        ("{n}{{x}}", "12{x}.tif"),
    ],
)
def test_templates(template, name):
    naming = Naming(template, None, "kolorit", "2026-01-02")
    assert naming.name(PurePath("/scans/1920/aunt.tif"), 12) == name


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("", TemplateProblem.EMPTY),
        ("..", TemplateProblem.EMPTY),
        ("{stem", TemplateProblem.BRACES),
        ("{name}", TemplateProblem.UNKNOWN_FIELD),
        ("{stem.__class__}", TemplateProblem.UNKNOWN_FIELD),
        ("{}", TemplateProblem.UNKNOWN_FIELD),
        ("../{stem}", TemplateProblem.FORBIDDEN),
        ("{stem}?", TemplateProblem.FORBIDDEN),
        ("{stem!r}", TemplateProblem.FORMAT),
        ("{n:99999999999}", TemplateProblem.FORMAT),
        ("{n:x}", TemplateProblem.FORMAT),
        ("{stem:>9}", TemplateProblem.FORMAT),
    ],
)
def test_templates_that_name_no_files_are_refused(template, problem):
    with pytest.raises(TemplateError) as error:
        check_template(template)
    assert error.value.problem is problem


def test_names_are_shortened_to_what_disks_take():
    naming = Naming("{stem}-in-color", ".png", "m", "d")
    name = naming.name(PurePath("/x") / ("ж" * 120 + ".jpg"), 1, copy=12)
    assert len(os.fsencode(name)) <= 255
    assert name.startswith("ж" * 100)
    assert name.endswith("-12.png")


def test_a_live_example_of_names(tmp_path, checkpoint_path):
    job = job_for(tmp_path, checkpoint_path, name="{parent}-{model}-{n:03}", format=".png")
    assert example(job) == "in-tiny-001.png"
    assert example(job, tmp_path / "in" / "x" / "a.jpg") == "x-tiny-001.png"
    with pytest.raises(UnknownModelError):
        example(job_for(tmp_path, "nobody"))


def test_junk_is_left_out(tmp_path, checkpoint_path):
    for name in ("a.jpg", "b.TIF", "._a.jpg", ".hidden/c.jpg", ".d.png", "sub/e.webp"):
        save_gray(tmp_path / "in" / "x.png").rename(tmp_path / "in" / "x")
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        (tmp_path / "in" / "x").rename(path)
    for name in ("Thumbs.db", ".DS_Store", "notes.txt", "archive.zip", "empty.jpg"):
        (tmp_path / "in" / name).write_text("" if "empty" in name else "x")
    job = job_for(tmp_path, checkpoint_path)
    assert found(job) == ["a.jpg", "b.TIF", "empty.jpg", "sub/e.webp"]
    assert planned(job)["empty.jpg"] == "is empty (0 bytes)"
    assert found(job_for(tmp_path, checkpoint_path, recursive=False))[-1] == "empty.jpg"


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        ((), (), True),
        (("*.tif",), (), False),
        (("*.JPG",), (), True),
        (("1920",), (), True),
        (("1920/*",), (), True),
        (("*/1920/*",), (), False),
        ((), ("1920",), False),
        (("*.jpg",), ("1920/aunt*",), False),
        ((), ("1921/*",), True),
        ((), ("au[mn]t.jpg",), False),
    ],
)
def test_patterns(include, exclude, taken):
    rules = Rules(include=include, exclude=exclude)
    assert is_taken(PurePath("1920/Aunt.jpg"), rules) is taken


def test_links_cannot_trap_the_walk(tmp_path, checkpoint_path):
    save_gray(tmp_path / "in" / "a" / "one.jpg")
    save_gray(tmp_path / "elsewhere" / "two.jpg")
    (tmp_path / "in" / "a" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "a" / "around").symlink_to(tmp_path)
    (tmp_path / "in" / "b").symlink_to(tmp_path / "in" / "a")
    (tmp_path / "in" / "c").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "d").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "self.jpg").symlink_to(tmp_path / "in" / "self.jpg")
    (tmp_path / "elsewhere" / "back").symlink_to(tmp_path / "in")
    job = job_for(tmp_path, checkpoint_path)
    assert found(job) == ["self.jpg", "a/one.jpg", "c/two.jpg"]


def test_results_among_the_sources_are_not_read_again(tmp_path, checkpoint_path):
    save_gray(tmp_path / "in" / "a.jpg")
    save_gray(tmp_path / "in" / "colored" / "a.jpg")
    job = BatchJob((tmp_path / "in",), tmp_path / "in" / "colored")
    assert found(job) == ["a.jpg"]
    (tmp_path / "alias").symlink_to(tmp_path / "in" / "colored")
    assert found(BatchJob((tmp_path / "in",), tmp_path / "alias")) == ["a.jpg"]


def test_results_do_not_go_where_the_photos_are(tmp_path, checkpoint_path):
    save_gray(tmp_path / "in" / "a.jpg")
    for target, problem in (("in", BatchProblem.SAME_FOLDER), ("x", BatchProblem.NO_SOURCE)):
        source = tmp_path / ("in" if target == "in" else "missing")
        with pytest.raises(BatchError) as error:
            plan_batch(BatchJob((source,), tmp_path / target))
        assert error.value.problem is problem
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["in"]


def test_stem_collisions_are_resolved_the_same_way_each_time(tmp_path, checkpoint_path):
    names = ("a.jpg", "a.tif", "A.png", "a-2.jpg", "sub/a.jpg", "e\u0301.jpg", "é.png")
    for index, name in enumerate(names):
        save_gray(tmp_path / "in" / name, index)
    job = job_for(tmp_path, checkpoint_path, format=".jpg")
    rows = planned(job)
    assert len({name.casefold() for name in rows.values()}) == len(names)
    assert rows["sub/a.jpg"] == "sub/a.jpg"
    assert {"A.jpg", "a-2.jpg"} <= set(rows.values())
    assert planned(job) == rows


def test_one_name_for_all_is_numbered_quickly(tmp_path, checkpoint_path):
    for index in range(300):
        path = tmp_path / "in" / f"{index:03}.jpg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    rows = planned(job_for(tmp_path, checkpoint_path, name="{parent}"))
    assert list(rows.values())[:3] == ["in.jpg", "in-2.jpg", "in-3.jpg"]
    assert rows["299.jpg"] == "in-300.jpg"


def test_conflicts_are_seen_when_planning(tmp_path, checkpoint_path):
    save_gray(tmp_path / "in" / "a.jpg")
    save_gray(tmp_path / "out" / "a.jpg")
    expected = {
        Conflict.SKIP: "has an output already",
        Conflict.UNIQUE: "a-2.jpg",
        Conflict.OVERWRITE: "a.jpg",
    }
    for conflict, result in expected.items():
        job = job_for(tmp_path, checkpoint_path, conflict=conflict)
        assert planned(job) == {"a.jpg": result}


def test_several_sources_get_folders_of_their_own(tmp_path, checkpoint_path):
    save_gray(tmp_path / "x" / "a.jpg")
    save_gray(tmp_path / "y" / "sub" / "a.jpg")
    single = save_gray(tmp_path / "z" / "b.jpg")
    job = BatchJob(
        (tmp_path / "x", tmp_path / "y", single),
        tmp_path / "out",
        settings=ColorSettings(str(checkpoint_path)),
    )
    folder = plan_batch(job)
    plan = Plan(folder.plan, job.target)
    targets = [p.target.relative_to(job.target).as_posix() for p in plan.photos()]
    plan.close()
    assert targets == ["x/a.jpg", "y/sub/a.jpg", "b.jpg"]


@pytest.mark.parametrize("name", PHOTOS)
def test_color_is_told_from_gray_and_tone(name):
    rgb = PHOTOS[name]
    assert picture_of(Photo(rgb)).has_color
    for gray in (gray_of(rgb), toned(rgb, (40, 20, 10), (250, 230, 190))):
        assert not picture_of(Photo(gray)).has_color


def test_color_of_the_smallest_photo(tmp_path):
    save_gray(tmp_path / "a.png", size=(1, 1))
    pixel = Image.open(tmp_path / "a.png").convert("RGB")
    pixel.putpixel((0, 0), (255, 0, 0))
    assert not picture_of(Photo(np.array(pixel))).has_color  # one color is a tone


texts = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9)).map(
    tuple
)
rules = st.builds(
    Rules,
    recursive=st.booleans(),
    include=texts,
    exclude=texts,
    name=st.text(),
    conflict=st.sampled_from(Conflict),
    format=st.none() | st.sampled_from([".png", ".tif"]),
    colored=st.sampled_from(Colored),
    sidecars=st.booleans(),
)
color_settings = st.builds(
    ColorSettings,
    model=st.none() | st.text(),
    recipe=st.builds(
        Recipe,
        coloring=st.builds(
            Coloring,
            size=st.none() | st.integers(32, 2048),
            vividness=st.floats(0.25, 4),
            model=st.just(""),
            hints=st.just(()),
        ),
        grade=st.builds(Grade, st.floats(0, 2), st.floats(-1, 1)),
    ),
    device=st.text(),
    quality=st.integers(1, 100),
    bits=st.sampled_from([None, 8, 16]),
    keep_times=st.booleans(),
)
places = st.from_regex(r"/[a-z]{1,9}", fullmatch=True).map(lambda text: Path(text).absolute())
jobs = st.builds(
    BatchJob,
    st.lists(places, min_size=1).map(tuple),
    places,
    rules,
    color_settings,
    st.dates().map(date.isoformat),
)


@given(jobs)
def test_all_that_a_job_says_survives_json(job):
    assert job_from_json(json.loads(json.dumps(job_to_json(job)))) == job


RECIPE = Recipe(coloring=Coloring(size=128, vividness=2.0), grade=Grade(0.5, 0.25))
JOB_1 = """{"sources": ["/in"], "target": "/out", "day": "2026-01-02", "rules": {"recursive": true,
"include": ["*.tif"], "exclude": [], "name": "{stem}", "conflict": "skip", "format": null,
"colored": "skip"}, "settings": {"model": "kolorit", "strength": 0.5, "vividness": 2.0,
"size": 128, "device": "auto", "warmth": 0.25, "quality": 95, "bits": null, "keep_times": false}}"""


@pytest.mark.skipif(os.name == "nt", reason="its paths are absolute elsewhere")
def test_a_job_of_an_early_format_is_read_and_written_with_its_recipe():
    tree = json.loads(JOB_1) | {"format": 2}
    assert job_from_json(tree).settings == ColorSettings("kolorit", RECIPE)
    preset = preset_from_json(tree)
    settings = preset_to_json(preset, tree)["settings"]
    assert preset_from_json({"rules": {}, "settings": settings, "format": 3}) == Preset(
        settings=preset.settings
    )
    assert "strength" not in settings


@pytest.mark.parametrize(
    "wrong", [{"strength": 3}, {"strength": None}, {"size": 40.5}, {"warmth": True}]
)
def test_a_number_of_an_early_format_is_checked(wrong):
    tree = json.loads(JOB_1)
    tree["settings"] |= wrong
    with pytest.raises(ValueError, match=next(iter(wrong))):
        preset_from_json(tree)


@pytest.mark.skipif(os.name == "nt", reason="its paths are absolute elsewhere")
def test_a_job_of_the_first_format_is_read():
    job = job_from_json(json.loads(JOB_1))
    assert job.rules == Rules(include=("*.tif",), sidecars=False)
    assert job.settings == ColorSettings("kolorit", RECIPE)
    assert (job.sources, job.target, job.day) == ((Path("/in"),), Path("/out"), "2026-01-02")


@given(st.builds(Preset, rules, color_settings))
def test_what_is_unknown_in_a_preset_survives(preset):
    found = preset_to_json(Preset()) | {"color": "red"}
    found["rules"]["speed"] = 1
    written = preset_to_json(preset, found)
    assert preset_from_json(written) == preset
    assert (written["color"], written["rules"]["speed"]) == ("red", 1)


@pytest.mark.parametrize("anew", [False, True])
def test_a_newer_batch_is_neither_continued_nor_replaced(tmp_path, checkpoint_path, anew):
    save_gray(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, checkpoint_path)
    folder = plan_batch(job)
    tree = json.loads(folder.job.read_text()) | {"format": 99}
    folder.job.write_text(json.dumps(tree))
    before = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
    with pytest.raises(BatchError) as error:
        folder.read_job()
    assert error.value.problem is BatchProblem.NEWER
    with pytest.raises(BatchError) as error:
        plan_batch(job, anew=anew)
    assert error.value.problem is BatchProblem.NEWER
    after = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
    assert before == after


def test_how_one_photo_lies_is_no_part_of_a_preset():
    recipe = Recipe(orientation=Orientation(1), grade=Grade(0.5), crop=Crop(2.0))
    kept = preset_to_json(Preset(settings=ColorSettings(recipe=recipe)))
    assert preset_from_json(kept).settings.recipe == Recipe(grade=Grade(0.5))
    kept["settings"]["recipe"] = recipe_to_json(recipe)  # written by hand, or by another version
    assert preset_from_json(kept).settings.recipe == Recipe(grade=Grade(0.5))
