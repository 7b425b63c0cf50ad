"""Certificates that somebody else wrote, judged (A00.FR.501 to A00.FR.514, A02.FR.06)."""

import base64
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.station.security.checks import (
    LONGEST_CHAIN,
    LONGEST_TEXT,
    check_own,
    check_root,
    read_certificates,
)
from pilotwire.station.security.file_keys import id_of
from pilotwire.station.security.words import BadCertificateError, CertificateSubject
from tests.support.authority import ORGANIZATION, SERIAL, Authority, new_key, pem
from tests.support.scene import EPOCH

SUBJECT = CertificateSubject(ORGANIZATION, SERIAL)
DAY = timedelta(days=1)
ROOT = Authority()
KEY = new_key()
PUBLIC = KEY.public_key()


def usage(*, signs: bool = False, certifies: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def ca(length: int | None = None) -> tuple[x509.ExtensionType, bool]:
    return x509.BasicConstraints(ca=True, path_length=length), True


UNKNOWN = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), b"\x05\x00")


# Roots.


@pytest.mark.parametrize(
    "root",
    [
        Authority(),
        Authority(extensions=[ca(0), (usage(certifies=True), True), (UNKNOWN, False)]),
        Authority(key=rsa.generate_private_key(65537, 2048)),
        Authority(key=ec.generate_private_key(ec.SECP521R1())),
        Authority(key=ed25519.Ed25519PrivateKey.generate(), hashed=None),
    ],
    ids=["ecdsa", "extensions", "rsa", "p-521", "ed25519"],
)
def test_a_root_that_may_be_trusted(root: Authority) -> None:
    check_root(root.certificate, EPOCH)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Authority(ends=EPOCH - DAY), "expired"),
        (lambda: Authority(begins=EPOCH + DAY), "not valid yet"),
        (lambda: Authority(extensions=[]), "no authority"),
        (lambda: Authority(extensions=[(x509.BasicConstraints(False, None), True)]), "no auth"),
        (lambda: Authority(extensions=[ca(), (usage(signs=True), True)]), "may not sign cert"),
        (lambda: Authority(extensions=[ca(), (UNKNOWN, True)]), "critical"),
        (lambda: Authority(key=rsa.generate_private_key(65537, 1024)), "weak"),  # noqa: S505 -- it is to be refused
        (lambda: Authority(key=ec.generate_private_key(ec.SECP192R1())), "weak"),
    ],
)
def test_a_root_that_may_not(make: Callable[[], Authority], why: str) -> None:
    with pytest.raises(BadCertificateError, match=why):
        check_root(make().certificate, EPOCH)


# The station's own.


def judge(*chain: x509.Certificate, roots: tuple[Authority, ...] = (ROOT,)) -> None:
    check_own(
        chain,
        [root.certificate for root in roots],
        key=id_of(PUBLIC),
        subject=SUBJECT,
        now=EPOCH,
    )


def test_a_certificate_of_the_root() -> None:
    judge(ROOT.sign(PUBLIC))
    judge(ROOT.sign(PUBLIC), ROOT.certificate)
    judge(ROOT.sign(PUBLIC, extensions=[(usage(signs=True), True)]))
    for purpose in (ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE):
        judge(ROOT.sign(PUBLIC, extensions=[(x509.ExtendedKeyUsage([purpose]), False)]))


