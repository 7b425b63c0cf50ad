"""What a token's keys are to everybody else: public keys, and requests that they sign."""

import hashlib
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pkcs11 import Attribute, KeyType, Mechanism, PrivateKey, PublicKey, SignMixin
from pkcs11.util.ec import encode_named_curve_parameters

from pilotwire.pkcs11.der import Tag, der

__all__ = ["P256", "Public", "public_key", "signing_request"]

P256: Final = encode_named_curve_parameters("secp256r1")

_COORDINATE: Final = 32
_POINT: Final = 1 + 2 * _COORDINATE
"""Bytes of a point on that curve, uncompressed: with the byte that says so."""

_ECDSA_SHA256: Final = der(
    Tag.SEQUENCE, der(Tag.OBJECT_IDENTIFIER, bytes.fromhex("2a8648ce3d040302"))
)
_RSA_SHA256: Final = der(
    Tag.SEQUENCE, der(Tag.OBJECT_IDENTIFIER, bytes.fromhex("2a864886f70d01010b")), der(Tag.NULL)
)


Public = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


def public_key(key: PublicKey) -> Public | None:
    """A public key as it stands in certificates; None where no key of ours is like that."""
    if key.key_type is KeyType.RSA:
        exponent, modulus = key[Attribute.PUBLIC_EXPONENT], key[Attribute.MODULUS]
        numbers = rsa.RSAPublicNumbers(_number(exponent), _number(modulus))
        return numbers.public_key()
    if key.key_type is KeyType.EC and bytes(key[Attribute.EC_PARAMS]) == P256:
        # Some tokens wrap the point into an OCTET STRING, as they should, some don't.
        point = bytes(key[Attribute.EC_POINT])[-_POINT:]
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    return None


def signing_request(private: PrivateKey, public: Public, name: x509.Name) -> bytes:
    """A Certificate Signing Request that a key in a token signs (RFC 2986), in DER."""
    described = der(
        Tag.SEQUENCE,
        der(Tag.INTEGER, b"\0"),
        name.public_bytes(),
        public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        der(Tag.CONTEXT_0),
    )
    if isinstance(public, rsa.RSAPublicKey):
        algorithm = _RSA_SHA256
        signature = _signed(private, described, Mechanism.SHA256_RSA_PKCS)
    else:
        algorithm = _ECDSA_SHA256
        # Every token signs a digest; few make it themselves.
        both = _signed(private, hashlib.sha256(described).digest(), Mechanism.ECDSA)
        halves = (both[:_COORDINATE], both[_COORDINATE:])
        signature = encode_dss_signature(*map(_number, halves))
    return der(Tag.SEQUENCE, described, algorithm, der(Tag.BIT_STRING, b"\0", signature))


def _signed(key: PrivateKey, data: bytes, mechanism: Mechanism) -> bytes:
    if not isinstance(key, SignMixin):
        raise OSError("a key in the token may not sign")
    return bytes(key.sign(data, mechanism=mechanism))


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")
