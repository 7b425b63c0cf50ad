"""Firmware: what the CSMS wants installed, rightly and wrongly, from a server that fails; the power
goes at any write of the store, the files and the slots.

Whatever befalls the station, each update that it has accepted comes to an end, and the CSMS hears
of that end and of no other. Nothing runs that was not signed, where it must be, and nothing is
installed or made to run under a transaction that it would cost.
"""

import asyncio
import json
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire.connection import OcppVersion
from pilotwire.hal.simulated import SimulatedUpdater
from pilotwire.ocpp import v16, v21
from pilotwire.station.security.trusted import TrustedCertificates
from pilotwire.station.vocabulary import CertificateUse
from tests.simulation.backend import Told
from tests.simulation.logs import BadShelf
from tests.support.authority import Authority, pem
from tests.support.scene import EPOCH

__all__ = ["Firmware", "WatchedUpdater"]

URL = "https://files.example/firmware/"

FIRST = "1.0"

LONG_AGO = timedelta(hours=6)
"""Further back than any clock is wrong."""

STEPS = 30
"""Writes after which the power may go."""

ENDS = frozenset(
    {
        "Installed",
        "DownloadFailed",
        "InvalidSignature",
        "InstallVerificationFailed",
        "InstallationFailed",
    }
)

KINDS = (
    *["good"] * 5,
    "hangs",
    "damaged",
    "another key",
    "another maker",
    "another file",
    "unsigned",
    "nowhere",
)

REFUSED = frozenset({"another maker", "unsigned"})
"""What is not even accepted, unless firmware need not be signed."""

_ACCEPTED = frozenset({"Accepted", "AcceptedCanceled"})

Give = Callable[[Any], Awaitable[Any]]


class WatchedUpdater(SimulatedUpdater):
    """Says what is wrong while it is done: `charging` tells whether a transaction runs, `fit` which
    versions may.
    """

    def __init__(self, charging: Callable[[], bool], wrongs: list[str], **more: Any) -> None:
        super().__init__(FIRST, **more)
        self.fit = {FIRST}
        self.stayed: set[str] = set()
        """The versions that were confirmed."""
        self._charging = charging
        self._wrongs = wrongs

    async def install(self, image: Path, progress: Callable[[int], None]) -> None:
        if self._charging() and not self.installs_while_charging:
            self._wrong("firmware is installed while a transaction runs")
        await super().install(image, progress)

    async def activate(self) -> None:
        if self._charging() and self.reboots:  # L01.FR.33
            self._wrong("firmware is to run after a reboot, while a transaction runs")
        await super().activate()

    async def confirm(self) -> None:
        await super().confirm()
        self.stayed.add(self.version)

    def boot(self) -> None:
        super().boot()
        if self.version not in self.fit:
            self._wrong(f"firmware {self.version} runs, which nobody has signed")

    def _wrong(self, what: str) -> None:
        self._wrongs.append(f"at {asyncio.get_running_loop().time():.3f} {what}")


