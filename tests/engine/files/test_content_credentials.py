import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.cli.__main__ import main
from engine.errors import ImageError, SigningError
from engine.files.content import WriteOptions
from engine.files.content_credentials import Claim, Signing
from engine.files.image_io import write_photo
from engine.files.provenance import SOURCE_TYPE
from tests.photo_files import scene

c2pa = pytest.importorskip("c2pa")
x509 = pytest.importorskip("cryptography.x509")
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402 - comes with c2pa
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, x25519  # noqa: E402 - same
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: E402 - same

PEM, PKCS8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
PLAIN = serialization.NoEncryption()
MIME = {".jpg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff", ".webp": "image/webp"}


def certificate(name, key, issuer=None, issuer_key=None):
    """A certificate as C2PA wants a signer's; without an issuer, that of an authority."""
    oids = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    subject = x509.Name([x509.NameAttribute(oid, name) for oid in oids])
    now, public, signs = datetime.now(UTC), key.public_key(), issuer is None
    usage = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement"), False
    )
    usage |= {"encipher_only": False, "decipher_only": False, "digital_signature": not signs}
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=signs, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage, key_cert_sign=signs, crl_sign=signs), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer_key or key).public_key()),
            critical=False,
        )
    )
    if issuer:
        mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(mail, critical=False)
    signing_key = issuer_key or key
    digest = None if isinstance(signing_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return builder.sign(signing_key, digest)


def signing(folder, key):
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = certificate("Authority", authority_key)
    own = certificate("City archive", key, authority, authority_key)
    chain, secret = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(own.public_bytes(PEM) + authority.public_bytes(PEM))
    secret.write_bytes(key.private_bytes(PEM, PKCS8, PLAIN))
    return Signing(chain, secret)


@pytest.fixture
def archive(tmp_path):
    return signing(tmp_path, ec.generate_private_key(ec.SECP256R1()))


def claim(signing, parameters=""):
    return Claim(signing, parameters, SOURCE_TYPE, "1.2")


def credentials(path):
    with path.open("rb") as file, c2pa.Reader(MIME[path.suffix], file) as reader:
        return json.loads(reader.json())


@pytest.mark.parametrize("suffix", MIME)
def test_a_signed_file_is_valid_and_says_what_made_its_colors(tmp_path, archive, suffix):
    path = tmp_path / f"a{suffix}"
    write_photo(path, scene(3), WriteOptions(claim=claim(archive, "strength 0.8")))
    said = credentials(path)
    assert said["validation_state"] == "Valid"
    active = said["manifests"][said["active_manifest"]]
    assert active["signature_info"]["common_name"] == "City archive"
    (actions,) = (a for a in active["assertions"] if a["label"].startswith("c2pa.actions"))
    (action,) = actions["data"]["actions"]
    assert action["digitalSourceType"].endswith("/compositeWithTrainedAlgorithmicMedia")
    assert action["description"] == "strength 0.8"
    plain = tmp_path / f"plain{suffix}"
    write_photo(plain, scene(3))
    with Image.open(path) as signed, Image.open(plain) as unsigned:
        assert np.array_equal(np.asarray(signed), np.asarray(unsigned))
    assert [p.name for p in tmp_path.glob(".*")] == []


@pytest.mark.parametrize("suffix", MIME)
def test_a_disk_without_room_for_the_signed_file_is_told_as_such(tmp_path, archive, suffix):
    resource = pytest.importorskip("resource", reason="Windows knows no limits to a file")
    path = tmp_path / f"a{suffix}"
    write_photo(path, scene(3))
    before, limits = path.stat().st_size, resource.getrlimit(resource.RLIMIT_FSIZE)
    path.unlink()
    try:
        for size in (before, before + 1000, before + 9000):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
            with pytest.raises(ImageError, match="file too large"):
                write_photo(path, scene(3), WriteOptions(claim=claim(archive)))
            assert {p.name for p in tmp_path.iterdir()} == {"chain.pem", "key.pem"}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("key", [ec.SECP384R1(), ec.SECP521R1(), None], ids=["384", "521", "ed"])
def test_other_keys_sign_too(tmp_path, key):
    private = ec.generate_private_key(key) if key else ed25519.Ed25519PrivateKey.generate()
    path = tmp_path / "a.png"
    write_photo(path, scene(3), WriteOptions(claim=claim(signing(tmp_path, private), "")))
    assert credentials(path)["validation_state"] == "Valid"


def test_changed_pixels_are_noticed(tmp_path, archive):
    path = tmp_path / "a.tif"
    write_photo(path, scene(3), WriteOptions(claim=claim(archive, "")))
    content = bytearray(path.read_bytes())
    content[20] ^= 255  # among the pixels, which come first
    path.write_bytes(content)
    assert credentials(path)["validation_state"] == "Invalid"


def test_what_cannot_sign_is_told_and_leaves_no_file(tmp_path, archive):
    missing = Signing(tmp_path / "none.pem", archive.key)
    swapped = Signing(archive.key, archive.certificates)
    foreign = tmp_path / "exchange.pem"
    foreign.write_bytes(x25519.X25519PrivateKey.generate().private_bytes(PEM, PKCS8, PLAIN))
    unknown = Signing(archive.certificates, foreign)
    other = tmp_path / "other.pem"
    key = ec.generate_private_key(ec.SECP256R1())
    other.write_bytes(key.private_bytes(PEM, PKCS8, PLAIN))
    endless, large = Path(os.devnull), tmp_path / "large.pem"
    with large.open("wb") as file:
        file.truncate(1 << 40)
    path = tmp_path / "a.jpg"
    for wrong, reason in (
        (missing, "none.pem"),
        (swapped, "no PEM key"),
        (unknown, "do not know"),
        (Signing(archive.certificates, other), "cannot be signed"),
        (Signing(archive.certificates, endless), "no PEM file"),
        (Signing(large, archive.key), "no PEM file"),
    ):
        with pytest.raises(SigningError, match=reason) as caught:
            write_photo(path, scene(3), WriteOptions(claim=claim(wrong, "")))
        assert "\n" not in str(caught.value)
        assert not path.exists()
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_the_command_signs(tmp_path, archive, gray_jpeg, checkpoint_path):
    out = tmp_path / "out.jpg"
    sign = ["--sign", str(archive.certificates), str(archive.key)]
    command = ["colorize", str(gray_jpeg), "-o", str(out), "--model", str(checkpoint_path), *sign]
    assert main(command) == 0
    said = credentials(out)
    assert "colors synthesized by model" in json.dumps(said)
    assert main([*command, "--no-provenance"]) == 2
