"""Content Credentials: what made a photo's colors, signed with the user's own certificate.

Needs the optional part ``kolorit[c2pa]``. No time stamp is asked for: that would need the network.

References:
    C2PA Technical Specification 2.1: the assertion ``c2pa.actions.v2``; section 13.2, signature
    algorithms.
"""

from __future__ import annotations

import io
import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.atomic_write import atomic_path
from engine.errors import SigningError
from engine.install_hint import install_hint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import ReadableBuffer

_MIME = {"JPEG": "image/jpeg", "PNG": "image/png", "TIFF": "image/tiff", "WEBP": "image/webp"}
_MAX_PEM = 1 << 20
"""Bytes."""
_CURVES = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}


@dataclass(frozen=True)
class Signing:
    """Who signs."""

    certificates: Path
    """PEM: the signer's certificate, then those that vouch for it, without the root."""
    key: Path
    """PEM: the signer's private key, without a passphrase."""


@dataclass(frozen=True)
class Claim:
    """What is said about a file, and by whom."""

    signing: Signing
    parameters: str
    """What made the colors, in one line."""
    source_type: str
    """IPTC's word for how such a picture comes about, an address."""
    version: str
    """Of this software."""


def sign(path: Path, file_format: str, claim: Claim) -> None:
    """Put signed Content Credentials into a file.

    Args:
        path: Of a finished JPEG, PNG, TIFF or WebP file, which the signed one replaces.
        file_format: Its name as :data:`engine.files.image_io.SUFFIXES` has it.
        claim: What is said, and by whom.

    Raises:
        SigningError: If the optional part is missing, or the certificate and key do not serve.
        OSError: If the disk refuses.
    """
    try:
        import c2pa  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = f"Content Credentials need an optional part: {install_hint('c2pa')}"
        raise SigningError(msg) from error
    try:
        certificates, key = _pem(claim.signing.certificates), _pem(claim.signing.key)
    except OSError as error:
        msg = f"“{error.filename}” cannot be read ({error.strerror})"
        raise SigningError(msg) from error
    algorithm = getattr(c2pa.C2paSigningAlg, _algorithm(key))
    try:
        signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(algorithm, certificates, key, None))
        builder = c2pa.Builder(_manifest(claim))
        with (
            atomic_path(path) as signed,
            path.open("rb") as source,
            _SignedFile(signed) as to,
            to.own_errors(),
        ):
            builder.sign(signer, _MIME[file_format], source, to)
    except c2pa.C2paError as error:
        raise SigningError(" ".join(str(error).split())[:200]) from error


class _SignedFile(io.BufferedRandom):
    """A new file that remembers why the disk refused what c2pa, which forgets it, wrote there."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path, "w+b"))
        self._refusal: OSError | None = None

    def write(self, some: ReadableBuffer, /) -> int:
        """Take all of ``some``, as any file does."""
        with self._remembered():
            return super().write(some)

    def flush(self) -> None:
        """Write what is left, as any file does."""
        with self._remembered():
            super().flush()

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Write what is left and go elsewhere, as any file does."""
        with self._remembered():
            return super().seek(offset, whence)

    @contextmanager
    def own_errors(self) -> Iterator[None]:
        """Raise what the disk said instead of what the block makes of it."""
        try:
            yield
        except Exception as error:
            if self._refusal is not None:
                raise self._refusal from error
            raise

    @contextmanager
    def _remembered(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._refusal = error
            raise


def _pem(path: Path) -> bytes:
    """Return what a file of certificates or a key holds.

    Raises:
        SigningError: If it is a pipe, which may never answer, a device, or too large to be one.
        OSError: If it cannot be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_PEM:
        msg = f"“{path}” is no PEM file"
        raise SigningError(msg)
    with path.open("rb") as file:
        return file.read(_MAX_PEM)


def _algorithm(key: bytes) -> str:
    """Return the algorithm that a private key signs with."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - comes with c2pa
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415 - same

    try:
        private = serialization.load_pem_private_key(key, password=None)
    except (TypeError, ValueError) as error:
        msg = "the key is no PEM key without a passphrase"
        raise SigningError(msg) from error
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name in _CURVES:
        return _CURVES[private.curve.name]
    if isinstance(private, ed25519.Ed25519PrivateKey):
        return "ED25519"
    if isinstance(private, rsa.RSAPrivateKey):
        return "PS256"
    msg = "the key is of a kind that Content Credentials do not know"
    raise SigningError(msg)


def _manifest(claim: Claim) -> dict[str, Any]:
    generator = {"name": "Kolorit", "version": claim.version or "unknown"}
    action = {
        "action": "c2pa.created",
        "digitalSourceType": claim.source_type,
        "softwareAgent": generator,
        "description": claim.parameters,
    }
    actions = {"label": "c2pa.actions.v2", "data": {"actions": [action]}}
    return {"claim_generator_info": [generator], "assertions": [actions]}
