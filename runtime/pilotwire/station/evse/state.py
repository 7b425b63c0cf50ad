"""The state of one EVSE, and what follows from it. Nothing here acts.

    TxPoint            is active while                 (2.0.1 E01.FR.01-06, E06.FR.01-07)
    ParkingBayOcc...   something is in the parking bay
    EVConnected        a vehicle is on the cable
    Authorized         a token may charge here
    DataSigned         as PowerPathClosed, where readings are signed (`transactions/points.py`)
    PowerPathClosed    vehicle and token, and the EVSE is healthy
    EnergyTransfer     all that, and the contactor is closed for a vehicle that takes energy

A transaction starts when one of TxStartPoint becomes active, and ends when one of TxStopPoint that
was active in it no longer is.

    charging state     holds while a session is on and
    Idle               no vehicle is connected
    EVConnected        one is, and energy was not offered yet, or has only just been
    Charging           the contactor is closed for a vehicle that takes energy
    SuspendedEV        energy is offered and the vehicle does not take it
    SuspendedEVSE      the session may charge, and the station does not offer energy
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pilotwire.hal.interfaces import PilotState
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.governor import UNLIMITED, Grant, LimitReason
from pilotwire.station.evse.holds import Allowance, Hold
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.transactions import NO_LIMIT, TransactionLimit
from pilotwire.station.vocabulary import ChargingState, ConnectorStatus

__all__ = ["Authorization", "EvseSnapshot", "EvseState", "TxPoint"]

SUSPENDED_AFTER = 15.0
"""How long a vehicle that was just offered energy may take to ask for it, in seconds, before the
station reports SuspendedEV.
"""


class TxPoint(StrEnum):
    """The members of TxStartPoint and TxStopPoint."""

    PARKING_BAY_OCCUPANCY = "ParkingBayOccupancy"
    EV_CONNECTED = "EVConnected"
    AUTHORIZED = "Authorized"
    DATA_SIGNED = "DataSigned"
    POWER_PATH_CLOSED = "PowerPathClosed"
    ENERGY_TRANSFER = "EnergyTransfer"


_NO_POINTS: frozenset[TxPoint] = frozenset()


@dataclass(frozen=True, slots=True)
class Authorization:
    """Who may charge.

    `remote_start_id` is set where the CSMS asked for it (F01, F02), and `charging_profile` where it
    gave one along. `reservation_id` is the reservation that was used.
    """

    token: IdToken
    group: IdToken | None = None
    remote_start_id: int | None = None
    charging_profile: datatypes.ChargingProfileType | None = None
    reservation_id: int | None = None

    def ended_by(self, token: IdToken) -> bool:
        """Whether presenting `token` ends the session without asking anybody (C01.FR.03a)."""
        return self.token.same_as(token)

    def shares_group(self, group: IdToken | None) -> bool:
        """Whether a token of that group may end the session (C01.FR.03b, C09)."""
        return self.group is not None and self.group.same_as(group)


@dataclass(slots=True)
class EvseState:
    """What is known of an EVSE.

    `pilots` are those of its connectors, and `plugs` tells where the hardware sees a plug;
    `emptied` are those where it has told that there is none, as not all hardware can.
    `bay_occupied` tells whether something is in the parking bay. At most one connector is in use at
    a time, and `in_use` is its number: the first that a vehicle was plugged into, for as long as
    the vehicle is there or anything of its session goes on. `shorted`
    are the connectors whose pilot says nothing, being in state E, when `pilots` has what it said
    before, as far as that tells of a vehicle; and those whose pilot is not believed yet, having
    been there (`Mistrust`). `faults` are those that stand, by evse and code, the oldest
    first, and `warnings` what else is wrong; `holds` are those that stand on the EVSE,
    `connector_holds` those on a connector, with its number. `limit` is the most that may be
    offered, in amperes, as the application has it; None leaves it to the hardware. `grant` is what
    may be taken besides, by charging profiles and limits of the station. `in_transaction` tells
    whether one runs;
    `tx_limit` is what it may have, or the next one, and `tx_ceiling` what the CSMS allows it.
    `allowance` is what the session may still have of it.

    `offered_at` is since when current is offered, in the loop's time, `closed` whether the
    contactor is closed, `held` whether the plug is locked. `under_way` tells whether the vehicle
    has taken energy in the session, or the station has withheld it, `finishing` that a session has
    ended and the vehicle, or its plug, is still there, `unplugged` that the vehicle of a session
    has left and may come back. `owner` is who may have the plug released after the CSMS withdrew
    its consent (E05.FR.11), or after the vehicle left it behind (E09.FR.03). `remote_start_id` is
    of a start from afar whose token is still asked about. `reservation_told` is the reservation
    that a transaction has told last.
    """

    pilots: tuple[PilotState, ...] = (PilotState.A,)
    plugs: tuple[bool, ...] = (False,)
    emptied: frozenset[int] = frozenset()
    bay_occupied: bool = False
    in_use: int | None = None
    authorization: Authorization | None = None
    shorted: frozenset[int] = frozenset()
    faults: dict[tuple[int, str], Fault] = field(default_factory=dict[tuple[int, str], Fault])
    warnings: dict[tuple[int, str], Fault] = field(default_factory=dict[tuple[int, str], Fault])
    holds: frozenset[Hold] = frozenset()
    connector_holds: frozenset[tuple[int, Hold]] = frozenset()
    limit: float | None = None
    grant: Grant = UNLIMITED
    tx_limit: TransactionLimit = NO_LIMIT
    tx_ceiling: TransactionLimit = NO_LIMIT
    allowance: Allowance | None = None
    offered_at: float | None = None
    closed: bool = False
    held: bool = False
    under_way: bool = False
    finishing: bool = False
    unplugged: bool = False
    in_transaction: bool = False
    remote_start_id: int | None = None
    owner: IdToken | None = None
    reservation_told: int | None = None

    @property
    def pilot(self) -> PilotState:
        """The Control Pilot of the connector in use; A if none is."""
        return PilotState.A if self.in_use is None else self.pilots[self.in_use - 1]

    @property
    def connected(self) -> bool:
        """Whether a vehicle is on the cable of the connector in use."""
        return self.pilot.connected

    def occupied(self, connector_id: int) -> bool:
        """Whether a vehicle is at a connector, or the plug that it has left behind, or whatever
        shorts the pilot.
        """
        return (
            self.pilots[connector_id - 1].connected
            or connector_id in self.shorted
            or self.plugs[connector_id - 1]
            or (self.held and self.in_use == connector_id)
        )

    @property
    def vacated(self) -> bool:
        """Whether neither a vehicle nor a plug is at the connector in use any more."""
        return self.in_use is None or not self.occupied(self.in_use)

    @property
    def fault(self) -> Fault | None:
        """The oldest fault that stands: the one that is told where only one can be."""
        return next(iter(self.faults.values()), None)

    def holds_on(self, connector_id: int | None) -> Iterator[Hold]:
        """The holds that stand on the EVSE, and on a connector."""
        yield from self.holds
        for number, hold in self.connector_holds:
            if number == connector_id:
                yield hold

    def counting_on(self, connector_id: int | None) -> Iterator[Hold]:
        """Those of them that do not wait for the end of a transaction."""
        waits = self.in_transaction and connector_id in {None, self.in_use}
        return (
            hold for hold in self.holds_on(connector_id) if not (waits and hold.after_transaction)
        )

    @property
    def withheld(self) -> bool:
        """Whether the vehicle in use does not communicate as it must: nothing is offered to it."""
        return self.in_use in self.shorted or any(
            warning.withholds for warning in self.warnings.values()
        )

    @property
    def refusing_hold(self) -> Hold | None:
        """A hold under which nothing may begin here: of the EVSE, of the connector in use, or of
        all its connectors.
        """
        if self.in_use is not None:
            return self._refusing(self.in_use)
        refusing = [self._refusing(number) for number in range(1, len(self.pilots) + 1)]
        return None if None in refusing else next(iter(refusing), None)

    def closed_to_all(self, connector_id: int) -> bool:
        """Whether a hold of its own keeps everybody from a connector."""
        return any(number == connector_id and hold.refuses for number, hold in self.connector_holds)

    @property
    def refusal(self) -> str | None:
        """Why no session and no transaction may begin here; None if they may."""
        if self.fault is not None:
            return self.fault.code
        hold = self.refusing_hold
        return None if hold is None else hold.name

    @property
    def session_connected(self) -> bool:
        """Whether a session is on with a vehicle at a healthy EVSE: its plug is held."""
        return self.authorization is not None and self.connected and not self.faults

    @property
    def may_charge(self) -> bool:
        """Whether all is as it must be for energy to be offered."""
        held = any(self.counting_on(self.in_use))
        return self.session_connected and not held and not self.withheld

    @property
    def charging(self) -> bool:
        """Whether energy flows."""
        return self.may_charge and self.closed and self.pilot.wants_energy

    def kept_from(self, token: IdToken) -> bool:
        """Whether a plug without a vehicle waits in the socket for the owner of another token."""
        return self.owner is not None and not self.connected and not token.same_as(self.owner)

    def points(self) -> frozenset[TxPoint]:
        """The points that are active now, as far as the state tells."""
        authorized = self.authorization is not None
        active = {
            TxPoint.PARKING_BAY_OCCUPANCY: self.bay_occupied,
            TxPoint.EV_CONNECTED: self.connected,
            TxPoint.AUTHORIZED: authorized,
            TxPoint.POWER_PATH_CLOSED: self.session_connected,
            TxPoint.ENERGY_TRANSFER: self.charging,
        }
        # Most EVSEs of a fleet are at rest, and share one empty set.
        return frozenset(point for point, is_active in active.items() if is_active) or _NO_POINTS

    def charging_state(self, now: float) -> ChargingState:
        """The charging state at `now`, in the loop's time."""
        if not self.connected:
            return ChargingState.IDLE
        if self.charging:
            return ChargingState.CHARGING
        if self.authorization is not None and (self.faults or self.withheld or self._suspended):
            return ChargingState.SUSPENDED_EVSE
        if self.offered_at is None:
            comes = self.may_charge and self.under_way
            return ChargingState.SUSPENDED_EVSE if comes else ChargingState.EV_CONNECTED
        if self.under_way or now - self.offered_at >= SUSPENDED_AFTER:
            return ChargingState.SUSPENDED_EV
        return ChargingState.EV_CONNECTED

    def end_session(self) -> None:
        """Nobody may charge any more, and what holds the session only is gone with it."""
        self.authorization = None
        self.allowance = None
        self.unplugged = False
        gone = {hold for hold in self.holds if hold.of_session}
        if not self.in_transaction:
            self.tx_limit = self.tx_ceiling = NO_LIMIT
            gone |= {hold for hold in self.holds if hold.of_transaction}
        self.holds -= gone

    @property
    def _suspended(self) -> bool:
        return any(hold.suspends for hold in self.counting_on(self.in_use))

    def _refusing(self, connector_id: int) -> Hold | None:
        return next((hold for hold in self.holds_on(connector_id) if hold.refuses), None)


@dataclass(frozen=True, slots=True)
class EvseSnapshot:
    """What there is to see of an EVSE at one instant.

    `connectors` are the statuses of its connectors, and `connector_id` is the one in use. `limit`
    is the most that may be offered, in amperes, where it is less than the hardware can,
    `limit_reason` whose limit that is, and `limit_until` when it becomes another, as far as is
    known. `began` is
    when the transaction did, and `energy_wh` what it has taken by its latest event, in Wh; both are
    None without one. `power_w` is what the meter showed when it was last read in it, in W. `faults`
    are those that stand, the oldest first, and `warnings` what is wrong without ending anything;
    `holds` are the names of what else keeps energy from it.
    """

    evse_id: int
    status: ConnectorStatus
    connectors: tuple[ConnectorStatus, ...]
    connector_id: int | None
    connected: bool
    charging_state: ChargingState | None
    transaction_id: str | None
    began: datetime | None
    energy_wh: float | None
    power_w: float | None
    token: IdToken | None
    limit: float | None
    faults: tuple[Fault, ...]
    holds: tuple[str, ...]
    warnings: tuple[Fault, ...]
    limit_reason: LimitReason | None = None
    limit_until: datetime | None = None
