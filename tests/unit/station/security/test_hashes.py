"""What certificates are known by: held against what RFC 6960 says, byte by byte."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pilotwire.station.security.hashes import hash_data, issuer_key, same
from pilotwire.station.vocabulary import HashAlgorithm
from tests.support.authority import Authority


@pytest.mark.parametrize("algorithm", HashAlgorithm)
def test_of_a_certificate_and_its_issuer(algorithm: HashAlgorithm) -> None:
    """The issuer's name as it is in the certificate; the bits of the issuer's key."""
    root = Authority()
    child = Authority("Child", root, serial=4095).certificate
    function = getattr(hashlib, algorithm.value.lower())
    point = root.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    data = hash_data(child, issuer_key(child, root.certificate), algorithm)

    assert data.hash_algorithm is algorithm
    assert data.issuer_name_hash == function(root.certificate.subject.public_bytes()).hexdigest()
    assert data.issuer_key_hash == function(point).hexdigest()
    assert data.serial_number == "fff"  # no zero before it, no 0x


def test_of_an_rsa_key() -> None:
    root = Authority(key=rsa.generate_private_key(65537, 2048))
    bits = root.key.public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)
    data = hash_data(root.certificate, issuer_key(root.certificate, root.certificate))
    assert data.issuer_key_hash == hashlib.sha256(bits).hexdigest()


def test_the_longest_serial_number_fits() -> None:
    root = Authority(serial=2**159 - 1)
    data = hash_data(root.certificate, issuer_key(root.certificate, root.certificate))
    assert len(data.serial_number) == 40


def test_identifiers_have_no_case() -> None:
    root = Authority(serial=0xABC)
    data = hash_data(root.certificate, issuer_key(root.certificate, root.certificate))
    assert same(data, data.replace(serial_number="0ABC"))
    assert same(data, data.replace(issuer_name_hash=data.issuer_name_hash.upper()))
    assert not same(data, data.replace(serial_number="abd"))
    assert not same(data, data.replace(hash_algorithm=HashAlgorithm.SHA512))
