"""Signs firmware, for tests: with a new key each time, which a CSMS's authority vouches for."""

from base64 import b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire.csms.authority import Authority
from pilotwire.csms.firmware import Signed
from pilotwire.csms.making import pem

__all__ = ["sign_firmware"]


def sign_firmware(file: Path, authority: Authority) -> Signed:
    """Sign a file with a new key, which the authority vouches for. It blocks.

    A station takes it that trusts the authority's root as its manufacturer's.

    Raises:
        OSError: The file can't be read, or what was signed not kept.
        RequestRefused: There is no room.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    digest = sha256()
    with file.open("rb") as opened:
        for piece in iter(partial(opened.read, 1024 * 1024), b""):
            digest.update(piece)
    signature = key.sign(digest.digest(), ec.ECDSA(Prehashed(SHA256())))
    certificate = authority.vouch_for_firmware(key.public_key()).certificate
    return Signed(pem(certificate), b64encode(signature).decode())
