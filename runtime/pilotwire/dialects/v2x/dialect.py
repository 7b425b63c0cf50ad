"""OCPP 2.x: the blocks joined. 2.1 is what they speak as it is."""

from typing import Any, ClassVar

from pilotwire.connection import OcppVersion
from pilotwire.dialects.application import Application
from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x import (
    authorization,
    availability,
    certificate_status,
    certificates,
    charging_limits,
    charging_needs,
    data_transfer,
    device_model,
    diagnostics,
    firmware,
    local_list,
    metering,
    network_profiles,
    problems,
    provisioning,
    publishing,
    remote_control,
    reservation,
    security_events,
    smart_charging,
    transactions,
    triggers,
    unlocking,
)
from pilotwire.ocpp.v21.actions import ACTIONS
from pilotwire.station.station import Station

__all__ = ["BLOCKS", "Dialect2x", "Dialect21"]

BLOCKS: tuple[Block[Any], ...] = (
    provisioning.BLOCK,
    device_model.BLOCK,
    authorization.BLOCK,
    local_list.BLOCK,
    transactions.BLOCK,
    metering.BLOCK,
    availability.BLOCK,
    problems.BLOCK,
    remote_control.BLOCK,
    reservation.BLOCK,
    smart_charging.BLOCK,
    data_transfer.BLOCK,
    network_profiles.BLOCK,
    triggers.BLOCK,
    diagnostics.BLOCK,
    firmware.BLOCK,
    publishing.BLOCK,
    unlocking.BLOCK,
    security_events.BLOCK,
    certificates.BLOCK,
    certificate_status.BLOCK,
    charging_needs.BLOCK,
    charging_limits.BLOCK,
)

BLOCKS_OF_21: tuple[Block[Any], ...] = (
    certificate_status.BLOCK_OF_21,
    charging_limits.BLOCK_OF_21,
)
"""What 2.0.1 does not know."""


class Dialect2x(Dialect):
    """What is the same in all versions of 2.x."""

    __slots__ = ()

    keeps_ids = False  # a repetition takes a new one (Part 4, 4.1.4)

    further: ClassVar[tuple[Block[Any], ...]] = ()

    def __init__(self, station: Station, application: Application) -> None:
        super().__init__(station, application, BLOCKS + self.further)


class Dialect21(Dialect2x):
    """OCPP 2.1, which the blocks speak as it is."""

    __slots__ = ()

    spoken = OcppVersion.V2_1
    further = BLOCKS_OF_21
    actions = ACTIONS
