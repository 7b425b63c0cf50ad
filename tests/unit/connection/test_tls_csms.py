"""Which certificates of a CSMS a station takes (2.x A00.FR.308 to 311, A00.FR.411 to 414; white
paper A00.FR.307 to 310), over sockets.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID

from pilotwire.errors import CsmsNotTrusted
from tests.support.tls import PAST, YET_TO_COME, Identity, authority, dns, server
from tests.support.tls_front import listening
from tests.unit.connection.sockets import CONNECTOR, on_sockets
from tests.unit.connection.tls_talk import HOST, csms, endpoint, roots, say, talk

ROOT = authority()
BETWEEN = authority("Between", parent=ROOT)
GOOD = Identity(ROOT, HOST)


def rsa_key(bits: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: replace(GOOD, ends=PAST), "has expired"),
        (lambda: replace(GOOD, begins=YET_TO_COME), "not yet valid"),
        (lambda: replace(GOOD, name="other.example"), "not valid for 'localhost'"),
        # RFC 2818, 3.1: where there are names for that, the common name does not count.
        (lambda: replace(GOOD, extensions=[dns("other.example")]), "not valid for 'localhost'"),
        (lambda: replace(GOOD, signer=authority("Unknown")), "is one left out"),
        (lambda: replace(GOOD, signer=authority()), "signature"),  # it only bears the name
        (lambda: replace(GOOD, signer=None), "self-signed"),
        (lambda: replace(GOOD, key=rsa_key(1024)), "key too weak"),
        (lambda: replace(GOOD, signer=BETWEEN), "is one left out between it and a trusted root"),
        (
            lambda: replace(
                GOOD, extensions=[(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False)]
            ),
            "purpose",
        ),
        (
            lambda: replace(
                GOOD,
                signer=(weak := authority("Weak", parent=ROOT, key=rsa_key(1024))),
                shown=[weak],
            ),
            "key too weak",
        ),
        (
            lambda: replace(
                GOOD, signer=(old := authority("Old", parent=ROOT, ends=PAST)), shown=[old]
            ),
            "has expired",
        ),
        (
            lambda: replace(
                GOOD, signer=(none := authority("No CA", parent=ROOT, extensions=())), shown=[none]
            ),
            "CA",
        ),
    ],
    ids=[
        "expired",
        "not yet valid",
        "wrong host",
        "wrong host, right common name",
        "unknown authority",
        "unknown authority of the right name",
        "self-signed",
        "weak key",
        "intermediate missing",
        "of a client",
        "weak intermediate",
        "expired intermediate",
        "intermediate that is no authority",
    ],
)
@on_sockets
async def test_an_invalid_certificate_is_no_connection(
    make: Callable[[], Identity], why: str, tmp_path: Path
) -> None:
    tls, files = server(make()), roots(tmp_path, ROOT)
    async with csms(tls) as port:
        for _ in range(2):
            with pytest.raises(CsmsNotTrusted, match=why):
                await talk(port, files)
        tls.load_cert_chain(*GOOD.write(tmp_path))
        await talk(port, files)


@pytest.mark.parametrize(
    "make",
    [
        lambda: GOOD,  # A00.FR.510, and the note of A00.FR.511 has it so
        lambda: replace(GOOD, name="Any", extensions=[dns("other.example", HOST)]),
        lambda: replace(GOOD, key=rsa_key(2048)),
        lambda: replace(GOOD, key=ec.generate_private_key(ec.SECP384R1())),
        lambda: replace(GOOD, signer=BETWEEN, shown=[BETWEEN]),
        lambda: replace(GOOD, signer=BETWEEN, shown=[BETWEEN, ROOT]),
        lambda: replace(GOOD, signer=authority(key=ROOT.key)),
    ],
    ids=[
        "common name alone",
        "one of several names",
        "RSA key",
        "other curve",
        "intermediate",
        "the whole chain",
        "root renewed with its key",
    ],
)
@on_sockets
async def test_a_valid_certificate_is_a_connection(
    make: Callable[[], Identity], tmp_path: Path
) -> None:
    async with csms(server(make())) as port:
        await talk(port, roots(tmp_path, ROOT))


@on_sockets
async def test_a_root_may_be_signed_by_the_one_that_it_replaces(tmp_path: Path) -> None:
    """M05.FR.10: and that one need not be there any more."""
    async with csms(server(replace(GOOD, signer=BETWEEN))) as port:
        await talk(port, roots(tmp_path, BETWEEN))


@on_sockets
async def test_a_root_is_replaced_while_there_is_a_connection(tmp_path: Path) -> None:
    new = authority("New")
    tls = server(GOOD)
    async with csms(tls) as port:
        transport = await CONNECTOR.connect(endpoint(port, roots(tmp_path, ROOT)))
        tls.load_cert_chain(*replace(GOOD, signer=new).write(tmp_path / "new"))
        await say(transport)
        with pytest.raises(CsmsNotTrusted):
            await talk(port, roots(tmp_path, ROOT), "CS-2")
        await talk(port, roots(tmp_path, new), "CS-2")
        await say(transport)
        await transport.close()


@on_sockets
async def test_nobody_is_asked_whether_a_certificate_is_revoked(tmp_path: Path) -> None:
    """A00.FR.701, note 1: that of a CSMS is revoked by its expiry, which is soon, and a station
    need know no lists and ask nobody.
    """
    asked = 0

    async def answer(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1

    async with listening(answer) as responder:
        place = x509.UniformResourceIdentifier(f"http://127.0.0.1:{responder}")
        responder_there = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, place)
        identity = replace(
            GOOD,
            extensions=[
                (x509.AuthorityInformationAccess([responder_there]), False),
                (
                    x509.CRLDistributionPoints([x509.DistributionPoint([place], None, None, None)]),
                    False,
                ),
            ],
        )
        async with csms(server(identity)) as port:
            await talk(port, roots(tmp_path, ROOT))
    assert asked == 0
