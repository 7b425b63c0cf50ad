"""Telling how connectors are: what is the same in all versions.

A status is told if it is news in the words of the version: two of the station's states can be one
in them (B04.FR.02).
"""

from abc import abstractmethod
from typing import TypeVar

from pilotwire.dialects.base import Dialect, Report
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.store import Wire

__all__ = ["StatusReport"]

D = TypeVar("D", bound=Dialect)


class StatusReport(Report[D, ConnectorStatusChanged]):
    """How the statuses of connectors are told."""

    @abstractmethod
    def status(self, request: AnyRequest) -> str:
        """What a request tells, without the connector and the time."""

    def wire(self, to: D, fact: ConnectorStatusChanged, *, offline: bool) -> Wire | None:
        """The status, if it is news or to be told again."""
        request = self.request(to, fact, offline=offline)
        if request is None:
            return None
        told = to.station.evses.told.get((to.version, fact.evse_id, fact.connector_id))
        if told == self.status(request) and not fact.again:
            return None
        return to.worded(request)

    def answered(
        self, to: D, fact: ConnectorStatusChanged, wire: Wire, response: Response | None
    ) -> None:
        """Whatever the answer says, the CSMS knows this status now."""
        del wire, response
        request = self.request(to, fact, offline=False)
        if request is not None:
            key = (to.version, fact.evse_id, fact.connector_id)
            to.station.evses.told[key] = self.status(request)
