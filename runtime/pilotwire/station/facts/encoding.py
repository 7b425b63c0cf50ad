"""Facts as the JSON text that the outbox keeps, and back.

`FACTS` joins the facts of all blocks.
"""

from datetime import timedelta
from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from pilotwire.station.facts.authorization import LocalListConflict
from pilotwire.station.facts.charging_limits import (
    ChargingLimitChanged,
    ChargingLimitCleared,
    PriorityChargingChanged,
)
from pilotwire.station.facts.diagnostics import LogUploadTold
from pilotwire.station.facts.fact import Fact
from pilotwire.station.facts.firmware import FirmwarePublishingTold, FirmwareStatusTold
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.facts.problems import ProblemChanged
from pilotwire.station.facts.reservation import ReservationEnded
from pilotwire.station.facts.security import SecurityEventHappened
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.facts.vehicle_schedule import VehicleScheduleTaken

__all__ = ["FACTS", "corrected", "decode", "encode"]

FACTS: tuple[type[Fact], ...] = (
    TransactionEvent,
    ConnectorStatusChanged,
    ProblemChanged,
    MeterValuesTaken,
    SecurityEventHappened,
    LocalListConflict,
    ReservationEnded,
    VehicleScheduleTaken,
    ChargingLimitChanged,
    ChargingLimitCleared,
    PriorityChargingChanged,
    LogUploadTold,
    FirmwareStatusTold,
    FirmwarePublishingTold,
)


def encode(fact: Fact) -> str:
    """The fact as JSON text."""
    return _texts(FACTS).dump_json(fact, exclude_none=True).decode()


def decode(text: str) -> Fact:
    """The fact of a row of the outbox.

    Raises:
        ValueError: the text is damaged, or of a kind that this station does not know.
    """
    try:
        return _texts(FACTS).validate_json(text)
    except ValidationError:
        # Its text would quote what the row holds, and speak of Python.
        raise ValueError("the record is damaged, or of a kind that is not known here") from None


def corrected(text: str, by: timedelta) -> str:
    """A fact as JSON text with its times set right, if they were provisional."""
    if '"provisional":true' not in text:
        return text
    return encode(decode(text).shifted(by))


@cache
def _texts(facts: tuple[type[Fact], ...]) -> TypeAdapter[Fact]:
    union: Any = facts[0]
    for fact in facts[1:]:
        union = union | fact
    known_by_kind: Any = Annotated[union, Field(discriminator="kind")]
    return TypeAdapter(known_by_kind)
