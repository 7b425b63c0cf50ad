"""Firmware of stations (L01, L02; 1.6 5.19, white paper L01), put into the messages of 1.6 or 2.1.

status = await csms.firmware.update("CS-0042", "https://files.example/2.0.bin", signed)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Final

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import FirmwareStatusEnumType as FirmwareStatus
from pilotwire.ocpp.v21 import UpdateFirmwareStatusEnumType as UpdateFirmwareStatus

__all__ = ["Firmware", "FirmwareStatus", "Signed", "UpdateFirmwareStatus"]


AT_ONCE: Final = timedelta(minutes=1)
"""How long before now is at once for a station, too, whose clock is a little behind."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who has signed a file.

    Attributes:
        certificate: The signing certificate, in PEM.
        signature: The signature over the SHA-256 of the file, in Base64.
    """

    certificate: str
    signature: str


class Firmware:
    """What a CSMS has its stations install. How that goes, it hears as `FirmwareStatusReported`."""

    def __init__(self, line: Callable[[str], Line], now: Callable[[], datetime]) -> None:
        self._line = line
        self._now = now
        self._ids = count(1)

    async def update(
        self,
        identity: str,
        url: str,
        signed: Signed | None = None,
        *,
        retrieve: datetime | None = None,
        install: datetime | None = None,
        retries: int | None = None,
        retry_interval: int | None = None,
    ) -> UpdateFirmwareStatus:
        """Have a station update its firmware.

        In 1.6, UpdateFirmware is answered with nothing: it counts as Accepted.

        Args:
            identity: The station.
            url: Where the file is.
            signed: Who has signed it; without it nobody has, which not all stations allow.
            retrieve: When to fetch it, at the earliest; with a time zone. By default at once.
            install: When to install it, at the earliest; with a time zone. By default at once.
            retries: How often the station tries again to fetch it; its own choice by default.
            retry_interval: Seconds between two attempts; its own choice by default.

        Raises:
            ValueError: 1.6 can't say when to install what nobody has signed.
            StationNotConnected, CallUnanswered, ConnectionClosed: as of `Csms.remote_start`.
        """
        line = self._line(identity)
        retrieve = self._now() - AT_ONCE if retrieve is None else retrieve
        if line.version is not OcppVersion.V1_6:
            firmware = v21.FirmwareType(
                location=url,
                retrieve_date_time=retrieve,
                install_date_time=install,
                signing_certificate=None if signed is None else signed.certificate,
                signature=None if signed is None else signed.signature,
            )
            request = v21.UpdateFirmwareRequest(
                request_id=next(self._ids),
                firmware=firmware,
                retries=retries,
                retry_interval=retry_interval,
            )
            return (await line.tell(request)).status
        if signed is None:
            if install is not None:
                raise ValueError("OCPP 1.6 can't say when to install what nobody has signed")
            plain = v16.UpdateFirmwareRequest(
                location=url,
                retrieve_date=retrieve,
                retries=retries,
                retry_interval=retry_interval,
            )
            await line.tell(plain)
            return UpdateFirmwareStatus.ACCEPTED
        old = v16.SignedUpdateFirmwareRequest(
            request_id=next(self._ids),
            retries=retries,
            retry_interval=retry_interval,
            firmware=v16.FirmwareType(
                location=url,
                retrieve_date_time=retrieve,
                install_date_time=install,
                signing_certificate=signed.certificate,
                signature=signed.signature,
            ),
        )
        return UpdateFirmwareStatus((await line.tell(old)).status)