def test_a_certificate_with_authorities_between() -> None:
    first = Authority("First", ROOT, extensions=[ca(1)])
    second = Authority("Second", first, extensions=[ca(0)])
    judge(second.sign(PUBLIC), second.certificate, first.certificate)
    judge(second.sign(PUBLIC), second.certificate, first.certificate, ROOT.certificate)
    judge(second.sign(PUBLIC), second.certificate, roots=(first,))


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: ROOT.sign(new_key().public_key()), "another key"),
        (lambda: ROOT.sign(PUBLIC, ends=EPOCH - DAY / 2), "expired"),
        (lambda: ROOT.sign(PUBLIC, begins=EPOCH + DAY), "not valid yet"),
        (lambda: ROOT.sign(PUBLIC, organization="Somebody"), "organization"),
        (lambda: ROOT.sign(PUBLIC, organization=None), "organization"),
        (lambda: ROOT.sign(PUBLIC, "Another"), "another station"),
        (lambda: ROOT.sign(PUBLIC, extensions=[ca()]), "an authority's"),
        (lambda: ROOT.sign(PUBLIC, extensions=[(usage(), True)]), "may not sign"),
        (
            lambda: ROOT.sign(
                PUBLIC,
                extensions=[(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)],
            ),
            "clients",
        ),
        (lambda: Authority().sign(PUBLIC), "no CSMS root"),
        (lambda: Authority("Other").sign(PUBLIC), "no CSMS root"),
    ],
)
def test_a_certificate_that_was_not_asked_for(
    make: Callable[[], x509.Certificate], why: str
) -> None:
    with pytest.raises(BadCertificateError, match=why):
        judge(make())


def test_a_chain_that_is_none() -> None:
    first = Authority("First", ROOT)
    second = Authority("Second", first)
    own = second.sign(PUBLIC)
    short = Authority("Short", ROOT, extensions=[ca(0)])
    below = Authority("Below", short)
    plain = Authority("Plain", ROOT, extensions=[])
    old = Authority("Old", ROOT, ends=EPOCH - DAY)
    expired = Authority(ends=EPOCH - DAY)
    for chain, roots, why in [
        ((own, first.certificate, second.certificate), (ROOT,), "no CSMS root"),
        ((own, first.certificate), (ROOT,), "no chain"),
        ((own, second.certificate), (ROOT,), "no CSMS root"),
        ((own, second.certificate, first.certificate), (), "no CSMS root"),
        ((below.sign(PUBLIC), below.certificate, short.certificate), (ROOT,), "longer"),
        ((plain.sign(PUBLIC), plain.certificate), (ROOT,), "no authority"),
        ((old.sign(PUBLIC), old.certificate), (ROOT,), "expired"),
        ((expired.sign(PUBLIC),), (expired,), "expired"),
    ]:
        with pytest.raises(BadCertificateError, match=why):
            judge(*chain, roots=roots)


# What is no certificate.


def armoured(content: bytes) -> str:
    text = base64.encodebytes(content).decode()
    return f"-----BEGIN CERTIFICATE-----\n{text}-----END CERTIFICATE-----\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "-----BEGIN CERTIFICATE-----",
        armoured(b""),
        armoured(b"\x30\x03\x02\x01\x01"),
        ROOT.text.replace("END", "BEGIN"),
        ROOT.text[:-60],
        ROOT.text + "-----BEGIN CERTIFICATE-----",
        ROOT.text.replace("CERTIFICATE", "PRIVATE KEY"),
        ROOT.text + "\u00e9",
        "\ud800" + ROOT.text,
        ROOT.text * (LONGEST_CHAIN + 1),
        ROOT.text + "\n" * LONGEST_TEXT,
    ],
)
def test_what_can_not_be_read(text: str) -> None:
    with pytest.raises(BadCertificateError):
        read_certificates(text)


def test_several_are_read() -> None:
    others = [Authority(str(n)).certificate for n in range(3)]
    assert read_certificates(pem(*others)) == tuple(others)


DER = ROOT.sign(PUBLIC).public_bytes(Encoding.DER)


@given(st.lists(st.tuples(st.integers(0, len(DER) - 1), st.binary(max_size=3)), max_size=8))
def test_a_certificate_with_bytes_changed(changes: list[tuple[int, bytes]]) -> None:
    """It is judged, or refused in words of ours; nothing else comes of it."""
    content = bytearray(DER)
    for place, put in changes:
        content[place : place + len(put)] = put
    with suppress(BadCertificateError):
        (certificate,) = read_certificates(armoured(bytes(content)))
        with suppress(BadCertificateError):
            check_root(certificate, EPOCH)
        judge(certificate)


@given(st.text(max_size=200) | st.binary(max_size=200).map(armoured))
def test_anything(text: str) -> None:
    with pytest.raises(BadCertificateError):
        read_certificates(text)
