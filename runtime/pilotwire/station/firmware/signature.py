"""Who has signed a firmware file, and whether that is the file that was signed (L01).

The certificate must be signed by a ManufacturerRootCertificate of the station, with nothing between
(A00, certificate hierarchy), and the signature be one over the SHA-256 of the file. The texts name
RSA-PSS, and ECSchnorr (1.6: or ECDSA). No library at hand has ECSchnorr; keys on a curve sign with
ECDSA here. RSA with the padding of PKCS #1 v1.5 is not taken.
"""

from base64 import b64decode
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire.station.firmware.errors import BadSignatureError
from pilotwire.station.security.checks import check_signer, read_certificates
from pilotwire.station.security.words import BadCertificateError

__all__ = ["SigningKey", "check_file", "signing_key"]

SigningKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey

_PIECE: Final = 1024 * 1024


def signing_key(text: str, roots: Sequence[x509.Certificate], now: datetime) -> SigningKey:
    """The key of a certificate that may sign firmware (L01.FR.12, L01.FR.21).

    Args:
        text: The certificate, in PEM.
        roots: The manufacturer's.
        now: The station's time.

    Raises:
        BadCertificateError: it may not.
    """
    certificates = read_certificates(text)
    if len(certificates) != 1:
        raise BadCertificateError(f"{len(certificates)} certificates instead of one")
    key = check_signer(certificates[0], roots, now)
    if not isinstance(key, SigningKey):
        raise BadCertificateError("its key is of a kind that firmware is not signed with")
    return key


def check_file(path: Path, signature: str, key: SigningKey) -> None:
    """Whether a file is what was signed (L01.FR.04). It blocks.

    Raises:
        BadSignatureError: it is not.
        OSError: it can't be read.
    """
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    try:
        signed = b64decode("".join(signature.split()), validate=True)
    except ValueError:
        raise BadSignatureError("the signature is no Base64") from None
    prehashed = Prehashed(SHA256())
    try:
        if isinstance(key, rsa.RSAPublicKey):
            pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.AUTO)
            key.verify(signed, digest.digest(), pss, prehashed)
        else:
            key.verify(signed, digest.digest(), ec.ECDSA(prehashed))
    except InvalidSignature:
        raise BadSignatureError("the signature is of another file, or of another key") from None
