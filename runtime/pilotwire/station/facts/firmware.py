"""Facts of firmware: how an update goes (L01, L02)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import FirmwareStatus, ReasonCode
from pilotwire.store import EVENT, Lane

__all__ = ["FirmwareStatusTold"]


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
