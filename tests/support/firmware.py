"""Firmware for simulated stations: who makes and signs it, and where it lies."""

from base64 import b64encode
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from pilotwire.charging_station import CertificateFolder
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from pilotwire.ocpp import v16, v21
from pilotwire.station.vocabulary import CertificateUse
from pilotwire.store import Store
from tests.support.authority import Authority, new_key, pem
from tests.support.scene import EPOCH, Scene, now, scene
from tests.support.transfer import Shelf

__all__ = ["URL", "Maker", "told", "told16", "told_signed16"]

URL = "https://files.example/firmware/station.bin"


@dataclass
class Maker:
    """A manufacturer, a shelf with what it has made, and a charger of its.

    Attributes:
        folder: Where the station's files and certificates are.
        key: What the firmware is signed with.
    """

    folder: Path
    root: Authority = field(default_factory=lambda: Authority("Maker"))
    key: Any = field(default_factory=new_key)
    shelf: Shelf = field(default_factory=Shelf)
    updater: SimulatedUpdater = field(default_factory=SimulatedUpdater)
    evses: int = 1
    hardware: SimulatedStation = field(init=False)

    def __post_init__(self) -> None:
        self.hardware = SimulatedStation(self.evses, updater=self.updater)
        self.image = SimulatedUpdater.image("2.0")
        self.offer(self.image)

    def offer(self, image: bytes) -> None:
        """Let this be the file."""
        self.image = image
        self.shelf.files[URL] = image

    @property
    def certificate(self) -> str:
        """Of the key that it signs with."""
        return pem(self.root.sign(self.key.public_key(), "Firmware"))

    @property
    def signature(self) -> str:
        """Of the file."""
        if isinstance(self.key, rsa.RSAPrivateKey):
            pss = padding.PSS(padding.MGF1(SHA256()), 32)
            return b64encode(self.key.sign(self.image, pss, SHA256())).decode()
        return b64encode(self.key.sign(self.image, ec.ECDSA(SHA256()))).decode()

    def certificates(self) -> CertificateFolder:
        """A folder of a station that trusts this manufacturer."""
        folder = CertificateFolder(self.folder / "certificates")
        use = CertificateUse.MANUFACTURER_ROOT_CERTIFICATE
        folder.open().trusted.install(use, self.root.text, EPOCH)
        return folder

    def scene(
        self, version: str, *, store: Store | None = None, **more: Any
    ) -> AbstractAsyncContextManager[Scene]:
        """A station of it, running."""
        return scene(version, store=store, **self.parts(), **more)

    def parts(self) -> dict[str, Any]:
        """What a station of it is given."""
        return {
            "hardware": self.hardware,
            "files": self.shelf.folder(self.folder / "files"),
            "certificates": self.certificates(),
        }

    def update(
        self,
        request_id: int = 1,
        *,
        retrieve: datetime | None = None,
        install: datetime | None = None,
        signed: bool = True,
        **more: Any,
    ) -> v21.UpdateFirmwareRequest:
        """UpdateFirmware of 2.x."""
        firmware = v21.FirmwareType(
            location=more.pop("location", URL),
            retrieve_date_time=retrieve or now() - timedelta(hours=2),
            install_date_time=install,
            signing_certificate=more.pop("certificate", self.certificate if signed else None),
            signature=more.pop("signature", self.signature if signed else None),
        )
        return v21.UpdateFirmwareRequest(request_id=request_id, firmware=firmware, **more)

    def update16(self, request_id: int = 1, **more: Any) -> v16.SignedUpdateFirmwareRequest:
        """SignedUpdateFirmware of the white paper."""
        firmware = v16.FirmwareType(
            location=URL,
            retrieve_date_time=now() - timedelta(hours=2),
            signing_certificate=self.certificate,
            signature=more.pop("signature", self.signature),
        )
        return v16.SignedUpdateFirmwareRequest(request_id=request_id, firmware=firmware, **more)


def told(s: Scene, request_id: int = 1) -> list[str]:
    """The states of an update that the CSMS has heard."""
    heard = s.csms.requests(v21.FirmwareStatusNotificationRequest)
    return [str(each.status) for each in heard if each.request_id == request_id]


def told16(s: Scene) -> list[str]:
    """Those of 1.6's own."""
    return [str(each.status) for each in s.csms.requests(v16.FirmwareStatusNotificationRequest)]


def told_signed16(s: Scene, request_id: int = 1) -> list[str]:
    """Those of the white paper."""
    heard = s.csms.requests(v16.SignedFirmwareStatusNotificationRequest)
    return [str(each.status) for each in heard if each.request_id == request_id]
