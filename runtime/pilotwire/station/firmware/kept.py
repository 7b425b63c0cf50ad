"""The firmware update that is under way, as the store keeps it."""

from dataclasses import dataclass, field
from typing import Final

from pydantic import AwareDatetime

from pilotwire.station.firmware.stages import Stage
from pilotwire.station.kept import KeptText
from pilotwire.station.vocabulary import FirmwareStatus

__all__ = ["KEPT", "Job", "Kept", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An update that was accepted.

    Attributes:
        request_id: What the CSMS calls it; None in UpdateFirmware of 1.6, which has no word for it.
        url: Where the file is; there may be a password in it.
        retries: How often the download is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
        retrieve: Not before that time it is downloaded.
        install: Not before that time it is installed; None is as soon as may be.
        certificate: The certificate that it is signed with, in PEM; None where it is not signed.
        signature: The signature, in Base64.
        accepted: When it was accepted.
        version: Of the firmware that ran then.
        stage: Where it is.
        begun: How often what is to be done in this stage was begun.
    """

    request_id: int | None = None
    url: str = field(repr=False)
    retries: int | None = None
    interval: int | None = None
    retrieve: AwareDatetime
    install: AwareDatetime | None = None
    certificate: str | None = field(default=None, repr=False)
    signature: str | None = field(default=None, repr=False)
    accepted: AwareDatetime
    version: str = ""
    stage: Stage = Stage.ACCEPTED
    begun: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is one of 1.6's own: UpdateFirmware."""
        return self.request_id is None

    @property
    def signed(self) -> bool:
        """Whether there is a signature (L01), or none is wanted (L02)."""
        return self.certificate is not None


@dataclass(frozen=True, slots=True)
class Told:
    """A status of an update, and what the CSMS calls that; None in 1.6's own."""

    status: FirmwareStatus
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What must outlast a power cut.

    Attributes:
        job: The update that is under way.
        canceled: Those that it has canceled, or one before it, and that the CSMS has not been told
            so of.
        last: What the CSMS was last told (L01.FR.25, L01.FR.26).
    """

    job: Job | None = None
    canceled: tuple[Told, ...] = ()
    last: Told | None = None


KEPT: Final = KeptText(Kept, Kept, "a firmware update")
