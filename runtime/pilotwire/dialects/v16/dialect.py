"""OCPP 1.6: Charge Point, Connector and idTag, made of the station's words and read back into them;
the blocks joined.

here                         in 1.6
a connector of an EVSE       a connector, numbered through (`connectors`)
IdToken                      idTag (20 characters; the kind is not told)
"""

from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.dialects.application import Application
from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v16 import (
    authorization,
    availability,
    certificates,
    configuration,
    data_transfer,
    diagnostics,
    firmware,
    local_list,
    metering,
    password,
    phase_rotation,
    provisioning,
    remote_control,
    reservation,
    security_events,
    security_profile,
    smart_charging,
    transactions,
    transfer,
    triggers,
    unlocking,
)
from pilotwire.ocpp.v16.actions import ACTIONS
from pilotwire.station.station import Station

__all__ = ["BLOCKS", "Dialect16"]

BLOCKS: tuple[Block[Any], ...] = (
    provisioning.BLOCK,
    configuration.BLOCK,
    authorization.BLOCK,
    transactions.BLOCK,
    local_list.BLOCK,
    metering.BLOCK,
    availability.BLOCK,
    phase_rotation.BLOCK,
    password.BLOCK,
    security_profile.BLOCK,
    remote_control.BLOCK,
    reservation.BLOCK,
    smart_charging.BLOCK,
    data_transfer.BLOCK,
    triggers.BLOCK,
    diagnostics.BLOCK,
    firmware.BLOCK,
    unlocking.BLOCK,
    security_events.BLOCK,
    certificates.BLOCK,
    transfer.BLOCK,
)


class Dialect16(Dialect):
    """OCPP 1.6."""

    __slots__ = ()

    spoken = OcppVersion.V1_6
    actions = ACTIONS
    fine = False
    keeps_ids = True  # a repetition may (OCPP-J 4.1.4 as of the errata of 2025-04)

    def __init__(self, station: Station, application: Application) -> None:
        super().__init__(station, application, BLOCKS)
