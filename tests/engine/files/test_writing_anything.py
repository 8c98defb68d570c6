"""Whatever a photo's file says about it: the colored one is written, and what is lost is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.files import xmp
from engine.files.content import WriteLoss, WriteOptions
from engine.files.ifd import EXIF, GPS, Entry, with_children
from engine.files.image_io import read_photo, write_photo
from engine.files.provenance import SOURCE_TYPE, Provenance, with_provenance
from engine.photo.metadata import Metadata
from tests import profiles
from tests.engine.files.test_writing import FORMATS, METADATA, XMP

orders = st.sampled_from("<>")
lengths = st.one_of(st.integers(0, 300), st.sampled_from((65_490, 65_534, 200_000)))
long_bytes = st.builds(
    lambda seed, length: (seed * length)[:length], st.binary(min_size=1), lengths
)


def damaged(content):
    """Return content, with a few bytes changed or its end cut off."""
    places = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))

    def change(changes, end):
        changed = bytearray(content)
        for place, value in changes:
            changed[place] = value
        return bytes(changed[:end])

    ends = st.one_of(st.none(), st.integers(0, len(content)))
    return st.builds(change, st.lists(places, max_size=4), ends)


@st.composite
def entries(draw):
    kind = draw(st.integers(1, 18))
    size = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}.get(kind, 8)
    count = draw(st.integers(1, 9))
    tag = draw(st.sampled_from((270, 271, 274, 282, 283, 296, 305, 306, 315, 33432, 36867, 37500)))
    value = draw(st.binary(min_size=size * count, max_size=size * count))
    return Entry(tag, kind, count, value)


@st.composite
def directories(draw):
    """EXIF whose tags have any type and value, several times the same."""
    lists = [draw(st.lists(entries(), max_size=4)) for _ in range(3)]
    return with_children(lists[0], ((EXIF, lists[1]), (GPS, lists[2])), draw(orders))


resolutions = st.one_of(
    st.none(),
    st.tuples(st.floats(), st.floats()),
    st.tuples(st.floats(1e-12, 1e12), st.floats(1e-12, 1e12)),
    st.sampled_from(((1.09e10, 1.09e10), (0.3, 300.0), (72.0, 72.0), (5e-324, 1e308))),
)
metadata = st.builds(
    Metadata,
    exif=st.one_of(st.just(b""), long_bytes, damaged(METADATA.exif), directories()),
    iptc=st.one_of(st.just(b""), long_bytes, damaged(METADATA.iptc)),
    xmp=st.one_of(st.just(b""), long_bytes, damaged(XMP)),
    icc=st.one_of(st.just(b""), long_bytes, damaged(profiles.ADOBE_RGB)),
    dpi=resolutions,
)


@st.composite
def photos(draw):
    """Pixels of any depth and small size, and what goes with them."""
    kind = draw(st.sampled_from((np.uint8, np.uint16)))
    shape = draw(st.tuples(st.integers(1, 20), st.integers(1, 20)))
    chance = np.random.default_rng(draw(st.integers(0, 9)))
    rgb = chance.integers(0, np.iinfo(kind).max, (*shape, 3), kind, endpoint=True)
    alpha = draw(st.sampled_from((None, rgb[..., 0])))
    options = WriteOptions(
        alpha=alpha,
        metadata=draw(metadata),
        quality=draw(st.integers(1, 100)),
        compression=draw(st.sampled_from(("lzw", "zip"))),
        keep_profile=draw(st.booleans()),
    )
    return rgb, options


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # of the EXIF that is damaged
@given(photos(), st.sampled_from(FORMATS))
def test_whatever_is_said_about_a_photo_its_file_can_be_read_again(tmp_path_factory, photo, suffix):
    rgb, options = photo
    path = tmp_path_factory.mktemp("out") / f"photo{suffix}"
    losses = write_photo(path, rgb, options)
    back = read_photo(path)
    assert back.size == rgb.shape[:2]
    assert list(path.parent.iterdir()) == [path]
    if suffix in (".png", ".tif") and not options.keep_profile:
        np.testing.assert_array_equal(back.pixels, rgb)
    asked = options.metadata.dpi
    if asked is None or WriteLoss.RESOLUTION in losses:
        assert options.metadata.exif or back.metadata.dpi in (None, (72, 72))
    else:
        assert options.metadata.exif or back.metadata.dpi == pytest.approx(asked, abs=0.51)


@given(metadata, st.text(max_size=40))
def test_whatever_a_photo_says_it_can_also_say_where_its_colors_come_from(said, name):
    made_by = Provenance(name, "ab" * 32, 256)
    rdf = xmp.parse(with_provenance(said.xmp, made_by))
    assert rdf.find(".//{*}DigitalSourceType").text == SOURCE_TYPE
    assert rdf.find(".//{*}softwareAgent").text.startswith("Kolorit")
