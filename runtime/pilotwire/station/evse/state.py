"""The state of one EVSE, and what follows from it. Nothing here acts.

    TxPoint            is active while                 (2.0.1 E01.FR.02-06, E06.FR.02-07)
    EVConnected        a vehicle is on the cable
    Authorized         a token may charge here
    PowerPathClosed    both, and the EVSE is healthy
    EnergyTransfer     all that, and the contactor is closed for a vehicle that takes energy

A transaction starts when one of TxStartPoint becomes active, and ends when one of TxStopPoint that
was active in it no longer is.

    charging state     holds while a session is on and
    Idle               no vehicle is connected
    EVConnected        one is, and energy is not offered (yet), or has only just been
    Charging           the contactor is closed for a vehicle that takes energy
    SuspendedEV        energy is offered and the vehicle does not take it
    SuspendedEVSE      the session may charge, and the station does not offer energy
"""

from dataclasses import dataclass
from enum import StrEnum

from pilotwire.hal.interfaces import PilotState
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.vocabulary import ChargingState, ConnectorStatus

__all__ = ["CONNECTOR", "Authorization", "EvseSnapshot", "EvseState", "Fault", "TxPoint"]

CONNECTOR = 1
"""An EVSE of this station has one connector."""

SUSPENDED_AFTER = 15.0
"""How long a vehicle that was just offered energy may take to ask for it, in seconds, before the
station reports SuspendedEV.
"""


class TxPoint(StrEnum):
    """The members of TxStartPoint and TxStopPoint that this station can tell."""

    EV_CONNECTED = "EVConnected"
    AUTHORIZED = "Authorized"
    POWER_PATH_CLOSED = "PowerPathClosed"
    ENERGY_TRANSFER = "EnergyTransfer"


@dataclass(frozen=True, slots=True)
class Authorization:
    """Who may charge. `remote_start_id` is set where the CSMS asked for it (F01, F02)."""

    token: IdToken
    group: IdToken | None = None
    remote_start_id: int | None = None

    def ended_by(self, token: IdToken) -> bool:
        """Whether presenting `token` ends the session without asking anybody (C01.FR.03a)."""
        return self.token.same_as(token)

    def shares_group(self, group: IdToken | None) -> bool:
        """Whether a token of that group may end the session (C01.FR.03b, C09)."""
        return self.group is not None and self.group.same_as(group)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in the words of OCPP 1.6's ChargePointErrorCode."""

    code: str
    info: str


@dataclass(slots=True)
class EvseState:
    """What is known of an EVSE.

    `offered_at` is since when current is offered, in the loop's time. `drawn` tells whether the
    vehicle has taken energy since then, `finishing` that a session has ended and the vehicle
    is still there. `owner` is who may have the plug released after the CSMS withdrew its consent
    (E05.FR.11), or after the vehicle left it behind (E09.FR.03). `suspended` means that the session
    may charge but must not be offered energy (C15.FR.06), `closing_down` that the station is about
    to stop and nothing may begin.
    """

    pilot: PilotState = PilotState.A
    authorization: Authorization | None = None
    fault: Fault | None = None
    suspended: bool = False
    closing_down: bool = False
    offered_at: float | None = None
    closed: bool = False
    drawn: bool = False
    finishing: bool = False
    owner: IdToken | None = None

    @property
    def connected(self) -> bool:
        """Whether a vehicle is on the cable."""
        return self.pilot.connected

    @property
    def may_charge(self) -> bool:
        """Whether all is as it must be for energy to be offered."""
        return (
            self.authorization is not None
            and self.connected
            and self.fault is None
            and not self.suspended
            and not self.closing_down
        )

    @property
    def charging(self) -> bool:
        """Whether energy flows."""
        return self.may_charge and self.closed and self.pilot.wants_energy

    def kept_from(self, token: IdToken) -> bool:
        """Whether a plug without a vehicle waits in the socket for the owner of another token."""
        return self.owner is not None and not self.connected and not token.same_as(self.owner)

    def points(self) -> frozenset[TxPoint]:
        """The points that are active now."""
        authorized = self.authorization is not None
        path = authorized and self.connected and self.fault is None
        active = {
            TxPoint.EV_CONNECTED: self.connected,
            TxPoint.AUTHORIZED: authorized,
            TxPoint.POWER_PATH_CLOSED: path,
            TxPoint.ENERGY_TRANSFER: self.charging,
        }
        return frozenset(point for point, is_active in active.items() if is_active)

    def charging_state(self, now: float) -> ChargingState:
        """The charging state at `now`, in the loop's time."""
        if not self.connected:
            return ChargingState.IDLE
        if self.charging:
            return ChargingState.CHARGING
        if self.authorization is not None and (self.suspended or self.fault is not None):
            return ChargingState.SUSPENDED_EVSE
        if self.offered_at is not None and (self.drawn or now - self.offered_at >= SUSPENDED_AFTER):
            return ChargingState.SUSPENDED_EV
        return ChargingState.EV_CONNECTED

    def connector_status(self) -> ConnectorStatus:
        """The connector's status in the words of 2.x (G01)."""
        if self.fault is not None:
            return ConnectorStatus.FAULTED
        return ConnectorStatus.OCCUPIED if self.connected else ConnectorStatus.AVAILABLE


@dataclass(frozen=True, slots=True)
class EvseSnapshot:
    """What there is to see of an EVSE at one instant."""

    evse_id: int
    status: ConnectorStatus
    connected: bool
    charging_state: ChargingState | None
    transaction_id: str | None
    token: IdToken | None
    fault: Fault | None
