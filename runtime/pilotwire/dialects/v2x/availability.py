"""Availability in OCPP 2.x: StatusNotification (G01), ChangeAvailability (G03, G04)."""

from __future__ import annotations

from pilotwire.dialects.availability import StatusReport
from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import AnyRequest
from pilotwire.rpc import Answer
from pilotwire.station.availability import Availability
from pilotwire.station.facts.status import ConnectorStatusChanged

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class StatusNotifications(StatusReport[Dialect]):
    """Each connector's status is a StatusNotification; of the station as a whole there is none."""

    def request(
        self, to: Dialect, fact: ConnectorStatusChanged, *, offline: bool
    ) -> v21.StatusNotificationRequest | None:
        """StatusNotification (G01)."""
        del to, offline
        if fact.evse_id == 0:
            return None
        return v21.StatusNotificationRequest(
            timestamp=fact.timestamp,
            connector_status=fact.status,
            evse_id=fact.evse_id,
            connector_id=fact.connector_id,
        )

    def status(self, request: AnyRequest) -> str:
        """The connector's status."""
        if not isinstance(request, v21.StatusNotificationRequest):
            raise TypeError(f"{request.action} tells no status")
        return request.connector_status


BLOCK.report(ConnectorStatusChanged, StatusNotifications())


@BLOCK.command("ChangeAvailability", lambda: v21.ChangeAvailabilityRequest)
async def change_availability(
    to: Dialect, request: v21.ChangeAvailabilityRequest
) -> Answer[v21.ChangeAvailabilityResponse]:
    """G03, G04. Without an EVSE it is the station (G04.FR.01)."""
    evse = request.evse
    outcome = to.block(Availability).change(
        None if evse is None else evse.id,
        None if evse is None else evse.connector_id,
        operative=request.operational_status is v21.OperationalStatusEnumType.OPERATIVE,
    )
    response = v21.ChangeAvailabilityResponse(
        status=outcome.status, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)
