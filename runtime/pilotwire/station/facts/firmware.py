"""Facts of firmware: how an update goes (L01, L02), and how it is published for others (L03)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import FirmwareStatus, PublishFirmwareStatus, ReasonCode
from pilotwire.store import EVENT, Lane

__all__ = ["FirmwarePublishingTold", "FirmwareStatusTold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareStatusTold(Fact):
    """An update is in another state (L01.FR.01), or the CSMS has asked for it.

    `request_id` is that of the request for it (L01.FR.10); None where none is under way, and in one
    of 1.6's own that has no id (`plain`: UpdateFirmware). `asked` is set where the CSMS wants to
    hear it. `reason` and `text` say why it failed.
    """

    lane: ClassVar[Lane] = EVENT
    request_id: int | None = None
    plain: bool
    status: FirmwareStatus
    asked: bool = False
    reason: ReasonCode | None = None
    text: str | None = None
    kind: Literal["firmware_status"] = "firmware_status"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwarePublishingTold(Fact):
    """Publishing firmware for others is in another state (L03.FR.01), or the CSMS has asked for it.

    `uris` are those of a file that was published. `reason` and `text` say why it failed.
    """

    lane: ClassVar[Lane] = EVENT
    request_id: int | None = None
    status: PublishFirmwareStatus
    uris: tuple[str, ...] = ()
    reason: ReasonCode | None = None
    text: str | None = None
    kind: Literal["firmware_publishing"] = "firmware_publishing"
