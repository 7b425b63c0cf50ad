"""A station with its key in a token, and a CSMS that wants to see its certificate: a program.

It runs in a process of its own, since OpenSSL reads once what it is to load. It connects, while the
token makes another key, as often as it says `accepted`.
"""

import asyncio
import ssl
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import trustme

from pilotwire.charging_station import (
    CertificateFolder,
    CertificateSubject,
    ChargingStation,
    KeyKind,
)
from pilotwire.csms import Csms
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.pkcs11 import Pkcs11Keys
from pilotwire.pkcs11.token import Pin
from pilotwire.store import Store
from tests.support.authority import ORGANIZATION, SERIAL, Authority
from tests.support.softhsm import PIN, TOKEN

DAY = timedelta(days=1)
SUBJECT = CertificateSubject(ORGANIZATION, SERIAL)


def server(folder: Path, stations: Path) -> ssl.SSLContext:
    """What the CSMS is, and whom it trusts; its root is for the station to trust."""
    ca = trustme.CA()
    (folder / "certificates").mkdir(exist_ok=True)
    ca.cert_pem.write_to_path(folder / "certificates" / "csms-root-of-the-maker.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("localhost").configure_cert(context)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(stations)
    return context


async def run(module: Path, folder: Path, kind: KeyKind, pin: Pin) -> None:
    keys = Pkcs11Keys(module, token=TOKEN, pin=pin, references=folder / "keys", kind=kind)
    now = datetime.now(UTC)
    life: dict[str, Any] = {"begins": now - DAY, "ends": now + 100 * DAY}
    root = Authority(**life)
    (folder / "stations.pem").write_text(root.text)
    tls = server(folder, folder / "stations.pem")
    certificates = CertificateFolder(folder / "certificates", keys=keys)
    request = keys.request(keys.create(), SUBJECT)
    certificates.bring(root.answer(request, **life))
    async with Csms().serve(tls=tls) as serving:
        for number in range(3):
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=f"wss://localhost:{serving.port}",
                hardware=SimulatedStation(evses=1),
                store=Store(folder / f"{number}.db"),
                certificates=certificates,
            )
            async with station, asyncio.timeout(30):
                await asyncio.to_thread(keys.create)
                await station.wait_accepted()
                print("accepted")


def main(module: str, folder: str, kind: str, pin: str) -> None:
    file = Path(folder) / "pin"
    file.write_text(PIN)
    told: Pin = file if pin == "file" else lambda: PIN
    asyncio.run(run(Path(module), Path(folder), KeyKind(kind), told))


if __name__ == "__main__":
    main(*sys.argv[1:])
