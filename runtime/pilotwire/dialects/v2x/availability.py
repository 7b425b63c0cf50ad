"""Availability in OCPP 2.x: StatusNotification (G01)."""

from pilotwire.dialects.availability import StatusReport
from pilotwire.dialects.base import Block, Dialect
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import AnyRequest
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
