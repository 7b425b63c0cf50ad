"""Facts of availability: how connectors are (G01)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import ChargingState, ConnectorStatus
from pilotwire.store import NOTIFICATION, Lane

__all__ = ["ConnectorStatusChanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorStatusChanged(Fact):
    """A connector is in another state; EVSE 0 and connector 0 are the station as a whole.

    `charging_state` tells what goes on there if anything does; `finishing` that a session is over
    and the vehicle still there, `unplugged` that the vehicle of a session has left and may come
    back. `fault` and `info` say what is wrong: why it is Faulted, or else a warning. `again` asks
    to tell it even if it is no news.
    """

    lane: ClassVar[Lane] = NOTIFICATION
    evse_id: int
    connector_id: int
    status: ConnectorStatus
    charging_state: ChargingState | None = None
    finishing: bool = False
    unplugged: bool = False
    fault: str | None = None
    info: str | None = None
    again: bool = False
    kind: Literal["connector_status"] = "connector_status"

    @property
    def coalesce_key(self) -> str:
        """Of a connector."""
        return f"status:{self.evse_id}:{self.connector_id}"