class Firmware:
    """What is wanted in a run.

    Args:
        shelf: Where images lie.
        unsigned: Whether the station takes what is not signed.
        now: The CSMS's time.
    """

    def __init__(
        self,
        random: Random,
        shelf: BadShelf,
        wrongs: list[str],
        now: Callable[[], datetime],
        charging: Callable[[], bool],
        *,
        unsigned: bool,
    ) -> None:
        self._random = random
        self._shelf = shelf
        self._wrongs = wrongs
        self._now = now
        self._unsigned = unsigned
        self._key, self._strange = self._new_key(), self._new_key()
        self._maker, self._stranger = Authority("Maker"), Authority("Stranger")
        self._certificate = pem(self._maker.sign(self._key.public_key(), "Firmware"))
        self._others = pem(self._stranger.sign(self._strange.public_key(), "Firmware"))
        self.updater = WatchedUpdater(
            charging,
            wrongs,
            reboots=random.random() < 0.7,
            installs_while_charging=random.random() < 0.5,
            seconds=random.choice([2.0, 60.0]),
        )
        self._ids = 0
        self._plain: set[int] = set()
        """Those that 1.6 has asked for in its own way, without an id."""
        self._accepted: list[int] = []
        self._last: int | None = None
        """The one that was wanted when nothing went wrong any more."""

    def _new_key(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(self._random.getrandbits(200), ec.SECP256R1())

    def furnish(self, trusted: TrustedCertificates) -> None:
        """What the maker puts into the station."""
        trusted.install(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE, self._maker.text, EPOCH)

    # What the CSMS wants.

    async def draw(self, version: OcppVersion, give: Give) -> None:
        """Want an update."""
        kind, random = self._random.choice(KINDS), self._random
        begins = self._now() - LONG_AGO
        if random.random() < 0.2:
            begins = self._now() + timedelta(seconds=random.uniform(0, 1200))
        install = None
        if random.random() < 0.3:
            install = self._now() + timedelta(seconds=random.uniform(0, 3600))
        plain = version is OcppVersion.V1_6 and kind == "unsigned"
        request = self._request(version, kind, begins, install)
        number = self._ids
        if plain:
            self._plain.add(number)
        answer = await give(request)
        if answer is None or (not plain and answer.status not in _ACCEPTED):
            return
        self._accepted.append(number)
        if kind == "another maker" or (kind in REFUSED and not self._unsigned):
            self._wrongs.append(f"firmware update {number} is accepted: {kind}")

    async def draw_last(self, version: OcppVersion, give: Give) -> bool:
        """Want a good one, now that nothing goes wrong; whether that is accepted."""
        request = self._request(version, "good", self._now() - LONG_AGO, None)
        number = self._ids
        answer = await give(request)
        if answer is None or answer.status not in _ACCEPTED:
            return False
        self._accepted.append(number)
        self._last = number
        return True

    def _request(
        self, version: OcppVersion, kind: str, begins: datetime, install: datetime | None
    ) -> Any:
        self._ids += 1
        url, content = f"{URL}{self._ids}.bin", self._image(kind)
        key, certificate = self._key, self._certificate
        if kind in {"another key", "another maker"}:
            key = self._strange
        if kind == "another maker":
            certificate = self._others
        signature = b64encode(key.sign(content, _DETERMINISTIC)).decode()
        if kind == "another file":
            content = SimulatedUpdater.image(f"{self._version}-another")
        if kind != "nowhere":
            self._shelf.files[url] = content
        details: dict[str, Any] = {
            "retries": self._random.choice([None, 0, 1, 3]),
            "retry_interval": self._random.choice([None, 0, 10, 120]),
        }
        signed: dict[str, Any] = {"signing_certificate": certificate, "signature": signature}
        if version is OcppVersion.V1_6:
            if kind == "unsigned":
                return v16.UpdateFirmwareRequest(location=url, retrieve_date=begins, **details)
            firmware16 = v16.FirmwareType(
                location=url, retrieve_date_time=begins, install_date_time=install, **signed
            )
            return v16.SignedUpdateFirmwareRequest(
                request_id=self._ids, firmware=firmware16, **details
            )
        firmware = v21.FirmwareType(
            location=url,
            retrieve_date_time=begins,
            install_date_time=install,
            **({} if kind == "unsigned" else signed),
        )
        return v21.UpdateFirmwareRequest(request_id=self._ids, firmware=firmware, **details)

    @property
    def _version(self) -> str:
        return _version_of(self._ids)

    def _image(self, kind: str) -> bytes:
        content = SimulatedUpdater.image(self._version, boots=kind != "hangs", size=2000)
        if kind == "damaged":
            content = content[:-1] + bytes([content[-1] ^ 1])
        if kind in {"good", "hangs", "damaged"} or (kind == "unsigned" and self._unsigned):
            self.updater.fit.add(self._version)
        return content

    # What came of it.

    def judge(self, told: Iterable[Told]) -> Iterator[str]:
        """L01.FR.01, L01.FR.10, L01.FR.24."""
        statuses: dict[int | None, list[str]] = {}
        for each in told:
            if each.action in {"FirmwareStatusNotification", "SignedFirmwareStatusNotification"}:
                payload = json.loads(each.payload)
                if payload["status"] != "Idle":
                    statuses.setdefault(payload.get("requestId"), []).append(payload["status"])
        for number in sorted({*self._accepted, *filter(None, statuses)} - self._plain):
            said = statuses.get(number, [])
            yield from self._end(number, said)
        if self._last is not None and statuses.get(self._last, [""])[-1] != "Installed":
            yield f"the last firmware update {self._last} was not installed"
        if self._last is None:
            yield "the last firmware update was never accepted"

    def _end(self, number: int, said: list[str]) -> Iterator[str]:
        name = f"firmware update {number}"
        ends = {each for each in said if each in ENDS}
        if number in self._accepted and not ends:
            yield f"{name} has no end: {said}"
        if len(ends) > 1:
            yield f"{name} has several ends: {said}"
        if ends and said[-1] not in ends:
            yield f"{name} goes on after its end: {said}"
        version = _version_of(number)
        if "Installed" in ends and version not in self.updater.stayed:
            yield f"{name} is told to be installed, and did not stay: {self.updater.booted}"
        if ends and "Installed" not in ends and self.updater.version == version:
            yield f"{name} runs, and is told to have failed: {said}"


_DETERMINISTIC = ec.ECDSA(SHA256(), deterministic_signing=True)


def _version_of(number: int) -> str:
    return f"2.{number}"
