"""A station whose CSMS does TLS wrong, until it does it right, over sockets: what it is told of."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from pilotwire.charging_station import CertificateFolder
from tests.interop.accelerated import accelerated, within
from tests.interop.central import Central
from tests.interop.stations import running_station
from tests.support.tls import PAST, Identity, authority, server, trust
from tests.support.tls_front import front

HOST = "localhost"
PASSWORD = "0123456789abcdef"
ROOT = authority()
RSA = Identity(ROOT, HOST, key=rsa.generate_private_key(65537, 2048))

Mend = Callable[[ssl.SSLContext, Path], None]


def certified(tls: ssl.SSLContext, folder: Path) -> None:
    tls.load_cert_chain(*RSA.write(folder))


def newer(tls: ssl.SSLContext, _: Path) -> None:
    tls.maximum_version = ssl.TLSVersion.TLSv1_3


def stronger(tls: ssl.SSLContext, _: Path) -> None:
    tls.set_ciphers("DEFAULT")


def told(central: Central) -> list[str]:
    return [event.type for event in central.security_events]


@pytest.mark.parametrize(
    ("make", "event", "mend"),
    [
        (lambda: server(replace(RSA, ends=PAST)), "InvalidCsmsCertificate", certified),
        (
            lambda: server(RSA, least=ssl.TLSVersion.TLSv1, most=ssl.TLSVersion.TLSv1_1),
            "InvalidTLSVersion",
            newer,
        ),
        (
            lambda: server(RSA, most=ssl.TLSVersion.TLSv1_2, ciphers="AES128-SHA:@SECLEVEL=0"),
            "InvalidTLSCipherSuite",
            stronger,
        ),
    ],
    ids=["certificate", "version", "cipher suite"],
)
@pytest.mark.parametrize("version", ["2.0.1", "2.1"])
def test_what_was_wrong_is_told_once_there_is_a_connection(
    make: Callable[[], ssl.SSLContext], event: str, mend: Mend, version: str, tmp_path: Path
) -> None:
    @accelerated
    async def scenario() -> None:
        certificates = CertificateFolder(tmp_path / "station")
        trust(certificates, ROOT)
        tls = make()
        async with Central(f"ocpp{version}") as central:
            _, _, port = central.url.removesuffix("/ocpp").rpartition(":")
            async with (
                front(tls, int(port)) as secured,
                running_station(
                    f"wss://{HOST}:{secured}/ocpp",
                    [version],
                    password=PASSWORD,
                    certificates=certificates,
                ) as station,
            ):
                await asyncio.sleep(120)
                assert central.connections == 0
                mend(tls, tmp_path / "csms")
                await within(20, station.wait_accepted())
                for _ in range(600):
                    if event in told(central):
                        break
                    await asyncio.sleep(1)
                await asyncio.sleep(60)
                assert told(central).count(event) == 1, "once, however many attempts there were"

    scenario()
